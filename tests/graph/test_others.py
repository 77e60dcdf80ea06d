"""Graphs of others: loaded whole or not at all, kept by builds, and never heard in an answer of ours."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pyoxigraph as ox
import pytest

import ansinh
from ansinh.checking.owl import undeclared_terms
from ansinh.graph.export import EXPORT_FORMATS
from ansinh.graph.loading import LOAD_FORMATS, LoadOptions, load, loaded_graphs, unload
from ansinh.graph.others import our_quads
from ansinh.graph.store import open_store, rewriting
from ansinh.namespaces import ID
from ansinh.querying.saved import saved_queries
from tests.cli.test_commands import assert_one_line, run
from tests.graph.texts import write

GRAPH = "https://example.org/population"
PEOPLE = f"{GRAPH}#people"
TABLE = "place,people\nplace:vn-13,1429841\n"
TRIPLE = f"<{ID}place/vn-13> <{PEOPLE}> 1429841 .\n".replace(
    "1429841", '"1429841"^^<http://www.w3.org/2001/XMLSchema#integer>'
)
FILES = {
    "turtle": TRIPLE,
    "n-triples": TRIPLE,
    "n-quads": TRIPLE.replace(" .\n", " <https://example.org/other> .\n"),
    "trig": f"<https://example.org/other> {{ {TRIPLE} }}",
    "json-ld": json.dumps({"@id": f"{ID}place/vn-13", PEOPLE: 1429841}),
    "rdf-xml": f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="{GRAPH}#">
        <rdf:Description rdf:about="{ID}place/vn-13">
        <e:people rdf:datatype="http://www.w3.org/2001/XMLSchema#integer">1429841</e:people>
        </rdf:Description></rdf:RDF>""",
    "csv": TABLE,
}


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store of one short article."""
    ansinh.build([write(tmp_path, "a.txt")], tmp_path / "store")
    return tmp_path / "store"


def file(folder: Path, text: str, name: str = "other.ttl") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def triples(store: Path) -> set[str]:
    found = open_store(store).quads_for_pattern(None, None, None, ox.NamedNode(GRAPH))
    return {str(quad.triple) for quad in found}


def everything(store: Path) -> bytes:
    out = io.BytesIO()
    ansinh.export("n-quads", out, store)
    return out.getvalue()


@pytest.mark.parametrize("form", LOAD_FORMATS)
def test_every_format_is_loaded(form: str, store: Path, tmp_path: Path) -> None:
    [chosen] = [each for each in LOAD_FORMATS if each == form]
    done = load(file(tmp_path, FILES[form], "other.data"), GRAPH, store, LoadOptions(form=chosen))
    assert done.triples == 1
    assert triples(store) == {
        str(ox.Triple(ox.NamedNode(f"{ID}place/vn-13"), ox.NamedNode(PEOPLE), ox.Literal(1429841)))
    }


def test_source_and_licence_are_told_of_the_graph(store: Path, tmp_path: Path) -> None:
    options = LoadOptions("https://example.org/table", "CC BY 4.0")
    load(file(tmp_path, TABLE, "a.csv"), GRAPH, store, options)
    [told] = loaded_graphs(store)
    assert (told.graph, told.triples, told.source, told.licence) == (GRAPH, 1, "https://example.org/table", "CC BY 4.0")
    assert ansinh.open_store(store).query(
        f"ASK {{ GRAPH ?ours {{ <{GRAPH}> <http://purl.org/dc/terms/source> <https://example.org/table> }} }}"
    )


def test_loading_again_replaces_and_removing_leaves_nothing(store: Path, tmp_path: Path) -> None:
    before = everything(store)
    load(file(tmp_path, TABLE, "a.csv"), GRAPH, store, LoadOptions("here", "mine"))
    load(file(tmp_path, "place,name@vi\nplace:vn-13,Quảng Ninh\n", "b.csv"), GRAPH, store)
    assert [(g.triples, g.source) for g in loaded_graphs(store)] == [(1, None)]
    assert "Quảng Ninh" in triples(store).pop()
    unload(GRAPH, store)
    assert everything(store) == before


def test_builds_keep_it_fresh_ones_too(store: Path, tmp_path: Path) -> None:
    load(file(tmp_path, TABLE, "a.csv"), GRAPH, store, LoadOptions("here"))
    kept = everything(store)
    ansinh.build([tmp_path / "a.txt"], store)
    assert everything(store) == kept
    ansinh.build([tmp_path / "a.txt"], store, ansinh.BuildOptions(fresh=True))
    assert everything(store) == kept
    # a store that cannot be read any more can still be built afresh
    (store / "CURRENT").write_text('{"format": 0, "folder": "000001"}')
    ansinh.build([tmp_path / "a.txt"], store, ansinh.BuildOptions(fresh=True))
    assert loaded_graphs(store) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"<urn:x> <https://w3id.org/ansinh/ontology#document> <{ID}document/x> .", "which only ansinh says"),
        ("<urn:x> a <https://w3id.org/ansinh/ontology#Figure> .", "which only ansinh says"),
        (f'<{ID}place/vn-13> <http://www.w3.org/2004/02/skos/core#prefLabel> "X"@en .', "of its things itself"),
        (f'<{ID}place/vn-13> <http://www.w3.org/2000/01/rdf-schema#label> "X"@en .', "says"),
        ("<urn:x> <urn:p> <<( <urn:a> <urn:b> <urn:c> )>> .", "a statement about the statement"),
        ("<urn:x> <urn:p> ", "not turtle"),
        ("<urn:x> <urn:p> 1 . <urn:y> <urn:p> oops .", "not turtle"),
    ],
)
def test_what_may_not_be_said_leaves_the_store_as_it_was(text: str, words: str, store: Path, tmp_path: Path) -> None:
    load(file(tmp_path, TABLE, "a.csv"), GRAPH, store)
    before = everything(store)
    with pytest.raises(ansinh.LoadError, match=words):
        load(file(tmp_path, text), GRAPH, store)
    assert everything(store) == before


@pytest.mark.parametrize(
    ("graph", "words"),
    [
        (f"{ID}graph/vocabulary", "ansinh's own"),
        (f"{ID}graph/article/a", "ansinh's own"),
        ("https://w3id.org/ansinh/ontology#", "ansinh's own"),
        ("population", "no name of a graph"),
        ("https://x y", "no name of a graph"),
    ],
)
def test_a_graph_of_ours_takes_nothing(graph: str, words: str, store: Path, tmp_path: Path) -> None:
    with pytest.raises(ansinh.LoadError, match=words):
        load(file(tmp_path, TABLE, "a.csv"), graph, store)
    with pytest.raises(ansinh.AnsinhError):
        unload(graph, store)


def test_no_answer_of_ours_changes(store: Path, tmp_path: Path) -> None:
    told = f"""<{ID}place/vn-13> <{PEOPLE}> 1 ; <http://www.w3.org/2002/07/owl#sameAs> <urn:x> ;
        <http://www.w3.org/2004/02/skos/core#exactMatch> <http://www.wikidata.org/entity/Q36148> .
      <urn:x> a <https://schema.org/Dataset> ; <http://www.w3.org/2004/02/skos/core#prefLabel> "Quang Ninh"@en ."""
    names = [query.name for query in saved_queries() if not any(p.required for p in query.parameters.values())]
    before = {name: list(ansinh.query(name, None, store)) for name in names}
    valid = ansinh.validate(store)
    load(file(tmp_path, told), GRAPH, store)
    assert {name: list(ansinh.query(name, None, store)) for name in names} == before
    assert ansinh.validate(store) == valid
    assert undeclared_terms(our_quads(open_store(store))) == ()


def test_no_build_hears_it(store: Path, tmp_path: Path) -> None:
    ours = sorted(map(str, our_quads(open_store(store))))
    opened = open_store(store)
    [sha, *_] = opened.quads_for_pattern(None, ox.NamedNode("https://schema.org/sha256"), None)
    cited = opened.quads_for_pattern(None, ox.NamedNode("https://w3id.org/ansinh/ontology#document"), None)
    told = [f"<A:0> <https://schema.org/sha256> {sha.object} ."]
    told += [f'{quad.subject} <https://example.org/x#statedTitle> "another title"@en .' for quad in cited]
    assert len(told) > 1
    load(file(tmp_path, "\n".join(told)), GRAPH, store)
    assert ansinh.build([tmp_path / "a.txt"], store).replaced == ["a"]
    about = f"<{GRAPH}>"
    assert [q for q in sorted(map(str, our_quads(open_store(store)))) if about not in q] == ours


def test_what_the_store_says_already_is_left_out(store: Path, tmp_path: Path) -> None:
    link = "http://www.w3.org/2004/02/skos/core#exactMatch"
    place = ox.NamedNode(f"{ID}place/vn-13")
    [known, *_] = open_store(store).quads_for_pattern(place, ox.NamedNode(link), None)
    assert isinstance(known.object, ox.NamedNode)
    load(file(tmp_path, f"{place} <{link}> {known.object}, <urn:more> ."), GRAPH, store)
    assert [line for line in triples(store) if "urn:more" not in line] == []
    assert [r for r in ansinh.validate(store) if r.component == "one-graph"] == []


def test_blank_nodes_have_names_that_stay(store: Path, tmp_path: Path) -> None:
    path = file(tmp_path, '[] <urn:p> [ <urn:q> "x" ] . _:named <urn:p> _:named .')
    load(path, GRAPH, store)
    first = everything(store)
    load(path, GRAPH, store)
    assert everything(store) == first
    assert f"{GRAPH}/.well-known/genid/3" in first.decode()
    assert "_:" not in "".join(triples(store))


@pytest.mark.parametrize("form", EXPORT_FORMATS)
def test_exports_have_it(form: str, store: Path, tmp_path: Path) -> None:
    many = '"many"^^<http://www.w3.org/2001/XMLSchema#integer>'
    odd = f'<urn:x> <urn:e:p> {many}, 7, true, "á"@vi, "b" ; <urn:e:q> <urn:y> .'
    load(file(tmp_path, odd), GRAPH, store)
    out = io.BytesIO()
    ansinh.export(next(each for each in EXPORT_FORMATS if each == form), out, store)
    parsed = ox.parse(out.getvalue(), format=getattr(ox.RdfFormat, form.upper().replace("-", "_")))
    found = [quad for quad in parsed if getattr(quad.subject, "value", "") == "urn:x"]
    assert {str(quad.triple) for quad in found} == triples(store)
    assert {str(quad.graph_name) for quad in found} == (
        {f"<{GRAPH}>"} if form in ("n-quads", "trig") else {str(ox.DefaultGraph())}
    )


def test_rdf_xml_says_which_property_it_cannot_hold(store: Path, tmp_path: Path) -> None:
    load(file(tmp_path, "<urn:x> <https://example.org/2024> 1 ."), GRAPH, store)
    with pytest.raises(ansinh.StoreError, match="cannot hold this property"):
        ansinh.export("rdf-xml", tmp_path / "graph.rdf", store)
    assert not (tmp_path / "graph.rdf").exists()


# CSV

CELLS = {
    "1350": ox.Literal(1350),
    "-3": ox.Literal(-3),
    "13.50": '"13.5"^^<http://www.w3.org/2001/XMLSchema#decimal>',
    "2024-12-31": '"2024-12-31"^^<http://www.w3.org/2001/XMLSchema#date>',
    "2024-12-32": '"2024-12-32"',
    "022": '"022"',
    "1,350": '"1,350"',
    "https://example.org/a": "<https://example.org/a>",
    "place:vn-13": f"<{ID}place/vn-13>",
    "note: none": '"note: none"',
    "1" * 19: f'"{"1" * 19}"',
}


@pytest.mark.parametrize(("cell", "term"), CELLS.items(), ids=list(CELLS))
def test_a_cell_is_what_it_looks_like(cell: str, term: object, store: Path, tmp_path: Path) -> None:
    load(file(tmp_path, f'\ufeffname,value\nHạ Long,"{cell}"\n', "a.csv"), GRAPH, store)
    assert triples(store) == {f"<{GRAPH}#ha-long> <{GRAPH}#value> {term}"}


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("a,b\nx,1,2\n", "line 2: 3 cells where the headings are 2"),
        ("a,b\n?,1\n", "line 2: '\\?' names nothing"),
        ("a,\nx,1\n", "line 1: '' names nothing"),
        ("", "needs a line of headings"),
        ('a,b\nx,"1', "line 2: not csv"),
        ("a,skos:prefLabel\nplace:vn-13,X\n", "of its things itself"),
    ],
)
def test_a_table_that_cannot_be_read_says_where(table: str, words: str, store: Path, tmp_path: Path) -> None:
    with pytest.raises(ansinh.LoadError, match=words):
        load(file(tmp_path, table, "a.csv"), GRAPH, store)
    assert loaded_graphs(store) == []


def test_a_file_that_is_no_text_is_one_line(store: Path, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"a,b\n\xff,1\n")
    for path in (tmp_path / "a.csv", tmp_path / "no.ttl", tmp_path / "a.txt"):
        with pytest.raises(ansinh.LoadError, match=path.name):
            load(path, GRAPH, store)


# the command


def test_the_command_loads_lists_and_removes(store: Path, tmp_path: Path) -> None:
    path = file(tmp_path, TABLE, "a.csv")
    done = run("load", path, "--graph", GRAPH, "--source", "a table", "--licence", "CC0", store=store)
    assert (done.returncode, done.stdout) == (0, "")
    assert f"{GRAPH} has 1 triples of" in done.stderr
    listed = run("load", "--list", "--format", "jsonl", store=store)
    assert json.loads(listed.stdout) == {"graph": GRAPH, "triples": 1, "source": "a table", "licence": "CC0"}
    asked = run("sparql", f"SELECT ?n {{ place:vn-13 <{PEOPLE}> ?n }}", "--format", "csv", store=store)
    assert asked.stdout == "n\n1429841\n"
    assert run("load", "--remove", "--graph", GRAPH, store=store).returncode == 0
    assert_one_line(run("load", "--remove", "--graph", GRAPH, store=store), "see ansinh load --list")
    assert run("load", "--list", "--format", "json", store=store).stdout == "[]\n"


def test_the_command_says_what_is_missing(store: Path, tmp_path: Path) -> None:
    path = file(tmp_path, TABLE, "a.csv")
    assert_one_line(run("load", path, store=store), "name the graph with --graph")
    assert_one_line(run("load", "--graph", GRAPH, store=store), "give a file to load")
    assert_one_line(run("load", path, "--graph", GRAPH, store=tmp_path / "none"), "there is no store here")
    with rewriting(store):
        assert_one_line(run("load", path, "--graph", GRAPH, store=store), "another build is at work")
