"""Mentions of numbered legal documents, with the date and the issuer that the text gives them.

The forms of the numbers follow Law 80/2015/QH13 art. 10, Decree 30/2020/ND-CP art. 8 and Annex III, and the Party's
guideline 36-HD/VPTW.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import date
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from ansinh.lexicon import Hit
from ansinh.model import Span
from ansinh.reading.page import Page
from ansinh.recognising.dates import atoms, atoms_at
from ansinh.vocabulary import concepts

_PART = r"[A-ZĐ][A-Za-zĐđ]{0,11}\d{0,2}"
# 41/2024/QH15 · 35/2024/NQ-HDND · 2134/KH-UBND · 217-KH/TU · 1126/SYT-BTXH
_CODE = re.compile(rf"(?:(?<![\w/.,-])|(?<=No\.))\d{{1,5}}(?:/(?:19|20)\d\d)?(?:\s?[/-]\s?{_PART}){{1,5}}(?![\w%])")
# Resolution No. 42 · Resolution 18
_BARE = re.compile(r"\s*(?P<no>No\.?\s*|[Nn]umber\s+)?(?P<number>\d{1,4})(?![\w%]|[,./-]\d|\s?/)")
_BETWEEN_TYPE_AND_CODE = re.compile(
    r"(?:\s+(?:on|of)\s+(?:the\s+)?[^,.;:()\d]{2,70}?)?\s*(?:Nos?\.?|[Nn]umber(?:ed)?)?:?\s*"
)
_DATED = re.compile(
    r",?\s*\(?(?:dated|of|issued(?:\s+on)?|signed(?:\s+on)?|on"
    r"|(?:which\s+was\s+)?(?:passed|adopted|issued|signed)\s+by\s+the\s+[^.,;()\d]{3,60}?\s+on)\s+(?=[A-Z\d])"
)
_OF = re.compile(r"[\s,)]*(?:of|by|from|issued\s+by)\s+(?:the\s+)?(?:[A-ZĐ][\w'’]*\s+){0,4}")
_ISSUES = re.compile(
    r"\s+(?:(?:has|have|had|also|to|then|just|today)\s+){0,3}(?:issued?|issuing|pass(?:ed)?|promulgated?|adopt(?:ed)?|approved?|sign(?:ed)?|sent|send)\b"
)
_ISSUING = ("issu", "pass", "promulgat", "adopt", "approv", "sign", "sen")
_ISSUES_THE = re.compile(_ISSUES.pattern + r"\s+(?:the\s+)?$")
_NUMBER_SIGN = re.compile(r"Nos?\.?\s*$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_IN_NUMBER = re.compile(rf"/({_YEAR.pattern})/")
_FAMILY = re.compile(r"([BS])[A-Z]{1,7}")
_JOINED = re.compile(r"[\s,;]*(?:and|or|&)?\s*(?:the\s+)?")
# types whose bare number needs no "No.": "Resolution 18", but not "Plan 4" or "Project 4"
_APPROVED = "programme"
_NUMBERED_ALONE = frozenset({"resolution", "directive", "decree", "conclusion", "decision", "circular"})


class Mention(NamedTuple):
    """A numbered document as printed; `claimed` ends behind the date that belongs to it."""

    span: Span
    type: str
    number: str
    issued: date | None
    issuer: str | None
    claimed: int


def citations(page: Page) -> tuple[Mention, ...]:
    """The numbered documents that a page mentions, in text order; headings and furniture are left alone."""
    codes = [m for m in (_coded(page, match) for match in _codes_printed(page)) if m is not None]
    taken = {m.span.start for m in codes}
    approved = {_leading(m.number) for m in codes if m.type == "decision"}
    bare = [m for m in (_bare(page, hit, approved) for hit in page.hits["type"]) if m and m.span.start not in taken]
    found = sorted((m for m in (*codes, *bare) if page.sentence_at(m.span.start)), key=lambda m: m.span)
    dated = [_dated(page, m) for m in found]
    return _told_elsewhere(_issued_by(page, dated))


def _codes_printed(page: Page) -> Iterator[re.Match[str]]:
    """The numbers of documents: each begins with digits, and behind them stands a slash or a hyphen."""
    text, last = page.text, 0
    for start, end in page.numbers:
        behind = text[end : end + 2]
        parted = "/" in behind or "-" in behind
        match = _CODE.match(text, start) if parted and start >= last else None
        if match:
            last = match.end()
            yield match


def _coded(page: Page, match: re.Match[str]) -> Mention | None:
    number = normal(match.group())
    if sum(c.isupper() for c in number) < 2 or (" " in match.group() and not _type_of_code(number)):
        return None
    hit = _type_before(page, match.start())
    kind = hit.notation if hit else _type_of_code(number)
    if kind is None:
        return None
    start = hit.start if hit else _start_of_number_sign(page.text, match.start())
    return Mention(Span(start, match.end()), kind, number, None, None, match.end())


def normal(number: str) -> str:
    """A number with its spaces taken out and Đ written D."""
    return "".join(number.split()).replace("Đ", "D").replace("đ", "d")


def _type_before(page: Page, offset: int) -> Hit | None:
    for hit in reversed(page.hits["type"].within(max(0, offset - 110), offset)):
        between = page.text[hit.end : offset]
        return hit if _BETWEEN_TYPE_AND_CODE.fullmatch(between) else None
    return None


def _start_of_number_sign(text: str, offset: int) -> int:
    sign = _NUMBER_SIGN.search(text[max(0, offset - 6) : offset])
    return offset - len(sign.group()) if sign else offset


def _bare(page: Page, hit: Hit, approved: Set[str]) -> Mention | None:
    match = _BARE.match(page.text, hit.end)
    if not match or not page.text[hit.start].isupper():
        return None
    # "Program 1719" is called by the number of the decision that approved it
    by_decision = hit.notation == _APPROVED and match["number"] in approved
    if not (match["no"] or hit.notation in _NUMBERED_ALONE or by_decision):
        return None
    if _YEAR.fullmatch(match["number"]) and not match["no"]:
        return None
    return Mention(Span(hit.start, match.end()), hit.notation, match["number"], None, None, match.end())


@cache
def _codes(scheme: str) -> Mapping[str, tuple[str, ...]]:
    """The concepts of a scheme by the code that stands for them in a document's number."""
    found: dict[str, tuple[str, ...]] = {}
    for concept in concepts(scheme).values():
        for code in concept.links.get("code", ()):
            found[code.upper()] = (*found.get(code.upper(), ()), concept.notation)
    return found


def parts(number: str) -> tuple[str, ...]:
    """The letters of a number, part by part: 35/2024/NQ-HDND has NQ and HDND, 41/2024/QH15 has QH."""
    return tuple(
        part.rstrip("0123456789").upper() for part in number.replace("-", "/").split("/") if part and not part.isdigit()
    )


def _type_of_code(number: str) -> str | None:
    letters = parts(number)
    if letters and letters[0] in ("QH", "UBTVQH"):
        return "law" if letters[0] == "QH" else "ordinance"
    return next((types[0] for part in letters[:1] if (types := _codes("type").get(part))), None)


def possible_issuers(number: str) -> tuple[str, ...]:
    """The issuers that a number's letters allow, the likeliest first; empty where they do not tell.

    A body's code may be bound to a type ("CT/TW" is the Secretariat's), since TW stands for three bodies.
    """
    letters = parts(number)
    if not letters:
        return ()
    body = letters[-1] if len(letters) > 1 or letters[0] in ("QH", "UBTVQH") else ""
    if letters[0] in _codes("issuer") and letters[0] not in _codes("type"):
        body = letters[0]  # 1126/UBND-VX: an ordinary letter has its issuer first
    both = _codes("issuer").get(f"{letters[0]}/{body}", ())
    return tuple(dict.fromkeys((*both, *_codes("issuer").get(body, ()), *_family(body))))


def _family(body: str) -> tuple[str, ...]:
    """Ministries (B…) and provincial departments (S…) have codes of their own, too many to list."""
    family = _FAMILY.fullmatch(body)
    if family is None:
        return ()
    return ("ministry",) if family[1] == "B" else ("other", "provincial-department")


def _dated(page: Page, mention: Mention) -> Mention:
    match = _DATED.match(page.text, mention.span.end)
    if match:
        atom = next(atoms_at(page.text, (match.end(),), match.end() + 30), None)
        if atom is not None and atom.day and atom.year:
            return mention._replace(issued=atom.interval(None, None).first, claimed=atom.span.end)
    return mention


def _issued_by(page: Page, mentions: Sequence[Mention]) -> list[Mention]:
    """Each mention with its issuer: named after it, after the last of its list, before its verb, or by its letters."""
    found: list[Mention] = []  # backwards
    for mention in reversed(mentions):
        possible = possible_issuers(mention.number)
        stated = _issuer_after(page, mention)
        if stated is None and found and _JOINED.fullmatch(page.text, mention.claimed, found[-1].span.start):
            stated = found[-1].issuer if parts(mention.number)[-1:] == parts(found[-1].number)[-1:] else None
        before, day = _issuing(page, mention) if stated is None else (None, None)
        if before is not None and (before in possible or (not possible and not parts(mention.number))):
            stated = before
            mention = mention._replace(issued=mention.issued or day)  # noqa: PLW2901 - the same mention, completed
        elif before is None and day and not mention.issued:
            mention = mention._replace(issued=day)  # noqa: PLW2901
        found.append(mention._replace(issuer=stated or next(iter(possible), None)))
    return found[::-1]


def _issuer_after(page: Page, mention: Mention) -> str | None:
    match = _OF.match(page.text, mention.claimed)
    if match is None:
        return None
    for hit in page.hits["issuer"].within(mention.claimed, mention.claimed + 120):
        if hit.start > match.end():
            break
        return hit.notation
    return None


def _issuing(page: Page, mention: Mention) -> tuple[str | None, date | None]:
    """Who issues it when a verb of issuing stands before it ("the Council passed Resolution …"), and on which day."""
    sentence = page.sentence_at(mention.span.start)
    if sentence is None:
        return None, None
    for hit in reversed(page.hits["issuer"].within(sentence.span.start, mention.span.start)):
        if _ISSUES.match(page.text, hit.end):
            return hit.notation, _day_before(page, sentence.span.start, hit.start, mention)
    before = page.text[sentence.span.start : mention.span.start]
    verb = _ISSUES_THE.search(before) if any(stem in before for stem in _ISSUING) else None
    if verb:
        return None, _day_before(page, sentence.span.start, sentence.span.start + verb.start(), mention)
    return None, None


def _day_before(page: Page, start: int, end: int, mention: Mention) -> date | None:
    """The day named before the verb, in the year of the number, else in the last year named before."""
    days = [atom for atom in atoms(page.text, start, end) if atom.day]
    verb_is_near = mention.span.start - end < 60
    if not days or not verb_is_near:
        return None
    numbered = _YEAR_IN_NUMBER.search(mention.number)
    year = (
        days[-1].year
        or (int(numbered[1]) if numbered else None)
        or next((a.year for a in reversed(list(atoms(page.text, max(0, start - 4000), start))) if a.year), None)
    )
    return days[-1].interval(year, None).first


def _told_elsewhere(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """A second mention has the date and issuer that the article gives the document elsewhere, if it gives only one."""
    full = full_mentions(mentions)
    told: dict[tuple[str, str], tuple[set[date], set[str]]] = {}
    for mention in mentions:
        meant = full.get(mention, mention)
        days, issuers = told.setdefault((meant.type, meant.number), (set(), set()))
        days |= {mention.issued} if mention.issued else set()
        issuers |= {mention.issuer} if mention.issuer else set()
    found = []
    for mention in mentions:
        meant = full.get(mention, mention)
        days, issuers = told[meant.type, meant.number]
        issued = mention.issued or (next(iter(days)) if len(days) == 1 else None)
        issuer = mention.issuer or (next(iter(issuers)) if len(issuers) == 1 else None)
        found.append(mention._replace(issued=issued, issuer=issuer))
    return tuple(found)


def full_mentions(mentions: Sequence[Mention]) -> Mapping[Mention, Mention]:
    """The full one that each bare number is short for: 09 for 09/2022/NQ-HDND, where the article names one such.

    A programme is meant by the number of the decision that approved it.
    """
    full: dict[tuple[str, str], dict[str, Mention]] = {}
    for mention in mentions:
        if not mention.number.isdigit():
            for kind in (mention.type, *((_APPROVED,) if mention.type == "decision" else ())):
                full.setdefault((kind, _leading(mention.number)), {})[mention.number] = mention
    return {
        m: next(iter(f.values()))
        for m in mentions
        if m.number.isdigit() and len(f := full.get((m.type, m.number), {})) == 1
    }


def _leading(number: str) -> str:
    return "".join(takewhile(str.isdecimal, number))
