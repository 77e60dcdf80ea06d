"""The things of a store that have names, by which they can be found."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

import pyoxigraph as ox

from ansinh.graph.terms import name, node, type_
from ansinh.namespaces import ID, fold

Type = Literal["document", "agency", "group", "field", "place", "policy", "article"]
TYPES: tuple[Type, ...] = get_args(Type)

_CLASSES: Mapping[Type, str] = {
    "document": "ans:LegalDocument",
    "agency": "ans:Agency",
    "group": "ans:BeneficiaryGroup",
    "field": "ans:PolicyField",
    "place": "ans:Place",
    "policy": "ans:Policy",
    "article": "ans:Article",
}
# what an article says of a thing points at it by one of these
_MENTIONS: Mapping[Type, tuple[str, ...]] = {
    "document": ("ans:document",),
    "agency": ("ans:mentioned",),
    "group": ("ans:beneficiary",),
    "field": ("ans:field",),
    "place": ("ans:place",),
    "policy": ("ans:mentioned",),
    "article": (),
}
_LABELS = ("skos:prefLabel", "rdfs:label", "schema:headline", "dcterms:title", "skos:altLabel", "skos:hiddenLabel")
_IDENTIFIERS = ("eli:id_local", "skos:notation")


@dataclass(frozen=True, slots=True)
class Named:
    """A thing: `names` are all forms that it may be called by, folded; `mentions` counts what articles say of it."""

    type: Type
    label: str
    label_vi: str | None
    identifier: str
    iri: str
    mentions: int
    names: tuple[str, ...]


def named(store: ox.Store, types: Sequence[Type] = TYPES) -> Iterator[Named]:
    """The things of these types, type by type in the order of their IRIs."""
    for each in types:
        mentions = _mentions(store, each)
        things = store.quads_for_pattern(None, type_, name(_CLASSES[each]))
        iris = sorted({quad.subject.value for quad in things if isinstance(quad.subject, ox.NamedNode)})
        yield from (_named(store, each, iri, mentions[iri]) for iri in iris)


def _mentions(store: ox.Store, type_: Type) -> Counter[str]:
    """How often articles speak of each thing: in citations, mentions and figures, each counted once."""
    counts: Counter[str] = Counter()
    for property_ in _MENTIONS[type_]:
        for quad in store.quads_for_pattern(None, name(property_), None):
            speaks = isinstance(quad.subject, ox.NamedNode) and "/outcome/" not in quad.subject.value
            told = getattr(quad.graph_name, "value", "").startswith(f"{ID}graph/article/")
            if speaks and told and isinstance(quad.object, ox.NamedNode):
                counts[quad.object.value] += 1
    return counts


def _named(store: ox.Store, type_: Type, iri: str, mentions: int) -> Named:
    values = _values(store, iri)
    labels = [literal for property_ in _LABELS for literal in values[name(property_).value]]
    english = [literal.value for literal in labels if literal.language != "vi"]
    vietnamese = [literal.value for literal in labels if literal.language == "vi"]
    identifier = next((v.value for p in _IDENTIFIERS for v in values[name(p).value]), iri.rpartition("/")[2])
    keys = [literal.value for literal in values[name("ans:searchKey").value]]
    kinds = _kind_of_document(store, iri) if type_ == "document" else ()
    names = (*(literal.value for literal in labels), identifier, *(f"{kind} {identifier}" for kind in kinds), *keys)
    if type_ == "document":
        label = " – ".join((f"{kinds[0]} {identifier}" if kinds else identifier, *english[:1]))
    else:
        label = next(iter([*english, *vietnamese, identifier]))
    folded = tuple(dict.fromkeys(map(fold, names)))
    return Named(type_, label, next(iter(vietnamese), None), identifier, iri, mentions, folded)


def _kind_of_document(store: ox.Store, iri: str) -> tuple[str, ...]:
    """The names of its type: Resolution, Nghị quyết; the English one first."""
    kinds = [quad.object for quad in store.quads_for_pattern(node(iri), name("eli:type_document"), None)]
    labels = [
        literal
        for kind in kinds
        if isinstance(kind, ox.NamedNode)
        for literal in _values(store, kind.value)[name("skos:prefLabel").value]
    ]
    return tuple(
        label.value.capitalize() for label in sorted(labels, key=lambda label: (label.language or "", label.value))
    )


def _values(store: ox.Store, iri: str) -> Mapping[str, list[ox.Literal]]:
    """The literals of a thing by property, in one order."""
    values: dict[str, list[ox.Literal]] = defaultdict(list)
    for quad in store.quads_for_pattern(node(iri), None, None):
        if isinstance(quad.object, ox.Literal):
            values[quad.predicate.value].append(quad.object)
    for literals in values.values():
        literals.sort(key=lambda literal: (literal.value, literal.language or ""))
    return values
