"""`ansinh audit`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Literal

import click

from ansinh.api import audit, build_aside
from ansinh.cli.completing import from_vocabulary
from ansinh.cli.main import OK, WRONG
from ansinh.cli.options import files_argument, format_option
from ansinh.cli.taking import Taking, source_options
from ansinh.graph.build import BuildOptions
from ansinh.graph.store import open_store
from ansinh.querying.finding_lines import summary, write_findings
from ansinh.querying.rows import Rows
from ansinh.querying.tables import TableFormat, write_rows

_VERDICTS = ("off", "holds", "unchecked", "all")


@click.command("audit", epilog="Example: ansinh audit --verdict all --format csv > findings.csv")
@files_argument
@click.option(
    "--verdict",
    type=click.Choice(_VERDICTS),
    default="off",
    show_default=True,
    help="Only what is off, what holds, what cannot be checked, or all.",
)
@click.option(
    "--kind",
    metavar="KIND",
    shell_complete=from_vocabulary("finding", names_do=False),
    help="Only one kind of finding: parts, share, plan, change, population, …",
)
@source_options
@format_option("text", "text")
def command(
    files: Sequence[str], taking: Taking, verdict: str, kind: str | None, form: TableFormat | Literal["text"]
) -> int:
    """Recompute what articles state: what holds, what is off, what cannot be checked.

    Without FILE: the articles of the store. With FILE these are read and held against each other, and kept nowhere.
    Off is no verdict on an article: the writer, the translation or ansinh may have slipped; the quotation shows which.
    """
    opened, code = open_store(taking.store) if not files else None, OK
    if opened is None:
        opened, report = build_aside(files, taking.store, BuildOptions(max_bytes=taking.max_bytes), taking.fetch)
        for line in report.failed:
            click.echo(f"ansinh: {line}", err=True)
        code = WRONG if report.failed else OK
    found = audit(opened, kind)
    rows = Rows(found.columns, (tuple(row.values()) for row in found if verdict in ("all", row["verdict"])))
    if form == "text":
        write_findings(rows, sys.stdout)
    else:
        write_rows(rows, form, sys.stdout)
    click.echo(f"ansinh: {summary(found)}", err=True)
    return code
