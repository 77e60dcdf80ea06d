"""Figures and outcomes of an article's graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

import pyoxigraph as ox

from ansinh.auditing.between import series
from ansinh.graph.collector import Collector
from ansinh.graph.terms import concept, day, decimal, integer, name, node, text
from ansinh.model import Figure
from ansinh.namespaces import ID


def add_figures(collector: Collector) -> None:
    """Say every figure, each with its own group, place, period and document: it is an observation by itself."""
    outcomes = outcome_starts(collector.extraction.figures)
    for figure in collector.extraction.figures:
        _add_figure(collector, figure, outcomes)


def add_outcomes(collector: Collector) -> None:
    """Say every outcome with its figures, and of their attributes what they share."""
    figures, home = collector.extraction.figures, collector.extraction.article.place
    starts = outcome_starts(figures)
    members: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        members[figure.outcome].append(figure)
    for outcome, group in members.items():
        collector.add_all(
            collector.part(f"outcome/{starts[outcome]}"),
            {
                "rdf:type": [name("ans:Outcome")],
                "ans:article": [collector.article],
                "ans:figure": [collector.part(f"figure/{figure.span.start}") for figure in group],
                "ans:field": _concepts("field", _shared(group, lambda f: f.field)),
                "ans:beneficiary": _concepts("group", _common([f.beneficiary for f in group if f.beneficiary])),
                "ans:place": _concepts("place", _shared(group, lambda f: f.place or home)),
                "ans:resultOf": [node(iri) for iri in _common([f.document_ids for f in group])],
                "ans:partOf": _wholes(collector, _shared(group, lambda f: f.part_of), starts),
            },
        )


def outcome_starts(figures: Iterable[Figure]) -> Mapping[str, int]:
    """Where the first figure of every outcome stands: the number in the outcome's IRI."""
    starts: dict[str, int] = {}
    for figure in figures:
        starts[figure.outcome] = min(figure.span.start, starts.get(figure.outcome, figure.span.start))
    return starts


def _add_figure(collector: Collector, figure: Figure, outcomes: Mapping[str, int]) -> None:
    article = collector.extraction.article
    collector.add_all(
        collector.part(f"figure/{figure.span.start}"),
        {
            "rdf:type": [name("ans:Figure")],
            "ans:value": [decimal(figure.value)],
            "ans:unit": [concept("unit", figure.unit)],
            "ans:counted": [text(figure.counted, article.language)] if figure.counted else [],
            "ans:kind": [concept("kind", figure.kind)],
            "ans:measure": [concept("measure", figure.measure)],
            "ans:bound": [concept("bound", figure.bound)],
            "ans:status": [concept("status", figure.status)],
            "ans:direction": _concepts("direction", [figure.direction]),
            "ans:periodStart": [day(figure.period.first)] if figure.period.first else [],
            "ans:periodEnd": [day(figure.period.last)] if figure.period.last else [],
            "ans:field": _concepts("field", [figure.field]),
            "ans:beneficiary": _concepts("group", figure.beneficiary),
            "ans:place": _concepts("place", [figure.place or article.place]),
            "ans:resultOf": [node(iri) for iri in figure.document_ids],
            "ans:partOf": _wholes(collector, [figure.part_of], outcomes),
            "ans:printed": [text(figure.quote)],
            "ans:series": [text(key) for key in [series(figure, article.place)] if key],
            "ans:start": [integer(figure.span.start)],
            "ans:end": [integer(figure.span.end)],
            "ans:rule": [node(f"{ID}rule/{figure.rule}")],
            "ans:quotation": [collector.quotation(figure.evidence)],
        },
    )


def _concepts(scheme: str, notations: Iterable[str | None]) -> list[ox.NamedNode]:
    return [concept(scheme, notation) for notation in notations if notation]


def _wholes(collector: Collector, wholes: Iterable[str | None], starts: Mapping[str, int]) -> list[ox.NamedNode]:
    return [collector.part(f"outcome/{starts[whole]}") for whole in wholes if whole is not None and whole in starts]


def _shared(figures: Sequence[Figure], attribute: Callable[[Figure], str | None]) -> list[str | None]:
    """The one value that all figures have, or nothing."""
    values = {attribute(figure) for figure in figures}
    return list(values) if len(values) == 1 else []


def _common(sets: Sequence[Iterable[str]]) -> list[str]:
    """What all of the sets hold, sorted."""
    held = [set(each) for each in sets]
    return sorted(held[0].intersection(*held[1:])) if held else []
