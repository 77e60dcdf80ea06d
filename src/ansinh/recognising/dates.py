"""Dates and stretches of time as printed: from "October 6, 2024" to "the first 06 months of the year"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from itertools import chain
from typing import NamedTuple

from ansinh.lexicon import lexicon
from ansinh.model import UNKNOWN_PERIOD, Period, Span
from ansinh.words.dates import COUNTS, FIRST_WORDS, MONTHS, SECOND_WORDS
from ansinh.words.splitting import Words

_MONTH_NUMBER = {name[:3]: i for i, name in enumerate(MONTHS, 1)}
_RANK = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": 4}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_DIGITS = frozenset((1, 2, 4))  # of a day or a month, and of a year
_SHIFT = {"last": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}

_SCHOOL_BEGINS = 8  # the month in which the press turns to the new school year

_M = "(?P<month>(?-i:" + "|".join(f"{m[:3]}(?:{m[3:]})?" if m[3:] else m for m in MONTHS) + r")\b\.?)"
_D = r"(?P<day>\d{1,2})"
_Y = r"(?P<year>(?:19|20)\d\d)"
_N = rf"(?P<count>\d{{1,2}}|{'|'.join(COUNTS)})"
_END = r"(?![\w%]|[,.]\d|/\w)"
_OF_YEAR = rf"(?:,?\s*(?:of\s+|in\s+|/\s*)?(?:the\s+year\s+)?(?:{_Y}{_END}|(?:the|this|(?P<shift>last))\s+year\b))?"

# every form, in the order in which they are tried at one place of the text
_FORMS = {
    # October 6, 2024 · June 5th
    "month day": rf"{_M}\s+{_D}(?:st|nd|rd|th)?\b(?:\s*,?\s+{_Y})?{_END}",
    # 06 June 2024 · 5th of June
    "day month": rf"{_D}(?:st|nd|rd|th)?\s+(?:of\s+)?{_M}(?:,?\s+{_Y})?{_END}",
    # 16/01/2025 · 12-09-2019 · 2024-06-06
    "numeric day": rf"{_D}[/.-](?P<month>\d{{1,2}})[/.-]{_Y}{_END}",
    "iso day": rf"{_Y}-(?P<month>\d\d)-{_D}{_END}",
    # 6/2025 · December 2024 · June
    "numeric month": rf"(?P<month>0?[1-9]|1[0-2])/{_Y}{_END}",
    "named month": rf"{_M}(?:,?\s+(?:of\s+)?{_Y})?{_END}",
    # the 2024-2025 school year · school year 2024-2025
    "school year": rf"{_Y}\s*[-–]\s*(?P<until>(?:19|20)\d\d)\s+(?:school|academic)\s+year",
    "year of school": rf"(?:school|academic)\s+year\s+{_Y}\s*[-–]\s*(?P<until>(?:19|20)\d\d)",
    # this school year · the new school year · next school year
    "this school year": (
        r"(?:this|the\s+(?:new|current|whole)|(?:the\s+)?(?P<shift>last|next|coming))\s+(?:school|academic)\s+year\b(?!\s+(?:19|20)\d\d)"
    ),
    # 2021-2025
    "years": rf"{_Y}\s*[-–]\s*(?P<until>(?:19|20)\d\d)\b",
    # the first 06 months of the year · the first nine months · in the same 6 months · over the nine months
    "first months": rf"first\s+{_N}\s+months\b{_OF_YEAR}(?!\s+of\b)",
    "months": rf"(?:in|over|during)\s+(?:the\s+|these\s+)?(?:same\s+|past\s+)?{_N}\s+months\b{_OF_YEAR}",
    # the first half of 2025 · the first two quarters of 2024 · the fourth quarter of 2024 · quarter III/2024 · Q3
    "half": rf"(?P<rank>first|second|last)\s+half\b{_OF_YEAR}",
    "first quarters": rf"first\s+(?P<count>two|three|0?[23])\s+quarters\b{_OF_YEAR}",
    "quarter": rf"(?P<rank>{'|'.join(_RANK)})\s+quarter\b{_OF_YEAR}",
    "numbered quarter": rf"(?:quarter\s+|Q)(?P<roman>iv|i{{1,3}}|[1-4])\b{_OF_YEAR}",
    # this year · last year · the whole year
    "year word": (
        r"(?:(?:this|(?P<shift>last|next)|the\s+(?:whole|entire|full|(?P<other>previous|coming|following))|the)"
        r"\s+year)\b(?!\s+of)"
    ),
    # to date · now
    "now": r"(?:up\s+to\s+(?:now|date)|to\s+date|until\s+now|so\s+far|at\s+present|currently|at\s+this\s+time|now)\b",
    # 2025, but not 1992 million VND
    "year": rf"{_Y}{_END}(?!-\w|\s*(?:million|billion|trillion|thousand|VN[DĐ]|dong|%)\b)",
}
_PATTERNS = {form: re.compile(pattern, re.IGNORECASE) for form, pattern in _FORMS.items()}
_NAMES = tuple(_FORMS)
# how every form begins: what is tried first, since most words and numbers begin none. A set of letters is left at once
_BEGINS = (
    r"\d(?:\d?(?:(?:[/.-]\d\d?[/.-]|/)[12]|(?i:st|nd|rd|th)?\s+(?:(?i:of\s+)?[JFMASOND]|[Qq]))|(?<=[12])[90]\d\d)"
    rf"|[JFMASOND](?:{'|'.join(month[1:3] for month in MONTHS)})"
    r"|[Tt](?:[Hh](?i:e\s+(?:whole|entire|full|previous|coming|following|year|new|current|next|last)|is\s|ird\s)"
    r"|[Oo](?i:\s+date))"
    r"|[IiOoDd](?:[Nn]|[Vv](?i:er)|[Uu](?i:ring))\s+(?i:(?:the\s+|these\s+)?(?:same\s+|past\s+)?(?:\d\d?|[a-z]+)\s+months)"
    r"|[AaCcFfLlNnQqSsUu](?:[Aa](?i:st\s)|[Cc](?i:hool\s|ademic\s)|[Ee](?i:cond\s|xt\s)|[Ii](?i:rst\s)|[Nn](?i:til\s)"
    r"|[Oo](?i:urth\s|ming\s|w\b|\s+far)|[Pp](?i:\s+to)|[Tt](?i:\s+(?:present|this))|[Uu](?i:arter\s|rrently)|\d)"
)
_BEGIN = re.compile(rf"[^\w/.,-](?={_BEGINS})")
_ANY = re.compile(
    "|".join("(" + re.sub(r"\(\?P<\w+>", "(?:", pattern) + ")" for pattern in _FORMS.values()), re.IGNORECASE
)
_FIRST = re.compile(f"(?={_BEGINS})(?:{_ANY.pattern})", re.IGNORECASE)  # before a text's first character stands none
# the same at a place of which only the word is known
_HERE = re.compile(rf"(?<![\w/.,-])(?={_BEGINS})(?i:{_ANY.pattern})")
# "HAI PHONG, July 8, 2025 - …" · "Hanoi, July 8 (VNA) – …": where and when it was reported
_DATELINE = re.compile(r"(?:[A-ZĐ][\w'’.]*+\s*){1,5},\s*")
_DATELINE_BEHIND = re.compile(r"\s*(?:\([^)]{1,60}\)\s*)?[-–—]\s")


class Atom(NamedTuple):
    """A date or stretch of time as printed; what the text leaves out is None, and filled in from what stands around."""

    span: Span
    form: str
    year: int | None
    until: int | None
    months: tuple[int, int]
    day: int | None
    shift: int

    def interval(self, year: int | None, today: date | None) -> Period:
        """The first and last day, with a year where none is printed, and the day of publication for "now"."""
        if self.form == "now":
            return Period(None, today)
        if self.form == "this school year":
            year = today.year - (today.month < _SCHOOL_BEGINS) if today else None
        year = self.year or (year and year + self.shift)
        if year is None:
            return UNKNOWN_PERIOD
        if "school" in self.form:
            return Period(date(year, 9, 1), date(self.until or year + 1, 5, 31))
        first, last = self.months
        if self.day:
            day = date(year, first, min(self.day, monthrange(year, first)[1]))
            return Period(day, day)
        end = max(year, self.until or year)
        return Period(date(year, first, 1), date(end, last, monthrange(end, last)[1]))


def atoms(text: str, start: int, end: int) -> Iterator[Atom]:
    """Every date and stretch of time between two offsets."""
    begins = (begin.end() for begin in _BEGIN.finditer(text, max(0, start - 1), end))
    return atoms_at(text, begins if start else chain((0,), begins), end)


def atoms_at(text: str, places: Iterable[int], end: int) -> Iterator[Atom]:
    """The same, where it is known at which places, in text order, one may begin."""
    behind = 0  # the last one
    for place in places:
        match = (_HERE if place else _FIRST).match(text, place, end) if place >= behind else None
        if match:
            behind = match.end()
            atom = _atom(text, match, end)
            if atom is not None:
                yield atom


def places_of_dates(words: Words, numbers: Iterable[tuple[int, int]]) -> Sequence[int]:
    """Where in a text a date may begin: at a run of digits that is a day, a month or a year, and at some words."""
    places = [start for start, end in numbers if end - start in _DIGITS]
    begins, inside = _words_of_dates()
    places += [words.starts[word.start()] for word in begins.finditer(words.written)]
    for word in inside.finditer(words.written):
        places += range(*words.span(word.start()))
    return sorted(places)


@cache
def _words_of_dates() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The words of a written text that begin a date, and those that may hold one: a space behind a mark was lost."""
    characters, numbers = lexicon().characters, lexicon().numbers
    ways = [f"(?<=[{characters(FIRST_WORDS - SECOND_WORDS.keys())}])"]
    for first, second in SECOND_WORDS.items():
        ways.append(f"(?<={characters((first,))})(?=[{characters(second)}{numbers}])")
    begins = re.compile(f"[{characters(FIRST_WORDS)}](?:{'|'.join(ways)})")
    return begins, re.compile(f"[{lexicon().with_apostrophe}]")


def is_dateline(text: str, before: str, atom: Atom) -> bool:
    """Whether a date, with `before` as all that stands before it in its sentence, heads a report."""
    return _DATELINE.fullmatch(before) is not None and _DATELINE_BEHIND.match(text, atom.span.end) is not None


def _atom(text: str, begun: re.Match[str], end: int) -> Atom | None:
    form = _NAMES[(begun.lastindex or 1) - 1]
    match = _PATTERNS[form].match(text, begun.start(), end)
    parts = match.groupdict() if match else {}
    day = int(parts["day"]) if parts.get("day") else None
    months = _months(form, parts)
    if match is None or months is None or (day is not None and not 1 <= day <= 31):
        return None
    return Atom(
        span=Span(*match.span()),
        form=form,
        year=int(parts["year"]) if parts.get("year") else None,
        until=int(parts["until"]) if parts.get("until") else None,
        months=months,
        day=day,
        shift=_SHIFT.get((parts.get("shift") or parts.get("other") or "").lower(), 0),
    )


def _months(form: str, parts: dict[str, str | None]) -> tuple[int, int] | None:
    """The first and last month meant; None when the form names a month that does not exist."""
    if parts.get("month"):
        printed = str(parts["month"])
        month = int(printed) if printed.isdigit() else _MONTH_NUMBER[printed[:3]]
        return (month, month) if 1 <= month <= 12 else None
    if parts.get("count"):
        count = str(parts["count"]).lower()
        last = (int(count) if count.isdigit() else COUNTS[count]) * (3 if form == "first quarters" else 1)
        return (1, last) if 1 <= last <= 12 else None
    rank = str(parts.get("rank") or "").lower()
    if form == "half":
        return (1, 6) if rank == "first" else (7, 12)
    if "quarter" in form:
        roman = str(parts.get("roman") or "").lower()
        quarter = _RANK.get(rank) or _ROMAN.get(roman) or int(roman)
        return 3 * quarter - 2, 3 * quarter
    return 1, 12
