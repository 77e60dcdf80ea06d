"""The articles that rows name: their headline, who published them when, and their address."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from ansinh.graph.terms import name, node
from ansinh.namespaces import ID
from ansinh.querying.rows import Value

_ARTICLE = f"{ID}article/"


@dataclass(frozen=True, slots=True)
class Source:
    """An article; None where it does not tell."""

    iri: str
    headline: str | None
    publisher: str | None
    published: str | None
    url: str | None

    @property
    def link(self) -> str | None:
        """The address, if a browser may be sent there."""
        return self.url if self.url and self.url.startswith(("https://", "http://")) else None


def sources_of(store: ox.Store, values: Iterable[Sequence[Value]]) -> Mapping[str, Source]:
    """The articles that any cell names, alone or with others and spaces between them, in the order of their IRIs."""
    cells = {cell for row in values for cell in row if isinstance(cell, str) and cell.startswith(_ARTICLE)}
    named = sorted({iri for cell in cells for iri in cell.split() if _is_article(iri)})
    return {iri: _source(store, iri) for iri in named}


def _is_article(iri: str) -> bool:
    return iri.startswith(_ARTICLE) and not {"/", "#"} & set(iri.removeprefix(_ARTICLE))


def _source(store: ox.Store, iri: str) -> Source:
    def told(property_: str) -> str | None:
        found = sorted(quad.object.value for quad in store.quads_for_pattern(node(iri), name(property_), None)
                       if isinstance(quad.object, ox.Literal))  # fmt: skip
        return next(iter(found), None)

    return Source(
        iri, told("schema:headline"), told("schema:publisher"), told("schema:datePublished"), told("schema:url")
    )
