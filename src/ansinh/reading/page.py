"""An article as it is read: its text, lines, sentences and words, and every label of the vocabularies in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ansinh.lexicon import NO_HITS, Hits, Words, lexicon, words
from ansinh.model import Span
from ansinh.reading.layout import Line, lines
from ansinh.reading.sentences import Sentence, sentences


@dataclass(frozen=True, slots=True)
class Page:
    """What the recognisers work on."""

    file: str
    text: str
    lines: Sequence[Line]
    sentences: tuple[Sentence, ...]
    words: Words
    found: Mapping[str, Hits]

    def hits(self, role: str) -> Hits:
        """The labels found of one role: "group", "group cue", …"""
        return self.found.get(role, NO_HITS)

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds an offset; None in headings and furniture."""
        index = bisect_right(self.sentences, offset, key=lambda s: s.span.start) - 1
        if index < 0 or self.sentences[index].span.end <= offset:
            return None
        return self.sentences[index]


def read(file: str, text: str) -> Page:
    """Cut a text into lines, sentences and words, and look up the vocabularies in it."""
    laid_out = lines(text)
    split = words(text)
    return Page(file, text, laid_out, sentences(text, laid_out), split, lexicon().find(split))
