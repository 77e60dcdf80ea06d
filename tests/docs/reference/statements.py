"""What the files of `ontology/` and `shapes/` say, as plain values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

import pyoxigraph as ox

from ansinh.checking.conversion import knowledge
from tests.docs.reference.markdown import short

Term = ox.NamedNode | ox.BlankNode | ox.Literal
Values = Mapping[str, list[Term]]


@cache
def said(folder: str) -> Mapping[Term, Values]:
    """Subject -> property, by its short name -> values, in the order of the files."""
    found: dict[Term, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for _, quad in knowledge(folder):
        subject, value = quad.subject, quad.object
        assert not isinstance(subject, ox.Triple)
        assert not isinstance(value, ox.Triple)
        found[subject][short(quad.predicate.value)].append(value)
    return found


def iris(values: Values, name: str) -> list[str]:
    """The IRIs that a property has, short."""
    return sorted(short(value.value) for value in values.get(name, []) if isinstance(value, ox.NamedNode))


def text(values: Values, name: str, language: str) -> str:
    """What a property says in a language."""
    return next((v.value for v in values.get(name, []) if isinstance(v, ox.Literal) and v.language == language), "")


@cache
def short_terms(folder: str) -> dict[str, Values]:
    """What is said of everything that has an IRI, by its short name."""
    return {
        short(subject.value): values for subject, values in said(folder).items() if isinstance(subject, ox.NamedNode)
    }
