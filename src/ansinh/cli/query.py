"""`ansinh query`."""

from __future__ import annotations

from collections.abc import Sequence

import click

from ansinh.cli.answering import AnyFormat, written
from ansinh.cli.options import format_option, store_option
from ansinh.graph.store import open_store
from ansinh.querying.places import places_asked


@click.command("query", epilog="Example: ansinh query document-outcomes -p document=35/2024/NQ-HDND --format json")
@click.argument("name")
@click.option("-p", "--parameter", "parameters", multiple=True, metavar="NAME=VALUE", help="A parameter of the query.")
@store_option
@format_option("table", "html")
@click.option("-o", "--output", metavar="FILE", help="Write to a file, whole or not at all; without it, print.")
def command(name: str, parameters: Sequence[str], store: str, form: AnyFormat, output: str | None) -> int:
    """Run a saved query; `ansinh queries` lists them with their parameters.

    html is one page that needs no network, with the passages, links to the articles and, where the rows can be
    compared and the extra ansinh[charts] is installed, a chart.
    """
    values = dict(_split(parameter) for parameter in parameters)
    opened = open_store(store)
    write = written(opened, name, values, form)
    for line in places_asked(opened, name, values):
        click.echo(f"ansinh: {line}", err=True)
    write(output)
    return 0


def _split(parameter: str) -> tuple[str, str]:
    name, equals, value = parameter.partition("=")
    if not equals:
        raise click.UsageError(f"-p takes NAME=VALUE, as in -p document=35/2024/NQ-HDND; got {parameter!r}")
    return name.strip(), value
