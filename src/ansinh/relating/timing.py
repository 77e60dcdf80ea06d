"""Which period a figure speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from itertools import groupby

from ansinh.model import UNKNOWN_PERIOD, Period
from ansinh.reading.page import Page

from ansinh.recognising.periods import Time
from ansinh.relating.drafts import Draft

# how far behind a number its own period may stand: "in 2024", "by the end of 2024", "at the end of 2023"
_BEHIND = 60
_OLD_LEVEL = re.compile(r"\bfrom\s*(?:VN[DĐ]\s*)?$", re.IGNORECASE)
_BRACKET_AFTER_BASELINE = re.compile(r"\s*\(\s*(?:VN[DĐ]\s*)?$")


def set_periods(page: Page, drafts: Sequence[Draft], times: Sequence[Time]) -> None:
    """A period named before the figure in its sentence, right behind it, or carried on from earlier in the paragraph."""
    for _, group in groupby(drafts, key=lambda d: d.sentence.paragraph):
        here = list(group)
        spoken = [t for t in times if here[0].sentence.paragraph == _paragraph(page, t)]
        for draft in here:
            _set_period(page, draft, spoken)


def _paragraph(page: Page, time: Time) -> int:
    sentence = page.sentence_at(time.span.start)
    return sentence.paragraph if sentence else -1


def _set_period(page: Page, draft: Draft, spoken: Sequence[Time]) -> None:
    own = _own(page, draft, spoken)
    time = own or _carried(draft, spoken)
    if time is None:
        return
    draft.found["period"] = time.span
    draft.period = time.period
    if time.since_year_began:
        state = next((t for t in reversed(spoken) if t.role == "until" and t.span.end <= draft.quantity.span.start), None)
        draft.period = Period(time.period.first, state.period.last if state else None)
    if _OLD_LEVEL.search(page.text, *draft.left) and time.role == "from" and time.period.first and draft.kind == "standard":
        draft.period = Period(None, time.period.first - timedelta(days=1))


def _own(page: Page, draft: Draft, spoken: Sequence[Time]) -> Time | None:
    """A period that stands right at the figure: behind it, or as the baseline whose level stands in brackets."""
    start, end = draft.quantity.whole.start, draft.quantity.whole.end
    for time in spoken:
        if time.role == "baseline" and time.span.end <= start and _BRACKET_AFTER_BASELINE.fullmatch(page.text, time.span.end, start):
            return time
        if time.role == "target" and 0 <= start - time.span.end <= 40 and draft.status == "planned":
            return time
    for time in spoken:
        near = end <= time.start <= end + _BEHIND and time.span.end <= draft.right.end + 1
        between = page.text[end : max(end, time.start)]
        if near and time.role in ("during", "until", "from") and not re.search(r"[;,]|\bplan\b", between):
            return time
    return None


def _carried(draft: Draft, spoken: Sequence[Time]) -> Time | None:
    before = [t for t in spoken if t.role in ("during", "until", "from") and t.span.end <= draft.quantity.whole.start]
    if before:
        return before[-1]
    return None


def unknown(period: Period) -> bool:
    """Whether nothing in the text tells the period."""
    return period == UNKNOWN_PERIOD
