"""Which pages there are, and what a reader of each has at hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.docs.blocks import ROOT, Reader

TUTORIAL = "docs/tutorial.md"
# the tutorial starts with nothing; whoever reads the others has a clone
TOLD = ("README.md", TUTORIAL, "docs/how-it-works.md", "docs/records.md", "docs/warnings.md")
REFERENCE = "docs/reference"


def text_of(name: str) -> str:
    """A page, or another file of the tree."""
    return (ROOT / name).read_text(encoding="utf-8")


def reader_of(name: str, folder: Path) -> Reader:
    """Somebody who reads a page in an empty folder, which has the seeds of a clone but for the tutorial."""
    folder.mkdir(parents=True, exist_ok=True)
    if name != TUTORIAL:
        (folder / "seeds").symlink_to(ROOT / "seeds")
    return Reader(folder)


def all_pages() -> Iterator[str]:
    """Every page of the documentation, by its path in the tree."""
    for path in sorted((*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"))):
        yield path.relative_to(ROOT).as_posix()
