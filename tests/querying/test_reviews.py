"""What a person is shown to review, what can be decided, and what the saved queries answer about it."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import pytest

import ansinh
from ansinh.error_rates import error_rates
from ansinh.graph.decision_file import beside, load
from ansinh.graph.store import open_store
from ansinh.namespaces import ID
from ansinh.querying.review import Reviewable
from ansinh.querying.rows import Value
from ansinh.querying.running import run_saved
from ansinh.querying.saved import saved_query
from ansinh.reviewing.attributes import as_text
from tests.reviewing.people import ARTICLE, figure, read

WHEN = "2025-07-01T09:30:00+07:00"
READ = read()
CARDS, HOUSES, JOBS = (f"a/{figure(READ, words).span.start}" for words in ("1,200", "35", "410"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an article and its store, for others to copy."""
    return rebuilt(tmp_path_factory.mktemp("review") / "store").parent


@pytest.fixture
def store(built: Path, tmp_path: Path) -> Path:
    """A store of one article of three figures."""
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    return tmp_path / "store"


def rebuilt(store: Path, text: str = ARTICLE) -> Path:
    (store.parent / "a.txt").write_text(text, encoding="utf-8")
    ansinh.build([store.parent / "a.txt"], store)
    return store


def choice(figure_: str, verdict: str, who: str = "Lan", why: str = "", **changes: str) -> ansinh.Choice:
    return ansinh.Choice(figure_, verdict, who, WHEN, why, changes)


def names(found: object) -> list[str]:
    assert not isinstance(found, str)
    return [each.figure.name for each in found]  # type: ignore[attr-defined]


def rows(store: Path, name: str, **parameters: str) -> list[dict[str, Value]]:
    return list(ansinh.query(name, parameters, store))


# what is shown


def test_a_figure_is_shown_as_it_was_read(store: Path) -> None:
    [shown] = ansinh.review(ansinh.Filters(measure="houses"), store=store)
    known = figure(READ, "35")
    assert shown.figure.attributes == as_text(known, "VN-13")
    assert shown.figure.iri == f"{ID}article/a/figure/{known.span.start}"
    assert shown.figure.quotation == READ.text[slice(*known.evidence)]
    assert (shown.decision, shown.figure.rule) == (None, known.rule)
    assert shown.error_percent == _percent(known.rule)


def _percent(rule: str) -> float:
    rates = [rate for (of, _), rate in error_rates().items() if of == rule]
    return round(100 * sum(rate.wrong for rate in rates) / sum(rate.out_of for rate in rates), 1)


def test_the_figures_of_the_worst_rule_come_first(seeds_store: ox.Store) -> None:
    from ansinh.querying.review import Review

    shown = [each.error_percent for each in Review(seeds_store, ()).figures(ansinh.Filters())]
    assert len(shown) > 100
    known = [rate for rate in shown if rate is not None]
    assert shown == [None] * (len(shown) - len(known)) + sorted(known, reverse=True)


@pytest.mark.parametrize(
    ("filters", "shown"),
    [
        ({"article": "a"}, [CARDS, HOUSES, JOBS]),
        ({"article": "a.txt"}, [CARDS, HOUSES, JOBS]),
        ({"article": f"{ID}article/a"}, [CARDS, HOUSES, JOBS]),
        ({"measure": "Houses"}, [HOUSES]),
        ({"group": "war-invalid"}, [HOUSES]),
        ({"group": "hộ nghèo"}, [CARDS]),
        ({"field": "health-insurance"}, [CARDS]),
        ({"place": "Quảng Ninh"}, [CARDS, HOUSES, JOBS]),
        ({"place": "VN-05"}, []),
        ({"document": "7/2025/NQ-HĐND"}, [CARDS]),
        ({"rule": "amount"}, []),
        ({"article": "a", "measure": "houses", "place": "VN-13"}, [HOUSES]),
    ],
)
def test_filters(store: Path, filters: dict[str, str], shown: list[str]) -> None:
    assert sorted(names(ansinh.review(ansinh.Filters(**filters), store=store))) == sorted(shown)


@pytest.mark.parametrize(
    ("filters", "message"),
    [
        ({"article": "b"}, "the store has no article 'b'"),
        ({"article": "a> <b"}, "the store has no article"),
        ({"article": "\udcff"}, "'.udcff' has bytes that are no text"),
        ({"document": "\udcff"}, "'.udcff' has bytes that are no text"),
        ({"place": "\udcff"}, "place: there is no '.udcff' in the vocabulary"),
        ({"rule": "amnt"}, "there is no rule 'amnt'; there are age, amount"),
        ({"measure": "job"}, "measure: there is no 'job' in the vocabulary; near to it: jobs"),
    ],
)
def test_a_filter_that_nothing_can_pass_is_told(store: Path, filters: dict[str, str], message: str) -> None:
    with pytest.raises(ansinh.QueryError, match="^" + message.replace("?", r"\?")):
        list(ansinh.review(ansinh.Filters(**filters), store=store))


def test_a_sample_is_drawn_by_its_seed(seeds_store: ox.Store) -> None:
    from ansinh.querying.review import Review, Sample

    def drawn(size: int, seed: int) -> list[str]:
        return names(Review(seeds_store, ()).figures(ansinh.Filters(), sample=Sample(size, seed)))

    assert drawn(10, 1) == drawn(10, 1) == drawn(20, 1)[:10]
    assert drawn(10, 1) != drawn(10, 2)
    # of many lots every rule is drawn about as often as it reads
    rules = Counter(each.figure.rule for each in Review(seeds_store, ()).figures(ansinh.Filters()))
    drawn_rules = Counter(
        each.figure.rule
        for seed in range(30)
        for each in Review(seeds_store, ()).figures(ansinh.Filters(), sample=Sample(20, seed))
    )
    share = drawn_rules["count"] / drawn_rules.total()
    assert share == pytest.approx(rules["count"] / rules.total(), abs=0.1)


def test_what_was_decided_is_not_shown_again_though_the_store_is_older(store: Path) -> None:
    ansinh.decide([choice(HOUSES, "reject"), choice(JOBS, "accept")], store)
    for _ in range(2):
        assert names(ansinh.review(store=store)) == [CARDS]
        assert sorted(names(ansinh.review(state="decided", store=store))) == sorted([HOUSES, JOBS])
        assert len(names(ansinh.review(state="all", store=store))) == 3
        rebuilt(store)


def test_decided_figures_are_known_where_the_text_has_moved(store: Path) -> None:
    ansinh.decide([choice(HOUSES, "accept")], store)
    rebuilt(store, ARTICLE.replace("As of", "The weather was fine.\nAs of"))
    [shown] = ansinh.review(state="decided", store=store)
    assert (shown.figure.printed, shown.figure.name != HOUSES) == ("35", True)


# what can be decided


def test_a_decision_says_what_was_read_and_what_was_decided(store: Path) -> None:
    [made] = ansinh.decide([choice(HOUSES, "amend", why="it says so", measure="gifts", field="none")], store)
    read_as = as_text(figure(READ, "35"), "VN-13")
    assert (made.read, made.decided) == (read_as, read_as | {"measure": "gifts", "field": ""})
    assert (made.who, made.when, made.why, made.rule) == ("Lan", WHEN, "it says so", figure(READ, "35").rule)
    assert load(beside(store)) == [made]


def test_a_document_can_be_told_by_its_number(store: Path) -> None:
    [made] = ansinh.decide([choice(HOUSES, "amend", documents="7/2025/NQ-HĐND")], store)
    assert made.decided["documents"] == "document/vn-13/resolution/7-2025-nq-hdnd"
    rebuilt(store)
    assert names(ansinh.review(ansinh.Filters(document="7/2025/NQ-HDND"), state="all", store=store)) == [CARDS, HOUSES]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (choice(HOUSES, "maybe"), "verdict: 'maybe' is none of accept, reject, amend, undo"),
        (choice(HOUSES, "accept", who=" "), "who: name who decided"),
        (choice(HOUSES, "accept", measure="gifts"), "accept changes nothing; to change measure say amend"),
        (choice(HOUSES, "amend"), "nothing is amended"),
        (choice(HOUSES, "amend", measure="houses"), "nothing is amended"),
        (choice(HOUSES, "amend", colour="red"), "no attribute 'colour' to amend"),
        (choice(HOUSES, "amend", measure="gift"), "measure: there is no 'gift' in the vocabulary; near to it: gifts"),
        (choice(HOUSES, "amend", value="1.200"), "value: '1.200' may be 1200 or a number with decimals"),
        (choice(HOUSES, "amend", place="none"), "place: a figure without a place has that of its article"),
        (choice(HOUSES, "amend", documents="8/2025/NQ-HDND"), "is not one document that the article cites; it cites"),
        (choice(HOUSES, "amend", direction="up"), "Only a change has a direction"),
        (choice(HOUSES, "amend", period_end="2020-01-01"), "A period starts on at most one day"),
        (choice(HOUSES, "undo"), "there is nothing to undo"),
        (choice("a/1", "accept"), "the store has no such figure"),
        (choice(HOUSES, "accept", why="\udc80"), "why: it has the character U+DC80"),
        (choice("a", "accept"), "'a' is no figure: write ARTICLE/START"),
        (choice("a b/3", "accept"), "is no figure"),
        (choice("a\x00/3", "accept"), "is no figure"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(store: Path, wrong: ansinh.Choice, message: str) -> None:
    with pytest.raises(ansinh.ReviewError, match="^" + re.escape(wrong.figure)) as refused:
        ansinh.decide([choice(CARDS, "accept"), wrong], store)
    assert message in str(refused.value)
    assert "\n" not in str(refused.value)
    assert not beside(store).exists()


def test_two_people_decide_on_one_figure_and_both_stay_in_the_file(store: Path) -> None:
    ansinh.decide([choice(HOUSES, "reject", "Lan")], store)
    rebuilt(store)
    # the graph has no attributes of a rejected figure any more, but the file knows what was read
    ansinh.decide([choice(HOUSES, "amend", "Minh", measure="gifts")], store)
    rebuilt(store)
    assert [d.who for d in load(beside(store))] == ["Lan", "Minh"]
    [row] = rows(store, "reviewed-figures")
    assert (row["printed"], row["judgement"], row["who"], row["read_before"]) == (
        "35",
        "amended",
        "Minh",
        "measure: houses",
    )
    ansinh.decide([choice(HOUSES, "undo", "Minh")], store)
    rebuilt(store)
    assert [r["judgement"] for r in rows(store, "reviewed-figures")] == ["rejected"]


def test_a_second_amendment_remembers_what_the_rule_read(store: Path) -> None:
    ansinh.decide([choice(HOUSES, "amend", measure="gifts")], store)
    rebuilt(store)
    [made] = ansinh.decide([choice(HOUSES, "amend", "Minh", measure="cards")], store)
    assert (made.read["measure"], made.decided["measure"]) == ("houses", "cards")
    rebuilt(store)
    assert [r["read_before"] for r in rows(store, "reviewed-figures")] == ["measure: houses"]


def test_a_decision_that_lost_its_figure_can_be_undone(store: Path) -> None:
    ansinh.decide([choice(HOUSES, "accept")], store)
    (store.parent / "a.txt").write_text(ARTICLE.replace("built 35", "sold 36"), encoding="utf-8")
    assert len(ansinh.build([store.parent / "a.txt"], store).lost) == 1
    ansinh.decide([choice(HOUSES, "undo")], store)
    assert ansinh.build([store.parent / "a.txt"], store).lost == []


# what the queries answer


def test_reviewed_figures(store: Path) -> None:
    assert rows(store, "reviewed-figures") == []
    ansinh.decide([
        choice(CARDS, "accept", "Lan", "as printed"),
        choice(HOUSES, "amend", "Minh", measure="gifts", field="none", period_end="2024-06-30"),
        choice(JOBS, "reject", "Lan", "a typing error"),
    ], store)  # fmt: skip
    rebuilt(store)
    found = rows(store, "reviewed-figures")
    columns = ("printed", "judgement", "who", "when", "why", "read_before", "value", "unit", "measure", "rule")
    field = figure(READ, "35").field or "none"
    assert [tuple(row[c] for c in columns) for row in found] == [
        ("1,200", "accepted", "Lan", WHEN, "as printed", None, 1200, "person", "recipients", "count"),
        ("35", "amended", "Minh", WHEN, None, f"field: {field}; measure: houses; period_end: 2024-12-31", 35, "item",
         "gifts", "count"),
        ("410", "rejected", "Lan", WHEN, "a typing error", None, None, None, None, "count"),
    ]  # fmt: skip
    assert [row["figure"] for row in found] == [
        f"{ID}article/{n.replace('/', '/figure/')}" for n in (CARDS, HOUSES, JOBS)
    ]
    assert all(str(row["printed"]) in str(row["quotation"]) and row["article"] == f"{ID}article/a" for row in found)
    assert [row["printed"] for row in rows(store, "reviewed-figures", judgement="rejected")] == ["410"]
    assert [row["printed"] for row in rows(store, "reviewed-figures", attribute="period_end")] == ["35"]
    assert rows(store, "reviewed-figures", attribute="place") == []


def test_error_rates_from_decisions(store: Path) -> None:
    assert rows(store, "review-rates") == []
    ansinh.decide([
        choice(CARDS, "accept"), choice(JOBS, "reject"),
        choice(HOUSES, "amend", measure="gifts", value="36", unit="household", period_start="2024-02-01"),
    ], store)  # fmt: skip
    rebuilt(store)
    told = {
        r["attribute"]: (r["rule"], r["wrong"], r["out_of"], r["error_percent"], r["printed"])
        for r in rows(store, "review-rates")
    }
    right = ("count", 0, 2, 0, "1,200")
    wrong = ("count", 1, 2, 50, "35")
    assert told == {
        "figure": ("count", 2, 3, Decimal("66.7"), "35"),
        "measure": wrong, "period": wrong,
        **dict.fromkeys(("kind", "bound", "status", "direction", "field", "beneficiary", "place", "documents"), right),
    }  # fmt: skip
    assert [r["attribute"] for r in rows(store, "review-rates")][:3] == ["figure", "measure", "period"]
    [row] = rows(store, "review-rates", rule="count", attribute="period")
    assert (row["quotation"], row["article"]) == (READ.text[slice(*figure(READ, "35").evidence)], f"{ID}article/a")
    assert rows(store, "review-rates", rule="amount") == []


@pytest.mark.parametrize("name", ["reviewed-figures", "review-rates"])
def test_another_engine_gives_the_same_rows(name: str, reviewed_store: ox.Store) -> None:
    import rdflib

    graph = rdflib.Graph()
    needed = (quad.triple for quad in reviewed_store if "ontology#cue" not in quad.predicate.value)
    graph.parse(data=ox.serialize(needed, format=ox.RdfFormat.N_TRIPLES), format="nt")
    theirs = [tuple("" if v is None else str(v) for v in row) for row in graph.query(saved_query(name).text)]  # type: ignore[union-attr]
    ours = [tuple("" if v is None else str(v) for v in row) for row in run_saved(reviewed_store, name).values]
    assert ours
    assert _as_numbers(theirs) == _as_numbers(ours)


def _as_numbers(found: list[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """One engine writes 50 percent as 50, another one as 50.0."""
    return {tuple(re.sub(r"^(\d+)\.0$", r"\1", cell) for cell in row) for row in found}


def test_what_was_decided_is_what_the_other_queries_answer(store: Path) -> None:
    asked = {"document": "7/2025/NQ-HDND"}
    assert [row["people"] for row in rows(store, "document-outcomes", **asked)] == [1200]
    ansinh.decide([choice(CARDS, "amend", value="1250")], store)
    [row] = rows(rebuilt(store), "document-outcomes", **asked)
    assert row["people"] == 1250
    assert "1,200 people" in str(row["quotation"])
    ansinh.decide([choice(CARDS, "reject")], store)
    assert rows(rebuilt(store), "document-outcomes", **asked) == []


def test_another_rule_book_is_measured_by_the_same_decisions(store: Path) -> None:
    """Where the rules now read what a person decided, nothing is wrong any more."""
    from ansinh.reviewing.decision import Decision
    from ansinh.reviewing.log import write_log

    [made] = ansinh.decide([choice(HOUSES, "amend", measure="gifts")], store)
    rebuilt(store)
    assert [r["wrong"] for r in rows(store, "review-rates", attribute="measure")] == [1]
    same = Decision(made.target, made.rule, "amend", made.who, made.when, "", made.decided, made.read)
    beside(store).write_text(write_log([same]), encoding="utf-8")
    rebuilt(store)
    assert [r["wrong"] for r in rows(store, "review-rates", attribute="measure")] == [0]


def test_the_other_queries_answer_as_before_where_nothing_was_decided_otherwise(store: Path) -> None:
    """An accepted figure changes no row of a query that does not ask for decisions."""
    opened = open_store(store)
    before = {
        name: list(run_saved(opened, name).values) for name in ("article-facts", "coverage", "gaps", "error-rates")
    }
    ansinh.decide([choice(name, "accept") for name in (CARDS, HOUSES, JOBS)], store)
    after = open_store(rebuilt(store))
    assert before == {name: list(run_saved(after, name).values) for name in before}


def test_a_rejected_figure_is_in_no_other_query(store: Path) -> None:
    ansinh.decide([choice(HOUSES, "reject")], store)
    opened = open_store(rebuilt(store))
    for name in ("article-facts", "gaps", "rates", "error-rates"):
        assert "35" not in [value for row in run_saved(opened, name).values for value in row]


def test_a_reviewable_says_what_stands(store: Path) -> None:
    ansinh.decide([choice(HOUSES, "accept", "Minh")], store)
    shown: Reviewable = next(iter(ansinh.review(state="decided", store=store)))
    assert shown.decision is not None
    assert (shown.decision.who, shown.decision.verdict) == ("Minh", "accept")
