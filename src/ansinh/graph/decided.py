"""The decisions of people in a build: applied to every article before its figures are used, and accounted for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from ansinh.graph.decision_shapes import refusals
from ansinh.graph.report import BuildReport
from ansinh.graph.terms import graph
from ansinh.model import Extraction
from ansinh.reviewing.applying import apply
from ansinh.reviewing.decision import Decision, by_target, standing


class Decisions:
    """The decisions of a file by article."""

    def __init__(self, decisions: Iterable[Decision]) -> None:
        """Take the decisions in the order of their file."""
        self._by_article: dict[str, list[Decision]] = defaultdict(list)
        for decision in decisions:
            self._by_article[decision.target.article].append(decision)

    def applied(self, extractions: Iterable[Extraction], report: BuildReport) -> Iterator[Extraction]:
        """The articles as people decided them; the report tells which decisions hold, moved or do not fit any more."""
        for extraction in extractions:
            log = self._by_article.get(extraction.article.id)
            yield self._applied(extraction, log, report) if log else extraction

    def homeless(self, store: ox.Store) -> list[str]:
        """A line for each article that the store does not have and that decisions stand on."""
        lines = []
        for article, log in sorted(self._by_article.items()):
            count = sum(standing(each) is not None for each in by_target(log).values())
            if count and not store.contains_named_graph(graph(f"article/{article}")):
                stand = "1 decision stands" if count == 1 else f"{count} decisions stand"
                lines.append(f"{article}: the store has no such article, and {stand} on it")
        return lines

    @staticmethod
    def _applied(extraction: Extraction, log: list[Decision], report: BuildReport) -> Extraction:
        decided, told = apply(extraction, log, refusals)
        report.decided += told.held
        report.moved += told.moved
        report.lost += told.lost
        return decided
