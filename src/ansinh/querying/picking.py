"""The values that a parameter can take in a store, each with its count and its names in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pyoxigraph as ox

from ansinh.errors import QueryError
from ansinh.querying.binding import bound
from ansinh.querying.engine import Engine
from ansinh.querying.rows import Rows, Value
from ansinh.querying.running import rows, run, terms
from ansinh.querying.saved import Parameter, SavedQuery, saved_query

COLUMNS = ("value", "count", "label", "label_vi")

_PICKED = """
SELECT ?value (COUNT(DISTINCT ?thing) AS ?count) ?label ?label_vi WHERE {{
  {pattern}
}} GROUP BY ?value ?label ?label_vi ORDER BY DESC(?count) ?value ?label ?label_vi
"""
_NAMES = """
  OPTIONAL { ?named skos:prefLabel ?en . FILTER(LANG(?en) = "en") }
  OPTIONAL { ?named skos:prefLabel ?vi . FILTER(LANG(?vi) = "vi") }
  BIND(STR(?en) AS ?label) BIND(STR(?vi) AS ?label_vi)
"""
_CONCEPT = f"?named skos:notation ?value . {_NAMES}"
# type of a parameter -> what is counted (?thing), what is told (?value), and what the names are of (?named)
_PATTERNS: Mapping[str, str] = {
    "place": "{ ?thing a ans:Figure ; ans:place ?named } UNION { ?thing eli:jurisdiction ?named }" + _CONCEPT,
    "group": f"?thing a ans:Figure ; ans:beneficiary ?named . {_CONCEPT}",
    "field": f"?thing a ans:Figure ; ans:field ?named . {_CONCEPT}",
    "measure": f"?thing a ans:Figure ; ans:measure ?named . {_CONCEPT}",
    "kind": f"?thing a ans:Figure ; ans:kind ?named . {_CONCEPT}",
    "status": f"?thing a ans:Figure ; ans:status ?named . {_CONCEPT}",
    "rule": f"?thing a ans:Figure ; ans:rule ?named . {_CONCEPT}",
    "document-type": f"?thing a ans:LegalDocument ; eli:type_document ?named . {_CONCEPT}",
    "finding": f"?thing a ans:Finding ; ans:findingKind ?named . {_CONCEPT}",
    "verdict": f"?thing a ans:Finding ; ans:verdict ?named . {_CONCEPT}",
    "document-number": "?thing ans:document ?text . ?text eli:id_local ?value ."
    f"OPTIONAL {{ ?text eli:type_document ?named }} {_NAMES}",
    "agency": "{ ?thing schema:mentions ?named . ?named a ans:Agency } UNION { ?thing eli:passed_by ?named }"
    f"{_NAMES} BIND(COALESCE(?label, ?label_vi) AS ?value)",
    "policy": "?thing ans:mentioned ?named . ?named a ans:Policy . OPTIONAL { ?named rdfs:label ?told }"
    f"{_NAMES} BIND(STR(COALESCE(?en, ?told)) AS ?value)",
    "article": "?named a ans:Article ; ans:file ?value . OPTIONAL { ?named schema:headline ?headline }"
    "OPTIONAL { ?thing a ans:Figure ; ans:quotation/ans:article ?named } BIND(STR(?headline) AS ?label)",
}


def values_of(engine: Engine, name: str, parameter: str) -> Rows:
    """What a parameter of a saved query can be in a store, the most frequent first: rows of COLUMNS.

    The count is of figures, documents, findings, citations or passages; of values that the query itself lists, of its
    rows. Raises QueryError for a parameter that is unknown, or that is not chosen out of something.
    """
    query = saved_query(name)
    found = query.parameters.get(parameter)
    if found is None:
        known = ", ".join(query.parameters) or "none"
        raise QueryError(f"{name} has no parameter {parameter!r}; its parameters: {known}")
    return Rows(COLUMNS, iter(list(_listed(engine, query, found) if found.values else picked(engine, found))))


def picked(engine: Engine, parameter: Parameter) -> Iterator[tuple[Value, ...]]:
    """The same for a parameter whose type says what it is chosen out of."""
    pattern = _PATTERNS.get(parameter.type)
    if pattern is None:
        raise QueryError(f"{parameter.name} is not chosen out of a list: it is {parameter.description['en']}")
    found = run(engine, _PICKED.format(pattern=pattern))
    if isinstance(found, ox.QuerySolutions):
        yield from rows(found).values


def can_be_picked(parameter: Parameter) -> bool:
    """Whether there is a list of what a parameter can be in a store."""
    return parameter.type in _PATTERNS


def _listed(engine: Engine, query: SavedQuery, parameter: Parameter) -> Iterator[tuple[Value, ...]]:
    for value in parameter.values:
        count = row_count(engine, bound(query, {parameter.name: value}))
        if count:
            yield value, count, None, None


def row_count(engine: Engine, query: str) -> int:
    """How many rows a query has."""
    found = run(engine, query)
    return sum(1 for _ in terms(found)) if isinstance(found, ox.QuerySolutions) else 0
