"""The ontology file itself: every term explained in two languages, nothing in the shapes that it does not declare."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from importlib.metadata import version

import pyoxigraph as ox
import pytest

from ansinh.checking.conversion import knowledge
from ansinh.namespaces import PREFIXES

ANS = PREFIXES["ans"]
OWL = PREFIXES["owl"]
SH = "http://www.w3.org/ns/shacl#"
ONTOLOGY = "https://w3id.org/ansinh/ontology"
KINDS = {f"{OWL}{kind}" for kind in ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty")}
STATEMENTS = [
    (quad.subject.value, quad.predicate.value, quad.object)
    for file, quad in knowledge("ontology")
    if file == "ansinh.ttl"
    and isinstance(quad.subject, ox.NamedNode)
    and isinstance(quad.object, ox.NamedNode | ox.Literal)
]
# what the model aligns to standard terms: own term -> the nearest one
ALIGNED = {
    "Article": "https://schema.org/NewsArticle",
    "Quotation": "http://www.w3.org/ns/oa#TextQuoteSelector",
    "Figure": "http://purl.org/linked-data/cube#Observation",
    "Outcome": "http://purl.org/linked-data/cube#ObservationGroup",
    "LegalDocument": "http://data.europa.eu/eli/ontology#LegalResource",
    "Agency": "http://www.w3.org/ns/org#FormalOrganization",
    "Person": "http://xmlns.com/foaf/0.1/Person",
    "Place": "http://purl.org/dc/terms/Location",
    "BeneficiaryGroup": "http://www.w3.org/2004/02/skos/core#Concept",
    "DocumentType": "http://data.europa.eu/eli/ontology#ResourceType",
    "value": "http://purl.org/linked-data/sdmx/2009/measure#obsValue",
    "unit": "http://purl.org/linked-data/sdmx/2009/attribute#unitMeasure",
    "figure": "http://purl.org/linked-data/cube#observation",
    "partOf": "http://purl.org/dc/terms/isPartOf",
    "place": "http://purl.org/dc/terms/spatial",
    "quotation": "http://www.w3.org/ns/prov#wasDerivedFrom",
    "summarises": "http://data.europa.eu/eli/ontology#cites",
}


def declared() -> dict[str, set[str]]:
    """The terms that the file declares, and what each is."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for subject, predicate, value in STATEMENTS:
        if predicate == f"{PREFIXES['rdf']}type" and value.value in KINDS:
            kinds[subject].add(value.value)
    return kinds


def said(subject: str, prefix: str, name: str) -> list[ox.NamedNode | ox.Literal]:
    """The values of a property of a term."""
    return [value for term, predicate, value in STATEMENTS if (term, predicate) == (subject, PREFIXES[prefix] + name)]


def languages(subject: str, name: str) -> set[str | None]:
    return {value.language for value in said(subject, "rdfs", name) if isinstance(value, ox.Literal)}


@pytest.mark.parametrize("term", sorted(term for term in declared() if term.startswith(ANS)))
def test_an_own_term_is_explained_in_both_languages(term: str) -> None:
    assert languages(term, "label") == {"en", "vi"}
    assert languages(term, "comment") == {"en", "vi"}
    assert [value.value for value in said(term, "rdfs", "isDefinedBy")] == [ONTOLOGY]


@pytest.mark.parametrize("term", sorted(term for term in declared() if not term.startswith(ANS)))
def test_a_term_of_others_has_labels_and_no_definition_of_ours(term: str) -> None:
    assert languages(term, "label") == {"en", "vi"}
    assert said(term, "rdfs", "comment") == []
    assert said(term, "rdfs", "isDefinedBy") == []


def test_a_term_is_of_one_kind() -> None:
    """A property that is two kinds at once would put the graph outside OWL 2 DL."""
    assert {term: kinds for term, kinds in declared().items() if len(kinds) > 1} == {}


@pytest.mark.parametrize("name", ALIGNED)
def test_own_terms_are_aligned_to_standard_ones(name: str) -> None:
    above = said(ANS + name, "rdfs", "subClassOf") + said(ANS + name, "rdfs", "subPropertyOf")
    assert ALIGNED[name] in [value.value for value in above]


def test_what_is_aligned_to_is_declared() -> None:
    for term, predicate, value in STATEMENTS:
        if predicate.rpartition("#")[2] in ("subClassOf", "subPropertyOf", "domain", "disjointWith"):
            assert value.value in declared(), term


def shape_terms() -> Iterator[str]:
    """The properties and classes that the shapes speak of, but for the paths of paths."""
    for _, quad in knowledge("shapes"):
        names = (
            "path",
            "inversePath",
            "class",
            "targetClass",
            "targetSubjectsOf",
            "targetObjectsOf",
            "disjoint",
            "equals",
        )
        if quad.predicate.value.removeprefix(SH) in names and isinstance(quad.object, ox.NamedNode):
            yield quad.object.value


def test_the_shapes_speak_of_declared_terms_only() -> None:
    built_in = (PREFIXES["rdf"], PREFIXES["rdfs"], PREFIXES["owl"])
    assert {t for t in shape_terms() if t not in declared() and not t.startswith(built_in)} == set()


def test_the_version_is_that_of_the_program() -> None:
    assert [value.value for value in said(ONTOLOGY, "owl", "versionInfo")] == [version("ansinh")]
