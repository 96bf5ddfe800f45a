"""The order of an installation, read from its trace: what is durable before which step."""

import re
import shutil

from calls import list_calls
from workshop import Wrong

PATH = re.compile(r"<([^>(]*)>")
NAME = re.compile(r'"([^"]*)"')


def sweep(workshop, run_all):
    looks = [(case.name, lambda case=case: look(workshop, case))
             for case in workshop.swept]
    yield "durability", len(looks), run_all("durability", looks)


def look(workshop, case):
    scratch = workshop.place(case)
    calls = list_calls(workshop, case, scratch)
    store = scratch + "/store"
    shutil.rmtree(scratch)
    steps = [step for call in calls for step in step_of(call, store)]
    for index, (step, path) in enumerate(steps):
        before = steps[:index]
        if step == "rename" and path.startswith("snapshots/"):
            staged = "staging/" + path.removeprefix("snapshots/")
            made = [(kind, name) for kind, name in before
                    if kind in ("create", "folder") and name.startswith(staged)]
            if len(made) < 6:
                raise Wrong(f"only {len(made)} files and folders were made before the rename")
            for kind, name in made:
                synced(before, kind, name, "the snapshot has its place")
            synced(before, "folder", staged, "the snapshot has its place", of="staging")
        if step == "rename" and path == "current":
            for place, name in placed(before):
                synced(before[place:], "rename", name, "the link is swapped", of="snapshots")
            synced(before, "append", "audit.jsonl", "the link is swapped", of="audit.jsonl")
            after = steps[index:]
            outcome = next((place for place, (kind, _) in enumerate(after) if kind == "append"),
                           None)
            if outcome is None:
                raise Wrong("no line of the audit log tells how it ended")
            synced(after[:outcome], "rename", "current", "the log says so", of="")
            synced(after, "append", "audit.jsonl", "the run ends", of="audit.jsonl")
    if ("rename", "current") not in steps:
        raise Wrong("the link was not swapped by a rename")
    return f"{sum(step == 'fsync' for step, _ in steps)} fsyncs in order"


def placed(steps):
    return [(index, path) for index, (step, path) in enumerate(steps)
            if step == "rename" and path.startswith("snapshots/")]


def synced(steps, kind, path, when, of=None):
    """Asks for an fsync of a path after the last step of a kind on it."""
    of = path if of is None else of
    last = max((index for index, step in enumerate(steps) if step == (kind, path)), default=-1)
    if ("fsync", of) not in steps[last + 1:]:
        raise Wrong(f"{of or 'the store'} is not synced before {when}")


def step_of(call, store):
    """What a call does to the store, with paths below it."""
    paths = [path.removeprefix(store).lstrip("/") for path in PATH.findall(call.text)
             if path == store or path.startswith(store + "/")]
    names = NAME.findall(call.text)
    if not call.in_store or not paths or " = -1 " in call.text:
        return []
    match call.name:
        case "openat" if "O_EXCL" in call.text:
            return [("create", f"{paths[0]}/{names[0]}".lstrip("/"))]
        case "mkdirat":
            return [("folder", f"{paths[0]}/{names[0]}".lstrip("/"))]
        case "write" if paths[0] == "audit.jsonl":
            return [("append", "audit.jsonl")]
        case "fsync":
            return [("fsync", paths[0])]
        case "renameat":
            return [("rename", f"{paths[-1]}/{names[-1]}".lstrip("/"))]
    return []
