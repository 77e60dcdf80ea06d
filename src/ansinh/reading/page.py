"""An article as it is read: its text, lines, sentences and words, and every label of the vocabularies in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ansinh.lexicon import HitsByRole, NamesAndCues, lexicon
from ansinh.model import Span
from ansinh.reading.layout import Line, lines
from ansinh.reading.sentences import Sentence, sentences
from ansinh.words.splitting import Words

_DIGITS = re.compile(r"\d\d*")  # sooner found than \d+
_INLINE_HEADING = re.compile(r"(?:\d+[.)]\s*)?[A-ZĐ][^.:;,]{2,60}?[.:](?=\s+\S)")


@dataclass(frozen=True, slots=True)
class Page:
    """What the recognisers work on; before `start` stands front matter.

    `lower` is the text in small letters, `numbers` are its runs of digits, `headings` what each line stands under; the
    starts of lines and sentences serve to find the one that holds an offset.
    """

    file: str
    text: str
    lower: str
    lines: Sequence[Line]
    sentences: tuple[Sentence, ...]
    words: Words
    numbers: Sequence[tuple[int, int]]
    hits: HitsByRole
    names_and_cues: NamesAndCues
    headings: Sequence[Span | None]
    line_starts: Sequence[int]
    sentence_starts: Sequence[int]
    start: int = 0

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds an offset; None in headings and furniture."""
        index = bisect_right(self.sentence_starts, offset) - 1
        if index < 0 or self.sentences[index].span.end <= offset:
            return None
        return self.sentences[index]

    def sentence_before(self, sentence: Sentence) -> Sentence | None:
        """The sentence before, in the same paragraph."""
        index = bisect_right(self.sentence_starts, sentence.span.start) - 2
        before = self.sentences[index] if index >= 0 else None
        return before if before and before.paragraph == sentence.paragraph else None

    def heading_at(self, offset: int) -> Span | None:
        """The heading that a place of the body stands under."""
        index = bisect_right(self.line_starts, offset) - 1
        return self.headings[index] if index >= 0 else None


def read(file: str, text: str, start: int = 0) -> Page:
    """Cut a text into words, lines and sentences, and look up the vocabularies in it; `start` ends the front matter."""
    split = lexicon().words(text)
    found = lexicon().find(split)
    laid_out = lines(text, split, found, start)
    told = sentences(text, laid_out)
    return Page(
        file=file,
        text=text,
        lower=_lower(text),
        lines=laid_out,
        sentences=told,
        words=split,
        numbers=[run.span() for run in _DIGITS.finditer(text)],
        hits=found,
        names_and_cues=NamesAndCues(found),
        headings=list(_headings(text, laid_out)),
        line_starts=[line.span.start for line in laid_out],
        sentence_starts=[sentence.span.start for sentence in told],
        start=start,
    )


def _lower(text: str) -> str:
    """Small letters, each where it stood: what patterns are held against that do not mind the case."""
    return text.replace("İ", "i").replace("ı", "i").replace("ſ", "s").lower()


def _headings(text: str, laid_out: Sequence[Line]) -> Iterator[Span | None]:
    """The heading that each line stands under: a line of its own, or the first words of its paragraph.

    "Poverty reduction. At the end of 2024 …", "Labor and employment: The whole province …"
    """
    last: Span | None = None
    for line in laid_out:
        if line.kind == "heading":
            last = line.span
        inline = _INLINE_HEADING.match(text, *line.span)
        yield Span(*inline.span()) if inline else last
