"""Which place a figure speaks of, where that is not the article's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from ansinh.lexicon import Hit, Hits, Overlapping
from ansinh.model import Span
from ansinh.reading.page import Page
from ansinh.recognising.metadata import of_era
from ansinh.relating.drafts import Draft

COUNTRY = "VN"
# a place that is compared with, set out for or travelled from is not where the figure was counted
_ASIDE = re.compile(r"\b(?:like|unlike|from|to|with|between|than|party|newspaper|portal)\s+(?:the\s+)?$", re.IGNORECASE)


def set_places(page: Page, drafts: Sequence[Draft], home: str | None, day: date | None) -> None:
    """Give a figure the country or the province that its own clause names, where that is another than the article's.

    By the article's day the units that share a name are told apart.
    """
    named = _named(page)
    for draft in drafts:
        before = named.within(draft.near(draft.clause).start, draft.quantity.whole.start)
        if before:
            last = before[-1]
            place = COUNTRY if last.notation == COUNTRY else of_era(last.notations, day)
            if place != home:
                draft.place, draft.found["place"] = place, last.span


def _named(page: Page) -> Hits:
    """The places where something may be counted: the country by its cues, a province by its name."""
    named = [hit for hit in page.hits["place"] if _counts_there(page, hit)]
    # of two that begin in one place the name is last
    return Overlapping(sorted([*page.hits["place cue"], *named], key=lambda hit: hit.start))


def _counts_there(page: Page, hit: Hit) -> bool:
    """Whether a name stands for the place itself and not in the name of a body, a paper or a route."""
    beside = Span(hit.start - 1, hit.end + 2)
    in_name = any(page.hits[role].overlapping(beside) for role in ("agency", "organisation"))
    aside = _ASIDE.search(page.text, max(0, hit.start - 20), hit.start)
    return hit.notation != COUNTRY and not in_name and aside is None
