"""`ansinh explain`."""

from __future__ import annotations

import io
import sys

import click

from ansinh.cli.completing import files
from ansinh.cli.options import output_option
from ansinh.cli.reading import Reading
from ansinh.cli.taking import Taking, source_options
from ansinh.explaining.explanation import explain
from ansinh.explaining.lines import write_lines
from ansinh.explaining.page import write_page
from ansinh.graph.whole_file import written_whole


@click.command("explain", epilog="Example: ansinh explain article.txt --format html -o article.html")
@click.argument("file", shell_complete=files)
@click.option(
    "--format", "form", type=click.Choice(["text", "html"]), default="text", show_default=True, help="How to print."
)
@output_option
@source_options
def command(file: str, form: str, output: str | None, taking: Taking) -> int:
    """Show an article as it was read: every mention in its place, and of each figure what gave which attribute.

    FILE may be the address of a page. Text marks a mention with brackets: [359 4] is the figure that is told under 4
    below its line. The words in quotation marks gave an attribute; where there were none, the line says where it comes
    from. html is one file for a browser.
    """
    reading = Reading([file], taking)
    write = write_page if form == "html" else write_lines
    for extraction in reading:
        if output and output != "-":
            with written_whole(output) as out:
                write(explain(extraction), io.TextIOWrapper(out, encoding="utf-8", write_through=True))
        else:
            write(explain(extraction), sys.stdout)
    return reading.exit_code
