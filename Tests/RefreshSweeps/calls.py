"""The calls of a run to the system, as strace lists them, and one of them made to fail."""

import copy
import os
import re
import shutil
import subprocess

from workshop import Wrong

LINE = re.compile(r"^(\d+)\s+(\w+)\((.*)$")
# How often memory is asked for differs from run to run, so that these cannot be counted.
MEMORY = {"brk", "mmap", "munmap", "mprotect", "madvise", "futex"}
CHANGES = {"write", "fsync", "renameat", "unlinkat", "symlinkat", "mkdirat", "ftruncate"}


class Call:
    """The k-th call of a name in the one thread of a run, counted from its start."""

    def __init__(self, name, number, text, store):
        self.name, self.number, self.text = name, number, text
        self.in_store = f"{store}/" in text or f"{store}>" in text
        self.is_told = name == "write" and text.startswith(("1<", "2<", "1,", "2,"))
        self.in_staging = f"{store}/staging/" in text.split(",")[0]
        self.result = text.rpartition(" = ")[2].strip()

    @property
    def changes(self):
        """Whether it can change what the disk holds."""
        return self.in_store and (
            self.name in CHANGES or self.name == "openat" and "O_CREAT" in self.text)

    @property
    def shape(self):
        """The call without what differs from one run to another, or is not known yet."""
        parts = re.findall(r"<([^>]*/[^>]*)>", self.text.split(",")[0])
        if self.name in ("openat", "mkdirat", "unlinkat", "renameat"):
            parts += re.findall(r'"([^"]*)"', self.text)[:1]
        return [re.sub(r"/scratch-\d+", "/scratch", part) for part in parts]

    def __str__(self):
        return f"{self.name}[{self.number}] {shown(self.text)}"


def parse(path, store):
    calls, threads, counts = [], set(), {}
    with open(path, errors="replace") as file:
        for line in file:
            found = LINE.match(line)
            if not found:
                continue
            thread, name, text = found.groups()
            threads.add(thread)
            counts[thread, name] = counts.get((thread, name), 0) + 1
            calls.append(Call(name, counts[thread, name], text, store))
    return calls, threads


def list_calls(workshop, case, scratch):
    """The calls of an undisturbed run from the lock on; it runs on one thread, or `when` lies."""
    log = os.path.join(scratch, "trace")
    done = workshop.run(case.command, scratch, ["strace", "-f", "-y", "-o", log])
    if done.returncode != 0:
        raise AssertionError(f"{case.name}: exit {done.returncode}: {done.stderr}")
    calls, threads = parse(log, os.path.join(scratch, "store"))
    assert len(threads) == 1, f"{case.name} runs on {len(threads)} threads"
    start = next(index for index, call in enumerate(calls) if call.name == "flock")
    return calls[start:]


def disturbed(workshop, case, scratch, call, what, logs=None):
    """A run in which one call is met by a signal or an error; also what strace saw of the call.

    Without `--seccomp-bpf`, which is faster and injects nothing.
    """
    log = os.path.join(logs or scratch, "trace")
    done = workshop.run(case.command, scratch, [
        "strace", "-f", "-y", "-o", log, "-e", f"trace={call.name}",
        "-e", f"inject={call.name}:{what}:when={call.number}"])
    calls, _ = parse(log, os.path.join(scratch, "store"))
    met = calls[call.number - 1] if len(calls) >= call.number else None
    return done, met


def disturbed_there(workshop, case, call, what):
    """A disturbed run that met the call it was meant for.

    How many calls come before it is not wholly up to the program: what the network brings in one
    piece today comes in two tomorrow. A run that met another call says nothing, and is made again for
    the call before and the one after.
    """
    for offset in (0, -1, 1, 0, -1, 1):
        scratch = workshop.place(case)
        near = copy.copy(call)
        near.number = max(call.number + offset, 1)
        done, met = disturbed(workshop, case, scratch, near, what)
        if not call.in_store or (met is not None and met.shape == call.shape):
            return done, scratch
        shutil.rmtree(scratch)
    raise Wrong(f"met another call: {met}")


def strace_works():
    try:
        done = subprocess.run(["strace", "-o", "/dev/null", "true"], stderr=subprocess.DEVNULL)
    except FileNotFoundError:
        return False
    return done.returncode == 0


def shown(text):
    """A call cut to what says which one it is."""
    text = re.sub(r"<[^>]*?/store", "<store", text)
    return re.sub(r"([0-9a-f]{12})[0-9a-f]{52}", r"\1", text)[:110]
