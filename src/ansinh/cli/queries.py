"""`ansinh queries`."""

from __future__ import annotations

import sys

import click

from ansinh.cli.options import format_option
from ansinh.querying.rows import Rows
from ansinh.querying.saved import SavedQuery, by_subject
from ansinh.querying.tables import TableFormat, write_rows

_COLUMNS = ("subject", "subject_vi", "query", "title", "title_vi", "parameters", "row")
_SHORT = 6  # columns of the list without what a row means


@click.command("queries", epilog="Example: ansinh queries --format markdown")
@format_option("table")
def command(form: TableFormat) -> int:
    """List the saved queries by subject: what each answers, its parameters, and what a row means."""
    write_rows(Rows(_COLUMNS, iter(_row(query) for query in by_subject())), form, sys.stdout)
    return 0


def listed() -> Rows:
    """The same list, shorter: what there is to ask, by subject."""
    return Rows(_COLUMNS[:_SHORT], iter(_row(query)[:_SHORT] for query in by_subject()))


def _row(query: SavedQuery) -> tuple[str, ...]:
    parameters = (
        f"{p.name}={p.example}" if p.required else f"[{p.name}={p.example}]" for p in query.parameters.values()
    )
    return (
        query.subject["en"],
        query.subject["vi"],
        query.name,
        query.title["en"],
        query.title["vi"],
        " ".join(parameters),
        query.row["en"],
    )
