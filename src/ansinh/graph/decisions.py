"""What people decided about the figures of an article, in its graph: who, when, why, and what had been read."""

from __future__ import annotations

from ansinh.graph.collector import Collector
from ansinh.graph.terms import integer, moment, name, node, text
from ansinh.model import Figure, Review
from ansinh.namespaces import ID

# as the graph says them
VERDICTS = {"accept": "accepted", "amend": "amended", "reject": "rejected"}


def add_decisions(collector: Collector) -> None:
    """Say every decision beside its figure; of a rejected figure only what is printed, and it is no ans:Figure."""
    for figure in collector.extraction.rejected:
        _add_rejected(collector, figure)
    for review in collector.extraction.reviews:
        _add_decision(collector, review)


def _add_rejected(collector: Collector, figure: Figure) -> None:
    collector.add_all(
        collector.part(f"figure/{figure.span.start}"),
        {
            "rdf:type": [name("ans:RejectedFigure")],
            "ans:printed": [text(figure.quote)],
            "ans:start": [integer(figure.span.start)],
            "ans:end": [integer(figure.span.end)],
            "ans:rule": [node(f"{ID}rule/{figure.rule}")],
            "ans:quotation": [collector.quotation(figure.evidence)],
        },
    )


def _add_decision(collector: Collector, review: Review) -> None:
    path = f"figure/{review.start}"
    decision = collector.part(f"{path}/decision")
    collector.add_all(collector.part(path), {"ans:reviewedBy": [decision]})
    collector.add_all(
        decision,
        {
            "rdf:type": [name("ans:Decision")],
            "ans:judgement": [text(VERDICTS[review.verdict])],
            "schema:author": [text(review.who)],
            "schema:dateCreated": [moment(review.when)],
            "rdfs:comment": [text(review.why)] if review.why else [],
            "ans:amendment": [collector.part(f"{path}/decision/{attribute}") for attribute in review.amended],
        },
    )
    for attribute, (read, decided) in review.amended.items():
        collector.add_all(
            collector.part(f"{path}/decision/{attribute}"),
            {
                "rdf:type": [name("ans:Amendment")],
                "ans:attribute": [text(attribute)],
                "ans:readAs": [text(read)] if read else [],
                "ans:decidedAs": [text(decided)] if decided else [],
            },
        )
