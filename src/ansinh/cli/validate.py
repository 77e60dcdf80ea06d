"""`ansinh validate`."""

from __future__ import annotations

import sys

import click

from ansinh.api import validate
from ansinh.checking.shacl import Result
from ansinh.cli.options import engine_option, format_option
from ansinh.querying.rows import Rows
from ansinh.querying.tables import TableFormat, write_rows

_COLUMNS = ("severity", "focus", "path", "value", "message")
_RANK = {"Violation": 0, "Warning": 1, "Info": 2}


@click.command("validate", epilog="Example: ansinh validate --least Info --format markdown")
@engine_option
@format_option("table")
@click.option(
    "--least",
    type=click.Choice(list(_RANK)),
    default="Warning",
    show_default=True,
    help="The least severity to print: Info tells what the articles leave out.",
)
def command(store: str, form: TableFormat, least: str) -> int:
    """Hold the facts of the store against the shapes.

    A Violation is a fact that the graph must not have (exit code 1), a Warning something odd that an article prints,
    an Info something that it does not tell.
    """
    results = validate(store)
    shown = [result for result in results if _RANK[result.severity] <= _RANK[least]]
    write_rows(Rows(_COLUMNS, iter(_row(result) for result in shown)), form, sys.stdout)
    counts = {severity: sum(r.severity == severity for r in results) for severity in _RANK}
    verdict = "not valid" if counts["Violation"] else "valid"
    click.echo(f"{store}: {verdict}; " + ", ".join(f"{n} {s}" for s, n in counts.items()), err=True)
    return 1 if counts["Violation"] else 0


def _row(result: Result) -> tuple[str | None, ...]:
    return (result.severity, result.focus, result.path, result.value, result.message)
