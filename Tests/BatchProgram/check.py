"""Checks `carequote batch` as a whole program: memory, signals, pipes and disks.

Every check is a function whose name says what must hold; none of them measures time.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile

BATCH = ["carequote", "batch"]
REQUEST = json.dumps({
    "asOf": "2026-11-27", "patient": {"lastSeen": "2026-10-05"}, "coverage": [],
    "visits": [{"date": "2026-11-30", "session": {"spinalRegions": 3}}],
}).encode() + b"\n"


def peak_kilobytes(process: subprocess.Popen) -> int:
    """The most memory that a finished process held, which wait4 tells."""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_maxrss


def fed(blocks, *arguments: str) -> tuple[int, int]:
    """Runs a batch on some blocks; its peak of memory, and how many lines it gave."""
    process = subprocess.Popen(
        [*BATCH, "--summary", *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    feeder = os.fork()
    if feeder == 0:
        process.stdout.close()
        for block in blocks:
            process.stdin.write(block)
        process.stdin.close()
        os._exit(0)
    process.stdin.close()
    lines = sum(1 for _ in process.stdout)
    os.waitpid(feeder, 0)
    return peak_kilobytes(process), lines


def memory_does_not_grow_with_the_number_of_lines() -> None:
    few, few_lines = fed([REQUEST] * 1_000)
    many, many_lines = fed([REQUEST] * 40_000)
    assert (few_lines, many_lines) == (1_000, 40_000), (few_lines, many_lines)
    # 39,000 requests more are 6 MB of text alone.
    assert many < few + 4_096, f"{few} KB for 1,000 lines, {many} KB for 40,000"


def memory_does_not_grow_with_the_length_of_a_line() -> None:
    short, _ = fed([REQUEST])
    long, lines = fed([b"x" * (1 << 20)] * 100 + [b"\n", REQUEST])
    assert lines == 2, lines
    assert long < short + 4_096, f"{short} KB for a short line, {long} KB for 100 MB"


def a_signal_ends_it_after_whole_lines(number: int, code: int) -> None:
    process = subprocess.Popen(
        [*BATCH, "--summary"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    process.stdin.write(REQUEST * 3)
    process.stdin.flush()
    given = [process.stdout.readline() for _ in range(3)]
    # It waits for more now, and nothing more comes.
    process.send_signal(number)
    rest = process.stdout.read()
    told = process.stderr.read().decode()
    assert process.wait() == code, process.returncode
    assert all(line.endswith(b"\n") for line in given) and rest == b"", rest
    assert told == "carequote: stopped after line 3, as asked\n", told


def a_signal_in_the_middle_leaves_whole_lines() -> None:
    with tempfile.NamedTemporaryFile() as file:
        file.write(REQUEST * 200_000)
        file.flush()
        process = subprocess.Popen(
            [*BATCH, "--summary", file.name], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )
        process.stdout.readline()
        process.send_signal(signal.SIGTERM)
        rest = process.stdout.read()
        assert process.wait() == 143, process.returncode
        assert rest.endswith(b"\n") and all(json.loads(line)["id"] for line in rest.splitlines())
        assert rest.count(b"\n") < 199_999, "it went on to the end"


def a_reader_that_goes_ends_it_without_a_word() -> None:
    with tempfile.NamedTemporaryFile() as file:
        file.write(REQUEST * 20_000)
        file.flush()
        process = subprocess.Popen(
            [*BATCH, file.name], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )
        process.stdout.readline()
        process.stdout.close()
        told = process.stderr.read()
        assert process.wait() == 141, process.returncode
        assert told == b"", told


def a_full_disk_is_an_error() -> None:
    with open("/dev/full", "wb") as full:
        result = subprocess.run(
            BATCH, input=REQUEST, stdout=full, stderr=subprocess.PIPE, check=False,
        )
    assert result.returncode == 74, result.returncode
    assert b"No space left on device" in result.stderr, result.stderr


def a_missing_file_is_an_error() -> None:
    result = subprocess.run(
        [*BATCH, "/nonexistent/requests.jsonl"], capture_output=True, check=False,
    )
    assert result.returncode == 66, result.returncode
    assert result.stdout == b""


def a_folder_is_no_file() -> None:
    result = subprocess.run([*BATCH, "/"], capture_output=True, check=False)
    assert result.returncode == 66, result.returncode


def progress_is_for_a_terminal_alone() -> None:
    result = subprocess.run(
        [*BATCH, "--summary"], input=REQUEST * 2_000, capture_output=True, check=False,
    )
    assert result.stderr == b"", result.stderr


def as_many_jobs_as_one_likes_give_the_same_bytes() -> None:
    with open("Examples/batch-day/requests.jsonl", "rb") as file:
        day = file.read() * 50
    outputs = {
        subprocess.run(
            [*BATCH, "--jobs", jobs], input=day, capture_output=True, check=False,
        ).stdout
        for jobs in ("1", "2", "7")
    }
    assert len(outputs) == 1, "the outputs differ"
    assert outputs.pop().count(b"\n") == day.count(b"\n")


def main() -> int:
    checks = [
        memory_does_not_grow_with_the_number_of_lines,
        memory_does_not_grow_with_the_length_of_a_line,
        lambda: a_signal_ends_it_after_whole_lines(signal.SIGINT, 130),
        lambda: a_signal_ends_it_after_whole_lines(signal.SIGTERM, 143),
        a_signal_in_the_middle_leaves_whole_lines,
        a_reader_that_goes_ends_it_without_a_word,
        a_full_disk_is_an_error,
        a_missing_file_is_an_error,
        a_folder_is_no_file,
        progress_is_for_a_terminal_alone,
        as_many_jobs_as_one_likes_give_the_same_bytes,
    ]
    for check in checks:
        check()
    print(f"batch: {len(checks)} checks passed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
