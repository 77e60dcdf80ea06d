"""Articles that a command reads one after the other: what cannot be read is told, and the rest goes on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from ansinh.cli.taking import Taking
from ansinh.errors import ArticleError
from ansinh.fetching.originals import Originals
from ansinh.knowledge import folder
from ansinh.model import Extraction
from ansinh.relating import extract_original


class Reading:
    """The extractions of some sources; `exit_code` is 2 as soon as one of them could not be read."""

    def __init__(self, files: Sequence[str], taking: Taking) -> None:
        """Read these sources, one at a time, when asked for; without any, the articles that come with ansinh."""
        self.exit_code = 0
        # the articles that come with ansinh have the same names on every machine, wherever it is installed
        self._files = {file: file for file in files} or {file: f"seeds/{Path(file).name}" for file in seeds()}
        self._max_bytes = taking.max_bytes
        self._originals = Originals(taking.store, taking.fetch)

    def __iter__(self) -> Iterator[Extraction]:
        for file, name in self._files.items():
            try:
                extraction = extract_original(name, self._originals.read(file, self._max_bytes))
            except ArticleError as error:
                click.echo(f"ansinh: {error}", err=True)
                self.exit_code = 2
                continue
            if extraction.article.language == "vi":
                tell_unread(file)
            yield extraction


def tell_unread(file: str) -> None:
    """Say that a Vietnamese article is there but says nothing yet: silence would look like an article of no facts."""
    click.echo(f"ansinh: {file}: in Vietnamese, which is not read yet: no facts are taken from it", err=True)


def seeds() -> list[str]:
    """The articles that come with ansinh."""
    return sorted(str(path) for path in folder("seeds").glob("*.txt"))
