"""The legal documents and policies: computed, document by document, from what all articles state of them.

A document has what its statements agree on. Where they disagree it has nothing, and a finding says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import pyoxigraph as ox

from ansinh.graph.findings import FINDINGS
from ansinh.graph.places import place_of
from ansinh.graph.statements import Statement, stated
from ansinh.graph.terms import Term, concept, graph, name, node, quad, text, type_
from ansinh.namespaces import search_key, slug

DOCUMENTS = graph("documents")

# property of the document <- what citations state of it: one value, or a finding
_AGREED = {
    "eli:type_document": "statedType",
    "eli:passed_by": "statedIssuer",
    "eli:date_document": "statedDate",
}
_ASPECTS = {"statedType": "loại văn bản", "statedIssuer": "cơ quan ban hành", "statedDate": "ngày ban hành"}


@cache
def _approved() -> frozenset[Term]:
    return frozenset(concept("type", notation) for notation in ("programme", "project"))


def document_quads(iri: str, citations: Sequence[Statement], relations: Sequence[Statement]) -> Iterator[ox.Quad]:
    """One legal document, from the citations that name it and the relations that it is the subject of."""
    document = node(iri)
    numbers = stated(citations, "statedNumber")
    titles = stated(citations, "statedTitle")
    yield quad(document, type_, name("ans:LegalDocument"), DOCUMENTS)
    for number in numbers[:1]:
        yield quad(document, name("eli:id_local"), number, DOCUMENTS)
    for key in sorted({search_key(number.value) for number in numbers}):
        yield quad(document, name("ans:searchKey"), text(key), DOCUMENTS)
    for title in titles[:1]:
        yield quad(document, name("dcterms:title"), title, DOCUMENTS)
    place = place_of(iri)
    if place:
        yield quad(document, name("eli:jurisdiction"), node(place.iri), DOCUMENTS)
    for property_, source in _AGREED.items():
        yield from _agreed(document, property_, source, citations)
    for relation in relations:
        for predicate in relation.values.get("predicate", ()):
            for other in relation.values.get("object", ()):
                if isinstance(predicate, ox.NamedNode):
                    yield quad(document, predicate, other, DOCUMENTS)


def policy_quads(iri: str, mentions: Sequence[Statement]) -> Iterator[ox.Quad]:
    """One policy, from the mentions of it: what sets it out, whom it is for, what it is on."""
    policy = node(iri)
    yield quad(policy, type_, name("ans:Policy"), DOCUMENTS)
    for label in stated(mentions, "statedLabel")[:1]:
        yield quad(policy, name("rdfs:label"), label, DOCUMENTS)
    for property_, source in (
        ("ans:establishedBy", "statedDocument"),
        ("ans:targets", "statedTarget"),
        ("ans:field", "statedField"),
    ):
        for value in stated(mentions, source):
            yield quad(policy, name(property_), value, DOCUMENTS)


def finding_iris(iri: str) -> Iterator[ox.NamedNode]:
    """The findings that there may be on a document."""
    for source in _AGREED.values():
        yield node(f"{iri}/finding/{slug(source.removeprefix('stated'))}")


def _agreed(document: ox.NamedNode, property_: str, source: str, citations: Sequence[Statement]) -> Iterator[ox.Quad]:
    values = stated(citations, source)
    if source == "statedType":
        # "Program 1719" is what people call a decision by the programme that it approves
        values = [value for value in values if value not in _approved()] or values
    if len(values) == 1:
        yield quad(document, name(property_), values[0], DOCUMENTS)
    elif values:
        yield from _finding(document, source, citations)


def _finding(document: ox.NamedNode, source: str, citations: Sequence[Statement]) -> Iterator[ox.Quad]:
    aspect = slug(source.removeprefix("stated"))
    finding = node(f"{document.value}/finding/{aspect}")
    values = ", ".join(sorted(_printed(value) for value in stated(citations, source)))
    yield quad(finding, type_, name("ans:Finding"), FINDINGS)
    yield quad(finding, name("ans:findingKind"), concept("finding", "statement"), FINDINGS)
    yield quad(finding, name("ans:verdict"), concept("verdict", "off"), FINDINGS)
    yield quad(finding, name("ans:about"), document, FINDINGS)
    yield quad(finding, name("rdfs:comment"), text(f"the articles state different {aspect}s: {values}", "en"), FINDINGS)
    told_vi = f"các bài báo nêu {_ASPECTS[source]} khác nhau: {values}"
    yield quad(finding, name("rdfs:comment"), text(told_vi, "vi"), FINDINGS)
    for citation in citations:
        if citation.values.get(source):
            yield quad(finding, name("ans:about"), node(citation.iri), FINDINGS)


def _printed(value: Term) -> str:
    return value.value.rpartition("/")[2] if isinstance(value, ox.NamedNode) else value.value
