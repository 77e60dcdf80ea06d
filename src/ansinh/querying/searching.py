"""Finding things by words, which must all occur, in any order; case, diacritics and punctuation don't count."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from ansinh.errors import QueryError
from ansinh.namespaces import fold
from ansinh.nearness import nearest
from ansinh.querying.names import TYPES, Named, Type, named
from ansinh.querying.rows import Rows, Value

COLUMNS = ("type", "label", "label_vi", "identifier", "iri", "mentions")

_WORD = re.compile(r"\w+")
_SHORTEST = 3  # letters of a word that may be the beginning of another one
_NEAREST = 3  # names to propose


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, the best first; where nothing was, the labels of what comes nearest."""

    things: tuple[Named, ...]
    nearest: tuple[str, ...] = ()

    def rows(self) -> Rows:
        """The things as rows."""
        return Rows(COLUMNS, (_row(thing) for thing in self.things))


def search(store: ox.Store, words: str, types: Sequence[Type] = TYPES) -> Found:
    """Search a store. QueryError where there is no word to look for.

    A name that is just these words comes before one that begins with them, one that has them all, one that has their
    beginnings, and a thing that has them in several of its names; among equals, what articles speak of most.
    """
    wanted = _words(words)
    if not wanted:
        raise QueryError(f"there is no word in {words!r}: tell what to look for, as in ansinh search poor household")
    things = list(named(store, types))
    ranked = [(rank, -thing.mentions, thing.label, thing.iri, thing) for thing in things
              if (rank := _rank(wanted, thing.names)) is not None]  # fmt: skip
    if ranked:
        return Found(tuple(row[-1] for row in sorted(ranked, key=lambda row: row[:-1])))
    labels = {name: thing.label for thing in reversed(things) for name in thing.names}
    near = nearest(" ".join(wanted), sorted(labels), _NEAREST * 3)
    return Found((), tuple(dict.fromkeys(labels[name] for name in near))[:_NEAREST])


def _row(thing: Named) -> tuple[Value, ...]:
    # articles mention things, and nothing mentions articles
    mentions = None if thing.type == "article" else thing.mentions
    return (thing.type, thing.label, thing.label_vi, thing.identifier, thing.iri, mentions)


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _rank(wanted: Sequence[str], names: Iterable[str]) -> tuple[int, int] | None:
    """How well the best name fits, smaller is better; None where not even all names together have the words."""
    split = [_words(name) for name in names]
    ranks = [(rank, len(words)) for words in split if (rank := _rank_of(wanted, words)) is not None]
    if ranks:
        return min(ranks)
    together = {word for words in split for word in words}
    return (4, 0) if all(_begins(each, together) for each in wanted) else None


def _rank_of(wanted: Sequence[str], words: Sequence[str]) -> int | None:
    if list(wanted) == words:
        return 0
    if set(wanted) <= set(words):
        return 1 if list(wanted) == words[: len(wanted)] else 2
    return 3 if all(_begins(each, words) for each in wanted) else None


def _begins(word: str, words: Iterable[str]) -> bool:
    """Whether a word is one of some, or the beginning of one."""
    return any(other == word or (len(word) >= _SHORTEST and other.startswith(word)) for other in words)
