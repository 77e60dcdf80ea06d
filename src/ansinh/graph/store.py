"""The one door to the store: how it is opened for reading, and how a build changes it as a whole.

A build works on a copy of the current generation, which takes its place when the build is done; one that stops half-way
changes nothing.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from ansinh.errors import StoreError
from ansinh.graph.generations import (
    LOCK,
    clear,
    current,
    damaged,
    has_current,
    make_current,
    next_generation,
    prepare,
    work_folder,
)
from ansinh.graph.others import keep

if TYPE_CHECKING:
    import rdflib


STORE = "ansinh-store"


def open_store(folder: str | Path = STORE) -> ox.Store:
    """The store for reading, as it is at this moment; builds that follow do not change what it shows.

    Raises StoreError where there is none, or it is damaged or of another version.
    """
    place = Path(folder)
    with _sound(place):
        return ox.Store.read_only(str(current(place)))


def open_graph(folder: str | Path = STORE) -> rdflib.Dataset:
    """The store as an rdflib data set, for code that speaks rdflib; slower than SPARQL on `open_store`."""
    import rdflib
    from oxrdflib import OxigraphStore

    return rdflib.Dataset(store=OxigraphStore(store=open_store(folder)), default_union=True)


def exists(folder: str | Path) -> bool:
    """Whether a store has been built there."""
    return has_current(Path(folder))


@dataclass(slots=True)
class Rewrite:
    """A copy of a store that is being changed; `kept` says whether it will take the store's place."""

    store: ox.Store
    kept: bool = True

    def discard(self) -> None:
        """Leave the store as it was."""
        self.kept = False


@contextmanager
def rewriting(folder: str | Path, *, fresh: bool = False) -> Iterator[Rewrite]:
    """A copy of the store to change; it takes the store's place when the block ends without an error.

    With `fresh` the copy has nothing but the graphs of others, and not even these where the store cannot be read.
    Raises StoreError where another build is at work.
    """
    place = Path(folder)
    prepare(place)
    with _locked(place):
        before = None if fresh or not has_current(place) else current(place)
        clear(place)
        work = work_folder(place)
        try:
            if before is not None:
                with _sound(place):
                    ox.Store.read_only(str(before)).backup(str(work / "store"))
            rewrite = Rewrite(ox.Store(str(work / "store")))
            if fresh:
                _keep_others(place, rewrite.store)
            yield rewrite
            if rewrite.kept:
                after = next_generation(place)
                # a copy again: what readers open was never open for writing, so that nothing moves under them
                rewrite.store.backup(str(after))
                make_current(place, after)
        finally:
            shutil.rmtree(work, ignore_errors=True)


def _keep_others(place: Path, store: ox.Store) -> None:
    # a fresh build is also the way out of a store that is damaged or of another version
    with suppress(StoreError, OSError, RuntimeError):
        keep(open_store(place), store)


@contextmanager
def _locked(place: Path) -> Iterator[None]:
    import filelock

    try:
        with filelock.FileLock(place / LOCK, timeout=0):
            yield
    except filelock.Timeout:
        raise StoreError(f"{place}: another build is at work on this store; wait for it to end and try again") from None


@contextmanager
def _sound(place: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, RuntimeError) as error:
        raise damaged(place) from error
