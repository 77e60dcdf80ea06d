"""What the decisions of people make of an extraction: the same article with the figures that they confirmed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ansinh.errors import ReviewError
from ansinh.model import Extraction, Figure, Review
from ansinh.reviewing.attributes import ATTRIBUTES, as_text, with_attributes
from ansinh.reviewing.decision import Decision, Target, by_target, plain_words, standing
from ansinh.reviewing.fitting import fit, spots


@dataclass(slots=True)
class Applied:
    """What became of the decisions on an article: how many hold, and a line for each that moved or no longer fits."""

    held: int = 0
    moved: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)


# what there is to say against decisions, by their index
Objections = Callable[[Sequence[Decision]], Mapping[int, str]]


def apply(
    extraction: Extraction, decisions: Iterable[Decision], objections: Objections = lambda _: {}
) -> tuple[Extraction, Applied]:
    """The extraction as people decided it, from all decisions on its article in the order of their log.

    An accepted or amended figure has the attributes that were decided, whatever the rules read now; a rejected one
    leaves its outcome. A decision whose figure is not found any more, or against which there are objections, changes
    nothing, and is told.
    """
    log = list(decisions)
    fits = fit(log, spots(extraction))
    told = Applied(lost=_lost(log, fits.lost))
    figures = {figure.span.start: figure for figure in extraction.figures}
    reviews: list[Review] = []
    rejected: list[Figure] = []
    for decision, figure, review in _sound(extraction, _standing(fits.found), objections, told):
        if decision.verdict == "reject":
            rejected.append(figures.pop(review.start))
        else:
            figures[review.start] = figure
        reviews.append(review)
        told.held += 1
        if decision.target.start != review.start:
            told.moved.append(told_of(decision, f"the text moved: it is applied at {review.start}"))
    kept = _parted(tuple(figures.values()))
    return replace(extraction, figures=kept, reviews=tuple(reviews), rejected=tuple(rejected)), told


def changes(figure: Figure, home: str | None, decided: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """The attributes that a figure of an article about a place has otherwise than decided: as read, as decided."""
    read = as_text(figure, home)
    return {name: (read[name], decided[name]) for name in ATTRIBUTES if name in decided and read[name] != decided[name]}


def told_of(decision: Decision, what: str) -> str:
    """A line about a decision and what became of it."""
    target = decision.target
    name = plain_words(decision.who)
    return f"{target.article}/{target.start}: {decision.verdict} of {target.printed!r} by {name}: {what}"


def _standing(found: Mapping[int, Iterable[Decision]]) -> dict[int, Decision]:
    """The decisions that stand, in the order of the text."""
    return {start: last for start, log in sorted(found.items()) if (last := standing(log)) is not None}


def _sound(
    extraction: Extraction, held: Mapping[int, Decision], objections: Objections, told: Applied
) -> Iterator[tuple[Decision, Figure, Review]]:
    """The decisions that hold, each with the figure that it makes; what is said against the others is told."""
    figures = {figure.span.start: figure for figure in extraction.figures}
    refused = objections(list(held.values()))
    for index, (start, decision) in enumerate(held.items()):
        try:
            if index in refused:
                raise ReviewError(refused[index])
            yield decision, *_decided(extraction, figures[start], decision)
        except ReviewError as error:
            told.lost.append(told_of(decision, f"cannot hold: {error}"))


def _decided(extraction: Extraction, figure: Figure, decision: Decision) -> tuple[Figure, Review]:
    home = extraction.article.place
    amended = changes(figure, home, decision.decided)
    if amended.get("place", ("", " "))[1] == "":
        raise ReviewError(f"place: the article is about {home}, and so is a figure without a place of its own")
    new = with_attributes(figure, {name: after for name, (_, after) in amended.items()}, extraction.citations)
    said = (decision.who, decision.when, decision.why)
    return new, Review(figure.span.start, decision.verdict, *said, amended)


def _parted(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """The figures, none of them part of an outcome that has no figure left."""
    outcomes = {figure.outcome for figure in figures}
    return tuple(f if f.part_of is None or f.part_of in outcomes else f._replace(part_of=None) for f in figures)


def _lost(log: Iterable[Decision], targets: Iterable[Target]) -> list[str]:
    """A line for each decision that stands but whose figure is not found; what was undone is no loss."""
    decisions = by_target(log)
    last = [decision for target in targets if (decision := standing(decisions[target])) is not None]
    return [told_of(decision, "no figure with these words in this context is read there any more") for decision in last]
