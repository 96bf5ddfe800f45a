"""Answers a file of requests on every machine of a Spark cluster.

Usage: spark-submit --archives carequote.tar.gz#carequote quote_batch.py REQUESTS ANSWERS PARTS [DAY]

The archive holds bin/carequote, share/carequote/PriceTables and store (README.md). ANSWERS becomes a
folder; its part files, one after another, are what one `carequote batch --summary` prints. DAY is the
day of requests that name none; all machines must have the same, so it is today on the driver.
"""

import datetime
import re
import sys
from collections.abc import Callable, Iterable, Iterator

from pyspark import SparkContext

# An archive is unpacked in the folder in which a task runs. A task has one core. The store is named,
# as one that is installed on a machine would stand in front of the tables there and nowhere else.
COMMAND = "carequote/bin/carequote batch --summary --jobs 1 --store carequote/store --as-of {day}"

# A wrong line is answered as one and ends the program with 65 all the same. Any other end is a fault.
UNLESS_FAULT = "sh -c '{command} || [ $? -eq 65 ]'"

ERROR = re.compile(r'^(\{"error":\{"line":)(\d+)')


def count(index: int, lines: Iterable[str]) -> Iterator[tuple[int, int]]:
    yield index, sum(1 for _ in lines)


def checked(counts: dict[int, int]) -> Callable[[int, Iterable[str]], Iterator[str]]:
    """Counts the lines of errors from the file's first line, and fails a part without all answers."""
    before = {index: sum(counts[other] for other in range(index)) for index in counts}

    def check(index: int, answers: Iterable[str]) -> Iterator[str]:
        answered = 0
        for answered, answer in enumerate(answers, start=1):
            yield ERROR.sub(lambda found: f"{found[1]}{int(found[2]) + before[index]}", answer)
        if answered != counts[index]:
            raise RuntimeError(f"part {index}: {answered} answers to {counts[index]} requests")

    return check


def main() -> None:
    requests, answers, parts, *day = sys.argv[1:]
    command = COMMAND.format(day=day[0] if day else datetime.date.today().isoformat())
    spark = SparkContext(appName="carequote batch")
    lines = spark.textFile(requests, int(parts))
    counts = dict(lines.mapPartitionsWithIndex(count).collect())
    quoted = lines.pipe(UNLESS_FAULT.format(command=command), checkCode=True)
    quoted.mapPartitionsWithIndex(checked(counts)).saveAsTextFile(answers)
    spark.stop()


if __name__ == "__main__":
    main()
