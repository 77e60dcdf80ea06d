"""Numbers with their units, nouns and hedges; and the numbers that count nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ansinh.reading.page import read
from ansinh.recognising.ledger import Ledger
from ansinh.recognising.quantities import Quantity, quantities


def _read(text: str) -> tuple[Quantity, ...]:
    page = read("a.txt", text)
    ledger = Ledger(page)
    ledger.claim_names()
    return quantities(page, ledger.claimed)


def _values(text: str) -> list[tuple[str, str | None]]:
    return [(f"{q.value:f}", q.unit) for q in _read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It reached 13,025 people with meritorious services.", [("13025", "person")]),
        ("A budget of 44.1 billion VND was spent.", [("44100000000", "VND")]),
        ("They collected VND5,163.4 billion.", [("5163400000000", "VND")]),
        ("It costs VND 38.5 billion.", [("38500000000", "VND")]),
        ("A grant of 2.5 million USD came.", [("2500000", "USD")]),
        ("The level is 700,000 VND/person/month.", [("700000", "VND/month")]),
        ("The level is VND 60 million/house.", [("60000000", "VND")]),
        ("About 33.5 billion VND is paid every month.", [("33500000000", "VND/month")]),
        ("It costs an estimated 31.6 billion VND a year.", [("31600000000", "VND/year")]),
        ("The rate was 10.89%.", [("10.89", "percent")]),
        ("It rose by 0.9 percentage points.", [("0.9", "percentage-point")]),
        ("Cards went to 2,421/2,550 people.", [("2421", "person"), ("2550", "person")]),
        ("It recovered 18.9/26.4 billion VND.", [("18900000000", "VND"), ("26400000000", "VND")]),
        ("It found 512 and 468 people.", [("512", "person"), ("468", "person")]),
        ("It rose from 2,055,000 to 2,789,000 VND/month.", [("2055000", "VND/month"), ("2789000", "VND/month")]),
        ("It held 45 training and dialogue conferences.", [("45", "item")]),
        ("There are 10,012 poor households.", [("10012", "household")]),
        ("It came 169 days ahead of the deadline.", [("169", "day")]),
        ("They gave 15,300 working days.", [("15300", "day")]),
    ],
)  # fmt: skip
def test_a_quantity_is_read(text: str, expected: list[tuple[str, str]]) -> None:
    assert _values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "See Article 216 of the Penal Code.",
        "It lies on National Highway 32 there.",
        "In the former Program 135 area it went well.",
        "Class K12 met after Covid-19 had passed.",
        "Call 0220 3892 114 for help.",
        "It opened at 16:45 that day.",
        "The 78th anniversary was celebrated.",
        "Read https://example.org/tin-3375228.html for more.",
    ],
)
def test_a_number_that_counts_nothing_is_no_quantity(text: str) -> None:
    assert _values(text) == []


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("It reached more than 46,000 subjects.", "at-least"),
        ("It cost nearly 9.2 billion VND.", "at-most"),
        ("It cost about VND 38.5 billion.", "about"),
        ("Some 1,350 people came.", "about"),
        ("Those aged 80 years and over came.", "at-least"),
        ("It reached 46,000 subjects over the same period.", "exact"),
    ],
)
def test_a_hedge_bounds_the_number_beside_it(text: str, bound: str) -> None:
    assert [q.bound for q in _read(text)] == [bound]


@given(
    st.decimals(min_value=1, max_value=999, places=1),
    st.sampled_from(["million", "billion", "trillion"]),
    st.sampled_from(["VND {} {}", "{} {} VND", "VND{} {}", "{} {} dong"]),
)
def test_money_is_read_back(number: Decimal, scale: str, form: str) -> None:
    factor = {"million": 6, "billion": 9, "trillion": 12}[scale]
    (quantity,) = _read(f"It cost {form.format(number, scale)} in all.")
    assert (quantity.value, quantity.unit) == (number.scaleb(factor), "VND")


@given(st.integers(min_value=1, max_value=99_999_999))
def test_a_count_is_read_back_with_separators(number: int) -> None:
    (quantity,) = _read(f"It reached {number:,} people there.")
    assert quantity.value == number
