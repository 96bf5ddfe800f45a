"""Measures `carequote batch --summary`: lines a second with one task and with two, and memory.

Usage: batch.py ROUNDS LINES   (`carequote` on the path)
Rounds are interleaved. Prints a Markdown table of medians, and exits with 1 where a goal is missed:
two tasks at least 1.7 times as fast as one, and no more memory for ten times the lines.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time

GOAL = 1.7
MOST_MEMORY = 1.25  # of what a tenth of the lines takes; the buffers are full by then
GENERATOR = os.path.join(os.path.dirname(os.path.abspath(__file__)), "requests.py")


def answer(lines: str, jobs: int) -> tuple[float, int]:
    """Seconds and peak kilobytes of one run."""
    start = time.perf_counter()
    with open(lines, "rb") as source:
        process = subprocess.Popen(
            ["carequote", "batch", "--summary", "--jobs", str(jobs)],
            stdin=source, stdout=subprocess.DEVNULL,
        )
        _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"the batch ended with {os.waitstatus_to_exitcode(status)}")
    return time.perf_counter() - start, usage.ru_maxrss


def main() -> int:
    rounds, count = int(sys.argv[1]), int(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        files = {}
        for lines in (count // 10, count):
            files[lines] = os.path.join(folder, f"{lines}.jsonl")
            with open(files[lines], "wb") as target:
                subprocess.run([sys.executable, GENERATOR, str(lines)], check=True, stdout=target)
        runs = [(count, 1), (count, 2), (count // 10, 2)]
        seconds = {run: [] for run in runs}
        memory = {run: [] for run in runs}
        for _ in range(rounds):
            for run in runs:
                taken, peak = answer(files[run[0]], run[1])
                seconds[run].append(taken)
                memory[run].append(peak)
    print(f"| `carequote batch --summary`, median of {rounds} | lines a second | peak memory |")
    print("|---|---:|---:|")
    for run in runs:
        lines, jobs = run
        print(f"| {lines:,} lines, {jobs} task{'s' if jobs > 1 else ''} "
              f"| {lines / statistics.median(seconds[run]):,.0f} "
              f"| {statistics.median(memory[run]) / 1024:.0f} MiB |")
    one, two, fewer = runs
    ratio = statistics.median(seconds[one]) / statistics.median(seconds[two])
    growth = statistics.median(memory[two]) / statistics.median(memory[fewer])
    print(f"\nGoal: two tasks at least {GOAL} times as fast as one: {ratio:.2f}, "
          f"{'met' if ratio >= GOAL else 'MISSED'}")
    print(f"Goal: memory flat, at most {MOST_MEMORY} times for ten times the lines: {growth:.2f}, "
          f"{'met' if growth <= MOST_MEMORY else 'MISSED'}")
    return 0 if ratio >= GOAL and growth <= MOST_MEMORY else 1


if __name__ == "__main__":
    sys.exit(main())
