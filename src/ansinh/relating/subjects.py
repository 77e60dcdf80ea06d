"""Which policy field a figure belongs to, and which groups it speaks of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from ansinh.lexicon import Hit
from ansinh.model import Span
from ansinh.namespaces import ID
from ansinh.reading.page import Page
from ansinh.relating.drafts import Draft
from ansinh.vocabulary import concepts

# the groups that only stand where no narrower one is named
_GENERAL = frozenset(("people", "worker"))
# measures of things that reach nobody by themselves: a group counts only where it is named right behind
_THINGS = frozenset("houses facilities events tasks documents violations organisations time allocation collection debt".split())
_STOP_NOUN_PHRASE = re.compile(r"[;(:]|,\s+(?:with|reaching|of\s+wh|or|equal|down|up|and\s+\w+\s+\w+ed)\b|\s+with\s+(?:a|an|over|about|total|the|VND|funding)\b|\s+(?:while|as\s+well)\b")
_FOR = re.compile(r"\s*(?:for|to|of|each|per)\b")
_THIS_GROUP = re.compile(r"\b(?:this|these|that|the\s+same|the\s+above)\s+(?:group|subjects?|people|households?|workers?|beneficiar\w+|students?)\b", re.I)
_WHOLE = re.compile(r"\s*of\s+the\s+(?:[\w-]+\s+){0,2}(?:population|workforce|labou?r\s+force|province|people)\b", re.I)


@cache
def _usual(scheme: str, link: str) -> dict[str, str]:
    return {c.notation: str(c.link(link)).removeprefix(ID).partition("/")[2] for c in concepts(scheme).values() if c.link(link)}


def set_groups(page: Page, drafts: Sequence[Draft]) -> None:
    """Give each count, rate and standard the groups that its own words name; the rest follow their outcome."""
    for i, draft in enumerate(drafts):
        previous = next((d for d in reversed(drafts[:i]) if d.beneficiary), None)
        hits = _named(page, draft)
        groups = _distinct(hits)
        if _THIS_GROUP.search(page.text, draft.left.start, draft.right.end) and previous:
            groups = tuple(dict.fromkeys((*[g for g in groups if g not in _GENERAL], *previous.beneficiary)))
        if hits:
            draft.found["beneficiary"] = Span(hits[0].span.start, hits[-1].span.end)
        draft.beneficiary = groups


def _named(page: Page, draft: Draft) -> Sequence[Hit]:
    behind = _noun_phrase(page, draft)
    hits = page.hits("group").within(*behind)
    if draft.kind == "rate" and _WHOLE.match(page.text, draft.right.start):
        return []
    before = page.hits("group").within(*draft.left)
    if draft.kind in ("rate", "standard") and not _FOR.match(page.text, draft.right.start) and not draft.quantity.noun:
        return before[-1:] if draft.kind == "rate" else before
    narrow = [h for h in hits if not set(h.notations) <= _GENERAL]
    if narrow or draft.measure in _THINGS:
        return narrow if draft.kind != "change" else []
    before = [h for h in before if not set(h.notations) <= _GENERAL]
    return before if before and draft.kind == "count" else hits


def _noun_phrase(page: Page, draft: Draft) -> Span:
    start = draft.quantity.span.end
    stop = _STOP_NOUN_PHRASE.search(page.text, start, draft.right.end)
    return Span(start, stop.start() if stop else draft.right.end)


def _distinct(hits: Iterable[Hit]) -> tuple[str, ...]:
    groups = tuple(dict.fromkeys(hit.notation for hit in hits))
    return tuple(g for g in groups if g not in _GENERAL) or groups


def set_usual_groups(drafts: Sequence[Draft]) -> None:
    """Give a count of persons without a named group the one that its field usually means."""
    for draft in drafts:
        if draft.unit not in ("person", "household") or draft.measure in _THINGS | {"population", "other", "poor-population"}:
            continue
        usual = _usual("field", "usualGroup").get(draft.field or "")
        if usual is not None and set(draft.beneficiary) <= _GENERAL:
            draft.beneficiary = (usual,)


def set_fields(page: Page, drafts: Sequence[Draft]) -> None:
    """Give each draft the field for which most speaks: what the group gets decides, then the passage around."""
    for draft in drafts:
        votes: Counter[str] = Counter()
        for span, weight in _zones(page, draft):
            for hit in (*page.hits("field").within(*span), *page.hits("field cue").within(*span)):
                for notation in hit.notations:
                    votes[notation] += weight  # type: ignore[assignment]
        for group in draft.beneficiary:
            _vote(votes, _usual("group", "usualField").get(group), 4)
        _vote(votes, _usual("measure", "usualField").get(draft.measure), 4)
        draft.field = max(votes, key=lambda n: (votes[n], n)) if votes else None


def _vote(votes: Counter[str], notation: str | None, weight: int) -> None:
    if notation:
        votes[notation] += weight


def _zones(page: Page, draft: Draft) -> Iterable[tuple[Span, int]]:
    yield Span(draft.left.start, draft.right.end), 4
    yield draft.clause, 2
    yield draft.sentence.span, 1
