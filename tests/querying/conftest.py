"""Stores that the tests of this folder ask."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from ansinh.graph.build import build, build_aside
from ansinh.graph.store import open_store
from ansinh.graph.terms import name, node, text
from ansinh.knowledge import folder
from ansinh.namespaces import ID
from tests.graph.made_up import made_up, store_of
from tests.graph.test_comparisons import reprint, write
from tests.reviewing.stores import reviewed_seeds


@pytest.fixture(scope="session")
def made_up_store() -> ox.Store:
    """A store of one article written by hand, whose numbers are known."""
    return store_of(made_up())


@pytest.fixture(scope="session")
def reviewed_store(tmp_path_factory: pytest.TempPathFactory) -> ox.Store:
    """A store of the seeds in which people have decided about figures."""
    return open_store(reviewed_seeds(tmp_path_factory.mktemp("reviewed")))


@pytest.fixture(scope="session")
def seeds_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store of the seeds."""
    place = tmp_path_factory.mktemp("seeds") / "store"
    report = build(folder("seeds").glob("*.txt"), place)
    assert (report.refused, report.failed) == ([], [])
    return place


@pytest.fixture(scope="session")
def seeds_store(seeds_folder: Path) -> ox.Store:
    """A store of the seeds."""
    return open_store(seeds_folder)


@pytest.fixture(scope="session")
def compared_store(tmp_path_factory: pytest.TempPathFactory) -> ox.Store:
    """The seeds, a reprint of one of them, and an article that tells a later level: every query has an answer."""
    place, seeds = tmp_path_factory.mktemp("asked"), folder("seeds")
    later = write(place, "later", number="122,210", day="September 30, 2025", published="October 9, 2025")
    store, report = build_aside([*seeds.glob("*.txt"), reprint(seeds, place), later])
    assert (report.refused, report.failed) == ([], [])
    return store


@pytest.fixture(scope="session")
def hostile_store(tmp_path_factory: pytest.TempPathFactory) -> ox.Store:
    """An article that writes HTML, templates and formulas, and that claims an address that is a program."""
    file: Path = tmp_path_factory.mktemp("hostile") / "a.txt"
    file.write_text(
        '<script>alert("headline")</script> & {{ 7 * 7 }}\n\nIn 2024, the province gave health insurance cards to 1,200'
        ' poor people <b onmouseover="steal()">&</b> 300 children under Resolution No. 7/2025/NQ-HDND.\n',
        encoding="utf-8",
    )
    store, report = build_aside([file])
    assert report.added == ["a"]
    told = ox.Quad(
        node(f"{ID}article/a"), name("schema:url"), text("javascript:alert(1)"), node(f"{ID}graph/article/a")
    )
    store.add(told)
    return store
