"""What cited documents set out, and programmes called by name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from ansinh.lexicon import Hit
from ansinh.model import Citation, Policy, Span
from ansinh.namespaces import ID, slug
from ansinh.reading.page import Page
from ansinh.relating.groups import narrowest
from ansinh.vocabulary import concepts
from ansinh.words.dates import MONTHS

# In patterns that a whole text is searched for, (?<!\w.) behind the first letter says that a word begins there.

# where the noun phrase of a policy ends: its period, its place, a new clause
_STOP = re.compile(
    r"[;.:]|,\s+(?:which|with|and\s+(?:also|has)|has|have|by|from|replacing|amending|the|based|in|on|while|\w+ed\b|at)\b|\s+(?:in|within|throughout|across)\s+(?:the\s+)?(?:(?:whole\s+)?province|area|locality|period|district|city)\b"
    r"|\s+(?:in|for|until|to|from|by|during|since)\s+(?:the\s+)?(?:(?:period|year|stage|phase)\b|(?:19|20)\d\d)|\s+until\b|\s+(?:has|have|had|was|were|is|are|will|must|also|adds|sets|gives|grants|provides|allows|raises|supports|requires|takes|stipulates|prescribes|assigns"
    r"|took|helped|reached|brought|gave|paid|spent|came|went|made)\b|\s+(?:to|for)\s+(?:(?:more|less)\s+than\s+|over\s+|nearly\s+|about\s+)?\d[\d,.]{2,}|\s+in\s+(?:[A-ZĐ]\w+\s+){1,3}(?:province|city)\b|,?\s+to\s+(?:the\s+)?[a-z]+\s+(?:districts|communes)\b"
)
_OPENS = re.compile(
    r"\s*(?:the\s+|a\s+|an\s+|some\s+|a\s+number\s+of\s+)?(?:implementing\s+|the\s+implementation\s+of\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_NAMED = re.compile(r"[\"“][A-ZĐ][^\"”]{2,60}[\"”]\s+(?:program(?:me)?|project|movement|scheme|model)\b", re.IGNORECASE)
_NOUNS = ("program", "project", "movement", "scheme", "model")
# 'the project "Supporting women in starting a business"'
_CALLED = re.compile(r"\b(?i:program(?:me)?|project|movement|scheme|model)\s+[\"“](?i:[A-ZĐ])[^\"”]{2,80}[\"”]")
# "the National Strategy on Gender Equality": its name is written with capitals
_NATIONAL = re.compile(
    r"N(?<!\w.)ational\s+(?:Target\s+)?(?:Strategy|Program(?:me)?|Action\s+(?:Plan|Program(?:me)?))\s+(?:on|for|of)"
    r"(?:\s+(?:(?:and|of|in|on|for|the|to)\s+){0,2}[A-ZĐ][\w-]+,?)*(?<!,)"
)
_PROGRAM_TO = re.compile(r"[Pp](?<!\w.)ro(?:gram(?:me)?|ject)\s+(?:to|on|for)\s+(?=[a-z])")
_ACCORDING = re.compile(
    r"[^.;]{0,60}\b(?:according\s+to|under|approved\s+(?:in|by)|set\s+out\s+in|in\s+accordance\s+with)\s+(?:the\s+)?$"
)
_ON_WHAT_BASIS = re.compile(r"\s+(?:according|under|pursuant|in\s+accordance)\b")
_NEW_CLAUSE = re.compile(r"[.;(]")
_RELATED = re.compile(r"\b(?:amend|replac|implement|guid|summari)")
_LISTED = re.compile(r"(?:\s+(?:dated|of)[^,;.]*(?:,\s+\d{4})?[^,;.]*)?,?\s*(?:and\s+)?")
_AND = re.compile(r"\band\s*$")
_LONGEST = 220


def policies(page: Page, citations: Sequence[Citation], article: str) -> tuple[Policy, ...]:
    """The policies of a page, each once, in text order."""
    found: dict[str, Policy] = {}
    set_out = list(_set_out(page, citations))
    programmes = _programmes(page, citations, article)
    named = [p for p in programmes if not any(p.label.endswith(other.label) for other in set_out)]
    for policy in sorted([*set_out, *named], key=lambda p: p.evidence):
        key = policy.id
        found[key] = _merged(found[key], policy) if key in found else policy
    return tuple(found.values())


def _merged(first: Policy, second: Policy) -> Policy:
    documents = tuple(dict.fromkeys((*first.documents, *second.documents)))
    identifiers = tuple(dict.fromkeys((*first.document_ids, *second.document_ids)))
    targets = tuple(dict.fromkeys((*first.targets, *second.targets)))
    return Policy(first.evidence, first.label, documents, identifiers, targets, first.field, first.id)


def _set_out(page: Page, citations: Sequence[Citation]) -> Iterator[Policy]:
    """ "Resolution … stipulating the support policy for …": the noun phrase behind the verb."""
    for i, citation in enumerate(citations):
        sentence = page.sentence_at(citation.span.start)
        if sentence is None or citation.number is None:
            continue
        end = citations[i + 1].span.start if i + 1 < len(citations) else sentence.span.end
        verb = _verb(page, citation, min(end, sentence.span.end))
        label = _label(page, verb.end, sentence.span.end) if verb else None
        if label is None or _cites(citations, label):
            continue
        together = _together(page, citations, i)
        yield _policy(page, label, sentence.evidence(*label), together, f"{together[-1].id}/policy")


def _verb(page: Page, citation: Citation, end: int) -> Hit | None:
    """The verb behind a citation, its date and its issuer."""
    for hit in page.hits["sets-out"].within(citation.span.end, end):
        between = page.text[citation.span.end : hit.start]
        if _NEW_CLAUSE.search(between) or len(between) > 110 or _RELATED.search(between):
            return None
        following = page.text[hit.end : hit.end + 12].strip()
        if following[:1].isdigit() or following.startswith(MONTHS):
            continue
        return hit
    return None


def _label(page: Page, start: int, end: int) -> Span | None:
    opening = _OPENS.match(page.text, start)
    start = opening.end() if opening else start
    stop = _STOP.search(page.text, start, end)
    stopped = stop.start() if stop else end
    while stopped > start and page.text[stopped - 1] in " ,.;":
        stopped -= 1
    return Span(start, stopped) if 8 < stopped - start <= _LONGEST else None


def _cites(citations: Sequence[Citation], label: Span) -> bool:
    index = bisect_left(citations, label.end, key=lambda c: c.span.start) - 1
    return index >= 0 and citations[index].span.end > label.start


def _together(page: Page, citations: Sequence[Citation], i: int) -> list[Citation]:
    """The documents of one list that set out the same: "Resolution No. 42 of …, Resolution No. 68/NQ-CP … on …"."""
    together = [citations[i]]
    for j in range(i - 1, -1, -1):
        previous = citations[j]
        between = page.text[previous.span.end : together[0].span.start]
        acting = page.hits["relation cue"].within(previous.span.end, together[0].span.start)
        if acting or previous.type != citations[i].type or not _LISTED.fullmatch(between):
            break
        together.insert(0, previous)
    return together


def _policy(page: Page, label: Span, evidence: Span, documents: Sequence[Citation], identifier: str) -> Policy:
    groups = narrowest(hit.notation for hit in page.hits["group"].within(*label))
    votes = Counter(
        n for role in ("field", "field cue") for hit in page.hits[role].within(*label) for n in hit.notations
    )
    return Policy(
        evidence=evidence,
        label=" ".join(page.text[label.start : label.end].split()),
        documents=tuple(dict.fromkeys(str(c.number) for c in documents)),
        document_ids=tuple(dict.fromkeys(c.id for c in documents)),
        targets=groups,
        field=max(votes, key=lambda n: (votes[n], n)) if votes else None,
        id=identifier,
    )


def _programmes(page: Page, citations: Sequence[Citation], article: str) -> Iterator[Policy]:
    """Programmes of the vocabulary, programmes with a name in quotation marks, and "the program to …"."""
    for hit in page.hits["programme"]:
        sentence = page.sentence_at(hit.start)
        if sentence is not None:
            concept = concepts("programme")[hit.notation]
            yield _policy(
                page, hit.span, sentence.evidence(*hit.span), _according(page, hit.span, citations), concept.iri
            )
    for span in [*_named(page), *_programs_to(page)]:
        sentence = page.sentence_at(span.start)
        known = page.hits["programme"].overlapping(span)
        if sentence is not None and sentence.span.holds(span) and not known and not _cites(citations, span):
            label = page.text[span.start : span.end]
            documents = _according(page, span, citations)
            yield _policy(
                page, span, sentence.evidence(*span), documents, f"{ID}article/{article}/policy/{slug(label)}"
            )


def _named(page: Page) -> Iterator[Span]:
    quoted = '"' in page.text or "“" in page.text
    for match in _NAMED.finditer(page.text) if quoted else ():
        yield Span(*match.span())
    for match in _beginning_with(_NOUNS if quoted else (), _CALLED, page):
        yield Span(*match.span())
    for match in _NATIONAL.finditer(page.text):
        yield Span(*match.span())


def _beginning_with(nouns: Sequence[str], pattern: re.Pattern[str], page: Page) -> Iterator[re.Match[str]]:
    """What a pattern finds that begins with one of some nouns, in any case: they are sooner found than it is."""
    places: list[int] = []
    for noun in nouns:
        place = page.lower.find(noun)
        while place >= 0:
            places.append(place)
            place = page.lower.find(noun, place + 1)
    behind = 0
    for place in sorted(places):
        match = pattern.match(page.text, place) if place >= behind else None
        if match:
            behind = match.end()
            yield match


def _programs_to(page: Page) -> Iterator[Span]:
    for match in _beginning_with(_NOUNS[:2], _PROGRAM_TO, page):
        label = _label(page, match.end(), min(len(page.text), match.end() + _LONGEST))
        if label:
            stop = _ON_WHAT_BASIS.search(page.text, *label)
            yield Span(match.start(), stop.start() if stop else label.end)


def _according(page: Page, span: Span, citations: Sequence[Citation]) -> list[Citation]:
    """The documents named right behind a programme as its basis."""
    found: list[Citation] = []
    for citation in citations[bisect_left(citations, span.end, key=lambda c: c.span.start) :]:
        between = page.text[span.end if not found else found[-1].span.end : citation.span.start]
        joined = bool(found) and len(between) < 60 and _AND.search(between) is not None
        if not (joined or (not found and _ACCORDING.fullmatch(between))):
            break
        found.append(citation)
    return found
