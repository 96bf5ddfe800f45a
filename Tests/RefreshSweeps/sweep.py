#!/usr/bin/env python3
"""Disturbs refreshes at each step and checks that no store is ever between two sets.

    Tests/RefreshSweeps/sweep.py --sample 7     # a seeded part of everything, for every change
    Tests/RefreshSweeps/sweep.py --whole        # everything; tens of minutes

Needs strace; the parts that mount file systems need root. Python's standard library only.
"""

import argparse
import collections
import concurrent.futures
import os
import random
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, HERE)

import durability
import error_sweep
import kill_sweep
import lists
import machine
import power_loss
from calls import strace_works
from workshop import Workshop

# How many points each part has at least, whole and as a sample; fewer mean that the trace was read
# wrongly, or that a part was left out without a word.
LEAST = {
    "durability": (3, 3),
    "kill, install": (250, 12), "kill, rollback": (110, 12), "kill, approve": (280, 12),
    "error, install": (500, 10), "error, rollback": (250, 10), "error, approve": (600, 10),
    "lying write": (10, 10),
    "power loss, at once": (80, 6), "power loss, after commit": (80, 6),
    "lists": (2, 2),
    "limit on the size of files": (11, 11), "fifty at once": (1, 1),
    "SIGTERM and SIGINT": (60, 6), "full disk": (13, 13), "read-only mount": (1, 1),
    "another user": (2, 2),
}


def main():
    options = arguments()
    if not strace_works():
        sys.exit("sweep.py: strace is missing or may not trace here")
    chance = random.Random(options.sample)
    sampling = options.sample is not None

    def chosen(points, whole=None, sampled=12):
        """All points, or the seeded part of them that this run looks at."""
        limit = sampled if sampling else whole
        if limit is None or len(points) <= limit:
            return list(points)
        return [points[index] for index in sorted(chance.sample(range(len(points)), limit))]

    failures, covered, skipped = [], {}, []
    started = time.monotonic()
    workshop = Workshop(os.path.abspath(options.programs), ROOT)
    if options.case:
        workshop.swept = [workshop.cases[name] for name in options.case]

    def run_all(part, points):
        """Looks at each point, several at once; what each left, counted."""
        states = collections.Counter()
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
            futures = {pool.submit(look): name for name, look in points}
            for future in concurrent.futures.as_completed(futures):
                try:
                    states[future.result()] += 1
                except Exception as error:  # Each point that fails is told, and all are looked at.
                    states["WRONG"] += 1
                    failures.append(f"{part}: {futures[future]}: {error}")
                    print(f"  WRONG {failures[-1]}", flush=True)
        return states

    parts = {
        "durability": lambda: durability.sweep(workshop, run_all),
        "kill": lambda: kill_sweep.sweep(workshop, run_all, chosen, options.every),
        "error": lambda: error_sweep.sweep(workshop, run_all, chosen),
        "power": lambda: power_loss.sweep(workshop, run_all, chosen, skipped),
        "lists": lambda: lists.sweep(workshop, run_all),
        "machine": lambda: machine.sweep(workshop, run_all, chosen, skipped),
    }
    try:
        for name in options.only or parts:
            began = time.monotonic()
            for part, count, states in parts[name]():
                covered[part] = count
                words = ", ".join(f"{state}: {number}" for state, number in sorted(states.items()))
                print(f"{part}: {count} points in {time.monotonic() - began:.0f} s: {words}",
                      flush=True)
                began = time.monotonic()
    finally:
        workshop.close()

    for reason in skipped:
        print(f"SKIPPED {reason}")
    left_out = {part for part in LEAST for reason in skipped
                if part.startswith(reason.partition(":")[0])}
    for part, least in LEAST.items():
        count, least = covered.get(part, 0), least[1 if sampling else 0]
        everything = not options.only and not options.case
        if count < least and (everything or part in covered) and part not in left_out:
            failures.append(f"{part}: {count} points, fewer than {least}")
    if len(skipped) != options.expect_skips:
        failures.append(f"{len(skipped)} parts skipped, {options.expect_skips} expected")
    seed = f"sample {options.sample}" if sampling else "whole"
    print(f"sweeps ({seed}): {len(covered)} parts, {sum(covered.values())} points, "
          f"{len(failures)} failures, "
          f"{time.monotonic() - started:.0f} s")
    for failure in failures[:20]:
        print(f"FAILED {failure}", file=sys.stderr)
    sys.exit(1 if failures else 0)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    extent = parser.add_mutually_exclusive_group(required=True)
    extent.add_argument("--sample", type=int, metavar="SEED", help="a seeded part of each sweep")
    extent.add_argument("--whole", action="store_true", help="every point")
    parser.add_argument("--every", action="store_true",
                        help="kill also at every call that does not touch the store")
    parser.add_argument("--programs", default=os.path.join(ROOT, ".build", "debug"))
    parser.add_argument("--only", action="append",
                        choices=["durability", "kill", "error", "power", "lists", "machine"])
    parser.add_argument("--case", action="append", choices=["install", "rollback", "approve"],
                        help="only these commands are swept")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 2)
    parser.add_argument("--expect-skips", type=int, default=0,
                        help="how many parts this machine cannot run")
    return parser.parse_args()


if __name__ == "__main__":
    main()
