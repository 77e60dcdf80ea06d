"""Rows: what every command that prints a table prints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

Value = str | int | float | bool | Decimal | None


@dataclass(frozen=True, slots=True)
class Rows:
    """The names of the columns, and one tuple of values a row; None where there is no value."""

    columns: tuple[str, ...]
    values: Iterator[tuple[Value, ...]]
