"""Reading many articles, one after the other, needs no more memory than reading a few."""

from __future__ import annotations

import subprocess
import sys
import tracemalloc
from collections.abc import Iterator

from ansinh.records import records
from ansinh.relating import extract_text

FEW, MANY = 10, 100
# what the bounded caches of words may still take in
SLACK = 1_000_000


def _articles(count: int) -> Iterator[bytes]:
    for i in range(count):
        lines = (
            f"In {2012 + (i + j) % 13}, under Resolution No. {(i + j) % 99 + 1}/2024/NQ-HDND,"
            f" {(7 * i + j) % 999 + 1} people"
            f" in poor households got cards worth {(i + 3 * j) % 900 + 1} million VND."
            for j in range(40)
        )
        yield f"Cards for the poor, part {i}\n\n{' '.join(lines)}\n".encode()


def _peak(count: int) -> int:
    tracemalloc.reset_peak()
    for i, data in enumerate(_articles(count)):
        assert sum(record["record"] == "figure" for record in records(extract_text(f"{i}.txt", data))) == 80
    return tracemalloc.get_traced_memory()[1]


def main() -> None:
    """Print the peak of a few articles and that of many, in bytes."""
    _peak(FEW)
    tracemalloc.start()
    sys.stdout.write(f"{_peak(FEW)} {_peak(MANY)}")


def test_memory_does_not_grow_with_the_number_of_articles() -> None:
    # in a process of its own: the words of other tests fill the caches, and a dictionary that grows does so by leaps
    done = subprocess.run([sys.executable, "-m", __name__], capture_output=True, text=True, check=True, timeout=300)
    few, many = map(int, done.stdout.split())
    assert many <= few + SLACK


if __name__ == "__main__":
    main()
