"""The one door to the measure of likeness of words: which names come nearest to what somebody wrote."""

from __future__ import annotations

from collections.abc import Iterable

_LEAST = 60  # of 100: below that a proposal is a riddle
_LONGEST = 60  # characters that are compared: longer ones are no name


def nearest(told: str, names: Iterable[str], most: int) -> list[str]:
    """The names that are most like what was told, the likest first, then in the order of the names."""
    from rapidfuzz import fuzz, process

    found = process.extract(told[:_LONGEST], list(names), scorer=fuzz.WRatio, limit=None, score_cutoff=_LEAST)
    return [name for name, _, _ in sorted(found, key=lambda match: (-match[1], match[2]))][:most]
