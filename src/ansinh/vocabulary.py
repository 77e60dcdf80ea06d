"""The vocabularies as the program sees them: every concept of `ontology/` with its labels, its cues and its links.

The labels are the lexicon of the extractor: whoever adds a label in `ontology/` teaches it a word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from ansinh.errors import KnowledgeError
from ansinh.knowledge import folder
from ansinh.namespaces import ID, PREFIXES

_SKOS = PREFIXES["skos"]
_NOTATION = f"{_SKOS}notation"
_LABELS = tuple(f"{_SKOS}{kind}Label" for kind in ("pref", "alt", "hidden"))
_CUE = f"{PREFIXES['ans']}cue"


@dataclass(frozen=True, slots=True)
class Concept:
    """One entry of a vocabulary.

    `names` are its English labels of every kind, preferred first; `cues` the words that speak for it without naming it;
    `links` maps every other property, by its local name, to IRIs and literals as text.
    """

    iri: str
    scheme: str
    notation: str
    label: str
    label_vi: str | None
    names: tuple[str, ...]
    cues: tuple[str, ...]
    links: Mapping[str, tuple[str, ...]]

    def link(self, name: str) -> str | None:
        """The first value of a property, or None."""
        return next(iter(self.links.get(name, ())), None)


def vocabulary() -> Mapping[str, Mapping[str, Concept]]:
    """The concepts by scheme ("group", "field", "place", …) and notation, both in the order of the files."""
    files = sorted(folder("ontology").glob("*.ttl"))
    return {scheme: found for file in files for scheme, found in _schemes(file).items()}


@cache
def concepts(scheme: str) -> Mapping[str, Concept]:
    """The concepts of one scheme by notation; KnowledgeError when there is no such scheme.

    Only the file of the scheme's name is read, and `usual.ttl`: a question need not wait for all the others. The
    schemes without a file of their own stand in `cues.ttl`.
    """
    own = folder("ontology") / f"{scheme}.ttl"
    try:
        return _schemes(own if own.is_file() else own.with_name("cues.ttl"))[scheme]
    except KeyError:
        raise KnowledgeError(f"ontology: there is no scheme {scheme!r}") from None


@cache
def by_iri() -> Mapping[str, Concept]:
    """Every concept by its IRI."""
    return {concept.iri: concept for scheme in vocabulary().values() for concept in scheme.values()}


@cache
def _schemes(file: Path) -> Mapping[str, Mapping[str, Concept]]:
    """The schemes of one file with their concepts by notation."""
    schemes: dict[str, dict[str, Concept]] = defaultdict(dict)
    usual = _subjects(file.with_name("usual.ttl"))
    for iri, told in _subjects(file).items():
        if _NOTATION in told and iri.startswith(ID) and iri.count("/") == ID.count("/") + 1:
            more = usual.get(iri, {})
            concept = _concept(iri, {key: [*told.get(key, ()), *more.get(key, ())] for key in (*told, *more)})
            if concept.notation in schemes[concept.scheme]:
                raise KnowledgeError(f"ontology: the notation {concept.notation!r} stands twice in {concept.scheme!r}")
            schemes[concept.scheme][concept.notation] = concept
    return dict(schemes)


@cache
def _subjects(file: Path) -> Mapping[str, Mapping[str, list[ox.Literal | str]]]:
    """What a file tells, by subject and property."""
    subjects: dict[str, dict[str, list[ox.Literal | str]]] = defaultdict(lambda: defaultdict(list))
    try:
        for quad in ox.parse(path=file, format=ox.RdfFormat.TURTLE):
            if isinstance(quad.subject, ox.NamedNode):
                value = quad.object if isinstance(quad.object, ox.Literal) else getattr(quad.object, "value", "")
                subjects[quad.subject.value][quad.predicate.value].append(value)
    except SyntaxError as error:
        raise KnowledgeError(f"ontology/{file.name} is not Turtle: {error}") from error
    return subjects


def _concept(iri: str, values: Mapping[str, list[ox.Literal | str]]) -> Concept:
    preferred = {v.language: v.value for v in values[_LABELS[0]] if isinstance(v, ox.Literal)}
    if "en" not in preferred:
        raise KnowledgeError(f"ontology: {iri} has no skos:prefLabel in English")
    names = [
        v.value for kind in _LABELS for v in values.get(kind, []) if isinstance(v, ox.Literal) and v.language == "en"
    ]
    links = {
        key.rpartition("#")[2].rpartition("/")[2]: tuple(v.value if isinstance(v, ox.Literal) else v for v in found)
        for key, found in values.items()
        if key not in (*_LABELS, _NOTATION, _CUE)
    }
    return Concept(
        iri=iri,
        scheme=iri[len(ID) :].partition("/")[0],
        notation=_text(values[_NOTATION][0]),
        label=preferred["en"],
        label_vi=preferred.get("vi"),
        names=tuple(dict.fromkeys(names)),
        cues=tuple(dict.fromkeys(_text(v) for v in values.get(_CUE, []))),
        links=links,
    )


def _text(value: ox.Literal | str) -> str:
    return value.value if isinstance(value, ox.Literal) else value
