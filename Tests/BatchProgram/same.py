"""Asks `carequote batch` for whole quotes and for summaries of the same lines, and compares them.

A summary may be made by what lines have in common with others before them. It must be what the whole
quote says of the same line, whatever stood before it. The lines are requests of few frames, so that
most of them are like others, with numbers changed; the same seed makes the same lines.
"""

import json
import random
import subprocess
import sys
import tempfile

from mutated import SEED, Mutator, example_requests


def lines(count: int) -> list[bytes]:
    """Runs of requests that are alike but for some numbers."""
    pick = random.Random(SEED)
    made: list[bytes] = []
    while len(made) < count:
        mutator = Mutator(pick.randrange(1 << 30), [pick.choice(example_requests())])
        for _ in range(20):
            text = mutator.requests[0]
            for _ in range(pick.randrange(4)):
                text = mutator.with_another_number(text)
            made.append(text)
    pick.shuffle(made)
    return made[:count]


def answers(path: str, *options: str) -> list[dict]:
    run = subprocess.run(
        ["carequote", "batch", "--as-of", "2026-11-27", *options, path],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False,
    )
    assert run.returncode in (0, 65), run.returncode
    return [json.loads(line) for line in run.stdout.splitlines()]


def summary(whole: dict) -> dict:
    """What a summary has to say of a whole answer."""
    if "range" not in whole:
        return {name: whole[name] for name in ("error", "id", "asOf") if name in whole}
    return {
        "id": whole["id"], "asOf": whole["asOf"], "visits": len(whole["visits"]),
        "today": whole["today"], "low": whole["range"]["low"],
        "expected": whole["range"]["expected"], "high": whole["range"]["high"],
        "planPays": whole["totals"]["planPays"],
        "secondaryPays": whole["totals"]["secondaryPays"],
    }


def check(count: int) -> None:
    asked = lines(count)
    with tempfile.NamedTemporaryFile() as file:
        file.write(b"\n".join(asked) + b"\n")
        file.flush()
        whole = [summary(answer) for answer in answers(file.name)]
        for jobs in ("1", "2"):
            short = answers(file.name, "--summary", "--jobs", jobs)
            assert len(whole) == len(short) == count, (len(whole), len(short))
            for number, (want, got) in enumerate(zip(whole, short), 1):
                got = {name: got[name] for name in want if name in got}
                assert want == got, f"line {number}: {asked[number - 1]!r}\n is {got}\n not {want}"
    quoted = sum("visits" in answer for answer in whole)
    assert quoted > count // 4, f"of {count} lines only {quoted} are quoted"
    print(f"batch: {count} summaries are those of whole quotes, {quoted} of them with a price")


if __name__ == "__main__":
    check(int(sys.argv[1]) if len(sys.argv) > 1 else 3000)
