"""Articles that a command reads one after the other: what cannot be read is told, and the rest goes on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from ansinh.api import extract
from ansinh.errors import ArticleError
from ansinh.knowledge import folder
from ansinh.model import Extraction


class Reading:
    """The extractions of some files; `exit_code` is 2 as soon as one of them could not be read."""

    def __init__(self, files: Sequence[str], max_bytes: int) -> None:
        """Read these files, one at a time, when asked for."""
        self.exit_code = 0
        self._files = files
        self._max_bytes = max_bytes

    def __iter__(self) -> Iterator[Extraction]:
        for file in self._files:
            try:
                yield extract(file, max_bytes=self._max_bytes)
            except ArticleError as error:
                click.echo(f"ansinh: {error}", err=True)
                self.exit_code = 2


def seeds() -> list[str]:
    """The articles that come with ansinh."""
    return sorted(str(path) for path in folder("seeds").glob("*.txt"))
