"""Dates and stretches of time, in the forms that the genre prints."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ansinh.lexicon import lexicon
from ansinh.model import Period
from ansinh.recognising.dates import atoms, atoms_at, places_of_dates


def _period(text: str, year: int | None = 2024, today: date | None = None) -> list[Period]:
    found = list(atoms(text, 0, len(text)))
    for before in ("", "In ", "(the ", "of the year's ", "'", "x'"):
        whole = before + text
        numbers = [run.span() for run in re.finditer(r"\d+", whole)]
        by_words = list(atoms_at(whole, places_of_dates(lexicon().words(whole), numbers), len(whole)))
        assert by_words == list(atoms(whole, 0, len(whole)))
    return [atom.interval(year, today) for atom in found]


def _days(first: str | None, last: str | None) -> Period:
    return Period(*(date.fromisoformat(day) if day else None for day in (first, last)))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("October 6, 2024", "2024-10-06", "2024-10-06"),
        ("June 5th", "2024-06-05", "2024-06-05"),
        ("06 Jun 2024", "2024-06-06", "2024-06-06"),
        ("16/01/2025", "2025-01-16", "2025-01-16"),
        ("2024-06-06", "2024-06-06", "2024-06-06"),
        ("6/2025", "2025-06-01", "2025-06-30"),
        ("February 2024", "2024-02-01", "2024-02-29"),
        ("the first 06 months of the year", "2024-01-01", "2024-06-30"),
        ("the first nine months of 2023", "2023-01-01", "2023-09-30"),
        ("Over the nine months", "2024-01-01", "2024-09-30"),
        ("the first half of 2025", "2025-01-01", "2025-06-30"),
        ("the fourth quarter of 2024", "2024-10-01", "2024-12-31"),
        ("the 1st quarter of 2024", "2024-01-01", "2024-03-31"),
        ("the first three quarters of 2024", "2024-01-01", "2024-09-30"),
        ("quarter III/2024", "2024-07-01", "2024-09-30"),
        ("Q2 2025", "2025-04-01", "2025-06-30"),
        ("the 2024-2025 school year", "2024-09-01", "2025-05-31"),
        ("school year 2024-2025", "2024-09-01", "2025-05-31"),
        ("the period 2021-2025", "2021-01-01", "2025-12-31"),
        ("last year", "2023-01-01", "2023-12-31"),
        ("this year", "2024-01-01", "2024-12-31"),
    ],
)
def test_a_date_is_read(text: str, first: str, last: str) -> None:
    assert _period(text) == [_days(first, last)]


@pytest.mark.parametrize(
    "text",
    [
        "35/2024/NQ-HDND",
        "it may rise",
        "1,990 people",
        "2,024 houses",
        "2024.5",
        "13/13 tasks",
        "45/13/2024",
        "for 03 months or more",
    ],
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert _period(text) == []


def test_now_is_the_day_of_publication_or_unknown() -> None:
    assert _period("To date", today=date(2025, 2, 27)) == [_days(None, "2025-02-27")]
    assert _period("To date") == [_days(None, None)]


@given(
    st.dates(date(1990, 1, 1), date(2049, 12, 31)),
    st.sampled_from(["%B %-d, %Y", "%-d %B %Y", "%d/%m/%Y", "%b %d, %Y", "%Y-%m-%d"]),
)
def test_a_printed_day_is_read_back(day: date, form: str) -> None:
    assert _period(f"on {day.strftime(form)} the") == [Period(day, day)]
