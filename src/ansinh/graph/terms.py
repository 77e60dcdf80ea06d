"""The one door to RDF terms: every IRI, literal and quad of the graph is made here.

Names are written as in a query: `name("ans:value")`.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache

import pyoxigraph as ox

from ansinh.errors import KnowledgeError
from ansinh.namespaces import ID, PREFIXES
from ansinh.records import plain
from ansinh.vocabulary import concepts

type_ = ox.NamedNode(f"{PREFIXES['rdf']}type")

Term = ox.NamedNode | ox.Literal | ox.BlankNode


@cache
def name(curie: str) -> ox.NamedNode:
    """A term of a vocabulary by its prefixed name."""
    prefix, _, local = curie.partition(":")
    return ox.NamedNode(PREFIXES[prefix] + local)


def node(iri: str) -> ox.NamedNode:
    """A thing by its full IRI; ValueError when it is not one."""
    return ox.NamedNode(iri)


def graph(path: str) -> ox.NamedNode:
    """The name of a graph: `graph("documents")`, `graph("article/002-…")`."""
    return ox.NamedNode(f"{ID}graph/{path}")


@cache
def concept(scheme: str, notation: str) -> ox.NamedNode:
    """A concept of the vocabularies; KnowledgeError when `ontology/` does not have it."""
    try:
        return ox.NamedNode(concepts(scheme)[notation].iri)
    except KeyError:
        raise KnowledgeError(f"ontology: the scheme {scheme!r} has no notation {notation!r}; add it there") from None


def text(value: str, language: str | None = None) -> ox.Literal:
    """A string, with its language where one is given."""
    return ox.Literal(value, language=language)


def decimal(value: Decimal) -> ox.Literal:
    """An xsd:decimal in the form in which the store keeps it."""
    return ox.Literal(plain(value), datatype=name("xsd:decimal"))


def integer(value: int) -> ox.Literal:
    """An xsd:integer: offsets and counts."""
    return ox.Literal(value)


def day(value: date) -> ox.Literal:
    """An xsd:date."""
    return ox.Literal(value.isoformat(), datatype=name("xsd:date"))


def moment(value: str) -> ox.Literal:
    """An xsd:dateTime, told as ISO 8601 with its offset from UTC."""
    return ox.Literal(value, datatype=name("xsd:dateTime"))


def address(value: str) -> ox.Literal:
    """An xsd:anyURI: an address that is told, not a thing that is meant."""
    return ox.Literal(value, datatype=name("xsd:anyURI"))


def quad(subject: ox.NamedNode, predicate: ox.NamedNode, value: Term, within: ox.NamedNode) -> ox.Quad:
    """One statement of one graph."""
    return ox.Quad(subject, predicate, value, within)
