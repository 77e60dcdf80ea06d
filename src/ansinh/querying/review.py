"""The figures of a store as a person reviews them: what is said, how it was read, and whether it was decided."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from typing import Any, Literal, NamedTuple

import pyoxigraph as ox

from ansinh.error_rates import ErrorRate, error_rates
from ansinh.namespaces import ID
from ansinh.querying.figures import ReadFigure, article_of, figures_of, read_figure, rule_of, start_of
from ansinh.querying.filters import Filters, chosen
from ansinh.reviewing.decision import Decision, standing
from ansinh.reviewing.fitting import Fits, fit

State = Literal["undecided", "decided", "all"]


class Sample(NamedTuple):
    """So many figures, by a lot that a seed draws: the same seed draws the same ones."""

    size: int
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Reviewable:
    """A figure to be reviewed, with the decision on it that stands, and how often its rule was wrong before."""

    figure: ReadFigure
    decision: Decision | None
    error: ErrorRate | None

    @property
    def error_percent(self) -> float | None:
        """How many of a hundred attributes that the rule gave were wrong in the annotated articles."""
        return round(100 * self.error.wrong / self.error.out_of, 1) if self.error and self.error.out_of else None


class Review:
    """The figures of a store with the decisions of a log, which may be newer than the store."""

    def __init__(self, store: ox.Store, log: Iterable[Decision]) -> None:
        """Hold the decisions against the store, article by article, when they are asked for."""
        self.store = store
        self._log: dict[str, list[Decision]] = {}
        for decision in log:
            self._log.setdefault(decision.target.article, []).append(decision)
        self._fits: dict[str, Fits] = {}

    def add(self, decision: Decision) -> None:
        """Take one more decision, as if it stood at the end of the log."""
        self._log.setdefault(decision.target.article, []).append(decision)
        self._fits.pop(decision.target.article, None)

    def figures(
        self, filters: Filters, state: State = "undecided", sample: Sample | None = None
    ) -> Iterator[Reviewable]:
        """The figures that pass, those of the worst rule first, or a sample of them in the order of the lot."""
        order = _by_lot(sample.seed) if sample else _worst_first(self.store)
        found = (self.figure(iri) for iri in sorted(chosen(self.store, filters), key=order))
        wanted = (each for each in found if state == "all" or (each.decision is not None) == (state == "decided"))
        return islice(wanted, sample.size if sample else None)

    def figure(self, iri: str) -> Reviewable:
        """One figure of the store; QueryError where there is none."""
        read = read_figure(self.store, iri)
        decision = standing(self.decisions(iri))
        # of a rejected figure the graph has what is printed alone
        known = read if read.attributes or decision is None else read.with_attributes(decision.read)
        return Reviewable(known, decision, _overall().get(read.rule))

    def decisions(self, iri: str) -> Sequence[Decision]:
        """All decisions on a figure of the store, in their order."""
        article = article_of(iri)
        if article not in self._log:
            return ()
        if article not in self._fits:
            spots = [read_figure(self.store, other).spot for other in figures_of(self.store, article)]
            self._fits[article] = fit(self._log[article], spots)
        return self._fits[article].found.get(start_of(iri), ())

    def logged(self, article: str, start: int) -> Sequence[Decision]:
        """All decisions that name this place of an article, whether its figure is still there or not."""
        return [d for d in self._log.get(article, ()) if d.target.start == start]


def _by_lot(seed: int) -> Callable[[str], Any]:
    return lambda iri: sha256(f"{seed}\n{iri.removeprefix(ID)}".encode()).hexdigest()


def _worst_first(store: ox.Store) -> Callable[[str], Any]:
    """The rules of which nothing is known come first of all."""
    rates = {rule: rate.wrong / rate.out_of for rule, rate in _overall().items() if rate.out_of}

    def key(iri: str) -> tuple[float, str, str, int]:
        rule = rule_of(store, iri)
        return -rates.get(rule, 1.0), rule, article_of(iri), start_of(iri)

    return key


def _overall() -> Mapping[str, ErrorRate]:
    """The error rates by rule, all attributes together."""
    found: dict[str, ErrorRate] = {}
    for (rule, _), rate in error_rates().items():
        before = found.get(rule, ErrorRate(0, 0))
        found[rule] = ErrorRate(before.wrong + rate.wrong, before.out_of + rate.out_of)
    return found
