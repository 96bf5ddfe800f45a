"""What a scenario does to the store before the run, and what it looks at after."""

import json
import os
import shutil
import subprocess

from bundles import ACME, read, write
from checks import current, tree
from ways import run


def table_of(case):
    return os.path.join(case.store, "snapshots", current(tree(case.store)), "tables", ACME)


def rot_table(case):
    """G13: one bit of an installed table is another."""
    data = bytearray(read(table_of(case)))
    data[len(data) // 2] ^= 1
    write(table_of(case), bytes(data))


def lose_table(case):
    os.remove(table_of(case))


def rot_list(case):
    path = os.path.join(case.store, "current", "snapshot.json")
    write(path, read(path) + b" ")


def rot_proof(case):
    os.remove(os.path.join(case.store, "current/proof/harbor/manifest.json.sig"))


def damaged_next(case):
    """A folder of the name that the new set will have is there, and damaged."""
    other = os.path.join(case.folder, "other")
    shutil.copytree(case.store, other, symlinks=True)
    subprocess.run([*case.command[:1], "import", "bundle", os.path.join(case.world.offers, "v3"),
                    "--config", case.path("refresh.json"), "--store", other],
                   env=case.environment, capture_output=True, check=True)
    name = current(tree(other))
    shutil.copytree(os.path.join(other, "snapshots", name),
                    os.path.join(case.store, "snapshots", name))
    write(os.path.join(case.store, "snapshots", name, "tables", ACME), b"damaged\n")


def stale(case):
    """G12: what a run that was killed leaves, and its number is another process's by now."""
    write(os.path.join(case.store, "lock"),
          f"process {os.getpid()} since 2026-01-01T00:00:00Z\n".encode())
    write(os.path.join(case.store, "staging", "0" * 64, "tables", "half.csv"), b"half")
    write(os.path.join(case.store, "staging", "current"), b"no link")


def torn_log(case):
    """A line of the audit log was cut short."""
    path = os.path.join(case.store, "audit.jsonl")
    write(path, read(path) + b'{"at":"2026-11-2')


def trust(*words):
    def change(case):
        case.world.call("trust", *words, "--store", case.store)
    return change


def no_keys(case):
    os.remove(os.path.join(case.store, "trust/keys.json"))


def broken_keys(case):
    write(os.path.join(case.store, "trust/keys.json"), b"{}\n")


FIRST = {
    "rotTable": rot_table, "loseTable": lose_table, "rotList": rot_list, "rotProof": rot_proof,
    "damagedNext": damaged_next, "stale": stale, "tornLog": torn_log, "noKeys": no_keys,
    "brokenKeys": broken_keys, "revokeFees": trust("remove", "fees"),
}


def reads_former(case):
    """Quotes are made from the set before the damaged one, and say so."""
    ran = subprocess.run(
        [case.world.reader, "services", "--tables", case.world.path("offers/tables-of-v2"),
         "--store", case.store, "--schedule", "acme-ppo-2026", "--on", "2026-11-23"],
        env=case.environment, capture_output=True, text=True)
    if ran.returncode != 0 or "is used instead" not in ran.stderr:
        yield f"carequote does not fall back: {ran.returncode} {ran.stderr.strip()}"
    if "59.20" not in ran.stdout:  # version 1 has the amounts of the repository
        yield "carequote does not show the price of version 1"


def verifies(expected):
    def look(case):
        ran = subprocess.run([case.world.program, "verify", "--store", case.store],
                             env=case.environment, capture_output=True, text=True)
        if ran.returncode != expected:
            yield f"verify ends with {ran.returncode}, not {expected}: {ran.stderr.strip()}"
    return look


def converges(case):
    """The next run, with nothing in its way, installs the new set."""
    ran = run(case)
    if ran.code != 0 or '"version":3' not in read(case.path("store/audit.jsonl")).decode():
        yield f"the next run ends with {ran.code}: {ran.error.strip()}"
    yield from verifies(0)(case)


def approves(case):
    """What is held can be approved, and is installed then."""
    held = os.listdir(os.path.join(case.store, "held"))
    ran = subprocess.run(
        [case.world.program, "approve", held[0][:12], "--reason", "asked by phone",
         "--config", case.path("refresh.json"), "--store", case.store],
        env=case.environment, capture_output=True, text=True)
    if ran.returncode != 0 or os.listdir(os.path.join(case.store, "held")):
        yield f"approve ends with {ran.returncode}: {ran.stderr.strip()}"
    yield from verifies(0)(case)


def is_json(case):
    report = json.loads(case.ran.output)
    if report["exit"] != case.ran.code or not report["sources"]:
        yield "the JSON report does not fit the exit"


AFTER = {
    "readsFormer": reads_former, "verifies": verifies(0), "verifyFinds": verifies(74),
    "converges": converges, "approves": approves, "isJSON": is_json,
}
