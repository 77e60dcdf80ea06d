"""`ansinh export`."""

from __future__ import annotations

import sys

import click

from ansinh.api import export
from ansinh.cli.options import output_option, store_option
from ansinh.graph.export import EXPORT_FORMATS, ExportFormat


@click.command("export", epilog="Example: ansinh export --format turtle -o graph.ttl")
@click.option(
    "--format", "form", type=click.Choice(EXPORT_FORMATS), default="turtle", show_default=True, help="How to write."
)
@output_option
@store_option
def command(form: ExportFormat, output: str | None, store: str) -> int:
    """Write the graph out: the same store gives the same bytes.

    n-quads and trig keep the graphs (one an article); the other formats have the triples of all of them.
    """
    export(form, output if output and output != "-" else sys.stdout.buffer, store)
    return 0
