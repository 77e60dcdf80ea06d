"""The log of decisions: what is written is read back, whatever people write and whatever a spreadsheet does to it."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ansinh.errors import ReviewError
from ansinh.reviewing import cells
from ansinh.reviewing.decision import Decision, Verdict
from ansinh.reviewing.log import COLUMNS, read_log, write_log
from tests.reviewing.people import decision, read

READ = read()
KNOWN = decision(READ, "35", "amend", field="", beneficiary="student; teacher")
TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\t\r\n"), max_size=30
) | st.sampled_from(
    [
        "=1+1",
        "'=1",
        "''@x",
        "+84 912",
        "-",
        "@SUM(A1)",
        "\t=x",
        'say "no"',
        "một\nhai",
        "a;b,c",
        "'",
        "\ufeff",
        "Lê Hậu",
    ]
)
NAMES = TEXTS.filter(lambda text: bool(text.strip()))
DECISIONS = st.builds(
    lambda verdict, who, why: replace(
        KNOWN, verdict=verdict, who=who, why=why, decided=KNOWN.decided if verdict in ("accept", "amend") else {}
    ),
    st.sampled_from(["accept", "amend", "reject", "undo"]),
    NAMES,
    TEXTS,
)


def one_line_ends(log: list[Decision]) -> list[Decision]:
    """Inside a cell all ends of lines become the same."""
    return [replace(d, who=ended(d.who), why=ended(d.why)) for d in log]


def ended(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


@given(st.lists(DECISIONS, max_size=4))
def test_what_is_written_is_read_back(log: list[Decision]) -> None:
    assert read_log("x.csv", write_log(log)) == one_line_ends(log)


@given(st.lists(DECISIONS, max_size=3), st.sampled_from(",;\t"), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_what_a_spreadsheet_writes_is_read_back(log: list[Decision], separator: str, end: str, marked: bool) -> None:
    out = io.StringIO(newline="")
    rows = csv.reader(io.StringIO(write_log(log), newline=""))
    csv.writer(out, delimiter=separator, lineterminator=end, quoting=csv.QUOTE_ALL).writerows(rows)
    saved = ("\ufeff" if marked else "") + out.getvalue()
    assert read_log("x.csv", saved) == one_line_ends(log)


@given(st.lists(DECISIONS, max_size=4))
def test_no_cell_is_a_formula(log: list[Decision]) -> None:
    for row in csv.reader(io.StringIO(write_log(log), newline="")):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for cell in row)


def test_an_empty_file_has_no_decisions() -> None:
    assert read_log("x.csv", "") == read_log("x.csv", "\ufeff\r\n") == read_log("x.csv", write_log([])) == []


def test_columns_may_stand_in_another_order_and_empty_lines_are_nothing() -> None:
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in csv.reader(io.StringIO(write_log([KNOWN]), newline=""))]
    turned = cells.write([*reversed(COLUMNS), "mine"], [rows[1] | {"mine": "x"}])
    assert read_log("x.csv", f"{turned}\n,,\n") == [KNOWN]


def edited(**cells_: str) -> str:
    header, row = csv.reader(io.StringIO(write_log([KNOWN]), newline=""))
    return write_log([KNOWN]) + cells.write(header, [dict(zip(header, row, strict=True)) | cells_]).partition("\n")[2]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (edited(verdict="acept"), "x.csv, line 3: verdict: 'acept' is none of accept, reject, amend, undo"),
        (edited(start="12a"), "x.csv, line 3: start: '12a' is no whole number"),
        (edited(nth="2"), "x.csv, line 3: nth: 2 of 1 is no place"),
        (edited(article="a> b"), "x.csv, line 3: article: 'a> b' is no article"),
        (edited(who="\x07"), "x.csv, line 3: who: it has the character U+0007"),
        (edited(why="a\x00b"), "x.csv, line 3: why: it has the character U+0000"),
        (edited(who=" "), "x.csv, line 3: who: name who decided"),
        (edited(when="1/7/2025"), "x.csv, line 3: when: '1/7/2025' is no date and time"),
        (edited(when="2025-07-01T09:30:00"), "line 3: when: "),
        (edited(when="2025-07-01T09:30:00+07:00:01"), "line 3: when: "),
        (edited(decided_measure="job"), "line 3: measure: there is no 'job' in the vocabulary; near to it: jobs"),
        (edited(decided_value="1,2"), "x.csv, line 3: value: '1,2' is no number"),
        (edited(decided_unit=""), "x.csv, line 3: unit: a figure must have one"),
        (write_log([]).replace("verdict", "verdit"), "x.csv, line 1: there is no column 'verdict'"),
        (write_log([KNOWN]) + "one,two\n", "x.csv, line 3: 2 cells where the first line has 38"),
        (write_log([KNOWN]) + '"a"b,c\n', "x.csv, line 3: not CSV: "),
    ],
)  # fmt: skip
def test_a_bad_row_is_one_line_that_names_it(text: str, message: str) -> None:
    with pytest.raises(ReviewError) as refused:
        read_log("x.csv", text)
    assert message in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_row_is_named_by_the_line_it_begins_on() -> None:
    first = replace(KNOWN, why="one\ntwo\nthree")
    text = write_log([first, KNOWN])
    with pytest.raises(ReviewError, match=r"^x\.csv, line 5: "):
        read_log("x.csv", _spoilt_last(text))


def _spoilt_last(text: str) -> str:
    head, _, tail = text.rpartition("amend")
    return f"{head}amnd{tail}"


@pytest.mark.parametrize("verdict", ["reject", "undo"])
def test_what_decides_no_attributes_has_none(verdict: Verdict) -> None:
    assert decision(READ, "35", verdict).decided == {}
