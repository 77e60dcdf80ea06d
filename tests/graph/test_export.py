"""Exports: read back to the same graph, the same bytes every time, written whole or not at all."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ansinh.errors import StoreError
from ansinh.graph.export import EXPORT_FORMATS, ExportFormat, export_to_file, export_to_stream
from ansinh.graph.terms import graph, name, node, quad, text
from ansinh.namespaces import ID, PREFIXES
from tests.graph.made_up import made_up, store_of
from tests.graph.texts import write

OXIGRAPH = {
    "turtle": ox.RdfFormat.TURTLE,
    "json-ld": ox.RdfFormat.JSON_LD,
    "n-triples": ox.RdfFormat.N_TRIPLES,
    "n-quads": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "rdf-xml": ox.RdfFormat.RDF_XML,
}
RDFLIB = {"turtle": "turtle", "json-ld": "json-ld", "n-triples": "nt", "rdf-xml": "xml"}


@pytest.fixture(scope="module")
def store() -> ox.Store:
    """A store with an article, and with literals that are hard to write."""
    made = store_of(made_up())
    hard = node(f"{ID}article/made-up/policy/hard")
    for value in ('a "quoted"\n\\ line\ttab', "</rdf:RDF> & <b>", "đồng  ", "{ } ?x } DROP ALL", "type", ""):
        made.add(quad(hard, name("ans:statedForm"), text(value, "vi"), graph("article/made-up")))
        made.add(quad(hard, name("ans:printed"), text(value), graph("article/made-up")))
    return made


def _exported(store: ox.Store, form: ExportFormat) -> bytes:
    out = io.BytesIO()
    export_to_stream(store, form, out)
    return out.getvalue()


@pytest.mark.parametrize("form", EXPORT_FORMATS)
def test_oxigraph_reads_the_same_graph_back(store: ox.Store, form: ExportFormat) -> None:
    back = list(ox.parse(_exported(store, form), format=OXIGRAPH[form]))
    if form in ("n-quads", "trig"):
        assert sorted(map(str, back)) == sorted(map(str, store))
    else:
        assert sorted(str(q.triple) for q in back) == sorted({str(q.triple) for q in store})


@pytest.mark.parametrize("form", RDFLIB)
def test_rdflib_reads_the_same_graph_back(store: ox.Store, form: ExportFormat) -> None:
    import rdflib

    back = rdflib.Graph().parse(data=_exported(store, form), format=RDFLIB[form])
    expected = rdflib.Graph().parse(data=_exported(store, "n-triples"), format="nt")
    assert {_by_value(t) for t in back} == {_by_value(t) for t in expected}
    assert len(back) == len(expected) == len({q.triple for q in store})


def _by_value(triple: tuple[object, ...]) -> tuple[object, ...]:
    subject, predicate, value = triple
    if str(getattr(value, "datatype", "")).endswith("#decimal"):
        return subject, predicate, Decimal(str(value))
    return triple


def test_another_json_ld_processor_reads_the_same_graph(store: ox.Store) -> None:
    from pyld import jsonld

    quads = jsonld.to_rdf(json.loads(_exported(store, "json-ld")), {"format": "application/n-quads"})
    back = {str(q.triple) for q in ox.parse(quads.encode(), format=ox.RdfFormat.N_QUADS)}
    assert back == {str(q.triple) for q in store}


def test_json_ld_can_be_read_by_a_person_and_needs_no_network(store: ox.Store) -> None:
    document = json.loads(_exported(store, "json-ld"))
    assert document["@context"]["@vocab"] == PREFIXES["ans"]
    assert not any(isinstance(value, str) and value.endswith("jsonld") for value in document["@context"].values())
    at = made_up().text.index("150.5 million")
    [figure] = [node for node in document["@graph"] if node["id"] == f"article/made-up/figure/{at}"]
    assert figure["type"] == "Figure"
    assert figure["value"] == "150500000"
    assert figure["unit"] == "unit/vnd"
    assert figure["beneficiary"] == ["group/poor-household", "group/student"]
    assert figure["start"] == at


def test_turtle_can_be_read_by_a_person(store: ox.Store) -> None:
    turtle = _exported(store, "turtle").decode()
    at = made_up().text.index("150.5 million")
    assert turtle.startswith(f"@base <{ID}> .\n@prefix ans: ")
    assert f"<article/made-up/figure/{at}> a ans:Figure ;" in turtle
    assert "\tans:beneficiary group:poor-household , group:student ;" in turtle
    assert '\tans:value "150500000"^^xsd:decimal ' in turtle


def test_quads_are_sorted(store: ox.Store) -> None:
    lines = _exported(store, "n-quads").decode().splitlines()
    subjects = [(line.rsplit(" ", 2)[1].strip("<>"), line.split(" ", 1)[0].strip("<>")) for line in lines]
    assert subjects == sorted(subjects)


def test_two_builds_in_different_folders_give_the_same_bytes(tmp_path: Path) -> None:
    program = (
        "import sys, ansinh\nfrom pathlib import Path\n"
        "here = Path(sys.argv[1])\nansinh.build(sorted(here.glob('*.txt')), here / 'store')\n"
        f"for form in {EXPORT_FORMATS!r}:\n    ansinh.export(form, here / form, here / 'store')\n"
    )
    written = []
    for seed in ("1", "2"):
        folder = tmp_path / f"folder-{seed}"
        for people in ("10", "20"):
            write(folder, f"n{people}.txt", people=people)
        run = [sys.executable, "-c", program, str(folder)]
        subprocess.run(run, check=True, env={**os.environ, "PYTHONHASHSEED": seed})
        written.append([(folder / form).read_bytes() for form in EXPORT_FORMATS])
    assert written[0] == written[1]


def test_an_export_that_fails_leaves_the_file_as_it_was(store: ox.Store, tmp_path: Path) -> None:
    target = tmp_path / "graph.ttl"
    export_to_file(store, "turtle", target)
    before = target.read_bytes()
    assert before == _exported(store, "turtle")
    with pytest.raises(KeyError):
        export_to_file(store, "no-such-format", target)  # type: ignore[arg-type]
    assert target.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["graph.ttl"]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20), st.sampled_from(EXPORT_FORMATS))
@example("a\rb\r\nc", "rdf-xml")
@settings(deadline=None)
def test_any_text_is_read_back(value: str, form: ExportFormat) -> None:
    made = ox.Store()
    made.add(quad(node(f"{ID}article/x"), name("ans:printed"), text(value), graph("article/x")))
    try:
        written = _exported(made, form)
    except StoreError as error:
        assert form == "rdf-xml"
        assert "RDF/XML cannot hold its character U+" in str(error)
    else:
        assert [q.triple for q in ox.parse(written, format=OXIGRAPH[form])] == [q.triple for q in made]
        if form == "rdf-xml":
            import rdflib

            assert [str(told) for told in rdflib.Graph().parse(data=written, format="xml").objects()] == [value]


def test_a_place_that_cannot_be_written_is_named(store: ox.Store, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be written"):
        export_to_file(store, "turtle", tmp_path / "no" / "graph.ttl")
    with pytest.raises(StoreError, match="is a folder"):
        export_to_file(store, "turtle", tmp_path)
