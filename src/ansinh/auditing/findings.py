"""What the audit says: one finding for every sum that an article states, with the arithmetic in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from ansinh.auditing.ranges import Range, shown, stated, told
from ansinh.model import Figure

Verdict = Literal["holds", "off", "unchecked"]

# why a statement cannot be checked, in English and Vietnamese
Reason = tuple[str, str]


# what is further off than this, of what is printed, is not what the writer meant
_MISPRINT = Decimal("0.15")
_TRANSPOSED = 9  # two digits that change places change a number by nine times a digit and some noughts


@dataclass(frozen=True, slots=True)
class Finding:
    """One statement that was recomputed.

    `kind` and `verdict` are notations of the vocabularies `finding` and `verdict`. The first of the figures is the one
    that is judged, the others are what it was held against. `off_by` is in the unit of the first.
    """

    kind: str
    verdict: Verdict
    figures: tuple[Figure, ...]
    words: str
    words_vi: str
    off_by: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Sum:
    """A computation: how it is written, its result from the printed values, and the range of what it may be."""

    written: str
    result: Decimal
    range: Range


def judged(kind: str, figure: Figure, computed: Sum, others: Sequence[Figure]) -> Finding:
    """The finding on a figure that is printed beside the numbers it can be computed from."""
    result = shown(computed.result, figure.unit)
    if computed.range.meets(stated(figure)):
        verdict: Verdict = "holds"
        plain = figure.bound == "exact" and result in (told(figure), shown(figure.value, figure.unit))
        said = "as printed" if plain else f"printed as {_bounded(figure)}, which agrees"
        said_vi = "đúng như bài viết" if plain else f"bài viết ghi {told(figure)}, phù hợp"
        off = None
    else:
        verdict, off = "off", abs(computed.result - figure.value)
        said = f"but printed as {_bounded(figure)}: off by {shown(off, figure.unit)}"
        said_vi = f"nhưng bài viết ghi {told(figure)}: lệch {shown(off, figure.unit)}"
    words, words_vi = (f"{computed.written} = {result}, {each}" for each in (said, said_vi))
    return Finding(kind, verdict, (figure, *others), words, words_vi, off)


def unchecked(kind: str, figure: Figure, why: Reason, others: Sequence[Figure] = ()) -> Finding:
    """The finding on a statement that the text gives too little for."""
    return Finding(
        kind,
        "unchecked",
        (figure, *others),
        f"{told(figure)} cannot be checked: {why[0]}",
        f"{told(figure)} không kiểm tra được: {why[1]}",
    )


def _bounded(figure: Figure) -> str:
    return told(figure) if figure.bound == "exact" else f"{figure.bound.replace('-', ' ')} {told(figure)}"


def is_misprint(finding: Finding) -> bool:
    """Whether a number may be what was computed with a digit misprinted, or with two digits in each other's place.

    What is off in any other way more likely counts something else than the computation does.
    """
    off = (finding.off_by or Decimal(0)).normalize()
    digits = int("".join(map(str, off.as_tuple().digits)))
    one_digit = digits < 10 or (digits % _TRANSPOSED == 0 and digits // _TRANSPOSED < 10)
    return 0 < off <= _MISPRINT * finding.figures[0].value and one_digit
