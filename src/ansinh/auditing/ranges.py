"""What a printed number may stand for, from the digits that are printed and from "over", "about" and "nearly".

Writers round, and some cut off: a value lies within half a unit of the last printed digit, and what is computed and
told may lie a whole one away. Whole numbers of four digits and more that end in two zeros may be rounded there; others
are exact, and so is what a rule fixes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

_HALF = Decimal("0.5")
_LOOSE = Decimal("0.05")  # "over", "about", "nearly": a twentieth at least
_FRACTION = re.compile(r"\.\d{1,2}(?!\d)")
_ROUND_ZEROS, _ROUND_DIGITS = 2, 4
PERCENT = ("percent", "percentage-point", "percentage-point/year")
_BILLION, _MILLION = Decimal(10**9), Decimal(10**6)


class Printed(Protocol):
    """What tells how exact a number is: a figure, of an article or of the store."""

    @property
    def quote(self) -> str:
        """The number as printed."""

    @property
    def value(self) -> Decimal:
        """The value in the unit."""

    @property
    def unit(self) -> str:
        """The notation of the unit."""

    @property
    def kind(self) -> str:
        """The notation of the kind."""

    @property
    def bound(self) -> str:
        """The notation of the bound."""


@dataclass(frozen=True, slots=True)
class Range:
    """The values from `low` to `high`, both included."""

    low: Decimal
    high: Decimal

    def __add__(self, other: Range) -> Range:
        return Range(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Range) -> Range:
        return Range(self.low - other.high, self.high - other.low)

    def __mul__(self, other: Range) -> Range:
        """The product of two ranges of numbers that are not negative."""
        return Range(self.low * other.low, self.high * other.high)

    def over(self, other: Range) -> Range | None:
        """The quotient of two ranges of numbers that are not negative; None where the divisor may be nought."""
        return Range(self.low / other.high, self.high / other.low) if other.low > 0 else None

    def meets(self, other: Range) -> bool:
        """Whether the two have a value in common."""
        return self.low <= other.high and other.low <= self.high

    def times(self, factor: int) -> Range:
        """The range of so many times the number."""
        return Range(self.low * factor, self.high * factor)

    def size(self) -> Range:
        """The range without its sign."""
        if self.low <= 0 <= self.high:
            return Range(Decimal(0), max(-self.low, self.high))
        return Range(*sorted((abs(self.low), abs(self.high))))


def printed(figure: Printed) -> Range:
    """What the true value may be, in the unit of the figure, if it was rounded to what is printed."""
    return _range(figure, _HALF)


def stated(figure: Printed) -> Range:
    """What a computed value may be for the printed number to tell it: rounded, or cut off."""
    return _range(figure, Decimal(1))


def _range(figure: Printed, unit: Decimal) -> Range:
    if figure.kind == "standard" and figure.bound == "exact":
        return Range(figure.value, figure.value)
    last = _last_digit(figure)
    if figure.bound == "exact":
        counted = last == 1 and figure.unit not in PERCENT
        return Range(figure.value, figure.value) if counted else _around(figure.value, last * unit, last * unit)
    loose = max(last, figure.value * _LOOSE)
    above = loose if figure.bound in ("at-least", "about") else Decimal(0)
    below = loose if figure.bound in ("at-most", "about") else Decimal(0)
    return _around(figure.value, below, above)


def _last_digit(figure: Printed) -> Decimal:
    """What one more in the last digit that tells something adds: 100 for 48,500, 0.1 billion for 44.1 billion."""
    digits = re.sub(r"\D", "", figure.quote)
    if not int(digits or 0) or not figure.value:
        return Decimal(1)
    step = figure.value / int(digits)
    zeros = len(digits) - len(digits.rstrip("0"))
    fixed = figure.unit in PERCENT or _FRACTION.search(figure.quote)
    may_be_rounded = zeros >= _ROUND_ZEROS and len(digits) >= _ROUND_DIGITS and not fixed
    return step * 10**zeros if may_be_rounded else step


def _around(value: Decimal, below: Decimal, above: Decimal) -> Range:
    return Range(max(Decimal(0), value - below), value + above)


def told(figure: Printed) -> str:
    """A figure as it is printed: "12.4 billion", "10.89%"."""
    return figure.quote + ("%" if figure.unit in PERCENT else "")


def shown(value: Decimal, unit: str) -> str:
    """A computed value in the way of the articles: "32.7 billion", "0.86%", "2,294"."""
    for size, word in ((_BILLION, " billion"), (_MILLION, " million")):
        if abs(value) >= size:
            return _rounded(value / size) + word
    return _rounded(value) + ("%" if unit in PERCENT else "")


def _rounded(value: Decimal) -> str:
    whole = value == value.to_integral_value()
    written = f"{value:,.0f}" if whole else f"{value:,.3f}" if abs(value) < 1 else f"{value:,.2f}"
    return written if whole else written.rstrip("0").rstrip(".")
