"""Names and numbers that several places use: which of them a question may have meant."""

from __future__ import annotations

from collections.abc import Mapping

import pyoxigraph as ox

from ansinh.querying.binding import term, values_block
from ansinh.querying.engine import Engine
from ansinh.querying.known import named
from ansinh.querying.running import rows, run
from ansinh.querying.saved import saved_query
from ansinh.vocabulary import Concept

_PLACES = """
SELECT DISTINCT ?label WHERE {{
  {values}
  ?document a ans:LegalDocument ; ans:searchKey ?key .
  OPTIONAL {{ ?document eli:jurisdiction ?place . ?place skos:prefLabel ?known . FILTER(LANG(?known) = "en") }}
  BIND(COALESCE(?known, "a place that is not told") AS ?label)
}} ORDER BY ?label
"""


def places_asked(engine: Engine, name: str, values: Mapping[str, str]) -> list[str]:
    """A line to tell when a document's number stands in several places and no place was asked for.

    Of a place that was asked for, one to tell when two provinces, before and after a merger, have its name.
    """
    query = saved_query(name)
    if "place" in values:
        return _eras(values["place"])
    number = next((p for p in query.parameters.values() if p.type == "document-number" and p.name in values), None)
    if number is None or "place" not in query.parameters:
        return []
    asked = values_block({"key": term(number, values[number.name])})
    found = run(engine, _PLACES.format(values=asked))
    places = [str(row[0]) for row in rows(found).values] if isinstance(found, ox.QuerySolutions) else []
    if len(places) < 2:
        return []
    return [f"{values[number.name]} stands in {', '.join(places)}; narrow it with -p place="]


def _eras(told: str) -> list[str]:
    found = named("place", told)
    if len(found) < 2:
        return []
    both = " and ".join(f"{place.notation} ({_era(place)})" for place in found)
    return [f"{told} is {both}; both are asked for: tell one of them by its identifier"]


def _era(place: Concept) -> str:
    start, end = place.link("eraStart"), place.link("eraEnd")
    return f"from {start}" if start else f"until {end}"
