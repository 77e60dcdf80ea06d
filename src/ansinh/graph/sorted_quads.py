"""A store read in one order, without holding more than its subjects in memory."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from ansinh.graph.terms import node, type_


def sorted_triples(store: ox.Store) -> Iterator[ox.Triple]:
    """The triples of all graphs, each once: by subject, its types first, then by predicate and object."""
    for subject in _subjects(store, None):
        triples = {quad.triple for quad in store.quads_for_pattern(node(subject), None, None)}
        yield from sorted(triples, key=_place)


def sorted_quads(store: ox.Store) -> Iterator[ox.Quad]:
    """The quads by graph, and inside a graph in the order of `sorted_triples`."""
    for name in sorted((g for g in store.named_graphs() if isinstance(g, ox.NamedNode)), key=lambda g: g.value):
        for subject in _subjects(store, name):
            yield from sorted(store.quads_for_pattern(node(subject), None, None, name), key=lambda q: _place(q.triple))


def _subjects(store: ox.Store, graph_name: ox.NamedNode | None) -> list[str]:
    quads = store.quads_for_pattern(None, None, None, graph_name)
    return sorted({quad.subject.value for quad in quads if isinstance(quad.subject, ox.NamedNode)})


def _place(triple: ox.Triple) -> tuple[bool, str, str]:
    return triple.predicate != type_, triple.predicate.value, str(triple.object)
