"""Where the quads of one article's graph come together, with the quotations that they share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pyoxigraph as ox

from ansinh.graph.terms import Term, graph, integer, name, node, quad, text
from ansinh.model import Extraction, Span
from ansinh.namespaces import ID


class Collector:
    """Collects the quads of one article."""

    def __init__(self, extraction: Extraction) -> None:
        """Open the graph of an extraction's article."""
        self.extraction = extraction
        self.article = node(f"{ID}article/{extraction.article.id}")
        self._graph = graph(f"article/{extraction.article.id}")
        self._quads: set[ox.Quad] = set()

    def part(self, path: str) -> ox.NamedNode:
        """A thing of this article: `part("figure/1879")`."""
        return node(f"{self.article.value}/{path}")

    def add_all(self, subject: ox.NamedNode, values: Mapping[str, Iterable[Term]]) -> None:
        """Say things of one subject: prefixed name -> values, none where the list is empty."""
        for predicate, objects in values.items():
            for value in objects:
                self._quads.add(quad(subject, name(predicate), value, self._graph))

    def quotation(self, span: Span) -> ox.NamedNode:
        """The quotation of a span of the text, made when it is first asked for and shared by all it says."""
        quoted = node(f"{self.article.value}#char={span.start},{span.end}")
        self.add_all(
            quoted,
            {
                "rdf:type": [name("ans:Quotation")],
                "ans:article": [self.article],
                "oa:exact": [text(self.extraction.text[span.start : span.end])],
                "oa:start": [integer(span.start)],
                "oa:end": [integer(span.end)],
            },
        )
        return quoted

    def quads(self) -> list[ox.Quad]:
        """All that was said, sorted."""
        return sorted(self._quads, key=str)
