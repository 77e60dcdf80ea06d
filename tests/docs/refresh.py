"""`python -m tests.docs.refresh`: generate the reference anew, and show in every page what its commands print now."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.docs.blocks import ROOT
from tests.docs.pages import REFERENCE, followed, seeds_store
from tests.docs.reference import PAGES


def main() -> None:
    """Write every page that has changed, and say which."""
    for name, page in PAGES.items():
        _write(f"{REFERENCE}/{name}", page())
    with (
        tempfile.TemporaryDirectory(prefix="ansinh-docs-") as folder,
        followed(Path(folder), seeds_store(Path(folder))) as pages,
    ):
        for name, shown in pages.items():
            _write(name, shown.result())


def _write(name: str, text: str) -> None:
    path = ROOT / name
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")
        sys.stdout.write(f"{name}\n")


if __name__ == "__main__":
    main()
