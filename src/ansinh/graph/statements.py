"""What the articles state of the things that they share, read back out of a store.

The shared graphs are computed from these statements alone, so it does not matter which article came first.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from ansinh.graph.others import is_ours
from ansinh.graph.terms import Term, name, node

# the properties by which an article's graph points at what articles share
_POINTERS = (
    "ans:document",
    "ans:subject",
    "ans:object",
    "ans:resultOf",
    "ans:statedDocument",
    "ans:mentioned",
    "ans:statedAgency",
)


@dataclass(frozen=True, slots=True)
class Statement:
    """One citation, relation or mention: its IRI, and its values by the local name of the property."""

    iri: str
    values: Mapping[str, Sequence[Term]]


def statements(store: ox.Store, pointer: str, thing: str) -> list[Statement]:
    """The statements that point at a thing, in the order of their IRIs: `statements(store, "ans:document", iri)`."""
    subjects = {quad.subject for quad in store.quads_for_pattern(None, name(pointer), node(thing))}
    return [_read(store, iri) for iri in sorted(s.value for s in subjects if isinstance(s, ox.NamedNode))]


def pointed_at(store: ox.Store, graph_name: ox.NamedNode) -> set[str]:
    """The IRIs of the shared things that an article's graph points at."""
    return {
        quad.object.value
        for pointer in _POINTERS
        for quad in store.quads_for_pattern(None, name(pointer), None, graph_name)
        if isinstance(quad.object, ox.NamedNode)
    }


def stated(found: Sequence[Statement], property_: str) -> list[Term]:
    """The different values that are stated of a property: the one stated most often first, then by the alphabet."""
    counts = Counter(value for statement in found for value in statement.values.get(property_, ()))
    return sorted(counts, key=lambda value: (-counts[value], str(value)))


def _read(store: ox.Store, subject: str) -> Statement:
    values: dict[str, list[Term]] = defaultdict(list)
    for quad in store.quads_for_pattern(node(subject), None, None):
        local = quad.predicate.value.rpartition("#")[2].rpartition("/")[2]
        # what others say of a citation is not what its article states
        if isinstance(quad.object, Term) and is_ours(getattr(quad.graph_name, "value", "")):
            values[local].append(quad.object)
    return Statement(subject, values)
