"""What several articles say of the same thing: figures of one series, each held against the one before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from ansinh.auditing.ranges import printed, told
from ansinh.model import Figure
from ansinh.words.splitting import stems

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
    counted = stems(figure.counted)[-1:] if figure.unit == "item" and figure.counted else []
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
        if before and _disagree(before, witness) and frozenset((before.article, witness.article)) not in reprints:
            yield _compared(before, witness)
        before = witness


def _disagree(one: Witness, other: Witness) -> bool:
    return one.article != other.article and one.value != other.value and _overlap(one, other)


def _time(witness: Witness) -> tuple[date, date, str, str]:
    return witness.last or date.max, witness.issued or date.max, witness.article, witness.iri


def _overlap(one: Witness, other: Witness) -> bool:
    """Whether the periods have a day in common; two levels, which have no first day, are always compared."""
    if one.first is other.first is None:
        return True
    return _first(one) <= (other.last or date.max) and _first(other) <= (one.last or date.max)


def _first(witness: Witness) -> date:
    """The first day; of a level the day that it is told of."""
    return witness.first or witness.last or date.min


def _compared(older: Witness, newer: Witness) -> Comparison:
    kind, said, said_vi = _difference(older, newer)
    days = [f" ({witness.last})" if witness.last else "" for witness in (older, newer)]
    one, other = f"{told(older)}{days[0]}", f"{told(newer)}{days[1]}"
    return Comparison(kind, older, newer, f"{one} and {other}: {said}", f"{one} và {other}: {said_vi}")


def _difference(older: Witness, newer: Witness) -> tuple[Kind, str, str]:
    """The kind of difference, in words: that of scope first, since what is not the same thing can't disagree."""
    for differs, said, said_vi in (
        (older.is_part != newer.is_part, "one is a part of a total", "một số là phần của tổng"),
        (older.status != newer.status, "one is reported, the other expected", "một số đã báo cáo, một số dự kiến"),
        (older.bound != newer.bound and not _meet(older, newer), "one is a bound", "một số là cận"),
        (_of_other_documents(older, newer), "they are results of other documents", "kết quả của văn bản khác nhau"),
    ):
        if differs:
            return "scope", said, said_vi
    if older.first is newer.first is None and older.last != newer.last:
        return "update", "the level at a later date", "mức tại thời điểm sau"
    if _meet(older, newer):
        return "rounding", "the same but for rounding", "như nhau, chỉ khác do làm tròn"
    low, high = sorted((older.value, newer.value))
    if low * _TWICE < high or (older.first, older.last) != (newer.first, newer.last):
        return "scope", "hardly of the same thing", "khó là cùng một nội dung"
    if older.issued and newer.issued and older.issued != newer.issued:
        return "update", "told again later", "được nêu lại sau đó"
    return "conflict", "the articles do not agree", "các bài báo không thống nhất"


def _meet(older: Witness, newer: Witness) -> bool:
    return printed(older).meets(printed(newer))


def _of_other_documents(older: Witness, newer: Witness) -> bool:
    return bool(older.documents and newer.documents) and not older.documents & newer.documents


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
