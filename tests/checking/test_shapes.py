"""Every constraint of every shape refuses what it is there to refuse, and says in two languages what to do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from ansinh.checking.conversion import knowledge
from ansinh.checking.shacl import Result, validate_graph, validate_vocabulary
from tests.checking.mutants import FACTS, VOCABULARY, Mutant

HERE = Path(__file__).parent
SH = "http://www.w3.org/ns/shacl#"
SHAPES = "https://w3id.org/ansinh/shapes#"
GRAPH = [quad.triple for _, quad in knowledge("shapes")]
# parameters that make a constraint, with the component that a result names
COMPONENTS = {
    parameter: parameter[0].upper() + parameter[1:]
    for parameter in (
        "minCount maxCount datatype class nodeKind pattern minLength minInclusive maxInclusive lessThan hasValue or in"
        " lessThanOrEquals disjoint uniqueLang languageIn qualifiedMinCount equals node xone and not closed maxLength"
        " minExclusive maxExclusive qualifiedMaxCount"
    ).split()
} | {"sparql": "SPARQL"}
PATHS = {"LegalDocument-relation": "http://data.europa.eu/eli/ontology#amends"} | {
    "Outcome-own-part": "https://w3id.org/ansinh/ontology#partOf",
    "Quotation-length": "http://www.w3.org/ns/oa#exact",
}


def values(subject: object, parameter: str) -> list[object]:
    return [t.object for t in GRAPH if t.subject == subject and t.predicate.value == SH + parameter]


def text(term: object) -> str:
    return str(getattr(term, "value", term))


def items(head: object) -> Iterator[object]:
    rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    for triple in GRAPH:
        if triple.subject == head and triple.predicate.value == f"{rdf}first":
            yield triple.object
    for triple in GRAPH:
        if triple.subject == head and triple.predicate.value == f"{rdf}rest":
            yield from items(triple.object)


def path_of(path: object) -> str:
    if inverse := values(path, "inversePath"):
        return f"^{path_of(inverse[0])}"
    if ways := values(path, "alternativePath"):
        return "|".join(path_of(way) for way in items(ways[0]))
    return text(path)


def shape_names() -> list[str]:
    named = {t.subject.value for t in GRAPH if isinstance(t.subject, ox.NamedNode)}
    return sorted(n.removeprefix(SHAPES) for n in named if n != SHAPES and not n.startswith(f"{SHAPES}prefix-"))


def node(name: str) -> ox.NamedNode:
    return ox.NamedNode(SHAPES + name)


def mutated(file: str, edits: tuple[tuple[str, str], ...]) -> list[ox.Triple]:
    turtle = (HERE / file).read_text(encoding="utf-8")
    for old, new in edits:
        assert old in turtle, f"{file} does not have {old!r}"
        turtle = turtle.replace(old, new, 1)
    return [quad.triple for quad in ox.parse(turtle.encode(), format=ox.RdfFormat.TURTLE)]


def assert_refused(results: tuple[Result, ...], mutant: Mutant) -> None:
    shape = node(mutant.shape)
    path = PATHS.get(mutant.shape) or next((path_of(p) for p in values(shape, "path")), None)
    severity = text(values(shape, "severity")[0]).removeprefix(SH)
    found = {(r.shape, r.path, r.component, r.severity) for r in results}
    assert (shape.value, path, f"{mutant.component}ConstraintComponent", severity) in found, results


def test_the_valid_graphs_break_nothing() -> None:
    assert validate_graph(mutated("facts.ttl", ())) == ()
    assert validate_vocabulary(mutated("vocabulary.ttl", ())) == ()


@pytest.mark.parametrize("mutant", FACTS, ids=lambda m: f"{m.shape}-{m.component}")
def test_a_constraint_on_facts_refuses(mutant: Mutant) -> None:
    assert_refused(validate_graph(mutated("facts.ttl", mutant.edits)), mutant)


@pytest.mark.parametrize("mutant", VOCABULARY, ids=lambda m: f"{m.shape}-{m.component}")
def test_a_constraint_on_vocabularies_refuses(mutant: Mutant) -> None:
    assert_refused(validate_vocabulary(mutated("vocabulary.ttl", mutant.edits)), mutant)


def test_every_constraint_has_a_mutant() -> None:
    constraints = {
        (name, COMPONENTS[parameter])
        for name in shape_names()
        for t in GRAPH
        if t.subject == node(name) and (parameter := t.predicate.value.removeprefix(SH)) in COMPONENTS
    }
    assert constraints == {(mutant.shape, mutant.component) for mutant in (*FACTS, *VOCABULARY)}


@pytest.mark.parametrize("name", shape_names())
def test_a_shape_says_in_both_languages_what_to_do(name: str) -> None:
    constrains = any(t.subject == node(name) and t.predicate.value.removeprefix(SH) in COMPONENTS for t in GRAPH)
    messages = {getattr(m, "language", None): text(m) for m in values(node(name), "message")}
    assert not constrains or (set(messages) == {"en", "vi"} and all(messages.values()))
    assert not constrains or len(values(node(name), "severity")) == 1


def test_results_carry_both_messages() -> None:
    turtle = mutated("facts.ttl", (("ans:value 359.0", "ans:value 359"), ('ans:printed "359"', 'ans:printed "395"')))
    for result in validate_graph(turtle):
        assert result.message
        assert result.message_vi
        assert result.message != result.message_vi


def test_every_class_of_facts_has_a_shape() -> None:
    targets = {text(t.object).rpartition("#")[2] for t in GRAPH if t.predicate.value == f"{SH}targetClass"}
    facts = (
        "Article Quotation Figure Outcome Citation Relation Mention LegalDocument Policy Agency Person Finding Place"
        " Decision Amendment RejectedFigure"
    )
    assert targets >= set(facts.split()) | {"Concept"}
