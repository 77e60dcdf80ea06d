"""Sentences, and the passages that are shown as evidence."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ansinh.model import Span
from ansinh.reading.layout import Line

# no more of an article is ever quoted in one piece
EVIDENCE_LENGTH = 300

_STOP = re.compile(
    r"""
    [.!?…](?:                                               # first of all, so that other characters are passed over
    (?<=\.)(?<![\s.(].)\.{0,2}(?=[A-ZĐ][a-zà-ỹ])            # "in 2024.The number": the space was lost
    | [.!?…]*["”')\]]*(?=\s+["“'(]?[^\Wa-z_])               # a stop, a space, and no small letter
    )
    """,
    re.VERBOSE,
)
# before ", 6,065 people …" and " and 56,128 people …", but not before ", 2024"
_ROW = re.compile(r"[,\s](?:\s*(?=and\s+\d)|(?<=,)\s+(?=\d(?!\d{3}\b)))")
_ABBREVIATION = re.compile(
    r"(?:\b(?:No|Nos|Mr|Mrs|Ms|Dr|Prof|Assoc|TP|Art|St|vs|approx|Jan|Feb|Aug|Sept|Oct|Nov|Dec)|\b[A-ZĐ])$"
)
_LONGEST_ABBREVIATION = 8
_MARKS = {mark: re.compile(rf"[()\[\]{mark}]") for mark in ",;"}
_LIST_NUMBER = re.compile(r"\s*\(?\d{1,2}$")


class Sentence(NamedTuple):
    """A sentence of the body: its place, its paragraph, and the passages that it is shown in."""

    span: Span
    paragraph: int
    passages: tuple[Span, ...]

    def evidence(self, start: int, end: int) -> Span:
        """The passage that holds a span, or as many neighbours as it takes; it ends no sooner than the span.

        Of a span that is longer than what is quoted in one piece it is the passage of its end.
        """
        passages = self.passages
        first = max(0, bisect_right(passages, (start, sys.maxsize)) - 1)
        passage = passages[first]
        if end <= passage.end <= passage.start + EVIDENCE_LENGTH:
            return passage
        last = max(first, min(len(passages) - 1, bisect_left(passages, end, key=lambda p: p.end)))
        stop = max(end, passages[last].end)
        begins = (passage.start, start, passages[last].start)
        return next((Span(begin, stop) for begin in begins if stop - begin <= EVIDENCE_LENGTH), Span(start, end))


def sentences(text: str, lines: Sequence[Line]) -> tuple[Sentence, ...]:
    """The sentences of the body, in order."""
    return tuple(
        Sentence(span, line.paragraph, (span,) if _short(span) else tuple(_passages(text, span)))
        for line in lines
        if line.kind == "body"
        for span in _split(text, line.span)
    )


def _short(span: Span) -> bool:
    return span.end - span.start <= EVIDENCE_LENGTH


def clauses(text: str, span: Span) -> Sequence[Span]:
    """A sentence cut at its semicolons, but not inside brackets."""
    return _cut(text, span, ";")


def _split(text: str, line: Span) -> Iterator[Span]:
    start = line.start
    for match in _STOP.finditer(text, line.start, line.end):
        stop = match.start()
        if text[stop] == ".":
            before = text[max(start, stop - _LONGEST_ABBREVIATION) : stop]
            opens = stop - start < _LONGEST_ABBREVIATION
            if _ABBREVIATION.search(before) or (opens and _LIST_NUMBER.fullmatch(before)):
                continue
        yield from _strip(text, start, match.end())
        start = match.end()
    yield from _strip(text, start, line.end)


def _strip(text: str, start: int, end: int) -> Sequence[Span]:
    """A stretch without the blanks at its ends, if there is anything else in it."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (Span(start, end),) if start < end else ()


def _passages(text: str, sentence: Span) -> Iterator[Span]:
    for clause in clauses(text, sentence):
        for part in _joined(text, list(_before_numbers(text, clause))):
            if _short(part):
                yield part
                continue
            for piece in _joined(text, _cut(text, part, ",")):
                yield from _lines(text, piece)


def _lines(text: str, piece: Span) -> Iterator[Span]:
    """A piece without a comma to cut it at: broken between words, as a last resort within one."""
    start = piece.start
    while piece.end - start > EVIDENCE_LENGTH:
        space = text.rfind(" ", start + 1, start + EVIDENCE_LENGTH + 1)
        cut = space if space > start else start + EVIDENCE_LENGTH
        yield from _strip(text, start, cut)
        start = cut
    yield from _strip(text, start, piece.end)


def _before_numbers(text: str, clause: Span) -> Iterator[Span]:
    """A clause cut before the members of a row of figures, so that no noun phrase is torn apart."""
    start, seen, depth = clause.start, clause.start, 0
    for match in _ROW.finditer(text, clause.start, clause.end):
        depth += text.count("(", seen, match.start()) - text.count(")", seen, match.start())
        seen = match.start()
        if depth <= 0:
            yield from _strip(text, start, match.end())
            start = match.end()
    yield from _strip(text, start, clause.end)


def _joined(text: str, pieces: Sequence[Span]) -> Iterator[Span]:
    """Neighbouring pieces put together again as long as they stay short enough to show."""
    start, end = pieces[0]
    for piece in pieces[1:]:
        if piece.end - start > EVIDENCE_LENGTH:
            yield from _strip(text, start, end)
            start = piece.start
        end = piece.end
    yield from _strip(text, start, end)


def _cut(text: str, span: Span, mark: str) -> Sequence[Span]:
    """A span cut behind a mark that is followed by a space, outside brackets."""
    if text.find(mark, *span) < 0:
        return _strip(text, *span)
    pieces: list[Span] = []
    depth, start = 0, span.start
    for match in _MARKS[mark].finditer(text, *span):
        char, i = match.group(), match.start()
        if char in "([":
            depth += 1
        elif char in ")]":
            depth = max(0, depth - 1)
        elif depth == 0 and (i + 1 == span.end or text[i + 1].isspace()):
            pieces += _strip(text, start, i + 1)
            start = i + 1
    pieces += _strip(text, start, span.end)
    return pieces
