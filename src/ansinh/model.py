"""What is read out of an article, before any of it becomes RDF.

Frozen, and without behaviour beyond checks. Offsets are 0-based, half-open, in Unicode code points of the article's
text. The identifiers (units, kinds, measures, fields, groups, types, issuers) are notations of the vocabularies.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of the article's text."""

    start: int
    end: int

    def holds(self, other: Span) -> bool:
        """Whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end


class Period(NamedTuple):
    """The first and the last day that a figure speaks of; None at an open or unknown end."""

    first: date | None
    last: date | None


UNKNOWN_PERIOD = Period(None, None)


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes of an article as they were found; of a page also its address and what the server calls it."""

    data: bytes
    address: str | None = None
    content_type: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article: what it is, who published it, and the hash of the bytes and of the text that were read."""

    file: str
    id: str
    title: str | None
    publisher: str | None
    issued: date | None
    language: str
    source: str | None
    place: str | None
    sha256: str
    text_sha256: str


class Figure(NamedTuple):
    """One reported quantity. `found` has, per attribute in the order of their names, the words that gave it."""

    span: Span
    quote: str
    evidence: Span
    value: Decimal
    unit: str
    counted: str | None
    kind: str
    measure: str
    bound: str
    status: str
    direction: str | None
    field: str | None
    beneficiary: tuple[str, ...]
    place: str | None
    period: Period
    documents: tuple[str, ...]
    document_ids: tuple[str, ...]
    outcome: str
    part_of: str | None
    rule: str
    found: Mapping[str, Span]


@dataclass(frozen=True, slots=True)
class Citation:
    """One printed mention of a legal document, with what the text says of it."""

    span: Span
    quote: str
    evidence: Span
    type: str
    number: str | None
    issued: date | None
    issuer: str | None
    title: str | None
    id: str


@dataclass(frozen=True, slots=True)
class Relation:
    """What one cited document does to another: amends, replaces, implements, is based on, summarises."""

    evidence: Span
    subject: str
    predicate: str
    object: str
    subject_id: str
    object_id: str


@dataclass(frozen=True, slots=True)
class Policy:
    """What a document sets out, or a programme called by its name."""

    evidence: Span
    label: str
    documents: tuple[str, ...]
    document_ids: tuple[str, ...]
    targets: tuple[str, ...]
    field: str | None
    id: str


@dataclass(frozen=True, slots=True)
class Agency:
    """An organisation that the article names: its fullest form, the other forms, the passages and places of them."""

    name: str
    forms: tuple[str, ...]
    id: str
    concept: str | None
    mentions: tuple[Span, ...]
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """The holder of an office; private citizens are not taken."""

    name: str
    role: str
    organisation: str | None
    id: str
    agency_id: str | None
    mentions: tuple[Span, ...]
    spans: tuple[Span, ...] = ()


class Number(NamedTuple):
    """One entry of the ledger: a run of digits, what it was used for, and why."""

    span: Span
    quote: str
    use: str
    reason: str


@dataclass(frozen=True, slots=True)
class Review:
    """What a person decided about the figure at an offset of its article.

    `amended` has, per attribute that is not as the rule reads it, what the rule reads and what was decided, as text.
    """

    start: int
    verdict: str
    who: str
    when: str
    why: str
    amended: Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read out of one article; `reviews` and `rejected` are what people decided about it since."""

    article: Article
    text: str
    figures: tuple[Figure, ...]
    citations: tuple[Citation, ...]
    relations: tuple[Relation, ...]
    policies: tuple[Policy, ...]
    agencies: tuple[Agency, ...]
    persons: tuple[Person, ...]
    numbers: tuple[Number, ...]
    reviews: tuple[Review, ...] = ()
    rejected: tuple[Figure, ...] = ()
