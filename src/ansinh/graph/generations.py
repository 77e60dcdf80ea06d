"""The folder of a store: which generation is the current one, and what else lies there.

The file CURRENT names a generation, a folder with a number for its name. Swapping that file is all that a reader ever
sees of a build. Beside the generations lie the snapshots of pages and the list of sources, which no build touches.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

from ansinh.errors import StoreError

FORMAT = 2
LOCK = "build.lock"
SNAPSHOTS = "snapshots"
SOURCES = "sources.txt"
_CURRENT = "CURRENT"
_WORK = "building-"


def prepare(place: Path) -> None:
    """Make the folder of a store; StoreError where something else is there."""
    if place.is_file():
        raise StoreError(f"{place} is a file: name a folder for the store with --store")
    if place.is_dir() and not has_current(place) and not all(map(_may_lie_there, place.iterdir())):
        raise StoreError(f"{place} holds other things than a store: name an empty or new folder with --store")
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{place}: the folder cannot be made ({error.strerror}); name another with --store") from error


def has_current(place: Path) -> bool:
    """Whether a store has been built there."""
    return (place / _CURRENT).is_file()


def current(place: Path) -> Path:
    """The current generation; StoreError where there is none, or it is damaged or of another version."""
    try:
        told = json.loads((place / _CURRENT).read_text(encoding="utf-8"))
    except FileNotFoundError:
        make = f"build one with `ansinh build --store {place} FILE…`"
        raise StoreError(f"{place}: there is no store here; {make}") from None
    except NotADirectoryError:
        raise StoreError(f"{place} is a file, not a store: name the store's folder with --store") from None
    except (ValueError, OSError) as error:
        raise damaged(place) from error
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        found = told.get("format") if isinstance(told, dict) else None
        raise StoreError(f"{place}: the store has format {found}, this ansinh reads format {FORMAT}; {_again(place)}")
    if not str(told.get("folder")).isdigit():
        raise damaged(place)
    return place / str(told["folder"])


def damaged(place: Path) -> StoreError:
    """The error of a store that cannot be read, which says how to get a sound one."""
    return StoreError(f"{place}: the store is damaged; {_again(place)}")


def work_folder(place: Path) -> Path:
    """A new folder for a build, beside the generations."""
    return Path(tempfile.mkdtemp(prefix=_WORK, dir=place))


def next_generation(place: Path) -> Path:
    """The generation that comes after all that are there."""
    numbers = [int(path.name) for path in place.iterdir() if path.name.isdigit()]
    return place / f"{max(numbers, default=0) + 1:06d}"


def make_current(place: Path, generation: Path) -> None:
    """Let readers see a generation from now on."""
    beside = place / f"{_CURRENT}.new"
    beside.write_text(json.dumps({"format": FORMAT, "folder": generation.name}) + "\n", encoding="utf-8")
    beside.replace(place / _CURRENT)


def clear(place: Path) -> None:
    """Remove what earlier builds left, but not the current generation: readers have it open."""
    try:
        keep = current(place)
    except StoreError:
        keep = None
    for path in place.iterdir():
        if path.is_dir() and _is_ours(path) and path != keep:
            shutil.rmtree(path, ignore_errors=True)


def _may_lie_there(path: Path) -> bool:
    return _is_ours(path) or path.name in (SNAPSHOTS, SOURCES) or path.name.startswith(f".{SOURCES}.")


def _is_ours(path: Path) -> bool:
    return path.name.isdigit() or path.name.startswith(_WORK) or path.name in (LOCK, f"{_CURRENT}.new")


def _again(place: Path) -> str:
    return f"build it again with `ansinh build --fresh --store {place} FILE…`"
