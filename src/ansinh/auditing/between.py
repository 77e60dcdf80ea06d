"""What several articles say of the same thing: figures of one series, each held against the one before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from ansinh.auditing.ranges import printed, told
from ansinh.lexicon import words
from ansinh.model import Figure

Kind = Literal["rounding", "update", "scope", "conflict"]

_COMPARABLE = ("count", "amount", "rate")
_INCOMPARABLE = ("other", "time", "events", "documents", "tasks", "violations", "benefit-level", "price")
_TWICE = 2  # values further apart than this are hardly of the same thing


@dataclass(frozen=True, slots=True)
class Witness:
    """One figure of a series as the store has it, with the article that states it."""

    iri: str
    article: str
    issued: date | None
    value: Decimal
    quote: str
    unit: str
    kind: str
    bound: str
    status: str
    first: date | None
    last: date | None
    is_part: bool
    documents: frozenset[str]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two witnesses that state different values, the older first, and how they differ."""

    kind: Kind
    older: Witness
    newer: Witness
    words: str
    words_vi: str


def series(figure: Figure, home: str | None) -> str | None:
    """What a figure may be compared with in other articles; None where nothing tells what exactly it is a number of."""
    if figure.kind not in _COMPARABLE or figure.measure in _INCOMPARABLE or not figure.field:
        return None
    counted = words(figure.counted).stems[-1:] if figure.unit == "item" and figure.counted else []
    if figure.kind != "rate" and not (figure.beneficiary or counted):
        return None
    place = figure.place or home
    told_of = (place, figure.field, figure.measure, figure.kind, figure.unit, "+".join(sorted(figure.beneficiary)))
    return "/".join((*map(str, told_of), *counted)) if place else None


def compare(witnesses: Iterable[Witness], same_text: Iterable[frozenset[str]] = ()) -> Iterator[Comparison]:
    """Each figure of a series held against the one before it in time, where the articles and the values differ.

    `same_text` has the pairs of articles that are reprints of each other: they are one witness.
    """
    reprints = set(same_text)
    before: Witness | None = None
    for witness in sorted(witnesses, key=_time):
        if before and before.article != witness.article and frozenset((before.article, witness.article)) not in reprints:
            if before.value != witness.value and _overlap(before, witness):
                yield _compared(before, witness)
        before = witness


def _time(witness: Witness) -> tuple[date, date, str, str]:
    return witness.last or date.max, witness.issued or date.max, witness.article, witness.iri


def _overlap(one: Witness, other: Witness) -> bool:
    """Whether the periods have a day in common; a level at a date has no first day."""
    return (one.first or date.min) <= (other.last or date.max) and (other.first or date.min) <= (one.last or date.max)


def _compared(older: Witness, newer: Witness) -> Comparison:
    kind = _kind(older, newer)
    said, said_vi = _WORDS[kind]
    days = [f" ({witness.last})" if witness.last else "" for witness in (older, newer)]
    pair = f"{told(older)}{days[0]} and {told(newer)}{days[1]}"
    return Comparison(kind, older, newer, f"{pair}: {said}", f"{pair.replace(' and ', ' và ')}: {said_vi}")


_WORDS: dict[Kind, tuple[str, str]] = {
    "rounding": ("the same but for rounding", "như nhau, chỉ khác do làm tròn"),
    "update": ("the later one is newer", "số sau mới hơn"),
    "scope": ("a part, a bound, a plan or another document: not the same thing", "khác phạm vi: phần, cận, kế hoạch hoặc văn bản khác"),
    "conflict": ("the articles do not agree", "các bài báo không thống nhất"),
}


def _kind(older: Witness, newer: Witness) -> Kind:
    if printed(older).meets(printed(newer)):
        return "rounding"
    low, high = sorted((older.value, newer.value))
    documents = older.documents and newer.documents and not older.documents & newer.documents
    alike = (older.status, older.bound, older.is_part) == (newer.status, newer.bound, newer.is_part)
    if documents or not alike or low * _TWICE < high:
        return "scope"
    if older.last is None or newer.last is None or older.first != newer.first:
        return "scope"
    later = older.issued and newer.issued and older.issued != newer.issued
    return "update" if older.last != newer.last or later else "conflict"


def nearest(odd: Witness, witnesses: Iterable[Witness]) -> Witness | None:
    """The figure of a series that a number of impossible size may have been meant to be: nearest in its first digits.

    A thousand or a million too many leaves the digits as they are.
    """
    others = [w for w in witnesses if w.iri != odd.iri and 0 < w.value < odd.value]
    return min(others, key=lambda w: (_apart(odd.value, w.value), w.iri), default=None)


def _apart(odd: Decimal, value: Decimal) -> Decimal:
    """How far two numbers are from each other, in powers of ten, but for whole thousands."""
    apart = (odd / value).log10()
    return abs(apart - 3 * (apart / 3).to_integral_value())
