"""docs/reference/shapes.md: every shape with its severity and its messages."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import pyoxigraph as ox

from tests.docs.reference.markdown import code, short, table, whole_page
from tests.docs.reference.statements import Term, Values, iris, said, short_terms, text

_OPENING = """\
The shapes that `ansinh build` and `ansinh validate` hold the graph against: [`shapes/`](../../shapes), in SHACL. A
**Violation** is a fact that the graph must not have: its article is not put in. A **Warning** is something odd that an
article prints: it is reported as printed. An **Info** is something that an article does not tell. A graph is valid when
nothing is a Violation."""


def page() -> str:
    """The page of the shapes."""
    return whole_page("Shapes", _OPENING, _lines())


def constraining() -> dict[str, Values]:
    """The shapes that have something to say, by their short names."""
    return {name: values for name, values in short_terms("shapes").items() if "sh:message" in values}


def _lines() -> Iterator[str]:
    terms = short_terms("shapes")
    for family, members in groupby(sorted(constraining().items()), key=lambda item: _family(item[0])):
        yield from (f"## {family.removeprefix('shapes:')}", "")
        targets = iris(terms.get(family, {}), "sh:targetClass")
        yield from ((f"For every {code(targets)}.", "") if targets else ())
        yield from table(
            ("shape", "severity", "property", "message", "thông báo"),
            (_row(name, values) for name, values in members),
        )


def _family(name: str) -> str:
    """The node shape that a shape belongs to: a shape is called by it and by what it asks."""
    return name.partition("-")[0]


def _row(name: str, values: Values) -> tuple[str, ...]:
    path = values.get("sh:path", [])
    return (
        f"`{name}`",
        ", ".join(iris(values, "sh:severity")).removeprefix("sh:"),
        f"`{_path(path[0])}`" if path else "",
        text(values, "sh:message", "en"),
        text(values, "sh:message", "vi"),
    )


def _path(path: Term) -> str:
    """A property path as SPARQL writes it."""
    if isinstance(path, ox.NamedNode):
        return short(path.value)
    values = said("shapes")[path]
    if "sh:inversePath" in values:
        return f"^{_path(values['sh:inversePath'][0])}"
    return " | ".join(_path(way) for way in _items(values["sh:alternativePath"][0]))


def _items(head: Term) -> Iterator[Term]:
    values = said("shapes").get(head, {})
    yield from values.get("rdf:first", [])
    for rest in values.get("rdf:rest", []):
        yield from _items(rest)
