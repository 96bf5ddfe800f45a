"""What must hold after every scenario: the store, its audit log, what was sent, what was said."""

import collections
import hashlib
import json
import os
import re
import stat

from bundles import ACME, ACME_NOTE, BAY, BLUEBIRD, THRIFT, read, sha256

# What a client that fetches files has to say, and nothing more.
MAY_SEND = {"host", "user-agent", "accept", "if-none-match", "cache-control", "connection"}
# How the table of scenarios writes the files: "M2 S1" is two requests for the manifest, one for
# the signature.
SHORT = {"M": "manifest.json", "S": "manifest.json.sig", "A": ACME, "N": ACME_NOTE, "B": BLUEBIRD,
         "P": BAY[0], "T": THRIFT}
UNSTABLE = ("audit.jsonl", "lock", "staging")  # beside these, an untouched store stays as it was
KEPT = r"(?:kept version (?P<version>\d+) of \d{4}-\d\d-\d\d|kept the list of \d{4}-\d\d-\d\d" \
    r"|nothing was installed)"
SENTENCE = re.compile(
    r"carequote-refresh: (?P<source>[a-z0-9-]+): (?P<what>.+) \((?P<code>[^()]+)\); " + KEPT
    + r"; (?P<advice>.+)"
)


def tree(store):
    """Everything of a store: kind, mode and bytes by path."""
    found = {}
    for folder, folders, files in os.walk(store):
        for name in folders + files:
            path = os.path.join(folder, name)
            status = os.lstat(path)
            if stat.S_ISLNK(status.st_mode):
                content = os.readlink(path)
            else:
                content = read(path) if stat.S_ISREG(status.st_mode) else None
            found[os.path.relpath(path, store)] = (stat.filemode(status.st_mode), content)
    return found


def stable(found, *excepted):
    first = UNSTABLE + excepted
    return {path: entry for path, entry in found.items() if path.split("/")[0] not in first}


def current(found):
    return found["current"][1].split("/")[1] if "current" in found else None


def differences(before, after):
    return [
        f"{path} {'came' if path not in before else 'went' if path not in after else 'changed'}"
        for path in sorted(before.keys() | after.keys()) if before.get(path) != after.get(path)
    ][:8]


def audit(found, before):
    """The log begins as it did, and each of its lines holds the hash of the one before."""
    new = found.get("audit.jsonl", ("", b""))[1]
    old = before.get("audit.jsonl", ("", b""))[1]
    if not new.startswith(old):
        yield "audit.jsonl does not begin with what it held"
    *lines, rest = new.split(b"\n")
    if rest:
        yield "audit.jsonl does not end in a whole line"
    previous = "0" * 64
    for number, line in enumerate(lines, 1):
        is_cut = number < len(lines) and b'"event":"torn"' in lines[number]
        if not is_cut and json.loads(line)["previous"] != previous:
            yield f"audit.jsonl: line {number} does not follow from the one before it"
        previous = hashlib.sha256(line).hexdigest()


def untouched(before, after, held, is_rotted=False):
    """S0, byte for byte; a candidate may have come where one is expected."""
    excepted = ("held",) if held else ()
    for difference in differences(stable(before, *excepted), stable(after, *excepted)):
        yield "not as it was: " + difference
    candidates = {path.split("/")[1] for path in after if path.count("/") >= 1
                  and path.startswith("held/")}
    if held and len(candidates) != 1:
        yield f"{len(candidates)} candidates are held, not 1"
    if not is_rotted:
        yield from whole(after)


def installed(before, after, expected, held=False):
    """S1: the tables and proofs of the sources that install, and everything else as it was."""
    old, new = (dict(files_of(found, current(found))) for found in (before, after))
    for path, data in expected.items():
        # A note about a list's origin counts by what it says.
        says_it = isinstance(data, dict) and path in new and json.loads(new[path]) == data
        old[path] = new[path] if says_it else data
    for path in differences(old, new):
        yield "the new set: " + path
    def beside(found):
        new = f"snapshots/{current(after)}"
        return {path: entry for path, entry in stable(found, "current", *(["held"] if held else [])).items()
                if path != new and not path.startswith(new + "/")}
    for entry in differences(beside(before), beside(after)):
        yield "beside the new set: " + entry
    yield from whole(after)


def files_of(found, snapshot):
    prefix = f"snapshots/{snapshot}/"
    for path, (mode, content) in found.items():
        if path.startswith(prefix) and mode.startswith("-") and not path.endswith("/snapshot.json"):
            yield path[len(prefix):], content


def whole(found):
    """The current set is what its list says, and nothing is left in staging."""
    left = [path for path in found if path.startswith("staging/")]
    if left:
        yield f"staging holds {left[0]}"
    if (snapshot := current(found)) is None:
        return
    listed = found.get(f"snapshots/{snapshot}/snapshot.json", ("", b""))[1]
    if sha256(listed) != snapshot:
        yield "the current set is not the list that it is named after"
        return
    files = dict(files_of(found, snapshot))
    for file in json.loads(listed)["files"]:
        data = files.pop(file["path"], b"")
        if (len(data), sha256(data)) != (file["size"], file["sha256"]):
            yield f"the current set: {file['path']} is damaged"
    for path in files:
        yield f"the current set: {path} is not listed"


def requests(log, nonces):
    """The requests of some nonces, each with its path below the list's folder."""
    for entry in log:
        parts = entry.get("target", "").split("/", 5)
        if entry["event"] == "request" and len(parts) == 6 and parts[3] in nonces:
            yield entry | {"path": parts[5]}


def counted(made, scenario):
    """How often each file was asked for, in which way, and how soon again."""
    counts = collections.Counter(entry["path"] for entry in made)
    expected = {SHORT[word[0]]: int(word[1:]) for word in scenario.get("requests", "").split()}
    if dict(counts) != expected:
        yield f"requests {dict(counts)} instead of {expected}"
    for name, header in (("fresh", "cache-control"), ("conditional", "if-none-match")):
        count = sum(any(key.lower() == header for key, _ in entry["headers"]) for entry in made)
        if count != scenario.get(name, count):
            yield f"{header} was sent {count} times, not {scenario[name]}"
    times = [entry["time"] for entry in made]
    apart = min((later - earlier for earlier, later in zip(times, times[1:])), default=0)
    if apart < scenario.get("secondsApart", 0):
        yield f"asked again after {apart:.2f} s, not {scenario['secondsApart']}"


def sent(made, etags):
    """Nothing that a client would say who resumes, signs in, or takes other encodings."""
    for entry in made:
        headers = {name.lower(): value for name, value in entry["headers"]}
        if extra := headers.keys() - MAY_SEND:
            yield f"sent {', '.join(sorted(extra))}"
        if (entry["method"], entry["version"]) != ("GET", "HTTP/1.1"):
            yield f"sent {entry['method']} with {entry['version']}"
        if headers.get("cache-control", "no-cache") != "no-cache":
            yield f"sent Cache-Control: {headers['cache-control']}"
        if "if-none-match" in headers and (entry["path"] not in ("manifest.json", THRIFT)
                                           or headers["if-none-match"] not in etags):
            yield f"sent If-None-Match: {headers['if-none-match']} for {entry['path']}"


def said(error, source, version):
    """One line and one sentence about a source that failed, in the one form of all of them."""
    lines = [line for line in error.splitlines()
             if line.startswith(f"carequote-refresh: {source['id']}: ") and re.search(KEPT, line)]
    if len(lines) != 1:
        yield f"{len(lines)} sentences about {source['id']}"
        return
    match = SENTENCE.fullmatch(lines[0])
    if not match:
        yield f"not in the form of a sentence: {lines[0]}"
        return
    if re.search(r"[.!?] [A-Z]", match["what"]) or match["what"].endswith("."):
        yield f"more than one sentence: {match['what']}"
    if match["version"] != (None if version is None else str(version)):
        yield f"kept version {match['version']}, not {version}"
    if not re.search(source["message"], lines[0]):
        yield f"/{source['message']}/ is not in: {lines[0]}"
