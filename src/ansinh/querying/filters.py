"""Which figures of a store are asked for: by article, rule, measure, group, field, place and document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from ansinh.errors import QueryError, ReviewError
from ansinh.graph.terms import concept, graph, name, node, text
from ansinh.namespaces import ID, search_key, slug
from ansinh.querying.figures import CLASSES, figures_of
from ansinh.reviewing.attributes import SCHEMES
from ansinh.reviewing.values import meant
from ansinh.vocabulary import concepts

_PROPERTIES = {"measure": "measure", "group": "beneficiary", "field": "field", "place": "place"}


@dataclass(frozen=True, slots=True)
class Filters:
    """What the figures have in common, each as a person tells it: an identifier or a label; None asks for any."""

    article: str | None = None
    rule: str | None = None
    measure: str | None = None
    group: str | None = None
    field: str | None = None
    place: str | None = None
    document: str | None = None


def chosen(store: ox.Store, filters: Filters) -> set[str]:
    """The IRIs of the figures that pass all filters; QueryError for a value that nothing can have."""
    if filters.article is None:
        found = {iri for class_ in CLASSES for iri in _subjects(store, "rdf:type", name(class_))}
    else:
        found = _of_article(store, filters.article)
    if filters.rule is not None:
        found &= set(_subjects(store, "ans:rule", _rule(filters.rule)))
    for told, attribute in _PROPERTIES.items():
        value = getattr(filters, told)
        if value is not None:
            asked = _concepts(attribute, value)
            found &= {iri for each in asked for iri in _subjects(store, f"ans:{attribute}", each)}
    if filters.document is not None:
        documents = list(_subjects(store, "ans:searchKey", _text(search_key(filters.document))))
        found &= {iri for document in documents for iri in _subjects(store, "ans:resultOf", node(document))}
    return found


def _of_article(store: ox.Store, told: str) -> set[str]:
    """The figures of an article, told by its id, its IRI or the name of its file."""
    ids = {told.removeprefix(f"{ID}article/")}
    ids |= {iri.removeprefix(f"{ID}article/") for iri in _subjects(store, "ans:file", _text(told.rpartition("/")[2]))}
    known = [
        each for each in sorted(ids) if each == slug(each) and store.contains_named_graph(graph(f"article/{each}"))
    ]
    if not known:
        raise QueryError(f"the store has no article {told!r}; tell it by its name in the graph or that of its file")
    return {iri for each in known for iri in figures_of(store, each)}


def _text(told: str) -> ox.Literal:
    try:
        return text(told)
    except ValueError as error:
        raise QueryError(f"{told!r} has bytes that are no text: write it anew") from error


def _rule(told: str) -> ox.NamedNode:
    if told not in concepts("rule"):
        raise QueryError(f"there is no rule {told!r}; there are {', '.join(sorted(concepts('rule')))}")
    return concept("rule", told)


def _concepts(attribute: str, told: str) -> list[ox.NamedNode]:
    """What may be meant: provinces of before and after a merger have one name."""
    try:
        return [concept(SCHEMES[attribute], notation) for notation in meant(attribute, told.strip())]
    except ReviewError as error:
        raise QueryError(str(error)) from error


def _subjects(store: ox.Store, predicate: str, value: ox.NamedNode | ox.Literal) -> Iterator[str]:
    for quad in store.quads_for_pattern(None, name(predicate), value):
        if isinstance(quad.subject, ox.NamedNode):
            yield quad.subject.value
