"""Rows as text: csv, tsv, json, jsonl and markdown for programs, a table for a person."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import IO, Literal, get_args

from ansinh.querying.rows import Rows, Value
from ansinh.querying.terminal import write_table
from ansinh.records import plain

TableFormat = Literal["table", "csv", "tsv", "json", "jsonl", "markdown"]
TABLE_FORMATS: tuple[TableFormat, ...] = get_args(TableFormat)


def write_rows(found: Rows, form: TableFormat, out: IO[str]) -> None:
    """Write rows in one of the formats, each row as soon as it is there; only the table waits for all of them."""
    if form == "table":
        write_table(found, out)
    else:
        out.writelines(_WRITERS[form](found))


def write_objects(found: Iterable[Mapping[str, object]], form: Literal["json", "jsonl"], out: IO[str]) -> None:
    """Write objects that have keys of their own, one a line, each as soon as it is there."""
    lines = (json.dumps(each, ensure_ascii=False) for each in found)
    out.writelines(_as_array(lines) if form == "json" else (f"{line}\n" for line in lines))


def _csv(found: Rows) -> Iterator[str]:
    return _separated(found, ",")


def _tsv(found: Rows) -> Iterator[str]:
    return _separated(found, "\t")


def _separated(found: Rows, separator: str) -> Iterator[str]:
    yield _line(found.columns, separator)
    for row in found.values:
        yield _line([_cell(value) for value in row], separator)


def _line(cells: Sequence[str], separator: str) -> str:
    line = io.StringIO()
    csv.writer(line, delimiter=separator, lineterminator="\n").writerow(cells)
    return line.getvalue()


def _json(found: Rows) -> Iterator[str]:
    return _as_array(_object(found.columns, row) for row in found.values)


def _as_array(objects: Iterable[str]) -> Iterator[str]:
    before = "[\n"
    for each in objects:
        yield f"{before}  {each}"
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _jsonl(found: Rows) -> Iterator[str]:
    for row in found.values:
        yield f"{_object(found.columns, row)}\n"


def _object(columns: Sequence[str], row: Sequence[Value]) -> str:
    return json.dumps({column: _number(value) for column, value in zip(columns, row, strict=True)}, ensure_ascii=False)


def _markdown(found: Rows) -> Iterator[str]:
    yield f"| {' | '.join(found.columns)} |\n"
    yield f"|{' --- |' * len(found.columns)}\n"
    for row in found.values:
        yield f"| {' | '.join(_in_markdown(_cell(value)) for value in row)} |\n"


def _in_markdown(cell: str) -> str:
    return " ".join(cell.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").split())


def _cell(value: Value) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return plain(value) if isinstance(value, Decimal) else "" if value is None else str(value)


def _number(value: Value) -> Value:
    """A decimal as a JSON number: the nearest float, which prints as it was."""
    return float(value) if isinstance(value, Decimal) else value


_WRITERS: Mapping[str, Callable[[Rows], Iterator[str]]] = {
    "csv": _csv,
    "tsv": _tsv,
    "json": _json,
    "jsonl": _jsonl,
    "markdown": _markdown,
}
