"""`ansinh update`."""

from __future__ import annotations

import dataclasses
import sys
from collections import Counter

import click

from ansinh.api import update
from ansinh.cli.build import exit_code, tell
from ansinh.cli.options import decisions_option, format_option
from ansinh.cli.taking import Taking, source_options
from ansinh.graph.build import BuildOptions
from ansinh.querying.rows import Rows
from ansinh.querying.tables import TableFormat, write_rows
from ansinh.updating.comparing import Change
from ansinh.updating.remembering import Update

_COLUMNS = tuple(field.name for field in dataclasses.fields(Change))


@click.command("update", epilog="Example: ansinh update --format json > changes.json")
@source_options
@decisions_option
@click.option("--all", "every", is_flag=True, help="Build every source again, also those that are as before.")
@format_option("table")
def command(taking: Taking, decisions: str | None, every: bool, form: TableFormat) -> int:
    """Look at every remembered source again, build those that have changed, and tell what they say otherwise now.

    A row is a fact that was added, is gone, or has another value in one attribute; facts are figures, citations and
    the description of the article itself. Pages are asked for politely: only what is new, one after the other. A source
    that cannot be read stays in the store as it was.
    """
    options = BuildOptions(max_bytes=taking.max_bytes, decisions=decisions)
    done = update(taking.store, options, taking.fetch, every=every)
    write_rows(Rows(_COLUMNS, (dataclasses.astuple(change) for change in done.changes)), form, sys.stdout)
    if done.report.changed or done.report.failed or done.report.refused:
        tell(done.report, taking.store)
    _tell(done, taking.store)
    return exit_code(done.report)


def _tell(done: Update, store: str) -> None:
    count = Counter(change.change for change in done.changes)
    changed = len({(c.article, c.fact, c.printed, c.quotation) for c in done.changes if c.change == "changed"})
    click.echo(
        f"{store}: {len(done.sources)} source{'' if len(done.sources) == 1 else 's'}, {len(done.unchanged)} as before;"
        f" facts: {count['added']} added, {count['gone']} gone, {changed} changed",
        err=True,
    )
