"""Days between dates: "On May 15, 2025 … 169 days ahead of the deadline (October 31, 2025)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from ansinh.auditing.account import Account
from ansinh.auditing.findings import Finding, Reason, Sum, judged, unchecked
from ansinh.auditing.ranges import Range
from ansinh.model import Figure
from ansinh.recognising.dates import atoms

_AHEAD = re.compile(r"\s*(?:days?\s+)?(?:ahead of|before|earlier than|after|behind|later than|past)\b", re.IGNORECASE)
_REACH = 160

_NO_DATES: Reason = ("the text does not state both days", "bài viết không nêu đủ hai ngày")


def days(account: Account) -> Iterator[Finding]:
    """What every number of days before or after a stated day comes to."""
    for figure in account.figures:
        if figure.unit == "day" and _AHEAD.match(account.behind(figure)):
            deadline = _day_behind(account, figure)
            reached = figure.period.last
            if deadline is None or reached is None:
                yield unchecked("days", figure, _NO_DATES)
                continue
            apart = Decimal(abs((deadline - reached).days))
            # whether the first or the last day counts is for the writer to say
            spread = Range(apart - 1, apart + 1)
            yield judged("days", figure, Sum(f"{deadline} - {reached}", apart, spread), ())


def _day_behind(account: Account, figure: Figure) -> date | None:
    """The first full date behind a figure, in its sentence."""
    end = figure.span.end + _REACH
    for atom in atoms(account.extraction.text, figure.span.end, min(end, len(account.extraction.text))):
        period = atom.interval(None, None)
        if atom.day and period.last:
            return period.last
    return None
