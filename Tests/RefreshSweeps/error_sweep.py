"""Makes each call of a run fail: the run says so, and the store is the old set or the new one."""

import shutil

from calls import disturbed_there, list_calls
from workshop import Wrong

FULL = ["ENOSPC", "EIO", "EDQUOT"]
ERRORS = {
    "flock": ["ENOLCK", "EIO"],
    "openat": ["EMFILE", "EROFS", "EIO", "ENOSPC", "EINTR"],
    "read": ["EIO", "EINTR"],
    "write": [*FULL, "EINTR"],
    "fsync": FULL,
    "ftruncate": FULL,
    "mkdirat": [*FULL, "EROFS"],
    "renameat": [*FULL, "EROFS"],
    "symlinkat": [*FULL, "EROFS"],
    "unlinkat": ["EIO", "EROFS"],
    "readlinkat": ["EIO"],
    "getdents64": ["EIO"],
    "newfstatat": ["EIO"],
    "fcntl": ["EMFILE"],
    "close": ["EIO", "EINTR"],
}

REASONS = {
    "interrupted": "an interrupted call is made again",
    "closed": "whatever was to be durable is durable since fsync; close says nothing more",
    "given back": "closing the file gives the lock back too",
    "told": "progress and summary are words: the store counts",
    "old set unreadable": "the installed set cannot be read: it is installed anew, whole",
    "staged again": "a snapshot of the name that cannot be read is written anew",
    "close-on-exec": "the descriptor of a list of names is closed right after",
    "nothing there": "the call asks for something that is missing anyway",
    "shown only": "the name of the set is read once more for the summary",
}


def survived(call, error):
    """Why a run may end well although a call failed, or nothing where it may not."""
    if error == "EINTR" and call.name in ("openat", "read", "write"):
        return "interrupted"
    if call.name == "flock" and "LOCK_UN" in call.text:
        return "given back"
    if call.name == "close":
        return "closed"
    if call.is_told:
        return "told"
    if call.name == "fcntl":
        return "close-on-exec"
    if call.name in ("openat", "read") and "/snapshots" in call.text:
        return "staged again" if "ENOENT" in call.text else "old set unreadable"
    if call.name == "openat" and '"snapshots"' in call.text:
        return "old set unreadable"
    if call.name == "unlinkat" and "ENOENT" in call.text:
        return "nothing there"
    if call.name == "readlinkat":
        return "shown only"
    return None


def fail(workshop, case, call, error):
    done, scratch = disturbed_there(workshop, case, call, f"error={error}")
    state = workshop.state(case, scratch)
    reason = survived(call, error)
    if done.returncode == 0:
        if reason is None:
            raise Wrong("ended with 0 although the call failed")
        if state != "new":
            raise Wrong("ended with 0 and the old set")
    elif error == "EINTR" and reason == "interrupted":
        raise Wrong(f"{error} was not survived: exit {done.returncode}: {done.stderr[-300:]}")
    elif done.returncode not in (73, 74, 75):
        raise Wrong(f"exit {done.returncode}: {done.stderr[-300:]}")
    elif state == "new" and done.returncode != 74:
        raise Wrong(f"the new set is active with exit {done.returncode}")
    elif not done.stderr.strip():
        raise Wrong("no word of it on standard error")
    workshop.at_rest(case, scratch, state)
    workshop.converges(case, scratch)
    shutil.rmtree(scratch)
    return f"{state} {done.returncode}" + (f" ({reason})" if done.returncode == 0 else "")


def lie(workshop, case, call, share):
    """A write that says it wrote more than it did: only reading again can see it."""
    size = int(call.result)
    said = size if share == "dropped" else max(1, size // 2)
    done, scratch = disturbed_there(workshop, case, call, f"retval={said}")
    state = workshop.state(case, scratch)
    if done.returncode != 74 or state != "old":
        raise Wrong(f"exit {done.returncode} with the {state} set")
    workshop.at_rest(case, scratch, state)
    workshop.converges(case, scratch)
    shutil.rmtree(scratch)
    return "old 74"


def sweep(workshop, run_all, chosen):
    for case in workshop.swept:
        scratch = workshop.place(case)
        calls = [call for call in list_calls(workshop, case, scratch)
                 if (call.in_store or call.is_told) and call.name in ERRORS]
        shutil.rmtree(scratch)
        faults = [(call, error) for call in calls for error in ERRORS[call.name]]
        faults = chosen(faults)
        states = run_all(f"error, {case.name}", [
            (f"{error} at {call}",
             lambda call=call, error=error: fail(workshop, case, call, error))
            for call, error in faults])
        yield f"error, {case.name}", len(faults), states
    case = workshop.cases["install"]
    scratch = workshop.place(case)
    calls = [call for call in list_calls(workshop, case, scratch)
             if call.name == "write" and call.in_staging]
    shutil.rmtree(scratch)
    lies = [(call, share) for call in calls for share in ("dropped", "short")]
    states = run_all("lying write", [
        (f"{share}: {call}", lambda call=call, share=share: lie(workshop, case, call, share))
        for call, share in lies])
    yield "lying write", len(lies), states
