"""A table for a person: as wide as the terminal, numbers whole, long texts cut to fit."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import IO, TYPE_CHECKING

from ansinh.namespaces import ID, PREFIXES
from ansinh.querying.rows import Rows, Value

if TYPE_CHECKING:
    from rich.console import Console

_ONTOLOGY = PREFIXES["ans"]
_LINES = 3  # of a long text that are shown
_LEAST = 10  # characters that a text column is never narrower than
_WORD = 18  # a word of no more than this, as a document's number, is not broken
_PIPED = 140  # characters a line where there is no terminal to ask
_GAP = 2  # between columns: one of padding, one of the box


def write_table(found: Rows, out: IO[str]) -> None:
    """Write all rows as one table, or below one another where the columns do not fit; colours only at a terminal."""
    from rich.console import Console

    console = Console(file=out, highlight=False, width=None if out.isatty() else _PIPED)
    values = list(found.values)
    headings = [column.replace("_", " ") for column in found.columns]
    cells = [[_shown(value) for value in row] for row in values]
    numeric = [any(_is_number(row[i]) for row in values) for i in range(len(headings))]
    widths = _widths(headings, cells, numeric, console.width)
    if sum(widths) + _GAP * len(widths) > console.width:
        _print_blocks(console, headings, cells)
    else:
        _print_table(console, headings, cells, list(zip(widths, numeric, strict=True)))


def _print_table(
    console: Console, headings: Sequence[str], cells: Sequence[Sequence[str]], columns: Sequence[tuple[int, bool]]
) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, _GAP - 1, 0, 0), header_style="bold")
    for heading, (width, right) in zip(headings, columns, strict=True):
        table.add_column(Text(heading), justify="right" if right else "left", width=width, overflow="fold")
    for row in cells:
        table.add_row(*(Text(_cut(cell, width)) for cell, (width, _) in zip(row, columns, strict=True)))
    console.print(table)


def _print_blocks(console: Console, headings: Sequence[str], cells: Sequence[Sequence[str]]) -> None:
    """Every row as lines of a heading and a value; what has no value is left out."""
    from rich.text import Text

    width = max(len(heading) for heading in headings) + _GAP
    for number, row in enumerate(cells, 1):
        console.print(Text(f"{number}.", style="bold"))
        for heading, cell in zip(headings, row, strict=True):
            if cell:
                shown = _cut(cell, max(console.width - width, _LEAST))
                console.print(Text(heading.ljust(width)), Text(shown), sep="", soft_wrap=True)


def _widths(
    headings: Sequence[str], cells: Sequence[Sequence[str]], numeric: Sequence[bool], available: int
) -> list[int]:
    """The width of every column: the widest texts give way until the table fits, quotations last, numbers never."""
    widths = [
        max([*(len(word) for word in heading.split()), *(len(row[i]) for row in cells)])
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


def _cut(cell: str, width: int) -> str:
    most = width * _LINES - width // 4
    return cell if len(cell) <= most else f"{cell[: most - 1].rstrip()}…"


def _shown(value: Value) -> str:
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return f"{value:,}"
    return "" if value is None else " ".join(str(value).removeprefix(ID).replace(_ONTOLOGY, "ans:").split())


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)
