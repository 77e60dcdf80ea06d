"""What the tests of the documentation share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import Future
from pathlib import Path

import pytest

from tests.docs.pages import followed, seeds_store


@pytest.fixture(scope="session")
def pages(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, Future[str]]]:
    """Every page that shows what commands print, with what they print now."""
    with followed(tmp_path_factory.mktemp("docs"), store) as found:
        yield found


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the seeds."""
    return seeds_store(tmp_path_factory.mktemp("docs-store"))
