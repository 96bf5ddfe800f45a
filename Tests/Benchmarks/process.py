"""Measures whole processes, interleaved: the desk quote against the least that a program can be.

Usage: process.py ROUNDS NAME=COMMAND ...   (the first is the quote, the second the empty program)
Prints a Markdown table of medians and exits with 1 where the goal is missed: a quote in at most
3 times the empty program plus 15 ms.
"""

import shlex
import statistics
import subprocess
import sys
import time


def main() -> int:
    rounds = int(sys.argv[1])
    programs = [argument.split("=", 1) for argument in sys.argv[2:]]
    times: dict[str, list[float]] = {name: [] for name, _ in programs}
    commands = {name: shlex.split(command) for name, command in programs}
    for command in commands.values():
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    for _ in range(rounds):
        for name, command in commands.items():
            start = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            times[name].append((time.perf_counter() - start) * 1000)
    medians = {name: statistics.median(values) for name, values in times.items()}
    (quote, empty), least = list(medians)[:2], list(medians.values())[1]
    goal = 3 * least + 15
    print(f"| whole process, median of {rounds} interleaved runs | ms | times {empty} |")
    print("|---|---:|---:|")
    for name, median in medians.items():
        print(f"| {name} | {median:.1f} | {median / least:.2f} |")
    met = medians[quote] <= goal
    print(f"\nGoal: {quote} in at most 3 x {empty} + 15 ms = {goal:.1f} ms: {'met' if met else 'MISSED'}")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
