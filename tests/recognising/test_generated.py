"""Numbers, times and document numbers as grammars: a random value, printed in any of its forms, is read back."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ansinh.model import Extraction, Period
from ansinh.relating import extract_text
from ansinh.words.dates import MONTHS

HEAD = "Long An province cares for its people\n\n"
SCALES = {"": 0, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
TENS = {word: 10 * i for i, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
SMALL = {
    word: i
    for i, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
        " eighteen nineteen".split(),
        2,
    )
}


def _read(text: str) -> Extraction:
    return extract_text("a.txt", f"{HEAD}{text}\n".encode())


# --- numbers


@st.composite
def numbers(draw: st.DrawFn) -> tuple[str, Decimal]:
    """A number as printed, with its value."""
    scale = draw(st.sampled_from(list(SCALES)))
    whole = draw(st.integers(1, 99_999 if scale else 9_999_999))
    places = draw(st.integers(0, 2)) if scale else 0
    fraction = f"{draw(st.integers(0, 10**places - 1)):0{places}}" if places else ""
    grouped = draw(st.booleans()) or 1900 <= whole <= 2099  # four digits alone may be a year
    printed = (f"{whole:,}" if grouped else str(whole)) + (f".{fraction}" if fraction else "")
    if whole < 10 and not fraction and draw(st.booleans()):
        printed = f"0{printed}"
    value = Decimal(printed.replace(",", "")).scaleb(SCALES[scale])
    return (f"{printed} {scale}" if scale else printed), value


MONEY = {
    "{} VND": "VND",
    "VND {}": "VND",
    "VND{}": "VND",
    "{} dong": "VND",
    "{} đồng": "VND",
    "USD {}": "USD",
    "{} USD": "USD",
    "{} VND/month": "VND/month",
    "VND {}/person/month": "VND/month",
    "{} VND per year": "VND/year",
    "VND {} a month": "VND/month",
}


@settings(max_examples=300, deadline=None)
@given(numbers(), st.sampled_from(list(MONEY)))
def test_money_in_any_form(number: tuple[str, Decimal], form: str) -> None:
    printed, value = number
    [figure] = _read(f"For its people the province paid {form.format(printed)}.").figures
    assert (figure.value, figure.unit) == (value, MONEY[form])
    assert figure.quote == printed


@settings(max_examples=200, deadline=None)
@given(
    numbers(),
    st.sampled_from([("people", "person"), ("households", "household"), ("houses", "item"), ("poor people", "person")]),
)
def test_counts_in_any_form(number: tuple[str, Decimal], noun: tuple[str, str]) -> None:
    printed, value = number
    [figure] = _read(f"The province supported {printed} {noun[0]}.").figures
    assert (figure.value, figure.unit) == (value, noun[1])


@settings(max_examples=200, deadline=None)
@given(st.decimals(0, 200, places=2), st.sampled_from(["{}%", "{} %", "{} percent", "{} per cent"]))
def test_percentages_in_any_form(value: Decimal, form: str) -> None:
    [figure] = _read(f"Health insurance covers {form.format(value)} of the population.").figures
    assert (figure.value, figure.unit) == (value, "percent")


@settings(max_examples=100, deadline=None)
@given(st.sampled_from([*TENS, *SMALL]), st.sampled_from(["", *list(SMALL)[:8]]))
def test_numbers_in_words(first: str, second: str) -> None:
    joined = first in TENS and second
    value = Decimal((TENS | SMALL)[first] + (SMALL[second] if joined else 0))
    printed = f"{first}-{second}" if joined else first
    [figure] = _read(f"The province supported {printed} orphans.").figures
    assert (figure.value, figure.unit, figure.quote) == (value, "person", printed)


# --- times

DAYS = st.dates(date(2012, 1, 1), date(2026, 6, 30))
DAY_FORMS = (
    "{m} {d}, {y}",
    "{d} {m} {y}",
    "{d:02} {m} {y}",
    "{d:02}/{n:02}/{y}",
    "{d}/{n}/{y}",
    "{y}-{n:02}-{d:02}",
    "{m} {d:02}, {y}",
)


@settings(max_examples=300, deadline=None)
@given(DAYS, st.sampled_from(DAY_FORMS), st.sampled_from(["As of", "By", "Up to", "Until"]))
def test_a_day_in_any_form(day: date, form: str, word: str) -> None:
    printed = form.format(d=day.day, m=MONTHS[day.month - 1], n=day.month, y=day.year)
    [figure] = _read(f"{word} {printed}, 128 people had cards.").figures
    assert figure.period == Period(None, day)


@st.composite
def stretches(draw: st.DrawFn) -> tuple[str, Period]:
    """A stretch of time as printed, with its first and last day."""
    year = draw(st.integers(2012, 2025))
    month, later = sorted((draw(st.integers(1, 12)), draw(st.integers(1, 12))))
    quarter = draw(st.integers(1, 4))
    last = date(year, month, monthrange(year, month)[1])
    of_quarter = Period(date(year, 3 * quarter - 2, 1), date(year, 3 * quarter, monthrange(year, 3 * quarter)[1]))
    forms = [
        (f"In {year}", Period(date(year, 1, 1), date(year, 12, 31))),
        (f"In {MONTHS[month - 1]} {year}", Period(date(year, month, 1), last)),
        (f"In the first {month} months of {year}", Period(date(year, 1, 1), last)),
        (f"In the first {month:02} months of {year}", Period(date(year, 1, 1), last)),
        (f"In the first half of {year}", Period(date(year, 1, 1), date(year, 6, 30))),
        (f"In the {('first', 'second', 'third', 'fourth')[quarter - 1]} quarter of {year}", of_quarter),
        (f"In quarter {('I', 'II', 'III', 'IV')[quarter - 1]}/{year}", of_quarter),
        (f"In Q{quarter}/{year}", of_quarter),
        (f"In the {year}-{year + 1} school year", Period(date(year, 9, 1), date(year + 1, 5, 31))),
        (f"In the period {year} - {year + 4}", Period(date(year, 1, 1), date(year + 4, 12, 31))),
    ]
    if month < later:
        end = date(year, later, monthrange(year, later)[1])
        forms.append((f"From {MONTHS[month - 1]} to {MONTHS[later - 1]} {year}", Period(date(year, month, 1), end)))
    return draw(st.sampled_from(forms))


@settings(max_examples=300, deadline=None)
@given(stretches())
def test_a_stretch_in_any_form(stretch: tuple[str, Period]) -> None:
    printed, period = stretch
    [figure] = _read(f"{printed}, 128 people got cards.").figures
    assert figure.period == period


# --- documents

TYPES = {
    "Resolution": ("resolution", "NQ", ["HDND", "HĐND"], True),
    "Decision": ("decision", "QD", ["UBND", "TTg"], False),
    "Decree": ("decree", "ND", ["CP"], True),
    "Plan": ("plan", "KH", ["UBND"], False),
    "Circular": ("circular", "TT", ["BYT", "BLDTBXH"], True),
    "Directive": ("directive", "CT", ["TTg", "UBND"], False),
    "Official Dispatch": ("official-dispatch", "CD", ["TTg"], False),
}


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(list(TYPES)),
    st.integers(1, 9999),
    st.booleans(),
    st.dates(date(2012, 1, 1), date(2026, 6, 30)),
    st.sampled_from([" No. ", " No ", " ", " No.", " no. ", " number "]),
    st.sampled_from(
        ["", " dated {m} {d}, {y}", ", dated {m} {d}, {y},", " dated {d:02}/{n:02}/{y}", " of {m} {d}, {y}"]
    ),
    st.data(),
)
def test_a_document_number_in_any_form(
    word: str, serial: int, padded: bool, day: date, sign: str, dated: str, data: st.DataObject
) -> None:
    kind, code, bodies, with_year = TYPES[word]
    body = data.draw(st.sampled_from(bodies))
    lead = f"{serial:02}" if padded else str(serial)
    number = f"{lead}/{day.year}/{code}-{body}" if with_year else f"{lead}/{code}-{body}"
    when = dated.format(d=day.day, m=MONTHS[day.month - 1], n=day.month, y=day.year)
    [citation] = _read(f"It is carrying out {word}{sign}{number}{when} on support for the poor.").citations
    assert (citation.type, citation.number) == (kind, number.replace("Đ", "D"))
    assert citation.issued == (day if dated else None)


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 999), st.sampled_from(["NQ", "CT", "KL"]), st.sampled_from(["TW", "TU"]), st.sampled_from("-/"))
def test_a_number_of_the_party_in_any_form(serial: int, code: str, body: str, mark: str) -> None:
    number = f"{serial}-{code}/{body}" if mark == "/" else f"{serial}-{code}-{body}"
    kind = {"NQ": "resolution", "CT": "directive", "KL": "conclusion"}[code]
    [citation] = _read(f"It is carrying out {kind.capitalize()} No. {number} on social policy.").citations
    assert (citation.type, citation.number) == (kind, number)


# --- numbers that are neither


@pytest.mark.parametrize(
    "text",
    [
        "The home team won 3-1 on Sunday.",
        "Call 0220 3892 114 or 1900 9068.",
        "Call (+84) 912 345 678.",
        "The bus takes National Highway 6 and Provincial Road 105.",
        "They wrote to 45/12 Tran Phu Street.",
        "The office is in Room 302, Floor 3.",
        "After Covid-19 life goes on.",
        "He uses an iPhone15 with iOS17.2.",
        "The software is in version 5.0.1.",
        "It rained at 07:30 and at 16h45.",
        "See page 3, Article 12 and Clause 4.",
        "It was the 78th anniversary and the 2nd session.",
        "The 5.0-magnitude quake was felt.",
        "Write to so.ldtbxh2@longan.gov.vn or see https://longan.gov.vn/tin/12345.",
        "Storm No. 3 was followed by storm No. 4.",
        "Ward 7 and Quarter 12 are in District 1.",
        "It carries out Program 135 and Project 06.",
        "VnExpress 24/7 reported on it.",
    ],
)
def test_a_number_that_names_counts_nothing(text: str) -> None:
    assert [figure.quote for figure in _read(text).figures] == []


def test_teasers_and_furniture_count_nothing() -> None:
    text = "In 2024, 128 people got cards.\n\nRelated news\n5,000 people get gifts\n\nViews: 1,204\nCopyright 2016\n"
    assert [figure.quote for figure in _read(text).figures] == ["128"]


@pytest.mark.parametrize("day", ["31/02/2024", "February 30, 2024", "2024-13-01"])
def test_a_day_that_does_not_exist_is_not_moved_to_another(day: str) -> None:
    [figure] = _read(f"As of {day}, 128 people had cards.").figures[-1:]
    assert figure.period.last in (None, date(2024, 2, 29))
