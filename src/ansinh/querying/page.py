"""An answer for a browser: a table for a notebook, or one HTML file that needs nothing else."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import IO, TYPE_CHECKING
from urllib.parse import urlsplit

from ansinh.explaining.templating import template
from ansinh.namespaces import ID
from ansinh.querying.columns import Kind
from ansinh.querying.rows import Value
from ansinh.querying.saved import saved_query
from ansinh.querying.sources import Source
from ansinh.querying.wording import LANGUAGES, Language, heading, number, told, unit

if TYPE_CHECKING:
    from ansinh.querying.chart import Chart
    from ansinh.querying.saved_answer import Answer

_ROLES: Mapping[Kind, str] = {"integer": "number", "decimal": "number", "float": "number", "date": "date"}
_DAY = re.compile(r"\d{4}-\d\d-\d\d|")
_OF_ARTICLE = re.compile(r"article/[^/]+/(?=.)")
_NUMBER_OF_PART = re.compile(r"(?<=: )\d{4,}(?:\.\d+)?\b")


def table(answer: Answer) -> str:
    """The rows as an HTML table."""
    return template("ansinh.querying", "table.html").render(_table(answer, answer.columns, "en"))


def write_page(
    answer: Answer, parameters: Mapping[str, str], chart: Chart | None, out: IO[str], language: Language | None = None
) -> None:
    """Write the page, in one language or, without one, told in both and with English headings.

    Whatever an article says is escaped by the template engine; a chart stands in it as a picture. Columns that no row
    tells are named below the table.
    """
    query, main = saved_query(answer.query), language or "en"
    asked = [
        {"name": name, "value": value, "told": query.parameters[name].description} for name, value in parameters.items()
    ]
    drawn = chart and {"wide": _data(chart.svg), "narrow": _data(chart.narrow), "caption": chart.caption}
    shown = [column for i, column in enumerate(answer.columns) if any(_is_told(row[i]) for row in answer.values)]
    page = template("ansinh.querying", "answer.html").generate(
        query=query,
        asked=asked,
        chart=drawn,
        main=main,
        languages=[language] if language else LANGUAGES,
        silent=", ".join(heading(c, main) for c in answer.columns if c not in shown),
        **_table(answer, shown, main),
    )
    out.writelines(page)


def _data(svg: str) -> str:
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"


def _table(answer: Answer, columns: Sequence[str], language: Language) -> Mapping[str, object]:
    """What the template of the rows is given: headings with unit and role, and the cells row by row."""
    places = [answer.columns.index(column) for column in columns]
    roles = [_role(answer, column) for column in columns]
    headings = [
        {"name": heading(column, language), "unit": _unit(answer, column, language), "role": role}
        for column, role in zip(columns, roles, strict=True)
    ]
    body = [
        [
            {**_cell(answer, column, row[place], language), "role": role}
            for column, place, role in zip(columns, places, roles, strict=True)
        ]
        for row in answer.values
    ]
    return {"headings": headings, "body": body}


def _is_told(value: Value) -> bool:
    return value is not None and value != ""


def _unit(answer: Answer, column: str, language: Language) -> str:
    """The unit, where the heading does not say it already."""
    name = answer.units.get(column, "")
    return unit(name, language) if name not in ("", column) else ""


def _role(answer: Answer, column: str) -> str:
    if column.endswith("quotation"):
        return "quotation"
    if answer.kinds[column] == "text":
        place = answer.columns.index(column)
        days = all(_DAY.fullmatch(str(row[place] or "")) for row in answer.values)
        return "date" if days and any(row[place] for row in answer.values) else ""
    return _ROLES.get(answer.kinds[column], "")


def _cell(answer: Answer, column: str, value: Value, language: Language) -> Mapping[str, object]:
    named = [answer.sources[iri] for iri in str(value).split() if iri in answer.sources] if value is not None else []
    iri = str(value) if answer.kinds[column] == "iri" and value is not None else ""
    return {"text": _text(answer, column, value, language), "iri": iri, "sources": _links(named)}


def _links(sources: Sequence[Source]) -> list[Mapping[str, str | None]]:
    return [{"text": source.headline or _site(source), "link": source.link} for source in sources]


def _site(source: Source) -> str:
    """What stands for an article without a headline."""
    return (urlsplit(source.link).hostname if source.link else None) or source.iri.removeprefix(f"{ID}article/")


def _text(answer: Answer, column: str, value: Value, language: Language) -> str:
    if value is None:
        return ""
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return number(value, language)
    text = str(value).removeprefix(ID)
    if "article" in answer.columns and answer.kinds[column] == "iri":
        # the article stands beside it
        return _OF_ARTICLE.sub("", text)
    if column == "parts":
        return _NUMBER_OF_PART.sub(lambda found: number(Decimal(found[0]), language), text)
    return told(column, text, language)
