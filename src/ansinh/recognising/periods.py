"""What stretch of time the text speaks of, and in which role: a stretch, a moment, a beginning, or a mere baseline."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from ansinh.model import Period, Span
from ansinh.reading.page import Page
from ansinh.reading.sentences import Sentence
from ansinh.recognising.dates import Atom, atoms_at, is_dateline, places_of_dates

# during: a stretch · until: a state at its last day · from: from its first day on
# baseline: what a change is compared with · target: the year of a plan · aside: a deadline, an event, a birth
Role = Literal["during", "until", "from", "baseline", "target", "aside"]

# in small letters, as all patterns here that do not mind the case
_ROLES: tuple[tuple[Role, str], ...] = (
    # "compared to the same period of 2023", "1,204 fewer than at the end of 2024", "double the amount of 2023"
    (
        "baseline",
        (
            r"(?:\d+%?\)?|vn[dđ]\)?|people|points?|households)\s+over|compar\w+\s+(?:to|with)(?:\s+the\s+(?:same\s+period|average|year|figure|number))?(?:\s+(?:of|in|at))?"
            r"|same\s+(?:period|months?|quarter|time|days)(?:\s+(?:of|in|last))?|(?:level|figure|as)\s+(?:of|in|at)(?<!as\sof)(?<!as\sat)|than(?:\s+(?:at|in|on|for|by))?|amount\s+(?:of|in)|against"
        ),
    ),
    # a deadline, a feast, a birth
    (
        "aside",
        (
            r"deadline[^.;]{0,40}|born\s+in|retired?\s+before"
            r"|(?:days?|festival|holiday|revolution|new\s+year|tet|anniversary)\W*"
        ),
    ),
    ("target", r"(?:plan|plans|target|targets|estimate|task|tasks)\s+(?:\w+\s+){0,2}(?:in|for|of)"),
    (
        "from",
        (
            r"since|from|starting(?:\s+(?:from|on|in))?|effective(?:\s+from)?|(?:takes?|took)\s+effect\s+(?:from|on|in)"
            r"|begin\s+in|as\s+from"
        ),
    ),
    ("until", r"as\s+of|as\s+at|by|until|till|up\s+to|before|no\s+later\s+than|prior\s+to|at|to|through|on"),
    ("during", r"in|during|for|throughout|over|within|of|period|phase|stage|term"),
)
_SUMMING_UP = 3  # the last month in which the press sums up the year before
_BEFORE_LONGEST = 60  # characters before a date in which its preposition stands
_EDGE = r"\s*(?:the\s+)?(?:(?:end|beginning|start|close|whole)\s+of\s+|late\s+|early\s+|mid-)?(?:the\s+)?$"
# what stands before words that give a role; the number of the group is that of the role
_BEFORE = re.compile(rf"\W(?={'|'.join(rf'((?:{words}){_EDGE})' for _, words in _ROLES)})")
_END_OF = re.compile(r"\bend\s+of\s+(?:the\s+)?$")
_BEGINNING_OF = re.compile(r"\b(?:beginning|start)\s+of\s+(?:the\s+)?$")
_FROM = re.compile(r"\b(?:from|between|since)\s+(?:the\s+)?(?:(?:end|beginning)\s+of\s+)?$")
_TO = re.compile(r"\s*(?:to|until|till|up\s+to|and|through|-|–)\s*(?:the\s+)?(?:end\s+of\s+)?")
_IN = re.compile(r"\bin\s+(?:the\s+)?$")
_AND = re.compile(r"\s+and\s+(?:in\s+)?(?:the\s+)?")
_DIGIT = re.compile(r"\d")
_DAY_BEHIND = re.compile(r"\s+(?:Revolution|Day|Festival|Holiday)\b")
# an earlier level with its own date: "from 9.19% at the end of 2023", "compared with 2.31% in 2022"
LEVEL_BEFORE = re.compile(
    r"[fwt](?<!\w.)(?:rom|ith|han)\s+(?:VN[DĐ]\s*)?[\d.,]+\s*(?:%|\w+)?\s*(?:(?:at|in|by|on)\s+)?(?:the\s+)?(?:end\s+of\s+)?$"
)
_PLAN_BEHIND = re.compile(r"(?:['’]s)?\s+(?:yearly\s+|annual\s+)?(?:plan|target|estimate|quota)\b")


class Time(NamedTuple):
    """A stretch of time that the text speaks of. `span` is the date itself, `start` where its preposition begins."""

    span: Span
    start: int
    period: Period
    role: Role
    since_year_began: bool = False


def times(page: Page, claimed: bytearray, issued: date | None) -> tuple[Time, ...]:
    """Every time expression of the body, in text order; years that the text leaves out are those named before it."""
    found: list[Time] = []
    places = places_of_dates(page.words, page.numbers)
    printed: list[tuple[Sentence, Sequence[Atom]]] = []
    for sentence in page.sentences:
        start, end = sentence.span
        here = [p for p in places[bisect_left(places, start) : bisect_left(places, end)] if not claimed[p]]
        read = [a for a in atoms_at(page.text, here, end) if claimed.find(1, *a.span) < 0] if here else ()
        if read:
            printed.append((sentence, read))
    usual = _usual_year((atom for _, told in printed for atom in told), issued)
    year, paragraph = usual, -1
    for sentence, told in printed:
        if sentence.paragraph != paragraph:
            year, paragraph = usual, sentence.paragraph
        for time, named in _in_sentence(page, sentence.span, told, (year, usual), issued):
            found.append(time)
            if named is not None and time.role in ("during", "until", "from") and not (issued and named > issued.year):
                year = named
    return tuple(found)


def _usual_year(printed: Iterable[Atom], issued: date | None) -> int | None:
    """The year that the article speaks of: that of publication, or the one it names most, the latest of equals.

    What is published in the first months of a year may sum up the year before.
    """
    if issued and issued.month > _SUMMING_UP:
        return issued.year
    named = Counter(atom.until or atom.year for atom in printed if atom.year)
    most = max(named, key=lambda y: (named[y], y)) if named else None
    return most if not issued or most == issued.year - 1 else issued.year


def _in_sentence(
    page: Page, sentence: Span, here: Sequence[Atom], years: tuple[int | None, int | None], issued: date | None
) -> Iterator[tuple[Time, int | None]]:
    """Each time with the year that it names; "this year" and "last year" are told from the article's usual year."""
    skip = False
    year, usual = years
    for i, atom in enumerate(here):
        if skip:
            skip = False
            continue
        before = Span(max(sentence.start, atom.span.start - _BEFORE_LONGEST), atom.span.start)
        said = page.lower[before.start : before.end]
        following = here[i + 1] if i + 1 < len(here) else None
        if following and _reaches(page, atom, following, said, (year, issued)):
            skip = True
            begins_late = _END_OF.search(said) is not None
            yield _stretch(atom, following, begins_late, year, issued), following.year or atom.year
            continue
        of_the_year = "year" in atom.form or page.text.endswith("year", *atom.span)
        time = _time(page, atom, said, usual if of_the_year and not atom.year else year, issued)
        of_level = atom.year and LEVEL_BEFORE.search(page.text[before.start : before.end])
        named = None if atom.until or of_level else atom.year
        yield time, named
        if named and time.role != "baseline":
            year = named


def _reaches(page: Page, atom: Atom, following: Atom, before: str, known: tuple[int | None, date | None]) -> bool:
    """Whether two dates bound one stretch: "from … to …", "since … until now", "in 2023 and the first half of 2024"."""
    between = page.lower[atom.span.end : following.span.start]
    if _FROM.search(before):
        return _TO.fullmatch(between) is not None or (following.form == "now" and not between.strip())
    end, start = atom.interval(*known).last, following.interval(*known).first
    joined = _IN.search(before) is not None and _AND.fullmatch(between) is not None
    return joined and end is not None and start is not None and (start - end).days == 1


def _stretch(first: Atom, last: Atom, begins_late: bool, year: int | None, issued: date | None) -> Time:
    """A stretch between two dates: "from October to December 2024", "From 2023 to now"."""
    end = last.interval(year, issued)
    begin = first._replace(year=first.year or last.year).interval(year, issued)
    start = begin.last if begins_late else begin.first
    return Time(Span(first.span.start, last.span.end), first.span.start - 5, Period(start, end.last), "during")


def _time(page: Page, atom: Atom, before: str, year: int | None, issued: date | None) -> Time:
    role, start = _role(page, atom, before)
    interval = atom.interval(year, issued)
    past = role == "during" and not atom.year and atom.shift <= 0
    if past and issued and year and interval.first and interval.first > issued:
        interval = atom.interval(year - 1, issued)  # told of as past: "the earthquake of July 28"
    began = role == "from" and _BEGINNING_OF.search(before) is not None
    if began and len(before) < _BEFORE_LONGEST and not _DIGIT.search(before):  # it opens the sentence and governs it
        return Time(atom.span, start, Period(interval.first, issued), "during")
    if role == "until" and _BEGINNING_OF.search(before):
        interval = Period(None, interval.first)
    period = {"until": Period(None, interval.last), "from": Period(interval.first, None)}.get(role, interval)
    return Time(atom.span, start, period, role, began)


def _role(page: Page, atom: Atom, before: str) -> tuple[Role, int]:
    printed = page.text[atom.span.start - len(before) : atom.span.start]
    if is_dateline(page.text, printed, atom) or _DAY_BEHIND.match(page.text, atom.span.end):
        return "aside", atom.span.start
    if _PLAN_BEHIND.match(page.lower, atom.span.end):
        return "target", atom.span.start
    told = min(_BEFORE.finditer(f" {before}"), key=lambda match: match.lastindex or 0, default=None)
    if told is None:
        until = atom.form == "now" or _END_OF.search(before) is not None
        return ("until" if until else "during"), atom.span.start
    index = told.lastindex or 0
    role, words, start = _ROLES[index - 1][0], told[index], atom.span.start - len(before) + told.start()
    if role == "during" and _END_OF.search(before):
        return "until", start
    if role == "until" and atom.form == "year" and words.startswith(("before", "until", "till")):
        return "aside", start
    if role == "until" and not atom.day and words.split()[0] in ("on", "at", "to") and not _END_OF.search(before):
        return "aside", start
    return role, start
