"""Which period a figure speaks of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence, Set
from datetime import date, timedelta
from itertools import groupby

from ansinh.model import UNKNOWN_PERIOD, Period, Span
from ansinh.reading.page import Page
from ansinh.recognising.dates import atoms
from ansinh.recognising.periods import LEVEL_BEFORE, Time
from ansinh.relating.drafts import Draft, is_old_level

# how far behind a number its own period may stand: "in 2024", "by the end of 2024", "at the end of 2023"
_BEHIND = 60
_TARGET_NEAR = 40
_LONGEST_BRACKET = 300
_REMEMBERED = 16  # times of the passage before a figure that may still hold
_AHEAD = 4
_APART = re.compile(r"[;,]|\bplan\b")
_DEADLINE = re.compile(r"before\b|no\s+later\s+than\b", re.IGNORECASE)
_BRACKET_AFTER_BASELINE = re.compile(r"\s*\(\s*(?:from\s+)?(?:VN[DĐ]\s*)?$")


def set_periods(page: Page, drafts: Sequence[Draft], times: Sequence[Time], headline: Period) -> None:
    """A period named before the figure in its sentence, right behind it, or carried on from earlier in the paragraph.

    Where the paragraph names none, the period of the headline holds: "… in the first nine months of 2024".
    """
    passage = _passages(page)
    # an earlier level's own date holds for that level only: "from 9.19% at the end of 2023"
    of_levels = {t.span for t in times if LEVEL_BEFORE.search(page.text[max(0, t.span.start - _BEHIND) : t.span.start])}
    by_passage: dict[int, list[Time]] = defaultdict(list)
    for time in times:
        sentence = page.sentence_at(time.span.start)
        if sentence is not None:
            by_passage[passage[sentence.paragraph]].append(time)
    for number, group in groupby(drafts, key=lambda d: passage[d.sentence.paragraph]):
        spoken = by_passage[number]
        planned: set[Span] = set()  # times that belong to a plan: what is reported behind it is not of that time
        for draft in group:
            draft.period = headline
            foreign = planned if draft.status != "planned" else set()
            _set_period(page, draft, _Around(draft, spoken, foreign, of_levels))
            own = draft.found.get("period")
            if draft.status == "planned" and own and own.start > draft.quantity.whole.start:
                planned.add(own)


class _Around:
    """The times next to a figure: those before it, from the nearest to the farthest, and the next behind it.

    Times in `foreign` belong to other figures, those in `of_levels` to an earlier level.
    """

    def __init__(self, draft: Draft, spoken: Sequence[Time], foreign: Set[Span], of_levels: Set[Span]) -> None:
        start = draft.quantity.whole.start
        index = bisect_left(spoken, ((start,),))  # such a tuple comes right before all that begin with it
        before = [t for t in spoken[max(0, index - _REMEMBERED) : index][::-1] if t.span.end <= start]
        self.before = [t for t in before if t.span not in foreign] if foreign else before
        behind = spoken[index : index + _AHEAD]
        self.behind = [t for t in behind if t.span not in foreign] if foreign else behind
        self.carried = [t for t in self.before if t.span not in of_levels] if of_levels else self.before


def _passages(page: Page) -> dict[int, int]:
    """The passage that each paragraph belongs to: its own, or that of the one it continues."""
    passages: dict[int, int] = {}
    last = 0
    for line in page.lines:
        last = passages.get(last, last) if line.continues else line.paragraph
        passages.setdefault(line.paragraph, last)
    return passages


def _set_period(page: Page, draft: Draft, around: _Around) -> None:
    time = _own(page, draft, around) or _carried(page, draft, around)
    if time is None:
        return
    draft.found["period"] = time.span
    draft.period = time.period
    if time.since_year_began:
        state = next((t for t in around.before if t.role == "until"), None)
        draft.period = Period(time.period.first, state.period.last if state else None)
    raised = draft.kind == "standard" and time.role == "from" and is_old_level(page, draft)
    if raised and time.period.first:
        draft.period = Period(None, time.period.first - timedelta(days=1))


def _own(page: Page, draft: Draft, around: _Around) -> Time | None:
    """A period that stands right at the figure: behind it, or as the baseline whose level stands in brackets."""
    start, end = draft.quantity.whole.start, draft.quantity.whole.end
    for time in around.before[:2]:
        if start - time.span.end > _BEHIND:
            continue
        between = page.text[time.span.end : start]
        if time.role == "baseline" and _BRACKET_AFTER_BASELINE.fullmatch(between):
            return time
        if time.role == "target" and len(between) <= _TARGET_NEAR and draft.status == "planned":
            return time
    for time in around.behind:
        near = end <= time.start <= end + _BEHIND and time.span.end <= draft.right.end + 1
        between = page.text[end : time.start] if near else ""
        if near and time.role in ("during", "until", "from") and not _APART.search(between):
            return time
    return None


def _carried(page: Page, draft: Draft, around: _Around) -> Time | None:
    """The last period named before; one in brackets holds only inside them, a deadline only for what is planned."""
    for time in around.carried:
        if time.role not in ("during", "until", "from") or time.since_year_began:
            continue
        # a bracket that holds a date is closed soon behind it
        between = page.text[time.span.end : min(draft.quantity.whole.start, time.span.end + _LONGEST_BRACKET)]
        deadline = draft.status != "planned" and _DEADLINE.match(page.text, time.start) is not None
        if between.count(")") <= between.count("(") and not deadline:
            return time
    if draft.status == "planned":
        return next((t for t in around.behind if t.role == "until" and t.start < draft.sentence.span.end), None)
    return None


def headline_period(page: Page, headline: Span | None, issued: date | None) -> Period:
    """The stretch of time that the headline names, if it names one."""
    for atom in atoms(page.text, *headline) if headline else ():
        if not atom.day:
            return atom.interval(issued.year if issued else None, issued)
    return UNKNOWN_PERIOD
