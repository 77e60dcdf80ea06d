"""The one door to the store: where it lies, how it is opened for reading, and how a build changes it as a whole.

A store is a folder. Its file CURRENT names the generation that readers see; a build works on a copy of that generation
and, when it is done, CURRENT is swapped for one that names the copy. A build that stops half-way changes nothing.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import filelock
import pyoxigraph as ox

from ansinh.errors import StoreError

if TYPE_CHECKING:
    import rdflib

FORMAT = 1
_CURRENT = "CURRENT"
_LOCK = "build.lock"
_WORK = "building-"


def open_store(folder: str | Path) -> ox.Store:
    """The store for reading, as it is at this moment; builds that follow do not change what it shows.

    Raises StoreError where there is none, or it is damaged or of another version.
    """
    place = Path(folder)
    return _opened(place, place / _current(place))


def open_graph(folder: str | Path) -> rdflib.Dataset:
    """The store as an rdflib data set, for code that speaks rdflib; slower than SPARQL on `open_store`."""
    import rdflib
    from oxrdflib import OxigraphStore

    return rdflib.Dataset(store=OxigraphStore(store=open_store(folder)), default_union=True)


def exists(folder: str | Path) -> bool:
    """Whether a store has been built there."""
    return (Path(folder) / _CURRENT).is_file()


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

    With `fresh` the copy is empty, whatever was there before. Raises StoreError where another build is at work.
    """
    place = Path(folder)
    _prepare(place)
    with _locked(place):
        before = None if fresh or not exists(place) else _current(place)
        _clear(place, keep=_current_or_none(place))
        work = Path(tempfile.mkdtemp(prefix=_WORK, dir=place))
        try:
            if before is not None:
                _copy(place, place / before, work / "store")
            rewrite = Rewrite(ox.Store(str(work / "store")))
            yield rewrite
            if rewrite.kept:
                after = _next_name(place)
                # a copy again: what readers open was never open for writing, so that nothing moves under them
                rewrite.store.backup(str(place / after))
                _point(place, after)
        finally:
            shutil.rmtree(work, ignore_errors=True)


def _prepare(place: Path) -> None:
    if place.is_file():
        raise StoreError(f"{place} is a file: name a folder for the store with --store")
    if place.is_dir() and not exists(place) and not all(_is_ours(p) for p in place.iterdir()):
        raise StoreError(f"{place} holds other things than a store: name an empty or new folder with --store")
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{place}: the folder cannot be made ({error.strerror}); name another with --store") from error


@contextmanager
def _locked(place: Path) -> Iterator[None]:
    try:
        with filelock.FileLock(place / _LOCK, timeout=0):
            yield
    except filelock.Timeout:
        raise StoreError(f"{place}: another build is at work on this store; wait for it to end and try again") from None


def _current(place: Path) -> str:
    again = f"build it again with `ansinh build --fresh --store {place} FILE…`"
    try:
        told = json.loads((place / _CURRENT).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise StoreError(
            f"{place}: there is no store here; build one with `ansinh build --store {place} FILE…`"
        ) from None
    except NotADirectoryError:
        raise StoreError(f"{place} is a file, not a store: name the store's folder with --store") from None
    except (ValueError, OSError) as error:
        raise StoreError(f"{place}: the store is damaged ({_CURRENT} cannot be read); {again}") from error
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        found = told.get("format") if isinstance(told, dict) else None
        raise StoreError(f"{place}: the store has format {found}, this ansinh reads format {FORMAT}; {again}")
    if not str(told.get("folder")).isdigit():
        raise StoreError(f"{place}: the store is damaged ({_CURRENT} names no folder of it); {again}")
    return str(told["folder"])


def _current_or_none(place: Path) -> str | None:
    try:
        return _current(place)
    except StoreError:
        return None


def _opened(place: Path, generation: Path) -> ox.Store:
    with _sound(place):
        return ox.Store.read_only(str(generation))


def _copy(place: Path, before: Path, after: Path) -> None:
    with _sound(place):
        ox.Store.read_only(str(before)).backup(str(after))


@contextmanager
def _sound(place: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, RuntimeError) as error:
        again = f"build it again with `ansinh build --fresh --store {place} FILE…`"
        raise StoreError(f"{place}: the store is damaged; {again}") from error


def _next_name(place: Path) -> str:
    numbers = [int(p.name) for p in place.iterdir() if p.name.isdigit()]
    return f"{max(numbers, default=0) + 1:06d}"


def _clear(place: Path, keep: str | None) -> None:
    """Remove what earlier builds left, but not the generation that readers may have open."""
    for leftover in place.iterdir():
        if leftover.is_dir() and _is_ours(leftover) and leftover.name != keep:
            shutil.rmtree(leftover, ignore_errors=True)


def _is_ours(path: Path) -> bool:
    return path.name.isdigit() or path.name.startswith(_WORK) or path.name in (_LOCK, f"{_CURRENT}.new")


def _point(place: Path, generation: str) -> None:
    beside = place / f"{_CURRENT}.new"
    beside.write_text(json.dumps({"format": FORMAT, "folder": generation}) + "\n", encoding="utf-8")
    beside.replace(place / _CURRENT)
