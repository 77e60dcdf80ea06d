"""What the saved queries answer that follow documents, people, places and agencies: numbers worked out by hand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pyoxigraph as ox
import pytest

from ansinh.model import Agency, Extraction, Figure, Period, Relation
from ansinh.namespaces import ID
from ansinh.querying.rows import Value
from ansinh.querying.running import run_saved
from ansinh.querying.saved import saved_query
from tests.graph.made_up import NEW, OLD, TEXT, citation, figure, line, made_up, store_of

ARTICLE = f"{ID}article/made-up"
CARDS, AMENDS, DIRECTOR = TEXT.splitlines()[1:4]
NEWEST = f"{ID}document/vn-13/resolution/9-2025-nq-hdnd"


def _rows(store: ox.Store, name: str, **parameters: str) -> list[dict[str, Value]]:
    found = run_saved(store, name, parameters)
    return [dict(zip(found.columns, row, strict=True)) for row in found.values]


def _some(row: Mapping[str, Value], *columns: str) -> tuple[Value, ...]:
    return tuple(row[column] for column in columns)


@pytest.fixture(scope="module")
def chain() -> ox.Store:
    """5/2020 was amended by 7/2025, which 9/2025 replaces; each has one result."""
    cited = (
        *made_up().citations,
        citation("No. 7/2025/NQ-HDND dated", "9/2025/NQ-HDND", NEWEST),
    )
    relations = (
        *made_up().relations,
        Relation(line("It amends"), "9/2025/NQ-HDND", "replaces", "7/2025/NQ-HDND", NEWEST, NEW),
    )
    figures = (
        figure("1,200", "1200", "person", "a", document_ids=(NEW,)),
        figure("300", "300", "person", "b", document_ids=(NEWEST,)),
        figure("4", "40", "person", "c", document_ids=(OLD,)),
    )
    return store_of(made_up(citations=cited, relations=relations, figures=figures))


def test_the_outcomes_of_all_that_amends_or_replaces_a_document(chain: ox.Store) -> None:
    rows = _rows(chain, "successor-outcomes", document="5/2020/NQ-HĐND")
    assert [_some(row, "document", "through", "relation", "people") for row in rows] == [
        ("5/2020/NQ-HDND", "5/2020/NQ-HDND", None, 40),
        ("5/2020/NQ-HDND", "7/2025/NQ-HDND", "amends 5/2020/NQ-HDND", 1200),
        ("5/2020/NQ-HDND", "9/2025/NQ-HDND", "replaces 7/2025/NQ-HDND", 300),
    ]
    assert _some(rows[0], "quotation", "article") == (DIRECTOR, ARTICLE)
    [own] = _rows(chain, "successor-outcomes", document="9/2025/NQ-HDND")
    assert _some(own, "relation", "people") == (None, 300)
    assert _rows(chain, "successor-outcomes", document="5/2020/NQ-HDND", place="VN-05") == []


def test_cost_per_person(made_up_store: ox.Store) -> None:
    cards, students = _rows(made_up_store, "cost-per-person", group="hộ nghèo", field="bảo hiểm y tế", place="22")
    assert _some(cards, "people", "cost_vnd", "cost_per_person_vnd") == (1200, 900_000_000, 750_000)
    # 150.5 million / 300 = 501,666.7
    assert _some(students, "people", "cost_vnd", "cost_per_person_vnd") == (300, 150_500_000, 501_667)
    assert _some(students, "documents", "quotation", "article") == ("7/2025/NQ-HDND", CARDS, ARTICLE)
    assert len(_rows(made_up_store, "cost-per-person", least="750000")) == 1
    assert len(_rows(made_up_store, "cost-per-person", least="501667")) == 2
    assert _rows(made_up_store, "cost-per-person", least="750000.5") == []
    assert _rows(made_up_store, "cost-per-person", group="teacher") == []
    assert len(_rows(made_up_store, "cost-per-person", group="student")) == 1


@pytest.mark.parametrize("status", ["planned", "estimated"])
def test_a_plan_is_no_cost_per_person(status: str) -> None:
    figures = (
        figure("1,200", "1200", "person", "a"),
        figure("900 million", "9e8", "VND", "a", kind="amount", measure="payment", status=status),
    )
    assert _rows(store_of(made_up(figures=figures)), "cost-per-person") == []


def test_who_carries_out_what(made_up_store: ox.Store) -> None:
    health, council = _rows(made_up_store, "agency-results")
    assert _some(council, "agency", "place", "figures_printed", "policies", "documents", "quotation") == (
        "Provincial People's Council (Quang Ninh)", "Quang Ninh", None, "health cards for the poor", "5/2020/NQ-HDND",
        AMENDS,
    )  # fmt: skip
    assert _some(health, "figures_printed", "field", "quotation") == ("4; 5 communes", "health insurance", DIRECTOR)
    assert [row["agency"] for row in _rows(made_up_store, "agency-results", agency="health")] == [health["agency"]]
    assert _rows(made_up_store, "agency-results", field="health-insurance") == [health]
    assert _rows(made_up_store, "agency-results", place="VN-05") == []


def _naming(notation: str, name: str) -> ox.Store:
    named = Agency(name, (), f"{ID}agency/{notation}", notation.rpartition("/")[2], (line("Mr. Tran"),))
    return store_of(made_up(agencies=(named,), persons=()))


def test_agencies_that_were_merged() -> None:
    store = _naming("vn-13/department-labour-invalids-social-affairs", "Department of Labour")
    rows = _rows(store, "agency-changes")
    merged = [row for row in rows if row["change"] == "merged"]
    assert [_some(row, "before", "after", "since", "articles", "quotation", "article") for row in merged] == [
        ("Department of Labour, Invalids and Social Affairs", "Department of Home Affairs", "2025-03-01", 1, DIRECTOR,
         ARTICLE),
    ]  # fmt: skip
    assert {_some(row, "after", "tasks") for row in rows if row["change"] == "tasks moved"} >= {
        ("Department of Agriculture and Environment", "poverty reduction"),
        ("Department of Education and Training", "vocational education"),
    }
    assert _rows(store, "agency-changes", agency="Department of Labour", since="2025-03-01") == rows
    assert _rows(store, "agency-changes", since="2025-03-02") == []
    assert _rows(store, "agency-changes", agency="women") == []
    assert _rows(store_of(made_up(agencies=(), persons=())), "agency-changes") == []


def test_an_agency_that_was_placed_under_another_one() -> None:
    [row] = _rows(_naming("vietnam-womens-union", "Women's Union"), "agency-changes")
    assert _some(row, "before", "change", "after", "since") == (
        "Vietnam Women's Union", "placed-under", "Vietnam Fatherland Front", "2025-07-01",
    )  # fmt: skip


def test_policies_and_whom_they_are_for(made_up_store: ox.Store) -> None:
    [row] = _rows(
        made_up_store, "policies", group="poor-household", field="health-insurance", document="5/2020/NQ-HDND"
    )
    assert tuple(row.values()) == (
        "health cards for the poor", "poor household", "health insurance", "5/2020/NQ-HDND", 1, AMENDS, ARTICLE,
    )  # fmt: skip
    for other in ({"group": "student"}, {"field": "housing"}, {"document": "7/2025/NQ-HDND"}):
        assert _rows(made_up_store, "policies", **other) == []


def _said(rows: list[dict[str, Value]]) -> list[tuple[Value, ...]]:
    return [_some(row, "said", "told") for row in rows]


FIGURES = [
    ("figure", "1,200"), ("figure", "900 million"), ("figure", "300"), ("figure", "150.5 million"),
    ("figure", "4"), ("figure", "5 communes"),
]  # fmt: skip
NUMBERS = [("document", "Resolution No. 7/2025/NQ-HDND"), ("document", "Resolution No. 5/2020/NQ-HDND")]


def test_everything_said_of_a_place(made_up_store: ox.Store) -> None:
    rows = _rows(made_up_store, "place-facts", place="Quảng Ninh")
    agencies = [("agency", "Provincial People's Council"), ("agency", "Department of Health")]
    assert sorted(_said(rows)) == sorted([*FIGURES, *NUMBERS, *agencies, ("person", "Tran Van B")])
    assert _some(rows[0], "value", "unit", "measure", "period_end", "quotation", "article") == (
        1200, "person", "recipients", "2025-05-31", CARDS, ARTICLE,
    )  # fmt: skip
    assert _said(_rows(made_up_store, "place-facts", measure="coverage")) == FIGURES[4:]
    assert len(_rows(made_up_store, "place-facts", field="health-insurance")) == 6
    assert _rows(made_up_store, "place-facts", place="VN-05") == []


def test_everything_said_of_a_group(made_up_store: ox.Store) -> None:
    rows = _rows(made_up_store, "group-facts", group="poor-household")
    assert _said(rows) == [*FIGURES[:4], ("policy", "health cards for the poor")]
    assert _said(_rows(made_up_store, "group-facts", group="student")) == FIGURES[2:4]
    assert _said(_rows(made_up_store, "group-facts", group="student", measure="payment")) == FIGURES[3:4]
    assert _rows(made_up_store, "group-facts", group="student", place="VN-05") == []


def test_a_group_takes_in_the_narrower_ones() -> None:
    narrower = figure("1,200", "1200", "person", "a", beneficiary=("boarding-student",))
    store = store_of(made_up(figures=(narrower,), policies=()))
    assert _said(_rows(store, "group-facts", group="student")) == [("figure", "1,200")]


def test_everything_said_of_a_policy(made_up_store: ox.Store) -> None:
    assert _said(_rows(made_up_store, "policy-facts", policy="HEALTH cards")) == [
        ("policy", "health cards for the poor"),
        ("its document", "Resolution No. 5/2020/NQ-HDND"),
    ]
    assert _rows(made_up_store, "policy-facts", policy="housing") == []


def test_the_results_of_the_document_of_a_policy_are_its_own() -> None:
    figures = (
        figure("1,200", "1200", "person", "a", document_ids=(OLD,)),
        figure("5/2020", "5", "item", "b", document_ids=()),
    )
    rows = _rows(store_of(made_up(figures=figures)), "policy-facts")
    assert sorted(_said(rows)) == [
        ("figure beside it", "5/2020"),
        ("its document", "Resolution No. 5/2020/NQ-HDND"),
        ("policy", "health cards for the poor"),
        ("result of its document", "1,200"),
    ]


def test_everything_that_an_article_says(made_up_store: ox.Store) -> None:
    rows = _rows(made_up_store, "article-statements", article="made-up.txt")
    agencies = [("agency", "Provincial People's Council"), ("agency", "Department of Health")]
    more = [("relation", "7/2025/NQ-HDND amends 5/2020/NQ-HDND"), ("policy", "health cards for the poor")]
    assert sorted(_said(rows)) == sorted([*FIGURES, *NUMBERS, *agencies, *more, ("person", "Tran Van B")])
    assert _said(rows)[:5] == [*FIGURES[:4], NUMBERS[0]]
    assert _rows(made_up_store, "article-statements", article="another") == []


# Hoa Binh, Vinh Phuc and Phu Tho have been one province since 1 July 2025
PARTS = {"VN-14": "Hoa Binh", "VN-70": "Vinh Phuc", "VN-68": "Phu Tho"}
YEAR = Period(date(2024, 1, 1), date(2024, 12, 31))
LATER = Period(date(2025, 7, 1), date(2025, 12, 31))


def _of(place: str, value: str, period: Period = YEAR, **more: object) -> Extraction:
    told: Figure = figure("1,200", value, "person", "a", period=period, **more)
    name = f"of-{place.lower()}-{value}-{period.last}"
    return made_up(name, place=place, figures=(told,), citations=(), relations=(), policies=())


def _merged(*articles: Extraction, **parameters: str) -> list[tuple[Value, ...]]:
    rows = _rows(store_of(*articles), "before-after-merger", **parameters)
    return [_some(row, "place", "before", "parts", "missing", "after") for row in rows]


def test_the_parts_of_a_merged_province_are_added_where_all_are_there() -> None:
    articles = [_of("VN-14", "100"), _of("VN-70", "20"), _of("VN-68", "3"), _of("VN-2025-25", "150", LATER)]
    parts = "Hoa Binh: 100; Phu Tho: 3; Vinh Phuc: 20"
    assert _merged(*articles) == [("Phu Tho", 123, parts, None, 150)]
    [row] = _rows(store_of(*articles), "before-after-merger", place="Vĩnh Phúc")
    assert row["series"] == "health-insurance/recipients/count/person/poor-household"
    assert _some(row, "period_start", "period_end") == ("2024-01-01", "2024-12-31")
    assert _some(row, "after_start", "after_end") == ("2025-07-01", "2025-12-31")
    assert str(row["quotation"]).split(" [...] ") == [CARDS] * 4
    assert str(row["article"]).split() == [
        f"{ID}article/of-{name}"
        for name in ("vn-14-100-2024-12-31", "vn-68-3-2024-12-31", "vn-70-20-2024-12-31", "vn-2025-25-150-2025-12-31")
    ]
    assert _merged(*articles, place="Hà Nội") == []
    assert len(_merged(*articles, measure="recipients", field="health-insurance")) == 1
    assert _merged(*articles, measure="payment") == []


@pytest.mark.parametrize(
    "second",
    [
        [],
        [_of("VN-70", "20", Period(date(2023, 1, 1), date(2023, 12, 31)))],
        [_of("VN-70", "20", bound="about")],
        [_of("VN-70", "20", status="planned")],
        [_of("VN-70", "20"), _of("VN-70", "21")],
        [_of("VN-70", "20", LATER)],
    ],
    ids=["nothing", "another period", "not exact", "planned", "two numbers", "after"],
)
def test_what_is_missing_is_told_and_nothing_is_added(second: list[Extraction]) -> None:
    rows = _merged(_of("VN-14", "100"), _of("VN-68", "3"), *second)
    assert ("Phu Tho", None, "Hoa Binh: 100; Phu Tho: 3", "Vinh Phuc", None) in rows
    assert [row[1] for row in rows] == [None] * len(rows)


def test_rates_are_set_side_by_side_and_never_added() -> None:
    rate = {"kind": "rate", "measure": "poverty-rate"}
    articles = []
    for place, value in (("VN-14", "5"), ("VN-70", "2"), ("VN-68", "3")):
        told = figure("1,200", value, "percent", "a", period=YEAR, **rate)
        articles.append(made_up(place.lower(), place=place, figures=(told,), citations=(), relations=(), policies=()))
    assert _merged(*articles) == [("Phu Tho", None, "Hoa Binh: 5; Phu Tho: 3; Vinh Phuc: 2", None, None)]


def test_another_engine_adds_the_same_parts() -> None:
    import rdflib

    store = store_of(_of("VN-14", "100"), _of("VN-70", "20"), _of("VN-68", "3"), _of("VN-2025-25", "150", LATER))
    graph = rdflib.Graph()
    needed = (quad.triple for quad in store if "cue" not in quad.predicate.value)
    graph.parse(data=ox.serialize(needed, format=ox.RdfFormat.N_TRIPLES), format="nt")
    [row] = list(graph.query(saved_query("before-after-merger").text))
    place, _, _, _, before, parts, missing, after, *_ = ("" if v is None else str(v) for v in row)  # type: ignore[union-attr]
    assert (place, parts, missing) == ("Phu Tho", "Hoa Binh: 100; Phu Tho: 3; Vinh Phuc: 20", "")
    assert (float(before), float(after)) == (123, 150)


def test_a_province_that_goes_on_is_told_where_it_has_both() -> None:
    assert _merged(_of("VN-05", "7")) == []
    assert _merged(_of("VN-05", "7"), _of("VN-05", "9", LATER)) == [("Son La", 7, "Son La: 7", None, 9)]
