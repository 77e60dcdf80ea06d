"""`ansinh sparql`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ansinh.cli.completing import files
from ansinh.cli.options import engine_option, format_option
from ansinh.errors import QueryError
from ansinh.querying.answers import ANSWER_FORMATS, AnswerFormat, write_answer
from ansinh.querying.engine import open_engine
from ansinh.querying.running import run


@click.command("sparql", epilog="Example: ansinh sparql 'SELECT ?f ?v { ?f ans:value ?v } LIMIT 5' --format csv")
@click.argument("query", required=False)
@click.option(
    "-f",
    "--file",
    "file",
    metavar="FILE",
    shell_complete=files,
    help="Read the query from a file; - is standard input.",
)
@engine_option
@format_option(None, *ANSWER_FORMATS)
@click.option("--online", is_flag=True, help="Allow SERVICE clauses, which ask other servers.")
def command(query: str | None, file: str | None, store: str, form: AnswerFormat | None, online: bool) -> int:
    """Run a SPARQL 1.1 query over all graphs of the store; QUERY may be - for standard input.

    SELECT and ASK print rows (a table if no format is named), CONSTRUCT and DESCRIBE triples (turtle). The prefixes of
    ansinh need not be declared.
    """
    text = _text(query, file)
    found = run(open_engine(store), text, online=online)
    write_answer(found, form, sys.stdout)
    return 0


def _text(query: str | None, file: str | None) -> str:
    if (query is None) == (file is None):
        raise click.UsageError("give a query, or -f FILE, or - to read it from standard input")
    if query == "-" or file == "-":
        return sys.stdin.read()
    if query is not None:
        return query
    try:
        return Path(str(file)).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8"
        raise QueryError(f"{file}: the query cannot be read ({reason})") from error
