"""`ansinh extract`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence

import click

from ansinh.api import extract
from ansinh.cli.main import OK, WRONG
from ansinh.cli.options import files_argument, format_option, max_bytes_option
from ansinh.errors import ArticleError
from ansinh.records import Record, records


@click.command("extract", epilog="Example: ansinh extract article.txt --format jsonl > records.jsonl")
@files_argument
@max_bytes_option
@format_option("jsonl")
def command(files: Sequence[str], max_bytes: int, form: str) -> int:
    """Print what is read out of articles, before any of it becomes a graph: one record a line."""
    ...
