"""What all scenarios share, made once: certificates, server, keys, lists, and stores to copy."""

import concurrent.futures
import json
import os
import shutil
import subprocess
import time

from bundles import KEYS, THRIFT, Publisher, read, sha256
from variants import VARIANTS, day

HERE = os.path.dirname(os.path.abspath(__file__))
FAULT_SERVER = os.path.join(os.path.dirname(HERE), "FaultServer")
TABLES = os.path.join(os.path.dirname(os.path.dirname(HERE)), "PriceTables")
GOOD = "status-404@none"  # a fault that no file suffers, so that requests carry the scenario's name
CONFIGURATION = {
    "tables": TABLES,
    "deadlines": {"connectMilliseconds": 6_000, "transferMilliseconds": 8_000,
                  "lowSpeedSeconds": 8, "runSeconds": 25},
    "retry": {"firstDelayMilliseconds": 20, "mostDelayMilliseconds": 100, "totalSeconds": 20,
              "mostRetryAfterSeconds": 1},
}
SOURCES = {
    "harbor": {"kind": "bundle", "channel": {"group": "harbor", "payer": "all", "state": "CA"}},
    "bay": {"kind": "bundle", "channel": {"group": "bay", "payer": "all", "state": "CA"}},
    "thrift": {"kind": "csv", "path": THRIFT},
}
# The stores that scenarios begin with, beside the empty one: lists that are fetched and installed one after another.
BASES = {
    "installed": [["v1"], ["v2"]],
    "listed": [["thrift1"], ["thrift2"]],
    "several": [["v1", "bay1", "thrift1"], ["v2", "bay1", "thrift2"]],
    "imported": [["v1"], ["v2"]],
}
VERSIONS = {"harbor": 2, "bay": 1, "thrift": None}


class World:
    def __init__(self, program, reader, folder):
        self.program, self.reader, self.folder = program, reader, folder
        self.offers = os.path.join(folder, "offers")
        os.makedirs(self.offers)
        subprocess.run(["bash", os.path.join(FAULT_SERVER, "make_certificates.sh"),
                        self.path("certificates")], check=True)
        join(self.path("certificates/both.pem"), self.path("certificates/ca.pem"),
             self.path("certificates/other-ca.pem"))
        self.publisher = Publisher(program, TABLES, self.path("keys"), self.offers)
        self.publisher.publish_all()
        self.publisher.make_all(VARIANTS)
        self.start_server()
        self.trust_keys(self.path("base-empty"))
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            list(pool.map(self.make_base, BASES, BASES.values()))

    def path(self, name):
        return os.path.join(self.folder, name)

    def start_server(self):
        self.server = subprocess.Popen(
            ["python3", "-B", os.path.join(FAULT_SERVER, "fault_server.py"),
             "--certificates", self.path("certificates"), "--good", self.offers,
             "--ports", self.path("ports.json"), "--log", self.path("requests.jsonl")],
            stdin=subprocess.PIPE,
        )
        for _ in range(200):
            if os.path.exists(self.path("ports.json")):
                break
            time.sleep(0.05)
        self.ports = json.loads(read(self.path("ports.json")))

    def abilities(self):
        """What this machine can do that another may not."""
        has_namesake = os.path.exists(self.path("certificates/namesake.pem"))
        return ({"namesake"} if has_namesake else set()) | (
            {"root"} if os.geteuid() == 0 else set())

    def log(self):
        lines = read(self.path("requests.jsonl")).split(b"\n")[:-1]
        return [json.loads(line) for line in lines]

    # Programs

    def environment(self, **more):
        resolved = ",".join(f"fees.test:{port}:127.0.0.1" for port in self.ports.values())
        proxy = f"http://127.0.0.1:{self.ports['proxy']}"  # A15: no transfer may obey it
        return {
            "PATH": os.environ["PATH"], "HOME": self.folder, "CAREQUOTE_TEST_RESOLVE": resolved,
            "https_proxy": proxy, "HTTPS_PROXY": proxy, "ALL_PROXY": proxy,
        } | more

    def call(self, *arguments, expect=(0,)):
        """Runs the program where it must succeed, and returns what it answers."""
        ran = subprocess.run([self.program, *arguments], capture_output=True, text=True,
                             env=self.environment())
        if ran.returncode not in expect:
            raise SystemExit(f"{' '.join(arguments)}: exit {ran.returncode}\n{ran.stderr}")
        return ran.stdout

    # Configurations

    def source(self, entry, nonce):
        """A source of a configuration, from the words of a scenario."""
        name, offer = entry.get("id", "harbor"), entry.get("offer", "v3")
        port = self.ports[entry.get("port", "good")]
        url = f"https://fees.test:{port}/fault/{entry.get('fault', GOOD)}/{nonce}/{offer}/"
        source = {"id": name, "url": url} | SOURCES[name]
        if source["kind"] == "csv":
            source["url"] += source["path"]
            if pinned := entry.get("pinned"):
                data = read(os.path.join(self.offers, pinned, source["path"]))
                source["sha256"] = sha256(data)
        return self.filled(source | entry.get("source", {}))

    def configuration(self, sources, changes=None):
        made = {"caFile": self.path("certificates/ca.pem"), **CONFIGURATION, "sources": sources}
        for name, value in (changes or {}).items():
            nested = isinstance(value, dict)
            made[name] = self.filled(made.get(name, {}) | value if nested else value)
        return json.dumps({name: value for name, value in made.items() if value is not None})

    def filled(self, value):
        """A value in which {PORT}, {PROXY}, {CERTIFICATES} and pins stand for what they are."""
        if isinstance(value, dict):
            return {name: self.filled(inner) for name, inner in value.items()}
        if isinstance(value, list):
            return [self.filled(inner) for inner in value]
        if not isinstance(value, str):
            return value
        for name, port in self.ports.items():
            value = value.replace("{" + name + "}", str(port))
        for pin in ("good", "other"):
            value = value.replace("{pin:" + pin + "}",
                                  read(self.path(f"certificates/{pin}.pin")).decode())
        return value.replace("{certificates}", self.path("certificates"))

    # Stores

    def trust_keys(self, store):
        options = {"ending": ["--through", day(0)], "future": ["--from", day(30)],
                   "elsewhere": ["--channel", "harbor/all/NV"]}
        for key in KEYS:
            if key != "stranger":
                self.call("trust", "add", self.publisher.key(key) + ".pub", "--name", key,
                          "--store", store, *options.get(key, []))
        os.chmod(store, 0o755)

    def make_base(self, name, steps):
        store = self.path(f"base-{name}")
        shutil.copytree(self.path("base-empty"), store)
        for number, offers in enumerate(steps):
            sources = [self.source({"id": id_of(offer), "offer": offer, "pinned": offer},
                                   f"base-{name}-{number}") for offer in offers]
            config = self.path(f"base-{name}.json")
            with open(config, "w") as file:
                file.write(self.configuration(sources))
            where = ["--config", config, "--store", store]
            command = ["run"] if name != "imported" else ["import", "bundle",
                                                          os.path.join(self.offers, offers[0])]
            # The first list of a source may wait for a person.
            self.call(*command, *where, expect=(0, 10))
            status = json.loads(self.call("status", *where, "--format", "json"))
            for candidate in (held["id"] for source in status["sources"] for held in source["held"]):
                self.call("approve", candidate, "--reason", "the first list", *where)

    def base(self, name, folder):
        store = os.path.join(folder, "store")
        shutil.copytree(self.path(f"base-{name}"), store, symlinks=True)
        return store

    def expected(self, source, offer, url):
        """The files of a snapshot that come from a source, and what its note of origin says."""
        def offered(name):
            return read(os.path.join(self.offers, offer, name))
        if SOURCES[source]["kind"] == "csv":
            note = THRIFT[:-3] + "json"
            origin = json.loads(read(os.path.join(TABLES, note)))
            origin |= {"address": url, "retrievedOn": day(0), "sha256": sha256(offered(THRIFT))}
            return {"tables/" + THRIFT: offered(THRIFT), "tables/" + note: origin}
        manifest = offered("manifest.json")
        files = {f"proof/{source}/manifest.json": manifest,
                 f"proof/{source}/manifest.json.sig": offered("manifest.json.sig")}
        for file in json.loads(manifest)["files"]:
            files["tables/" + file["name"]] = offered(file["name"])
        return files

    def etag(self, offer, name):
        return '"' + sha256(read(os.path.join(self.offers, offer, name)))[:16] + '"'


def id_of(offer):
    return next((name for name in ("bay", "thrift") if offer.startswith(name)), "harbor")


def join(path, *parts):
    with open(path, "wb") as file:
        for part in parts:
            file.write(read(part))
