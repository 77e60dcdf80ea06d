"""What the saved queries answer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pyoxigraph as ox
import pytest

from ansinh.model import UNKNOWN_PERIOD, Figure, Period
from ansinh.namespaces import ID
from ansinh.querying.places import places_asked
from ansinh.querying.rows import Value
from ansinh.querying.running import run_saved
from tests.graph.made_up import NEW, OLD, TEXT, citation, figure, line, made_up, store_of

ARTICLE = f"{ID}article/made-up"
CARDS = TEXT.splitlines()[1]
AMENDS = TEXT.splitlines()[2]


def _rows(store: ox.Store, name: str, **parameters: str) -> list[dict[str, Value]]:
    found = run_saved(store, name, parameters)
    return [dict(zip(found.columns, row, strict=True)) for row in found.values]


def _some(row: Mapping[str, Value], *columns: str) -> tuple[Value, ...]:
    return tuple(row[column] for column in columns)


def test_what_a_document_funded(seeds_store: ox.Store) -> None:
    rows = _rows(seeds_store, "document-outcomes", document="35/2024/NQ-HDND")
    assert list(rows[0]) == [
        "document", "place", "group", "people", "cost_vnd", "cost_per_person_vnd", "period_start", "period_end",
        "quotation", "article",
    ]  # fmt: skip
    assert [_some(row, "people", "cost_vnd", "cost_per_person_vnd") for row in rows] == [
        (359, 412_000_000, 1_147_632),
        (6_065, 6_256_000_000, 1_031_492),
        (56_128, 42_138_000_000, 750_748),
        (22_380, 19_854_000_000, 887_131),
    ]
    for row in rows:
        assert f"{row['people']:,}" in str(row["quotation"])
        assert row["period_end"] == "2024-11-30"


def test_a_row_of_outcomes_is_told_in_full(made_up_store: ox.Store) -> None:
    first, second = _rows(made_up_store, "document-outcomes", document="7/2025/NQ-HĐND")
    assert first["document"] == "7/2025/NQ-HDND"
    assert _some(first, "people", "cost_vnd", "cost_per_person_vnd") == (1200, 900_000_000, 750_000)
    assert _some(first, "period_start", "period_end") == (None, "2025-05-31")
    assert _some(first, "quotation", "article") == (CARDS, ARTICLE)
    assert str(second["group"]).split("; ") == sorted(str(second["group"]).split("; "))
    assert str(second["group"]).count(";") == 1
    assert second["cost_per_person_vnd"] == 501_667


@pytest.mark.parametrize("place", ["Quảng Ninh", "quang ninh", "VN-13", "vn-13"])
def test_a_place_by_name_or_code(made_up_store: ox.Store, place: str) -> None:
    assert len(_rows(made_up_store, "document-outcomes", document="7/2025/NQ-HDND", place=place)) == 2
    assert _rows(made_up_store, "document-outcomes", document="7/2025/NQ-HDND", place="VN-05") == []


@pytest.mark.parametrize(
    ("change", "people", "cost"),
    [
        ({"status": "planned"}, 1200, None),
        ({"kind": "standard"}, 1200, None),
        ({"unit": "USD"}, 1200, None),
        ({"bound": "about"}, 1200, 900_000_000),
    ],
)
def test_only_one_reported_amount_is_a_cost(change: dict[str, str], people: int, cost: int | None) -> None:
    amount = {"kind": "amount", "measure": "payment", **change}
    figures = (
        figure("1,200", "1200", "person", "a"),
        figure("900 million", "9e8", **{"unit": "VND", **amount}, outcome="a"),
    )
    [row] = _rows(store_of(made_up(figures=figures)), "document-outcomes", document="7/2025/NQ-HDND")
    assert _some(row, "people", "cost_vnd") == (people, cost)
    assert (row["cost_per_person_vnd"] is None) == (cost is None)


def test_a_target_that_another_document_sets_does_not_hide_the_result() -> None:
    figures = (
        figure("1,200", "1200", "person", "a"),
        figure("300", "1500", "person", "a", document_ids=(OLD,)),
        figure("4", "1100", "person", "a", document_ids=()),
    )
    store = store_of(made_up(figures=figures))
    assert [r["people"] for r in _rows(store, "document-outcomes", document="7/2025/NQ-HDND")] == [1200]
    assert [r["people"] for r in _rows(store, "document-outcomes", document="5/2020/NQ-HDND")] == [1500]


def test_two_counts_of_people_are_no_count() -> None:
    figures = (
        figure("1,200", "1200", "person", "a"),
        figure("300", "300", "person", "a"),
        figure("900 million", "9e8", "VND", "a", kind="amount", measure="payment"),
    )
    [row] = _rows(store_of(made_up(figures=figures)), "document-outcomes", document="7/2025/NQ-HDND")
    assert _some(row, "people", "cost_vnd", "cost_per_person_vnd") == (None, 900_000_000, None)


def test_a_number_that_stands_in_two_places_is_told(made_up_store: ox.Store) -> None:
    other = f"{ID}document/vn-05/resolution/7-2025-nq-hdnd"
    moved = tuple(figure("1,200", "77", "person", "a", document_ids=(other,)) for _ in range(1))
    cited = (citation("Resolution No. 7/2025/NQ-HDND", "7/2025/NQ-HDND", other),)
    elsewhere = made_up("elsewhere", place="VN-05", figures=moved, citations=cited, relations=(), policies=())
    store = store_of(made_up(), elsewhere)
    asked = {"document": "7/2025/NQ-HDND"}
    assert [row["people"] for row in _rows(store, "document-outcomes", **asked)] == [77, 1200, 300]
    [told] = places_asked(store, "document-outcomes", asked)
    assert told.count(",") == 1
    assert told.endswith("narrow it with -p place=")
    assert places_asked(store, "document-outcomes", {**asked, "place": "VN-05"}) == []
    assert places_asked(made_up_store, "document-outcomes", asked) == []
    assert [r["people"] for r in _rows(store, "document-outcomes", **asked, place="VN-05")] == [77]


def test_documents(made_up_store: ox.Store) -> None:
    old, new = _rows(made_up_store, "documents")
    assert _some(new, "document", "date", "articles", "quotation", "article") == (
        "7/2025/NQ-HDND", "2025-03-01", 1, CARDS, ARTICLE,
    )  # fmt: skip
    assert _some(old, "document", "date", "title") == ("5/2020/NQ-HDND", None, "on health cards for the poor")
    assert len(_rows(made_up_store, "documents", type="resolution", place="VN-13")) == 2
    assert _rows(made_up_store, "documents", type="decree") == []


def test_the_lineage_is_followed_both_ways(made_up_store: ox.Store) -> None:
    for number in ("7/2025/NQ-HDND", "5/2020/NQ-HDND"):
        [row] = _rows(made_up_store, "document-lineage", document=number)
        assert _some(row, "document", "relation", "other", "document_date", "quotation", "article") == (
            "7/2025/NQ-HDND", "amends", "5/2020/NQ-HDND", "2025-03-01", AMENDS, ARTICLE,
        )  # fmt: skip


def test_documents_of_an_agency(made_up_store: ox.Store) -> None:
    assert len(_rows(made_up_store, "agency-documents", agency="People's Council")) == 2
    assert _rows(made_up_store, "agency-documents", agency="Prime Minister") == []


def test_support_for_a_group(made_up_store: ox.Store) -> None:
    assert [row["people"] for row in _rows(made_up_store, "beneficiary-support", group="poor-household")] == [1200, 300]
    [row] = _rows(made_up_store, "beneficiary-support", group="student")
    assert _some(row, "people", "cost_vnd", "documents", "quotation") == (300, 150_500_000, "7/2025/NQ-HDND", CARDS)


def test_the_facts_of_an_article_stand_in_its_order(made_up_store: ox.Store) -> None:
    rows = _rows(made_up_store, "article-facts", article="made-up.txt")
    assert [row["printed"] for row in rows] == ["1,200", "900 million", "300", "150.5 million", "4", "5 communes"]
    assert _some(rows[3], "value", "unit", "kind", "group", "documents") == (
        150_500_000, "VND", "amount", "poor-household; student", "7/2025/NQ-HDND",
    )  # fmt: skip
    assert len(_rows(made_up_store, "article-facts", article="HEALTH cards")) == 6
    assert _rows(made_up_store, "article-facts", article="another") == []


def test_every_kind_of_fact_has_evidence(made_up_store: ox.Store) -> None:
    at = TEXT.index("1,200")
    [row] = _rows(made_up_store, "evidence", fact=f"{ARTICLE}/figure/{at}")
    assert _some(row, "printed", "start", "end", "quotation") == ("1,200", at, at + 5, CARDS)
    for fact in (f"{ARTICLE}/outcome/{at}", NEW, f"{ID}document/vn-13/resolution/5-2020-nq-hdnd/policy"):
        assert _rows(made_up_store, "evidence", fact=fact)
    assert _rows(made_up_store, "evidence", fact=f"{ID}nothing") == []


def test_rates_and_their_changes() -> None:
    rate = {"measure": "poverty-rate", "beneficiary": (), "document_ids": ()}
    figures = (
        figure("1,200", "10.89", "percent", "a", kind="rate", **rate),
        figure("300", "1.5", "percentage-point", "a", kind="change", direction="down", **rate),
        figure("4", "4", "item", "b"),
    )
    first, second = _rows(store_of(made_up(figures=figures)), "rates", measure="poverty-rate", place="VN-13")
    assert _some(first, "value", "unit", "kind", "direction") == (Decimal("10.89"), "percent", "rate", None)
    assert _some(second, "value", "unit", "kind", "direction") == (Decimal("1.5"), "percentage-point", "change", "down")


def test_plans_and_what_became_of_them() -> None:
    figures = (
        figure("1,200", "1200", "person", "a"),
        figure("300", "1500", "person", "a", status="planned"),
        figure("4", "80", "percent", "a", kind="attainment"),
        figure("900 million", "9e8", "VND", "b", kind="amount", measure="payment"),
    )
    [row] = _rows(store_of(made_up(figures=figures)), "plan-attainment")
    assert _some(row, "attainment_percent", "reached", "planned", "unit") == (80, 1200, 1500, "person")


def _paid(printed: str, value: str, outcome: str, **more: object) -> Figure:
    return figure(printed, value, "VND", outcome, **{"kind": "amount", "measure": "payment", **more})


YEAR = Period(date(2024, 1, 1), date(2024, 12, 31))


def _spending(*figures: Figure) -> tuple[Value, ...]:
    [row] = _rows(store_of(made_up(figures=figures)), "field-spending")
    return _some(row, "total_vnd", "added", "left_out", "left_out_why")


def test_amounts_that_may_be_added_are_added() -> None:
    teachers = _paid("300", "50", "b", beneficiary=("teacher",))
    assert _spending(_paid("1,200", "100", "a"), teachers) == (150, 2, 0, None)


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"status": "planned"}, "1 planned or estimated"),
        ({"status": "estimated"}, "1 planned or estimated"),
        ({"bound": "about"}, "1 not exact"),
        ({"bound": "at-least"}, "1 not exact"),
        ({"part_of": "a", "beneficiary": ("teacher",)}, "1 part of a total"),
        ({"value": "100"}, "1 told again"),
        ({"period": Period(None, date(2025, 3, 31))}, "1 told again"),
    ],
)
def test_amounts_that_may_not_be_added_are_left_out_and_told(other: dict[str, object], why: str) -> None:
    second = _paid("300", **{"value": "50", "outcome": "b", **other})  # type: ignore[arg-type]
    assert _spending(_paid("1,200", "100", "a"), second) == (100, 1, 1, why)


def test_two_flows_of_one_article_are_two_things() -> None:
    assert _spending(_paid("1,200", "100", "a", period=YEAR), _paid("300", "50", "b", period=YEAR)) == (150, 2, 0, None)


def test_a_part_whose_whole_is_no_amount_is_added() -> None:
    people = figure("300", "300", "person", "b")
    assert _spending(_paid("1,200", "100", "a", part_of="b"), people) == (100, 1, 0, None)


@pytest.mark.parametrize("period", [YEAR, UNKNOWN_PERIOD])
def test_what_two_articles_report_of_one_thing_is_added_once(period: Period) -> None:
    first = made_up("a", figures=(_paid("1,200", "100", "a", period=period),))
    second = made_up("b", figures=(_paid("1,200", "120", "a", period=period),))
    [row] = _rows(store_of(first, second), "field-spending")
    assert _some(row, "total_vnd", "added", "left_out", "left_out_why") == (100, 1, 1, "1 told again")
    assert str(row["article"]).count(" ") == 1


def test_other_periods_places_and_fields_are_other_things() -> None:
    before = Period(date(2023, 1, 1), date(2023, 12, 31))
    first = made_up("a", figures=(_paid("1,200", "100", "a", period=YEAR),))
    second = made_up("b", figures=(_paid("1,200", "120", "a", period=before),))
    third = made_up("c", place="VN-05", figures=(_paid("1,200", "7", "a", period=YEAR),))
    fourth = made_up("d", figures=(_paid("1,200", "9", "a", field="housing", period=YEAR),))
    rows = _rows(store_of(first, second, third, fourth), "field-spending")
    assert sorted(str(row["total_vnd"]) for row in rows) == ["220", "7", "9"]


def test_no_total_where_nothing_may_be_added() -> None:
    assert _spending(_paid("1,200", "100", "a", bound="about")) == (None, 0, 1, "1 not exact")


def test_a_policy_is_made_from_its_mentions(made_up_store: ox.Store) -> None:
    found = made_up_store.query(
        "SELECT ?label WHERE { ?policy a ans:Policy ; ans:establishedBy ?document ; rdfs:label ?label }",
        prefixes={"ans": "https://w3id.org/ansinh/ontology#", "rdfs": "http://www.w3.org/2000/01/rdf-schema#"},
        use_default_graph_as_union=True,
    )
    assert isinstance(found, ox.QuerySolutions)
    assert [solution["label"].value for solution in found] == ["health cards for the poor"]
    assert line("health cards for the poor")


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("documents", {}),
        ("agency-documents", {}),
        ("document-outcomes", {"document": "7/2025/NQ-HDND"}),
        ("beneficiary-support", {}),
        ("field-spending", {}),
    ],
)
def test_what_has_no_place_is_in_no_place(name: str, more: dict[str, str]) -> None:
    scoped = f"{ID}article/made-up/document/resolution/7"
    cited = (citation("Resolution No. 7/2025/NQ-HDND", "7/2025/NQ-HDND", scoped),)
    figures = (
        figure("1,200", "1200", "person", "a", document_ids=(scoped,)),
        figure("900 million", "9e8", "VND", "a", kind="amount", measure="payment", document_ids=(scoped,)),
    )
    store = store_of(made_up(place=None, figures=figures, citations=cited, relations=(), policies=()))
    [row] = _rows(store, name, **more)
    assert row["place"] is None
    assert _rows(store, name, **more, place="VN-13") == []


def test_gaps_are_told_by_kind(made_up_store: ox.Store) -> None:
    def gaps(**parameters: str) -> list[tuple[Value, ...]]:
        return [_some(row, "gap", "printed", "place") for row in _rows(made_up_store, "gaps", **parameters)]

    assert gaps() == [
        ("no-outcome", "Resolution No. 5/2020/NQ-HDND", "Quang Ninh"),
        ("no-document", "4", "Quang Ninh"),
        ("no-group", "4", "Quang Ninh"),
        ("no-document", "5 communes", "Quang Ninh"),
        ("no-group", "5 communes", "Quang Ninh"),
    ]
    assert [gap for gap, *_ in gaps(gap="no-outcome")] == ["no-outcome"]
    assert gaps(place="VN-05") == []
    [row] = _rows(made_up_store, "gaps", gap="no-outcome")
    assert _some(row, "quotation", "thing", "article") == (AMENDS, OLD, ARTICLE)


def test_figures_without_field_or_period_are_gaps() -> None:
    bare = figure("1,200", "1200", "person", "a", field=None, period=UNKNOWN_PERIOD)
    open_end = figure("300", "300", "person", "b", period=Period(date(2024, 1, 1), None))
    rows = _rows(store_of(made_up(figures=(bare, open_end))), "gaps")
    assert [_some(row, "gap", "printed") for row in rows if row["gap"] != "no-outcome"] == [
        ("no-field", "1,200"),
        ("no-period", "1,200"),
    ]


def test_coverage_counts_what_each_article_got(made_up_store: ox.Store) -> None:
    columns = ("figures", "with_group", "with_field", "with_period", "with_document")
    documents = ("documents", "documents_with_outcome", "quotation", "article")
    [row] = _rows(made_up_store, "coverage")
    assert _some(row, *columns) == (6, 4, 6, 6, 4)
    assert _some(row, *documents) == (2, 1, CARDS, ARTICLE)
    [empty] = _rows(store_of(made_up(figures=(), policies=())), "coverage", place="VN-13")
    assert _some(empty, *columns) == (0, 0, 0, 0, 0)
    assert _some(empty, *documents) == (2, 0, CARDS, ARTICLE)
    assert _rows(made_up_store, "coverage", place="VN-05") == []
