"""How often each rule got each attribute wrong in the annotated articles; `make score` writes the file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

import pyoxigraph as ox

from ansinh.knowledge import folder
from ansinh.namespaces import PREFIXES

FILE = "error-rate.ttl"
FIGURE = "figure"  # the number itself: whether it is one, with its value and unit


class ErrorRate(NamedTuple):
    """So many wrong out of so many figures."""

    wrong: int
    out_of: int


@cache
def error_rates() -> Mapping[tuple[str, str], ErrorRate]:
    """The error rates by rule and attribute, as in ("count", "beneficiary"); FIGURE stands for the number itself."""
    told: dict[str, dict[str, str]] = defaultdict(dict)
    for quad in ox.parse(path=folder("ontology") / FILE, format=ox.RdfFormat.TURTLE):
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal):
            told[quad.subject.value][quad.predicate.value.removeprefix(PREFIXES["ans"])] = quad.object.value
    return {
        (each["ofRule"].removeprefix(PREFIXES["rule"]), each["ofAttribute"]): ErrorRate(
            int(each["wrong"]), int(each["outOf"])
        )
        for each in told.values()
        if "ofRule" in each
    }
