#!/usr/bin/env python3
"""Breaks the refresh in nine ways, one after another, and sees that a test finds each.

It changes sources: run it in a clone of its own, where nothing is uncommitted. A text to change
that is no longer there is an error, so that no mutant is silently left out.

    git clone . /tmp/mutants && cd /tmp/mutants && Tests/RefreshSweeps/mutants.py
"""

import argparse
import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SWEEP = [sys.executable, "Tests/RefreshSweeps/sweep.py", "--sample", "1", "--only"]
STORE, REFRESH, CURL = "FeeScheduleStore", "FeeScheduleRefresh", "CurlTransfer"


class Mutant:
    def __init__(self, name, changes, tests, least=1):
        self.name, self.changes, self.tests, self.least = name, changes, tests, least


def sweep(part):
    return ("product", [*SWEEP, part])


def suite(name):
    return ("tests", ["swift", "test", "--skip-build", "--filter", name])


MUTANTS = [
    Mutant("drop the fsync of a file", [
        (f"{STORE}/Folder.swift",
         "        try file.write(bytes)\n        try file.sync()\n",
         "        try file.write(bytes)\n"),
    ], [sweep("durability"), sweep("power")]),
    Mutant("drop the fsync of a folder", [
        (f"{STORE}/Folder.swift", "        try handle.sync()\n", ""),
    ], [sweep("durability"), sweep("power")]),
    Mutant("exists, so trust it", [
        (f"{STORE}/LockedStore+Install.swift",
         "if (try? self.snapshot(id)) == snapshot {", "if try snapshots.names().contains(id) {"),
    ], [suite("LockedStoreTests")]),
    Mutant("a reader that follows the link for each file", [
        (f"{STORE}/InstalledTables.swift",
         "return try Folder(path: store)\n", 'return try Folder(path: store + "/.")\n'),
        (f"{STORE}/Snapshot.swift",
         "            let bytes = try whole(folder, file.path, atMost: file.size, id: id)\n",
         "            var bytes: [UInt8] = []\n"
         '            if folder.path.contains("/./snapshots/") {\n'
         '                let link = folder.path + "/../../current"\n'
         "                bytes = (try? Folder(path: link).read(below: file.path, atMost: 1 << 20))"
         " ?? []\n"
         "            } else {\n"
         "                bytes = try whole(folder, file.path, atMost: file.size, id: id)\n"
         "            }\n"),
    ], [suite("ReadersTests")]),
    Mutant("rename before fsync", [
        (f"{STORE}/Snapshot.swift", "        try folder.syncTree()\n", ""),
        (f"{STORE}/LockedStore+Install.swift",
         "        try staging.rename(id, into: snapshots, as: id)\n",
         "        try staging.rename(id, into: snapshots, as: id)\n"
         "        try snapshots.folder(id).syncTree()\n"),
    ], [sweep("durability")]),
    Mutant("raise what is installed before the checks", [
        (f"{REFRESH}/RefreshRun+Installing.swift",
         "            let found: OfferInspection.Findings\n",
         "            if offer.holds.isEmpty {\n"
         "                try? store.install(\n"
         "                    InstalledSet(installed, replacing: [offer]).snapshot,\n"
         '                    as: "installed", at: environment.time, noting: []\n'
         "                )\n"
         "            }\n"
         "            let found: OfferInspection.Findings\n"),
    ], [sweep("lists")]),
    Mutant("take a 304 for the proof of what is on the disk", [
        (f"{REFRESH}/InstalledSource.swift",
         "                    etag: read == nil ? nil : noted", "                    etag: noted"),
        (f"{REFRESH}/SourceFetch+Steps.swift",
         "        guard isInstalledWhole else { return download }\n", ""),
        (f"{REFRESH}/SourceFetch+Bundle.swift",
         "        guard case .bundle(let channel, let keysRequired) = source.kind, let installed"
         " else {\n            return .unchanged(notices: [])\n        }\n",
         "        guard case .bundle(let channel, let keysRequired) = source.kind, let installed,\n"
         "            installed.isWhole\n        else {\n"
         "            return .unchanged(notices: [])\n        }\n"),
    ], [sweep("lists")]),
    Mutant("no cap on the bytes that are taken", [
        (f"{CURL}/ReceivedAnswer.swift",
         "guard bytes.count <= maximumBytes - body.count else {",
         "guard bytes.count <= Int.max - body.count else {"),
    ], [suite("CurlTransferTests")]),
    Mutant("leave the folder of certificates in place", [
        (f"{CURL}/CurlHandle+Options.swift",
         '        try set(CURLOPT_CAPATH, "CAPATH", to: nil)\n', ""),
    ], [suite("CertificateFolderTests")]),
]


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", type=int, action="append", metavar="NUMBER",
                        help="only the mutant of this number, from 1")
    options = parser.parse_args()
    os.chdir(ROOT)
    if subprocess.run(["git", "diff", "--quiet", "HEAD", "--", "Sources"]).returncode != 0:
        sys.exit("mutants.py: Sources has changes; commit them, or use a clone")
    assert len(MUTANTS) == 9
    alive = []
    for number, mutant in enumerate(MUTANTS, 1):
        if options.only and number not in options.only:
            continue
        caught = tried(mutant)
        print(f"{number}. {mutant.name}: "
              f"{'caught by ' + '; '.join(caught) if caught else 'ALIVE'}", flush=True)
        if not caught:
            alive.append(mutant.name)
    sys.exit(f"mutants.py: alive: {', '.join(alive)}" if alive else 0)


def tried(mutant):
    """The tests that find a mutant; the sources are as they were afterwards."""
    before = {}
    try:
        for name, old, new in mutant.changes:
            path = os.path.join("Sources", name)
            with open(path) as file:
                text = file.read()
            before.setdefault(path, text)
            if text.count(old) != 1:
                sys.exit(f"mutants.py: {mutant.name}: {name} holds the text to change "
                         f"{text.count(old)} times:\n{old}")
            with open(path, "w") as file:
                file.write(text.replace(old, new))
        caught, built = [], set()
        for kind, command in mutant.tests:
            if kind not in built:
                build(mutant, kind)
                built.add(kind)
            done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                  text=True)
            if done.returncode != 0:
                caught.append(" ".join(command[1:]).removeprefix("Tests/RefreshSweeps/")
                              + f" ({evidence(done.stdout)})")
        return caught
    finally:
        for path, text in before.items():
            with open(path, "w") as file:
                file.write(text)


def build(mutant, kind):
    command = ["swift", "build"] + (
        ["--product", "carequote-refresh"] if kind == "product" else ["--build-tests"])
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode != 0:
        sys.exit(f"mutants.py: {mutant.name} does not build:\n{done.stdout[-2000:]}")


def evidence(output):
    """The first line that says what was wrong."""
    for line in output.splitlines():
        if any(word in line for word in ("WRONG", "Wrong:", "recorded an issue")):
            return line.strip()[:160]
    return "no word of why"


if __name__ == "__main__":
    main()
