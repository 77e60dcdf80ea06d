"""Shares against their numerator and denominator, attainment against a plan, and shares of one base.

Only a denominator that the text states is used: a guessed one accuses correct numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ansinh.auditing.account import COUNTED, Account
from ansinh.auditing.findings import Finding, Reason, Sum, judged, unchecked
from ansinh.auditing.ranges import Range, printed, shown, told
from ansinh.model import Figure

_HUNDRED = Range(Decimal(100), Decimal(100))
_OTHER_BASE = re.compile(
    r"%?\)?\s*(?:of|compared|over|equal)\b(?!\s+(?:the\s+)?(?:yearly |annual |set |assigned )?(?:plan|target|total))"
)
_OF_A_PERIOD = re.compile(r"%?\)?\s*(?:compared|over the|of the same period|in comparison|year)", re.IGNORECASE)
_PLAN_OF = re.compile(r"%?[^.;:\d%()]{0,60}\b(?:plan|target|estimate|task)s?\b[^.;\d%]{0,30}", re.IGNORECASE)
_OF_BASE = re.compile(
    r"%?\s+of\s+(?:the|its|all|a total of)\b[^.;:,()\d%]{0,50}(?:\bof\s+|\(\s*)(?:VN[DĐ]\s*|about |over |nearly )*",
    re.IGNORECASE,
)
_SHORTLY = re.compile(r"[^.;:\d]{0,80}")
_BASE = re.compile(r"%\s+of\s+(?:the\s+|all\s+)?((?:[^\W\d]|[ -]){4,60})")

_NO_BASE: Reason = ("the text does not state what it is a share of", "bài viết không nêu tổng để tính tỷ lệ")
_NO_PLAN: Reason = ("the text does not state the plan", "bài viết không nêu kế hoạch")
_OTHER_BASES: Reason = ("the other share is of another base", "tỷ lệ kia tính trên tổng khác")
_NO_EARLIER: Reason = ("the text does not state the earlier level", "bài viết không nêu mức của kỳ trước")


def shares(account: Account) -> Iterator[Finding]:
    """What every share comes to that stands beside the number it is told of."""
    for figure in account.figures:
        if figure.unit == "percent" and figure.kind in ("rate", "attainment"):
            number = _numerator(account, figure)
            if number is not None:
                yield from _share(account, figure, number)


def bases(account: Account) -> Iterator[Finding]:
    """Two shares that the text tells of the same base: whether both give that base the same size."""
    seen: dict[str, tuple[Figure, Figure]] = {}
    for figure in account.figures:
        words = _BASE.match(account.behind(figure, 80)) if figure.kind == "rate" and figure.unit == "percent" else None
        number = _numerator(account, figure) if words else None
        if words is None or number is None or figure.value == 0:
            continue
        base = words[1].strip().lower()
        if base in seen and seen[base][0].unit == number.unit and seen[base][0].period == number.period:
            yield from _same_base(*seen[base], number, figure)
        seen[base] = (number, figure)


def _numerator(account: Account, share: Figure) -> Figure | None:
    """The number that a share is told of: the last before it in its outcome and sentence, of a pair the first."""
    before = [f for f in account.beside(share) if f.kind in COUNTED and f.span < share.span and f.status != "planned"]
    return account.done.get(before[-1].span, before[-1]) if before else None


def _share(account: Account, share: Figure, number: Figure) -> Iterator[Finding]:
    kind = "plan" if share.kind == "attainment" else "share"
    if share.kind == "attainment" and _OF_A_PERIOD.match(account.behind(share)):
        yield unchecked("share", share, _NO_EARLIER, [number])
        return
    # the numbers before it in the sentence, the nearest of its own outcome first
    others = [f for f in account.sentence(share) if f.kind in COUNTED and f.span < share.span and f is not number]
    tried = [(one, base) for one in (number, *reversed(others)) for base in _bases(account, share, one)]
    found = [judged(kind, share, each, pair) for pair in tried if (each := _ratio(*pair))]
    holding = next((finding for finding in found if finding.verdict == "holds"), None)
    alone = not any(f.unit == number.unit and account.done.get(f.span) is not number for f in others)
    sure = (f for f in found if alone and f.figures[1] is number and _is_told(account, share, number, f.figures[2]))
    off = next(sure, None)
    if holding:
        yield holding
    elif off:
        yield off
    elif share.period == number.period or share.kind == "attainment":
        yield unchecked(kind, share, _NO_PLAN if kind == "plan" else _NO_BASE, [number])


def _bases(account: Account, share: Figure, number: Figure) -> list[Figure]:
    """What the number may be a share of, by the words behind the share, by its whole, and by what is planned."""
    plans = _plans(account, number) if share.kind == "attainment" else []
    return [*_behind(account, share, number), *_whole(account, number), *plans]


def _behind(account: Account, share: Figure, number: Figure) -> list[Figure]:
    """The base that stands behind the share: "87.6% of the estimate given (VND 521.5 billion)"."""
    base = account.next(share)
    told_of = base is not None and base.unit == number.unit and base.kind in COUNTED
    return [base] if told_of and base and _OF_BASE.fullmatch(account.between(share, base)) else []


def _whole(account: Account, number: Figure) -> list[Figure]:
    """Of a pair the number in all, and the number that it is a part of."""
    wholes = (account.in_all.get(number.span), account.whole_of(number))
    return [whole for whole in wholes if whole is not None and whole.unit == number.unit]


def _plans(account: Account, number: Figure) -> list[Figure]:
    """The planned numbers that a number may be held against, those of the same outcome first."""
    alike = [f for f in account.planned(number) if (f.unit, f.kind) == (number.unit, number.kind)]
    return [f for f in alike if f.outcome == number.outcome or _is_alike(f, number)]


def _is_alike(plan: Figure, number: Figure) -> bool:
    groups = not plan.beneficiary or not number.beneficiary or set(plan.beneficiary) & set(number.beneficiary)
    return plan.part_of is None and bool(groups)


def _ratio(number: Figure, base: Figure) -> Sum | None:
    spread = printed(number).over(printed(base))
    if spread is None:
        return None
    return Sum(f"{told(number)} / {told(base)}", number.value / base.value * 100, spread * _HUNDRED)


def _is_told(account: Account, share: Figure, number: Figure, base: Figure) -> bool:
    """Whether the words leave no doubt that the share is that of the one number in the other."""
    shares = [f for f in account.beside(share) if f.unit == "percent" and f.kind == share.kind]
    if shares or not account.together(number, base):
        return False
    if base in _behind(account, share, number):
        return bool(_SHORTLY.fullmatch(account.between(number, share)))
    if account.in_all.get(number.span) is base:
        return bool(_SHORTLY.fullmatch(account.between(base, share))) and not _OTHER_BASE.match(account.behind(share))
    target = base.status == "planned" and base.span > share.span
    return target and bool(
        _SHORTLY.fullmatch(account.between(number, share)) and _PLAN_OF.fullmatch(account.between(share, base))
    )


def _same_base(first: Figure, share: Figure, second: Figure, other: Figure) -> Iterator[Finding]:
    one, two = (_base(number, of) for number, of in ((first, share), (second, other)))
    if one is None or two is None:
        return
    figures = (other, second, share, first)
    if not one.range.meets(two.range):
        yield unchecked("base", other, _OTHER_BASES, figures[1:])
        return
    sums = [f"{each.written} = {shown(each.result, first.unit)}" for each in (one, two)]
    yield Finding("base", "holds", figures, f"{' and '.join(sums)}: one base", f"{' và '.join(sums)}: cùng một tổng")


def _base(number: Figure, share: Figure) -> Sum | None:
    spread = printed(number).over(printed(share))
    if spread is None:
        return None
    size = (number.value / share.value * 100).to_integral_value()
    return Sum(f"{told(number)} / {told(share)}", size, spread * _HUNDRED)


def plans_met(findings: Sequence[Finding]) -> Iterator[tuple[Figure, Figure]]:
    """The numbers done and in all of every share that was found to hold."""
    for finding in findings:
        if finding.kind in ("share", "plan") and finding.verdict == "holds":
            yield finding.figures[1], finding.figures[2]
