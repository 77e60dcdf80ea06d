"""Which figure of an article a decision is about, though the text has moved or is read by other rules now.

The words and what stands around them must be the same. Offsets only choose between several such places.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ansinh.model import Extraction, Span
from ansinh.reviewing.decision import CONTEXT, Decision, Target, by_target, plain_words

_REACH = 4 * CONTEXT  # characters of text in which the context is looked for: white space may be long


@dataclass(frozen=True, slots=True)
class Spot:
    """A place where a figure stands: its words and what is around them.

    `cut` says that less of the text is at hand than there is, as in a store, which has the passage only.
    """

    start: int
    printed: str
    before: str
    after: str
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Fits:
    """The decisions by the offset of the figure that they are about, in the order of the log; and the targets lost."""

    found: Mapping[int, Sequence[Decision]]
    lost: Sequence[Target]


def spots(extraction: Extraction) -> list[Spot]:
    """Where the figures of an article stand."""
    return [spot_in(extraction.text, figure.span) for figure in extraction.figures]


def spot_in(text: str, place: Span, begins: int | None = None) -> Spot:
    """Where words stand in an article's text, or in the passage of it that begins at an offset."""
    start, end = (place.start - (begins or 0), place.end - (begins or 0))
    before, printed, after = text[max(0, start - _REACH) : start], text[start:end], text[end : end + _REACH]
    return Spot(place.start, plain_words(printed), plain_words(before), plain_words(after), begins is not None)


def target_of(article: str, spot: Spot, all_spots: Iterable[Spot]) -> Target:
    """How a decision names the figure of a spot, among all spots of its article."""
    before, after = spot.before[-CONTEXT:].lstrip(), spot.after[:CONTEXT].rstrip()
    target = Target(article, spot.start, spot.printed, before, after, 1, 1)
    alike = [other.start for other in sorted(all_spots, key=lambda other: other.start) if _agree(target, other)]
    return target._replace(nth=alike.index(spot.start) + 1, of=len(alike))


def fit(decisions: Iterable[Decision], all_spots: Sequence[Spot]) -> Fits:
    """Find the figures that the decisions on one article are about.

    As many places with the same words and context as there were: it is the same one of them. Fewer or more: the one
    nearest to the old offset, unless another place of the same reading is nearer to it.
    """
    log = list(decisions)
    targets = by_target(log)
    places = {target: place for target in targets if (place := _place(target, all_spots)) is not None}
    nearest: dict[tuple[int, int], Target] = {}
    for target in sorted(places, key=lambda each: (abs(each.start - places[each]), each)):
        nearest.setdefault((places[target], target.of), target)
    held = {target: place for target, place in places.items() if nearest[place, target.of].nth == target.nth}
    found: dict[int, list[Decision]] = {}
    for decision in log:
        if decision.target in held:
            found.setdefault(held[decision.target], []).append(decision)
    return Fits(found, [target for target in targets if target not in held])


def _place(target: Target, all_spots: Sequence[Spot]) -> int | None:
    alike = [spot.start for spot in all_spots if _agree(target, spot)]
    if not alike:
        return None
    if len(alike) == target.of:
        return sorted(alike)[target.nth - 1]
    return min(alike, key=lambda start: (abs(start - target.start), start))


def _agree(target: Target, spot: Spot) -> bool:
    before, after = target.before, target.after
    if spot.cut:
        before, after = before[max(0, len(before) - len(spot.before)) :], after[: len(spot.after)]
    return spot.printed == target.printed and spot.before.endswith(before) and spot.after.startswith(after)
