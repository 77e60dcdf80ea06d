"""Parameters become terms, whatever is in them."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ansinh.errors import QueryError
from ansinh.graph.terms import text
from ansinh.querying.binding import bound, term, values_block
from ansinh.querying.running import run, run_saved
from ansinh.querying.saved import MARKER, Parameter, ParameterType, saved_query

HOSTILE = (
    '"',
    "'",
    '" } DROP ALL #',
    "} DROP ALL",
    '") } UNION { ?s ?p ?o } #',
    "a\nb",
    "\\",
    "\\u0022",
    "{ ?x }",
    "<http://example.org/>",
    "?x",
    "# parameters",
    "\x00",
    "\U0001f600",
    "%s {0}",
)


def _parameter(kind: ParameterType) -> Parameter:
    return Parameter("x", kind, required=False, example="e", description={})


@pytest.mark.parametrize("value", HOSTILE)
def test_no_value_becomes_a_part_of_the_query(value: str, made_up_store: ox.Store) -> None:
    before = len(made_up_store)
    for name, parameter in (
        ("document-outcomes", "document"),
        ("policy-facts", "policy"),
        ("article-facts", "article"),
    ):
        assert list(run_saved(made_up_store, name, {parameter: value}).values) == []
    for name, parameter in (("documents", "place"), ("rates", "group"), ("gaps", "gap")):
        with pytest.raises(QueryError, match=f"there is no {parameter} .*; nearest: "):
            run_saved(made_up_store, name, {parameter: value})
    assert len(made_up_store) == before


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_out_as_it_went_in(value: str) -> None:
    test_a_value_comes_out_as_it_went_in(value)


@pytest.mark.parametrize("value", HOSTILE)
def test_a_value_comes_out_as_it_went_in(value: str) -> None:
    found = run(ox.Store(), f"SELECT ?x WHERE {{ {values_block({'x': text(value)})} }}")
    assert isinstance(found, ox.QuerySolutions)
    assert [solution["x"] for solution in found] == [ox.Literal(value)]


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("document-number", " 35 / 2024 / NQ-HĐND ", '"35/2024/nq-hdnd"'),
        ("place", "Quảng  Ninh", '"vn-13"'),
        ("place", "22", '"vn-13"'),
        ("place", "Lào Cai", '"lao cai"'),
        ("place", "VN-2025-15", '"vn-2025-15"'),
        ("group", "Hộ nghèo", '"poor-household"'),
        ("group", "ho ngheo", '"poor-household"'),
        ("group", "poor household", '"poor-household"'),
        ("group", "poor-household", '"poor-household"'),
        ("field", "Bảo hiểm y tế", '"health-insurance"'),
        ("measure", "poverty rate", '"poverty-rate"'),
        ("status", "reported", '"reported"'),
        ("document-type", "nghị quyết", '"resolution"'),
        ("agency", "Hội đồng nhân dân tỉnh", '"provincial people\'s council"'),
        ("agency", "Councils", '"councils"'),
        ("number", "1.5", '"1.5"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
        ("place", "VN-13", '"vn-13"'),
        ("text", "Hội đồng", '"hoi dong"'),
        ("notation", "poverty-rate", '"poverty-rate"'),
        ("notation", "VND/month", '"VND/month"'),
        ("integer", "12", '"12"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        ("date", "2024-11-30", '"2024-11-30"^^<http://www.w3.org/2001/XMLSchema#date>'),
        ("iri", "https://example.org/a", "<https://example.org/a>"),
    ],
)
def test_a_value_is_read_by_its_type(kind: ParameterType, value: str, expected: str) -> None:
    assert str(term(_parameter(kind), value)) == expected


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("document-number", " "),
        ("place", ""),
        ("text", ""),
        ("notation", "a b"),
        ("notation", '"'),
        ("integer", "twelve"),
        ("integer", "1.5"),
        ("number", "a lot"),
        ("number", "NaN"),
        ("number", "1e99"),
        ("group", " "),
        ("date", "30/11/2024"),
        ("date", "2024-02-30"),
        ("iri", "not an iri"),
        ("iri", "https://example.org/a b"),
        ("iri", "https://example.org/> } #"),
        ("text", "\udcff"),
    ],
)
def test_a_value_that_is_not_of_its_type_is_refused(kind: ParameterType, value: str) -> None:
    with pytest.raises(QueryError, match="the parameter 'x' must be") as caught:
        term(_parameter(kind), value)
    assert "\n" not in str(caught.value)


def test_parameters_that_are_missing_or_unknown_are_named() -> None:
    query = saved_query("document-outcomes")
    with pytest.raises(QueryError, match="needs the parameter 'document', as in -p document=35/2024/NQ-HDND"):
        bound(query, {})
    with pytest.raises(QueryError, match="has no parameter 'number'; its parameters: document, place"):
        bound(query, {"number": "1"})


def test_the_bound_query_says_the_values_at_every_marker() -> None:
    text_ = bound(saved_query("document-outcomes"), {"document": "1/2024/X", "place": "Lào Cai"})
    markers = len(MARKER.findall(saved_query("document-outcomes").text))
    assert markers > 1
    assert text_.count('VALUES (?documentParameter ?placeParameter) { ("1/2024/x" "lao cai") }') == markers
    assert "# parameters" not in text_
