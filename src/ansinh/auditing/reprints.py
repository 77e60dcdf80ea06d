"""Near-duplicate articles: a MinHash signature of the groups of words of a text (Broder 1997), cut into bands.

Two texts that have a band in common may be nearly the same; how many of the values agree tells how much of them is.
"""

from __future__ import annotations

from collections.abc import Collection

from ansinh.words.splitting import stems

_BANDS, _ROWS = 16, 4
_GROUP = 5  # words
_SEED = 2025
_DIGITS = 8


def sketch(text: str) -> tuple[str, ...]:
    """The bands of a text's signature: "03:1f…", the number of the band and four values of 32 bits in hexadecimal.

    Only words count, without case and diacritics; a text of fewer words than a group has no signature.
    """
    from rensa import RMinHash

    words = [stem for stem in stems(text) if stem.isalnum()]
    groups = sorted({" ".join(words[i : i + _GROUP]) for i in range(len(words) - _GROUP + 1)})
    if not groups:
        return ()
    signature = RMinHash(num_perm=_BANDS * _ROWS, seed=_SEED)
    signature.update(groups)
    values = [f"{value:0{_DIGITS}x}" for value in signature.digest()]
    return tuple(f"{band:02d}:{''.join(values[band * _ROWS : (band + 1) * _ROWS])}" for band in range(_BANDS))


def likeness(one: Collection[str], other: Collection[str]) -> float:
    """The share of the values of two signatures that agree: an estimate of the Jaccard index of their word groups."""
    bands = {band[:2]: band[3:] for band in other}
    same = sum(
        band[3 + i : 3 + i + _DIGITS] == bands.get(band[:2], "")[i : i + _DIGITS]
        for band in one
        for i in range(0, _ROWS * _DIGITS, _DIGITS)
    )
    return same / (_BANDS * _ROWS)
