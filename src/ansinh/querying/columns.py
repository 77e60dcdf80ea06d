"""What the columns of an answer hold, and in which unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Literal

import pyoxigraph as ox

from ansinh.namespaces import PREFIXES
from ansinh.querying.rows import Value
from ansinh.querying.running import value

Kind = Literal["integer", "decimal", "float", "date", "boolean", "iri", "text"]

_DATE = f"{PREFIXES['xsd']}date"
_INT64 = range(-(2**63), 2**63)
# the end of a column's name tells its unit, as docs/reference/queries.md has it
_UNITS = {"_vnd": "VND", "_percent": "%", "people": "people", "households": "households"}
_DAYS = ("date", "document_date", "other_date", "other_published", "period_end", "period_start", "published")
# columns whose unit stands in another one, row by row
_TOLD_BESIDE = ("value", "planned", "reached", "off_by")


def kind_of(column: str, terms: Sequence[object]) -> Kind:
    """What a column holds, from its RDF terms, and where all are None from its name; text where nothing else fits."""
    kinds = {_kind(term) for term in set(terms) if term is not None}
    if not kinds:
        return "integer" if column.endswith(tuple(_UNITS)) else "date" if column in _DAYS else "text"
    if len(kinds) == 1:
        return kinds.pop()
    if kinds == {"integer", "decimal"}:
        return "decimal"
    return "float" if kinds and kinds <= {"integer", "decimal", "float"} else "text"


def units_of(columns: Sequence[str], values: Sequence[Sequence[Value]]) -> Mapping[str, str]:
    """The unit of each column that has one for all its rows."""
    units = {column: unit for column in columns for end, unit in _UNITS.items() if column.endswith(end)}
    if "unit" in columns:
        told = {row[columns.index("unit")] for row in values}
        if len(told) == 1 and isinstance(only := told.pop(), str):
            units |= {column: only for column in columns if column in _TOLD_BESIDE}
    return units


def _kind(term: object) -> Kind:
    if isinstance(term, ox.NamedNode):
        return "iri"
    if isinstance(term, ox.Literal) and term.datatype.value == _DATE:
        return "date" if _is_day(term.value) else "text"
    found = value(term)
    if isinstance(found, bool):
        return "boolean"
    if isinstance(found, int):
        return "integer" if found in _INT64 else "decimal"
    return "decimal" if isinstance(found, Decimal) else "float" if isinstance(found, float) else "text"


def _is_day(told: str) -> bool:
    try:
        date.fromisoformat(told)
    except ValueError:
        return False
    return True
