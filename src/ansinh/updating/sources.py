"""The list of remembered sources: one address or file a line, sorted, in `sources.txt` of a store's folder.

A file in the folder beside the store is written as it is seen from there, so that both can move together.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from ansinh.errors import ArticleError, StoreError
from ansinh.fetching.addresses import canonical, is_address
from ansinh.graph.generations import SOURCES, prepare
from ansinh.graph.whole_file import written_whole


class Sources:
    """The remembered sources of a store."""

    def __init__(self, store: str | Path) -> None:
        """Read nothing yet."""
        self._store = Path(store)
        self._beside = Path(os.path.abspath(self._store)).parent  # noqa: PTH100 - links stay as they are named

    def listed(self) -> list[str]:
        """The sources as they are written down; none where nothing was remembered. StoreError for a broken list."""
        try:
            lines = (self._store / SOURCES).read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            return []
        except (OSError, ValueError) as error:
            raise StoreError(f"{self._store / SOURCES}: the list cannot be read; mend it, or remove it") from error
        return sorted({line.strip() for line in lines if line.strip()})

    def readable(self) -> list[str]:
        """The sources as they can be read from where the program runs."""
        near = self._store.parent
        return [line if is_address(line) else str(near / line) for line in self.listed()]

    def remember(self, sources: Iterable[str]) -> None:
        """Add sources to the list. ArticleError where a name cannot stand on a line."""
        self._write({*self.listed(), *map(self._line, sources)})

    def forget(self, sources: Iterable[str]) -> list[str]:
        """Take sources off the list; those that were not on it."""
        held = set(self.listed())
        # as it is written down, or as it is named from here
        named = {source: {source, self._line(source)} & held for source in sources}
        self._write(held - {line for lines in named.values() for line in lines})
        return [source for source, lines in named.items() if not lines]

    def _line(self, source: str) -> str:
        if is_address(source):
            return canonical(source)
        if not source.isprintable():
            raise ArticleError(f"{source!r}: a file of this name cannot be remembered; rename it")
        path = Path(os.path.abspath(source))  # noqa: PTH100 - links stay as they are named
        return (path.relative_to(self._beside) if path.is_relative_to(self._beside) else path).as_posix()

    def _write(self, lines: Iterable[str]) -> None:
        prepare(self._store)
        with written_whole(self._store / SOURCES) as out:
            out.write("".join(f"{line}\n" for line in sorted(lines)).encode())
