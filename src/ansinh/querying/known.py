"""Values as people tell them, held against the vocabularies: a name in either language, an identifier or a code."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from ansinh.errors import QueryError
from ansinh.namespaces import fold
from ansinh.nearness import nearest as nearest_names
from ansinh.vocabulary import Concept, concepts

# type of a parameter -> the vocabulary of its values
SCHEMES: Mapping[str, str] = {
    "place": "place",
    "group": "group",
    "field": "field",
    "measure": "measure",
    "kind": "kind",
    "status": "status",
    "document-type": "type",
    "finding": "finding",
    "verdict": "verdict",
    "rule": "rule",
}
SHOWN = 60  # characters of a value in a message
_NEAREST = 3


def named(kind: str, told: str) -> list[Concept]:
    """The concepts of a type that a value names; of provinces before and after a merger, both that have the name.

    Raises QueryError with the nearest known values when there is none, with the candidates when a code has several.
    """
    found = _by_name(SCHEMES[kind]).get(_key(told), ())
    if not found:
        near = " or ".join(nearest(told, _shown_by_name(SCHEMES[kind])))
        raise QueryError(f"there is no {kind} {told[:SHOWN]!r}; nearest: {near}")
    if len(found) > 1 and not _of_one_name(found, told):
        candidates = " or ".join(_shown(concept) for concept in found)
        raise QueryError(f"the {kind} {told!r} may be {candidates}; tell it by its identifier")
    return list(found)


def search_text(kind: str, told: str) -> str:
    """What a query looks for: the identifier, or the name in its folded form where several places have it."""
    found = named(kind, told)
    if len(found) == 1:
        return fold(found[0].notation) if kind == "place" else found[0].notation
    return next(key for key in found[0].links["searchKey"] if _key(key) == _key(told))


def english_name(told: str) -> str:
    """The folded English name of the agency or issuer that a value names in either language, or the value folded."""
    for scheme in ("agency", "issuer"):
        for concept in _by_name(scheme).get(_key(told), ())[:1]:
            return fold(concept.label)
    return fold(told)


def nearest(told: str, names: Mapping[str, str]) -> list[str]:
    """Of names in folded form and what is shown for each: the nearest that are shown, or the first where none is."""
    near = nearest_names(_key(told), names, 9)
    return list(dict.fromkeys([names[name] for name in near] or names.values()))[:_NEAREST]


def _of_one_name(found: Iterable[Concept], told: str) -> bool:
    return all(_key(told) in map(_key, concept.links.get("searchKey", ())) for concept in found)


@cache
def _by_name(scheme: str) -> Mapping[str, tuple[Concept, ...]]:
    by_name: dict[str, list[Concept]] = defaultdict(list)
    for concept in concepts(scheme).values():
        codes = (*concept.links.get("isoCode", ()), *concept.links.get("statisticsCode", ()))
        names = (concept.label, concept.label_vi or "", *concept.names, *concept.links.get("searchKey", ()))
        for key in dict.fromkeys(_key(name) for name in (concept.notation, *codes, *names)):
            by_name[key].append(concept)
    return {key: tuple(found) for key, found in by_name.items() if key}


@cache
def _shown_by_name(scheme: str) -> Mapping[str, str]:
    return {key: _shown(found[0]) for key, found in _by_name(scheme).items()}


def _shown(concept: Concept) -> str:
    return f"{concept.notation} ({concept.label})"


def _key(text: str) -> str:
    """Identifiers are written with hyphens, names with spaces: both are found."""
    return fold(text.replace("-", " ").replace("_", " "))
