"""Measures `carequote batch --summary`: lines a second with one task and with two, and memory.

Usage: batch.py ROUNDS LINES PEER   (`carequote` on the path)
PEER is a command that answers the same lines, given the digests of the tables; before anything is
measured, what it writes must be what `carequote batch --summary` writes, byte for byte. Without the
digests it gives the amounts alone, which is measured as well. Rounds are interleaved. Prints a
Markdown table of medians, and exits with 1 where a goal is missed: two tasks at least 1.7 times as
fast as one, no more memory for ten times the lines, and one task at least 6 times as fast as the peer,
which has one.
"""

import itertools
import json
import os
import shlex
import statistics
import subprocess
import sys
import tempfile
import time

GOAL = 1.7
GOAL_OF_PEER = 6
MOST_MEMORY = 1.25  # of what a tenth of the lines takes; the buffers are full by then
GENERATOR = os.path.join(os.path.dirname(os.path.abspath(__file__)), "requests.py")
MANY = 40  # clinics whose requests come in no order, so that few are like one of those before


def ours(jobs: int) -> list[str]:
    return ["carequote", "batch", "--summary", "--jobs", str(jobs)]


def answer(command: list[str], lines: str) -> tuple[float, int]:
    """Seconds and peak kilobytes of one run."""
    start = time.perf_counter()
    with open(lines, "rb") as source:
        process = subprocess.Popen(command, stdin=source, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{shlex.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
    return time.perf_counter() - start, usage.ru_maxrss


def digests(lines: str) -> str:
    """The digest of the tables that are read for each plan of some requests, by its name, as JSON."""
    found: dict[str, str] = {}
    with open(lines, "rb") as source:
        for line in source:
            plan = json.loads(line)["coverage"][0]["plan"]
            name = plan if isinstance(plan, str) else "stated"
            if name not in found:
                made = subprocess.run(["carequote", "quote", "--request", "-", "--format", "json"],
                                      input=line, capture_output=True, check=True)
                found[name] = json.loads(made.stdout)["tables"]["digest"]
    return json.dumps(found)


def compare(lines: str, peer: list[str]) -> None:
    """Ends the benchmark where the peer does not write the same lines.

    Line by line: what this process holds would count as memory of those that it starts.
    """
    with open(lines, "rb") as first, open(lines, "rb") as second:
        ran = [subprocess.Popen(command, stdin=source, stdout=subprocess.PIPE)
               for command, source in ((ours(2), first), (peer, second))]
        pairs = itertools.zip_longest(*(process.stdout for process in ran))
        for number, (own, other) in enumerate(pairs, 1):
            if own != other:
                sys.exit(f"line {number}: {own}, and the peer {other}")
        if any(process.wait() != 0 for process in ran):
            sys.exit("the batch or its peer has failed")


def main() -> int:
    rounds, count, peer = int(sys.argv[1]), int(sys.argv[2]), shlex.split(sys.argv[3])
    with tempfile.TemporaryDirectory() as folder:
        files = {}
        few = count // 5
        for lines, clinics in ((count // 10, 1), (count, 1), (few, MANY)):
            files[lines, clinics] = os.path.join(folder, f"{lines}-{clinics}.jsonl")
            with open(files[lines, clinics], "wb") as target:
                subprocess.run([sys.executable, GENERATOR, str(lines), str(clinics)], check=True,
                               stdout=target)
        amounts = peer
        peer = [*peer, digests(files[count, 1])]
        compare(files[count, 1], peer)
        compare(files[few, MANY], peer)
        name = "msgspec, NumPy and orjson"
        runs = [
            ("1 task", (count, 1), ours(1)),
            ("2 tasks", (count, 1), ours(2)),
            ("2 tasks", (count // 10, 1), ours(2)),
            (name, (count, 1), peer),
            (f"{name}, the amounts alone", (count, 1), amounts),
            (f"1 task, {MANY} clinics", (few, MANY), ours(1)),
            (f"{name}, {MANY} clinics", (few, MANY), peer),
        ]
        seconds = [[] for _ in runs]
        memory = [[] for _ in runs]
        for _ in range(rounds):
            for index, (_, lines, command) in enumerate(runs):
                taken, peak = answer(command, files[lines])
                seconds[index].append(taken)
                memory[index].append(peak)
    speeds = [
        lines / statistics.median(taken) for (_, (lines, _), _), taken in zip(runs, seconds)]
    peaks = [statistics.median(peak) for peak in memory]
    print(f"| `carequote batch --summary`, median of {rounds} | lines a second | peak memory |")
    print("|---|---:|---:|")
    for (name, (lines, _), _), speed, peak in zip(runs, speeds, peaks):
        print(f"| {lines:,} lines, {name} | {speed:,.0f} | {peak / 1024:.0f} MiB |")
    print()
    goals = [
        (f"two tasks at least {GOAL} times as fast as one",
         speeds[1] / speeds[0], speeds[1] >= GOAL * speeds[0]),
        (f"memory flat, at most {MOST_MEMORY} times for ten times the lines",
         peaks[1] / peaks[2], peaks[1] <= MOST_MEMORY * peaks[2]),
        (f"one task at least {GOAL_OF_PEER} times as fast as msgspec, NumPy and orjson",
         speeds[0] / speeds[3], speeds[0] >= GOAL_OF_PEER * speeds[3]),
    ]
    for words, ratio, is_met in goals:
        print(f"Goal: {words}: {ratio:.2f}, {'met' if is_met else 'MISSED'}")
    return 0 if all(is_met for _, _, is_met in goals) else 1


if __name__ == "__main__":
    sys.exit(main())
