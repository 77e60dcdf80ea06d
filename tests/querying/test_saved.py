"""The files of the saved queries: their headers, and that every one of them runs."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from ansinh.errors import KnowledgeError, QueryError
from ansinh.querying.binding import bound
from ansinh.querying.running import rows, run, run_saved
from ansinh.querying.saved import SavedQuery, read_query, saved_queries, saved_query

QUERIES = {query.name: query for query in saved_queries()}
NAMED = (
    "agency-changes", "agency-documents", "agency-results", "article-facts", "article-statements",
    "before-after-merger", "beneficiary-support", "comparisons", "cost-per-person", "coverage",
    "document-lineage", "document-outcomes", "documents", "error-rates", "evidence", "field-spending",
    "findings", "gaps", "group-facts", "place-facts", "plan-attainment", "policies", "policy-facts", "rates",
    "reprints", "review-rates", "reviewed-figures", "successor-outcomes",
)  # fmt: skip


# these answer only where people have decided about figures
COMPARED = {"before-after-merger", "comparisons", "reprints"}
REVIEWS = {"review-rates", "reviewed-figures"}


@pytest.fixture
def asked_store(
    query: SavedQuery, seeds_store: ox.Store, reviewed_store: ox.Store, compared_store: ox.Store
) -> ox.Store:
    """A store in which the query has an answer."""
    if query.name in COMPARED:
        return compared_store
    return reviewed_store if query.name in REVIEWS else seeds_store


def _examples(query: SavedQuery) -> dict[str, str]:
    return {name: parameter.example for name, parameter in query.parameters.items()}


def test_all_are_there() -> None:
    assert tuple(QUERIES) == NAMED


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_a_file_runs_as_it_is(query: SavedQuery, asked_store: ox.Store) -> None:
    found = asked_store.query(query.text, use_default_graph_as_union=True)
    assert isinstance(found, ox.QuerySolutions)
    columns = [variable.value for variable in found.variables]
    assert columns[-1] == "article"
    assert "quotation" in columns
    values = [[value(solution[c]) for c in columns] for solution in found]
    assert values
    for row in values:
        assert row[columns.index("quotation")]
        assert row[columns.index("article")]
    assert len({tuple(row) for row in values}) == len(values)


def value(term: object) -> str:
    return str(getattr(term, "value", ""))


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_the_examples_of_the_header_have_answers(query: SavedQuery, asked_store: ox.Store) -> None:
    for name, parameter in query.parameters.items():
        needed = {p.name: p.example for p in query.parameters.values() if p.required}
        found = list(run_saved(asked_store, query.name, {**needed, name: parameter.example}).values)
        assert found, f"{query.name} -p {name}={parameter.example}"


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_a_parameter_only_ever_narrows(query: SavedQuery, asked_store: ox.Store) -> None:
    everything = set(rows_of(run(asked_store, query.text)))
    narrowed = rows_of(run(asked_store, bound(query, _examples(query))))
    assert set(narrowed) <= everything


def rows_of(found: object) -> list[tuple[object, ...]]:
    assert isinstance(found, ox.QuerySolutions)
    return list(rows(found).values)


@pytest.mark.parametrize(
    "name",
    [
        "document-outcomes",
        "document-lineage",
        "documents",
        "field-spending",
        "rates",
        "successor-outcomes",
        "cost-per-person",
        "agency-results",
        "agency-changes",
        "policies",
        "place-facts",
        "group-facts",
        "policy-facts",
        "article-statements",
    ],
)
def test_another_engine_gives_the_same_rows(name: str, made_up_store: ox.Store) -> None:
    import rdflib

    text = QUERIES[name].text
    graph = rdflib.Graph()
    triples = ox.serialize((q.triple for q in made_up_store if _is_needed(q)), format=ox.RdfFormat.N_TRIPLES)
    graph.parse(data=triples, format="nt")
    theirs = {tuple("" if v is None else str(v) for v in row) for row in graph.query(text)}  # type: ignore[union-attr]
    ours = {tuple("" if v is None else str(v) for v in row) for row in rows_of(run(made_up_store, text))}
    assert theirs == ours


def _is_needed(quad: ox.Quad) -> bool:
    """The terms of other vocabularies only slow the other engine down."""
    return "/cue" not in quad.predicate.value and "ontology#cue" not in quad.predicate.value


HEADER = """#: subject.en = "Results"
#: subject.vi = "Kết quả"
#: title.en = "T"
#: title.vi = "T"
#: description.en = "D"
#: description.vi = "D"
#: row.en = "R"
#: row.vi = "R"
"""
PARAMETER = """#: [parameters.x]
#: type = "text"
#: example = "e"
#: description.en = "d"
#: description.vi = "d"
"""
BODY = "SELECT * WHERE {\n  # parameters\n  ?s ?p ?xParameter\n}\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (HEADER + "#: oops\n" + BODY, r"q\.rq, line 9: the header is not TOML"),
        (HEADER.replace('#: row.vi = "R"\n', "") + BODY, r"q\.rq: row\.en and row\.vi must be told"),
        (
            HEADER.replace("Results", "Sundries") + BODY,
            r"q\.rq: subject\.en and subject\.vi must be one pair of SUBJECTS",
        ),
        (HEADER.replace("Kết quả", "Tiền") + BODY, r"q\.rq: subject\.en and subject\.vi must be one pair of SUBJECTS"),
        (HEADER + PARAMETER + '#: values = "e"\n' + BODY, r"parameters\.x\.values must be a list of texts"),
        (HEADER + '#: author = "me"\n' + BODY, r"q\.rq: the header does not know author"),
        (HEADER + PARAMETER.replace("text", "colour") + BODY, r"parameters\.x\.type must be one of document-number"),
        (HEADER + PARAMETER.replace('#: example = "e"\n', "") + BODY, r"parameters\.x needs an example"),
        (HEADER + PARAMETER + '#: required = "yes"\n' + BODY, r"parameters\.x\.required must be true or false"),
        (HEADER + PARAMETER + BODY.replace("?xParameter", "?o"), r"needs a variable \?xParameter"),
        (HEADER + PARAMETER + BODY.replace("# parameters", ""), "needs a line '# parameters'"),
        ("SELECT * WHERE { ?s ?p ?o }", r"q\.rq: subject\.en and subject\.vi must be told"),
    ],
)
def test_a_file_that_breaks_the_rules_is_named(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "q.rq").write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=message):
        read_query(tmp_path / "q.rq")


def test_a_sound_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "q.rq").write_text(HEADER + PARAMETER + BODY, encoding="utf-8")
    query = read_query(tmp_path / "q.rq")
    assert (query.name, query.title, query.parameters["x"].required) == ("q", {"en": "T", "vi": "T"}, False)


def test_an_unknown_query_names_those_that_there_are() -> None:
    with pytest.raises(QueryError, match="no saved query 'outcomes'; there are agency-changes, "):
        saved_query("outcomes")
