"""What a machine can do to a run: a full disk, limits, a store that cannot be written, signals."""

import json
import os
import re
import resource
import shutil
import signal
import socket
import stat
import subprocess
import time

from calls import disturbed, list_calls
from power_loss import command
from workshop import Wrong

NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]


def sweep(workshop, run_all, chosen, skipped):
    parts = {
        "limit on the size of files": lambda: limits(workshop, run_all),
        "fifty at once": lambda: fifty(workshop, run_all),
        "SIGTERM and SIGINT": lambda: signals(workshop, run_all, chosen),
    }
    if os.geteuid() == 0:
        parts["full disk"] = lambda: full(workshop, run_all)
        parts["read-only mount"] = lambda: read_only(workshop, run_all)
        parts["another user"] = lambda: another_user(workshop, run_all)
    else:
        skipped += [f"{name}: not root"
                    for name in ("full disk", "read-only mount", "another user")]
    for name, part in parts.items():
        points, states = part()
        yield name, points, states


def refused(done, exits, *words):
    if done.returncode not in exits:
        raise Wrong(f"exit {done.returncode}: {done.stderr[-300:]}")
    for word in words:
        if word not in done.stderr:
            raise Wrong(f"does not say {word}: {done.stderr[-300:]}")


# A full disk

def mounted(workshop, case, options, look):
    scratch = workshop.scratch()
    command("mount", "-t", "tmpfs", "-o", options, "tmpfs", scratch)
    try:
        shutil.copytree(workshop.path(case.store), os.path.join(scratch, "store"), symlinks=True)
        return look(scratch)
    finally:
        command("umount", scratch)
        os.rmdir(scratch)


def full(workshop, run_all):
    """A tmpfs with so many free pages after the store's own."""
    case = workshop.cases["install"]

    def at(pages):
        def look(scratch):
            room = os.statvfs(scratch)
            used = (room.f_blocks - room.f_bfree) * room.f_frsize // 1024
            command("mount", "-o", f"remount,size={used + 4 * pages}k", scratch)
            done = workshop.run(case.command, scratch)
            state = workshop.state(case, scratch)
            if done.returncode == 0:
                if state != "new":
                    raise Wrong("ended well with the old set")
            else:
                refused(done, [74], "No space left")
            workshop.at_rest(case, scratch, state)
            command("mount", "-o", "remount,size=8m", scratch)
            workshop.converges(case, scratch)
            return f"{state} {done.returncode}"
        return mounted(workshop, case, "size=8m", look)

    points = [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 24]
    states = run_all("full disk", [(f"{pages} free pages", lambda pages=pages: at(pages))
                                   for pages in points])
    if not any(name.startswith("old 74") for name in states) or not states["new 0"]:
        raise Wrong(f"no disk was full, or every one: {states}")
    return len(points), states


def limits(workshop, run_all):
    case = workshop.cases["install"]

    def at(size):
        scratch = workshop.place(case)
        done = workshop.run(
            case.command, scratch,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)))
        state = workshop.state(case, scratch)
        if done.returncode != 0:
            refused(done, [74], "File too large")
        elif state != "new":
            raise Wrong("ended well with the old set")
        if size < 4096 and done.returncode == 0:
            raise Wrong(f"a table was written within {size} bytes")
        workshop.at_rest(case, scratch, state)
        workshop.converges(case, scratch)
        shutil.rmtree(scratch)
        return f"{state} {done.returncode}"

    points = [0, 1, 40, 100, 500, 700, 1000, 2000, 4000, 5000, 1 << 20]
    return len(points), run_all("limit on the size of files", [
        (f"{size} bytes", lambda size=size: at(size)) for size in points])


# A store that cannot be written

def read_only(workshop, run_all):
    case = workshop.cases["install"]

    def look(scratch):
        command("mount", "-o", "remount,ro", scratch)
        done = workshop.run(case.command, scratch)
        refused(done, [73, 74], "store", "Read-only file system")
        if workshop.state(case, scratch) != "old":
            raise Wrong("a read-only store changed")
        workshop.at_rest(case, scratch, "old")
        command("mount", "-o", "remount,rw", scratch)
        workshop.converges(case, scratch)
        return f"old {done.returncode}"

    return 1, run_all("read-only mount", [
        ("import", lambda: mounted(workshop, case, "size=8m", look))])


def another_user(workshop, run_all):
    """Root may do everything, so that who may write is tried as somebody else."""
    case = workshop.cases["install"]

    def foreign():
        scratch = opened(workshop.place(case))
        done = workshop.run(case.command, scratch, NOBODY)
        refused(done, [73], "store", "Permission denied")
        if workshop.state(case, scratch) != "old":
            raise Wrong("another user changed the store")
        workshop.converges(case, scratch)
        shutil.rmtree(scratch)
        return "old 73"

    def own():
        scratch = opened(workshop.place(case))
        command("chown", "-R", "65534:65534", os.path.join(scratch, "store"))
        done = workshop.run(case.command, scratch, NOBODY)
        refused(done, [0])
        verified = workshop.run(["verify", *workshop.on()], scratch, NOBODY)
        refused(verified, [0])
        if workshop.state(case, scratch) != "new":
            raise Wrong("the owner could not install")
        shutil.rmtree(scratch)
        return "new 0"

    return 2, run_all("another user", [("of root's store", foreign), ("of its own store", own)])


def opened(scratch):
    """Lets others come as far as the store."""
    for folder in (os.path.dirname(scratch), scratch):
        os.chmod(folder, stat.S_IMODE(os.stat(folder).st_mode) | 0o055)
    return scratch


# Several at once, and signals

class Silence:
    """A server that takes a connection and never says a word, so that a run waits under its lock."""

    def __init__(self, workshop):
        self.socket = socket.socket()
        self.socket.bind(("127.0.0.1", 0))
        self.socket.listen(16)
        self.config = os.path.join(workshop.scratch(), "refresh.json")
        with open(workshop.path("refresh.json")) as file:
            content = json.load(file)
        content["sources"] = content["sources"][:1]
        port = self.socket.getsockname()[1]
        content["sources"][0]["url"] = f"https://127.0.0.1:{port}/"
        content["retry"] = {"attempts": 1}
        content["deadlines"] = {"connectMilliseconds": 20_000, "transferMilliseconds": 20_000}
        with open(self.config, "w") as file:
            json.dump(content, file)

    def start(self, workshop, scratch):
        return subprocess.Popen(
            [workshop.refresh, "run", "--config", self.config, "--store", "store"],
            cwd=scratch, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE, text=True)


def fifty(workshop, run_all):
    case = workshop.cases["install"]

    def look():
        silence, scratch = Silence(workshop), workshop.place(case)
        runs = [silence.start(workshop, scratch) for _ in range(50)]
        deadline = time.monotonic() + 15
        while sum(run.poll() is None for run in runs) > 1 and time.monotonic() < deadline:
            time.sleep(0.05)
        holders = [run for run in runs if run.poll() is None]
        if len(holders) != 1:
            raise Wrong(f"{len(holders)} of fifty runs hold the lock")
        for run in runs:
            if run is holders[0]:
                continue
            words = run.communicate()[1]
            if run.returncode != 75 or not re.search(rf"process {holders[0].pid} since \d", words):
                raise Wrong(f"exit {run.returncode}: {words}")
        # The holder is stopped, and the lock goes with it, though its file stays.
        holders[0].send_signal(signal.SIGTERM)
        words = holders[0].communicate(timeout=10)[1]
        if holders[0].returncode != 143:
            raise Wrong(f"the holder ended with {holders[0].returncode}: {words}")
        workshop.at_rest(case, scratch, "old")
        workshop.converges(case, scratch)
        shutil.rmtree(scratch)
        return "one holder, forty-nine 75"

    return 1, run_all("fifty at once", [("fifty runs", look)])


def signals(workshop, run_all, chosen):
    """Signals while a run waits for a server, and at calls of an installation."""
    case = workshop.cases["install"]

    def waiting(number, expected):
        silence, scratch = Silence(workshop), workshop.place(case)
        run = silence.start(workshop, scratch)
        time.sleep(1)
        sent = time.monotonic()
        run.send_signal(number)
        words = run.communicate(timeout=10)[1]
        if run.returncode != expected or time.monotonic() - sent > 5:
            raise Wrong(f"exit {run.returncode}: {words}")
        workshop.at_rest(case, scratch, "old")
        workshop.converges(case, scratch)
        shutil.rmtree(scratch)
        return f"old {expected}"

    def at(call, name, expected):
        scratch = workshop.place(case)
        done, _ = disturbed(workshop, case, scratch, call, f"signal={name}")
        state = workshop.state(case, scratch)
        if done.returncode not in (0, expected) or (done.returncode == 0) != (state == "new"):
            raise Wrong(f"exit {done.returncode} with the {state} set: {done.stderr[-300:]}")
        workshop.at_rest(case, scratch, state)
        workshop.converges(case, scratch)
        shutil.rmtree(scratch)
        return f"{state} {done.returncode}"

    scratch = workshop.place(case)
    calls = [call for call in list_calls(workshop, case, scratch)
             if call.changes or call.is_told]
    shutil.rmtree(scratch)
    points = [("SIGTERM while waiting", lambda: waiting(signal.SIGTERM, 143)),
              ("SIGINT while waiting", lambda: waiting(signal.SIGINT, 130))]
    for call in chosen(calls, sampled=4):
        for name, expected in (("SIGTERM", 143), ("SIGINT", 130)):
            points.append((f"{name} at {call}", lambda call=call, name=name, expected=expected:
                           at(call, name, expected)))
    return len(points), run_all("SIGTERM and SIGINT", points)
