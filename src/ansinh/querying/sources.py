"""The articles that rows name: their headline, who published them when, and their address."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from ansinh.graph.terms import node
from ansinh.namespaces import ID
from ansinh.querying.engine import Engine
from ansinh.querying.rows import Value
from ansinh.querying.running import rows, run

_ARTICLE = f"{ID}article/"
_AT_ONCE = 1000  # articles of one question
_TOLD = """
SELECT ?article ?headline ?publisher ?published ?url WHERE {{
  VALUES ?article {{ {articles} }}
  OPTIONAL {{ ?article schema:headline ?headline }}
  OPTIONAL {{ ?article schema:publisher ?publisher }}
  OPTIONAL {{ ?article schema:datePublished ?published }}
  OPTIONAL {{ ?article schema:url ?url }}
}} ORDER BY ?article ?headline ?publisher ?published ?url
"""


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


def sources_of(engine: Engine, values: Iterable[Sequence[Value]]) -> Mapping[str, Source]:
    """The articles that any cell names, alone or with others and spaces between them, in the order of their IRIs."""
    cells = {cell for row in values for cell in row if isinstance(cell, str) and cell.startswith(_ARTICLE)}
    named = sorted({iri for cell in cells for iri in cell.split() if _is_article(iri)})
    told: dict[str, Source] = {}
    for first in range(0, len(named), _AT_ONCE):
        asked = " ".join(str(node(iri)) for iri in named[first : first + _AT_ONCE])
        found = run(engine, _TOLD.format(articles=asked))
        for row in rows(found).values if isinstance(found, ox.QuerySolutions) else ():
            iri, *rest = (None if cell is None else str(cell) for cell in row)
            told.setdefault(str(iri), Source(str(iri), *rest))
    return told


def _is_article(iri: str) -> bool:
    return iri.startswith(_ARTICLE) and not {"/", "#"} & set(iri.removeprefix(_ARTICLE))
