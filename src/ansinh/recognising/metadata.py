"""What a page says of itself: publisher, day, address, place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from datetime import date
from functools import cache
from itertools import islice, takewhile

from ansinh.model import Span
from ansinh.namespaces import slug
from ansinh.reading.page import Page
from ansinh.recognising.dates import atoms, is_dateline
from ansinh.vocabulary import Concept, concepts

_SOURCE = re.compile(r"(?m)^\s*(?:Source|Nguồn|Link)\s*:\s*(https?://[^\s<>\"]+)|^\s*(https?://[^\s<>\"]+)\s*$")
_COPYRIGHT = re.compile(
    r"(?:Copyright|©)[\s©\d–-]*(?:by\s+)?(?:the\s+)?(?P<name>[A-ZĐ][^\r\n.|]{3,80}?)(?:\s+-\s+[A-Z]+)?\s*(?:[\r\n.|]|$)"
)
_DOUBLED = re.compile(r"^(?P<name>\D{3,60}?)(?P=name)\s*\d")
# "Việt NamViệt Nam27/02/2025": a date without a space before it
_GLUED_DATE = re.compile(r"(?<=\D)\d{1,2}/\d{1,2}/\d{4}$")
_NAMED_MEDIA = re.compile(
    r"(?!(?:Answering|Telling|Talking|Speaking)\b)(?:[A-ZĐ][\w'’]+[ \t]+){1,4}"
    r"(?:Online\s+)?(?:Newspaper|Portal|News\s+Agency|Magazine)\b"
)
_MEDIA = ("Newspaper", "Portal", "Agency", "Magazine")
_LINE_PARTS = re.compile(r"\s*[|•·»]\s*")
_DATE_BEHIND = re.compile(
    r"[\s,–-]*\b(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b).*$"
)
_DIGIT = re.compile(r"\d")  # without one there is no full date
_LONGEST_NAME = 50
_SHORT_KEY = 5
_LONGEST_DATELINE = 120
_LONGEST_DAY = 60  # a line below the headline that tells the day, and perhaps the author
_EXAMPLES = 3
_OWN_BULLETIN = re.compile(r"\b(?:bulletin|newsletter)\b", re.IGNORECASE)
_TOP = 8  # lines at the head of a page that may tell its publisher and day
_VIETNAMESE_DAY = re.compile(r"(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s+năm|,)?\s+(\d{4})", re.IGNORECASE)
# letters with a horn, a hook below or two marks, and đ: no other language of the news has them
_LETTERS = "ăđơưắằẳẵặấầẩẫậếềểễệốồổỗộớờởỡợứừửữựạẹịọụỵảẻỉỏủỷẽĩũỹ"
_VIETNAMESE = re.compile(f"[{_LETTERS}{_LETTERS.upper()}]")
_VIETNAMESE_SHARE = 20
_HEADLINE_WORDS = 3


def language(text: str) -> str:
    """The language of a text: "vi" where one letter in twenty or more is one that only Vietnamese has, else "en"."""
    found = 0 if text.isascii() else len(_VIETNAMESE.findall(text))
    others = next(islice(filter(str.isalpha, text), found * _VIETNAMESE_SHARE, None), None)  # reads no further
    return "vi" if found and others is None else "en"


def headline(page: Page) -> Span | None:
    """The headline: the longest line before the first paragraph that is no furniture; None where there is none."""
    head = set(_head(page))
    lines = [line for line in page.lines if line.kind != "furniture" and line.span in head]
    lines = [line for line in lines if len(page.text[line.span.start : line.span.end].split()) >= _HEADLINE_WORDS]
    headings = [line.span for line in lines if line.kind == "heading"] or [line.span for line in lines]
    return max(headings, key=lambda span: (span.end - span.start, -span.start)) if headings else None


def source(page: Page) -> str | None:
    """The address that the page gives as its own."""
    match = _SOURCE.search(page.text) if "http" in page.text else None
    return (match[1] or match[2]) if match else None


def issued(page: Page) -> date | None:
    """The day of publication: a full date among the lines at the head of the page, or in the dateline."""
    for line in _head(page):
        if not _DIGIT.search(page.text, *line):
            continue
        printed = page.text[line.start : line.end]
        glued = _GLUED_DATE.search(printed)
        told = [*atoms(page.text, *line)]
        told += atoms(glued.group(), 0, len(glued.group())) if glued else ()
        for atom in told:
            if atom.day and atom.year:
                return atom.interval(None, None).last
    return reported(page)


def reported(page: Page) -> date | None:
    """The day in the dateline of the first sentence, where it is a full date."""
    for sentence in page.sentences[:1]:
        start, end = sentence.span.start, min(sentence.span.end, sentence.span.start + _LONGEST_DATELINE)
        for atom in atoms(page.text, start, end) if _DIGIT.search(page.text, start, end) else ():
            if atom.day and atom.year and is_dateline(page.text, page.text[start : atom.span.start], atom):
                return atom.interval(None, None).last
    return None


def _head(page: Page) -> Iterable[Span]:
    """The lines before the first paragraph, behind the front matter."""
    lines = page.lines if page.start == 0 else [line for line in page.lines if line.span.start >= page.start]
    for line in lines[:_TOP]:
        if line.kind == "body" and line.span.end - line.span.start > 120:
            return
        yield line.span


def publisher(page: Page) -> str | None:
    """Who publishes the page, where it says so."""
    head = [page.text[span.start : span.end] for span in _head(page)]
    doubled = next((m["name"] for m in map(_DOUBLED.match, head) if m and m["name"] not in _place_names()), None)
    owner = None if doubled else _owner(page.text)
    bulletin = head[0] if len(head) > 1 and _OWN_BULLETIN.search(head[1]) else None
    found = doubled or (owner and owner["name"].strip()) or bulletin
    found = found or next((name for span in _head(page) if (name := _media_name(page, span))), None)
    if not found:
        named = _media(page.text)
        found = named and named.group()
    return " ".join(found.split()).removeprefix("The ") if found else None


def issued_around(text: str, title: str | None) -> date | None:
    """The day of publication by what a page prints below its headline, before the first paragraph."""
    if title is None or f"\n{title}\n" not in f"\n{text}\n":
        return None
    below = f"{text}\n".partition(f"{title}\n")[2].split("\n", _TOP)[:_TOP]
    for line in takewhile(lambda line: len(line) <= _LONGEST_DAY, below):
        if spelt := _VIETNAMESE_DAY.search(line):
            line = "/".join(spelt.groups())  # noqa: PLW2901 - the same day, in numbers
        for atom in atoms(line, 0, len(line)):
            if atom.day and atom.year:
                return atom.interval(None, None).last
    return None


def publisher_around(text: str) -> str | None:
    """Who publishes a page by what stands round its article: the owner of the rights, or the name of a paper."""
    found = _owner(text) or _media(text)
    name = (found.groupdict().get("name") or found.group()) if found else ""
    return " ".join(name.split()).removeprefix("The ") or None


def _owner(text: str) -> re.Match[str] | None:
    return _COPYRIGHT.search(text) if "©" in text or "Copyright" in text else None


def _media(text: str) -> re.Match[str] | None:
    return _NAMED_MEDIA.search(text) if any(noun in text for noun in _MEDIA) else None


@cache
def _place_keys() -> Sequence[tuple[str, Concept]]:
    """The names of places as an address has them: "sonla"; short ones stand in too many words."""
    keys = ((slug(concept.label).replace("-", ""), concept) for concept in concepts("place").values())
    return [(key, concept) for key, concept in keys if len(key) > _SHORT_KEY]


@cache
def _place_names() -> Set[str | None]:
    return {name for concept in concepts("place").values() for name in (concept.label, concept.label_vi)}


def _media_name(page: Page, span: Span) -> str | None:
    """The part of a short line that names a paper: "Van Truong | LAO DONG NEWSPAPER | 18/12/2024 14:06 (GMT+7)"."""
    named = page.hits["media"].within(*span)
    start = span.start
    for part in _LINE_PARTS.split(page.text[span.start : span.end]):
        start = page.text.index(part, start)
        name = _DATE_BEHIND.sub("", part).strip()
        short = 0 < len(name) < _LONGEST_NAME and name[-1] not in ".!?:" and " " in name
        if short and any(start <= hit.start < start + len(name) for hit in named):
            return name
        start += len(part)
    return None


def place(page: Page, address: str | None, day: date | None) -> str | None:
    """The province that the article is about: the one named most, in the text and in its address."""
    named: Counter[str] = Counter()
    for notations, times in Counter(hit.notations for hit in page.hits["place"]).items():
        named[of_era(notations, day)] += times
    host = slug(re.sub(r"^https?://([^/]*).*", r"\1", address or "")).replace("-", "")
    for key, concept in _place_keys() if host else ():
        if key in host and _in_era(concept, day):
            named[concept.notation] += 1
    country = named.pop("VN", 0) + len(page.hits["place cue"])
    most = max(named, key=lambda n: (named[n], n), default=None)
    # several provinces of which none stands out beside the country are examples
    examples = (
        len(named) >= _EXAMPLES and (3 * named[most] <= named.total() or country >= named[most]) if most else False
    )
    return "VN" if examples and country else most


def of_era(notations: Sequence[str], day: date | None) -> str:
    """Of the units that share a name, the one of the article's day."""
    return next((n for n in notations if _in_era(concepts("place")[n], day)), notations[0])


def _in_era(concept: Concept, day: date | None) -> bool:
    start, end = concept.link("eraStart"), concept.link("eraEnd")
    today = (day or date.min).isoformat()
    return (start is None or start <= today) and (end is None or today <= end)
