"""JSON-LD that a person can read: short keys, IRIs against a base, and the context inside the file.

The context is made from the data: where all values of a property are IRIs, or of one datatype, or have a language, the
context says so once.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import IO, Any

import pyoxigraph as ox

from ansinh.graph.sorted_quads import sorted_triples
from ansinh.graph.terms import type_
from ansinh.namespaces import ID, PREFIXES

_XSD = PREFIXES["xsd"]
_PLAIN = {f"{_XSD}string", f"{_XSD}integer", f"{_XSD}boolean"}
_NATIVE = re.compile(r"true|false|-?(?:0|[1-9][0-9]*)")
# longest namespace first: the shortest name of an IRI is the one behind it
_BY_LENGTH = sorted(PREFIXES.items(), key=lambda item: -len(item[1]))


def write_json_ld(store: ox.Store, out: IO[bytes]) -> None:
    """Write the triples of all graphs as one JSON-LD document, a node a subject, in the order of their IRIs."""
    kinds = _kinds(store)
    context = json.dumps(_context(kinds), ensure_ascii=False, indent=2).replace("\n", "\n  ")
    out.write(f'{{\n  "@context": {context},\n  "@graph": ['.encode())
    before = "\n"
    for node in _nodes(store, kinds):
        out.write((before + json.dumps(node, ensure_ascii=False, indent=2)).encode())
        before = ",\n"
    out.write(b"\n  ]\n}\n")


def _kinds(store: ox.Store) -> Mapping[str, str]:
    """Predicate -> what all its values are: "@id", "@language", a datatype, or "" where they differ or are plain."""
    seen: dict[str, set[str]] = defaultdict(set)
    for quad in store:
        if quad.predicate != type_:
            seen[quad.predicate.value].add(_kind(quad.object))
    return {predicate: next(iter(kinds)) if len(kinds) == 1 else "" for predicate, kinds in sorted(seen.items())}


def _kind(term: object) -> str:
    if not isinstance(term, ox.Literal):
        return "@id"
    if term.language:
        return "@language"
    return "" if term.datatype.value in _PLAIN else term.datatype.value


def _context(kinds: Mapping[str, str]) -> dict[str, Any]:
    context: dict[str, Any] = {"@version": 1.1, "@base": ID, "@vocab": PREFIXES["ans"], "id": "@id", "type": "@type"}
    used = {_short(predicate).partition(":")[0] for predicate in kinds if ":" in _short(predicate)}
    context |= {prefix: iri for prefix, iri in PREFIXES.items() if prefix in used | {"xsd"}}
    for predicate, kind in kinds.items():
        if kind == "@language":
            context[_short(predicate)] = {"@container": "@language"}
        elif kind:
            context[_short(predicate)] = {"@type": kind if kind == "@id" else _short(kind)}
    return context


def _nodes(store: ox.Store, kinds: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    for subject, triples in groupby(sorted_triples(store), key=lambda triple: triple.subject):
        node: dict[str, Any] = {"id": _relative(str(getattr(subject, "value", "")))}
        for predicate, same in groupby(triples, key=lambda triple: triple.predicate):
            objects = [triple.object for triple in same]
            if predicate == type_:
                node["type"] = _one_or_all([_short(o.value) for o in objects if isinstance(o, ox.NamedNode)])
            else:
                node[_short(predicate.value)] = _values(objects, kinds[predicate.value])
        yield node


def _values(objects: Sequence[object], kind: str) -> Any:
    if kind == "@language":
        tagged = [(o.language, o.value) for o in objects if isinstance(o, ox.Literal)]
        languages = sorted({language or "" for language, _ in tagged})
        return {tag: _one_or_all([value for language, value in tagged if language == tag]) for tag in languages}
    return _one_or_all([_value(o, kind) for o in objects])


def _value(term: object, kind: str) -> Any:
    if isinstance(term, ox.NamedNode):
        return _relative(term.value) if kind == "@id" else {"id": _relative(term.value)}
    if not isinstance(term, ox.Literal) or kind:
        return getattr(term, "value", None)
    if term.language:
        return {"@language": term.language, "@value": term.value}
    if term.datatype.value == f"{_XSD}string":
        return term.value
    # graphs of others may say that "many" is a whole number
    native = term.datatype.value in _PLAIN and _NATIVE.fullmatch(term.value)
    return json.loads(term.value) if native else {"type": _short(term.datatype.value), "@value": term.value}


def _one_or_all(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values


def _short(iri: str) -> str:
    """A term by its name: our own bare ("figure"), others with their prefix ("oa:exact")."""
    for prefix, namespace in _BY_LENGTH:
        if iri.startswith(namespace) and "/" not in iri[len(namespace) :]:
            return iri[len(namespace) :] if prefix == "ans" else f"{prefix}:{iri[len(namespace) :]}"
    return iri


def _relative(iri: str) -> str:
    """An IRI of ours against the base; a name alone stays whole, since "type" by itself is a keyword here."""
    rest = iri.removeprefix(ID)
    return rest if rest != iri and "/" in rest and ":" not in rest else iri
