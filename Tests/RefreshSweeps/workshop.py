"""A refresh to be disturbed: signed lists, stores to start from, and the check of what is left."""

import hashlib
import json
import os
import shutil
import subprocess
import tempfile
import threading

FILES = ["schedules/acme-ppo-2026.csv", "schedules/bluebird-2026.csv"]
EXTRA = "schedules/thrift-card-2026.csv"
OLD_PRICE, NEW_PRICE = "59.20", "60.38"  # exam-new-brief, and 2 % more: 59.20 * 1.02 = 60.384


class Wrong(Exception):
    """Something that must not be."""


class Case:
    """A command that changes a store, the store it starts from, and the two sets allowed after."""

    def __init__(self, name, store, command, old, new, kept):
        self.name, self.store, self.command = name, store, command
        self.old, self.new, self.kept = old, new, kept


class Workshop:
    def __init__(self, programs, root):
        self.refresh = os.path.join(programs, "carequote-refresh")
        self.quote = os.path.join(programs, "carequote")
        self.root = tempfile.mkdtemp(prefix="carequote-sweep-")
        self.tables = os.path.join(root, "PriceTables")
        self.count, self.counting = 0, threading.Lock()
        try:
            self.prepare()
        except BaseException:
            self.close()
            raise

    def close(self):
        shutil.rmtree(self.root, ignore_errors=True)

    def path(self, name):
        return os.path.join(self.root, name)

    def scratch(self):
        with self.counting:
            self.count += 1
            path = self.path(f"scratch-{self.count:05}")
        os.mkdir(path)
        return path

    # Running

    def run(self, arguments, cwd, before=(), **more):
        return subprocess.run(
            [*before, self.refresh, *arguments], cwd=cwd, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=120, **more)

    def must(self, arguments, cwd, exits=(0,)):
        done = self.run(arguments, cwd)
        if done.returncode not in exits:
            raise Wrong(f"{' '.join(arguments)}: exit {done.returncode}: {done.stderr[-600:]}")
        return done

    def on(self, store="store"):
        return ["--config", self.path("refresh.json"), "--store", store]

    # Setting up

    def prepare(self):
        with open(self.path("refresh.json"), "w") as file:
            json.dump({
                "sources": [
                    {"id": "harbor", "kind": "bundle", "url": "https://fees.test/harbor/",
                     "channel": {"group": "harbor", "payer": "all", "state": "CA"}},
                    {"id": "thrift", "kind": "csv", "url": "https://fees.test/thrift.csv",
                     "path": EXTRA},
                ],
                "tables": self.tables,
            }, file)
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "test", "-f",
                        self.path("key")], check=True)
        self.publish(1, lambda cents: cents)
        self.publish(2, lambda cents: (cents * 102 + 50) // 100)
        self.changed(EXTRA, self.path("thrift.csv"), lambda cents: (cents * 102 + 50) // 100)
        self.must(["trust", "add", self.path("key.pub"), "--name", "office", "--store", "empty"],
                  self.root)
        first = self.grown("empty", "first", self.import_bundle(1))
        second = self.grown("first", "second", self.import_bundle(2))
        # An unpinned file is always held.
        shutil.copytree(self.path("first"), self.path("waiting"), symlinks=True)
        self.must(self.import_thrift("waiting"), self.root, exits=(10,))
        candidate = os.listdir(self.path("waiting/held"))[0]
        approve = ["approve", candidate, "--reason", "looked at", *self.on()]
        shutil.copytree(self.path("waiting"), self.path("approved"), symlinks=True)
        self.must(["approve", candidate, "--reason", "looked at", *self.on("approved")],
                  self.root)
        third = self.current("approved")
        self.cases = {
            "install": Case("install", "first", self.import_bundle(2), first, second,
                            {first, second}),
            "rollback": Case("rollback", "second",
                             ["rollback", "--to", first, "--reason", "wrong", *self.on()],
                             second, first, {first, second}),
            "approve": Case("approve", "waiting", approve, first, third, {first, third}),
        }
        self.swept = list(self.cases.values())

    def changed(self, name, target, change):
        """A price file with every amount changed, so that no two versions are alike."""
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(os.path.join(self.tables, name)) as source, open(target, "w") as out:
            for number, line in enumerate(source):
                cells = line.rstrip("\n").split(",")
                if number:
                    dollars, _, cents = cells[2].partition(".")
                    new = change(int(dollars) * 100 + int((cents + "00")[:2]))
                    cells[2] = f"{new // 100}.{new % 100:02}"
                out.write(",".join(cells) + "\n")

    def publish(self, version, change):
        tables = self.path(f"tables-{version}")
        if version > 1:
            # A manifest names the one before it.
            shutil.copytree(self.path(f"bundle-{version - 1}"), self.path(f"bundle-{version}"))
        shutil.copytree(self.tables, tables)
        for name in FILES:
            self.changed(name, os.path.join(tables, name), change)
        self.must(["publish", tables, "--key", self.path("key"), "--out",
                   self.path(f"bundle-{version}"), "--group", "harbor", "--payer", "all",
                   "--state", "CA", "--version", str(version), *FILES], self.root)
        shutil.rmtree(tables)

    def import_bundle(self, version, store="store"):
        return ["import", "bundle", self.path(f"bundle-{version}"), *self.on(store)]

    def import_thrift(self, store="store"):
        return ["import", "csv", self.path("thrift.csv"), *self.on(store)]

    def grown(self, before, after, command):
        """A copy of a store after one more command; what is held is approved."""
        shutil.copytree(self.path(before), self.path(after), symlinks=True)
        command = [after if part == "store" else part for part in command]
        if self.must(command, self.root, exits=(0, 10)).returncode == 10:
            for name in os.listdir(self.path(f"{after}/held")):
                self.must(["approve", name, "--reason", "first", *self.on(after)], self.root)
        return self.current(after)

    def current(self, store):
        return os.readlink(self.path(f"{store}/current")).split("/")[1]

    def place(self, case):
        """A folder of its own with a copy of the store a case starts from."""
        scratch = self.scratch()
        shutil.copytree(self.path(case.store), os.path.join(scratch, "store"), symlinks=True)
        return scratch

    # Checking

    def state(self, case, scratch):
        """Which set readers see: `old` or `new`, every byte of it compared with its list."""
        store = os.path.join(scratch, "store")
        link = os.readlink(os.path.join(store, "current"))
        name = link.removeprefix("snapshots/")
        folder = os.path.join(store, "snapshots", name)
        whole(folder, name)
        if name not in (case.old, case.new):
            raise Wrong(f"current is {link}")
        return "old" if name == case.old else "new"

    def at_rest(self, case, scratch, state):
        """The whole store as it must be at any time."""
        chain(os.path.join(scratch, "store", "audit.jsonl"))
        verified = self.run(["verify", *self.on()], scratch)
        if verified.returncode != 0:
            raise Wrong(f"verify: exit {verified.returncode}: {verified.stderr[-600:]}")
        if self.state(case, scratch) != state:
            raise Wrong("the state changed while nothing ran")

    def converges(self, case, scratch):
        """The next run brings the new set, and leaves nothing behind."""
        if self.state(case, scratch) == "old":
            self.must(case.command, scratch)
        elif case.name == "approve":
            self.must(self.import_thrift(), scratch)
        else:
            # What a rollback left behind stays barred; the version that is there stays there.
            self.must(self.import_bundle(2), scratch, exits=(0, 10))
        if self.state(case, scratch) != "new":
            raise Wrong("the next run did not bring the new set")
        self.at_rest(case, scratch, "new")
        store = os.path.join(scratch, "store")
        for folder, expected in (("staging", set()), ("snapshots", case.kept), ("held", set())):
            found = set(os.listdir(os.path.join(store, folder)))
            if found != expected:
                raise Wrong(f"{folder} holds {sorted(found)} after the next run")

    def price(self, scratch):
        """The price that a quote reads."""
        done = subprocess.run(
            [self.quote, "services", "--schedule", "acme-ppo-2026", "--on", "2026-11-26",
             "--tables", self.tables, "--store", "store"],
            cwd=scratch, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for line in done.stdout.splitlines():
            cells = line.split()
            if cells and cells[0] == "exam-new-brief":
                return cells[2]
        raise Wrong(f"no price: {done.stderr[-300:]}")


def whole(folder, name):
    with open(os.path.join(folder, "snapshot.json"), "rb") as file:
        listing = file.read()
    if hashlib.sha256(listing).hexdigest() != name:
        raise Wrong(f"snapshot.json of {name[:12]} has another SHA-256")
    for entry in json.loads(listing)["files"]:
        with open(os.path.join(folder, entry["path"]), "rb") as file:
            content = file.read()
        if len(content) != entry["size"] or hashlib.sha256(content).hexdigest() != entry["sha256"]:
            raise Wrong(f"{entry['path']} of {name[:12]} is torn")


def chain(path):
    """The hash chain of the audit log, worked out here anew; a torn line is marked by the next."""
    with open(path, "rb") as file:
        content = file.read()
    lines = content.split(b"\n")
    torn = lines.pop()
    previous = "0" * 64
    for number, line in enumerate(lines):
        try:
            entry = json.loads(line)
        except ValueError:
            following = lines[number + 1] if number + 1 < len(lines) else b"{}"
            if json.loads(following).get("event") != "torn":
                raise Wrong(f"audit.jsonl:{number + 1} is no line and not marked as torn")
            entry = {"previous": previous}
        if entry["previous"] != previous:
            raise Wrong(f"audit.jsonl:{number + 1} does not follow")
        previous = hashlib.sha256(line).hexdigest()
    return torn
