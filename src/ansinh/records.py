"""An extraction as the JSON objects of `ansinh extract`: the public form of what was read out of an article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ansinh.model import Agency, Article, Citation, Extraction, Figure, Number, Person, Policy, Relation, Span

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
    for kind, found in _kinds(extraction):
        yield {"record": kind, "file": file, **found}


def _kinds(extraction: Extraction) -> Iterator[tuple[str, Record]]:
    yield "article", _article(extraction.article)
    yield from (("figure", _figure(figure)) for figure in extraction.figures)
    yield from (("citation", _citation(citation)) for citation in extraction.citations)
    yield from (("relation", _relation(relation)) for relation in extraction.relations)
    yield from (("policy", _policy(policy)) for policy in extraction.policies)
    yield from (("agency", _agency(agency)) for agency in extraction.agencies)
    yield from (("person", _person(person)) for person in extraction.persons)
    yield from (("number", _number(number)) for number in extraction.numbers)


def _article(article: Article) -> Record:
    return {
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


def _figure(figure: Figure) -> Record:
    return {
        **_place(figure.span, figure.quote),
        "evidence": list(figure.evidence),
        "value": plain(figure.value),
        "unit": figure.unit,
        "counted": figure.counted,
        "kind": figure.kind,
        "measure": figure.measure,
        "bound": figure.bound,
        "status": figure.status,
        "direction": figure.direction,
        "field": figure.field,
        "beneficiary": list(figure.beneficiary),
        "place": figure.place,
        "period": [_day(figure.period.first), _day(figure.period.last)],
        "documents": list(figure.documents),
        "document_ids": list(figure.document_ids),
        "outcome": figure.outcome,
        "part_of": figure.part_of,
        "rule": figure.rule,
        "found": _found(figure.found),
    }


def _citation(citation: Citation) -> Record:
    return {
        **_place(citation.span, citation.quote),
        "evidence": list(citation.evidence),
        "type": citation.type,
        "number": citation.number,
        "issued": _day(citation.issued),
        "issuer": citation.issuer,
        "title": citation.title,
        "id": citation.id,
    }


def _relation(relation: Relation) -> Record:
    return {
        "evidence": list(relation.evidence),
        "subject": relation.subject,
        "predicate": relation.predicate,
        "object": relation.object,
        "subject_id": relation.subject_id,
        "object_id": relation.object_id,
    }


def _policy(policy: Policy) -> Record:
    return {
        "evidence": list(policy.evidence),
        "label": policy.label,
        "documents": list(policy.documents),
        "targets": list(policy.targets),
        "field": policy.field,
    }


def _agency(agency: Agency) -> Record:
    return {
        "name": agency.name,
        "forms": list(agency.forms),
        "id": agency.id,
        "mentions": [list(span) for span in agency.mentions],
    }


def _person(person: Person) -> Record:
    return {
        "name": person.name,
        "role": person.role,
        "organisation": person.organisation,
        "mentions": [list(span) for span in person.mentions],
    }


def _number(number: Number) -> Record:
    return {**_place(number.span, number.quote), "use": number.use, "reason": number.reason}


def _place(span: Span, quote: str) -> Record:
    return {"start": span.start, "end": span.end, "quote": quote}


def _found(found: Mapping[str, Span]) -> Record:
    return {attribute: list(found[attribute]) for attribute in sorted(found)}


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def plain(value: Decimal) -> str:
    """A decimal without exponent and without zeros that say nothing: 412000000, 10.89."""
    written = f"{value:f}"
    return (written.rstrip("0").rstrip(".") if "." in written else written) or "0"
