"""docs/reference/shapes.md: every shape with its severity and its messages."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from tests.docs.reference.markdown import page as made, short, table
from tests.docs.reference.statements import Term, Values, iris, said, short_terms, text

_OPENING = """\
The shapes that `ansinh build` and `ansinh validate` hold the graph against: [`shapes/`](../../shapes), in SHACL. A
**Violation** is a fact that the graph must not have: its article is not put in. A **Warning** is something odd that an
article prints: it is reported as printed. An **Info** is something that an article does not tell. A graph is valid when
nothing is a Violation."""


def page() -> str:
    """The page of the shapes."""
    return made("Shapes", _OPENING, _lines())


def constraining() -> dict[str, Values]:
    """The shapes that have something to say, by their short names."""
    return {name: values for name, values in short_terms("shapes").items() if "sh:message" in values}


def _lines() -> Iterator[str]:
    told = constraining()
    for class_ in _classes():
        yield from (f"## {class_}", "")
        named = sorted(name for name in told if class_ in _targets()[name])
        yield from table(
            ("shape", "severity", "property", "message", "thông báo"),
            (_row(name, told[name]) for name in named),
        )


def _row(name: str, values: Values) -> tuple[str, ...]:
    path = values.get("sh:path", [])
    return (
        f"`{name}`",
        ", ".join(iris(values, "sh:severity")).removeprefix("sh:"),
        f"`{_path(path[0])}`" if path else "",
        text(values, "sh:message", "en"),
        text(values, "sh:message", "vi"),
    )


def _classes() -> list[str]:
    return sorted({class_ for classes in _targets().values() for class_ in classes})


def _targets() -> dict[str, set[str]]:
    """The classes that each shape speaks of, by its own target or that of the shape it is a part of."""
    found: dict[str, set[str]] = {}
    for name, values in short_terms("shapes").items():
        for part in (name, *iris(values, "sh:property")):
            found.setdefault(part, set()).update(iris(values, "sh:targetClass"))
    return found


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
    for first in values.get("rdf:first", []):
        yield first
    for rest in values.get("rdf:rest", []):
        yield from _items(rest)
