"""Twenty-five hostile inputs: ten times the text takes at most twelve times the CPU time, one fifteen.

The large text is held against ten small ones that go on with each other, so that none finds in memory what another of
the same words has left there.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import count

import pytest

from ansinh.auditing.auditing import audit
from ansinh.relating import extract_text

SMALL, LARGE = 100_000, 1_000_000
MOST = 12  # a tenth and more goes on memory: that of a large text is new to the process, and fits no cache
# 25,000 names are put in order and each looks for places and agencies beside it: memory that no cache holds
MORE = {"names with capitals": 15}
TRIES = 10  # a noisy machine gets another chance

CITED = "Resolution No. {i}/2024/NQ-HDND of the Provincial People's Council amends Resolution No. {i}/2020/NQ-HDND. "
# name -> the i-th piece of the text
PIECES: dict[str, Callable[[int], str]] = {
    "one endless number": lambda _: "9",
    "one number with thousands": lambda _: ",999",
    "digits and points": lambda _: "1.",
    "opening brackets": lambda _: "(",
    "closing brackets": lambda _: ")",
    "brackets inside brackets": lambda i: f"({i} people " if i % 2 else "including ",
    "semicolons": lambda _: ";",
    "numbers and semicolons": lambda i: f"{i} people; ",
    "one endless line of words": lambda _: "province ",
    "one endless word": lambda _: "a",
    "one endless row of counts": lambda i: f"{i} people in Japan, ",
    "of which, of which": lambda i: f"of which {i} households, ",
    "repeated cues": lambda _: "by the end of the plan of the target of the support level of ",
    "repeated dates": lambda _: "from October 6, 2024 to November 30, 2024, ",
    "repeated percentages": lambda i: f"reaching {i % 100}% of the plan, down ",
    "documents in one paragraph": lambda i: CITED.format(i=i),
    "documents in many paragraphs": lambda i: CITED.format(i=i) + "\n\n",
    "documents in one sentence": lambda i: f"Resolution No. {i}/2024/NQ-HDND and ",
    "names with capitals": lambda _: "Department of Labor and Social Affairs of the Provincial People's Committee and ",
    "shares of plans": lambda i: f"created jobs for {i + 1000} workers, reaching {i % 100}% of the plan, ",
    "plans and shares": lambda i: (
        f"The plan is {i + 1000} jobs. It made {i + 99} jobs, reaching {i % 100}% of the plan. "
    ),
    "what remains": lambda i: (
        f"{i % 90 + 1}/{i % 90 + 100} houses were done. The remaining {i + 100} houses will be done. "
    ),
    "capitals between documents": lambda i: (
        CITED.format(i=i)[:-2] + f", Plan No. {i}/KH-UBND of the {'ABCDEFGHIJ' * 9} Plan 7. "
    ),
    "lists of parts": lambda i: f"{i + 100} workers (Japan {i % 50}, Taiwan 41, Korea 22). ",
    "lines of one mark": lambda i: "- \n" if i % 2 else "1. \n",
}


def _texts(name: str, size: int, times: int = 1) -> list[bytes]:
    """Hostile texts of a size, each of which begins with the piece behind the last one of the text before."""
    pieces = map(PIECES[name], count(1))
    return [_text("".join(_as_long_as(size, pieces))[:size]) for _ in range(times)]


def _as_long_as(size: int, pieces: Iterator[str]) -> Iterator[str]:
    while size > 0:
        yield (piece := next(pieces))
        size -= len(piece)


def _text(body: str) -> bytes:
    return f"A headline of some words\n\nIn 2024 {body} end.\n".encode()


def _seconds(texts: Iterable[bytes]) -> float:
    """The CPU time that reading some texts takes, one after the other."""
    gc.collect()
    gc.disable()  # as timeit does: what else the tests keep in memory is not what is measured
    try:
        began = time.process_time()
        for text in texts:
            audit(extract_text("a.txt", text))
        return time.process_time() - began
    finally:
        gc.enable()


@pytest.mark.parametrize("name", PIECES)
def test_time_grows_with_the_text(name: str) -> None:
    times = LARGE // SMALL
    small, large = _texts(name, SMALL, times), _texts(name, LARGE)
    ratios = []
    for _ in range(TRIES):
        ratios.append(times * min(_seconds(large) for _ in range(2)) / min(_seconds(small) for _ in range(2)))
        if ratios[-1] <= MORE.get(name, MOST):
            return
    pytest.fail(f"{times} times the text took {min(ratios):.1f} times as long")


def test_there_are_twenty_five() -> None:
    assert len(PIECES) == 25


def test_capitals_without_a_space_between_two_documents_take_no_time() -> None:
    """What an hour of fuzzing found: eight names of any length in one row of capitals can be split in too many ways."""
    capitals = "A" * 300
    text = f"It amends Plan No. 1/KH-UBND and Plan No. 2/KH-UBND of the {capitals}, of Decision No. 3/QD-UBND."
    began = time.process_time()
    extract_text("a.txt", f"A headline\n\n{text}\n{capitals}, July 8, 2025 it went on.\n".encode())
    assert time.process_time() - began < 5
