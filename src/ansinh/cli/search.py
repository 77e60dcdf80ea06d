"""`ansinh search`."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Sequence

import click

from ansinh.cli.options import format_option, store_option
from ansinh.graph.store import open_store
from ansinh.querying.names import TYPES, Type
from ansinh.querying.rows import Rows
from ansinh.querying.searching import search
from ansinh.querying.tables import TableFormat, write_rows

_MOST = 20


@click.command("search", epilog="Example: ansinh search ho can ngheo --type group --format json")
@click.argument("words", nargs=-1, required=True)
@click.option("--type", "types", type=click.Choice(TYPES), multiple=True, help="Only things of this type; repeatable.")
@click.option(
    "--limit", type=click.IntRange(min=1), default=_MOST, show_default=True, metavar="N", help="At most so many rows."
)
@store_option
@format_option("table")
def command(words: Sequence[str], types: Sequence[Type], limit: int, store: str, form: TableFormat) -> int:
    """Find documents, agencies, groups, fields, places, policies and articles by words of their names.

    All WORDS must occur, in any order, in English or Vietnamese; case, diacritics and punctuation don't count, and
    three letters or more may be the beginning of a word. The best match comes first; mentions says how often articles
    speak of the thing. Where nothing is found, the nearest names are told.
    """
    asked = " ".join(words)
    found = search(open_store(store), asked, types or TYPES)
    rows = found.rows()
    write_rows(Rows(rows.columns, itertools.islice(rows.values, limit)), form, sys.stdout)
    if len(found.things) > limit:
        click.echo(f"ansinh: {len(found.things) - limit} more; show them with --limit", err=True)
    if not found.things:
        near = f"; nearest: {', '.join(found.nearest)}" if found.nearest else ""
        click.echo(f"ansinh: nothing is called {asked!r}{near}", err=True)
    return 0
