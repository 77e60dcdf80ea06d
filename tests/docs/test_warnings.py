"""Every warning on the seeds is explained in docs/warnings.md, and nothing else is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox
import pytest

from ansinh import open_store, validate
from ansinh.graph.terms import name, node
from ansinh.namespaces import ID
from tests.docs.pages import text_of

_SECTION = re.compile(
    r"^### (?P<focus>\S+)\n\n`(?P<shape>[^`]+)` · `(?P<value>[^`]*)`\n\n> (?P<quotation>[^\n]+)\n\n"
    r"(?P<reason>\S[^#]{80,})",
    re.MULTILINE,
)


class Warned(NamedTuple):
    """What is odd: the thing, the shape and the value; and the passage that prints it."""

    focus: str
    shape: str
    value: str
    quotation: str


@pytest.fixture(scope="module")
def warned(store: Path) -> list[Warned]:
    opened = open_store(store)
    return sorted(
        Warned(
            result.focus.removeprefix(ID),
            result.shape.rpartition("#")[2],
            result.value or "",
            _quotation(opened, result.focus),
        )
        for result in validate(opened)
        if result.severity == "Warning"
    )


def _quotation(store: ox.Store, focus: str) -> str:
    for said in store.quads_for_pattern(node(focus), name("ans:quotation"), None):
        assert isinstance(said.object, ox.NamedNode)
        for exact in store.quads_for_pattern(said.object, name("oa:exact"), None):
            return str(getattr(exact.object, "value", ""))
    return "no passage of its own"


def explained() -> list[Warned]:
    """The sections of the page."""
    sections = _SECTION.finditer(text_of("docs/warnings.md"))
    return sorted(Warned(s["focus"], s["shape"], s["value"], s["quotation"]) for s in sections)


def test_every_warning_is_explained_and_nothing_else(warned: list[Warned]) -> None:
    missing = [
        f"### {w.focus}\n\n`{w.shape}` · `{w.value}`\n\n> {w.quotation}\n" for w in warned if w not in explained()
    ]
    assert not missing, "write the reasons into docs/warnings.md:\n\n" + "\n".join(missing)
    assert explained() == warned, "docs/warnings.md explains what is no warning any more"


def test_every_section_is_understood() -> None:
    assert text_of("docs/warnings.md").count("\n### ") == len(explained()) > 0


def test_the_seeds_break_no_rule(store: Path) -> None:
    assert [result for result in validate(store) if result.severity == "Violation"] == []
