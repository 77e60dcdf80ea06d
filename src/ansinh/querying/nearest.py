"""The one door to the measure of likeness of words: which names come nearest to what somebody wrote."""

from __future__ import annotations

from collections.abc import Sequence

_LEAST = 60  # of 100: below that a proposal is a riddle


def nearest(told: str, names: Sequence[str], most: int) -> list[str]:
    """The names that are most like what was told, the likest first, then in the order of the names."""
    from rapidfuzz import fuzz, process

    found = process.extract(told, names, scorer=fuzz.WRatio, limit=None, score_cutoff=_LEAST)
    return [name for name, _, _ in sorted(found, key=lambda match: (-match[1], match[2]))][:most]
