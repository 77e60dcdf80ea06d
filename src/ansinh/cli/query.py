"""`ansinh query`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

import click

from ansinh.cli.answering import AnyFormat, asked
from ansinh.cli.completing import assignments, pickable, queries
from ansinh.cli.options import engine_option, format_option, output_option
from ansinh.cli.queries import listed
from ansinh.querying.emptiness import why_empty
from ansinh.querying.engine import open_engine
from ansinh.querying.picking import values_of
from ansinh.querying.places import places_asked
from ansinh.querying.rows import Rows
from ansinh.querying.tables import TableFormat, write_rows
from ansinh.querying.wording import LANGUAGES


@click.command("query", epilog="Example: ansinh query document-outcomes -p document=35/2024/NQ-HDND --format json")
@click.argument("name", required=False, shell_complete=queries)
@click.option(
    "-p",
    "--parameter",
    "parameters",
    multiple=True,
    metavar="NAME=VALUE",
    shell_complete=assignments,
    help="A parameter of the query.",
)
@click.option(
    "--values",
    "chosen",
    metavar="PARAMETER",
    shell_complete=pickable,
    help="List what a parameter can be in this store.",
)
@engine_option
@format_option("table", "html")
@click.option("--language", type=click.Choice(LANGUAGES), help="The language of a page; without it, both stand there.")
@output_option
def command(name: str | None, parameters: Sequence[str], store: str, form: AnyFormat, **more: Any) -> int:
    """Run a saved query; without a name, list the queries by subject with their parameters.

    html is one page that needs no network, with the passages, links to the articles and, where the rows can be
    compared and the extra ansinh[charts] is installed, a chart.
    """
    chosen, output, language = more["chosen"], more["output"], more["language"]
    if language and form != "html":
        raise click.UsageError("--language is for pages: add --format html")
    if name is None:
        if parameters or chosen:
            raise click.UsageError("name the query, as in ansinh query document-outcomes")
        _list(listed(), form)
    elif chosen is not None:
        if parameters:
            raise click.UsageError("--values lists what the whole store has; leave out -p")
        _list(values_of(open_engine(store), name, chosen), form)
    else:
        values = dict(_split(parameter) for parameter in parameters)
        opened = open_engine(store)
        empty, write = asked(opened, name, values, form, language)
        for line in why_empty(opened, name, values) if empty else places_asked(opened, name, values):
            click.echo(f"ansinh: {line}", err=True)
        write(output)
    return 0


def _list(found: Rows, form: AnyFormat) -> None:
    table: TableFormat = "table" if form == "html" else form
    write_rows(found, table, sys.stdout)


def _split(parameter: str) -> tuple[str, str]:
    name, equals, value = parameter.partition("=")
    if not equals:
        raise click.UsageError(f"-p takes NAME=VALUE, as in -p document=35/2024/NQ-HDND; got {parameter!r}")
    return name.strip(), value
