"""Ages: "35 people aged 100 and over". An age narrows whom another figure speaks of; it counts nobody."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from ansinh.reading.page import Page
from ansinh.recognising.quantities import Quantity
from ansinh.relating.drafts import Draft, drafts
from ansinh.relating.kinds import bound_of


def drafts_and_ages(page: Page, read: Sequence[Quantity]) -> tuple[list[Draft], list[Quantity]]:
    """The drafts of what is counted, and the ages in their sentences; an age that stands alone is a draft itself."""
    made = drafts(page, [quantity for quantity in read if not quantity.age])
    counted = {draft.sentence.span for draft in made}
    hosted: list[Quantity] = []
    alone: list[Quantity] = []
    for quantity in read:
        if quantity.age:
            sentence = page.sentence_at(quantity.span.start)
            (hosted if sentence and sentence.span in counted else alone).append(quantity)
    return sorted([*made, *drafts(page, alone)], key=_start), hosted


def age_drafts(hosted: Sequence[Quantity], made: Sequence[Draft]) -> list[Draft]:
    """Ages with all that the figure before them in their sentence, or else the next one, says of its people."""
    found: list[Draft] = []
    for quantity in hosted:
        index = bisect_left(made, quantity.span.start, key=_start)
        host = next(
            d for d in (*made[index - 1 : index], *made[index : index + 1]) if d.sentence.span.holds(quantity.span)
        )
        found.append(
            replace(
                host,
                quantity=quantity,
                unit="year",
                kind="standard",
                measure="time",
                bound=bound_of(quantity),
                direction=None,
                rule="age",
                found={"bound": quantity.bound_span} if quantity.bound_span else {},
            )
        )
    return found


def _start(draft: Draft) -> int:
    return draft.quantity.span.start
