"""Whether a figure is reported, estimated or planned."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ansinh.model import Span
from ansinh.reading.page import Page
from ansinh.reading.sentences import Sentence
from ansinh.relating.drafts import Draft, is_old_level

# behind the number only a verb governs it: "are expected to escape", "to be newly built"
_NOUN = re.compile(r"\b(?:target|goal|plan|quota)(?:\s+of)?$", re.IGNORECASE)
_OPENING, _OPENING_LIST = 60, 240  # characters
# "6. Tasks until the end of the year", "Orientations for 2025"
_TASKS_AHEAD = re.compile(
    r"\b(?:tasks|orientations?|directions|solutions)\b.*\b(?:next|coming|last|remaining|until|end\s+of|20\d\d)\b", re.I
)
# an earlier level beside an estimate: "while in 2024 it was 1,290 billion VND", "up 27.4% over 2024 (323.4 billion)"
_EARLIER = re.compile(
    r"\bin\s+(?:19|20)\d\d\s+(?:it|this|the\s+\w+)\s+(?:was|were)\s+(?:\w+\s+)?(?:VN[DĐ]\s*)?$|\b(?:over|to|with|in|of)\s+(?:19|20)\d\d\s*\(\s*(?:VN[DĐ]\s*)?$",
    re.IGNORECASE,
)
_VERB = re.compile(r"(?:is|are|will|to\s+be|must|shall|should)\b")


def set_statuses(page: Page, drafts: Sequence[Draft]) -> None:
    """A cue before the number governs its clause; one right behind it governs it too ("are expected to escape")."""
    plans = {heading for heading in set(page.headings) if heading and _TASKS_AHEAD.search(page.text, *heading)}
    sentence: Sentence | None = None
    for draft in drafts:
        if draft.sentence is not sentence:
            sentence = draft.sentence
            cues = page.names_and_cues["status"].within(*sentence.span)
        told = _told(page, draft) if cues else []
        if told and not is_old_level(page, draft) and not _EARLIER.search(page.text, *draft.left):
            draft.status, draft.found["status"] = told[0]
        elif plans and draft.status == "reported" and page.heading_at(draft.sentence.span.start) in plans:
            draft.status = "planned"
    for draft, following in pairwise(drafts):
        if draft.quantity.row == "done":
            draft.status = following.status


def _told(page: Page, draft: Draft) -> list[tuple[str, Span]]:
    """The cues that may govern a figure, the likeliest first."""
    hits = [
        cue
        for cue in _cues(page, Span(draft.near(draft.clause).start, draft.quantity.whole.start))
        if _governs(page, draft, cue[1])
    ]
    hits = hits or _cues(page, Span(draft.sentence.span.start, min(draft.clause.start, _opening(page, draft))))
    behind = _cues(page, Span(draft.right.start, min(draft.right.end, draft.right.start + 40)))
    told = [*reversed(hits), *(hit for hit in behind if _follows(page, draft, hit[1]))]
    if told and any(notation == "estimated" for notation, _ in _cues(page, draft.near(draft.sentence.span))):
        told.sort(
            key=lambda cue: cue[0] != "estimated" and not _NOUN.search(page.text, *cue[1])
        )  # "it is estimated that … will": an estimate
        told = told if told[0][0] == "estimated" else [("estimated", told[0][1])]
    return told


def _opening(page: Page, draft: Draft) -> int:
    """Where the words end that open the sentence and govern its clauses: a colon, or some way into it."""
    start = draft.sentence.span.start
    colon = page.text.find(":", start, start + _OPENING_LIST)
    return colon if colon >= 0 else start + _OPENING


def _follows(page: Page, draft: Draft, cue: Span) -> bool:
    """Whether a verb behind the number is the number's own: no other subject stands between."""
    return _VERB.match(page.text, cue.start) is not None and "," not in page.text[draft.quantity.whole.end : cue.start]


def _governs(page: Page, draft: Draft, cue: Span) -> bool:
    """A target named as a noun governs the next number only: "88.98% of the target of 16,000, and up 6.4%"."""
    return cue.start >= draft.left.start or not _NOUN.search(page.text, *cue)


def _cues(page: Page, span: Span) -> list[tuple[str, Span]]:
    return [(hit.notations[0], hit.span) for hit in sorted(page.names_and_cues["status"].within(*span))]
