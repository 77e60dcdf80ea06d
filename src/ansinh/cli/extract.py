"""`ansinh extract`."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from ansinh.cli.completing import files
from ansinh.cli.options import format_option
from ansinh.cli.reading import Reading
from ansinh.cli.taking import Taking, source_options
from ansinh.querying.record_rows import record_rows
from ansinh.querying.tables import TableFormat, write_objects, write_rows
from ansinh.records import RECORD_KEYS, records


@click.command("extract", epilog="Example: ansinh extract article.txt --format csv --record figure > figures.csv")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", shell_complete=files)
@source_options
@format_option("jsonl")
@click.option(
    "--record",
    "kind",
    type=click.Choice(list(RECORD_KEYS)),
    help="Only records of this type; a table has one type and shows figures if none is named.",
)
@click.option("--text", "plain", is_flag=True, help="Print the text of the articles, and no records.")
def command(files: Sequence[str], taking: Taking, form: TableFormat, kind: str | None, plain: bool) -> int:
    """Print what is read out of articles, before any of it becomes a graph.

    FILE is a file (text, Markdown, HTML, PDF, Word) or the address of a page, of which a snapshot is kept beside
    the store. --text prints the text that was read instead: the spans of the records are places in it.

    One record is one thing that an article says: a figure, a citation, an agency. As json and jsonl records keep their
    own keys; the other formats print one type of record, lists joined with semicolons.
    """
    reading = Reading(files, taking)
    if plain:
        sys.stdout.writelines(extraction.text for extraction in reading)
    elif form in ("json", "jsonl"):
        found = (r for extraction in reading for r in records(extraction) if kind in (None, r["record"]))
        write_objects(found, form, sys.stdout)
    else:
        write_rows(record_rows(reading, kind or "figure"), form, sys.stdout)
    return reading.exit_code
