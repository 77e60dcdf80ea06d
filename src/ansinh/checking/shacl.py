"""The one door to pySHACL: which shapes a graph breaks, in words.

The vocabularies are part of what is validated against, so that a closed list is a class; they are read once. pySHACL
starts anew for every node that a shape hands on to its property shapes; a property shape with a target of its own is
run once for all nodes, so targets are handed down when the shapes are read. The results are the same, ten times sooner.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import pyoxigraph as ox

from ansinh.errors import KnowledgeError
from ansinh.knowledge import folder
from ansinh.namespaces import PREFIXES

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node

# the shapes of the vocabularies: no article can break them, so that only `validate_vocabulary` needs them
_VOCABULARY_SHAPES = frozenset({"concept.ttl", "place.ttl"})
# what the shapes of facts ask of the vocabularies
_CONTEXT = frozenset(
    PREFIXES[prefix] + local
    for prefix, local in (
        ("rdf", "type"),
        ("rdfs", "subClassOf"),
        ("rdfs", "label"),
        ("skos", "prefLabel"),
        ("skos", "inScheme"),
        ("dcterms", "isReplacedBy"),
    )
)
_SEVERITIES = ("Violation", "Warning", "Info")


@dataclass(frozen=True, slots=True)
class Result:
    """One breach of a shape.

    `focus` is the thing that is wrong, `path` the property (None where it is the thing as a whole), `value` the value,
    `shape` and `component` what was broken, `message` and `message_vi` what to do about it.
    """

    severity: str
    focus: str
    path: str | None
    value: str | None
    shape: str
    component: str
    message: str
    message_vi: str


def validate_graph(data: rdflib.Graph | Iterable[ox.Triple | ox.Quad]) -> tuple[Result, ...]:
    """What a graph of facts breaks, the worst first; it is valid when nothing of it is a Violation.

    Takes everything that the facts point at except the vocabularies, which are at hand.
    """
    graph = _copy(_context())
    for triple in data if _is_rdflib(data) else _converted(data):
        graph.add(triple)
    return _run(graph, _shapes(vocabulary=False))


def validate_vocabulary() -> tuple[Result, ...]:
    """What the vocabularies of `ontology/` break."""
    return _run(_copy(_ontology()), _shapes(vocabulary=True))
