"""Values that are not known, what there is to choose from, and why an answer is empty."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from ansinh.errors import QueryError
from ansinh.querying.emptiness import why_empty
from ansinh.querying.known import named
from ansinh.querying.picking import values_of
from ansinh.querying.places import places_asked
from tests.graph.made_up import made_up, store_of


@pytest.mark.parametrize(
    ("kind", "told", "found"),
    [
        ("place", "nghe an", ["VN-22"]),
        ("place", "Nghệ An", ["VN-22"]),
        ("place", "VN-22", ["VN-22"]),
        ("place", "40", ["VN-22"]),
        ("place", "lào cai", ["VN-02", "VN-2025-15"]),
        ("group", "hộ nghèo", ["poor-household"]),
        ("group", "Poor Household", ["poor-household"]),
        ("group", "poor-household", ["poor-household"]),
        ("kind", "count", ["count"]),
    ],
)
def test_a_value_is_known_by_any_of_its_names(kind: str, told: str, found: list[str]) -> None:
    assert [concept.notation for concept in named(kind, told)] == found


@pytest.mark.parametrize(
    ("kind", "told", "words"),
    [
        ("place", "Ngehan", r"there is no place 'Ngehan'; nearest: VN-22 \(Nghe An\)"),
        ("group", "hộ nghe", r"there is no group 'hộ nghe'; nearest: poor-household"),
        ("field", "x" * 9999, r"there is no field 'x{60}'; nearest: "),
        ("place", "15", r"'15' may be VN-06 \(Yen Bai\) or VN-2025-15 \(Lao Cai\); tell it by its identifier"),
    ],
)
def test_an_unknown_or_ambiguous_value_is_one_line(kind: str, told: str, words: str) -> None:
    with pytest.raises(QueryError, match=words) as caught:
        named(kind, told)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 250


def test_a_name_of_before_and_after_a_merger_is_told(made_up_store: ox.Store) -> None:
    [line] = places_asked(made_up_store, "rates", {"place": "Lào Cai"})
    assert line == (
        "Lào Cai is VN-02 (until 2025-06-30) and VN-2025-15 (from 2025-07-01);"
        " both are asked for: tell one of them by its identifier"
    )
    assert places_asked(made_up_store, "rates", {"place": "VN-02"}) == []


# what there is to choose from


@pytest.mark.parametrize(
    ("name", "parameter", "found"),
    [
        ("group-facts", "group", [("poor-household", 4, "poor household", "hộ nghèo"),
                                  ("student", 2, "student", "học sinh, sinh viên")]),
        ("rates", "measure", [("recipients", 2), ("payment", 2), ("coverage", 2)]),
        ("place-facts", "place", [("VN-13", 8, "Quang Ninh", "Quảng Ninh")]),
        ("documents", "type", [("resolution", 2, "resolution", "nghị quyết")]),
        ("document-outcomes", "document", [("5/2020/NQ-HDND", 1, "resolution", "nghị quyết"),
                                           ("7/2025/NQ-HDND", 1, "resolution", "nghị quyết")]),
        ("policies", "document", [("5/2020/NQ-HDND", 1), ("7/2025/NQ-HDND", 1)]),
        ("policy-facts", "policy", [("health cards for the poor", 1, None, None)]),
        ("article-facts", "article", [("made-up.txt", 6, "Health cards for all", None)]),
        ("gaps", "gap", [("no-group", 2, None, None), ("no-outcome", 1, None, None), ("no-document", 2, None, None)]),
        ("reviewed-figures", "judgement", []),
        ("reviewed-figures", "attribute", []),
    ],
)  # fmt: skip
def test_the_values_that_a_store_has(
    made_up_store: ox.Store, name: str, parameter: str, found: list[tuple[object, ...]]
) -> None:
    rows = values_of(made_up_store, name, parameter)
    assert rows.columns == ("value", "count", "label", "label_vi")
    width = len(found[0]) if found else 4
    assert sorted(row[:width] for row in rows.values) == sorted(found)


def test_agencies_can_be_chosen(made_up_store: ox.Store) -> None:
    values = [row[:2] for row in values_of(made_up_store, "agency-results", "agency").values]
    assert ("Department of Health (Quang Ninh)", 1) in values


@pytest.mark.parametrize(
    ("name", "parameter", "words"),
    [
        ("rates", "colour", "rates has no parameter 'colour'; its parameters: measure, group, since, place"),
        ("rates", "since", "since is not chosen out of a list"),
        ("evidence", "fact", "fact is not chosen out of a list"),
    ],
)
def test_what_is_not_chosen_is_told(made_up_store: ox.Store, name: str, parameter: str, words: str) -> None:
    with pytest.raises(QueryError, match=words):
        values_of(made_up_store, name, parameter)


# why an answer is empty


@pytest.mark.parametrize(
    ("name", "values", "lines"),
    [
        ("document-outcomes", {"document": "7/2025/NQ-HDND"}, []),
        ("document-outcomes", {"document": "7/2024/NQ-HDND"},
         ["document='7/2024/NQ-HDND': the store knows no document of this name; nearest: "]),
        ("document-outcomes", {"document": "5/2020/NQ-HDND"},
         ["document='5/2020/NQ-HDND' is known, but the store tells nothing of it that this query asks"]),
        ("document-outcomes", {"document": "7/2025/NQ-HDND", "place": "VN-05"},
         ["place='VN-05' is known, but the store tells nothing of it; without it there would be 2 rows"]),
        ("group-facts", {"group": "student", "measure": "coverage"},
         ["measure='coverage' leaves no row; without it there would be 2 rows"]),
        ("group-facts", {"group": "teacher", "measure": "payment", "place": "VN-13"},
         ["group='teacher' is known, but the store tells nothing of it; without it there would be 3 rows"]),
        ("cost-per-person", {"least": "900000", "field": "health-insurance"},
         ["least='900000' leaves no row; without it there would be 2 rows"]),
        ("cost-per-person", {"least": "900000", "group": "teacher"},
         ["group='teacher' is known, but the store tells nothing of it"]),
        ("gaps", {"gap": "no-outcome", "place": "VN-05"},
         ["place='VN-05' is known, but the store tells nothing of it; without it there would be 1 row"]),
        ("agency-documents", {"agency": "Ministry of Silly Walks"},
         ["agency='Ministry of Silly Walks': the store knows no agency of this name; nearest: "]),
        ("reviewed-figures", {}, ["the store tells nothing of what this query asks"]),
        ("gaps", {"gap": "no-field", "place": "VN-13"},
         ["gap='no-field' leaves no row; without it there would be 5 rows"]),
        ("policy-facts", {"policy": "housing"},
         ["policy='housing': the store knows no policy of this name; nearest: "]),
    ],
)  # fmt: skip
def test_an_empty_answer_is_explained(
    made_up_store: ox.Store, name: str, values: dict[str, str], lines: list[str]
) -> None:
    found = why_empty(made_up_store, name, values)
    assert len(found) == len(lines)
    for line, wanted in zip(found, lines, strict=True):
        assert line.startswith(wanted) if wanted.endswith("nearest: ") else line == wanted


def test_an_empty_store_says_so() -> None:
    store = store_of(made_up(figures=(), citations=(), relations=(), policies=(), agencies=(), persons=()))
    [line] = why_empty(store, "document-outcomes", {"document": "7/2025/NQ-HDND"})
    assert line.endswith("the store knows no document of this name; it has none at all")
    [line] = why_empty(store, "gaps", {"gap": "no-field", "place": "VN-13"})
    assert line == "place='VN-13' is known, but the store tells nothing of it"
