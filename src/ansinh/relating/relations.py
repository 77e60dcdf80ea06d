"""What one cited document does to another."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ansinh.lexicon import Hit
from ansinh.model import Citation, Relation, Span
from ansinh.reading.page import Page
from ansinh.reading.sentences import Sentence

# "amended once, by", "which has been amended and supplemented in Clause 1, Article 1,"
_PASSIVE = re.compile(
    r"\b(?:is|was|were|been|being|,)\s+(?:\w+\s+){0,2}(?P<verb>\w+ed)\b[^.;]{0,40}?\b(?:by|in)\s+(?:[^.;]{0,30}\s)?$",
    re.IGNORECASE,
)
_SIBLING = re.compile(
    r"\s*(?:dated\s+\w+\s+\w+,?\s+\d{4})?,?\s*(?:of\s+the\s+(?:[A-Z][\w'’]*+\s*|of\s+|the\s+){1,8})?,?\s*(?:and|or)?\s*(?:the\s+)?"
)
# behind a document: "Plan No. … dated … to carry it out"
_IT_OUT = re.compile(r"(?:\s+dated\s+[\w/., ]{6,20}?)?,?\s+to\s+(?:carry\s+(?:it|this)\s+out|implement\s+it)\b")
# a sentence that goes on about the document before: "It takes the place of …", "The Resolution amends …"
_IT = re.compile(
    r"\s*(?:(?:At\s+the\s+same\s+time|Accordingly|Thereby),?\s+)?(?:[Ii]t|Th(?:is|e)(?:\s+new)?\s+(?P<type>[A-Z]\w+))\s+(?:\w+\s+){0,3}"
)
_STOP = re.compile(r"[;.]\s")
_ISSUED = re.compile(r"\b(?:issued?|promulgated?|passed|approved?|developed|adopted)\s+(?:the\s+)?$")


def relations(page: Page, citations: Sequence[Citation]) -> tuple[tuple[Relation, ...], frozenset[int]]:
    """The relations between the documents of one sentence, and where the citations start that only stand as objects."""
    found: dict[tuple[str, str, str], Relation] = {}
    objects: set[int] = set()
    full = longest_numbers(citations)
    starts = [citation.span.start for citation in citations]
    for sentence in page.sentences:
        first, last = bisect_left(starts, sentence.span.start), bisect_left(starts, sentence.span.end)
        here = [c for c in citations[first:last] if sentence.span.holds(c.span) and c.number]
        if not here:
            continue
        before = _spoken_of(page, sentence, citations[first - 1] if first else None)
        for subject, predicate, target, lesser in _in_sentence(page, sentence.span, here, before):
            if subject is None:
                continue
            objects.add(lesser.span.start)
            if subject.id != target.id:
                evidence = sentence.evidence(
                    min(subject.span.start, target.span.start), max(subject.span.end, target.span.end)
                )
                relation = Relation(evidence, full[subject.id], predicate, full[target.id], subject.id, target.id)
                found.setdefault((subject.id, predicate, target.id), relation)
    return tuple(found.values()), frozenset(objects)


def longest_numbers(citations: Sequence[Citation]) -> dict[str, str]:
    """The number of each document in its longest form: "Resolution 09" is 09/2022/NQ-HDND."""
    full: dict[str, str] = {}
    for citation in citations:
        full[citation.id] = max(full.get(citation.id, ""), str(citation.number), key=len)
    return full


_Found = tuple[Citation | None, str, Citation, Citation]


def _spoken_of(page: Page, sentence: Sentence, last: Citation | None) -> Citation | None:
    """The last document named before, when the sentence before names it and is of the same paragraph."""
    before = page.sentence_before(sentence)
    return last if last and last.number and before and before.span.holds(last.span) else None


def _in_sentence(page: Page, sentence: Span, here: Sequence[Citation], before: Citation | None) -> Iterator[_Found]:
    chain: tuple[Citation | None, str] | None = None
    for i, citation in enumerate(here):
        previous = here[i - 1] if i else None
        start = previous.span.end if previous else sentence.start
        between = page.text[start : citation.span.start]
        cue = _cue(page, Span(start, citation.span.start))
        previous = previous if cue is None or ";" not in page.text[start : cue.start] else None
        if cue and _PASSIVE.search(between) and previous:
            yield citation, cue.notation, previous, citation
            chain = None
        elif cue and previous:
            yield previous, cue.notation, citation, citation
            chain = (previous, cue.notation)
        elif cue:
            subject = _issued_later(page, here)
            if subject is None and _goes_on(page, Span(sentence.start, cue.start)):
                subject = before
            yield (subject, cue.notation, citation, citation) if subject else (None, cue.notation, citation, citation)
            chain = (subject, cue.notation)
        elif previous and _IT_OUT.match(page.text, citation.span.end):
            yield citation, "implements", previous, previous
            chain = None
        elif chain and previous and _SIBLING.fullmatch(between) and not _acts(page, citation):
            yield chain[0], chain[1], citation, citation
        else:
            chain = None


def _goes_on(page: Page, opening: Span) -> bool:
    it = _IT.fullmatch(page.text, *opening)
    return it is not None and (
        it["type"] is None or page.hits["type"].starting(it.start("type"), page.text) is not None
    )


def _acts(page: Page, citation: Citation) -> bool:
    """Whether a relation of its own follows: "… and Plan 156/KH-UBND to implement …"."""
    return page.hits["relation cue"].starting(citation.span.end, page.text) is not None


def _cue(page: Page, span: Span) -> Hit | None:
    """The cue that governs what follows: "summarising … implementing" summarises; else the last one before it."""
    hits = sorted(
        [
            *page.hits["relation cue"].within(*span),
            *page.hits["relation passive cue"].within(*span),
            *page.hits["relation"].within(*span),
        ]
    )
    text = page.text
    hits = [h for h in hits if not _STOP.search(text[h.end : span.end])]
    return next((h for h in hits if h.notation == "summarises"), hits[-1] if hits else None)


def _issued_later(page: Page, here: Sequence[Citation]) -> Citation | None:
    """ "Carrying out Directive …, the Committee issued Plan …": the plan carries out the directive."""
    return next((c for c in here[1:4] if _ISSUED.search(page.text, max(0, c.span.start - 40), c.span.start)), None)
