"""Stores that the tests of this folder ask."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from ansinh.graph.build import build, build_aside
from ansinh.graph.store import open_store
from ansinh.knowledge import folder
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
def seeds_store(tmp_path_factory: pytest.TempPathFactory) -> ox.Store:
    """A store of the seeds."""
    place = tmp_path_factory.mktemp("seeds") / "store"
    report = build(folder("seeds").glob("*.txt"), place)
    assert (report.refused, report.failed) == ([], [])
    return open_store(place)


@pytest.fixture(scope="session")
def compared_store(tmp_path_factory: pytest.TempPathFactory) -> ox.Store:
    """The seeds, a reprint of one of them, and an article that tells a later level: every query has an answer."""
    place, seeds = tmp_path_factory.mktemp("asked"), folder("seeds")
    later = write(place, "later", number="122,210", day="September 30, 2025", published="October 9, 2025")
    store, report = build_aside([*seeds.glob("*.txt"), reprint(seeds, place), later])
    assert (report.refused, report.failed) == ([], [])
    return store
