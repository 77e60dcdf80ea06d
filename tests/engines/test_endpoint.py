"""Asking servers: what works on a folder works on an address, and whatever goes wrong is one clear line."""

from __future__ import annotations

import json
import threading
import urllib.parse
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

import ansinh
from ansinh.errors import QueryError, StoreError
from ansinh.querying.endpoint import PASSWORD, TOKEN, USER, endpoint
from ansinh.querying.engine import open_engine
from ansinh.querying.running import rows, run
from tests.cli.test_commands import run as command
from tests.engines.servers import MOST_ROWS, oxigraph
from tests.engines.servers import PASSWORD as OF_VIRTUOSO

SELECT = "SELECT ?value { ?figure ans:value ?value } ORDER BY ?value"
ROWS = b'{"head": {"vars": ["a"]}, "results": {"bindings": [{"a": {"type": "literal", "value": "1"}}]}}'
RESULTS = "application/sparql-results+json"


@pytest.mark.parametrize("server", ["oxigraph_address", "virtuoso_address"])
def test_every_form_of_a_query(server: str, asked_store: ox.Store, request: pytest.FixtureRequest) -> None:
    engine = open_engine(request.getfixturevalue(server))
    for query in (SELECT, "SELECT ?f { ?f a ans:Figure } ORDER BY ?f LIMIT 3"):
        found, expected = run(engine, query), run(asked_store, query)
        assert isinstance(found, ox.QuerySolutions)
        assert isinstance(expected, ox.QuerySolutions)
        assert list(rows(found).values) == list(rows(expected).values)
    assert bool(run(engine, "ASK { ?figure a ans:Figure }")) is True
    assert bool(run(engine, "ASK { ?figure a ans:Nothing }")) is False
    construct = "CONSTRUCT { ?d eli:id_local ?n } WHERE { ?d eli:id_local ?n }"
    assert set(run(engine, construct)) == set(run(asked_store, construct))  # type: ignore[arg-type]


@pytest.mark.parametrize("server", ["oxigraph_address", "virtuoso_address"])
def test_validation(server: str, asked_store: ox.Store, request: pytest.FixtureRequest) -> None:
    assert ansinh.validate(request.getfixturevalue(server)) == ansinh.validate(asked_store)


def test_the_command_line(oxigraph_address: str, asked_folder: Path, tmp_path: Path) -> None:
    def printed(store: str | Path, *arguments: str) -> str:
        done = command(*arguments, "--store", str(store))
        assert done.returncode == 0, done.stderr
        return done.stdout

    question = ("query", "document-outcomes", "-p", "document=35/2024/NQ-HDND", "--format", "csv")
    assert printed(oxigraph_address, *question) == printed(asked_folder, *question)
    for arguments in (("sparql", SELECT, "--format", "tsv"), ("query", "cost-per-person", "--values", "group")):
        assert printed(oxigraph_address, *arguments) == printed(asked_folder, *arguments)
    page = tmp_path / "page.html"
    printed(oxigraph_address, "query", "cost-per-person", "--format", "html", "-o", str(page))
    from_server = page.read_text(encoding="utf-8")
    printed(asked_folder, "query", "cost-per-person", "--format", "html", "-o", str(page))
    assert from_server == page.read_text(encoding="utf-8")


def test_an_empty_answer_is_explained_as_ever(oxigraph_address: str) -> None:
    [line] = ansinh.why_empty("document-outcomes", {"document": "35/2025/NQ-HDND"}, oxigraph_address)
    assert "nearest: 35/2024/NQ-HDND" in line


def test_named_graphs_that_are_not_read(oxigraph_address: str, tmp_path: Path) -> None:
    address = oxigraph_address.removesuffix("?union-default-graph")
    [line] = ansinh.why_empty("documents", {}, address)
    assert "?union-default-graph" in line
    with pytest.raises(QueryError, match="union-default-graph"):
        ansinh.validate(address)
    with oxigraph(ox.Store(), tmp_path) as empty:
        assert "no article" in ansinh.why_empty("documents", {}, empty)[0]


def test_a_command_that_needs_a_folder_says_so() -> None:
    done = command("search", "poor", "--store", "http://127.0.0.1:1/sparql")
    assert done.returncode == 2
    assert "name a folder" in done.stderr
    with pytest.raises(StoreError, match="name a folder"):
        ansinh.search("poor", store="http://127.0.0.1:1/sparql")


def test_an_answer_that_the_server_cuts_is_none(virtuoso_address: str) -> None:
    with pytest.raises(QueryError, match=f"cuts answers at {MOST_ROWS} rows"):
        run(open_engine(virtuoso_address), "SELECT ?a ?b { ?a a ans:Figure . ?b a skos:Concept ; skos:prefLabel ?c }")


def test_a_password_comes_from_the_environment(virtuoso_address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    guarded = open_engine(virtuoso_address.replace("/sparql?", "/sparql-auth?"))
    with pytest.raises(QueryError, match=f"set {USER} and {PASSWORD}"):
        run(guarded, "ASK {}")
    monkeypatch.setenv(USER, "dba")
    monkeypatch.setenv(PASSWORD, "wrong")
    with pytest.raises(QueryError, match="does not accept"):
        run(guarded, "ASK {}")
    monkeypatch.setenv(PASSWORD, OF_VIRTUOSO)
    assert run(guarded, "ASK {}")


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("http://lan:secret@127.0.0.1/sparql", "keep user and password out"),
        ("http:///sparql", "not the address of a server"),
        ("http://127.0.0.1:99999/", "not the address of a server"),
        ("http://127.0.0.1/a b", "not the address of a server"),
        ("http://127.0.0.1/a\r\nX-Header: 1", "not the address of a server"),
        ("http://[::1/", "not the address of a server"),
    ],
)
def test_addresses_that_are_none(address: str, told: str) -> None:
    with pytest.raises(QueryError, match=told) as caught:
        endpoint(address)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("query", ["DROP ALL", "INSERT DATA { <a:a> <a:b> <a:c> }", "CLEAR DEFAULT", "hello"])
def test_only_queries_are_sent(query: str, server: _Server) -> None:
    with pytest.raises(QueryError, match="not a SPARQL query"):
        run(open_engine(server.address("/rows")), query)
    with pytest.raises(QueryError, match="--online"):
        run(open_engine(server.address("/rows")), "ASK { SERVICE <http://127.0.0.1:1/> {} }")
    assert server.asked == []


def test_what_is_sent(server: _Server) -> None:
    run(open_engine(server.address("/rows?timeout=5")), SELECT)
    [(path, headers, body)] = server.asked
    assert path == "/rows?timeout=5"
    assert headers["accept"] == RESULTS
    assert "authorization" not in headers
    [sent] = urllib.parse.parse_qs(body)["query"]
    assert sent.endswith(SELECT)
    # its own prefixes are declared, on the line of the query itself
    assert sent.startswith("PREFIX ans: <https://w3id.org/ansinh/ontology#> SELECT")


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/elsewhere", "sends elsewhere"),
        ("/page", "answers text/html"),
        ("/nothing", r"refuses \(404\)"),
        ("/refused", r"refuses \(400\): line 1: no such thing"),
        ("/broken", r"refuses \(500\)"),
        ("/truth", "another form of query"),
        ("/hung-up", "cannot be reached"),
        ("/unauthorised", "wants to know who asks"),
    ],
)
def test_servers_that_answer_otherwise(path: str, told: str, server: _Server) -> None:
    with pytest.raises(QueryError, match=told) as caught:
        run(open_engine(server.address(path)), SELECT)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("path", ["/cut", "/no-iri"])
def test_an_answer_that_breaks_off(path: str, server: _Server) -> None:
    with pytest.raises(QueryError, match="cannot be read"):
        list(rows(run(open_engine(server.address(path)), SELECT)).values)  # type: ignore[arg-type]


def test_no_password_goes_where_nobody_asked_for_it(server: _Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(USER, "lan")
    monkeypatch.setenv(PASSWORD, "secret")
    for path in ("/rows", "/elsewhere"):
        try:
            run(open_engine(server.address(path)), SELECT)
        except QueryError:
            assert path == "/elsewhere"
    assert not any("authorization" in headers for _, headers, _ in server.asked)
    assert [path for path, _, _ in server.asked] == ["/rows", "/elsewhere"]
    # on loopback nobody listens; to another host the password itself is never sent without TLS
    run(open_engine(server.address("/basic")), SELECT)
    assert server.asked[-1][1]["authorization"].startswith("Basic ")
    monkeypatch.setattr("ansinh.querying.endpoint._LOOPBACK", ())
    with pytest.raises(QueryError, match="only the digest"):
        run(open_engine(server.address("/basic")), SELECT)
    assert "authorization" not in server.asked[-1][1]


def test_a_token(server: _Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(TOKEN, "abc")
    run(open_engine(server.address("/rows")), SELECT)
    assert server.asked[-1][1]["authorization"] == "Bearer abc"
    monkeypatch.setattr("ansinh.querying.endpoint._LOOPBACK", ())
    run(open_engine(server.address("/rows")), SELECT)
    assert "authorization" not in server.asked[-1][1]


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[tuple[str, dict[str, str], str]] = []

    def address(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}{path}"

    def handle_error(self, *_: Any) -> None:
        """Be silent."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def log_message(self, *_: Any) -> None:
        pass

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        headers = {key.lower(): value for key, value in self.headers.items()}
        self.server.asked.append((self.path, headers, body))
        given = {
            "/page": (200, {"Content-Type": "text/html"}, b"<p>Welcome"),
            "/elsewhere": (302, {"Location": self.server.address("/rows")}, b""),
            "/refused": (400, {"Content-Type": "text/plain"}, b"line 1:\nno such thing"),
            "/broken": (500, {"Content-Type": "text/html"}, b"<p>oh"),
            "/truth": (200, {"Content-Type": RESULTS}, json.dumps({"head": {}, "boolean": True}).encode()),
            "/unauthorised": (401, {"WWW-Authenticate": "Bearer"}, b""),
            "/cut": (200, {"Content-Type": RESULTS, "Content-Length": "1000"}, ROWS[:60]),
            "/no-iri": (200, {"Content-Type": RESULTS}, ROWS.replace(b"literal", b"uri").replace(b'"1"', b'"a b"')),
            "/nothing": (404, {}, b""),
        }
        if self.path == "/hung-up":
            return
        if self.path == "/basic" and "authorization" not in headers:
            self._give(401, {"WWW-Authenticate": 'Basic realm="r"'}, b"")
            return
        self._give(*given.get(self.path, (200, {"Content-Type": RESULTS}, ROWS)))

    def do_GET(self) -> None:
        self.do_POST()

    def _give(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture
def server() -> Iterator[_Server]:
    """A server each of whose paths answers in its own way."""
    with _Server() as running:
        threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield running
        running.shutdown()
