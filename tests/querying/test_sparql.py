"""Any SPARQL query: its forms, its formats, and what is refused."""

from __future__ import annotations

import io
import json
from typing import cast

import pyoxigraph as ox
import pytest

from ansinh.errors import QueryError
from ansinh.querying.answers import AnswerFormat, write_answer
from ansinh.querying.running import run

SELECT = "SELECT ?value WHERE { ?figure ans:value ?value } ORDER BY ?value"
CONSTRUCT = "CONSTRUCT { ?figure ans:value ?value } WHERE { ?figure ans:value ?value }"


def _answer(store: ox.Store, query: str, form: str | None = None) -> str:
    out = io.StringIO()
    write_answer(run(store, query), cast("AnswerFormat | None", form), out)
    return out.getvalue()


def test_select_as_rows_and_in_the_formats_of_sparql(made_up_store: ox.Store) -> None:
    assert _answer(made_up_store, SELECT, "csv").splitlines()[:3] == ["value", "4", "5"]
    bindings = json.loads(_answer(made_up_store, SELECT, "sparql-json"))["results"]["bindings"]
    assert bindings[0]["value"]["datatype"].endswith("#decimal")
    assert "<sparql" in _answer(made_up_store, SELECT, "sparql-xml")
    assert _answer(made_up_store, SELECT, "sparql-tsv").startswith('?value\n"4"^^<')
    assert "900,000,000" in _answer(made_up_store, SELECT)


def test_ask(made_up_store: ox.Store) -> None:
    assert json.loads(_answer(made_up_store, "ASK { ?s ans:value 4.0 }", "json")) == [{"answer": True}]
    assert json.loads(_answer(made_up_store, "ASK { ?s ans:value 6.0 }", "sparql-json"))["boolean"] is False


@pytest.mark.parametrize(
    ("form", "syntax"),
    [
        (None, ox.RdfFormat.TURTLE),
        ("turtle", ox.RdfFormat.TURTLE),
        ("n-triples", ox.RdfFormat.N_TRIPLES),
        ("json-ld", ox.RdfFormat.JSON_LD),
        ("rdf-xml", ox.RdfFormat.RDF_XML),
    ],
)
def test_construct(made_up_store: ox.Store, form: str | None, syntax: ox.RdfFormat) -> None:
    assert len(list(ox.parse(_answer(made_up_store, CONSTRUCT, form).encode(), format=syntax))) == 6


def test_describe(made_up_store: ox.Store) -> None:
    assert "foaf:name" in _answer(made_up_store, "DESCRIBE <https://w3id.org/ansinh/id/person/vn-13/tran-van-b>")


def test_graphs_can_be_asked_by_name(made_up_store: ox.Store) -> None:
    query = "SELECT (COUNT(DISTINCT ?g) AS ?n) WHERE { GRAPH ?g { ?s a ans:Article } }"
    assert _answer(made_up_store, query, "csv").splitlines() == ["n", "1"]


@pytest.mark.parametrize(
    ("query", "form"), [(SELECT, "turtle"), (CONSTRUCT, "csv"), (CONSTRUCT, "sparql-json"), ("ASK {}", "json-ld")]
)
def test_a_format_that_does_not_fit_says_which_do(made_up_store: ox.Store, query: str, form: str) -> None:
    with pytest.raises(QueryError, match="use "):
        _answer(made_up_store, query, form)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * WHERE { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * WHERE { service silent <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p '#' . SERVICE ?x { } }",
        "SELECT * { ?s ?p 'it''s' . SERVICE<http://127.0.0.1:1/>{ } }",
        "PREFIX : <http://127.0.0.1:1/> SELECT * { SERVICE:x { ?s ?p ?o } }",
        'SELECT * { ?s ?p """a\n"b" """ SERVICE <http://127.0.0.1:1/> { } }',
    ],
)
def test_another_server_is_not_asked_unless_allowed(made_up_store: ox.Store, query: str) -> None:
    with pytest.raises(QueryError, match="--online"):
        run(made_up_store, query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service WHERE { ?service a ans:Article } # SERVICE",
        "SELECT * WHERE { ?s ?p 'SERVICE' , \"SERVICE\" , '''a ' SERVICE''' }",
        "PREFIX a: <http://example.org/SERVICE/> SELECT * WHERE { ?s a:service ?o }",
    ],
)
def test_the_word_alone_is_no_service(made_up_store: ox.Store, query: str) -> None:
    run(made_up_store, query)


@pytest.mark.parametrize("query", ["", "SELEC ?s", "SELECT ?x WHERE { ?s nope:p ?x }", "DROP ALL", "LOAD <http://x/>"])
def test_what_is_no_query_is_one_line(made_up_store: ox.Store, query: str) -> None:
    with pytest.raises(QueryError, match="not a SPARQL query") as caught:
        run(made_up_store, query)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 120


def test_the_message_tells_where_and_why(made_up_store: ox.Store) -> None:
    with pytest.raises(QueryError, match=r"in line 2, column \d+, at .*: a prefix is not declared"):
        run(made_up_store, "SELECT ?x\n{ ?s nope:p ?x }")
