"""Constructions of the language, each in a sentence of its own: what the rules make of its figures."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from ansinh.model import Extraction, Period
from ansinh.relating import extract_text

TITLE = "Long An province cares for its people\n\n"


def _read(text: str) -> Extraction:
    return extract_text("a.txt", (TITLE + text + "\n").encode())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # ages count nobody
        ("It helped 35 people aged 100 and over.", [("35", "person", "count"), ("100", "year", "standard")]),
        ("It helped 7 children under 16 years old.", [("7", "person", "count"), ("16", "year", "standard")]),
        (
            "It helped 9 people aged from 75 to under 80.",
            [("9", "person", "count"), ("75", "year", "standard"), ("80", "year", "standard")],
        ),
        (
            "It helped 22,716 people, the oldest aged 103; the teams cost 9.4 billion VND.",
            [("22716", "person", "count"), ("103", "year", "standard"), ("9400000000", "VND", "amount")],
        ),
        ("Team 4 of the Youth Union lent a hand.", []),
        # what was paid on average is no level; what one gets is
        ("Each person got 2 million VND/month.", [("2000000", "VND/month", "standard")]),
        ("They were paid an average of 2 million VND per person.", [("2000000", "VND", "amount")]),
        (
            "A new house is supported with 60 million VND/house, a repaired one 30 million VND.",
            [("60000000", "VND", "standard"), ("30000000", "VND", "standard")],
        ),
        ("They got gifts worth 500,000 VND.", [("500000", "VND", "standard")]),
        # comparatives and signs
        ("It spent 14.6% more than in 2023.", [("14.6", "percent", "change")]),
        ("There were 475 cases (-22.4%).", [("475", "item", "count"), ("22.4", "percent", "change")]),
        # partitives and pronouns carry on a noun
        (
            "It has 5,000 houses. Families own 1,150 of the finished houses.",
            [("5000", "item", "count"), ("1150", "item", "count")],
        ),
        (
            "9,870 people came, and two thousand of them were hired.",
            [("9870", "person", "count"), ("2000", "person", "count")],
        ),
    ],
)
def test_value_unit_and_kind(text: str, expected: list[tuple[str, str, str]]) -> None:
    figures = _read(text).figures
    assert [(f"{f.value:f}", f.unit, f.kind) for f in figures] == expected


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("It was better than the 0.5% reduction that the plan asked for.", ("0.5", "down")),
        ("It was a 3.2 percentage point rise on last year.", ("3.2", "up")),
        ("The year brought a 12% drop in cases.", ("12", "down")),
        ("They strive to lower the poverty rate by another 3.5%.", ("3.5", "down")),
        ("The rate plunged by 4%.", ("4", "down")),
        ("In that school 30% fall ill every winter.", None),
        ("About 60% rise early.", None),
        ("The 6.5% growth rate was kept.", None),
        ("It paid for 95% of the increase.", None),
        ("In the lower town there were 40% of them.", None),
        ("It helped 1,500 lower secondary school students.", None),
    ],
)
def test_a_change_is_told_by_its_noun_or_by_its_verb(text: str, change: tuple[str, str] | None) -> None:
    told = [(f.quote, f.direction) for f in _read(text).figures if f.kind == "change"]
    assert told == ([change] if change else [])


def test_lower_before_a_noun_is_no_change() -> None:
    figures = _read("The province has 1,500 lower secondary students and 900 lower-income households.").figures
    assert [(f.quote, f.unit, f.kind) for f in figures] == [("1,500", "person", "count"), ("900", "item", "count")]


def test_an_age_has_the_group_and_the_result_of_those_it_narrows() -> None:
    people, age = _read("It paid allowances to 35 orphans aged 15 and under.").figures
    assert (age.beneficiary, age.outcome, age.bound) == (people.beneficiary, people.outcome, "at-most")
    assert people.beneficiary == ("orphan",)


def test_the_parts_behind_a_colon_are_parts_of_the_whole() -> None:
    text = "It helped 120 people: 70 elderly people aged 80 and over, 30 people with disabilities and 20 orphans."
    whole, *parts = [f for f in _read(text).figures if f.kind == "count"]
    assert [f.part_of for f in parts] == [whole.outcome] * 3


@pytest.mark.parametrize(("word", "direction"), [("more", "up"), ("above", "up"), ("fewer", "down"), ("below", "down")])
def test_a_comparative_tells_the_direction(word: str, direction: str) -> None:
    changes = [
        f for f in _read(f"It counted 41,209 files, 12.5% {word} the level of 2022.").figures if f.kind == "change"
    ]
    assert [f.direction for f in changes] == [direction]


def test_a_dateline_gives_the_day_of_publication_and_no_period() -> None:
    read = _read("LONG AN, July 8, 2025 (News) - The province has 713,000 residents of all ages in its communes.")
    assert read.article.issued == date(2025, 7, 8)
    assert [f.period for f in read.figures] == [Period(None, None)]


def test_the_time_of_a_plan_is_not_carried_on_to_what_is_reported() -> None:
    text = (
        "In the first two months of 2026, 640 households got water; the share should be 80% by 2030."
        " The villagers have contributed 15,200 working days."
    )
    periods = {f"{f.value:f}": f.period for f in _read(text).figures}
    assert periods["15200"] == periods["640"] == Period(date(2026, 1, 1), date(2026, 2, 28))
    assert periods["80"].last == date(2030, 12, 31)


def test_figures_stand_in_text_order() -> None:
    text = "People aged 80 and over, 12 of them women, got 3 gifts; 9 children under 6 years old got 5."
    starts = [f.span.start for f in _read(text).figures]
    assert all(one < other for one, other in pairwise(starts))


def test_the_rest_and_what_is_disbursed_are_parts() -> None:
    text = (
        "The plan is to build 500 houses. Workers have finished 120 houses. The remaining 380 houses follow in June."
        " The province was allocated 90 billion VND (central budget 80 billion VND); 60 billion VND has been disbursed."
    )
    figures = {f"{f.value:f}": f for f in _read(text).figures}
    assert figures["380"].part_of == figures["500"].outcome
    assert figures["60000000000"].part_of == figures["90000000000"].outcome
