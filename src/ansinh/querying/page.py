"""An answer for a browser: a table for a notebook, or one HTML file that needs nothing else."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import IO, TYPE_CHECKING

from ansinh.explaining.templating import template
from ansinh.namespaces import ID
from ansinh.querying.columns import Kind
from ansinh.querying.rows import Value
from ansinh.querying.saved import saved_query
from ansinh.querying.sources import Source

if TYPE_CHECKING:
    from ansinh.querying.chart import Chart
    from ansinh.querying.saved_answer import Answer

_ROLES: Mapping[Kind, str] = {"integer": "number", "decimal": "number", "float": "number", "date": "date"}
_SUFFIXES = ("_vnd", "_percent")  # that the unit below the heading tells


def table(answer: Answer) -> str:
    """The rows as an HTML table."""
    return template("ansinh.querying", "table.html").render(headings=_headings(answer), body=_body(answer))


def write_page(answer: Answer, parameters: Mapping[str, str], chart: Chart | None, out: IO[str]) -> None:
    """Write the page; whatever an article says is escaped by the template engine; a chart stands in it as a picture."""
    query = saved_query(answer.query)
    asked = [{"name": name, "value": value, **query.parameters[name].description} for name, value in parameters.items()]
    drawn = chart and {"data": base64.b64encode(chart.svg.encode()).decode(), "caption": chart.caption}
    page = template("ansinh.querying", "answer.html").generate(
        query=query, asked=asked, chart=drawn, headings=_headings(answer), body=_body(answer)
    )
    out.writelines(page)


def _headings(answer: Answer) -> list[Mapping[str, str]]:
    return [
        {"name": _heading(column), "unit": _unit(answer, column), "role": _role(answer, column)}
        for column in answer.columns
    ]


def _unit(answer: Answer, column: str) -> str:
    """The unit, where the heading does not say it already."""
    unit = answer.units.get(column, "")
    return "" if unit == column else unit


def _heading(column: str) -> str:
    for suffix in _SUFFIXES:
        column = column.removesuffix(suffix)
    return column.replace("_", " ")


def _role(answer: Answer, column: str) -> str:
    return "quotation" if column.endswith("quotation") else _ROLES.get(answer.kinds[column], "")


def _body(answer: Answer) -> list[list[Mapping[str, object]]]:
    roles = [_role(answer, column) for column in answer.columns]
    return [[_cell(answer, value, role) for value, role in zip(row, roles, strict=True)] for row in answer.values]


def _cell(answer: Answer, value: Value, role: str) -> Mapping[str, object]:
    named = [answer.sources[iri] for iri in str(value).split() if iri in answer.sources] if value is not None else []
    return {"text": _text(value), "role": role, "sources": _links(named)}


def _links(sources: Sequence[Source]) -> list[Mapping[str, str | None]]:
    return [
        {"text": source.headline or source.iri.removeprefix(f"{ID}article/"), "link": source.link} for source in sources
    ]


def _text(value: Value) -> str:
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return f"{value:,}"
    return "" if value is None else str(value).removeprefix(ID)
