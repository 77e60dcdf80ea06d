"""An article as it is read: its text, lines, sentences and words, and every label of the vocabularies in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ansinh.lexicon import NO_HITS, Hits, Words, lexicon, words
from ansinh.model import Span
from ansinh.reading.layout import Line, lines
from ansinh.reading.sentences import Sentence, sentences

_DIGITS = re.compile(r"\d+")
_INLINE_HEADING = re.compile(r"(?:\d+[.)]\s*)?[A-ZĐ][^.:;,]{2,60}?[.:](?=\s+\S)")


@dataclass(frozen=True, slots=True)
class Page:
    """What the recognisers work on; before `start` stands front matter. `numbers` are its runs of digits."""

    file: str
    text: str
    lines: Sequence[Line]
    sentences: tuple[Sentence, ...]
    words: Words
    numbers: Sequence[Span]
    found: Mapping[str, Hits]
    start: int = 0

    def hits(self, role: str) -> Hits:
        """The labels found of one role, such as "group" or "group cue"."""
        return self.found.get(role, NO_HITS)

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds an offset; None in headings and furniture."""
        index = bisect_right(self.sentences, offset, key=lambda s: s.span.start) - 1
        if index < 0 or self.sentences[index].span.end <= offset:
            return None
        return self.sentences[index]

    def sentence_before(self, sentence: Sentence) -> Sentence | None:
        """The sentence before, in the same paragraph."""
        index = bisect_right(self.sentences, sentence.span.start, key=lambda s: s.span.start) - 2
        before = self.sentences[index] if index >= 0 else None
        return before if before and before.paragraph == sentence.paragraph else None

    def heading_at(self, offset: int) -> Span | None:
        """The heading that a place of the body stands under: a line of its own, or the first words of its paragraph.

        "Poverty reduction. At the end of 2024 …", "Labor and employment: The whole province …"
        """
        index = bisect_right(self.lines, offset, key=lambda line: line.span.start) - 1
        if index < 0:
            return None
        inline = _INLINE_HEADING.match(self.text, *self.lines[index].span)
        if inline:
            return Span(*inline.span())
        while index and self.lines[index].kind != "heading":
            index -= 1
        return self.lines[index].span if self.lines[index].kind == "heading" else None


def read(file: str, text: str, start: int = 0) -> Page:
    """Cut a text into words, lines and sentences, and look up the vocabularies in it; `start` ends the front matter."""
    split = words(text)
    found = lexicon().find(split)
    laid_out = lines(text, split, found, start)
    numbers = [Span(*run.span()) for run in _DIGITS.finditer(text)]
    return Page(file, text, laid_out, sentences(text, laid_out), split, numbers, found, start)
