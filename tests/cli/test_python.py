"""The Python interface: the same steps as the commands."""

from __future__ import annotations

import io
from pathlib import Path

import pyoxigraph as ox
import pytest

import ansinh
from ansinh.records import RECORD_KEYS, records
from tests.graph.made_up import made_up
from tests.graph.texts import write


def test_the_whole_way(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt")
    extraction = ansinh.extract(path)
    assert [figure.value for figure in extraction.figures] == [1200]
    report = ansinh.build([path], tmp_path / "store")
    assert isinstance(report, ansinh.BuildReport)
    assert report.added == ["a"]
    [row] = ansinh.query("document-outcomes", {"document": "7/2025/NQ-HDND"}, tmp_path / "store")
    assert row["people"] == 1200
    opened = ansinh.open_store(tmp_path / "store")
    assert ansinh.query("document-outcomes", {"document": "7/2025/NQ-HDND"}, opened) == [row]
    assert all(result.severity != "Violation" for result in ansinh.validate(opened))
    out = io.BytesIO()
    ansinh.export("turtle", out, opened)
    ansinh.export("turtle", tmp_path / "graph.ttl", opened)
    assert (tmp_path / "graph.ttl").read_bytes() == out.getvalue()


def test_everything_that_is_offered_is_there() -> None:
    for name in ansinh.__all__:
        assert getattr(ansinh, name)
    with pytest.raises(AttributeError):
        _ = ansinh.nothing


def test_errors_have_one_root(tmp_path: Path) -> None:
    with pytest.raises(ansinh.AnsinhError):
        ansinh.query("documents", None, tmp_path)
    with pytest.raises(ansinh.ArticleError):
        ansinh.extract(tmp_path / "no.txt")


def test_a_graph_with_a_triple_in_two_graphs_is_not_valid(tmp_path: Path) -> None:
    from ansinh.graph.store import rewriting
    from ansinh.graph.terms import graph

    ansinh.build([write(tmp_path, "a.txt")], tmp_path / "store")
    with rewriting(tmp_path / "store") as rewrite:
        first = next(iter(rewrite.store.quads_for_pattern(None, None, None, graph("article/a"))))
        rewrite.store.add(ox.Quad(first.subject, first.predicate, first.object, graph("elsewhere")))
    [result] = [r for r in ansinh.validate(tmp_path / "store") if r.severity == "Violation"]
    assert result.component == "one-graph"


def test_records_have_their_keys() -> None:
    found = list(records(made_up()))
    assert [r["record"] for r in found[:2]] == ["article", "figure"]
    assert {r["record"] for r in found} == set(RECORD_KEYS)
    for record in found:
        assert tuple(record) == ("record", "file", *RECORD_KEYS[record["record"]])
    figure = found[4]
    assert (figure["value"], figure["period"], figure["evidence"]) == ("150500000", [None, "2025-05-31"], [21, 250])
