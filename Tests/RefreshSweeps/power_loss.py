"""Cuts the power at each call that changes the store, on ext4.

The disk is an image that is mounted. Copying the image while it is mounted gives what the disk
holds at that moment: what is still in the page cache is not in it, as after a power cut. Done
once at once, and once after the journal has committed names whose data nobody flushed, which is
what finds a missing fsync.
"""

import os
import shutil
import subprocess
import time

from calls import disturbed, list_calls
from workshop import Wrong

COMMIT_SECONDS = 1.4  # The journal commits every second.


class Disk:
    """An image of a disk, mounted in a folder."""

    def __init__(self, image, folder):
        self.image, self.folder = image, folder
        os.makedirs(folder, exist_ok=True)

    @staticmethod
    def made(image, folder):
        with open(image, "wb") as file:
            file.truncate(24 << 20)
        command("mkfs.ext4", "-q", "-F", "-E", "nodiscard", image)
        return Disk(image, folder)

    def __enter__(self):
        command("mount", "-o", "loop,commit=1", self.image, self.folder)
        return self

    def __exit__(self, *_):
        for _ in range(50):
            if subprocess.run(["umount", self.folder], stderr=subprocess.DEVNULL).returncode == 0:
                return
            time.sleep(0.1)
        raise Wrong(f"{self.folder} cannot be unmounted")


def command(*words):
    done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode != 0:
        raise Wrong(f"{' '.join(words)}: {done.stdout.strip()}")


def unavailable(workshop):
    """Why file systems cannot be mounted here, or nothing."""
    if os.geteuid() != 0:
        return "not root"
    scratch = workshop.scratch()
    try:
        with Disk.made(os.path.join(scratch, "image"), os.path.join(scratch, "disk")):
            return None
    except (Wrong, FileNotFoundError) as error:
        return str(error)
    finally:
        shutil.rmtree(scratch)


def cut(workshop, case, call, wait):
    """Kills at a call, or lets the run end where there is none, and cuts the power."""
    scratch = workshop.scratch()
    image = os.path.join(scratch, "image")
    with Disk.made(image, os.path.join(scratch, "disk")) as disk:
        shutil.copytree(workshop.path(case.store), os.path.join(disk.folder, "store"),
                        symlinks=True)
        command("sync", "-f", disk.folder)
        if call:
            done, _ = disturbed(workshop, case, disk.folder, call, "signal=SIGKILL", scratch)
            if done.returncode != -9:
                raise Wrong(f"was not killed but ended with {done.returncode}")
        else:
            done = workshop.must(case.command, disk.folder)
        time.sleep(wait)
        shutil.copyfile(image, image + "-after")
    with Disk(image + "-after", disk.folder):
        state = workshop.state(case, disk.folder)
        if not call and state != "new":
            raise Wrong("the run ended well, and the set it installed is lost")
        workshop.at_rest(case, disk.folder, state)
        workshop.converges(case, disk.folder)
    shutil.rmtree(scratch)
    return state


def sweep(workshop, run_all, chosen, skipped):
    reason = unavailable(workshop)
    if reason:
        skipped.append(f"power loss: {reason}")
        return
    for name, wait in (("at once", 0), ("after commit", COMMIT_SECONDS)):
        points = []
        for case in workshop.swept:
            scratch = workshop.place(case)
            calls = [call for call in list_calls(workshop, case, scratch) if call.changes]
            shutil.rmtree(scratch)
            points += [(case, None)] + [(case, call) for call in chosen(calls, sampled=2)]
        states = run_all(f"power loss, {name}", [
            (f"{case.name} {call or 'at its end'}",
             lambda case=case, call=call: cut(workshop, case, call, wait))
            for case, call in points])
        yield f"power loss, {name}", len(points), states
