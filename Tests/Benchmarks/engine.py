"""Races the engine against the same arithmetic in NumPy and in plain Python, in one run.

Usage: engine.py ROUNDS COURSES NAME=COMMAND ...   (engine first, then NumPy, then plain Python)
Each command prints `ready`, and then for every line of input the processor time of one pass over
all courses with its sums. Rounds are interleaved; the sums have to be the same. Prints a Markdown
table of medians, and exits with 1 where a goal is missed.
"""

import shlex
import statistics
import subprocess
import sys

GOALS = (4, 40)
VISITS = 24


def main() -> int:
    rounds, courses = int(sys.argv[1]), int(sys.argv[2])
    named = [argument.split("=", 1) for argument in sys.argv[3:]]
    peers = {
        name: subprocess.Popen(
            shlex.split(command), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for name, command in named
    }
    for name, peer in peers.items():
        if peer.stdout.readline() != "ready\n":
            sys.exit(f"{name} did not start")
    times: dict[str, list[int]] = {name: [] for name in peers}
    sums: dict[str, list[str]] = {}
    for number in range(rounds + 1):
        for name, peer in peers.items():
            peer.stdin.write("\n")
            peer.stdin.flush()
            elapsed, *sums[name] = peer.stdout.readline().split()
            if number > 0:  # the first pass warms up
                times[name].append(int(elapsed))
    for peer in peers.values():
        peer.stdin.close()
        peer.wait()
    engine, *others = peers
    for name in others:
        if sums[name] != sums[engine]:
            sys.exit(f"{name} comes to other sums:\n{sums[name]}\n{sums[engine]}")
    medians = {name: statistics.median(values) / courses for name, values in times.items()}
    print(f"| {courses} courses of {VISITS} visits, 3 lines each, median of {rounds} | ns a course "
          "| visits a second | times the engine |")
    print("|---|---:|---:|---:|")
    for name, median in medians.items():
        print(f"| {name} | {median:,.0f} | {VISITS * 1e9 / median:,.0f} "
              f"| {median / medians[engine]:.1f} |")
    missed = False
    print()
    for name, goal in zip(others, GOALS):
        ratio = medians[name] / medians[engine]
        missed = missed or ratio < goal
        print(f"Goal: at least {goal} times as fast as {name}: {ratio:.1f}, "
              f"{'met' if ratio >= goal else 'MISSED'}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
