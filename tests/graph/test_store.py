"""Where the store lies, and what happens to it when something goes wrong."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ansinh.errors import StoreError
from ansinh.graph.store import open_graph, open_store, rewriting
from ansinh.graph.terms import name, node, quad, text
from ansinh.namespaces import ID

FACT = quad(node(f"{ID}a"), name("rdfs:label"), text("first"), node(f"{ID}graph/a"))
MORE = quad(node(f"{ID}a"), name("rdfs:label"), text("second"), node(f"{ID}graph/a"))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A store with one fact."""
    with rewriting(tmp_path / "store") as rewrite:
        rewrite.store.add(FACT)
    return tmp_path / "store"


def test_what_is_written_is_read(place: Path) -> None:
    assert list(open_store(place)) == [FACT]


def test_a_second_build_starts_from_the_first(place: Path) -> None:
    with rewriting(place) as rewrite:
        rewrite.store.add(MORE)
    assert set(open_store(place)) == {FACT, MORE}


def test_a_fresh_build_starts_from_nothing(place: Path) -> None:
    with rewriting(place, fresh=True) as rewrite:
        rewrite.store.add(MORE)
    assert set(open_store(place)) == {MORE}


def test_a_reader_keeps_what_it_has_opened(place: Path) -> None:
    reader = open_store(place)
    with rewriting(place) as rewrite:
        rewrite.store.add(MORE)
    assert list(reader) == [FACT]
    assert len(open_store(place)) == 2
    with rewriting(place) as rewrite:
        rewrite.store.clear()
    assert list(reader) == [FACT]


@pytest.mark.parametrize("failure", [KeyboardInterrupt, RuntimeError])
def test_a_build_that_stops_half_way_changes_nothing(place: Path, failure: type[BaseException]) -> None:
    with pytest.raises(failure), rewriting(place) as rewrite:
        rewrite.store.add(MORE)
        raise failure
    assert list(open_store(place)) == [FACT]
    assert len([p for p in place.iterdir() if p.is_dir()]) == 1


def test_a_build_that_is_discarded_changes_nothing(place: Path) -> None:
    with rewriting(place) as rewrite:
        rewrite.store.add(MORE)
        rewrite.discard()
    assert list(open_store(place)) == [FACT]


def test_what_a_killed_build_left_is_cleared_by_the_next(place: Path) -> None:
    program = (
        "import os, sys\nfrom ansinh.graph.store import rewriting\n"
        "with rewriting(sys.argv[1]) as rewrite:\n    rewrite.store.clear(); os._exit(9)\n"
    )
    killed = subprocess.run([sys.executable, "-c", program, str(place)], check=False)
    assert killed.returncode == 9
    assert list(open_store(place)) == [FACT]
    for _ in range(3):
        with rewriting(place) as rewrite:
            rewrite.store.add(MORE)
    assert len([p for p in place.iterdir() if p.is_dir()]) == 2


def test_two_builds_at_once_give_one_clear_line(place: Path) -> None:
    with rewriting(place):
        program = "import sys\nfrom ansinh.graph.store import rewriting\nwith rewriting(sys.argv[1]): pass\n"
        second = subprocess.run(
            [sys.executable, "-c", program, str(place)], capture_output=True, text=True, check=False
        )
        assert second.returncode == 1
        assert "StoreError" in second.stderr
        assert "another build is at work" in second.stderr
        assert list(open_store(place)) == [FACT]


def _no_pointer(place: Path) -> None:
    (place / "CURRENT").unlink()


def _broken_pointer(place: Path) -> None:
    (place / "CURRENT").write_text("{")


def _older(place: Path) -> None:
    (place / "CURRENT").write_text(json.dumps({"format": 0, "folder": "000001"}))


def _no_folder(place: Path) -> None:
    (place / "CURRENT").write_text(json.dumps({"format": 2, "folder": "000099"}))


def _elsewhere(place: Path) -> None:
    (place / "CURRENT").write_text(json.dumps({"format": 2, "folder": "../../etc"}))


def _cut_short(place: Path) -> None:
    for path in place.glob("0*/MANIFEST*"):
        path.write_bytes(path.read_bytes()[:20])


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (_no_pointer, "no store here; build one with"),
        (_broken_pointer, "damaged"),
        (_older, "has format 0, this ansinh reads format 2"),
        (_no_folder, "damaged"),
        (_elsewhere, "damaged"),
        (_cut_short, "damaged"),
    ],
)
def test_a_store_that_cannot_be_read_says_what_to_do(place: Path, damage: Callable[[Path], None], message: str) -> None:
    damage(place)
    with pytest.raises(StoreError, match=message) as caught:
        open_store(place)
    assert "ansinh build" in str(caught.value)
    assert "\n" not in str(caught.value)
    with rewriting(place, fresh=True) as rewrite:
        rewrite.store.add(MORE)
    assert list(open_store(place)) == [MORE]


def test_no_store_and_not_a_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store here"):
        open_store(tmp_path / "nothing")
    (tmp_path / "file").write_text("")
    for attempt in (lambda: open_store(tmp_path / "file"), lambda: rewriting(tmp_path / "file").__enter__()):
        with pytest.raises(StoreError, match="is a file"):
            attempt()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("Dear")
    with pytest.raises(StoreError, match="holds other things"), rewriting(tmp_path / "full"):
        pass
    assert (tmp_path / "full" / "letter.txt").read_text() == "Dear"


def test_the_store_is_an_rdflib_graph_too(place: Path) -> None:
    import rdflib

    graph = open_graph(place)
    assert [str(label) for label in graph.objects(rdflib.URIRef(f"{ID}a"))] == ["first"]
    assert len(graph.query("ASK { ?s ?p ?label }")) == 1
