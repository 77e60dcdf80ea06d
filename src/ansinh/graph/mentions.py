"""What an article cites and names: citations, relations, and the mentions of policies, agencies and persons.

Each says what is printed, so that the shared graphs can be computed from these statements alone.
"""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from ansinh.errors import KnowledgeError
from ansinh.graph.collector import Collector
from ansinh.graph.terms import Term, concept, day, integer, name, node, text
from ansinh.model import Citation, Relation, Span
from ansinh.namespaces import ID, slug
from ansinh.vocabulary import concepts


def add_citations(collector: Collector) -> None:
    """Say every printed mention of a legal document."""
    for citation in collector.extraction.citations:
        _add_citation(collector, citation)


def add_relations(collector: Collector) -> None:
    """Say what one document does to another, with its sentence."""
    for relation in collector.extraction.relations:
        collector.add_all(
            collector.part(f"relation/{_relation_slug(relation)}"),
            {
                "rdf:type": [name("ans:Relation")],
                "ans:subject": [node(relation.subject_id)],
                "ans:predicate": [relation_property(relation.predicate)],
                "ans:object": [node(relation.object_id)],
                "ans:quotation": [collector.quotation(relation.evidence)],
            },
        )


def relation_property(notation: str) -> ox.NamedNode:
    """The property that a relation stands for: amends is eli:amends."""
    link = concepts("relation")[notation].link("property") if notation in concepts("relation") else None
    if link is None:
        raise KnowledgeError(f"ontology: the relation {notation!r} needs an ans:property")
    return node(link)


def add_policies(collector: Collector) -> None:
    """Say what the article calls a policy: whom it is for, what it is on, which documents set it out."""
    language = collector.extraction.article.language
    for policy in collector.extraction.policies:
        printed = collector.extraction.text.find(policy.label, policy.evidence.start, policy.evidence.end)
        place = str(printed) if printed >= 0 else slug(policy.label)
        _add_mention(
            collector,
            f"policy/{place}",
            policy.id,
            [policy.evidence],
            {
                "ans:statedLabel": [text(policy.label, language)],
                "ans:statedTarget": [concept("group", target) for target in policy.targets],
                "ans:statedField": [concept("field", policy.field)] if policy.field else [],
                "ans:statedDocument": [node(iri) for iri in policy.document_ids],
            },
        )


def add_agencies(collector: Collector) -> None:
    """Say under which names the article speaks of an agency, the fullest first."""
    language = collector.extraction.article.language
    for agency in collector.extraction.agencies:
        _add_mention(
            collector,
            _path("agency", agency.id),
            agency.id,
            agency.mentions,
            {
                "ans:statedLabel": [text(agency.name, language)],
                "ans:statedForm": [text(form, language) for form in agency.forms],
            },
        )


def add_persons(collector: Collector) -> None:
    """Say which office the article gives a person."""
    language = collector.extraction.article.language
    for person in collector.extraction.persons:
        _add_mention(
            collector,
            _path("person", person.id),
            person.id,
            person.mentions,
            {
                "ans:statedLabel": [text(person.name)],
                "ans:statedRole": [text(person.role, language)],
                "ans:statedOrganisation": [text(person.organisation, language)] if person.organisation else [],
                "ans:statedAgency": [node(person.agency_id)] if person.agency_id else [],
            },
        )


def _path(kind: str, iri: str) -> str:
    """Where an article speaks of an agency or a person: it does so once, however often it prints the name."""
    return f"{kind}/{slug(iri.removeprefix(f'{ID}{kind}/'))}"


def _add_citation(collector: Collector, citation: Citation) -> None:
    collector.add_all(
        collector.part(f"citation/{citation.span.start}"),
        {
            "rdf:type": [name("ans:Citation")],
            "ans:document": [node(citation.id)],
            "ans:statedType": [concept("type", citation.type)],
            "ans:statedNumber": [text(citation.number)] if citation.number else [],
            "ans:statedDate": [day(citation.issued)] if citation.issued else [],
            "ans:statedIssuer": [concept("issuer", citation.issuer)] if citation.issuer else [],
            "ans:statedTitle": [text(citation.title, collector.extraction.article.language)] if citation.title else [],
            "ans:printed": [text(citation.quote)],
            "ans:start": [integer(citation.span.start)],
            "ans:end": [integer(citation.span.end)],
            "ans:quotation": [collector.quotation(citation.evidence)],
        },
    )


def _add_mention(
    collector: Collector, path: str, iri: str, passages: Iterable[Span], stated: dict[str, list[Term]]
) -> None:
    quotations = [collector.quotation(passage) for passage in passages]
    collector.add_all(
        collector.part(path),
        {"rdf:type": [name("ans:Mention")], "ans:mentioned": [node(iri)], "ans:quotation": quotations, **stated},
    )
    for quotation in quotations:
        collector.add_all(quotation, {"schema:mentions": [node(iri)]})


def _relation_slug(relation: Relation) -> str:
    return slug(" ".join((_identity(relation.subject_id), relation.predicate, _identity(relation.object_id))))


def _identity(iri: str) -> str:
    """What an IRI says of a document: vn-13/resolution/35-2024-nq-hdnd."""
    return iri.rpartition("/document/")[2]
