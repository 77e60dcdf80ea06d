"""CSV as RDF: a row is a subject, a column a property.

The first column names the subject. A name may be an IRI, a prefixed name (`place:vn-13`), or any words, which become a
name of the graph. Cells are whole numbers (`1350`), decimals (`13.5`), days (`2024-12-31`), IRIs, prefixed names or
text; behind a column's name stands a language for text, as in `name@vi`. An empty cell says nothing.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox

from ansinh.errors import LoadError
from ansinh.graph.terms import Term, day, decimal, integer, node, text
from ansinh.namespaces import PREFIXES, slug

# a number with a nought before it is a code
_WHOLE = re.compile(r"-?(?:0|[1-9]\d{0,17})")
_DECIMAL = re.compile(r"-?(?:0|[1-9]\d*)\.\d+")
_ADDRESS = re.compile(r"https?://\S+")
_LANGUAGE = re.compile(r"(?P<name>.+)@(?P<language>[a-z]{2,3}(?:-[A-Za-z0-9]+)*)")


def statements(path: Path, graph: str) -> Iterator[ox.Triple]:
    """The statements of a file. LoadError names the line that cannot be read."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file, strict=True)
        try:
            columns = [_column(path, cell, graph) for cell in next(rows, [])[1:]]
            for row in rows:
                if row:
                    yield from _row(f"{path}, line {rows.line_num}", row, columns, graph)
        except csv.Error as error:
            raise LoadError(f"{path}, line {rows.line_num}: not csv: {error}") from error
    if not columns:
        raise LoadError(f"{path}: a table needs a line of headings: the subject, then the properties")


def _column(path: Path, heading: str, graph: str) -> tuple[ox.NamedNode, str | None]:
    tagged = _LANGUAGE.fullmatch(heading.strip())
    name, language = (tagged["name"], tagged["language"]) if tagged else (heading, None)
    return _name(f"{path}, line 1", name, graph), language


def _row(
    where: str, row: Sequence[str], columns: Sequence[tuple[ox.NamedNode, str | None]], graph: str
) -> Iterator[ox.Triple]:
    if len(row) != len(columns) + 1:
        raise LoadError(f"{where}: {len(row)} cells where the headings are {len(columns) + 1}")
    subject = _name(where, row[0], graph)
    for cell, (property_, language) in zip(row[1:], columns, strict=True):
        if cell.strip():
            yield ox.Triple(subject, property_, text(cell.strip(), language) if language else _value(cell.strip()))


def _name(where: str, told: str, graph: str) -> ox.NamedNode:
    known = _iri(told.strip())
    if known is None and not slug(told):
        raise LoadError(f"{where}: {told!r} names nothing: write an IRI, a prefixed name or words")
    separator = "" if graph.endswith(("#", "/")) else "#"
    return known or node(f"{graph}{separator}{slug(told)}")


def _iri(told: str) -> ox.NamedNode | None:
    """An address, or a name with a prefix of ansinh, as an IRI."""
    prefix, colon, local = told.partition(":")
    iri = (
        told
        if _ADDRESS.fullmatch(told)
        else PREFIXES[prefix] + local
        if colon and local and prefix in PREFIXES
        else None
    )
    try:
        return None if iri is None else node(iri)
    except ValueError:
        return None


def _value(told: str) -> Term:
    if _WHOLE.fullmatch(told):
        return integer(int(told))
    if _DECIMAL.fullmatch(told):
        return decimal(Decimal(told))
    try:
        return day(date.fromisoformat(told)) if len(told) == len("2024-12-31") else _iri(told) or text(told)
    except ValueError:
        return _iri(told) or text(told)
