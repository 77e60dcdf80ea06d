"""`ansinh ledger`."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from ansinh.cli.options import files_argument, format_option
from ansinh.cli.reading import Reading
from ansinh.cli.taking import Taking, source_options
from ansinh.querying.record_rows import record_rows, summary_rows
from ansinh.querying.tables import TableFormat, write_rows


@click.command("ledger", epilog="Example: ansinh ledger article.txt --format csv > numbers.csv")
@files_argument
@source_options
@format_option("table")
@click.option("--summary", is_flag=True, help="One row an article: the numbers by use, the figures by what they lack.")
def command(files: Sequence[str], taking: Taking, form: TableFormat, summary: bool) -> int:
    """Account for every number that articles print: what it was read as, and why.

    Every run of digits stands in exactly one row. FILE may be the address of a page. Without FILE: the articles that
    come with ansinh.
    """
    reading = Reading(files, taking)
    write_rows(summary_rows(reading) if summary else record_rows(reading, "number"), form, sys.stdout)
    return reading.exit_code
