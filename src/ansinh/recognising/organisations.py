"""The organisations and the holders of office that a page names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ansinh.lexicon import Hit
from ansinh.model import Span
from ansinh.namespaces import fold
from ansinh.reading.page import Page
from ansinh.vocabulary import concepts

_NAME = r"[A-ZĐ][\w'’]*"
_LEFT = re.compile(rf"(?:{_NAME}\s+){{1,3}}$")
_AND_NAME = re.compile(rf"\s+and\s+(?P<name>{_NAME})(?!['’])")
_OF_PLACE = re.compile(r"\s+of\s+(?:the\s+)?")
_OF_PROVINCE = re.compile(r"\b(?:Provincial|province|Province|of)\b")
_PROVINCE = re.compile(r"\s+[Pp]rovince\b")
_OF_NAMES = re.compile(
    rf"\s+(?:of|for)\s+(?:the\s+)?(?:former\s+)?{_NAME}(?:(?:\s+(?:and|&|of|for|with)(?:\s+the)?|\s+-)?\s+{_NAME}){{0,6}}"
)
_PERSON_NAME = r"[A-ZĐ][\w’']*(?:\s+[A-ZĐ][\w’']*){1,4}"
_TITLED = re.compile(
    rf"\b(?:Mr|Ms|Mrs|Dr|Comrades?|comrades?)\.?\s+(?P<name>{_PERSON_NAME})\s*(?:,|-|–|\()\s*(?:the\s+|a\s+)?"
)
# "Lieutenant Colonel Tran Quoc Bao": a rank is no part of the name
_RANK = re.compile(
    r"(?:(?:Senior|First|Second|Lieutenant|Colonel|Major|General|Captain|Doctor|Professor|Associate|Master|Meritorious)\s+)+"
)
_NAME_BEHIND = re.compile(rf"\s+(?:(?:Mr|Ms|Mrs|Dr|Comrade)\.?\s+)?(?P<name>{_PERSON_NAME})")
_NAME_BEFORE = re.compile(rf"(?P<name>{_PERSON_NAME})\s*,\s*(?:the\s+)?$")
# an opening quotation mark without its closing one: the name of an application, a movement, a programme
_QUOTED = re.compile(r"(?:^|\s)[\"“][^\"“”]*$")
_WORD = re.compile(r"[^\W\d_]+")
_OF_BODY = re.compile(r"\s+(?:of|in|at)\s+(?:the\s+)?")
# words that open a sentence or stand before a name without being a part of it
_NOT_NAME = frozenset(
    (
        "the on in at by according to from for and under with as of this that its his her a an dear pv mr ms mrs "
        "comrade director"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Organisation:
    """A named organisation: its fullest form, the other forms, its entry in the vocabulary if it has one, and where."""

    name: str
    forms: tuple[str, ...]
    concept: str | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Holder:
    """A person with the office that the text gives them."""

    name: str
    role: str
    organisation: Span | None
    spans: tuple[Span, ...]


Mention = tuple[Span, str | None]


def organisations(page: Page, named: Sequence[Mention]) -> tuple[Organisation, ...]:
    """Every organisation that is mentioned, once each, in the order of their first mention."""
    grouped: dict[str, tuple[str | None, list[Span]]] = {}
    for span, concept in named:
        concept = concept or _provincial(page, span)  # noqa: PLW2901 - the same mention, recognised
        key = concept or fold(_without_place(page, span))
        grouped.setdefault(key, (concept, []))[1].append(span)
    return tuple(_organisation(page, concept, spans) for concept, spans in grouped.values())


def _organisation(page: Page, concept: str | None, spans: Sequence[Span]) -> Organisation:
    forms = list(dict.fromkeys(" ".join(page.text[s.start : s.end].split()) for s in spans))
    name = max(forms, key=lambda form: (len(form.split()), len(form), -forms.index(form)))
    return Organisation(name, tuple(f for f in forms if f != name), concept, tuple(spans))


def mentions(page: Page) -> Iterator[Mention]:
    """Every mention of an organisation in the body: its span and its entry in the vocabulary."""
    covered = -1
    known = ((hit.start, -hit.end, 0, hit) for hit in page.hits["agency"])
    heads = ((hit.start, -hit.end, 1, hit) for hit in page.hits["organisation"])
    for *_, merely_head, hit in sorted([*known, *heads]):  # the longest first, a known one before what may be one
        concept = None if merely_head else hit.notation
        if hit.start < covered or page.sentence_at(hit.start) is None or not _capital(page, hit):
            continue
        span = _longer(page, hit) if concept else None
        concept = None if span else concept  # a longer name is another body
        span = span or (_known_span(page, hit) if concept else _pattern_span(page, hit))
        if span is not None and span.end > covered:
            covered = span.end
            yield span, concept or _known_inside(page, span)


def _capital(page: Page, hit: Hit) -> bool:
    """Whether half of the longer words have a capital: "Government", "provincial Social Insurance agency"."""
    printed = page.text[hit.start : hit.end]
    if printed.islower():
        return False
    capitals = [word[0].isupper() for word in _WORD.findall(printed) if len(word) > 3]
    return bool(capitals) and sum(capitals) * 2 >= len(capitals)


def _known_span(page: Page, hit: Hit) -> Span:
    """The hit with its place: "Son La Provincial Party Committee", "People's Committee of Son La Province"."""
    start, end = hit.start, hit.end
    places = page.hits["place"]
    before = places.ending(start, page.text)
    if before is not None:
        start = before.start
    of = _OF_PLACE.match(page.text, end)
    behind = places.starting(of.end(), page.text) if of else None
    if behind is not None:
        end = behind.end
        province = _PROVINCE.match(page.text, end)
        end = province.end() if province else end
    return Span(start, end)


def _longer(page: Page, hit: Hit) -> Span | None:
    """A name that goes on behind a known one: "Department of Home Affairs and Labor" is another body."""
    match = _AND_NAME.match(page.text, hit.end)
    if match is None or " of " not in page.text[hit.start : hit.end]:
        return None
    other = any(
        page.hits[role].within(match.start("name"), match.end("name") + 40)
        for role in ("agency", "organisation", "office")
    )
    return None if other else Span(hit.start, match.end())


def _pattern_span(page: Page, hit: Hit) -> Span | None:
    """A capitalised name around a noun that names organisations: "Provincial Enterprise Association of Son La"."""
    start, end = hit.start, hit.end
    if (
        not page.text[start].isupper()
        or _plural(page.text[hit.start : end])
        or _QUOTED.search(page.text, max(0, start - 40), start)
    ):
        return None
    sentence = page.sentence_at(start)
    left = _LEFT.search(page.text, max(sentence.span.start if sentence else 0, start - 60), start)
    if left:
        words = left.group().split()
        while words and fold(words[0]) in _NOT_NAME:
            words.pop(0)
        start -= len(left.group()) - left.group().find(words[0]) if words else 0
    right = _OF_NAMES.match(page.text, end)
    if right and not any(h.end == right.end() for h in page.hits["organisation"].within(end, right.end())):
        end = right.end()
    return Span(start, end) if (start, end) != (hit.start, hit.end) else None


def _plural(noun: str) -> bool:
    """ "Steering Committees": a class of bodies, not one with a name of its own."""
    return noun.endswith("s") and not noun.endswith(("ss", "us"))


def _known_inside(page: Page, span: Span) -> str | None:
    """A longer name may hold a known one only when both have the same head: not the office of a committee."""
    for hit in page.hits["agency"].within(*span):
        if hit.end == span.end and page.hits["place"].within(span.start, hit.start):
            return hit.notation
    return None


@cache
def _known_names() -> Mapping[str, str]:
    return {fold(name): concept.notation for concept in concepts("agency").values() for name in concept.names}


def _provincial(page: Page, span: Span) -> str | None:
    """ "Son La Social Insurance" is the provincial one of a province."""
    if not page.hits["place"].within(*span):
        return None
    return _known_names().get(fold(f"Provincial {_without_place(page, span)}"))


def _without_place(page: Page, span: Span) -> str:
    text = page.text[span.start : span.end]
    for hit in page.hits["place"].within(*span):
        text = text.replace(page.text[hit.start : hit.end], "")
    return _OF_PROVINCE.sub("", text)


def holders(page: Page, named: Sequence[Mention]) -> tuple[Holder, ...]:
    """The holders of an office: "Mr. Hoang Quang Phong - Vice Chairman of …", "Director Nguyen Huu Trong"."""
    found: dict[str, tuple[str, Span | None, list[Span]]] = {}
    for hit in page.hits["office"]:
        if page.sentence_at(hit.start) is None or not page.text[hit.start].isupper():
            continue
        name = _named(page, hit)
        if name is not None:
            rank = _RANK.match(page.text, *name)
            name = Span(rank.end(), name.end) if rank else name
            printed = page.text[name.start : name.end]
            role = page.text[hit.start : hit.end]
            if printed not in found:
                found[printed] = (role, _body(page, hit, named), [name])
            elif not found[printed][0].startswith(role):
                found[printed][2].append(name)
    return tuple(Holder(name, role, body, tuple(spans)) for name, (role, body, spans) in found.items())


def _named(page: Page, hit: Hit) -> Span | None:
    sentence = page.sentence_at(hit.start)
    floor = sentence.span.start if sentence else 0
    for match in _TITLED.finditer(page.text, max(floor, hit.start - 70), hit.start):
        if match.end() == hit.start:
            return Span(*match.span("name"))
    before = _NAME_BEFORE.search(page.text, max(floor, hit.start - 60), hit.start)
    if before and not _is_name_of_body(page, Span(*before.span("name"))):
        return _trimmed(page, Span(*before.span("name")))
    behind = _NAME_BEHIND.match(page.text, hit.end)
    if behind and not _is_name_of_body(page, Span(*behind.span("name"))):
        return _trimmed(page, Span(*behind.span("name")))
    return None


def _trimmed(page: Page, name: Span) -> Span | None:
    words = page.text[name.start : name.end].split()
    kept = [w for w in words if fold(w) not in _NOT_NAME]
    if len(kept) < 2 or kept != words[-len(kept) :]:
        return None
    return Span(
        name.end - len(page.text[name.start : name.end]) + page.text[name.start : name.end].find(kept[0]), name.end
    )


def _is_name_of_body(page: Page, span: Span) -> bool:
    roles = ("agency", "organisation", "place", "office", "type", "group", "field", "issuer")
    return any(
        h.start < span.end and h.end > span.start
        for role in roles
        for h in page.hits[role].within(span.start - 30, span.end + 30)
    )


def _body(page: Page, hit: Hit, named: Sequence[Mention]) -> Span | None:
    """The organisation that an office belongs to: the one named right behind it."""
    match = _OF_BODY.match(page.text, hit.end)
    if match is None:
        return None
    index = bisect_left(named, match.end(), key=lambda mention: mention[0].start)
    return named[index][0] if index < len(named) and named[index][0].start == match.end() else None
