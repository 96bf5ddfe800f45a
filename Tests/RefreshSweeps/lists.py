"""What no list may do: raise what is installed before it is checked, or stand in for rotten bytes."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import time

from workshop import Wrong

FAULTS = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "FaultServer")


def sweep(workshop, run_all):
    looks = [("a signed list with a wrong row", lambda: wrong_content(workshop)),
             ("304 for a set that rotted", lambda: rotten(workshop))]
    yield "lists", len(looks), run_all("lists", looks)


def everything(store):
    """Every byte of a store but what each run may write."""
    found = {}
    for folder, folders, names in os.walk(store):
        for name in names + [name for name in folders
                             if os.path.islink(os.path.join(folder, name))]:
            path = os.path.join(folder, name)
            found[os.path.relpath(path, store)] = (
                os.readlink(path) if os.path.islink(path) else open(path, "rb").read())
    for name in ("lock", "audit.jsonl"):
        found.pop(name, None)
    return found


def wrong_content(workshop):
    """A row for a service that nobody knows, signed like any other."""
    case = workshop.cases["install"]
    scratch = workshop.place(case)
    bundle = os.path.join(scratch, "bundle")
    shutil.copytree(workshop.path("bundle-2"), bundle)
    with open(os.path.join(bundle, "manifest.json")) as file:
        manifest = json.load(file)
    entry = next(entry for entry in manifest["files"] if "acme" in entry["name"])
    path = os.path.join(bundle, entry["name"])
    with open(path, "a") as file:
        file.write("adjust-the-moon,,10.00,,2026-01-01,\n")
    with open(path, "rb") as file:
        content = file.read()
    entry["sha256"], entry["size"] = hashlib.sha256(content).hexdigest(), len(content)
    entry["rows"], entry["totalCents"] = entry["rows"] + 1, entry["totalCents"] + 1000
    with open(os.path.join(bundle, "manifest.json"), "w") as file:
        json.dump(manifest, file)
    os.remove(os.path.join(bundle, "manifest.json.sig"))
    subprocess.run(["ssh-keygen", "-q", "-Y", "sign", "-n", "carequote-fees-v1", "-f",
                    workshop.path("key"), "manifest.json"], cwd=bundle, check=True,
                   stderr=subprocess.DEVNULL)
    before = everything(os.path.join(scratch, "store"))
    done = workshop.run(["import", "bundle", bundle, *workshop.on()], scratch)
    if done.returncode != 65 or "adjust-the-moon" not in done.stderr:
        raise Wrong(f"exit {done.returncode}: {done.stderr[-300:]}")
    if everything(os.path.join(scratch, "store")) != before:
        raise Wrong("a list that is refused changed the store")
    workshop.at_rest(case, scratch, "old")
    # The version that was refused counts for nothing: the right one of the same number comes.
    workshop.converges(case, scratch)
    shutil.rmtree(scratch)
    return "old 65"


def rotten(workshop):
    """The server says that nothing changed; a byte on the disk did."""
    scratch = workshop.scratch()
    certificates = os.path.join(scratch, "certificates")
    subprocess.run(["bash", os.path.join(FAULTS, "make_certificates.sh"), certificates],
                   check=True, stdout=subprocess.DEVNULL)
    ports = os.path.join(scratch, "ports.json")
    log = os.path.join(scratch, "requests")
    server = subprocess.Popen(
        [sys.executable, "-B", os.path.join(FAULTS, "fault_server.py"), "--good",
         workshop.path("bundle-1"), "--certificates", certificates, "--log", log, "--ports", ports],
        stdin=subprocess.PIPE)
    try:
        while not os.path.exists(ports):
            time.sleep(0.05)
            if server.poll() is not None:
                raise Wrong("the server did not start")
        with open(ports) as file:
            port = json.load(file)["good"]
        with open(workshop.path("refresh.json")) as file:
            config = json.load(file)
        config["sources"] = config["sources"][:1]
        config["sources"][0]["url"] = f"https://fees.test:{port}/good/"
        config["caFile"] = os.path.join(certificates, "ca.pem")
        with open(os.path.join(scratch, "refresh.json"), "w") as file:
            json.dump(config, file)
        return refreshed(workshop, scratch, log, port)
    finally:
        server.stdin.close()
        server.wait(timeout=10)
        shutil.rmtree(scratch)


def refreshed(workshop, scratch, log, port):
    shutil.copytree(workshop.path("empty"), os.path.join(scratch, "store"))
    on = ["--config", "refresh.json", "--store", "store"]
    environment = os.environ | {"CAREQUOTE_TEST_RESOLVE": f"fees.test:{port}:127.0.0.1"}

    def run(*words):
        return workshop.run([*words, *on], scratch, env=environment)

    if run("run").returncode == 10:
        for name in os.listdir(os.path.join(scratch, "store/held")):
            run("approve", name, "--reason", "first")
    # Once more, for what is approved is not always noted with its ETag.
    again = [run("run"), run("run")]
    if [done.returncode for done in again] != [0, 0]:
        raise Wrong(f"{again[-1].stderr[-300:]}")
    with open(log) as file:
        asked = file.read()
    conditional = '"if-none-match"' in asked.lower()
    table = os.path.join(scratch, "store/current/tables/schedules/acme-ppo-2026.csv")
    with open(table, "r+b") as file:
        file.seek(100)
        byte = file.read(1)
        file.seek(100)
        file.write(bytes([byte[0] ^ 1]))
    done = run("run")
    verified = workshop.run(["verify", *on], scratch)
    if done.returncode == 0 and verified.returncode != 0:
        raise Wrong(f"the run ended well over rotten bytes: {verified.stderr[-300:]}")
    return f"{done.returncode}, whole again" + ("" if conditional else ", never conditional")
