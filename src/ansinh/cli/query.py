"""`ansinh query`."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from itertools import chain

import click
import pyoxigraph as ox

from ansinh.cli.options import format_option, store_option
from ansinh.cli.queries import listed
from ansinh.graph.store import open_store
from ansinh.querying.emptiness import why_empty
from ansinh.querying.picking import values_of
from ansinh.querying.places import places_asked
from ansinh.querying.rows import Rows
from ansinh.querying.running import run_saved
from ansinh.querying.tables import TableFormat, write_rows


@click.command("query", epilog="Example: ansinh query document-outcomes -p document=35/2024/NQ-HDND --format json")
@click.argument("name", required=False)
@click.option("-p", "--parameter", "parameters", multiple=True, metavar="NAME=VALUE", help="A parameter of the query.")
@click.option("--values", "chosen", metavar="PARAMETER", help="List what a parameter can be in this store.")
@store_option
@format_option("table")
def command(name: str | None, parameters: Sequence[str], chosen: str | None, store: str, form: TableFormat) -> int:
    """Run a saved query; without a name, list the queries by subject with their parameters."""
    if name is None:
        if parameters or chosen:
            raise click.UsageError("name the query, as in ansinh query document-outcomes")
        write_rows(listed(), form, sys.stdout)
    elif chosen is not None:
        if parameters:
            raise click.UsageError("--values lists what the whole store has; leave out -p")
        write_rows(values_of(open_store(store), name, chosen), form, sys.stdout)
    else:
        _answer(open_store(store), name, dict(_split(parameter) for parameter in parameters), form)
    return 0


def _answer(store: ox.Store, name: str, values: Mapping[str, str], form: TableFormat) -> None:
    found = run_saved(store, name, values)
    first = next(found.values, None)
    for line in why_empty(store, name, values) if first is None else places_asked(store, name, values):
        click.echo(f"ansinh: {line}", err=True)
    begun = () if first is None else (first,)
    write_rows(Rows(found.columns, chain(begun, found.values)), form, sys.stdout)


def _split(parameter: str) -> tuple[str, str]:
    name, equals, value = parameter.partition("=")
    if not equals:
        raise click.UsageError(f"-p takes NAME=VALUE, as in -p document=35/2024/NQ-HDND; got {parameter!r}")
    return name.strip(), value
