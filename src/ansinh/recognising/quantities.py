"""Numbers with what they count: value, unit, noun and hedge. The grammar of one quantity, and of numbers in a row."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from ansinh.lexicon import Hit, lexicon
from ansinh.model import Span
from ansinh.reading.page import Page
from ansinh.words.numbers import NUMBER_WORD, NUMBER_WORDS, value

_IN_WORDS = re.compile(rf"\b{NUMBER_WORD}", re.IGNORECASE)
_NUMBER = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
# a number in words counts only before a percentage, a known noun, or "of them"
OF_THEM = re.compile(r"\s+of\s+(?:them|whom|these|those|which|it|th(?:is|at)\s+(?:sum|amount|money|number|total))\b")
_FEWER_THAN = re.compile(r"\s+fewer\s+than\b")
# "1,150 of the finished houses"
_PARTITIVE = re.compile(r"\s+of\s+(?:the|its|their|our|all|all\s+the)(?=\s)")
_SCALES = {"thousand": 3, "million": 6, "mil": 6, "billion": 9, "bil": 9, "bln": 9, "trillion": 12}
_SCALE = r"\s*(?P<scale>thousand\s+billion|million|mil|billion|bil|bln|trillion|thousand)\b\.?"
_CURRENCY = r"(?:VN[DĐ]|[Vv]ietnamese\s+[Dd]ongs?|[Dd]ongs?|đồng|đ|USD|US\s?dollars?|US\$)"
_QUANTITY = re.compile(
    rf"""
    (?P<number>{_NUMBER}|(?i:{NUMBER_WORD}))(?:{_SCALE})?
    (?:
        \s*(?P<points>(?:percentage\s+|%\s*)?points?\b) | \s*(?P<percent>%|per\s?cent\b)
      | \s*(?P<currency>{_CURRENCY})(?!\w)
    )?
    (?P<rate>
        (?:\s*/\s*[a-z]+|\s+per\s+(?:school\s+)?[a-z]+|\s+(?:an?|every|each)\s+(?:month|year|day|person|household|house|child|student)\b)
        (?:\s*/\s*[a-z]+|\s+per\s+[a-z]+|\s+(?:an?|every|each)\s+(?:month|year)\b)* | \s+(?:each|apiece)\b
    )?
    """,
    re.VERBOSE,
)
_CURRENCY_BEFORE = re.compile(r"(?P<currency>VN[DĐ]|USD|US\$|\$)\s*$")
_USD = re.compile(r"US|\$")
# what may stand between two numbers that share the unit of the second: "94.9 and 91.4%", "from 2,055,000 to 2,789,000"
_SHARED = re.compile(r"\s*(?:,|-|–|and|or|to|,\s*and)\s*(?:under\s+|over\s+)?(?:VN[DĐ]\s*)?$")
_RANGE = re.compile(r"\s*(?:-|–|to|or)\s*(?:under\s+)?(?:VN[DĐ]\s*)?$")
# before and behind an age
_AGED = re.compile(
    r"\b(?:the\s+)?(?:aged|ages?\s+of|ages?)\s+(?:(?:from|between|over|under|above|below|at|least|to|only)\s+)*$"
)
_YEARS_OLD = re.compile(r"[\s-]+years?[\s-]+(?:old\b|of\s+age\b)")
_TIME_RATE = {"month": "month", "months": "month", "year": "year", "years": "year", "annum": "year"}
_EVERY = re.compile(
    r"(?:\W+\w+){0,3}\W+(?:(?:every|each|per|a)\s+(?P<unit>month|year)|(?P<adverb>monthly|annually|yearly))\b"
)
# "every month the fund pays over VND 148 billion"
_EVERY_BEFORE = re.compile(r"\b(?:[Ee]very|[Ee]ach)\s+(?P<unit>month|year)\b[^.;,:\d]{0,40}$")
_LETTERS = re.compile(r"[a-z]+")
_RATE_WORDS = frozenset(("per", "a", "an", "every", "each"))
_NOUN_WORDS = 9
_LONGEST_NUMBER = 40  # characters
# "people of the two groups": a number word that points back counts nothing
_POINTS_BACK = re.compile(r"\b(?:the|these|those|both|all|its|their)\s+(?:above\s+)?$", re.IGNORECASE)
_NO_NOUN = (None, None, None)
_PRONOUNS = frozenset(("one", "other"))
_JOINTS = frozenset((",", "and", "or"))
# words that end the noun phrase behind a number
_STOPS = frozenset(
    (
        "; : . ( ) a an the who whom which that in on at for to of with by from was were is are be been has have "
        "had will would can could as than under over per compared equal reaching worth into through after before "
        "while when where up down went came took gave got stood"
    ).split()
)


class Quantity(NamedTuple):
    """A number of the body with its unit.

    `span` holds the number and its scale word; `whole` also currency, rate and noun. `noun` is the counted noun, None
    where it is to be carried on from what stands before. `per` lists what a rate is per ("person", "month", "house").
    `row` tells its part in a row of numbers: "done" and "of" of a fraction, "low" and "high" of a range. `age` tells
    whether it is an age in years.
    """

    span: Span
    whole: Span
    value: Decimal
    unit: str | None
    noun: Span | None
    measure: Hit | None
    per: tuple[str, ...]
    bound: str
    bound_span: Span | None
    scale: int = 0
    row: str | None = None
    age: bool = False


def quantities(page: Page, claimed: bytearray) -> tuple[Quantity, ...]:
    """Every number of the body that nothing else claims, in text order."""
    found: list[Quantity] = []
    starts = _starts(page)
    for sentence in page.sentences:
        first, last = bisect_left(starts, sentence.span.start), bisect_left(starts, sentence.span.end)
        read = _read(page, sentence.span, starts[first:last], claimed) if first < last else ()
        if read:
            found += _ages(page, _in_rows(page, read))
    return tuple(found)


def _starts(page: Page) -> Sequence[int]:
    """Where a number may begin: at every run of digits, and at number words."""
    starts = {start for start, _ in page.numbers}
    for spelt in _spelt().finditer(page.words.written):
        word = page.words.span(spelt.start())
        starts.update(match.start() for match in _IN_WORDS.finditer(page.text, *word))
    return sorted(starts)


@cache
def _spelt() -> re.Pattern[str]:
    """The words of a written text that may be numbers, or hold one: the space behind a quotation mark was lost."""
    return re.compile(f"[{lexicon().characters(NUMBER_WORDS)}{lexicon().with_apostrophe}]")


def _ages(page: Page, read: Sequence[Quantity]) -> Iterator[Quantity]:
    """The quantities, ages told apart: "aged 80 and over", "over 45 years old", "from 75 to under 80 years of age"."""
    aged = False  # the number before is the lower end of a range of ages
    for i, quantity in enumerate(read):
        ranged = quantity.row == "low" and i + 1 < len(read)
        end = (read[i + 1] if ranged else quantity).span.end
        before = max(0, quantity.whole.start - 30), quantity.whole.start
        said = _AGED.search(page.lower, *before) if page.lower.find("age", *before) >= 0 else None
        if said and quantity.bound == "exact":  # "under the age of 6"
            bound, bound_span = _bound(page, said.start(), quantity.whole.end)
            quantity = quantity._replace(bound=bound, bound_span=bound_span)  # noqa: PLW2901 - the same, completed
        age = aged or said is not None or _YEARS_OLD.match(page.text, end) is not None
        aged = age and ranged
        yield quantity._replace(unit="year", noun=None, measure=None, age=True) if age else quantity


def _read(page: Page, span: Span, starts: Sequence[int], claimed: bytearray) -> Sequence[Quantity]:
    found: list[Quantity] = []
    offset = span.start
    for start in starts:
        read = _QUANTITY.match(page.text, start, span.end) if start >= offset and not claimed[start] else None
        if read is None:
            continue
        offset = read.end("number")
        if offset - start > _LONGEST_NUMBER:
            continue  # no count or amount: it stays unread
        quantity = _quantity(page, read, span)
        if page.text[start].isdigit() or _is_counted(page, quantity):
            found.append(quantity)
    return found


def _is_counted(page: Page, spelt: Quantity) -> bool:
    """Whether a number in words counts what is known, or by itself, and does not point back."""
    start, end = spelt.span
    if _POINTS_BACK.search(page.text, max(0, start - 14), start):
        return False
    known = spelt.measure is not None or spelt.unit not in (None, "item")
    return known or any(pattern.match(page.text, end) for pattern in (OF_THEM, _FEWER_THAN))


def _quantity(page: Page, match: re.Match[str], sentence: Span) -> Quantity:
    text = page.text
    begin, tail = match.span()
    number, printed, points, percent, currency, rate = match.groups()
    before = _CURRENCY_BEFORE.search(text, max(sentence.start, begin - 6), begin)
    currency = currency or (before and before["currency"])
    per = tuple(w for w in _LETTERS.findall(rate) if w not in _RATE_WORDS) or ("each",) if rate else ()
    start = before.start() if before else begin
    unit = None
    if points or percent or currency:
        time = _time((*per, *_every(text, start, tail)) if currency else per)
        unit = _unit(points, percent, currency, time)
    partitive = _PARTITIVE.match(text, tail)
    noun, measure, counted = _noun(page, partitive.end() if partitive else tail, sentence) if unit is None else _NO_NOUN
    if partitive and noun and text[noun.start].isupper():
        noun, measure, counted = _NO_NOUN  # "team 4 of the Youth Union"
    bound, bound_span = _bound(page, start, noun.end if noun else tail)
    scale = sum(_SCALES[word] for word in printed.split()) if printed else 0
    return Quantity(
        span=Span(begin, match.end("scale" if printed else "number")),
        whole=Span(start, noun.end if noun else tail),
        value=_value(number).scaleb(scale),
        unit=unit or counted,
        noun=noun,
        measure=measure,
        per=per,
        bound=bound,
        bound_span=bound_span,
        scale=scale,
    )


def _value(number: str) -> Decimal:
    return Decimal(number.replace(",", "")) if number[0].isdigit() else Decimal(value(number))


def _every(text: str, start: int, end: int) -> tuple[str, ...]:
    """How often money is paid, where words before or behind it tell."""
    before = _EVERY_BEFORE.search(text, max(0, start - 60), start)
    if before:
        return (before["unit"],)
    match = _EVERY.match(text, end)
    if match is None:
        return ()
    return (match["unit"] or ("month" if match["adverb"] == "monthly" else "year"),)


def _time(per: Sequence[str]) -> str | None:
    return next((_TIME_RATE[word] for word in per if word in _TIME_RATE), None)


def _unit(points: str | None, percent: str | None, currency: str | None, time: str | None) -> str | None:
    if points:
        return "percentage-point"
    if percent:
        return "percent/year" if time == "year" else "percent"
    if currency and _USD.match(currency):
        return "USD"
    if currency:
        return f"VND/{time}" if time else "VND"
    return None


def _noun(page: Page, offset: int, sentence: Span) -> tuple[Span | None, Hit | None, str | None]:
    """The counted noun behind a number: its span, the measure that it names, and its unit."""
    first = page.words.at(offset)
    stems = _phrase(page, first, offset, sentence)
    if not stems or stems[0] in _JOINTS or page.text[offset : page.words.starts[first]].strip(" \u00a0-\"'“”"):
        return _NO_NOUN
    last = first + len(stems)
    if page.hits["direction cue"].starting(offset, page.text):
        return _NO_NOUN  # "1,204 fewer than"
    end = page.words.ends[last - 1]
    if not _PRONOUNS.isdisjoint(stems):
        return _NO_NOUN  # "19,305 near-poor ones", "1,093 others"
    unit = page.hits["unit"].first_from(offset, end, sentence.end)
    measure = page.hits["measure"].first_from(offset, end, sentence.end)
    if unit and measure:
        between = page.words.at(measure.start) - page.words.at(unit.end)  # words, less than 0 if they overlap
        if measure.start < unit.start or (between == 0 and not _plural(page, page.words.at(unit.end) - 1)):
            unit = None  # "12 worker dormitories", "150 houses families"
        elif between > 0:
            measure = None
    if unit:
        return unit.span, measure, unit.notation
    if measure:
        return measure.span, measure, "item"
    plural = next((i for i in range(first, last) if _plural(page, i)), None)
    if not _nounlike(page, first, plural):
        return _NO_NOUN
    return page.words.span(first if plural is None else plural), None, "item"


def _phrase(page: Page, first: int, offset: int, sentence: Span) -> Sequence[str]:
    """The stems of the words behind a number, from the first on, as far as its noun may reach."""
    starts, ends = page.words.starts, page.words.ends
    phrase: list[str] = []
    for i, stem in enumerate(page.words.stems(first, first + _NOUN_WORDS), first):
        ended = ends[i] > sentence.end or stem in _STOPS or page.text[starts[i]].isdigit()
        if ended or (stem in _JOINTS and _named(page, offset, starts[i])):
            break
        phrase.append(stem)
    return phrase


def _named(page: Page, start: int, end: int) -> bool:
    """Whether a known noun or a plural stands already before an "and": "27 organizations and individuals"."""
    found = page.hits["unit"].within(start, end) or page.hits["measure"].within(start, end)
    return bool(found) or any(_plural(page, i) for i in range(page.words.at(start), page.words.at(end)))


def _plural(page: Page, index: int) -> bool:
    word = page.text[page.words.starts[index] : page.words.ends[index]].lower()
    return word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3


def _nounlike(page: Page, first: int, plural: int | None) -> bool:
    """A plural counts as the noun; a singular does behind 1 only: "420 stayed", "58 newly" have none."""
    start = page.words.starts[first]
    before = page.text[max(0, start - 4) : start].split()
    return plural is not None or before[-1:] in (["1"], ["01"])


def _bound(page: Page, start: int, end: int) -> tuple[str, Span | None]:
    for hits in (page.hits["bound cue"], page.hits["bound"]):
        before = hits.ending(start, page.text)
        if before is not None:
            return before.notation, before.span
        behind = hits.starting(end, page.text)
        if behind is not None and page.text.startswith(("or ", "and "), behind.start):
            return behind.notation, behind.span  # "03 months or more", "80 and over"
    return "exact", None


def _in_rows(page: Page, read: Sequence[Quantity]) -> Sequence[Quantity]:
    """Fractions, ranges, and numbers that share the unit of the next one, from the last to the first."""
    found: list[Quantity] = []  # backwards
    for quantity in reversed(read):
        made = quantity
        if found:
            between = page.text[quantity.whole.end : found[-1].whole.start]
            if between.strip() == "/":
                made, found[-1] = _shared(quantity, found[-1], "done"), found[-1]._replace(row="of")
            elif _shares_unit(quantity, found[-1]) and _SHARED.fullmatch(between):
                ranged = _RANGE.fullmatch(between) is not None and not _old_and_new(page, quantity)
                made = _shared(quantity, found[-1], "low" if ranged else None)
                found[-1] = found[-1]._replace(row="high") if ranged else found[-1]
        found.append(made)
    return found[::-1]


def _old_and_new(page: Page, quantity: Quantity) -> bool:
    """ "raised from 2,055,000 to 2,789,000": an old and a new level, no range."""
    start = quantity.whole.start
    if not page.text[max(0, start - 6) : start].rstrip().endswith("from"):
        return False
    return bool(
        page.hits["direction cue"].within(max(0, start - 60), start)
        or page.hits["direction"].within(max(0, start - 60), start)
    )


def _shares_unit(quantity: Quantity, following: Quantity) -> bool:
    """Whether a number has no unit of its own, or money lacks the rate that the next one has."""
    return quantity.unit is None or (quantity.unit == "VND" and (following.unit or "").startswith("VND/"))


def _shared(quantity: Quantity, following: Quantity, row: str | None) -> Quantity:
    """The quantity with the unit, the noun and, where it has none itself, the scale of the next one."""
    shift = following.scale if quantity.unit is None and quantity.scale == 0 else 0
    return quantity._replace(
        value=quantity.value.scaleb(shift),
        unit=following.unit,
        noun=following.noun,
        measure=following.measure,
        per=following.per,
        row=row,
    )
