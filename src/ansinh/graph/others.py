"""The graphs that others wrote and that stand beside ours: which they are, and what is told about them.

What is told about a graph (its source, its licence) stands in a graph of ours. Builds keep graphs of others, fresh ones
too; exports have them; the shapes and the checks leave them alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

import pyoxigraph as ox

from ansinh.errors import StoreError
from ansinh.graph.terms import graph, name, node, text, type_
from ansinh.namespaces import ID, PREFIXES

OTHERS = graph("others")
_SOURCE, _LICENCE = name("dcterms:source"), name("dcterms:license")


@dataclass(frozen=True, slots=True)
class LoadedGraph:
    """A graph of others; source and licence as they were told, None where they were not."""

    graph: str
    triples: int
    source: str | None
    licence: str | None


def is_ours(iri: str) -> bool:
    """Whether an IRI is one of ansinh: of its data or its ontology."""
    return iri.startswith((ID, PREFIXES["ans"]))


def our_quads(store: ox.Store) -> Iterator[ox.Quad]:
    """The quads of a store without those of others."""
    return (quad for quad in store if is_ours(getattr(quad.graph_name, "value", "")))


def loaded(store: ox.Store) -> list[LoadedGraph]:
    """The graphs of others, by name."""
    return [_described(store, each) for each in _graphs(store)]


def put(store: ox.Store, into: ox.NamedNode, quads: Iterable[ox.Quad], told: tuple[str | None, str | None]) -> None:
    """Put the quads of a graph of others in the place of what it had; `told` is its source and its licence."""
    if store.contains_named_graph(into):
        remove(store, into)
    store.bulk_extend(quads)
    store.add(ox.Quad(into, type_, name("schema:Dataset"), OTHERS))
    for property_, value in zip((_SOURCE, _LICENCE), told, strict=True):
        if value:
            store.add(ox.Quad(into, property_, _term(value), OTHERS))


def remove(store: ox.Store, which: ox.NamedNode) -> None:
    """Take a graph of others out. StoreError where there is none of that name."""
    if which not in _graphs(store):
        raise StoreError(f"the store has no graph {which.value} of others; see ansinh load --list")
    store.remove_graph(which)
    for quad in list(store.quads_for_pattern(which, None, None, OTHERS)):
        store.remove(quad)


def keep(before: ox.Store, after: ox.Store) -> None:
    """Take the graphs of others over into an empty store."""
    for each in _graphs(before):
        after.bulk_extend(_quads(before, each))
    after.bulk_extend(_quads(before, OTHERS))


def _described(store: ox.Store, which: ox.NamedNode) -> LoadedGraph:
    triples = sum(1 for _ in _quads(store, which))
    return LoadedGraph(which.value, triples, _told(store, which, _SOURCE), _told(store, which, _LICENCE))


def _graphs(store: ox.Store) -> list[ox.NamedNode]:
    """By what is told of them, so that a graph without a triple is one too."""
    told = store.quads_for_pattern(None, type_, name("schema:Dataset"), OTHERS)
    return sorted((quad.subject for quad in told if isinstance(quad.subject, ox.NamedNode)), key=lambda n: n.value)


def _quads(store: ox.Store, which: ox.NamedNode) -> Iterator[ox.Quad]:
    return store.quads_for_pattern(None, None, None, which)


def _told(store: ox.Store, which: ox.NamedNode, property_: ox.NamedNode) -> str | None:
    values = (quad.object for quad in store.quads_for_pattern(which, property_, None, OTHERS))
    return next((value.value for value in values if isinstance(value, ox.NamedNode | ox.Literal)), None)


def _term(told: str) -> ox.NamedNode | ox.Literal:
    """An address as a link, words as text."""
    try:
        return node(told) if urlsplit(told).scheme in ("http", "https") else text(told)
    except ValueError:
        return text(told)
