"""Documents that an article does not identify: which known documents they may be.

"Directive 37-CT/TW" without a date is a node of its own article, since the number starts again every term; it gets a
link to every document of that number and type that it may be. Nothing is merged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from ansinh.graph.documents import DOCUMENTS
from ansinh.graph.places import place_of
from ansinh.graph.terms import name, node, quad, text
from ansinh.namespaces import ID
from ansinh.vocabulary import concepts

_COUNTRY = "VN"


def search_keys(store: ox.Store, iri: str) -> set[str]:
    """The keys under which a document of the store is found."""
    found = store.quads_for_pattern(node(iri), name("ans:searchKey"), None, DOCUMENTS)
    return {q.object.value for q in found if isinstance(q.object, ox.Literal)}


def link_likely(store: ox.Store, keys: Iterable[str]) -> None:
    """Link the documents of single articles with these keys to those that they may be."""
    for key in sorted(keys):
        documents = _documents(store, key)
        for document in documents:
            if _article_of(document) is not None:
                for old in list(store.quads_for_pattern(document, name("ans:possibly"), None, DOCUMENTS)):
                    store.remove(old)
                for other in documents:
                    if _article_of(other) is None and _may_be(store, document, other):
                        store.add(quad(document, name("ans:possibly"), other, DOCUMENTS))


def _documents(store: ox.Store, key: str) -> list[ox.NamedNode]:
    found = store.quads_for_pattern(None, name("ans:searchKey"), text(key), DOCUMENTS)
    return sorted((q.subject for q in found if isinstance(q.subject, ox.NamedNode)), key=lambda n: n.value)


def _may_be(store: ox.Store, document: ox.NamedNode, other: ox.NamedNode) -> bool:
    """Whether the types agree, and the other one is in force where the article is, or in the whole country."""
    if set(_values(store, document, "eli:type_document")) != set(_values(store, other, "eli:type_document")):
        return False
    place = place_of(other.value)
    article = node(_article_of(document) or "")
    here = set(_values(store, article, "ans:place"))
    return place is None or place == concepts("place")[_COUNTRY] or not here or place.iri in here


def _values(store: ox.Store, subject: ox.NamedNode, property_: str) -> Iterator[str]:
    for found in store.quads_for_pattern(subject, name(property_), None):
        if isinstance(found.object, ox.NamedNode):
            yield found.object.value


def _article_of(document: ox.NamedNode) -> str | None:
    """The article that a document belongs to; None for one that every article may cite."""
    start, found, _ = document.value.partition("/document/")
    return start if found and start.startswith(f"{ID}article/") else None
