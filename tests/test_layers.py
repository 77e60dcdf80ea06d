"""Imports run one way: a module imports only from the layers above it, deferred imports included."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "ansinh"
LAYERS = (
    "errors", "model", "namespaces", "nearness", "knowledge", "vocabulary", "error_rates", "words", "lexicon",
    "reading", "recognising", "relating", "auditing", "records", "explaining", "reviewing", "checking", "graph",
    "fetching", "updating", "querying", "api", "cli",
)  # fmt: skip
# the one door to each heavy library
DOORS = {
    "owlready2": {"checking/owl.py"},
    "pyshacl": {"checking/shacl.py"},
    "oxrdflib": {"graph/store.py"},
    "jinja2": {"explaining/templating.py"},
    # the second only names their types
    "pandas": {"querying/frames.py", "querying/saved_answer.py"},
    "polars": {"querying/frames.py", "querying/saved_answer.py"},
    "pyarrow": {"querying/frames.py", "querying/saved_answer.py"},
    "rapidfuzz": {"nearness.py"},
    "vl_convert": {"querying/chart.py"},
    "SPARQLWrapper": {"querying/endpoint.py"},
    "rensa": {"auditing/reprints.py"},
    "trafilatura": {"reading/web_page.py"},
    "pypdf": {"reading/pdf.py"},
    "docx": {"reading/docx.py"},
    "httpcore": {"fetching/transport.py"},
    "protego": {"fetching/robots.py"},
}
MODULES = sorted(p for p in SOURCE.rglob("*.py") if p != SOURCE / "__init__.py")


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _layer(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_a_module_imports_only_from_the_layers_above_it(path: Path) -> None:
    own = LAYERS.index(_layer(path))
    for name in _imported(path):
        if name.startswith("ansinh."):
            layer = name.split(".")[1]
            assert LAYERS.index(layer) <= own, f"{path.relative_to(SOURCE)} imports {name}"
        for library, doors in DOORS.items():
            if name.split(".")[0] == library:
                assert str(path.relative_to(SOURCE)) in doors, f"{library} has another door"


def test_every_layer_exists() -> None:
    assert {_layer(path) for path in MODULES} == set(LAYERS)


def test_no_drawer_for_odds_and_ends() -> None:
    names = {path.stem for path in MODULES}
    assert not names & {"utils", "helpers", "common", "base", "manager", "misc"}
