"""An extraction as the JSON objects of `ansinh extract`: the public form of what was read out of an article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ansinh.model import Agency, Article, Citation, Extraction, Figure, Number, Person, Policy, Relation

Record = dict[str, Any]

_SPAN = ("start", "end", "quote")

# the keys of every type of record beside `record` and `file`, in order
RECORD_KEYS: Mapping[str, tuple[str, ...]] = {
    "article": ("id", "title", "publisher", "issued", "language", "source", "place", "sha256", "text_sha256"),
    "figure": (
        *(*_SPAN, "evidence", "value", "unit", "counted", "kind", "measure", "bound", "status", "direction", "field"),
        *("beneficiary", "place", "period", "documents", "document_ids", "outcome", "part_of", "rule", "found"),
    ),
    "citation": (*_SPAN, "evidence", "type", "number", "issued", "issuer", "title", "id"),
    "relation": ("evidence", "subject", "predicate", "object", "subject_id", "object_id"),
    "policy": ("evidence", "label", "documents", "targets", "field"),
    "agency": ("name", "forms", "id", "mentions"),
    "person": ("name", "role", "organisation", "mentions"),
    "number": (*_SPAN, "use", "reason"),
}


def records(extraction: Extraction) -> Iterator[Record]:
    """The records of one article: itself, figures, citations, relations, policies, agencies, persons, numbers.

    Every record has `record` (its type) and `file`. Spans are offsets into the article's text, in code points.
    """
    file = extraction.article.file
    yield _article(extraction.article)
    yield from [_figure(file, figure) for figure in extraction.figures]
    yield from [_citation(file, citation) for citation in extraction.citations]
    yield from [_relation(file, relation) for relation in extraction.relations]
    yield from [_policy(file, policy) for policy in extraction.policies]
    yield from [_agency(file, agency) for agency in extraction.agencies]
    yield from [_person(file, person) for person in extraction.persons]
    yield from [_number(file, number) for number in extraction.numbers]


def _article(article: Article) -> Record:
    return {
        "record": "article",
        "file": article.file,
        "id": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "issued": _day(article.issued),
        "language": article.language,
        "source": article.source,
        "place": article.place,
        "sha256": article.sha256,
        "text_sha256": article.text_sha256,
    }


def _figure(file: str, figure: Figure) -> Record:
    return {
        "record": "figure",
        "file": file,
        "start": figure.span.start,
        "end": figure.span.end,
        "quote": figure.quote,
        "evidence": [*figure.evidence],
        "value": plain(figure.value),
        "unit": figure.unit,
        "counted": figure.counted,
        "kind": figure.kind,
        "measure": figure.measure,
        "bound": figure.bound,
        "status": figure.status,
        "direction": figure.direction,
        "field": figure.field,
        "beneficiary": [*figure.beneficiary],
        "place": figure.place,
        "period": [day and day.isoformat() for day in figure.period],
        "documents": [*figure.documents],
        "document_ids": [*figure.document_ids],
        "outcome": figure.outcome,
        "part_of": figure.part_of,
        "rule": figure.rule,
        "found": {attribute: [*span] for attribute, span in figure.found.items()},
    }


def _citation(file: str, citation: Citation) -> Record:
    return {
        "record": "citation",
        "file": file,
        "start": citation.span.start,
        "end": citation.span.end,
        "quote": citation.quote,
        "evidence": [*citation.evidence],
        "type": citation.type,
        "number": citation.number,
        "issued": _day(citation.issued),
        "issuer": citation.issuer,
        "title": citation.title,
        "id": citation.id,
    }


def _relation(file: str, relation: Relation) -> Record:
    return {
        "record": "relation",
        "file": file,
        "evidence": [*relation.evidence],
        "subject": relation.subject,
        "predicate": relation.predicate,
        "object": relation.object,
        "subject_id": relation.subject_id,
        "object_id": relation.object_id,
    }


def _policy(file: str, policy: Policy) -> Record:
    return {
        "record": "policy",
        "file": file,
        "evidence": [*policy.evidence],
        "label": policy.label,
        "documents": [*policy.documents],
        "targets": [*policy.targets],
        "field": policy.field,
    }


def _agency(file: str, agency: Agency) -> Record:
    return {
        "record": "agency",
        "file": file,
        "name": agency.name,
        "forms": [*agency.forms],
        "id": agency.id,
        "mentions": [[*span] for span in agency.mentions],
    }


def _person(file: str, person: Person) -> Record:
    return {
        "record": "person",
        "file": file,
        "name": person.name,
        "role": person.role,
        "organisation": person.organisation,
        "mentions": [[*span] for span in person.mentions],
    }


def _number(file: str, number: Number) -> Record:
    (start, end), quote, use, reason = number
    return {
        "record": "number",
        "file": file,
        "start": start,
        "end": end,
        "quote": quote,
        "use": use,
        "reason": reason,
    }


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def plain(value: Decimal) -> str:
    """A decimal without exponent and without zeros that say nothing: 412000000, 10.89."""
    written = f"{value:f}"
    return (written.rstrip("0").rstrip(".") if "." in written else written) or "0"
