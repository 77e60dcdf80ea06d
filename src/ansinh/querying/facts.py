"""The facts that an engine holds: what articles say, without the vocabularies and without the graphs of others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from ansinh.errors import QueryError
from ansinh.graph.knowledge_graphs import KNOWLEDGE, knowledge_quads
from ansinh.graph.others import our_quads
from ansinh.graph.soundness import triples_in_two_graphs
from ansinh.namespaces import ID
from ansinh.querying.emptiness import nothing_there
from ansinh.querying.engine import Engine
from ansinh.querying.running import run, terms

_OURS = f'SELECT ?s ?p ?o WHERE {{ ?s ?p ?o FILTER(ISIRI(?s) && STRSTARTS(STR(?s), "{ID}")) }}'


def facts(engine: Engine) -> Iterator[ox.Triple]:
    """The facts, one by one; a triple that stands in two graphs comes twice.

    Raises QueryError where an endpoint has no article that a query would find.
    """
    if isinstance(engine, ox.Store):
        yield from (quad.triple for quad in our_quads(engine) if quad.graph_name not in KNOWLEDGE)
        return
    missing = nothing_there(engine)
    if missing:
        raise QueryError(missing)
    known = {quad.triple for quad in knowledge_quads()}
    found = run(engine, _OURS)
    for subject, predicate, value in terms(found) if isinstance(found, ox.QuerySolutions) else ():
        triple = ox.Triple(subject, predicate, value)  # type: ignore[arg-type]
        if triple not in known:
            yield triple


def told_twice(engine: Engine, found: Iterable[ox.Triple]) -> list[ox.Triple]:
    """The triples that stand in more than one graph, sorted; `found` are the facts of the engine."""
    if isinstance(engine, ox.Store):
        return triples_in_two_graphs(engine)
    return sorted((triple for triple, times in Counter(found).items() if times > 1), key=str)
