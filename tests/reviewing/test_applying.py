"""A decision survives what becomes of its article and of the rules; where it cannot, that is told."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ansinh.errors import ReviewError
from ansinh.model import Extraction
from ansinh.reviewing.applying import Applied, apply
from ansinh.reviewing.attributes import ATTRIBUTES, as_text
from ansinh.reviewing.decision import Decision
from ansinh.reviewing.values import checked
from tests.reviewing.people import ARTICLE, decision, figure, read

READ = read()


def outcome(extraction: Extraction, *decisions: Decision) -> tuple[Extraction, Applied]:
    return apply(extraction, decisions)


def printed(extraction: Extraction) -> list[str]:
    return [f.quote for f in extraction.figures]


def test_the_article_has_the_figures_that_these_tests_speak_of() -> None:
    assert printed(READ) == ["1,200", "35", "410"]


def test_without_decisions_nothing_changes() -> None:
    assert outcome(READ) == (READ, Applied())


def test_an_accepted_figure_stays_as_it_is() -> None:
    decided, told = outcome(READ, decision(READ, "35"))
    assert decided.figures == READ.figures
    assert (told.held, told.moved, told.lost) == (1, [], [])
    [review] = decided.reviews
    assert (review.start, review.verdict, review.who, review.amended) == (
        figure(READ, "35").span.start, "accept", "Lan", {},
    )  # fmt: skip


def test_an_amended_figure_has_what_was_decided_and_what_is_printed_stays() -> None:
    changes = {
        "value": "36", "unit": "household", "kind": "standard", "measure": "gifts", "bound": "about",
        "status": "planned", "field": "credit", "beneficiary": "student; teacher", "place": "VN-05",
        "period_start": "2023-01-01", "period_end": "2023-12-31",
        "documents": "document/vn-13/resolution/7-2025-nq-hdnd",
    }  # fmt: skip
    decided, _ = outcome(READ, decision(READ, "35", "amend", 1, "Lan", **changes))
    now = figure(decided, "35")
    assert as_text(now, decided.article.place) == dict.fromkeys(ATTRIBUTES, "") | changes
    assert (now.quote, now.span, now.counted) == ("35", figure(READ, "35").span, figure(READ, "35").counted)
    assert now.value == Decimal(36)
    assert now.documents == ("7/2025/NQ-HDND",)
    before = as_text(figure(READ, "35"), "VN-13")
    [review] = decided.reviews
    assert review.amended == {name: (before[name], after) for name, after in changes.items()}


def test_a_rejected_figure_leaves_its_outcome_and_its_parts_lose_it() -> None:
    whole = figure(READ, "35")
    parts = [f._replace(part_of=whole.outcome) if f.quote == "410" else f for f in READ.figures]
    parted = replace(READ, figures=tuple(parts))
    decided, _ = outcome(parted, decision(READ, "35", "reject"))
    assert printed(decided) == ["1,200", "410"]
    assert decided.rejected == (whole,)
    assert figure(decided, "410").part_of is None


def test_what_a_person_accepted_a_changed_rule_does_not_change() -> None:
    accepted = decision(READ, "35")
    other = figure(READ, "35")._replace(measure="jobs", field=None, rule="another")
    changed = replace(READ, figures=tuple(other if f.quote == "35" else f for f in READ.figures))
    decided, told = outcome(changed, accepted)
    assert figure(decided, "35").measure == figure(READ, "35").measure
    assert figure(decided, "35").field == figure(READ, "35").field
    assert told.held == 1
    assert decided.reviews[0].amended["measure"] == ("jobs", figure(READ, "35").measure)


def test_a_figure_that_the_rules_do_not_read_any_more_is_told() -> None:
    fewer = replace(READ, figures=tuple(f for f in READ.figures if f.quote != "35"))
    decided, told = outcome(fewer, decision(READ, "35", "amend", measure="gifts"))
    assert (decided.figures, decided.reviews, told.held) == (fewer.figures, (), 0)
    [line] = told.lost
    assert line.startswith(f"a/{figure(READ, '35').span.start}: amend of '35' by Lan: no figure with these words")


def test_text_that_was_inserted_before_moves_the_decision_along() -> None:
    moved = read(ARTICLE.replace("As of", "The weather was fine.\nAs of"))
    decided, told = outcome(moved, decision(READ, "35", "amend", measure="gifts"))
    assert figure(decided, "35").measure == "gifts"
    assert told.lost == []
    [line] = told.moved
    assert line.endswith(f"the text moved: it is applied at {figure(moved, '35').span.start}")


def test_a_paragraph_that_was_moved_takes_its_decision_along() -> None:
    headline, first, second = ARTICLE.splitlines()
    moved = read(f"{headline}\n{second}\n{first}\n")
    decided, told = outcome(moved, decision(READ, "35", "amend", measure="gifts"))
    assert figure(decided, "35").measure == "gifts"
    assert (told.held, len(told.moved), told.lost) == (1, 1, [])


def test_other_line_ends_and_blanks_are_the_same_text() -> None:
    broken = read(ARTICLE.replace("In 2024 the province built", "In 2024  the\r\nprovince built"))
    assert outcome(broken, decision(READ, "35"))[1].held == 1


def test_another_context_is_another_figure() -> None:
    other = read(ARTICLE.replace("built 35 houses", "sold 35 houses"))
    assert "35" in printed(other)
    _, told = outcome(other, decision(READ, "35"))
    assert (told.held, len(told.lost)) == (0, 1)


AGAIN = "In 2024 the whole province built 35 new solid houses for the poor households."
TWICE = f"Houses in Quang Ninh\nNews of week 1. {AGAIN}\nNews of week 2. {AGAIN}\n"


def test_of_equal_places_each_keeps_its_own_decision_though_all_move() -> None:
    twice = read(TWICE)
    assert printed(twice).count("35") == 2
    first, second = (decision(twice, "35", "amend", n, measure=m) for n, m in ((1, "gifts"), (2, "cards")))
    gap = figure(twice, "35", 2).span.start - figure(twice, "35", 1).span.start
    # moved by just as much as they lie apart: the first stands where the second was
    for inserted in (gap, 7, 1000):
        moved = read(TWICE.replace("News of week 1", f"{'x' * (inserted - 1)} News of week 1", 1))
        decided, told = outcome(moved, first, second)
        assert [f.measure for f in decided.figures if f.quote == "35"] == ["gifts", "cards"]
        assert (told.held, told.lost) == (2, [])


def test_of_equal_places_one_may_go_and_its_decision_is_told() -> None:
    twice = read(TWICE)
    first, second = (decision(twice, "35", "amend", n, measure=m) for n, m in ((1, "gifts"), (2, "cards")))
    once = read(TWICE[: TWICE.index("News of week 2")])
    decided, told = outcome(once, first, second)
    assert [f.measure for f in decided.figures if f.quote == "35"] == ["gifts"]
    assert len(told.lost) == 1
    assert told.lost[0].startswith(f"a/{second.target.start}: ")


def test_an_undo_takes_the_last_decision_back_and_the_one_before_counts() -> None:
    first, second = decision(READ, "35", "amend", measure="gifts"), decision(READ, "35", "reject", who="Minh")
    undo = decision(READ, "35", "undo")
    assert figure(outcome(READ, first, second, undo)[0], "35").measure == "gifts"
    assert outcome(READ, first, undo)[0] == READ
    assert outcome(READ, undo, undo)[0] == READ
    assert outcome(READ, first, undo, second)[0].rejected == (figure(READ, "35"),)


def test_of_two_people_the_last_counts() -> None:
    first, second = decision(READ, "35", "reject"), decision(READ, "35", who="Minh")
    assert [r.who for r in outcome(READ, first, second)[0].reviews] == ["Minh"]
    assert outcome(READ, second, first)[0].rejected


def test_decisions_before_and_after_a_move_are_on_one_figure() -> None:
    moved = read(f"{ARTICLE.replace('As of', 'Rain. As of')}")
    first, second = decision(READ, "35", "amend", measure="gifts"), decision(moved, "35", "amend", measure="cards")
    decided, told = outcome(moved, first, second)
    assert figure(decided, "35").measure == "cards"
    assert (told.held, told.moved, told.lost) == (1, [], [])
    assert figure(outcome(moved, first, second, decision(moved, "35", "undo"))[0], "35").measure == "gifts"


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_whatever_becomes_of_the_text_a_decision_holds_or_is_told(data: st.DataObject) -> None:
    """Pieces of an article are taken out, put in twice and moved: every decision is on its own words, or reported."""
    made = [decision(READ, words, "amend", measure="events") for words in ("1,200", "35", "410")]
    text = ARTICLE
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        piece = text[start : start + data.draw(st.integers(0, 120))]
        rest = text.replace(piece, "", 1) if data.draw(st.booleans()) else text
        at = data.draw(st.integers(0, len(rest)))
        text = rest[:at] + (piece if data.draw(st.booleans()) else "") + rest[at:]
    if not text.strip():
        return
    changed = read(text)
    decided, told = outcome(changed, *made)
    assert told.held + len(told.lost) == len(made)
    assert [f.span for f in decided.figures] == [f.span for f in changed.figures]
    amended = {f.span.start: f for f in decided.figures if f.measure == "events"}
    for review in decided.reviews:
        [meant] = [d.target for d in made if d.target.printed == " ".join(amended[review.start].quote.split())]
        after = " ".join(text[amended[review.start].span.end :].split())
        assert after.startswith(meant.after)


def test_what_was_undone_is_no_loss() -> None:
    fewer = replace(READ, figures=())
    assert outcome(fewer, decision(READ, "35"), decision(READ, "35", "undo"))[1].lost == []


def test_a_document_that_is_cited_no_more_is_told() -> None:
    amended = decision(READ, "35", "amend", documents="document/vn-13/resolution/7-2025-nq-hdnd")
    uncited = replace(READ, citations=())
    decided, told = outcome(uncited, amended)
    assert decided.figures == uncited.figures
    assert "does not cite document/vn-13/resolution/7-2025-nq-hdnd" in told.lost[0]


def test_a_figure_cannot_be_without_the_place_of_its_article() -> None:
    assert READ.article.place == "VN-13"
    _, told = outcome(READ, decision(READ, "35", "amend", place=""))
    assert "the article is about VN-13" in told.lost[0]


@pytest.mark.parametrize(
    ("name", "text", "kept"),
    [
        ("value", "412000000.50", "412000000.5"),
        ("measure", "jobs", "jobs"),
        ("place", "Quảng Ninh", "VN-13"),
        ("place", "quang ninh", "VN-13"),
        ("beneficiary", "teacher; student;student", "student; teacher"),
        ("beneficiary", "hộ nghèo", "poor-household"),
        ("beneficiary", "none", ""),
        ("field", "none", ""),
        ("period_end", "2024-12-31", "2024-12-31"),
        ("documents", "https://w3id.org/ansinh/id/document/vn/law/1", "document/vn/law/1"),
    ],
)
def test_a_value_is_kept_in_one_form(name: str, text: str, kept: str) -> None:
    assert checked(name, text) == kept
    assert checked(name, kept or "none") == kept


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("value", "1,200", "'1,200' is no number"),
        ("value", "-3", "is no number"),
        ("value", "1e99999999", "is no number"),
        ("value", "NaN", "is no number"),
        ("value", "", "must have one"),
        ("unit", "none", "must have one"),
        ("measure", "recipient", "near to it: recipients"),
        ("field", "helth-insurance", "near to it: health-insurance"),
        ("field", "###", "there is no '###' in the vocabulary"),
        ("beneficiary", "student; teachers of", "near to it: teacher"),
        ("period_start", "1/2/2024", "is no day"),
        ("period_start", "20240101", "is no day"),
        ("documents", "7/2025", "is no document"),
        ("place", "Phú Thọ", "'Phú Thọ' is said of VN-"),
        ("documents", "document/a> b", "is no document"),
    ],
)
def test_what_is_not_known_is_refused_with_what_is(name: str, text: str, message: str) -> None:
    with pytest.raises(ReviewError, match=f"^{name}: ") as refused:
        checked(name, text)
    assert message in str(refused.value)
