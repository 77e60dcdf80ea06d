"""Which lines of a page are the article, which are headings, and which are the page's furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from ansinh.lexicon import NO_HITS, Hit, lexicon, words
from ansinh.model import Span

LineKind = Literal["body", "heading", "furniture"]

_ENDS_A_SENTENCE = re.compile(r"[.!?;:…][\"”')\]]*$")
_TEASER: tuple[LineKind, str] = ("furniture", "stands among links to other articles")
_LIST_MARK = re.compile(r"(?:[-+*•–]|\(?[a-z0-9]{1,2}\))\s")
_CAPTION = re.compile(r"\b(?:Photos?|Images?|Illustration|Ảnh|Anh)\s*:")
_SHORT = 25  # words: a longer line without a full stop is still a paragraph
_BYLINE = 6


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text that is not blank.

    `paragraph` numbers the passages of the body; one that `continues` goes on in the period of the one before.
    """

    span: Span
    kind: LineKind
    reason: str
    paragraph: int
    continues: bool = False


def lines(text: str) -> Sequence[Line]:
    """The lines of a page with what each of them is.

    The line that opens a list ends with a colon and shares its paragraph with the items that follow.
    """
    found: list[Line] = []
    paragraph, closed, in_list = 0, False, False
    for span in _spans(text):
        line = text[span.start : span.end]
        closed = closed or _opens_teasers(line)
        kind, reason = _TEASER if closed else _kind(line)
        item = bool(_LIST_MARK.match(line))
        if not (kind == "body" and item and in_list):
            paragraph += 1
        in_list = kind == "body" and (line.endswith(":") or (in_list and item))
        found.append(Line(span, kind, reason, paragraph, kind == "body" and _continues(line)))
    return found


def _spans(text: str) -> Iterator[Span]:
    for match in re.finditer(r"[^\r\n]+", text):
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        end = match.start() + len(match.group().rstrip())
        if start < end:
            yield Span(start, end)


def _kind(line: str) -> tuple[LineKind, str]:
    text = words(line)
    count = sum(stem.isalnum() for stem in text.stems)
    cues = lexicon().find(text).get("furniture", NO_HITS)
    labelled = bool(cues) and cues[0].first == 0 and text.stems[cues[0].last + 1 : cues[0].last + 2] == [":"]
    if _CAPTION.search(line):
        return "furniture", "stands in the caption of a picture"
    if cues and (count <= _BYLINE or _mostly(cues, count) or line.count(" | ") > 1 or labelled):
        return "furniture", "stands in the furniture of the page"
    if _ENDS_A_SENTENCE.search(line) or _LIST_MARK.match(line) or count > _SHORT:
        return "body", ""
    return "heading", "stands in a heading or caption"


def _continues(line: str) -> bool:
    """A paragraph without a subject goes on with the one before: "Advise the Provincial People's Council to …"."""
    return lexicon().find(words(line[:40])).get("continuation", NO_HITS).starting(0, line) is not None


def _mostly(cues: Sequence[Hit], count: int) -> bool:
    return sum(hit.last - hit.first + 1 for hit in cues) * 3 >= count


def _opens_teasers(line: str) -> bool:
    text = words(line)
    hits = lexicon().find(text).get("furniture cue", NO_HITS)
    return bool(hits) and len(text.stems) <= hits[0].last - hits[0].first + 3
