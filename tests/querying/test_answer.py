"""The answer to a saved query as Python has it: rows, what their columns hold, tables of other libraries, HTML."""

from __future__ import annotations

import io
import subprocess
import sys
from datetime import date
from decimal import Decimal

import pyoxigraph as ox
import pytest

import ansinh
from ansinh.querying.columns import kind_of, units_of
from ansinh.querying.running import run_saved
from ansinh.querying.saved_answer import Answer, answer

FUNDED = {"document": "35/2024/NQ-HDND"}
XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.fixture(scope="module")
def funded(seeds_store: ox.Store) -> Answer:
    return answer(seeds_store, "document-outcomes", FUNDED)


def test_it_is_a_sequence_of_dicts(seeds_store: ox.Store, funded: Answer) -> None:
    found = run_saved(seeds_store, "document-outcomes", FUNDED)
    dicts = [dict(zip(found.columns, row, strict=True)) for row in found.values]
    assert len(funded) == len(dicts) == 4
    assert funded == dicts
    assert dicts == funded
    assert funded != dicts[1:]
    assert funded[-1] == dicts[-1]
    assert funded[1:3] == dicts[1:3]
    assert funded[1:3].columns == found.columns
    assert [row["people"] for row in funded] == [359, 6065, 56128, 22380]
    assert dicts[2] in funded
    assert repr(funded).startswith("<Answer document-outcomes: 4 rows of document, ")


def test_its_columns_have_kinds_units_and_sources(funded: Answer) -> None:
    assert {c: funded.kinds[c] for c in ("group", "people", "cost_vnd", "period_end", "article")} == {
        "group": "text", "people": "integer", "cost_vnd": "integer", "period_end": "date", "article": "iri"
    }  # fmt: skip
    assert funded.units == {"people": "people", "cost_vnd": "VND", "cost_per_person_vnd": "VND"}
    [source] = funded.sources.values()
    assert source.iri == funded[0]["article"]
    assert source.link is not None
    assert source.link.startswith("https://baoquangninh.vn/")


def test_a_column_of_one_unit_has_it(seeds_store: ox.Store) -> None:
    assert "value" not in answer(seeds_store, "article-facts").units
    assert units_of(("value", "unit"), [(1, "person"), (2, "person")]) == {"value": "person"}
    assert units_of(("value", "unit"), [(1, "person"), (2, None)]) == {}


def test_rows_without_a_value_keep_their_kinds(seeds_store: ox.Store) -> None:
    nothing = answer(seeds_store, "document-outcomes", {"document": "999/1999/NQ-HDND"})
    assert len(nothing) == 0
    assert list(nothing) == []
    assert (nothing.kinds["cost_vnd"], nothing.kinds["period_end"]) == ("integer", "date")
    assert (len(nothing.to_pandas()), nothing.to_polars().height, nothing.to_arrow().num_rows) == (0, 0, 0)
    assert str(nothing.to_pandas()["cost_vnd"].dtype) == "Int64"


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ([("1", "integer"), ("2.5", "decimal")], "decimal"),
        ([("1", "integer"), ("2.0", "decimal")], "integer"),
        ([("1", "integer"), ("1e0", "double")], "float"),
        ([("99999999999999999999", "integer")], "decimal"),
        ([("2024-01-31", "date")], "date"),
        ([("2024-02-31", "date")], "text"),
        ([("2024-01-31", "date"), ("1", "integer")], "text"),
        ([("true", "boolean")], "boolean"),
    ],
)
def test_what_a_column_holds(values: list[tuple[str, str]], kind: str) -> None:
    literals = [ox.Literal(text, datatype=ox.NamedNode(f"{XSD}{type_}")) for text, type_ in values]
    assert kind_of("x", [None, *literals]) == kind


DECIMALS = Answer(
    "made-up",
    ("n", "d", "f", "day", "yes", "name"),
    {"n": "integer", "d": "decimal", "f": "float", "day": "date", "yes": "boolean", "name": "text"},
    {"d": "%"},
    {},
    ((2**62 + 1, Decimal("0.1"), 0.5, "2024-02-29", True, "á"), (None, 2, None, None, None, None)),
)


def test_pandas_keeps_whole_numbers_days_and_digits() -> None:
    frame = DECIMALS.to_pandas()
    assert [str(dtype) for dtype in frame.dtypes] == [
        "Int64",
        "object",
        "Float64",
        "datetime64[s]",
        "boolean",
        "string",
    ]
    assert frame["n"][0] == 2**62 + 1
    assert list(frame["d"]) == [Decimal("0.1"), Decimal(2)]
    assert frame["day"][0].date() == date(2024, 2, 29)
    assert list(frame.isna().loc[1]) == [True, False, True, True, True, True]
    assert frame.attrs["units"] == {"d": "%"}


def test_polars_keeps_whole_numbers_days_and_digits() -> None:
    frame = DECIMALS.to_polars()
    assert [str(dtype) for dtype in frame.dtypes] == [
        "Int64", "Decimal(precision=38, scale=1)", "Float64", "Date", "Boolean", "String"
    ]  # fmt: skip
    assert frame.row(0) == (2**62 + 1, Decimal("0.1"), 0.5, date(2024, 2, 29), True, "á")
    assert frame.row(1) == (None, Decimal(2), None, None, None, None)


def test_arrow_keeps_whole_numbers_days_and_digits_and_has_the_units() -> None:
    table = DECIMALS.to_arrow()
    types = ["int64", "decimal128(38, 1)", "double", "date32[day]", "bool", "string"]
    assert [str(field.type) for field in table.schema] == types
    assert table.to_pylist()[0] == dict(
        zip(DECIMALS.columns, (2**62 + 1, Decimal("0.1"), 0.5, date(2024, 2, 29), True, "á"), strict=True)
    )
    assert table.schema.field("d").metadata == {b"unit": b"%"}


@pytest.mark.parametrize(
    ("library", "method"), [("pandas", "to_pandas"), ("polars", "to_polars"), ("pyarrow", "to_arrow")]
)
def test_a_library_that_is_not_there_is_named_with_its_extra(library: str, method: str) -> None:
    # a Python that cannot import it, as where it is not installed
    program = f"""
import sys
sys.modules[{library!r}] = None
import ansinh
from ansinh.querying.saved_answer import Answer
try:
    Answer("q", ("a",), {{"a": "text"}}, {{}}, {{}}, (("x",),)).{method}()
except ansinh.AnsinhError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    extra = method.removeprefix("to_")
    assert done.stdout == f"{library} is not installed; it comes with pip install 'ansinh[{extra}]'\n"


def test_asking_loads_none_of_them() -> None:
    program = "import sys, ansinh; ansinh.query; print({'pandas', 'polars', 'pyarrow', 'jinja2'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def test_a_notebook_shows_a_table_with_what_articles_say_escaped(funded: Answer) -> None:
    shown = funded._repr_html_()
    assert shown.count("<tr>") == 5
    assert "<q>As of November 30, 2024" in shown
    assert f'<a href="{next(iter(funded.sources.values())).link}" rel="noreferrer">' in shown
    assert '<td class="number" data-heading="cost (VND)">42,138,000,000</td>' in shown


def test_a_notebook_shows_what_articles_say_as_text(hostile_store: ox.Store) -> None:
    shown = answer(hostile_store, "article-facts")._repr_html_()
    assert "1,200" in shown
    assert "&lt;b onmouseover=" in shown
    assert "<b onmouseover" not in shown
    assert "javascript:alert(1)" in str(answer(hostile_store, "article-facts").sources)
    assert "javascript:" not in shown


def test_the_interface_gives_answers(seeds_store: ox.Store) -> None:
    assert isinstance(ansinh.query("documents", None, seeds_store), ansinh.Answer)
    assert isinstance(ansinh.audit(seeds_store), ansinh.Answer)
    out = io.StringIO()
    print(*ansinh.query("document-outcomes", FUNDED, seeds_store), sep="\n", file=out)
    assert out.getvalue().startswith("{'document': '35/2024/NQ-HDND'")
