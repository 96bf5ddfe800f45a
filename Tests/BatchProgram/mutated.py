"""Asks `carequote batch` many requests that were damaged, and looks at every answer.

The requests are those of the examples with bytes changed, cut off, keys and words exchanged or
numbers changed; the same seed damages them in the same way. Each line must have one answer, in its
place, that is a quote in short, words instead of a price, or what is wrong with the line.
"""

import glob
import json
import random
import re
import subprocess
import sys
import threading

SEED = 20261127
WORD = re.compile(rb'"[^"\\]*"')
NUMBER = re.compile(rb"\d+(?:\.\d+)?")
NUMBERS = [
    b"0", b"-1", b"1", b"99", b"100", b"366", b"367", b"0.005", b"9999999.99", b"10000000.00",
    b"1e400", b"9223372036854775807", b"9223372036854775808", b"00", b"2026", b"12", b"31",
]
AMOUNTS = ["today", "low", "expected", "high", "planPays", "secondaryPays", "p50"]


def example_requests() -> list[bytes]:
    """The requests of the examples, each on one line."""
    requests = []
    for path in sorted(glob.glob("Examples/*/*.json")):
        with open(path, encoding="utf-8") as file:
            document = json.load(file)
        if "asOf" in document:
            requests.append(json.dumps(document, ensure_ascii=False).encode())
    with open("Examples/batch-day/requests.jsonl", "rb") as file:
        requests += [line for line in file.read().split(b"\n") if line]
    assert len(requests) > 20, requests
    return requests


class Mutator:
    """Damages requests; what it does next depends on the seed alone."""

    def __init__(self, seed: int, requests: list[bytes]) -> None:
        self.random = random.Random(seed)
        self.requests = requests
        self.words = sorted({word for text in requests for word in WORD.findall(text)})
        self.ways = [
            self.with_another_byte, self.without_its_end, self.with_words_exchanged,
            self.with_another_word, self.with_a_part_twice, self.without_a_part,
            # Most other numbers leave a request right, so that it is quoted.
            *[self.with_another_number] * 6,
        ]

    def next(self) -> bytes:
        text = self.random.choice(self.requests)
        for _ in range(self.random.choice([1, 1, 1, 2, 4])):
            text = self.random.choice(self.ways)(text)
        return text.replace(b"\n", b" ")

    def place(self, text: bytes) -> int:
        return self.random.randrange(len(text) + 1)

    def span(self, text: bytes, pattern: re.Pattern) -> tuple[int, int] | None:
        spans = [match.span() for match in pattern.finditer(text)]
        return self.random.choice(spans) if spans else None

    def with_another_byte(self, text: bytes) -> bytes:
        at = self.place(text)
        return text[:at] + bytes([self.random.randrange(256)]) + text[at + 1:]

    def without_its_end(self, text: bytes) -> bytes:
        return text[:self.place(text)]

    def with_words_exchanged(self, text: bytes) -> bytes:
        spans = [match.span() for match in WORD.finditer(text)]
        if len(spans) < 2:
            return text
        (a, b), (c, d) = sorted(self.random.sample(spans, 2))
        return text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]

    def with_another_word(self, text: bytes) -> bytes:
        span = self.span(text, WORD)
        word = self.random.choice([b'"unknown"', b"null", self.random.choice(self.words)])
        return text[:span[0]] + word + text[span[1]:] if span else text

    def with_another_number(self, text: bytes) -> bytes:
        span = self.span(text, NUMBER)
        if not span:
            return text
        near = b"%d" % max(int(float(text[span[0]:span[1]][:9])) + self.random.randint(-3, 3), 0)
        number = self.random.choice([near, near, self.random.choice(NUMBERS)])
        return text[:span[0]] + number + text[span[1]:]

    def with_a_part_twice(self, text: bytes) -> bytes:
        start, end = sorted([self.place(text), self.place(text)])
        return text[:end] + text[start:end] + text[end:]

    def without_a_part(self, text: bytes) -> bytes:
        start, end = sorted([self.place(text), self.place(text)])
        return text[:start] + text[end:]


def kind_of(answer: bytes, line: int) -> str:
    """What an answer is; an answer that is none fails."""
    document = json.loads(answer)
    if "error" in document:
        error = document["error"]
        assert error["line"] == line, error
        assert error["errors"] and all(entry["message"] for entry in error["errors"]), error
        return "refusal"
    amounts = {name: document[name] for name in AMOUNTS if name in document}
    if "visits" not in document:
        assert not amounts and document["outcome"] in ("seekCareFirst", "planEnded"), document
        return "words"
    cents = {name: int(amount.replace(".", "")) for name, amount in amounts.items()}
    assert document["visits"] > 0 and min(cents.values()) >= 0, document
    assert cents["low"] <= cents["expected"] <= cents["high"], document
    assert document["outcome"] != "seekCareFirst", document
    return "quote"


def check(count: int) -> None:
    process = subprocess.Popen(
        ["carequote", "batch", "--summary", "--as-of", "2026-11-27"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )
    requests = example_requests()

    def feed() -> None:
        mutator = Mutator(SEED, requests)
        try:
            for _ in range(count):
                process.stdin.write(mutator.next() + b"\n")
            process.stdin.close()
        except BrokenPipeError:
            pass  # It ended before the last line, which the number of answers shows.

    feeder = threading.Thread(target=feed)
    feeder.start()
    kinds: dict[str, int] = {}
    lines = 0
    for answer in process.stdout:
        lines += 1
        try:
            kind = kind_of(answer, lines)
        except Exception as failure:
            raise AssertionError(f"line {lines}: {request(lines)!r} has {answer!r}") from failure
        kinds[kind] = kinds.get(kind, 0) + 1
    feeder.join()
    code = process.wait()
    assert lines == count, f"{lines} answers of {count}, exit {code}; next is {request(lines + 1)!r}"
    assert code == 65, code
    assert sorted(kinds) == ["quote", "refusal", "words"], kinds
    print(f"batch: {count} damaged requests answered: {kinds}")


def request(number: int) -> bytes:
    """The damaged request of a line, made again."""
    mutator = Mutator(SEED, example_requests())
    for _ in range(number - 1):
        mutator.next()
    return mutator.next()


if __name__ == "__main__":
    check(100_000 if "--whole" in sys.argv[1:] else 20_000)
