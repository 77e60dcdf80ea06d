"""Whether a figure is reported, estimated or planned."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ansinh.model import Span
from ansinh.reading.page import Page
from ansinh.relating.drafts import Draft, is_old_level

# behind the number only a verb governs it: "are expected to escape", "to be newly built"
_NOUN = re.compile(r"\b(?:target|goal)(?:\s+of)?$", re.IGNORECASE)
_VERB = re.compile(r"(?:is|are|will|to\s+be|must|shall|should)\b")


def set_statuses(page: Page, drafts: Sequence[Draft]) -> None:
    """A cue before the number governs its clause; one right behind it governs it too ("are expected to escape")."""
    for draft in drafts:
        hits = [
            cue
            for cue in _cues(page, Span(draft.near(draft.clause).start, draft.quantity.whole.start))
            if _governs(page, draft, cue[1])
        ]
        hits = hits or _cues(
            page, Span(draft.sentence.span.start, min(draft.clause.start, draft.sentence.span.start + 60))
        )
        behind = _cues(page, Span(draft.right.start, min(draft.right.end, draft.right.start + 40)))
        told = [*reversed(hits), *(hit for hit in behind if _VERB.match(page.text, hit[1].start))]
        if told and any(notation == "estimated" for notation, _ in _cues(page, draft.near(draft.sentence.span))):
            told.sort(key=lambda cue: cue[0] != "estimated")  # "it is estimated that … will": an estimate
            told = told if told[0][0] == "estimated" else [("estimated", told[0][1])]
        if told and not is_old_level(page, draft):
            draft.status, draft.found["status"] = told[0]
    for draft, following in pairwise(drafts):
        if draft.quantity.row == "done":
            draft.status = following.status


def _governs(page: Page, draft: Draft, cue: Span) -> bool:
    """A target named as a noun governs the next number only: "88.98% of the target of 16,000, and up 6.4%"."""
    return cue.start >= draft.left.start or not _NOUN.search(page.text, *cue)


def _cues(page: Page, span: Span) -> list[tuple[str, Span]]:
    found = [*page.hits("status cue").within(*span), *page.hits("status").within(*span)]
    return [(hit.notation, hit.span) for hit in sorted(found)]
