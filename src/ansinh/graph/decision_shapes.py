"""Whether what was decided about a figure passes the shapes: an article must not be refused for an amendment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

import pyoxigraph as ox

from ansinh.checking.shacl import validate_graph
from ansinh.graph.facts import article_quads
from ansinh.model import UNKNOWN_PERIOD, Article, Extraction, Figure, Span
from ansinh.namespaces import ID
from ansinh.reviewing.attributes import with_attributes
from ansinh.reviewing.decision import Decision

_NO_HASH = "0" * 64


def refusals(decisions: Sequence[Decision]) -> Mapping[int, str]:
    """By its index, what the shapes say against the figure that a decision makes; a sound one is not there.

    Each figure stands in an article of its own here, whose text is its words; the documents that it is a result of are
    left out, for they are held against the citations of its own article.
    """
    told = {index: decision for index, decision in enumerate(decisions) if decision.decided}
    if not told:
        return {}
    bench: list[ox.Quad] = []
    for index, decision in told.items():
        bench += article_quads(_alone(str(index), decision))
    found: dict[int, str] = {}
    for result in validate_graph(bench):
        if result.severity == "Violation":
            index = int(result.focus.removeprefix(f"{ID}article/").partition("/")[0].partition("#")[0])
            found.setdefault(index, result.message)
    return found


def _alone(name: str, decision: Decision) -> Extraction:
    printed = decision.target.printed
    place = Span(0, len(printed))
    article = Article(f"{name}.txt", name, None, None, None, "en", None, None, _NO_HASH, _NO_HASH)
    decided = {attribute: value for attribute, value in decision.decided.items() if attribute != "documents"}
    figure = with_attributes(_bare(place, printed, decision.rule), decided, ())
    return Extraction(article, printed, (figure,), (), (), (), (), (), ())


def _bare(place: Span, printed: str, rule: str) -> Figure:
    return Figure(
        span=place,
        quote=printed,
        evidence=place,
        value=Decimal(0),
        unit="item",
        counted=None,
        kind="count",
        measure="other",
        bound="exact",
        status="reported",
        direction=None,
        field=None,
        beneficiary=(),
        place=None,
        period=UNKNOWN_PERIOD,
        documents=(),
        document_ids=(),
        outcome="0",
        part_of=None,
        rule=rule,
        found={},
    )
