"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from ansinh.cli.completing import files, folders
from ansinh.querying.tables import TABLE_FORMATS

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def _folder(_context: click.Context, _option: click.Parameter, told: str) -> str:
    if told.lower().startswith(("http://", "https://")):
        raise click.BadParameter(f"{told} is a server, which query, sparql and validate can ask; name a folder")
    return told


def _store_option(help_: str, check: Callable[[click.Context, click.Parameter, str], str] | None) -> Decorator:
    return click.option(
        "--store",
        envvar="ANSINH_STORE",
        default="ansinh-store",
        show_default=True,
        show_envvar=True,
        callback=check,
        shell_complete=folders,
        help=help_,
    )


store_option = _store_option("The folder of the store.", _folder)
engine_option = _store_option("The folder of the store, or the http(s) address of a SPARQL endpoint.", None)

decisions_option: Decorator = click.option(
    "--decisions",
    envvar="ANSINH_DECISIONS",
    metavar="FILE",
    show_envvar=True,
    shell_complete=files,
    help="The file of what people decided about figures; without it STORE-decisions.csv, beside the store.",
)

files_argument: Decorator = click.argument("files", nargs=-1, metavar="[FILE]...", shell_complete=files)

output_option: Decorator = click.option(
    "-o",
    "--output",
    metavar="FILE",
    shell_complete=files,
    help="Write to a file, whole or not at all; without it, print.",
)


def format_option(default: str | None, *more: str) -> Decorator:
    """`--format`, with the formats of rows and those that a command has besides."""
    return click.option(
        "--format",
        "form",
        type=click.Choice([*TABLE_FORMATS, *more]),
        default=default,
        show_default=default is not None,
        help="How to print.",
    )
