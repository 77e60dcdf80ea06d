"""`ansinh queries`."""

from __future__ import annotations

import sys

import click

from ansinh.cli.options import format_option
from ansinh.querying.rows import Rows
from ansinh.querying.saved import SavedQuery, saved_queries
from ansinh.querying.tables import TableFormat, write_rows

_COLUMNS = ("query", "title", "title_vi", "parameters", "row")


@click.command("queries", epilog="Example: ansinh queries --format markdown")
@format_option("table")
def command(form: TableFormat) -> int:
    """List the saved queries: what each answers, its parameters, and what a row means."""
    write_rows(Rows(_COLUMNS, iter(_row(query) for query in saved_queries())), form, sys.stdout)
    return 0


def _row(query: SavedQuery) -> tuple[str, ...]:
    parameters = (
        f"{p.name}={p.example}" if p.required else f"[{p.name}={p.example}]" for p in query.parameters.values()
    )
    return (query.name, query.title["en"], query.title["vi"], " ".join(parameters), query.row["en"])
