"""The ontology is OWL 2 DL and free of contradictions, with the facts too; and what is absurd is found out."""

from __future__ import annotations

import shutil
from pathlib import Path

import pyoxigraph as ox
import pytest

from ansinh.checking.owl import check_ontology, undeclared_terms
from ansinh.errors import AnsinhError

FACTS = (Path(__file__).parent / "facts.ttl").read_text(encoding="utf-8")
NEEDS_JAVA = pytest.mark.skipif(
    shutil.which("java") is None, reason="needs Java: apt-get install default-jre-headless, then make check"
)
# what a graph may say by mistake, and a reasoner must object to
ABSURD = {
    "two values on one figure": ("ans:value 359.0", "ans:value 359.0 , 360.0"),
    "a value that is no number": ("ans:value 359.0", 'ans:value "many"'),
    "a quotation in a language": ('women." ;', 'women."@en ;'),
    "a figure that is an activity": ("a ans:Figure ;", "a ans:Figure , <http://www.w3.org/ns/prov#Activity> ;"),
    "a document that is an agency": ("a ans:LegalDocument ;", "a ans:LegalDocument , ans:Agency ;"),
}


def triples(turtle: str) -> list[ox.Triple]:
    return [quad.triple for quad in ox.parse(turtle.encode(), format=ox.RdfFormat.TURTLE)]


@NEEDS_JAVA
def test_the_ontology_and_the_facts_are_sound() -> None:
    report = check_ontology(triples(FACTS))
    assert report.undeclared == ()
    assert report.unsatisfiable == ()
    assert report.profile == "OWL 2 DL"
    assert report.consistent
    assert report.sound


@NEEDS_JAVA
@pytest.mark.parametrize("mistake", ABSURD)
def test_a_reasoner_objects(mistake: str) -> None:
    old, new = ABSURD[mistake]
    assert old in FACTS
    report = check_ontology(triples(FACTS.replace(old, new, 1)))
    assert not report.consistent
    assert not report.sound


@NEEDS_JAVA
def test_what_is_not_owl_dl_is_found_out() -> None:
    """A property that is used but not declared puts a graph outside OWL 2 DL."""
    report = check_ontology(triples(FACTS.replace("ans:value 359.0", "ans:vallue 359.0")))
    assert report.profile != "OWL 2 DL"
    assert "https://w3id.org/ansinh/ontology#vallue" in report.undeclared
    assert not report.sound


def test_without_java_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(AnsinhError, match="install a Java runtime"):
        check_ontology()


def test_every_term_of_the_vocabularies_and_of_the_facts_is_declared() -> None:
    assert undeclared_terms(triples(FACTS)) == ()


def test_an_undeclared_property_and_class_are_told() -> None:
    turtle = FACTS.replace("ans:value 359.0", "ans:vallue 359.0").replace("a ans:Finding", "a ans:Fining")
    assert set(undeclared_terms(triples(turtle))) >= {
        "https://w3id.org/ansinh/ontology#Fining",
        "https://w3id.org/ansinh/ontology#vallue",
    }
