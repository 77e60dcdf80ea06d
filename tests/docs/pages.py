"""Which pages there are, and what a reader of each has at hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from ansinh import build
from tests.docs.blocks import ROOT, Reader, rendered

README = "README.md"
TUTORIAL = "docs/tutorial.md"
TOLD = (
    TUTORIAL,
    README,
    "docs/how-it-works.md",
    "docs/records.md",
    "docs/audit.md",
    "docs/tables.md",
    "docs/other-data.md",
    "docs/servers.md",
)
REFERENCE = "docs/reference"


def text_of(name: str) -> str:
    """A page, or another file of the tree."""
    return (ROOT / name).read_text(encoding="utf-8")


def seeds_store(folder: Path) -> Path:
    """A store of the seeds, built in a folder."""
    build(sorted((ROOT / "seeds").glob("*.txt")), folder / "ansinh-store")
    return folder / "ansinh-store"


def reader_of(name: str, folder: Path, store: Path) -> Reader:
    """Somebody who reads a page in a folder of their own.

    Whoever follows the tutorial starts with nothing and whoever reads the README builds by `make run`; the others have
    the seeds of a clone, and have built them.
    """
    folder.mkdir(parents=True)
    if name != TUTORIAL:
        (folder / "seeds").symlink_to(ROOT / "seeds")
    if name not in (TUTORIAL, README):
        (folder / store.name).symlink_to(store)
    return Reader(folder)


@contextmanager
def followed(folder: Path, store: Path) -> Iterator[Mapping[str, Future[str]]]:
    """Every page that shows what commands print, with what they print now; the pages are followed side by side."""
    with ThreadPoolExecutor() as readers:
        yield {name: readers.submit(rendered, text_of(name), reader_of(name, folder / name, store)) for name in TOLD}


def all_pages() -> Iterator[str]:
    """Every page of the documentation, by its path in the tree."""
    for path in sorted((*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"))):
        yield path.relative_to(ROOT).as_posix()
