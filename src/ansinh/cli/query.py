"""`ansinh query`."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from ansinh.cli.options import format_option, store_option
from ansinh.graph.store import open_store
from ansinh.querying.places import places_asked
from ansinh.querying.running import run_saved
from ansinh.querying.tables import TableFormat, write_rows


@click.command("query", epilog="Example: ansinh query document-outcomes -p document=35/2024/NQ-HDND --format json")
@click.argument("name")
@click.option("-p", "--parameter", "parameters", multiple=True, metavar="NAME=VALUE", help="A parameter of the query.")
@store_option
@format_option("table")
def command(name: str, parameters: Sequence[str], store: str, form: TableFormat) -> int:
    """Run a saved query; `ansinh queries` lists them with their parameters."""
    values = dict(_split(parameter) for parameter in parameters)
    opened = open_store(store)
    found = run_saved(opened, name, values)
    for line in places_asked(opened, name, values):
        click.echo(f"ansinh: {line}", err=True)
    write_rows(found, form, sys.stdout)
    return 0


def _split(parameter: str) -> tuple[str, str]:
    name, equals, value = parameter.partition("=")
    if not equals:
        raise click.UsageError(f"-p takes NAME=VALUE, as in -p document=35/2024/NQ-HDND; got {parameter!r}")
    return name.strip(), value
