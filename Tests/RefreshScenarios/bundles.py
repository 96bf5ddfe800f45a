"""The lists that the scenarios offer: signed by publish where they are good, made by hand where
a publisher would have to cheat or to err.

Harbor has published versions 1, 2 and 3; version 2 is installed where a scenario begins. Every
other list is a change of version 3, named in variants.py.
"""

import concurrent.futures
import hashlib
import json
import os
import shutil
import subprocess
import tempfile

ACME, BLUEBIRD = "schedules/acme-ppo-2026.csv", "schedules/bluebird-2026.csv"
ACME_NOTE = "schedules/acme-ppo-2026.json"
HARBOR = [ACME, ACME_NOTE, BLUEBIRD]
BAY = ["schedules/pacifica-workers-2026.csv"]
THRIFT = "schedules/thrift-card-2026.csv"
NAMESPACE = "carequote-fees-v1"
KEYS = ["fees", "second", "stranger", "ending", "future", "elsewhere"]


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def read(path):
    with open(path, "rb") as file:
        return file.read()


def write(path, data):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(data)


def totals(data):
    """Rows and cents of a price list, as a manifest states them."""
    rows = [line.split(",") for line in data.decode().splitlines()[1:]]
    return len(rows), sum(round(float(row[2]) * 100) for row in rows)


def priced(data, change):
    """The list with every amount changed by a function of cents and of the row's number."""
    lines = data.decode().splitlines()
    for number, line in enumerate(lines[1:]):
        cells = line.split(",")
        cents = change(round(float(cells[2]) * 100), number)
        cells[2] = f"{cents // 100}.{cents % 100:02}"
        lines[number + 1] = ",".join(cells)
    return ("\n".join(lines) + "\n").encode()


class Publisher:
    """Writes lists below a folder, each under its name."""

    def __init__(self, program, tables, keys, folder):
        self.program, self.tables, self.keys, self.folder = program, tables, keys, folder
        os.makedirs(keys)
        for name in KEYS:
            self.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", self.key(name))
        self.run("ssh-keygen", "-q", "-t", "rsa", "-b", "2048", "-N", "", "-f", self.key("rsa"))

    def key(self, name):
        return os.path.join(self.keys, name)

    def run(self, *command):
        done = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL)
        if done.returncode:
            raise SystemExit(f"{' '.join(command)}: {done.stderr.decode()}")

    def path(self, name, file=""):
        return os.path.join(self.folder, name, file)

    def publish(self, name, channel, paths, before=None, percent=0):
        """A list as the program publishes it, with every amount raised by some percent."""
        tables = self.path("tables-of-" + name)
        shutil.copytree(self.tables, tables)
        for path in paths:
            if path.endswith(".csv"):
                old = read(os.path.join(tables, path))
                new = priced(old, lambda cents, _: cents + cents * percent // 100)
                write(os.path.join(tables, path), new)
        if before:
            shutil.copytree(self.path(before), self.path(name))
        group, payer, state = channel.split("/")
        self.run(
            self.program, "publish", tables, "--key", self.key("fees"), "--out", self.path(name),
            "--group", group, "--payer", payer, "--state", state, *paths,
        )

    def publish_all(self):
        self.publish("v1", "harbor/all/CA", HARBOR)
        self.publish("v2", "harbor/all/CA", HARBOR, before="v1", percent=1)
        self.publish("v3", "harbor/all/CA", HARBOR, before="v2", percent=3)
        self.publish("bay1", "bay/all/CA", BAY)
        self.publish("bay2", "bay/all/CA", BAY, before="bay1", percent=2)
        self.publish("twin", "bay/all/CA", [ACME], percent=2)
        thrift = read(os.path.join(self.tables, THRIFT))
        for number in (1, 2, 3):
            raised = priced(thrift, lambda cents, _: cents + cents * number // 100)
            write(self.path(f"thrift{number}", THRIFT), raised)

    def make_all(self, variants):
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            list(pool.map(self.make, variants, variants.values()))

    # Lists made by hand

    def sign(self, data, key, namespace=NAMESPACE, options=()):
        with tempfile.TemporaryDirectory(dir=self.keys) as scratch:
            name = os.path.join(scratch, "list")
            write(name, data)
            self.run("ssh-keygen", "-q", "-Y", "sign", "-f", self.key(key), "-n", namespace,
                     *options, name)
            return read(name + ".sig")

    def make(self, name, change):
        """Version 3 after a change, signed again by whoever the change says."""
        draft = Draft(self)
        change(draft)
        manifest = draft.raw if draft.raw is not None else json.dumps(draft.manifest).encode()
        signature = b"".join(self.sign(manifest, key) for key in draft.signers)
        for path, data in draft.files.items():
            write(self.path(name, path), data)
        write(self.path(name, "manifest.json"), draft.tampered(manifest))
        if (signature := draft.signed(signature, manifest)) is not None:
            write(self.path(name, "manifest.json.sig"), signature)


class Draft:
    """A list on the way to be offered."""

    def __init__(self, publisher):
        self.publisher = publisher
        self.manifest = json.loads(read(publisher.path("v3", "manifest.json")))
        self.files = {path: read(publisher.path("v3", path)) for path in HARBOR}
        self.signers = ["fees"]
        self.raw = None
        self.tampered = lambda manifest: manifest
        self.signed = lambda signature, manifest: signature

    def set(self, **fields):
        for name, value in fields.items():
            self.manifest[name] = value
        return self

    def channel(self, **fields):
        self.manifest["channel"] |= fields
        return self

    def file(self, path, data, count=True):
        """Another file under a listed name, with the size and hash of the manifest after it."""
        self.files[path] = data
        entry = next(entry for entry in self.manifest["files"] if entry["name"] == path)
        entry |= {"sha256": sha256(data), "size": len(data)}
        if count:
            entry["rows"], entry["totalCents"] = totals(data)
        return self

    def text(self, old, new, path=ACME):
        """A file with one text in place of another."""
        data = self.files[path]
        old, new = (part if isinstance(part, bytes) else part.encode() for part in (old, new))
        assert old in data, (path, old)
        return self.file(path, data.replace(old, new, 1), count=False)

    def prices(self, change, path=ACME):
        return self.file(path, priced(self.files[path], change))

    def rename(self, name):
        self.manifest["files"][0]["name"] = name
        return self

    def entry(self, **fields):
        self.manifest["files"][0] |= fields
        return self

    def by(self, *signers):
        self.signers = list(signers)
        return self

    def signature(self, change):
        self.signed = change
        return self
