"""Why a saved query has no rows: a value that the store does not know, nothing told of it, or a parameter too many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pyoxigraph as ox

from ansinh.namespaces import fold, search_key
from ansinh.querying.binding import bound
from ansinh.querying.engine import Engine
from ansinh.querying.known import SCHEMES, SHOWN, english_name, named, nearest
from ansinh.querying.picking import can_be_picked, picked, row_count
from ansinh.querying.running import rows, run
from ansinh.querying.saved import Parameter, saved_query

# what tells the things of a type that no vocabulary lists, in any of their names
_TOLD: Mapping[str, str] = {
    "document-number": "?thing a ans:LegalDocument ; eli:id_local ?name",
    "agency": "?thing a ?class ; skos:prefLabel|skos:altLabel|skos:hiddenLabel ?name"
    " VALUES ?class { ans:Agency ans:Issuer }",
    "policy": "?thing a ans:Policy ; rdfs:label|skos:prefLabel|skos:altLabel ?name",
    "article": "?thing a ans:Article ; ans:file|schema:url|schema:headline ?name",
}

_ANY = "ASK { ?article a ans:Article }"
_IN_A_GRAPH = "ASK { GRAPH ?any { ?article a ans:Article } }"


def why_empty(engine: Engine, name: str, values: Mapping[str, str]) -> list[str]:
    """Lines that explain why a saved query with these values has no rows in a store; for one that has rows, none.

    Raises QueryError as the query does.
    """
    query = saved_query(name)
    if row_count(engine, bound(query, values)):
        return []
    missing = nothing_there(engine)
    if missing:
        return [missing]
    given = [parameter for parameter in query.parameters.values() if parameter.name in values]
    lines = [line for parameter in given for line in _unknown(engine, parameter, values[parameter.name])]
    if lines:
        return lines
    silent = {p.name for p in given if not _is_told_of(engine, p, values[p.name])}
    for parameter in given:
        shown = f"{parameter.name}={values[parameter.name][:SHOWN]!r}"
        others = {other: value for other, value in values.items() if other != parameter.name}
        left = 0 if parameter.required else row_count(engine, bound(query, others))
        without = f"without it there would be {left} row{'s' if left != 1 else ''}" if left else ""
        if parameter.name in silent:
            lines.append("; ".join(filter(None, (f"{shown} is known, but the store tells nothing of it", without))))
        elif left:
            lines.append(f"{shown} leaves no row; {without}")
    return lines or [_nothing(given, values)]


def nothing_there(engine: Engine) -> str | None:
    """What to do where an endpoint has no article that a query would find; None where it has, and for stores."""
    if isinstance(engine, ox.Store) or run(engine, _ANY):
        return None
    if run(engine, _IN_A_GRAPH):
        return (
            f"{engine.address}: the articles stand in named graphs, which this endpoint does not read unless asked:"
            " export to Turtle and load that, or have it read the union of its graphs (Oxigraph: put"
            " ?union-default-graph behind the address)"
        )
    return f"{engine.address}: the endpoint has no article of ansinh; export the graph and load it there"


def _nothing(given: list[Parameter], values: Mapping[str, str]) -> str:
    if not given:
        return "the store tells nothing of what this query asks"
    told = " and ".join(f"{parameter.name}={values[parameter.name][:SHOWN]!r}" for parameter in given)
    if len(given) == 1:
        return f"{told} is known, but the store tells nothing of it that this query asks"
    return f"no row has {told}, and leaving out any one of them gives none either"


def _unknown(engine: Engine, parameter: Parameter, value: str) -> Iterator[str]:
    """A line where the store has nothing of this name."""
    if parameter.type not in _TOLD:
        return
    names = dict(_names(engine, parameter.type))
    if parameter.type == "document-number":
        is_known = search_key(value) in {search_key(name) for name in names}
    else:
        asked = english_name(value) if parameter.type == "agency" else fold(value)
        is_known = any(asked in name for name in names)
    if not is_known:
        near = f"nearest: {' or '.join(nearest(value, names))}" if names else "it has none at all"
        yield f"{parameter.name}={value[:SHOWN]!r}: the store knows no {_spoken(parameter.type)} of this name; {near}"


def _names(engine: Engine, kind: str) -> Iterator[tuple[str, str]]:
    found = run(engine, f"SELECT DISTINCT ?name WHERE {{ {_TOLD[kind]} }} ORDER BY ?name")
    if isinstance(found, ox.QuerySolutions):
        yield from ((fold(str(row[0])), str(row[0])) for row in rows(found).values)


def _is_told_of(engine: Engine, parameter: Parameter, value: str) -> bool:
    """Whether the store says something of a value of a vocabulary; of any other value it may."""
    if parameter.type not in SCHEMES or not can_be_picked(parameter):
        return True
    asked = {concept.notation for concept in named(parameter.type, value)}
    return any(row[0] in asked for row in picked(engine, parameter))


def _spoken(kind: str) -> str:
    return kind.removesuffix("-number")
