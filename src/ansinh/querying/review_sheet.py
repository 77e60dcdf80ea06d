"""The sheet that a person fills in: figures with empty cells for a verdict, and what was written into them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import IO

import pyoxigraph as ox

from ansinh.errors import QueryError, ReviewError
from ansinh.querying.deciding import Choice
from ansinh.querying.figures import figure_iri, read_figure
from ansinh.querying.review import Reviewable
from ansinh.querying.rows import Rows, Value
from ansinh.querying.tables import TableFormat, write_rows
from ansinh.reviewing import cells
from ansinh.reviewing.attributes import ATTRIBUTES

_SHOWN = ("article", "start", "printed", "quotation", "rule", "rule_error_percent", *ATTRIBUTES, "decided")
_ANSWERS = ("verdict", "who", "when", "why")
_NEW = {attribute: f"new_{attribute}" for attribute in ATTRIBUTES}


def write_review(found: Iterable[Reviewable], form: TableFormat, out: IO[str]) -> None:
    """Write the figures in a format of rows; as csv with the empty cells that `read_choices` reads when filled in."""
    rows = (_row(each) for each in found)
    if form == "csv":
        told = ({key: "" if value is None else str(value) for key, value in row.items()} for row in rows)
        out.write(cells.write((*_SHOWN, *_ANSWERS, *_NEW.values()), told))
    else:
        write_rows(Rows(_SHOWN, (tuple(row.values()) for row in rows)), form, out)


def read_choices(store: ox.Store, name: str, text: str, given: Mapping[str, str]) -> Iterator[Choice]:
    """What a person chose in the rows of a sheet; `given` has who and when for rows that do not tell it.

    Rows without a verdict are passed over. Raises ReviewError that names the line of what is not as it should be.
    """
    for line, row in cells.read(name, text, ("article", "start", "verdict")):
        where = f"{name}, line {line}"
        changes = {attribute: row[new] for attribute, new in _NEW.items() if row.get(new, "").strip()}
        if row["verdict"].strip():
            figure = f"{row['article'].strip()}/{row['start'].strip()}"
            _check_printed(store, where, figure, row.get("printed", ""))
            who, when = (row.get(each, "").strip() or given[each] for each in ("who", "when"))
            yield Choice(figure, row["verdict"], who, when, row.get("why", ""), changes, where)
        elif changes:
            raise ReviewError(f"{where}: {_NEW[min(changes)]} is filled in and the verdict is not: write amend there")


def _check_printed(store: ox.Store, where: str, figure: str, printed: str) -> None:
    """The digits alone are compared: a spreadsheet writes a number in its own way."""
    try:
        known = read_figure(store, figure_iri(figure)).printed
    except QueryError as error:
        raise ReviewError(f"{where}: {error}") from error
    if _digits(printed) not in ("", _digits(known)):
        raise ReviewError(f"{where}: the store has {known!r} there, not {printed!r}: write the sheet anew")


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _row(each: Reviewable) -> dict[str, Value]:
    figure, decision = each.figure, each.decision
    return {
        "article": figure.article,
        "start": figure.span.start,
        "printed": figure.printed,
        "quotation": figure.quotation,
        "rule": figure.rule,
        "rule_error_percent": each.error_percent,
        **{attribute: figure.attributes.get(attribute) or None for attribute in ATTRIBUTES},
        "decided": f"{decision.verdict} by {decision.who}, {decision.when}" if decision else None,
    }
