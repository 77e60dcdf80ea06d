"""Whatever somebody gives as a value reaches the answer as text or is refused: for every parameter of every query.

A value can only leave rows out, so rows that the query does not have without it would be an injection.
"""

from __future__ import annotations

import io
from collections.abc import Set

import pyoxigraph as ox
import pytest

from ansinh.errors import QueryError
from ansinh.querying.binding import bound
from ansinh.querying.emptiness import why_empty
from ansinh.querying.engine import Engine, open_engine
from ansinh.querying.page import write_page
from ansinh.querying.saved_answer import answer
from ansinh.querying.tables import TABLE_FORMATS, write_rows
from tests.engines.test_same_rows import QUERIES, answered

HOSTILE = {
    "quote": '"',
    "quotes": "\"\"\" ''' \" '",
    "end of a string": '") } DROP ALL #',
    "end of a group": "} } UNION { ?s ?p ?o }",
    "braces": "{{ 7 * 7 }} {0} %s ${HOME}",
    "newline": "a\nb\r\nc\td",
    "comment": "# parameters\n/* */ --",
    "iri": "<http://example.org/> ?x _:b",
    "escape": "\\ \\u0022 \\\" \\n",
    "end of an iri": "https://example.org/> } #",
    "variable": "?documentParameter",
    "nothing": "\x00",
    "nothing within": "35/2024\x00/NQ-HDND",
    "control": "\x1b[31mred\x07\x9b",
    "html": "<script>alert(1)</script>&amp;",
    "formula": "=1+1",
    "beyond": "\U0001f600 \u202e \ufffe Đ",
    "lone surrogate": "a\udcff",
    "long": "a" * 1_000_000,
    "long quotes": '"' * 1_000_000,
    "deep": "(" * 2000,
    "path": "../../etc/passwd",
}  # fmt: skip


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_in_every_parameter_of_every_query(value: str, asked_store: ox.Store) -> None:
    quads = len(asked_store)
    for query in QUERIES.values():
        without = set(answered(asked_store, query.text))
        for name in query.parameters:
            _assert_only_left_out(asked_store, query.name, {name: value}, without)
    assert len(asked_store) == quads


def _assert_only_left_out(store: ox.Store, name: str, values: dict[str, str], without: Set[object]) -> None:
    query = QUERIES[name]
    values = {p.name: p.example for p in query.parameters.values() if p.required} | values
    try:
        found = set(answered(store, bound(query, values)))
        told = why_empty(store, name, values)
    except QueryError as refused:
        told = [str(refused)]
        found = set()
    assert found <= without
    assert bool(told) is not bool(found)
    for line in told:
        assert line.isprintable(), line
        assert len(line) < 500


@pytest.mark.parametrize("server", ["oxigraph_address", "virtuoso_address"])
@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_on_servers(server: str, value: str, asked_store: ox.Store, request: pytest.FixtureRequest) -> None:
    engine = open_engine(request.getfixturevalue(server))
    for name, parameter in (("document-outcomes", "document"), ("agency-documents", "agency"), ("policies", "group")):
        assert _answered(engine, name, {parameter: value}) == _answered(asked_store, name, {parameter: value})


def _answered(engine: Engine, name: str, values: dict[str, str]) -> object:
    try:
        return answered(engine, bound(QUERIES[name], values))
    except QueryError as refused:
        return str(refused)


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_what_is_shown_of_it(value: str, asked_store: ox.Store) -> None:
    try:
        found = answer(asked_store, "agency-documents", {"agency": value})
    except QueryError:
        return
    for form in TABLE_FORMATS:
        write_rows(found.rows(), form, io.StringIO())
    page = io.StringIO()
    write_page(found, {"agency": value}, None, page)
    assert "<script>alert(1)" not in page.getvalue()
