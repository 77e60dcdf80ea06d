"""Whether a figure is reported, estimated or planned."""

from __future__ import annotations

from collections.abc import Sequence

from ansinh.model import Span
from ansinh.reading.page import Page
from ansinh.relating.drafts import Draft


def set_statuses(page: Page, drafts: Sequence[Draft]) -> None:
    """A cue before the number governs its clause; one right behind it governs it too ("are expected to escape")."""
    for draft in drafts:
        hits = _cues(page, Span(draft.clause.start, draft.quantity.whole.start))
        hits = hits or _cues(page, Span(draft.sentence.span.start, min(draft.clause.start, draft.sentence.span.start + 60)))
        behind = _cues(page, Span(draft.right.start, min(draft.right.end, draft.right.start + 40)))
        for notation, span in [*reversed(hits), *behind]:
            draft.status = notation
            draft.found["status"] = span
            break


def _cues(page: Page, span: Span) -> list[tuple[str, Span]]:
    found = [*page.hits("status cue").within(*span), *page.hits("status").within(*span)]
    return [(hit.notation, hit.span) for hit in sorted(found)]
