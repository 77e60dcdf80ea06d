"""From pyoxigraph, which parses and stores, to rdflib, which pySHACL works on.

Term by term, because writing N-Triples out and parsing them again takes ten times as long.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import pyoxigraph as ox

from ansinh.errors import KnowledgeError
from ansinh.knowledge import folder
from ansinh.namespaces import PREFIXES

if TYPE_CHECKING:
    from rdflib.term import Node

Statement = ox.Triple | ox.Quad

_STRING = PREFIXES["xsd"] + "string"
_LANGUAGE_STRING = PREFIXES["rdf"] + "langString"


def converted(statements: Iterable[Statement]) -> Iterator[tuple[Node, Node, Node]]:
    """The statements as triples of rdflib; the graphs that quads stand in are dropped."""
    from rdflib.term import BNode, Literal, URIRef

    names: dict[str, URIRef] = {}

    def term(value: object) -> Node:
        if isinstance(value, ox.NamedNode):
            return names.get(value.value) or names.setdefault(value.value, URIRef(value.value))
        if isinstance(value, ox.Literal):
            if value.language:
                return Literal(value.value, lang=value.language)
            # a plain literal: rdflib takes "a" and "a"^^xsd:string for two terms
            plain = value.datatype.value in (_STRING, _LANGUAGE_STRING)
            return Literal(value.value) if plain else Literal(value.value, datatype=URIRef(value.datatype.value))
        if isinstance(value, ox.BlankNode):
            return BNode(value.value)
        raise TypeError(f"not a term of RDF 1.1: {value}")

    for statement in statements:
        yield term(statement.subject), term(statement.predicate), term(statement.object)


def knowledge(name: str) -> Iterator[tuple[str, ox.Quad]]:
    """What the files of `ontology` or `shapes` say, each statement with the name of its file."""
    for path in sorted(folder(name).glob("*.ttl")):
        try:
            for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE):
                yield path.name, quad
        except SyntaxError as error:
            raise KnowledgeError(f"{name}/{path.name} is not Turtle: {error}") from error
