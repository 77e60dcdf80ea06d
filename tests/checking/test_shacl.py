"""The door to pySHACL: what it takes, what it gives, and that handing targets down changes nothing."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib

from ansinh.checking.conversion import converted, knowledge
from ansinh.checking.results import SHACL, Result, read_report
from ansinh.checking.shacl import validate_graph, validate_vocabulary
from ansinh.errors import KnowledgeError

FACTS = (Path(__file__).parent / "facts.ttl").read_text(encoding="utf-8")
FIGURE = "https://w3id.org/ansinh/id/article/one/figure/160"
ODD = (
    FACTS.replace("ans:value 359.0", "ans:value 121400000.0")
    .replace('    schema:publisher "Báo Quảng Ninh" ;\n', "")
    .replace("    ans:unit unit:percent ;\n", "")
    .replace("ans:kind kind:change", "ans:kind kind:count")
)


def triples(turtle: str) -> list[ox.Triple]:
    return [quad.triple for quad in ox.parse(turtle.encode(), format=ox.RdfFormat.TURTLE)]


def test_triples_quads_and_rdflib_graphs_give_the_same() -> None:
    graph = rdflib.Graph().parse(data=ODD, format="turtle")
    quads = [ox.Quad(t.subject, t.predicate, t.object, ox.NamedNode("urn:g")) for t in triples(ODD)]
    assert validate_graph(triples(ODD)) == validate_graph(quads) == validate_graph(iter(quads)) == validate_graph(graph)


def test_the_worst_comes_first_and_the_order_of_the_triples_is_nothing() -> None:
    results = validate_graph(triples(ODD))
    assert [r.severity for r in results] == ["Violation", "Violation", "Warning", "Info"]
    assert validate_graph(reversed(triples(ODD))) == results


def test_a_result_says_it_all() -> None:
    people = next(r for r in validate_graph(triples(ODD)) if r.severity == "Warning")
    assert people == Result(
        severity="Warning",
        focus=FIGURE,
        path="https://w3id.org/ansinh/ontology#value",
        value="121400000.0",
        shape="https://w3id.org/ansinh/shapes#Figure-people",
        component="SPARQLConstraintComponent",
        message=people.message,
        message_vi=people.message_vi,
    )
    assert people.message.startswith("More people than live in the place")
    assert people.message_vi.startswith("Số người lớn hơn dân số của địa phương")


def test_an_empty_graph_is_valid() -> None:
    assert validate_graph([]) == ()


def test_the_vocabularies_break_nothing() -> None:
    assert validate_vocabulary() == ()


def test_pyshacl_by_itself_finds_the_same() -> None:
    """Targets handed down and queries prepared are for speed only: the shapes as they stand give the same results."""
    shapes = rdflib.Graph()
    for triple in converted(quad for file, quad in knowledge("shapes") if file not in ("concept.ttl", "place.ttl")):
        shapes.add(triple)
    data = rdflib.Graph().parse(data=ODD, format="turtle")
    for triple in converted(quad for _, quad in knowledge("ontology")):
        data.add(triple)
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes)
    assert isinstance(report, rdflib.Graph)
    assert read_report(report, shapes) == validate_graph(triples(ODD))


def test_the_shapes_are_shapes() -> None:
    """What the shapes of SHACL say of our shapes."""
    shapes = rdflib.Graph()
    for triple in converted(quad for _, quad in knowledge("shapes")):
        shapes.add(triple)
    _, report, _ = pyshacl.validate(rdflib.Graph(), shacl_graph=shapes, meta_shacl=True)
    assert isinstance(report, rdflib.Graph)
    assert (None, rdflib.URIRef(f"{SHACL}result"), None) not in report


def test_a_file_that_is_not_turtle_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "broken.ttl").write_text("this is no Turtle", encoding="utf-8")
    monkeypatch.setattr("ansinh.checking.conversion.folder", lambda _: tmp_path)
    with pytest.raises(KnowledgeError, match=r"shapes/broken\.ttl is not Turtle"):
        list(knowledge("shapes"))
