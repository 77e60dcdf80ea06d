"""Keeping the shared graphs in step with the article graphs: only what changed is computed again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from ansinh.graph.actors import AGENCIES, PERSONS, agency_quads, person_quads
from ansinh.graph.documents import DOCUMENTS, document_quads, finding_iris, policy_quads
from ansinh.graph.findings import FINDINGS
from ansinh.graph.knowledge_graphs import VOCABULARY, knowledge_quads
from ansinh.graph.likeness import link_likely, search_keys
from ansinh.graph.statements import statements
from ansinh.graph.terms import node
from ansinh.namespaces import ID


def refresh(store: ox.Store, things: Iterable[str]) -> None:
    """Compute the shared things with these IRIs again, from the article graphs that the store now holds.

    A thing that no article speaks of any more goes.
    """
    changed = sorted(set(things))
    keys = {key for iri in changed for key in search_keys(store, iri)}
    for iri in changed:
        _remove(store, iri)
        store.extend([quad for quad in shared_quads(store, iri) if not _in_vocabulary(quad)])
    link_likely(store, keys | {key for iri in changed for key in search_keys(store, iri)})


def shared_quads(store: ox.Store, iri: str) -> Iterator[ox.Quad]:
    """What the article graphs of a store make of one shared thing."""
    mentions = statements(store, "ans:mentioned", iri)
    if iri.startswith(f"{ID}agency/"):
        if mentions or statements(store, "ans:statedAgency", iri):
            yield from agency_quads(iri, mentions)
    elif iri.startswith(f"{ID}person/"):
        if mentions:
            yield from person_quads(iri, mentions)
    elif mentions:
        yield from policy_quads(iri, mentions)
    elif _is_spoken_of(store, iri):
        citations = statements(store, "ans:document", iri)
        yield from document_quads(iri, citations, statements(store, "ans:subject", iri))


def _is_spoken_of(store: ox.Store, iri: str) -> bool:
    pointers = ("ans:document", "ans:subject", "ans:object", "ans:resultOf", "ans:statedDocument")
    return any(statements(store, pointer, iri) for pointer in pointers)


def _remove(store: ox.Store, iri: str) -> None:
    for subject in (node(iri), *finding_iris(iri)):
        for graph_name in (DOCUMENTS, FINDINGS, AGENCIES, PERSONS):
            for quad in list(store.quads_for_pattern(subject, None, None, graph_name)):
                store.remove(quad)


def _in_vocabulary(quad: ox.Quad) -> bool:
    """A triple stands in one graph only: what the vocabulary says already is not said again."""
    return ox.Quad(quad.subject, quad.predicate, quad.object, VOCABULARY) in knowledge_quads()
