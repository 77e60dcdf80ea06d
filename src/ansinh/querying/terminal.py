"""A table for a person: as wide as the terminal, numbers whole, long texts cut to fit."""

from __future__ import annotations

import shutil
import textwrap
import unicodedata
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import zip_longest
from typing import IO

from ansinh.namespaces import ID, PREFIXES
from ansinh.querying.rows import Rows, Value

_ONTOLOGY = PREFIXES["ans"]
_LINES = 3  # of a long text that are shown
_LEAST = 10  # characters that a text column is never narrower than
_WORD = 18  # a word of no more than this, as a document's number, is not broken
_PIPED = 140  # characters a line where there is no terminal to ask
_GAP = 2  # between columns: one of padding, one of the box


def write_table(found: Rows, out: IO[str]) -> None:
    """Write all rows as one table, or below one another where the columns do not fit.

    Plain lines, laid out here: the library that draws tables takes longer to load than most queries to run.
    """
    width = shutil.get_terminal_size().columns if out.isatty() else _PIPED
    values = list(found.values)
    headings = [column.replace("_", " ") for column in found.columns]
    cells = [[_shown(value) for value in row] for row in values]
    numeric = [any(_is_number(row[i]) for row in values) for i in range(len(headings))]
    widths = _widths(headings, cells, numeric, width)
    if sum(widths) + _GAP * len(widths) > width:
        lines = _blocks(headings, cells, width)
    else:
        lines = _table(headings, cells, list(zip(widths, numeric, strict=True)))
    out.writelines(f"{line}\n" for line in lines)


def _table(
    headings: Sequence[str], cells: Sequence[Sequence[str]], columns: Sequence[tuple[int, bool]]
) -> Iterator[str]:
    heads = [textwrap.wrap(heading, width) for heading, (width, _) in zip(headings, columns, strict=True)]
    tallest = max((len(head) for head in heads), default=0)
    yield from _lines([[""] * (tallest - len(head)) + head for head in heads], columns)
    yield "─" * (sum(width for width, _ in columns) + _GAP * (len(columns) - 1))
    for row in cells:
        wrapped = [_wrapped(cell, width) for cell, (width, _) in zip(row, columns, strict=True)]
        yield from _lines(wrapped, columns)


def _lines(cells: Sequence[Sequence[str]], columns: Sequence[tuple[int, bool]]) -> Iterator[str]:
    """The lines of one row, whose cells are wrapped already."""
    for line in zip_longest(*cells, fillvalue=""):
        padded = (
            part.rjust(width) if right else part.ljust(width)
            for part, (width, right) in zip(line, columns, strict=True)
        )
        yield (" " * _GAP).join(padded).rstrip()


def _wrapped(cell: str, width: int) -> Sequence[str]:
    """The lines of a cell, the last cut where it has more."""
    if len(cell) <= width:
        return (cell,)
    lines = textwrap.wrap(cell[: (_LINES + 1) * width], width, break_on_hyphens=False)
    return lines if len(lines) <= _LINES else [*lines[: _LINES - 1], f"{lines[_LINES - 1][: width - 1].rstrip()}…"]


def _blocks(headings: Sequence[str], cells: Sequence[Sequence[str]], available: int) -> Iterator[str]:
    """Every row as lines of a heading and a value; what has no value is left out."""
    width = max(map(len, headings), default=0) + _GAP
    for number, row in enumerate(cells, 1):
        yield f"{number}."
        for heading, cell in zip(headings, row, strict=True):
            if cell:
                room = max(available - width, _LEAST)
                first, *more = _wrapped(cell, room)
                yield heading.ljust(width) + first
                yield from (" " * width + line for line in more)


def _widths(
    headings: Sequence[str], cells: Sequence[Sequence[str]], numeric: Sequence[bool], available: int
) -> list[int]:
    """The width of every column: the widest texts give way until the table fits, quotations last, numbers never."""
    widths = [
        max([*(len(word) for word in heading.split()), *(min(len(row[i]), available) for row in cells)])
        for i, heading in enumerate(headings)
    ]
    texts = {
        i: max([_LEAST, *(len(word) for row in cells for word in row[i].split() if len(word) <= _WORD)])
        for i, number in enumerate(numeric)
        if not number
    }
    while texts and sum(widths) + _GAP * len(widths) > available:
        widest = max(texts, key=lambda i: (widths[i] - texts[i]) / (3 if headings[i] == "quotation" else 1))
        if widths[widest] <= texts[widest]:
            break
        widths[widest] -= 1
    return widths


def _shown(value: Value) -> str:
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return f"{value:,}"
    if value is None:
        return ""
    told = unicodedata.normalize("NFC", str(value))  # so that a letter is as wide as it is long
    return " ".join(told.removeprefix(ID).replace(_ONTOLOGY, "ans:").split())


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)
