"""What a validation report of SHACL says, as plain values in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node

SHACL = "http://www.w3.org/ns/shacl#"
SEVERITIES = ("Violation", "Warning", "Info")


@dataclass(frozen=True, slots=True)
class Result:
    """One breach of a shape.

    `focus` is the thing that is wrong, `path` the property (None where it is the thing as a whole), `value` the value,
    `shape` and `component` what is broken, `message` and `message_vi` what to do about it.
    """

    severity: str
    focus: str
    path: str | None
    value: str | None
    shape: str
    component: str
    message: str
    message_vi: str


def read_report(report: rdflib.Graph, shapes: rdflib.Graph) -> tuple[Result, ...]:
    """The results of a report, each once, the worst first."""
    return tuple(sorted(set(_results(report, shapes)), key=_order))


def _results(report: rdflib.Graph, shapes: rdflib.Graph) -> Iterator[Result]:
    from rdflib import URIRef

    def said(result: Node, name: str) -> Node | None:
        return report.value(result, URIRef(SHACL + name))

    for result in report.objects(None, URIRef(f"{SHACL}result")):
        path, value, shape = said(result, "resultPath"), said(result, "value"), said(result, "sourceShape")
        # from the shape: the report of a SPARQL constraint has them without their languages
        messages = {getattr(m, "language", None): str(m) for m in shapes.objects(shape, URIRef(f"{SHACL}message"))}
        yield Result(
            severity=str(said(result, "resultSeverity")).removeprefix(SHACL),
            focus=str(said(result, "focusNode")),
            path=None if path is None else _path(path, shapes),
            value=None if value is None else str(value),
            shape=str(shape),
            component=str(said(result, "sourceConstraintComponent")).removeprefix(SHACL),
            message=messages.get("en", ""),
            message_vi=messages.get("vi", ""),
        )


def _path(path: Node, shapes: rdflib.Graph) -> str:
    """A property path as SPARQL writes it, with full IRIs."""
    from rdflib import URIRef

    if (inverse := shapes.value(path, URIRef(f"{SHACL}inversePath"))) is not None:
        return f"^{_path(inverse, shapes)}"
    if (alternatives := shapes.value(path, URIRef(f"{SHACL}alternativePath"))) is not None:
        return "|".join(_path(alternative, shapes) for alternative in shapes.items(alternatives))
    return str(path)


def _order(result: Result) -> tuple[int, str, str, str, str, str]:
    rank = SEVERITIES.index(result.severity)
    return rank, result.focus, result.path or "", result.shape, result.component, result.value or ""
