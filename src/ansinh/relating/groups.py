"""Which beneficiary groups a figure speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from ansinh.lexicon import Hit
from ansinh.model import Span
from ansinh.reading.page import Page
from ansinh.recognising.quantities import OF_THEM
from ansinh.relating.drafts import Draft
from ansinh.relating.usual import usually

# the groups that only stand where no narrower one is named
GENERAL = frozenset(("people", "worker"))
# of these no group is usual: they may be anybody's
_NO_USUAL_GROUP = frozenset(("population", "other", "poor-population", "records", "payment", "cards"))
_BEFORE_EMPLOYER = 40  # characters
_FAR = 6  # figures that a group is carried over
# measures of things that reach nobody by themselves: a group counts only where it is named right behind
_THINGS = frozenset(
    "houses facilities events tasks documents violations organisations time allocation collection debt".split()
)
_STOP_NOUN_PHRASE = re.compile(
    r"[;(:,\s](?:(?<=[;(:])|(?<=,)\s+(?:with|reaching|of\s+wh|or|equal|down|up|and\s+\w+\s+\w+ed)\b"
    r"|(?<=\s)\s*(?:with\s+(?:a|an|over|about|total|the|VND|funding)|while|as\s+well)\b)"
)
# between those who get money and the money: "poor households borrowed VND 402 billion", "the elderly VND 98 million"
_GOT = re.compile(
    r"\s+(?:(?:have|has|had|were|was)\s+)?(?:\w+(?:ed|en|nt|ot)\s+)?(?:about\s+|over\s+|nearly\s+)?(?:VN[DĐ]\s*)?"
)
# a share of one group in another: "ethnic minorities still make up 93.4% of poor households"
_MAKES_UP = re.compile(
    r"\s+(?:\w+\s+){0,2}(?:mak\w+\s+up|made\s+up|account\w*\s+for|represent\w*|constitut\w+)\s+(?:\w+\s+){0,2}",
    re.IGNORECASE,
)
_WITH = re.compile(r"\s+(?:with|of|for)\s+(?:a\s+total\s+of\s+)?(?:over\s+|about\s+|nearly\s+|more\s+than\s+)?")
_FROM = re.compile(r"\bfrom\s+(?:the\s+)?(?:\w+\s+)?$")
# groups that give work and gifts as often as they get anything; and what stands before one that does
_EMPLOYERS = frozenset(("enterprise", "cooperative"))
_OF_EMPLOYER = re.compile(
    r"\b(?:by|from|for\s+an?|(?:workers?|employees?|labou?rers?|staff)\s+(?:\w+\s+)?(?:of|at|in))\s+"
    r"(?:(?!and\b|or\b|to\b|that\b|which\b|whom\b|\d)[\w-]+,?\s+(?:(?:and|or)\s+)?){0,3}$"
)
_FOR = re.compile(r"\s*(?:(?:for|of|each|per)\b|to\s+[a-z])")
# "35 people aged 100 and over": by law the elderly are those of 60 and over (Law 39/2009/QH12 art. 2)
_AGED = re.compile(
    r"\s*(?:[\w-]+\s+){0,2}"
    r"(?:aged?\s+(?:from\s+)?"
    r"|(?:from|over|above)\s+(?=\d+\s+(?:(?:to|-|and|or)\s+[\w ]{2,20})?years?\b|\d+\s+and\s+(?:over|above)))"
    r"(?P<age>\d{2,3})\b"
)
_OLD = 60
# "of these households", in small letters: looked for first without what stands before, which is sooner done
_THESE = re.compile(
    r"th(?<=\sth)(?:(?:is|ese|at|e\s+same|e\s+above|e\s+(?:two|three|four)(?:\s+above)?)"
    r"\s+(?:groups?|subjects?|people|households?|famil(?:y|ies)|workers?|beneficiar\w+|students?)\b|em\b)"
)
_THIS_GROUP = re.compile(rf"\b(?:in|of|for|to|from|among|gives?|gave|pays?|paid|supports?)\s+{_THESE.pattern}")
_WHOLE = re.compile(r"\s*of\s+the\s+(?:[\w-]+\s+){0,2}(?:population|workforce|labou?r\s+force|province|people)\b", re.I)


def set_groups(page: Page, drafts: Sequence[Draft]) -> None:
    """Give each count, rate and standard the groups that its own words name; the rest follow document and outcome."""
    previous: tuple[str, ...] = ()
    for draft in drafts:
        hits = _named(page, draft)
        if draft.kind == "rate":
            hits = [hit for hit in hits if not page.hits["measure"].overlapping(hit.span)]
        groups = narrowest(notation for hit in hits for notation in hit.notations) if hits else ()
        if GENERAL.issuperset(groups):
            groups = _of_age(page, draft, hits) or _of_occasion(page, draft) or groups
        if draft.antecedent and GENERAL.issuperset(groups) and draft.kind == "count":
            groups = draft.antecedent.beneficiary
        if draft.kind == "rate" and OF_THEM.match(page.text, draft.quantity.whole.end):
            groups = groups or previous
        if _of_this_group(page, draft):
            groups = tuple(dict.fromkeys((*(g for g in groups if g not in GENERAL), *previous)))
        if draft.measure == "poverty-rate":  # the rate is of everybody; the poor are what it counts
            groups = tuple(g for g in groups if usually("group", "usualMeasure").get(g) != "poor-population")
        draft.anybody = bool(hits) and GENERAL.issuperset(groups)
        if hits:
            draft.found["beneficiary"] = Span(hits[0].start, hits[-1].end)
        if groups and _lent(page, draft):
            groups = narrowest((*groups, "borrower"))
        draft.beneficiary = groups
        previous = groups or previous


def _of_this_group(page: Page, draft: Draft) -> bool:
    """Whether a figure's own words point back to a group: "for these households"."""
    text, end = page.lower, draft.right.end
    if not _THESE.search(text, draft.left.start, end):
        return False
    # the words before a number that speak of it alone begin behind the last comma
    own = max(draft.left.start, 1 + text.rfind(",", *draft.left), 1 + text.rfind(";", *draft.left))
    return _THIS_GROUP.search(text, own, end) is not None


def _lent(page: Page, draft: Draft) -> bool:
    """Whether the money is a loan, or the people got one."""
    if draft.kind not in ("count", "amount", "change"):
        return False
    span = draft.found.get("measure")
    told = page.hits["measure cue"].within(*span) if span else ()
    return draft.measure == "lending" or (draft.measure == "recipients" and any("lending" in h.notations for h in told))


def _named(page: Page, draft: Draft) -> Sequence[Hit]:
    own = [h for h in page.hits["group"].within(draft.left.start, draft.right.end) if not _employs(page, draft, h)]
    if not own and draft.measure != "facilities":
        return ()
    start, stop = _noun_phrase(page, draft)
    hits: Sequence[Hit] = [h for h in own if start <= h.start and h.end <= stop]
    before = [h for h in own if h.end <= draft.left.end]
    behind = _FOR.match(page.text, draft.right.start) and (hits or draft.kind == "rate")
    if draft.kind in ("rate", "standard") and not behind and not draft.quantity.noun:
        return before[-1:] if draft.kind == "rate" else before
    if draft.kind == "rate" and of_the_whole(page, draft):
        return []
    if draft.kind == "rate" and before and _MAKES_UP.fullmatch(page.text, before[-1].end, draft.quantity.whole.start):
        return [before[-1], *hits]  # a group's share of another
    if draft.kind == "change":
        return [h for h in before[-1:] if draft.opens and draft.unit.startswith("percentage-point")]
    if draft.measure in _THINGS:
        noun = draft.quantity.noun
        hosts = page.hits["group host cue"].within(*noun) if noun and draft.measure == "facilities" else ()
        return hosts[-1:] or [
            h
            for h in hits
            if not (noun and noun.holds(h.span)) and not _FROM.search(page.text, draft.left.start, h.start)
        ]
    if draft.kind == "amount":
        subject = [h for h in before if _GOT.fullmatch(page.text, h.end, draft.quantity.whole.start)]
        hits = subject or hits
    narrow = [h for h in hits if not set(h.notations) <= GENERAL]
    if draft.kind == "count" and (host := _at_host(page, draft, narrow)):
        return [host]
    if draft.kind == "amount" and draft.opens and not narrow:
        return before
    before = [h for h in before if not set(h.notations) <= GENERAL and draft.opens]
    return narrow or (before if draft.kind == "count" and before else hits)


def _employs(page: Page, draft: Draft, hit: Hit) -> bool:
    """Whether a group is named as the giver or the employer: "came from agencies, enterprises", "workers of firms"."""
    before = max(draft.clause.start, hit.start - _BEFORE_EMPLOYER), hit.start
    return _EMPLOYERS.issuperset(hit.notations) and _OF_EMPLOYER.search(page.text, *before) is not None


def _at_host(page: Page, draft: Draft, named: Sequence[Hit]) -> Hit | None:
    """The place whose group is narrower than the one named: "boarding schools with 3,480 students"."""
    for host in page.hits["group host cue"].within(draft.clause.start, draft.quantity.whole.start)[-1:]:
        broader = usually("group", "broader").get(host.notation)
        if _WITH.fullmatch(page.text, host.end, draft.quantity.whole.start):
            return host if any(broader in hit.notations for hit in named) else None
    return None


def of_the_whole(page: Page, draft: Draft) -> bool:
    """ "of the population", "of the working-age workforce": a share of everybody, of no group."""
    return _WHOLE.match(page.text, draft.right.start) is not None


def _noun_phrase(page: Page, draft: Draft) -> Span:
    # the "person" of "VND/person" is a unit
    start = draft.quantity.span.end if draft.kind == "count" else draft.quantity.whole.end
    stop = _STOP_NOUN_PHRASE.search(page.text, start, draft.right.end)
    return Span(start, stop.start() if stop else draft.right.end)


def narrowest(named: Iterable[str]) -> tuple[str, ...]:
    """Each group once, and the general ones only where there is no narrower one."""
    groups = tuple(dict.fromkeys(named))
    return tuple(g for g in groups if g not in GENERAL) or groups


def fill_groups(page: Page, drafts: Sequence[Draft], targets: Mapping[str, tuple[str, ...]]) -> None:
    """Give counts and standards that name no narrow group the one that the text around means.

    In this order: whom the document is for, who takes part in the scheme, the group of the figure before in the
    paragraph, the one that the measure or the field usually means. `targets` has the groups by document.
    """
    for i, draft in enumerate(drafts):
        if (
            draft.measure == "participants"
            and draft.unit == "item"
            and "enterprise" not in draft.beneficiary
            and draft.beneficiary
        ):
            draft.beneficiary = ("enterprise", *draft.beneficiary)
        if not set(draft.beneficiary) <= GENERAL or not _wants_group(draft):
            continue
        meant = tuple(dict.fromkeys(g for d in draft.document_ids for g in targets.get(d, ())))
        meant = meant or _of_scheme(page, draft)
        if not (draft.anybody and draft.measure == "jobs"):  # jobs are for workers, whoever was spoken of before
            meant = meant or _carried(draft, drafts, i) or _of_passage(page, draft)
        usual = usually("measure", "usualGroup").get(draft.measure)
        if draft.measure == "recipients":
            usual = usually("field", "usualReceiver").get(draft.field or "")
        usual = usual or usually("field", "usualGroup").get(draft.field or "")
        befallen = (
            draft.measure == "other" and draft.unit in ("person", "household") and draft.field == "disaster-relief"
        )
        if draft.field == "overseas-labour" and draft.measure == "jobs":
            usual = "overseas-worker"
        if not meant and usual and (befallen or draft.measure not in _NO_USUAL_GROUP):
            meant = (usual,)
        draft.beneficiary = meant or draft.beneficiary


def _of_scheme(page: Page, draft: Draft) -> tuple[str, ...]:
    """Those who take part: organisations that do are enterprises, and a narrower scheme has participants of its own."""
    if draft.measure != "participants":
        return ()
    named = tuple(dict.fromkeys(hit.notation for hit in page.hits["scheme"].within(*draft.near(draft.clause))))[-1:]
    usual = usually("field", "usualGroup").get(draft.field or "")
    everyone = named or ((usual,) if usual else ())
    return everyone if draft.unit in ("person", "household") else ("enterprise", *everyone)


def _wants_group(draft: Draft) -> bool:
    if draft.kind == "standard" and draft.beneficiary:
        return False
    if draft.measure in _THINGS or draft.kind in ("change", "attainment", "rate"):
        return False
    if draft.measure == "payment" and not draft.opens:
        return False  # the cost of the count before
    return (
        draft.unit in ("person", "household")
        or draft.kind == "standard"
        or draft.measure in ("jobs", "participants", "payment", "lending", "visits", "gifts", "records", "cards")
    )


def _of_age(page: Page, draft: Draft, named: Iterable[Hit]) -> tuple[str, ...]:
    for end in (draft.quantity.span.end, *[hit.end for hit in named]):
        age = _AGED.match(page.text, end)
        if age and int(age["age"]) >= _OLD:
            return ("elderly-person",)
    return ()


def _of_occasion(page: Page, draft: Draft) -> tuple[str, ...]:
    """ "People" on an occasion of one group are that group; it may be named a sentence before."""
    if draft.kind != "count" or draft.measure not in ("recipients", "gifts"):
        return ()
    first_clause = draft.clause.start == draft.sentence.span.start
    before = page.sentence_before(draft.sentence) if first_clause else None
    start = (before.span if before else draft.near(draft.clause)).start
    return tuple(dict.fromkeys(h.notation for h in page.hits["group cue"].within(start, draft.quantity.span.start)))[:1]


def _carried(draft: Draft, drafts: Sequence[Draft], i: int) -> tuple[str, ...]:
    """The group of the figure before, when this one opens a clause of the same paragraph and field and names none."""
    for previous in reversed(drafts[max(0, i - _FAR) : i]):
        if previous.sentence.paragraph != draft.sentence.paragraph or not draft.opens:
            return ()
        if previous.beneficiary:
            return previous.beneficiary if previous.field == draft.field else ()
    return ()


def _of_passage(page: Page, draft: Draft) -> tuple[str, ...]:
    """The group of the heading, or for a level that names none that of its clause."""
    span = page.heading_at(draft.sentence.span.start)
    if draft.kind == "standard":
        span = Span(draft.near(draft.clause).start, draft.left.start)
    groups = narrowest(hit.notation for hit in page.hits["group"].within(*span)) if span else ()
    return tuple(group for group in groups if group not in GENERAL)
