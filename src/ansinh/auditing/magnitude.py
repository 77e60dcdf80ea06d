"""Magnitude: more people than live in a place, and a cost per person far from what such measures come to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ansinh.auditing.account import MONEY, Account
from ansinh.auditing.findings import Finding, Reason, unchecked
from ansinh.auditing.ranges import Range, printed, shown, told
from ansinh.lexicon import lexicon
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
_FAR = 10  # so much nearer than the limits of the usual range is what is really usual
_OFTEN = 2
# money that each of them got
_FOR_ONE = re.compile(r"\b(?:at|averag\w*|each|per|level of)\b[^.;,\d]{0,25}$", re.IGNORECASE)
_WHERE: Reason = ("it is not certain which place it is told of", "không chắc số liệu thuộc địa phương nào")


def magnitudes(account: Account) -> Iterator[Finding]:
    """The figures of a size that cannot be, and what every sum of money comes to for each of those who got it."""
    for figure in account.figures:
        counted = figure.unit == "person" or (figure.unit == "household" and figure.counted)
        if figure.kind == "count" and counted and figure.measure != "visits":
            yield from _population(account, figure)
        if figure.kind == "amount" and figure.unit in MONEY and figure.status != "planned":
            yield from _cost(account, figure)


def _population(account: Account, figure: Figure) -> Iterator[Finding]:
    places = concepts("place")
    told_of = account.extraction.text[figure.evidence.start : figure.evidence.end]
    home = account.extraction.article.place
    place = places.get(_COUNTRY if _WIDER.search(told_of) else figure.place or home or _COUNTRY)
    known = place.link("population") if place else None
    if place is None or known is None or printed(figure).low <= _most(figure, known):
        return
    possible = printed(figure).low <= _most(figure, places[_COUNTRY].link("population") or known)
    if possible and not _is_certain(account.extraction.text, told_of, place):
        yield unchecked("population", figure, _WHERE)
        return
    people, year = shown(Decimal(known), "person"), place.link("populationYear")
    said = f"{told(figure)} is more than the {people} people of {place.label} ({year})"
    vi = f"{told(figure)} lớn hơn dân số {place.label_vi or place.label}: {people} người ({year})"
    yield Finding("population", "off", (figure,), said, vi, figure.value - Decimal(known))


def _most(figure: Figure, population: str) -> Decimal:
    return Decimal(population) * _GROWN / (_PER_HOUSEHOLD if figure.unit == "household" else 1)


def _is_certain(text: str, told_of: str, place: Concept) -> bool:
    """Whether an article is about a place beyond doubt: hardly another is named, and none beside the figure."""
    beside, all_named = (
        [hit.notation for hit in lexicon().find(lexicon().words(part))["place"]] for part in (told_of, text)
    )
    own = sum(notation == place.notation for notation in all_named)
    return set(beside) <= {place.notation} and own >= _OFTEN and own * 3 >= len(all_named) * 2


def _cost(account: Account, amount: Figure) -> Iterator[Finding]:
    measure = concepts("measure")[amount.measure]
    low, high = measure.link("leastForEach"), measure.link("mostForEach")
    counts = [f for f in account.outcome(amount) if f.kind == "count" and f.unit in ("person", "household")]
    if low is None or high is None or len(counts) != 1 or counts[0].value < 1 or counts[0].status != amount.status:
        return
    spread = printed(amount).over(printed(counts[0]))
    if spread is None:
        return
    usual = Range(Decimal(low), Decimal(high))
    each = amount.value / counts[0].value
    written = f"{told(amount)} / {told(counts[0])} = {shown(each, 'VND')} each"
    vi = f"{told(amount)} / {told(counts[0])} = {shown(each, 'VND')} mỗi đối tượng"
    figures = (amount, counts[0])
    if spread.meets(usual):
        said = f"{written}, in the usual range"
        yield Finding("cost-for-each", "holds", figures, said, f"{vi}, trong mức thường gặp")
    elif counts[0].counted and not _FOR_ONE.search(account.before(amount)):
        slip = _slip(each, usual)
        limits = f"{shown(usual.low, 'VND')} to {shown(usual.high, 'VND')}"
        said = f"{written}, far from the usual {limits}: {slip[0]}"
        if slip[0]:
            yield Finding("cost-for-each", "off", figures, said, f"{vi}, xa mức thường gặp {limits}: {slip[1]}")


def _slip(each: Decimal, usual: Range) -> tuple[str, str]:
    """How million for billion, or the other way round, would explain it; nothing where it would not.

    Then the money was most likely not shared by those who are counted: it is what each of them got.
    """
    least, most = usual.low * _FAR, usual.high / _FAR
    if least <= each * _THOUSAND <= most:
        return "million may stand for billion", "có thể nhầm triệu với tỷ"
    if least <= each / _THOUSAND <= most:
        return "billion may stand for million", "có thể nhầm tỷ với triệu"
    return "", ""
