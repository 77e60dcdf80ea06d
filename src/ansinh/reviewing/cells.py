"""CSV that a spreadsheet may have had in between: rows of text cells, with the line that each begins on.

A cell that a spreadsheet would run as a formula is written with an apostrophe before it, which reading takes away.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ansinh.errors import ReviewError

_SEPARATORS = (",", ";", "\t")
_GUARDED = re.compile(r"'*[=+\-@\t]")


def write(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    """The text of a file with a header; a row may lack columns, and the ends of lines inside a cell become the same."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n", strict=True)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_guarded(row.get(column, "")) for column in columns])
    return out.getvalue()


def read(name: str, text: str, needed: Iterable[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a file with the lines they begin on; a byte order mark, CRLF, semicolons and tabs are understood.

    Raises ReviewError where the file has no rows of such columns.
    """
    told = text.removeprefix("\ufeff")
    if not told.strip():
        return
    header = next(csv.reader(io.StringIO(told, newline=""), delimiter=_separator(told)))
    columns = [column.strip() for column in header]
    missing = [column for column in needed if column not in columns]
    if missing:
        raise ReviewError(f"{name}, line 1: there is no column {missing[0]!r}; keep the first line as it was written")
    yield from _rows(name, told, columns)


def _rows(name: str, text: str, columns: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    line = 1
    try:
        next(reader)
        line = reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                if len(cells) != len(columns):
                    raise ReviewError(
                        f"{name}, line {line}: {len(cells)} cells where the first line has {len(columns)}"
                    )
                yield line, {column: _plain(cell) for column, cell in zip(columns, cells, strict=True)}
            line = reader.line_num + 1
    except csv.Error as error:
        raise ReviewError(f"{name}, line {line}: not CSV: {error}") from error


def _separator(text: str) -> str:
    """The separator that the first line has most of: the names of columns hold none."""
    first = text.partition("\n")[0]
    return max(_SEPARATORS, key=lambda separator: (first.count(separator), -_SEPARATORS.index(separator)))


def _guarded(cell: str) -> str:
    told = cell.replace("\r\n", "\n").replace("\r", "\n")
    return f"'{told}" if _GUARDED.match(told) else told


def _plain(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _GUARDED.match(cell) else cell
