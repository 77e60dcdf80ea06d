"""The one door to the measure of likeness of words: which names come nearest to what somebody wrote."""

from __future__ import annotations

from collections.abc import Iterable

_LEAST = 60  # of 100: below that a proposal is a riddle
_LONGEST = 60  # characters that are compared: longer ones are no name


def nearest(told: str, names: Iterable[str], most: int) -> list[str]:
    """The names that are most like what was told, the likest first, then in the order of the names."""
    from rapidfuzz import fuzz, process

    asked = told[:_LONGEST]
    found = process.extract(asked, list(names), scorer=fuzz.WRatio, limit=None, score_cutoff=_LEAST)
    # names that have the words among others are like them too, but less than one that is a letter away
    scored = [(-score - fuzz.ratio(asked, name), place, name) for name, score, place in found]
    return [name for _, _, name in sorted(scored)][:most]
