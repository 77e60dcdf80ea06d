"""One store in which every saved query has an answer, and the servers that hold it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from ansinh.graph.store import open_store
from ansinh.knowledge import folder
from tests.engines.servers import oxigraph, virtuoso
from tests.graph.test_comparisons import reprint, write
from tests.reviewing.stores import reviewed_seeds


@pytest.fixture(scope="session")
def asked_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds with decisions about figures, a reprint of one of them, and an article that tells a later level."""
    place = tmp_path_factory.mktemp("asked")
    later = write(place, "later", number="122,210", day="September 30, 2025", published="October 9, 2025")
    return reviewed_seeds(place, reprint(folder("seeds"), place), later)


@pytest.fixture(scope="session")
def asked_store(asked_folder: Path) -> ox.Store:
    """The same, open."""
    return open_store(asked_folder)


@pytest.fixture(scope="session")
def oxigraph_address(asked_store: ox.Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An Oxigraph server that has the graphs of the store, and reads their union when it is asked to."""
    with oxigraph(asked_store, tmp_path_factory.mktemp("oxigraph")) as address:
        yield f"{address}?union-default-graph"


@pytest.fixture(scope="session")
def virtuoso_address(asked_store: ox.Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A Virtuoso server that has its triples."""
    if shutil.which("virtuoso-t") is None:
        pytest.skip("virtuoso-t is not there: apt-get install virtuoso-opensource-7, as .ci/run does")
    with virtuoso(asked_store, tmp_path_factory.mktemp("virtuoso")) as address:
        yield address
