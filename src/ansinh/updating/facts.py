"""What an article says, fact by fact, as a store has it: its own description, its figures and its citations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import pyoxigraph as ox

from ansinh.graph.terms import graph, name
from ansinh.namespaces import ID

FactKind = Literal["article", "figure", "citation"]

_KINDS: Mapping[str, FactKind] = {"Article": "article", "Figure": "figure", "Citation": "citation"}
# where a fact stands and how it was read is no part of what it says; hashes change with every byte
_LEFT_OUT = {"type", "start", "end", "printed", "rule", "quotation", "partOf", "sha256", "textSha256", "file"}


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that an article says: its printed words, its passage, where it stands in it, and its attributes."""

    kind: FactKind
    printed: str
    quotation: str
    offset: int
    attributes: Mapping[str, str]


def article_facts(store: ox.Store, article: str) -> list[Fact]:
    """The facts of an article by its id, in text order; none where the store does not have it."""
    said: dict[ox.NamedNode, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for quad in store.quads_for_pattern(None, None, None, graph(f"article/{article}")):
        if isinstance(quad.subject, ox.NamedNode):
            said[quad.subject][_local(quad.predicate)].append(_shown(quad.object))
    passages = {subject.value: values for subject, values in said.items() if "exact" in values}
    facts = [fact for values in said.values() for kind in values["type"][:1] if (fact := _fact(kind, values, passages))]
    return sorted(facts, key=lambda fact: (fact.kind, fact.offset, fact.printed))


def holds_bytes(store: ox.Store, sha256: str) -> bool:
    """Whether an article of the store was read from these bytes."""
    return next(store.quads_for_pattern(None, name("schema:sha256"), ox.Literal(sha256), None), None) is not None


def _fact(kind: str, values: Mapping[str, list[str]], passages: Mapping[str, Mapping[str, list[str]]]) -> Fact | None:
    if kind not in _KINDS:
        return None
    attributes = {key: "; ".join(sorted(held)) for key, held in sorted(values.items()) if key not in _LEFT_OUT}
    if _KINDS[kind] == "article":
        return Fact("article", "", "", 0, attributes)
    passage = passages[f"{ID}{values['quotation'][0]}"]
    offset = int(values["start"][0]) - int(passage["start"][0])
    quotation = passage["exact"][0]
    printed = quotation[offset : offset + int(values["end"][0]) - int(values["start"][0])]
    return Fact(_KINDS[kind], printed, quotation, offset, attributes)


def _local(predicate: ox.NamedNode) -> str:
    return predicate.value.replace("#", "/").rpartition("/")[2]


def _shown(value: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    """A value for people: literals as they are, our own things without the address that all have in common."""
    if isinstance(value, ox.NamedNode):
        own = value.value.startswith(ID)
        return value.value.removeprefix(ID) if own else _local(value)
    return value.value if isinstance(value, ox.Literal) else str(value)
