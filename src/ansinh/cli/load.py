"""`ansinh load`."""

from __future__ import annotations

import sys
from typing import Any

import click

from ansinh.cli.completing import files
from ansinh.cli.main import OK
from ansinh.cli.options import format_option, store_option
from ansinh.graph.loading import LOAD_FORMATS, LoadOptions, load, loaded_graphs, unload
from ansinh.querying.rows import Rows
from ansinh.querying.tables import TableFormat, write_rows

_COLUMNS = ("graph", "triples", "source", "licence")


@click.command("load", epilog="Example: ansinh load population.csv --graph https://example.org/population")
@click.argument("file", required=False, shell_complete=files)
@click.option("--graph", metavar="IRI", help="The name of the graph; not one of ansinh's own.")
@click.option("--source", metavar="TEXT", help="Where the data come from: an address or words.")
@click.option("--licence", metavar="TEXT", help="Under which licence they are: an address or words.")
@click.option(
    "--from", "file_format", type=click.Choice(LOAD_FORMATS), help="The format of FILE; else its name tells it."
)
@click.option("--remove", is_flag=True, help="Take the graph out of the store.")
@click.option("--list", "listed", is_flag=True, help="Print the graphs that were loaded, and do nothing else.")
@store_option
@format_option("table")
def command(file: str | None, graph: str | None, store: str, form: TableFormat, **told: Any) -> int:
    """Load other data beside ours: RDF or CSV, into a graph of its own that queries read too.

    FILE is Turtle, N-Triples, N-Quads, TriG, JSON-LD (with its context inside), RDF/XML, or CSV: a row a subject, which
    the first column names, a column a property. Loading into the same graph again replaces it as a whole. Builds keep
    what was loaded, fresh ones too. It may use no property or class of ansinh, so that no answer of ours changes.
    """
    if told["listed"]:
        rows = ((each.graph, each.triples, each.source, each.licence) for each in loaded_graphs(store))
        write_rows(Rows(_COLUMNS, rows), form, sys.stdout)
        return OK
    if graph is None:
        raise click.UsageError("name the graph with --graph, as in --graph https://example.org/population")
    if told["remove"]:
        unload(graph, store)
        click.echo(f"{store}: {graph} removed", err=True)
        return OK
    if file is None:
        raise click.UsageError("give a file to load, or --list, or --remove")
    done = load(file, graph, store, LoadOptions(told["source"], told["licence"], told["file_format"]))
    click.echo(f"{store}: {graph} has {done.triples} triples of {file}", err=True)
    return OK
