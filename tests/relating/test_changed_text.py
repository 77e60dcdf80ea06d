"""The answer follows the text: no number, group, document or province of an article is written into the program."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from ansinh.model import Extraction, Figure
from ansinh.relating import extract_text

SEED = Path(__file__).parents[2] / "seeds" / "002_410bea563f85417a.txt"


def _read(text: str) -> Extraction:
    return extract_text("article.txt", text.encode())


def _changed(*pairs: tuple[str, str]) -> Extraction:
    text = SEED.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return _read(text)


def _rows(extraction: Extraction, document: str) -> list[tuple[Decimal, Decimal, tuple[str, ...]]]:
    """People, cost and groups of the document's outcomes that have one of each, in text order."""
    outcomes: dict[str, list[Figure]] = {}
    for figure in extraction.figures:
        if document in figure.documents:
            outcomes.setdefault(figure.outcome, []).append(figure)
    rows = []
    for figures in outcomes.values():
        people = [f for f in figures if f.unit == "person"]
        cost = [f for f in figures if f.unit == "VND"]
        if len(people) == len(cost) == 1:
            rows.append((people[0].value, cost[0].value, tuple(sorted(people[0].beneficiary))))
    return rows


def test_the_seed_itself() -> None:
    assert _rows(_read(SEED.read_text(encoding="utf-8")), "35/2024/NQ-HDND") == [
        (Decimal(359), Decimal("412e6"), ("poor-household",)),
        (Decimal(6065), Decimal("6256e6"), ("near-poor-household",)),
        (Decimal(56128), Decimal("42138e6"), ("average-income-household",)),
        (Decimal(22380), Decimal("19854e6"), ("average-income-household", "student")),
    ]


def test_the_rows_follow_numbers_groups_document_and_province() -> None:
    extraction = _changed(
        ("359 people in poor households", "1,204 people with disabilities"),
        ("412 million", "1.7 billion"),
        ("6,065 people in near-poor households", "77 elderly people"),
        ("6,256 million", "90 million"),
        ("22,380 students", "815 teachers"),
        ("35/2024/NQ-HDND", "9/2023/NQ-HDND"),
        ("Quang Ninh will", "Lai Chau will"),
        ("baoquangninh.vn", "baolaichau.vn"),
    )
    assert extraction.article.place == "VN-01"
    assert _rows(extraction, "35/2024/NQ-HDND") == []
    assert _rows(extraction, "9/2023/NQ-HDND") == [
        (Decimal(1204), Decimal("1.7e9"), ("person-with-disability",)),
        (Decimal(77), Decimal("9e7"), ("elderly-person",)),
        (Decimal(56128), Decimal("42138e6"), ("average-income-household",)),
        (Decimal(815), Decimal("19854e6"), ("average-income-household", "teacher")),
    ]
    assert {c.id.rpartition("/document/")[2] for c in extraction.citations if c.number == "9/2023/NQ-HDND"} == {
        "vn-01/resolution/9-2023-nq-hdnd"
    }


@pytest.mark.parametrize("factor", [2, 3, 10])
def test_a_multiple_of_a_number_is_read_as_that_multiple(factor: int) -> None:
    people = f"{56128 * factor:,}"
    rows = _rows(_changed(("56,128 people", f"{people} people")), "35/2024/NQ-HDND")
    assert rows[2][0] == 56128 * factor
