"""Rows as text."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from decimal import Decimal

import pytest

from ansinh.querying.rows import Rows, Value
from ansinh.querying.tables import TABLE_FORMATS, TableFormat, write_objects, write_rows

COLUMNS = ("name", "count", "rate", "flag", "quotation")
VALUES: list[tuple[Value, ...]] = [
    ("đồng | <b>", 412_000_000, Decimal("10.89"), True, 'He said "yes"\n, twice'),
    ("", 0, Decimal("0.5"), False, None),
]


def _written(form: TableFormat, values: list[tuple[Value, ...]] | None = None) -> str:
    out = io.StringIO()
    write_rows(Rows(COLUMNS, iter(VALUES if values is None else values)), form, out)
    return out.getvalue()


@pytest.mark.parametrize(("form", "separator"), [("csv", ","), ("tsv", "\t")])
def test_separated_values_are_read_back(form: TableFormat, separator: str) -> None:
    head, *rows = csv.reader(io.StringIO(_written(form)), delimiter=separator)
    assert tuple(head) == COLUMNS
    assert rows == [
        ["đồng | <b>", "412000000", "10.89", "true", 'He said "yes"\n, twice'],
        ["", "0", "0.5", "false", ""],
    ]


def test_json_is_an_array_of_objects_with_numbers_and_null() -> None:
    first, second = json.loads(_written("json"))
    assert first == {
        "name": "đồng | <b>", "count": 412_000_000, "rate": 10.89, "flag": True, "quotation": 'He said "yes"\n, twice',
    }  # fmt: skip
    assert second["quotation"] is None
    assert "đồng" in _written("json")


def test_json_lines() -> None:
    assert [json.loads(line) for line in _written("jsonl").splitlines()] == json.loads(_written("json"))


def test_markdown_has_one_line_a_row() -> None:
    head, rule, first, _ = _written("markdown").splitlines()
    assert head == "| name | count | rate | flag | quotation |"
    assert rule == "| --- | --- | --- | --- | --- |"
    assert first == '| đồng \\| &lt;b> | 412000000 | 10.89 | true | He said "yes" , twice |'


def test_no_rows() -> None:
    assert json.loads(_written("json", [])) == []
    assert _written("jsonl", []) == ""
    assert _written("csv", []).strip() == ",".join(COLUMNS)
    assert _written("markdown", []).count("\n") == 2
    assert "name" in _written("table", [])


def test_a_table_keeps_numbers_whole_and_cuts_long_texts() -> None:
    long = "a passage that goes on and on " * 30
    table = _written("table", [("x", 42_138_000_000, Decimal("1234.5"), True, long)])
    assert "42,138,000,000" in table
    assert "1,234.5" in table
    assert "…" in table
    assert max(len(line) for line in table.splitlines()) <= 140
    assert "\x1b" not in table


def test_a_word_that_is_too_long_fills_its_lines() -> None:
    table = _written("table", [("x" * 400, 1, None, None, "passage " * 40)])
    lines = [line for line in table.splitlines() if line.startswith("x")]
    assert len(lines) == 3
    assert lines[2].split()[0].endswith("x…")
    assert len({len(line.split()[0]) for line in lines}) == 1


def test_a_letter_is_as_wide_as_it_is_long() -> None:
    """Vietnamese may come with its diacritics as characters of their own."""
    told = "Quảng Ninh"
    apart = unicodedata.normalize("NFD", told)
    assert len(apart) > len(told)
    assert _written("table", [(apart, 1, None, None, None)]) == _written("table", [(told, 1, None, None, None)])


def test_columns_that_do_not_fit_are_shown_below_one_another() -> None:
    columns = tuple(f"column_{i}" for i in range(30))
    out = io.StringIO()
    write_rows(Rows(columns, iter([(*range(29), None), tuple("x" * 30)])), "table", out)
    lines = out.getvalue().splitlines()
    assert lines[:3] == ["1.", "column 0   0", "column 1   1"]
    assert "column 29  x" in lines
    assert len(lines) == 61


def test_a_table_does_not_read_markup() -> None:
    assert "[bold]x[/bold]" in _written("table", [("[bold]x[/bold]", 1, None, None, None)])


@pytest.mark.parametrize("form", TABLE_FORMATS)
def test_every_format_ends_its_last_line(form: TableFormat) -> None:
    assert _written(form).endswith("\n")


def test_objects_keep_their_own_keys() -> None:
    out = io.StringIO()
    records: list[dict[str, object]] = [{"a": [1, 2]}, {"b": None}]
    write_objects(records, "json", out)
    assert json.loads(out.getvalue()) == [{"a": [1, 2]}, {"b": None}]
