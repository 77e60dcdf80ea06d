"""How an answer leaves a command: rows or a page, printed or written to a file whole."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Mapping
from itertools import chain
from typing import IO, Literal

import click

from ansinh.errors import AnsinhError
from ansinh.graph.whole_file import written_whole
from ansinh.querying.engine import Engine
from ansinh.querying.rows import Rows
from ansinh.querying.running import run_saved
from ansinh.querying.tables import TableFormat, write_rows
from ansinh.querying.wording import Language

AnyFormat = TableFormat | Literal["html"]


def asked(
    engine: Engine, name: str, parameters: Mapping[str, str], form: AnyFormat, language: Language | None = None
) -> tuple[bool, Callable[[str | None], None]]:
    """Ask a saved query: whether it has no rows, and what writes its answer to a file, or prints it.

    The language is that of a page.
    """
    if form == "html":
        empty, page = _page(engine, name, parameters, language)
        return empty, lambda output: _write(output, page)
    found = run_saved(engine, name, parameters)
    first = next(found.values, None)
    rows = Rows(found.columns, chain(() if first is None else (first,), found.values))
    return first is None, lambda output: _write(output, lambda out: write_rows(rows, form, out))


def _write(output: str | None, write: Callable[[IO[str]], None]) -> None:
    if output and output != "-":
        with written_whole(output) as out:
            write(io.TextIOWrapper(out, encoding="utf-8", write_through=True, newline=""))
    else:
        write(sys.stdout)


def _page(
    engine: Engine, name: str, parameters: Mapping[str, str], language: Language | None
) -> tuple[bool, Callable[[IO[str]], None]]:
    from ansinh.querying.chart import chart
    from ansinh.querying.page import write_page
    from ansinh.querying.saved_answer import answer

    found, drawn = answer(engine, name, parameters), None
    try:
        drawn = chart(found, language or "en")
    except AnsinhError as error:
        click.echo(f"ansinh: {error}", err=True)
    return not found, lambda out: write_page(found, parameters, drawn, out, language)
