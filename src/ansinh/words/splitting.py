"""The words of a text, and what is compared of them: their stems.

Stems are without case, diacritics, possessives and regular plurals; hyphen and space are alike between words, and
punctuation counts as words of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from ansinh.model import Span
from ansinh.namespaces import fold

PUNCTUATION = ",;:.()"
MOST_WORDS = 65536  # that are remembered
_PART = 65536  # characters of a long text that are looked at together: so what is made of them finds room again
_LATIN = "0-9A-Za-zªµºÀ-ÖØ-öø-ɏḀ-ỿ"  # sooner looked up than what Unicode says of every letter
_WORD = re.compile("|".join((rf"([{_LATIN}]+(?:['’][^\W\d_]+)?", rf"[{PUNCTUATION}]", r"[^\W_]+(?:['’][^\W\d_]+)?)")))


class _Stems(dict[str, str]):
    """The stems of the words that were met, all forgotten when they are very many: sooner done than one by one."""

    def __missing__(self, word: str) -> str:
        if len(self) >= MOST_WORDS:
            self.clear()
        stem = self[word] = _stem(word)
        return stem


_STEMS = _Stems()


def _stem(word: str) -> str:
    plain = fold(word)
    plain = plain.removesuffix("'s").removesuffix("'")
    if len(plain) < 4 or not plain.endswith("s"):
        return plain
    if plain.endswith("ies"):
        return plain[:-3] + "y"
    if plain.endswith(("sses", "xes", "ches", "shes")):
        return plain[:-2]
    return plain if plain.endswith(("ss", "us", "is")) else plain[:-1]


def stem(word: str) -> str:
    """The stem of one word as it is printed."""
    return _STEMS[word]


def stems(text: str) -> Sequence[str]:
    """The stems of the words of a text, in order."""
    return [*map(_STEMS.__getitem__, _WORD.findall(text))]


def split(text: str) -> Iterator[tuple[Sequence[str], Sequence[int], Sequence[int]]]:
    """The words of a text as they are printed, in order, and where each starts and ends; of a long text by parts."""
    begin = 0
    while begin < len(text):
        end = text.find(" ", begin + _PART)
        end = len(text) if end < 0 else end
        # by turns what stands between words and a word; matches with their places are dearer
        parts = _WORD.split(text[begin:end])
        places = list(accumulate(map(len, parts[1:]), initial=begin + len(parts[0])))
        yield parts[1::2], places[:-1:2], places[1::2]
        begin = end


@dataclass(frozen=True, slots=True)
class Words:
    """Where the words of a text start and end, and what a lexicon writes them as: one character for each.

    Not the words themselves, which of a large text would be most of what is kept of it.
    """

    text: str
    written: str
    starts: Sequence[int]
    ends: Sequence[int]

    def stems(self, first: int, last: int) -> Iterator[str]:
        """The stems of some words in a row; the last is not among them."""
        for start, end in zip(self.starts[first:last], self.ends[first:last], strict=True):
            yield _STEMS[self.text[start:end]]

    def at(self, offset: int) -> int:
        """The index of the first word that starts at or after an offset."""
        return bisect_left(self.starts, offset)

    def count(self, start: int, end: int) -> int:
        """How many words start between two offsets."""
        return self.at(end) - self.at(start)

    def span(self, index: int) -> Span:
        """Where a word stands."""
        return Span(self.starts[index], self.ends[index])
