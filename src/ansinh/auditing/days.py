"""Days between dates: "On May 15, 2025 … 169 days ahead of the deadline (October 31, 2025)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from ansinh.auditing.account import SENTENCE_BREAK, Account
from ansinh.auditing.findings import Finding, Reason, Sum, judged, unchecked
from ansinh.auditing.ranges import Range
from ansinh.model import Figure
from ansinh.recognising.dates import atoms

_AHEAD = re.compile(r"\s*(?:days?\s+)?(?:ahead of|before|earlier than|after|behind|later than|past)\b", re.IGNORECASE)
_REACH, _SENTENCE = 160, 400

_NO_DATES: Reason = ("the text does not state both days", "bài viết không nêu đủ hai ngày")


def days(account: Account) -> Iterator[Finding]:
    """What every number of days before or after a stated day comes to."""
    for figure in account.figures:
        if figure.unit != "day" or not _AHEAD.match(account.behind(figure)):
            continue
        deadline = next(_dates(account, figure.span.end, figure.span.end + _REACH), None)
        stated = list(_dates(account, _sentence_start(account, figure), figure.span.start))
        reached = stated[-1] if stated else figure.period.last
        if deadline is None or reached is None:
            yield unchecked("days", figure, _NO_DATES)
            continue
        apart = Decimal(abs((deadline - reached).days))
        # whether the first or the last day counts is for the writer to say
        computed = Sum(f"{deadline} - {reached}", apart, Range(apart - 1, apart + 1))
        found = judged("days", figure, computed, ())
        yield found if stated or found.verdict == "holds" else unchecked("days", figure, _NO_DATES)


def _sentence_start(account: Account, figure: Figure) -> int:
    start = max(0, figure.span.start - _SENTENCE)
    breaks = [match.end() for match in SENTENCE_BREAK.finditer(account.extraction.text, start, figure.span.start)]
    return breaks[-1] if breaks else start


def _dates(account: Account, start: int, end: int) -> Iterator[date]:
    """The full dates between two offsets."""
    for atom in atoms(account.extraction.text, start, min(end, len(account.extraction.text))):
        period = atom.interval(None, None)
        if atom.day and period.last:
            yield period.last
