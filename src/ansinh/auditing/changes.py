"""Changes against two levels, relative changes against absolute ones, yearly averages against a change over years."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ansinh.auditing.account import COUNTED, Account
from ansinh.auditing.findings import Finding, Reason, Sum, judged, unchecked
from ansinh.auditing.ranges import Range, printed, told
from ansinh.model import Figure

_YEARLY = "percentage-point/year"
_HUNDRED = Range(Decimal(100), Decimal(100))
# what stands before the level that something changed from, or is held against
_FROM = re.compile(
    r"\b(?:from|compared (?:to|with)|against|versus|than|target of|plan of)\s*(?:the |about |over |nearly |VN[DĐ]\s*)*$"
    r"|\(\s*(?:from |in \d{4}:? |VN[DĐ]\s*)*$",
    re.IGNORECASE,
)
_OF_TARGET = re.compile(r"\b(?:target|plan) of\s*$", re.IGNORECASE)
_SINCE = re.compile(
    r"\b(?:compared (?:to|with)|since|from)\s+(?:the\s+(?:end|beginning|start) of\s+)?((?:19|20)\d\d)\b"
)

_NO_EARLIER: Reason = ("the text does not state the earlier level", "bài viết không nêu mức trước đó")
_NO_YEARS: Reason = ("the text does not state over how many years", "bài viết không nêu số năm")


def changes(account: Account) -> Iterator[Finding]:
    """What every change comes to that stands beside a level."""
    for figure in account.figures:
        if figure.kind != "change" or figure.status == "planned":
            continue
        beside = account.beside(figure)
        if figure.unit == _YEARLY:
            yield from _yearly(account, figure, beside)
        elif figure.unit == "percent":
            yield from _relative(account, figure, beside)
        else:
            yield from _absolute(account, figure, beside)


def _absolute(account: Account, change: Figure, beside: Sequence[Figure]) -> Iterator[Finding]:
    """So many points or people more: the one level less the other."""
    unit = "percent" if change.unit == "percentage-point" else change.unit
    levels = [f for f in (*beside, *_target(account, change)) if f.unit == unit and f.kind in ("rate", *COUNTED)]
    old, new = _levels(account, change, levels)
    if old and new:
        yield _difference(change, new, old, only=len(levels) == len((new, old)))
    elif new and unit == "percent":
        yield unchecked("change", change, _NO_EARLIER, [new])


def _target(account: Account, change: Figure) -> list[Figure]:
    """The target that a result is held against: "1.44 points short of the target of 94.5%"."""
    behind = next((f for f in account.figures if f.span > change.span), None)
    told_of = behind is not None and behind.outcome != change.outcome and account.together(change, behind)
    return [behind] if told_of and behind and _OF_TARGET.search(account.between(change, behind)) else []


def _levels(account: Account, change: Figure, levels: Sequence[Figure]) -> tuple[Figure | None, Figure | None]:
    """The level before and the level after, by the words that stand before them; of several the nearest."""
    told_from = [f for f in levels if _FROM.search(account.before(f))]
    others = [f for f in levels if f not in told_from]

    def off(figure: Figure) -> int:
        return abs(figure.span.start - change.span.start)

    return min(told_from, key=off, default=None), min(others, key=off, default=None)


def _difference(change: Figure, new: Figure, old: Figure, *, only: bool) -> Finding:
    high, low = sorted((new, old), key=lambda f: f.value, reverse=True)
    spread = (printed(high) - printed(low)).size()
    points = Sum(f"{told(high)} - {told(low)}", high.value - low.value, spread)
    if not points.range.meets(printed(change)):
        share = _growth(new, old)
        if share and share.range.meets(printed(change)):
            return judged("change", change, share, [new, old])
        if not only:
            return unchecked("change", change, _NO_EARLIER, [new])
    return judged("change", change, points, [new, old])


def _growth(new: Figure, old: Figure) -> Sum | None:
    """The change from one level to the other, in percent of the first."""
    spread = printed(new).over(printed(old))
    if spread is None or old.value == 0:
        return None
    grown = ((spread - Range(Decimal(1), Decimal(1))).size()) * _HUNDRED
    return Sum(f"{told(new)} / {told(old)} - 1", abs(new.value / old.value - 1) * 100, grown)


def _relative(account: Account, change: Figure, beside: Sequence[Figure]) -> Iterator[Finding]:
    """So many percent more: of the earlier level, which is stated or is the level less what was added."""
    levels = [f for f in beside if f.kind in COUNTED]
    by = [f for f in beside if f.kind == "change" and f.unit in {level.unit for level in levels}]
    if len(by) == 1 and by[0].direction:
        level = next((f for f in levels if f.unit == by[0].unit and f.span < change.span), None)
        if level:
            yield from _of_earlier(change, by[0], level)
        return
    old, new = _levels(account, change, levels)
    computed = _growth(new, old) if new and old and new.unit == old.unit else None
    if computed and new and old and (len(levels) == len((new, old)) or computed.range.meets(printed(change))):
        yield judged("change", change, computed, [new, old])
    elif new and new.span < change.span:
        yield unchecked("change", change, _NO_EARLIER, [new])


def _of_earlier(change: Figure, by: Figure, level: Figure) -> Iterator[Finding]:
    sign = "-" if by.direction == "up" else "+"
    earlier = printed(level) - printed(by) if by.direction == "up" else printed(level) + printed(by)
    spread = printed(by).over(earlier)
    before = level.value - by.value if by.direction == "up" else level.value + by.value
    if spread is not None and before > 0:
        written = f"{told(by)} / ({told(level)} {sign} {told(by)})"
        yield judged("change", change, Sum(written, by.value / before * 100, spread * _HUNDRED), [level, by])


def _yearly(account: Account, average: Figure, beside: Sequence[Figure]) -> Iterator[Finding]:
    """A yearly average: the whole change by the years between; from one year "to now" may be a year more or less."""
    total = next((f for f in beside if f.kind == "change" and f.unit == "percentage-point"), None)
    if total is None:
        return
    since = _SINCE.search(account.behind(total))
    first = int(since[1]) if since else None
    stated = _last_year(first, [average, *beside])
    last = stated or _last_year(first, account.figures)
    sums = [_per_year(total, years) for years in _spans(first, last)] if first and last else []
    fitting = next((each for each in sums if each.range.meets(printed(average))), None)
    if fitting or (sums and stated):
        yield judged("yearly-change", average, fitting or sums[0], [total])
    else:
        yield unchecked("yearly-change", average, _NO_YEARS, [total])


def _spans(first: int, last: int) -> list[int]:
    return [years for years in (last - first, last - first - 1, last - first + 1) if years > 0]


def _last_year(first: int | None, figures: Sequence[Figure]) -> int | None:
    """The last year that figures speak of, if it is after the first one."""
    years = (figure.period.last.year for figure in figures if figure.period.last)
    return max((year for year in years if first and year > first), default=None)


def _per_year(total: Figure, years: int) -> Sum:
    by = Range(Decimal(years), Decimal(years))
    spread = printed(total).over(by) or printed(total)
    return Sum(f"{told(total)} / {years} {'year' if years == 1 else 'years'}", total.value / years, spread)
