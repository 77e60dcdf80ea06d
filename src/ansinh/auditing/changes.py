"""Changes against two levels, relative changes against absolute ones, yearly averages against a change over years."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, permutations

from ansinh.auditing.account import COUNTED, Account
from ansinh.auditing.findings import Finding, Reason, Sum, is_misprint, judged, unchecked
from ansinh.auditing.ranges import Range, printed, stated, told
from ansinh.model import Figure

_YEARLY = "percentage-point/year"
_HUNDRED = Range(Decimal(100), Decimal(100))
# what stands before the level that something changed from, or is held against
_FROM = re.compile(
    r"\b(?:from|compared (?:to|with)|against|versus|than|target of|plan of)\s*(?:the |about |over |nearly |VN[DĐ]\s*)*$"
    r"|\(\s*(?:from |in \d{4}:? |VN[DĐ]\s*)*$",
    re.IGNORECASE,
)
_FROM_BEHIND = re.compile(
    r"\s*(?:percentage )?(?:points?|%)?\)?(?: (?:in \w+ )?(?:from|compared (?:to|with)|below|above|(?:short|ahead) of))"
    r"(?: the (?:[\w-]+ ){0,4}(?:target|plan|level|rate) of)?\s*",
    re.IGNORECASE,
)
_OUT_OF = re.compile(r"\bfrom\s*(?:VN[DĐ]\s*)*$", re.IGNORECASE)
_THUS = re.compile(r"\b(?:thus|so|hence|that is|i\.e)\b[^;\d]{0,40}$", re.IGNORECASE)
_IN_BRACKETS = re.compile(
    r"%?\s+(?:compared|over|against|than)\b(?:[^.;:()\d]|\b(?:19|20)\d\d\b){0,60}\(\s*(?:VN[DĐ]\s*)*", re.IGNORECASE
)
_BESIDE = re.compile(r"[^.;\d]{0,25}")
_FEW = 6  # levels of a sentence that are tried with each other
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
        if figure.unit == _YEARLY:
            yield from _yearly(account, figure, account.beside(figure))
        else:
            here = account.sentence(figure)
            yield from (_relative if figure.unit == "percent" else _absolute)(account, figure, here)


def _absolute(account: Account, change: Figure, here: Sequence[Figure]) -> Iterator[Finding]:
    """So many points or people more: the one level less the other."""
    unit = "percent" if change.unit == "percentage-point" else change.unit
    levels = [f for f in here if f.unit == unit and f.kind in ("rate", *COUNTED)]
    own = [f for f in levels if f.outcome == change.outcome]
    old, new = _levels(account, change, own)
    tried = [pair for pair in ((new, old), *_stated(account, change, levels)) if pair[0] and pair[1]]
    # of percentages any two of the sentence: that they should differ by the number by chance is not to be expected
    others = combinations(levels[-_FEW:], 2) if unit == "percent" else ()
    found = [_difference(change, one, other) for one, other in (*tried, *others) if one and other]
    holding = next((finding for finding in found if finding.verdict == "holds"), None)
    sure = len(levels) == len((new, old)) and old and _is_linked(account, change, old) if old and new else bool(tried)
    if holding or (found and tried and sure):
        yield holding or found[0]
    elif new and unit == "percent":
        yield unchecked("change", change, _NO_EARLIER, [new])


def _is_linked(account: Account, change: Figure, old: Figure) -> bool:
    """Whether the old level is that of the change: it stands next behind it, or "from" stands before it."""
    return account.next(change) is old or (old.span < change.span and _OUT_OF.search(account.before(old)) is not None)


def _stated(
    account: Account, change: Figure, levels: Sequence[Figure]
) -> Iterator[tuple[Figure | None, Figure | None]]:
    """The two levels where the words leave no doubt, whatever outcomes they were read as.

    "a decrease of 0.21 points from 0.87%", "1.44 points short of the target of 94.5%": the level behind and the nearest
    before; "… reached 75%, at the end of 2024 it was 61.5%, thus it rose by 13.5 points": the two before.
    """
    before = [level for level in levels if level.span < change.span]
    behind = account.next(change)
    if before and behind and behind in levels and _FROM_BEHIND.fullmatch(account.between(change, behind)):
        yield before[-1], behind
    elif len(before) >= len(("old", "new")) and _THUS.search(account.before(change)):
        yield before[-1], before[-2]


def _levels(account: Account, change: Figure, levels: Sequence[Figure]) -> tuple[Figure | None, Figure | None]:
    """The level before and the level after, by the words that stand before them; of several the nearest."""
    told_from = [f for f in levels if _FROM.search(account.before(f))]
    others = [f for f in levels if f not in told_from]

    def off(figure: Figure) -> int:
        return abs(figure.span.start - change.span.start)

    return min(told_from, key=off, default=None), min(others, key=off, default=None)


def _difference(change: Figure, new: Figure, old: Figure) -> Finding:
    high, low = sorted((new, old), key=lambda f: f.value, reverse=True)
    spread = (printed(high) - printed(low)).size()
    points = Sum(f"{told(high)} - {told(low)}", high.value - low.value, spread)
    share = _growth(new, old)
    # a relative change of a rate is told in the same words
    relative = share is not None and not points.range.meets(stated(change)) and share.range.meets(stated(change))
    return judged("change", change, share if relative and share else points, [new, old])


def _growth(new: Figure, old: Figure) -> Sum | None:
    """The change from one level to the other, in percent of the first."""
    spread = printed(new).over(printed(old))
    if spread is None or old.value == 0:
        return None
    grown = ((spread - Range(Decimal(1), Decimal(1))).size()) * _HUNDRED
    return Sum(f"{told(new)} / {told(old)} - 1", abs(new.value / old.value - 1) * 100, grown)


def _relative(account: Account, change: Figure, here: Sequence[Figure]) -> Iterator[Finding]:
    """So many percent more: of the earlier level, which is stated, or is the level less what was added."""
    levels = [f for f in here if f.kind in COUNTED][-_FEW:]
    added = [f for f in here if f.kind == "change" and f.direction and f.unit in {level.unit for level in levels}]
    pairs = [(new, old) for new, old in permutations(levels, 2) if new.unit == old.unit]
    found = [
        *(judged("change", change, each, pair) for pair in pairs if (each := _growth(*pair))),
        *(judged("change", change, each, [level, by]) for by in added for level, each in _of_earlier(by, levels)),
    ]
    holding = next((finding for finding in found if finding.verdict == "holds"), None)
    own = [f for f in levels if f.outcome == change.outcome]
    stated_pair = _compared(account, change, levels)
    if holding:
        yield holding
    elif stated_pair:
        yield stated_pair
    elif found and len(added) == 1 and len(levels) == len(own) == 1 and _is_next(account, change, added[0]):
        yield found[0]
    elif not added and len(levels) == len(own) == len(("old", "new")):
        old, new = _levels(account, change, own)
        computed = _growth(new, old) if new and old and new.unit == old.unit else None
        if computed and new and old and _is_linked(account, change, old):
            yield judged("change", change, computed, [new, old])
    elif own and own[0].span < change.span:
        yield unchecked("change", change, _NO_EARLIER, own[:1])


def _compared(account: Account, change: Figure, levels: Sequence[Figure]) -> Finding | None:
    """A change whose earlier level stands in brackets behind it: "15,015, down 7.9% compared to 2024 (16,250)"."""
    before = [level for level in levels if level.span < change.span]
    old = account.next(change)
    if not before or old is None or old not in levels or old.unit != before[-1].unit:
        return None
    computed = _growth(before[-1], old) if _IN_BRACKETS.fullmatch(account.between(change, old)) else None
    finding = judged("change", change, computed, [before[-1], old]) if computed else None
    return finding if finding and is_misprint(finding) else None


def _is_next(account: Account, change: Figure, added: Figure) -> bool:
    """Whether the two changes are one, told twice: "up 3.1% (12,680 people)"."""
    first, second = sorted((change, added), key=lambda f: f.span)
    return _BESIDE.fullmatch(account.between(first, second)) is not None


def _of_earlier(by: Figure, levels: Sequence[Figure]) -> Iterator[tuple[Figure, Sum]]:
    """What was added in percent of the level before: of each level less that, or of the level itself."""
    for level in levels:
        if level.unit != by.unit:
            continue
        up = by.direction == "up"
        earlier = printed(level) - printed(by) if up else printed(level) + printed(by)
        value = level.value - by.value if up else level.value + by.value
        for base, spread, written in (
            (value, earlier, f"({told(level)} {'-' if up else '+'} {told(by)})"),
            (level.value, printed(level), told(level)),
        ):
            share = printed(by).over(spread)
            if share is not None and base > 0:
                yield level, Sum(f"{told(by)} / {written}", by.value / base * 100, share * _HUNDRED)


def _yearly(account: Account, average: Figure, beside: Sequence[Figure]) -> Iterator[Finding]:
    """A yearly average: the whole change by the years between; from one year "to now" may be a year more or less."""
    total = next((f for f in beside if f.kind == "change" and f.unit == "percentage-point"), None)
    if total is None:
        return
    since = _SINCE.search(account.behind(total))
    first = int(since[1]) if since else None
    told_of = _last_year(first, [average, *beside])
    last = told_of or _last_year(first, account.figures)
    sums = [_per_year(total, years) for years in _spans(first, last)] if first and last else []
    fitting = next((each for each in sums if each.range.meets(stated(average))), None)
    if fitting or (sums and told_of):
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
