"""Averages against a sum of money and a number, and sums of money against numbers and what each got.

"229 billion VND for 643 customers, on average 356 million VND each", "2,940 gifts of 600,000 VND and 33,780 gifts of
300,000 VND, total value 11,898 million VND".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from ansinh.auditing.account import Account
from ansinh.auditing.findings import Finding, Sum, is_misprint, judged
from ansinh.auditing.ranges import Range, printed, told
from ansinh.model import Figure

_AVERAGE = re.compile(r"\baverag\w*\b[^.;:()\d]{0,40}$", re.IGNORECASE)
_ON_AVERAGE = re.compile(r"[^.;:()\d,]{0,40}\bon average\b", re.IGNORECASE)
_EACH = re.compile(r"\s*(?:VN[DĐ]|dong)?\s*(?:each\b|apiece\b|/\s*[a-z]|per\b|for (?:a|each|every)\b)", re.IGNORECASE)
_OF = re.compile(
    r"[^.;\d]{0,40}\b(?:of|worth|with|at(?: the level of)?|receiv\w+|got|levels? of)\s+(?:VN[DĐ]\s*)?"
    r"|[^.;\d()]{0,40}\((?:VN[DĐ]\s*)?"
)
_TOTAL = re.compile(r"\b(?:total\w*|altogether|in all)\b[^.;()\d]{0,40}$", re.IGNORECASE)
_COUNTS = ("person", "household", "item")
_THOUSAND = 1000
_ROUNDING = Decimal("0.01")


def averages(account: Account) -> Iterator[Finding]:
    """What every average amount comes to whose sum and number stand before it in its sentence."""
    for figure in account.figures:
        if figure.unit != "VND" or not _is_average(account, figure):
            continue
        before = [f for f in account.sentence(figure) if f.span < figure.span]
        sums = [f for f in before if f.unit == "VND" and f.kind == "amount"]
        counts = [f for f in before if f.unit in _COUNTS and f.kind == "count" and f.value > 0]
        sums_of_each = [(_each(one, by), [one, by]) for one in sums for by in counts]
        found = [judged("average", figure, each, others) for each, others in sums_of_each if each]
        holding = next((finding for finding in found if finding.verdict == "holds"), None)
        if holding or (len(found) == 1 and _is_slip(found[0], figure)):
            yield holding or found[0]


def _is_average(account: Account, figure: Figure) -> bool:
    return bool(_AVERAGE.search(account.before(figure)) or _ON_AVERAGE.match(account.behind(figure)))


def _each(amount: Figure, count: Figure) -> Sum | None:
    spread = printed(amount).over(printed(count))
    return Sum(f"{told(amount)} / {told(count)}", amount.value / count.value, spread) if spread else None


def products(account: Account) -> Iterator[Finding]:
    """What every total comes to that is told behind the numbers and what each of them got."""
    for figure in account.figures:
        if figure.unit != "VND" or figure.kind != "amount" or not _TOTAL.search(account.before(figure)):
            continue
        before = [f for f in account.sentence(figure) if f.span < figure.span]
        pairs = list(_paid(account, before))
        if pairs and _are_all(before, pairs):
            found = judged("product", figure, _product(pairs), [f for pair in pairs for f in pair])
            if found.verdict == "holds" or _is_slip(found, figure):
                yield found


def _paid(account: Account, figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Each number with the money that every one of them got."""
    for count, money in pairwise(figures):
        if count.kind == "count" and count.unit in _COUNTS and money.unit == "VND":
            between = account.between(count, money)
            by_gift = _OF.fullmatch(between) and (_EACH.match(account.behind(money)) or between.rstrip().endswith("of"))
            if by_gift:
                yield count, money


def _are_all(before: Sequence[Figure], pairs: Sequence[tuple[Figure, Figure]]) -> bool:
    """Whether nothing else is counted in the sentence, but for the number of all of them."""
    told_of = {f.span for pair in pairs for f in pair}
    others = [f for f in before if f.span not in told_of]
    whole = sum((count.value for count, _ in pairs), Decimal(0))
    return all(f.kind == "count" and f.value == whole for f in others)


def _product(pairs: Sequence[tuple[Figure, Figure]]) -> Sum:
    spread, value = Range(Decimal(0), Decimal(0)), Decimal(0)
    for count, money in pairs:
        spread = spread + printed(count) * Range(money.value, money.value)
        value += count.value * money.value
    return Sum(" + ".join(f"{told(count)} x {told(money)}" for count, money in pairs), value, spread)


def _is_slip(found: Finding, figure: Figure) -> bool:
    """Whether the number may be what was computed with a digit misprinted, or with million for billion."""
    off = found.off_by or Decimal(0)
    thousandfold = (abs(value * _THOUSAND - figure.value) for value in (figure.value - off, figure.value + off))
    return is_misprint(found) or any(left <= _ROUNDING * figure.value for left in thousandfold)
