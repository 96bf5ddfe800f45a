#!/usr/bin/env python3
"""Runs carequote-refresh against every fault of the table, each with a store and a server of its own.

scenarios.json holds the table: for each fault how the run must end, what it must say, what it may
have sent, and what the store must be afterwards: S0 as it was, byte for byte; S1 the new set.

    Tests/RefreshScenarios/run_scenarios.py              all of them, four at a time
    Tests/RefreshScenarios/run_scenarios.py C5 D4        these only, with what the program said
    Tests/RefreshScenarios/run_scenarios.py --random 50 --seed 7

Scenarios that need something are skipped, and named, until --with says that it is there.
"""

import argparse
import concurrent.futures
import json
import os
import re
import shutil
import sys
import tempfile
import time

import checks
from around import AFTER, FIRST
from bundles import THRIFT, read
from ways import NEEDS_ROOT, WAYS
from world import HERE, VERSIONS, World

ROOT = os.path.dirname(os.path.dirname(HERE))
# The ends that are not about one source, or no failure.
QUIET = (0, 10, 64, 75)


class Case:
    """One scenario on its way."""

    def __init__(self, world, scenario, folder):
        self.world, self.scenario, self.folder = world, scenario, folder
        self.base = scenario.get("base", "installed")
        self.store = world.base(self.base, folder)
        self.sources = [
            {"id": "harbor", "offer": "v3"} | source
            for source in scenario.get("sources", [scenario | {"id": scenario.get("csv", "harbor")}])
        ]
        self.nonces = [f"{scenario['id']}-{source['id']}" for source in self.sources]
        self.configured = [world.source(*pair) for pair in zip(self.sources, self.nonces)]
        config = world.configuration(self.configured, scenario.get("config"))
        with open(self.path("refresh.json"), "w") as file:
            file.write(config)
        self.environment = world.environment()
        if "clock" in scenario:
            clock = str(int(time.time()) + scenario["clock"])
            self.environment["CAREQUOTE_TEST_CLOCK"] = clock
        arguments = [word.replace("{offers}", world.offers) for word in scenario.get("args", ["run"])]
        self.command = [world.program, *arguments, "--config", self.path("refresh.json"),
                        "--store", self.store]

    def path(self, name):
        return os.path.join(self.folder, name)

    def run(self):
        for name in self.scenario.get("first", []):
            FIRST[name](self)
        self.before = checks.tree(self.store)
        self.ran = WAYS[self.scenario.get("way", "run")](self)
        self.after = checks.tree(self.store)
        found = list(self.findings())
        for name in self.scenario.get("after", []):
            found += AFTER[name](self)
        return found

    def findings(self):
        scenario, ran = self.scenario, self.ran
        if ran.code not in ends(scenario):
            yield f"exit {ran.code}, not {scenario['exit']}"
        if ran.seconds > scenario.get("maxSeconds", 15):
            yield f"took {ran.seconds:.1f} s, more than {scenario.get('maxSeconds', 15)}"
        for pattern in scenario.get("says", []):
            if not re.search(pattern, ran.error):
                yield f"/{pattern}/ is not said"
        if not re.search(scenario.get("answers", ""), ran.output):
            yield f"/{scenario['answers']}/ is not answered"
        if "args" not in scenario and ran.output.count("\n") > 1:
            yield "the summary is more than one line"
        if ran.code not in QUIET and not ran.error.strip():
            yield "nothing is said"
        for source in self.sources:
            if "message" in source:
                version = source.get("kept", VERSIONS[source["id"]])
                yield from checks.said(ran.error, source, version)
        made = list(checks.requests(self.world.log(), self.nonces))
        if "seed" not in scenario:
            yield from checks.counted(made, scenario)
        yield from checks.sent(made, self.etags())
        yield from self.store_findings()

    def etags(self):
        lists = {self.world.etag(name, "manifest.json") for name in ("v2", "v3", "bay1")}
        return lists | {self.world.etag("thrift2", THRIFT)}

    def origin(self, configured):
        """Where a list comes from: its address, or the file that it was imported from."""
        is_import = self.scenario.get("args", ["run"])[0] == "import"
        return f"file://{self.command[3]}" if is_import else configured["url"]

    def store_findings(self):
        state = self.scenario["state"]
        if state == "S0 or S1":
            # A server may say falsely that nothing changed; then the old set stays.
            state = "S1" if " updated " in self.ran.output else "S0"
        yield from checks.audit(self.after, self.before)
        if state == "S1":
            expected = {}
            for source, configured in zip(self.sources, self.configured):
                if "message" not in source and not source.get("stays"):
                    expected |= self.world.expected(source["id"], source["offer"],
                                                    self.origin(configured))
            yield from checks.installed(self.before, self.after, expected,
                                        self.scenario.get("held", False))
        else:
            yield from checks.untouched(self.before, self.after, state == "held",
                                        self.scenario.get("rotted", False))


def ends(scenario):
    """The ends that are right: one, but for chance."""
    return scenario["exit"] if isinstance(scenario["exit"], list) else [scenario["exit"]]


def chances(count, seed):
    """Scenarios in which each file suffers whatever a seed brings: the whole set or none of it."""
    for number in range(count):
        once = "*1" if number % 2 else ""
        yield {
            "id": f"R{seed}-{number}", "what": f"chance, seed {seed}", "seed": seed,
            "fault": f"random-{seed}x{number}{once}", "exit": [0, 69, 76, 77], "state": "S0 or S1",
            "config": {"deadlines": {"connectMilliseconds": 2_000, "transferMilliseconds": 3_000,
                                     "lowSpeedSeconds": 1}, "retry": {"attempts": 2}},
            "maxSeconds": 30,
        }


def run(world, scenario):
    folder = tempfile.mkdtemp(prefix=scenario["id"] + "-", dir=world.folder)
    os.chmod(folder, 0o755)
    case = None
    try:
        case = Case(world, scenario, folder)
        found = case.run()
    except Exception as error:  # a scenario that cannot be run is one that failed
        found = [f"{type(error).__name__}: {error}"]
    shutil.rmtree(folder, ignore_errors=True)
    return scenario, found, case.ran if case and hasattr(case, "ran") else None


def lacks(scenario, have):
    needs = {scenario.get("needs")} | ({"root"} if scenario.get("way") in NEEDS_ROOT else set())
    return needs - have - {None}


def connections(world, scenarios):
    """Ports that one scenario alone uses: how often they were called."""
    counted = [entry["port"] for entry in world.log() if entry["event"] == "connection"]
    for scenario in scenarios:
        if "connections" in scenario:
            count = counted.count(scenario["port"])
            if count != scenario["connections"]:
                yield f"{scenario['id']}: {count} connections, not {scenario['connections']}"
    expected = any(scenario["id"] == "A15-refused" for scenario in scenarios)
    if counted.count("proxy") and not expected:
        yield "the proxy of the environment was asked"


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ids", nargs="*", help="only these")
    parser.add_argument("--with", dest="have", action="append", default=[], metavar="WHAT")
    parser.add_argument("--programs", default=os.path.join(ROOT, ".build/debug"),
                        help="folder of carequote-refresh and carequote, a debug build")
    parser.add_argument("--random", type=int, metavar="COUNT", help="chance instead of the table")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--at-once", type=int, default=4)
    parser.add_argument("--keep", action="store_true", help="leave the lists and the log")
    options = parser.parse_args()

    table = json.loads(read(os.path.join(HERE, "scenarios.json")))
    is_whole = not options.ids and options.random is None
    if options.random is not None:
        print(f"seed {options.seed}")
        chosen = list(chances(options.random, options.seed))
    else:
        chosen = [scenario for scenario in table["scenarios"]
                  if is_whole or scenario["id"] in options.ids]
        if unknown := set(options.ids) - {scenario["id"] for scenario in chosen}:
            parser.error(f"not in the table: {', '.join(sorted(unknown))}")
    started = time.monotonic()
    folder = tempfile.mkdtemp(prefix="refresh-scenarios-")
    os.chmod(folder, 0o755)
    failed = 0
    try:
        world = World(os.path.join(options.programs, "carequote-refresh"),
                      os.path.join(options.programs, "carequote"), folder)
        have = set(options.have) | world.abilities()
        skipped = [scenario for scenario in chosen if lacks(scenario, have)]
        chosen = [scenario for scenario in chosen if not lacks(scenario, have)]
        with concurrent.futures.ThreadPoolExecutor(options.at_once) as pool:
            for scenario, found, ran in pool.map(lambda each: run(world, each), chosen):
                failed += bool(found)
                for finding in found:
                    print(f"{scenario['id']} ({scenario['what']}): {finding}")
                if ran and (found or options.ids):
                    print("    " + "\n    ".join((ran.error + ran.output).splitlines()))
        for finding in connections(world, chosen):
            failed += 1
            print(finding)
        world.server.stdin.close()
        world.server.wait()
    finally:
        if options.keep:
            print(f"left in {folder}")
        else:
            shutil.rmtree(folder, ignore_errors=True)

    for scenario in skipped:
        print(f"SKIPPED {scenario['id']} ({scenario['what']}): needs {', '.join(lacks(scenario, have))}")
    print(f"scenarios: {len(chosen)} run, {len(skipped)} skipped, {failed} failed, "
          f"{time.monotonic() - started:.0f} s")
    stated = sum(number for name, number in table["stated"].items()
                 if name == "always" or name in have)
    if is_whole and len(chosen) != stated:
        print(f"the table states that {stated} run")
        failed += 1
    # Where libcurl reports success for a damaged answer, nothing at all may be installed.
    proven = {scenario["id"] for scenario in chosen
              if scenario["state"] == "S0" and scenario["exit"] not in (0, 10)}
    missing = [name for name in table["libcurlSaidSuccess"] if name not in proven]
    if is_whole and missing:
        print(f"libcurl reports success, and nothing is proven, for: {', '.join(missing)}")
        failed += 1
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
