"""Magnitude: more people than live in a place, and a cost per person far from what such measures come to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ansinh.auditing.account import Account
from ansinh.auditing.findings import Finding
from ansinh.auditing.ranges import Range, printed, shown, told
from ansinh.model import Figure
from ansinh.vocabulary import Concept, concepts

_COUNTRY = "VN"
# of more than the province: then only more than the country has is too many
_WIDER = re.compile(
    r"\b(?:country|nation(?:al|wide)?|Viet ?Nam|regions?|delta|highlands|provinces and cities|world|ASEAN|Asian?)\b",
    re.IGNORECASE,
)
_GROWN = Decimal("1.05")  # a population of another year, and those who live elsewhere
_PER_HOUSEHOLD = 2  # a household has two people at least, on average
_THOUSAND = 1000
_MONEY = ("VND", "VND/month", "VND/year")


def magnitudes(account: Account) -> Iterator[Finding]:
    """The figures of a size that cannot be, and what every sum of money comes to for each of those who got it."""
    home = account.extraction.article.place
    for figure in account.figures:
        told_of = account.extraction.text[figure.evidence.start : figure.evidence.end]
        place = concepts("place").get(_COUNTRY if _WIDER.search(told_of) else figure.place or home or _COUNTRY)
        if figure.kind == "count" and figure.unit in ("person", "household") and place:
            yield from _population(figure, place)
        if figure.kind == "amount" and figure.unit in _MONEY and figure.status != "planned":
            yield from _cost(account, figure)


def _population(figure: Figure, place: Concept) -> Iterator[Finding]:
    known = place.link("population")
    if known is None:
        return
    people = Decimal(known)
    most = people * _GROWN / (_PER_HOUSEHOLD if figure.unit == "household" else 1)
    if printed(figure).low > most:
        year = place.link("populationYear")
        words = f"{told(figure)} is more than the {shown(people, 'person')} people of {place.label} ({year})"
        vi = f"{told(figure)} lớn hơn dân số {place.label_vi or place.label}: {shown(people, 'person')} người ({year})"
        yield Finding("population", "off", (figure,), words, vi, figure.value - people)


def _cost(account: Account, amount: Figure) -> Iterator[Finding]:
    measure = concepts("measure")[amount.measure]
    low, high = measure.link("leastForEach"), measure.link("mostForEach")
    counts = [f for f in account.outcome(amount) if f.kind == "count" and f.unit in ("person", "household")]
    if low is None or high is None or len(counts) != 1 or counts[0].value < 1 or counts[0].status != amount.status:
        return
    usual = Range(Decimal(low), Decimal(high))
    spread = printed(amount).over(printed(counts[0]))
    if spread is None:
        return
    each = amount.value / counts[0].value
    written = f"{told(amount)} / {told(counts[0])} = {shown(each, 'VND')} each"
    vi = f"{told(amount)} / {told(counts[0])} = {shown(each, 'VND')} mỗi đối tượng"
    figures = (amount, counts[0])
    if spread.meets(usual):
        yield Finding(
            "cost-for-each", "holds", figures, f"{written}, in the usual range", f"{vi}, trong mức thường gặp"
        )
        return
    limits = f"{shown(usual.low, 'VND')} to {shown(usual.high, 'VND')}"
    slip = _slip(each, usual)
    words = f"{written}, far from the usual {limits}{slip[0]}"
    yield Finding("cost-for-each", "off", figures, words, f"{vi}, xa mức thường gặp {limits}{slip[1]}")


def _slip(each: Decimal, usual: Range) -> tuple[str, str]:
    """Whether million for billion, or the other way round, would explain it."""
    if usual.low <= each * _THOUSAND <= usual.high and each < usual.low:
        return ": million may stand for billion", ": có thể nhầm triệu với tỷ"
    if usual.low <= each / _THOUSAND <= usual.high and each > usual.high:
        return ": billion may stand for million", ": có thể nhầm tỷ với triệu"
    return "", ""
