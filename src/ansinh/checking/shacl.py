"""The one door to pySHACL: which shapes a graph breaks, in words.

The vocabularies stand beside the facts, so that a closed list is a class. Two things make pySHACL an order of magnitude
faster, without changing what it finds: a property shape with a target of its own is run once for all nodes, so targets
are handed down to the property shapes; and a SPARQL constraint is parsed once, not once a node.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

from ansinh.checking.conversion import Statement, converted, knowledge
from ansinh.checking.results import SHACL, Result, read_report
from ansinh.errors import KnowledgeError
from ansinh.namespaces import PREFIXES

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node

__all__ = ["Result", "validate_graph", "validate_vocabulary"]

# no article can break the shapes of the vocabularies, so only `validate_vocabulary` runs them
_OF_VOCABULARY = frozenset({"concept.ttl", "place.ttl"})
_OF_BOTH = frozenset({"agency.ttl", "prefixes.ttl"})
# what the shapes of the facts ask of the vocabularies
_CONTEXT = frozenset(
    PREFIXES[prefix] + name
    for prefix, name in (
        ("rdf", "type"),
        ("rdfs", "subClassOf"),
        ("skos", "prefLabel"),
        ("skos", "inScheme"),
        ("ans", "population"),
    )
)


def validate_graph(data: rdflib.Graph | Iterable[Statement]) -> tuple[Result, ...]:
    """What a graph of facts breaks, the worst first; it is valid when none of it is a Violation.

    The facts come with the documents, agencies, persons and policies that they point at; the vocabularies are at hand.
    """
    import rdflib

    facts = data if isinstance(data, rdflib.Graph) else converted(data)
    return _run((triple for part in (_context(), facts) for triple in part), _shapes(vocabulary=False))


def validate_vocabulary(data: Iterable[Statement] | None = None) -> tuple[Result, ...]:
    """What vocabularies break: those given, else those of `ontology/`."""
    statements = (quad for _, quad in knowledge("ontology")) if data is None else data
    return _run(converted(statements), _shapes(vocabulary=True))


def _run(triples: Iterable[tuple[Node, Node, Node]], shapes: rdflib.Graph) -> tuple[Result, ...]:
    import pyshacl
    from rdflib import Graph

    data = _graph_class()()
    for triple in triples:
        data.add(triple)
    _, report, text = pyshacl.validate(data, shacl_graph=shapes, inplace=True)
    if not isinstance(report, Graph):
        raise KnowledgeError(f"shapes: pySHACL cannot run them: {text}")
    return read_report(report, shapes)


@cache
def _context() -> tuple[tuple[Node, Node, Node], ...]:
    return tuple(converted(quad for _, quad in knowledge("ontology") if quad.predicate.value in _CONTEXT))


@cache
def _shapes(*, vocabulary: bool) -> rdflib.Graph:
    """The shapes of the vocabularies, or of the facts, with their targets handed down to the property shapes."""
    from rdflib import Graph, URIRef

    def wanted(file: str) -> bool:
        return file in _OF_BOTH or (file in _OF_VOCABULARY) is vocabulary

    graph = Graph(identifier=URIRef("https://w3id.org/ansinh/shapes#"))
    for triple in converted(quad for file, quad in knowledge("shapes") if wanted(file)):
        graph.add(triple)
    target, part = URIRef(f"{SHACL}targetClass"), URIRef(f"{SHACL}property")
    for shape, class_ in list(graph.subject_objects(target)):
        for property_shape in list(graph.objects(shape, part)):
            graph.add((property_shape, target, class_))
            graph.remove((shape, part, property_shape))
    return graph


@cache
def _graph_class() -> type[rdflib.Graph]:
    from rdflib import Graph
    from rdflib.plugins.sparql import prepareQuery

    prepared = cache(prepareQuery)

    class PreparingGraph(Graph):
        """A graph that parses a query when it first meets it."""

        def query(self, query_object: Any, *args: Any, **options: Any) -> Any:
            known = prepared(query_object) if isinstance(query_object, str) else query_object
            return super().query(known, *args, **options)

    return PreparingGraph
