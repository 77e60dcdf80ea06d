"""Which lines of a page are the article, which are headings, and which are the page's furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from ansinh.lexicon import Hit, HitsByRole
from ansinh.model import Span
from ansinh.words.splitting import PUNCTUATION, Words

LineKind = Literal["body", "heading", "furniture"]

_STOPS, _CLOSING = (".", "!", "?", ";", ":", "…"), "\"”')]"  # what ends a sentence, and may stand behind it
_FRONT: tuple[LineKind, str] = ("furniture", "stands in the front matter")
_TEASER: tuple[LineKind, str] = ("furniture", "stands among links to other articles")
_LIST_MARK = re.compile(r"(?:[-+*•–]|\(?[a-z0-9]{1,2}\))\s")
_CAPTION = re.compile(r"[PIẢA](?<!\w.)(?:hotos?|mages?|llustration|nh)\s*:")
_SENTENCE_END = re.compile(r"[.!?][\"”')\]]*(?=\s+[\"“(]?[^\Wa-z_]|\s*$)")
_LONG = 40  # words: teasers are shorter
_SHORT = 25  # words: a longer line without a full stop is still a paragraph
_BYLINE = 6


class Line(NamedTuple):
    """One line of the text that is not blank.

    `paragraph` numbers the passages of the body; one that `continues` goes on in the period of the one before.
    """

    span: Span
    kind: LineKind
    reason: str
    paragraph: int
    continues: bool = False


def lines(text: str, split: Words, found: HitsByRole, start: int = 0) -> Sequence[Line]:
    """The lines of a page with what each of them is; what stands before `start` is front matter.

    The line that opens a list ends with a colon and shares its paragraph with the items that follow.
    """
    made: list[Line] = []
    paragraph, closed, in_list = 0, False, False
    for span in _spans(text):
        if span.end <= start:
            made.append(Line(span, *_FRONT, paragraph))
            continue
        line = _Shown(text[span.start : span.end], span, split, found)
        closed = (closed and not _is_paragraph(line)) or _opens_teasers(line)
        kind, reason = _TEASER if closed else _kind(line)
        item = bool(_LIST_MARK.match(line.text))
        if not (kind == "body" and item and in_list):
            paragraph += 1
        in_list = kind == "body" and (line.text.endswith(":") or (in_list and item))
        made.append(Line(span, kind, reason, paragraph, kind == "body" and _continues(line)))
    return made


class _Shown:
    """A line as it is shown: its text, how many words it has, and the labels in it."""

    def __init__(self, text: str, span: Span, split: Words, found: HitsByRole) -> None:
        self.text = text
        self.span, self._split, self._found = span, split, found

    @property
    def words(self) -> int:
        """How many words it has, punctuation aside."""
        return self.words_of(self.span) - sum(map(self.text.count, PUNCTUATION))

    def words_of(self, part: Hit | Span) -> int:
        """How many words and marks a label or a stretch has."""
        return self._split.count(part.start, part.end)

    def behind(self, hit: Hit) -> str:
        """The text behind a label."""
        return self.text[hit.end - self.span.start :]

    def begins_with(self, hit: Hit) -> bool:
        """Whether a label is its first words."""
        return self._split.count(self.span.start, hit.start) == 0

    def hits(self, role: str) -> Sequence[Hit]:
        """The labels of a role in the line."""
        return self._found[role].within(*self.span)


def _spans(text: str) -> Iterator[Span]:
    begins = 0
    for line in text.replace("\r", "\n").split("\n"):
        shown = line.strip()
        if shown:
            start = begins + line.index(shown[0])
            yield Span(start, start + len(shown))
        begins += len(line) + 1


def _kind(line: _Shown) -> tuple[LineKind, str]:
    if ":" in line.text and _CAPTION.search(line.text):
        return "furniture", "stands in the caption of a picture"
    cues = line.hits("furniture")
    if cues and _is_furniture(line, cues):
        return "furniture", "stands in the furniture of the page"
    if line.text.rstrip(_CLOSING).endswith(_STOPS) or _LIST_MARK.match(line.text) or line.words > _SHORT:
        return "body", ""
    return "heading", "stands in a heading or caption"


def _is_furniture(line: _Shown, cues: Sequence[Hit]) -> bool:
    count = line.words
    labelled = line.begins_with(cues[0]) and line.behind(cues[0]).lstrip().startswith(":")
    covered = sum(map(line.words_of, cues))
    return count <= _BYLINE or covered * 3 >= count or line.text.count(" | ") > 1 or labelled


def _continues(line: _Shown) -> bool:
    """Whether a paragraph goes on with the one before: "Advise the Council to …", "At that time, …"."""
    hits = line.hits("continuation")
    return bool(hits) and line.begins_with(hits[0])


def _is_paragraph(line: _Shown) -> bool:
    """Whether a line is prose of the article again: a box of links stood in it, and no link is two long sentences."""
    return line.words > _LONG and len(_SENTENCE_END.findall(line.text)) > 1


def _opens_teasers(line: _Shown) -> bool:
    hits = line.hits("furniture cue")
    return bool(hits) and line.words_of(line.span) <= line.words_of(hits[0]) + 2
