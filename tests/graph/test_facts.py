"""One article's graph, triple by triple."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import pytest

from ansinh.errors import KnowledgeError
from ansinh.graph.facts import article_quads
from ansinh.graph.knowledge_graphs import knowledge_quads
from ansinh.graph.terms import name
from ansinh.model import Extraction
from ansinh.namespaces import ID
from ansinh.relating import extract_text
from tests.graph.made_up import NEW, figure, made_up, value_of

ARTICLE = f"{ID}article/made-up"


def _told(subject: str, predicate: str, extraction: Extraction | None = None) -> list[str]:
    quads = article_quads(extraction or made_up())
    return [value_of(q.object) for q in quads if q.subject == ox.NamedNode(subject) and q.predicate == name(predicate)]


def _at(words: str) -> int:
    return made_up().text.index(words)


def test_a_figure_says_all_that_was_read() -> None:
    figure_iri = f"{ARTICLE}/figure/{_at('1,200')}"
    expected = {
        "rdf:type": [name("ans:Figure").value],
        "ans:value": ["1200"],
        "ans:unit": [f"{ID}unit/person"],
        "ans:counted": ["people"],
        "ans:kind": [f"{ID}kind/count"],
        "ans:measure": [f"{ID}measure/recipients"],
        "ans:bound": [f"{ID}bound/exact"],
        "ans:status": [f"{ID}status/reported"],
        "ans:direction": [],
        "ans:periodStart": [],
        "ans:periodEnd": ["2025-05-31"],
        "ans:field": [f"{ID}field/health-insurance"],
        "ans:beneficiary": [f"{ID}group/poor-household"],
        "ans:place": [f"{ID}place/vn-13"],
        "ans:resultOf": [NEW],
        "ans:partOf": [],
        "ans:printed": ["1,200"],
        "ans:start": [str(_at("1,200"))],
        "ans:end": [str(_at("1,200") + 5)],
        "ans:rule": [f"{ID}rule/by-hand"],
    }
    assert {predicate: _told(figure_iri, predicate) for predicate in expected} == expected


@pytest.mark.parametrize(
    ("value", "written"),
    [("1.5E+9", "1500000000"), ("10.890", "10.89"), ("0.0", "0"), ("44100000000", "44100000000"), ("5E-3", "0.005")],
)
def test_a_value_is_a_plain_decimal(value: str, written: str) -> None:
    extraction = made_up(figures=(figure("1,200", value, "person", "a"),))
    [literal] = [q.object for q in article_quads(extraction) if q.predicate == name("ans:value")]
    assert literal == ox.Literal(written, datatype=name("xsd:decimal"))
    assert Decimal(written) == Decimal(value)


def test_every_fact_leads_to_a_passage_that_holds_it() -> None:
    quads = article_quads(made_up())
    facts = {"Figure", "Citation", "Relation", "Mention"}
    kinds = {q.subject: value_of(q.object).rpartition("#")[2] for q in quads if q.predicate == name("rdf:type")}
    quoted = {q.subject for q in quads if q.predicate == name("ans:quotation")}
    assert {subject for subject, kind in kinds.items() if kind in facts} == quoted
    exact: dict[object, str] = {q.subject: value_of(q.object) for q in quads if q.predicate == name("oa:exact")}
    printed = {q.subject: value_of(q.object) for q in quads if q.predicate == name("ans:printed")}
    for quad in quads:
        if quad.predicate == name("ans:quotation") and quad.subject in printed:
            assert printed[quad.subject] in exact[quad.object]


def test_facts_of_one_passage_share_its_quotation() -> None:
    quads = article_quads(made_up())
    first = _told(f"{ARTICLE}/figure/{_at('1,200')}", "ans:quotation")
    assert first == _told(f"{ARTICLE}/figure/{_at('900 million')}", "ans:quotation")
    assert sum(value_of(q.subject) == first[0] and q.predicate == name("oa:exact") for q in quads) == 1


def test_the_subjects_of_an_article_graph_begin_with_its_address() -> None:
    for quad in article_quads(made_up()):
        assert value_of(quad.subject).startswith(ARTICLE)
        assert quad.graph_name == ox.NamedNode(f"{ID}graph/article/made-up")


def test_an_outcome_has_what_its_figures_share() -> None:
    outcome = f"{ARTICLE}/outcome/{_at('300')}"
    assert _told(outcome, "ans:field") == [f"{ID}field/health-insurance"]
    assert _told(outcome, "ans:beneficiary") == [f"{ID}group/poor-household", f"{ID}group/student"]
    assert _told(outcome, "ans:place") == [f"{ID}place/vn-13"]
    assert _told(outcome, "ans:resultOf") == [NEW]
    assert len(_told(outcome, "ans:figure")) == 2
    assert _told(f"{ARTICLE}/outcome/{_at('4 of')}", "ans:partOf") == [f"{ARTICLE}/outcome/{_at('5 communes')}"]


def test_an_outcome_has_nothing_that_its_figures_do_not_share() -> None:
    extraction = made_up(
        figures=(
            figure("1,200", "1200", "person", "a"),
            figure("900 million", "900000000", "VND", "a", field="housing", place="VN-05", document_ids=()),
        )
    )
    outcome = f"{ARTICLE}/outcome/{_at('1,200')}"
    for predicate in ("ans:field", "ans:place", "ans:resultOf", "ans:partOf"):
        assert _told(outcome, predicate, extraction) == []


@pytest.mark.parametrize(
    ("first", "second", "shared"),
    [
        (("student",), (), ["student"]),
        (("student", "poor-household"), ("student",), ["student"]),
        (("student",), ("teacher",), []),
        ((), (), []),
    ],
)
def test_a_figure_without_groups_does_not_void_those_of_its_outcome(
    first: tuple[str, ...], second: tuple[str, ...], shared: list[str]
) -> None:
    extraction = made_up(
        figures=(
            figure("1,200", "1200", "person", "a", beneficiary=first),
            figure("900 million", "900000000", "VND", "a", beneficiary=second),
        )
    )
    groups = _told(f"{ARTICLE}/outcome/{_at('1,200')}", "ans:beneficiary", extraction)
    assert groups == [f"{ID}group/{group}" for group in shared]


def test_the_name_of_the_outcome_does_not_matter_but_where_it_starts() -> None:
    renamed = made_up(figures=tuple(figure("1,200", "1200", "person", outcome) for outcome in ("anything",)))
    same = made_up(figures=(figure("1,200", "1200", "person", "else"),))
    assert article_quads(renamed) == article_quads(same)


def test_the_folder_of_a_file_is_no_fact() -> None:
    assert article_quads(made_up(file="a/b/made-up.txt")) == article_quads(made_up(file="/elsewhere/made-up.txt"))


def test_an_identifier_that_the_vocabularies_do_not_have_is_named() -> None:
    with pytest.raises(KnowledgeError, match="'unit' has no notation 'furlong'"):
        article_quads(made_up(figures=(figure("1,200", "1200", "furlong", "a"),)))


def test_the_data_set_says_what_it_has_of_an_article_and_holds_to_it() -> None:
    quads = knowledge_quads()
    told = [q.object for q in quads if q.predicate == name("dcterms:rights")]
    rights = {each.language: each.value for each in told if isinstance(each, ox.Literal)}
    assert set(rights) == {"en", "vi"}
    assert all("300" in each for each in rights.values())
    for path in sorted((Path(__file__).parents[2] / "seeds").glob("*.txt")):
        extraction = extract_text(path.name, path.read_bytes())
        literals = [q.object.value for q in article_quads(extraction) if isinstance(q.object, ox.Literal)]
        assert max(map(len, literals)) <= 300
