"""What is measured: by the counted noun where it tells, else by the nearest cue that fits the kind of figure."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from ansinh.lexicon import Hit
from ansinh.model import Span
from ansinh.reading.page import Page
from ansinh.relating.drafts import Draft, leads_to_receivers
from ansinh.relating.kinds import is_of_capital
from ansinh.relating.usual import usually

_RATES = frozenset(
    "poverty-rate coverage trained-rate unemployment-rate debt jobs facilities population poor-population".split()
)
_MONEY = frozenset(["payment", "collection", "debt", "allocation", "lending", "price", "income", "violations", "other"])
_PEOPLE = frozenset(
    ["recipients", "participants", "trainees", "jobs", "poor-population", "population", "violations", "other", "visits"]
)
# nouns that do not tell what is measured: "46,000 subjects" may be receivers or participants
_VAGUE = frozenset(["recipients", "participants", "population", "organisations", "other", "jobs", "poor-population"])
_INSURANCE = frozenset(("social-insurance", "health-insurance", "unemployment-insurance"))
_UP_TO_TWO_WORDS = re.compile(r"\W*(?:and\s+)?(?:[\w-]+\s+){0,2}")
_PASSIVE = re.compile(r"(?:was|were|been)\b")
_PLAN = re.compile(r"\s*of\s+(?:the\s+)?(?:[\w-]+\s+){1,3}(?:plan|target|estimate)\b")
_MAKE_UP = re.compile(r"\b(?:mak\w+\s+up|account\w*\s+for|represent\w*|constitut\w+)\s+(?:\w+\s+){0,2}$")
_OF_POPULATION = re.compile(r"\s*of\s+(?:the|its)\s+(?:\w+\s+){0,2}?(?:population|residents|inhabitants)\b")
# a rate of poverty, told as "more than 60% of households here were poor"
_WERE_POOR = re.compile(
    r"\s*of\s+(?:the\s+|all\s+)?(?:[\w-]+\s+){0,2}(?:households|families|people)\b[^.;,]{0,40}?\b(?:were|are|was|is)\s+(?:near-)?poor\b"
)
# "the rate is expected to be": the rate that the passage spoke of last
_THE_RATE = re.compile(r"[Tt](?<!\w.)(?i:he|his|hat)\s+(?i:rate|figure|proportion|ratio)\b[^,;.]{0,40}$")
# "1,476 tons of rice were distributed to 98,420 people"
_ITEMS_TO = re.compile(r"[^,;:()\d]{0,40}\bto\s+(?:(?:over|about|nearly|more|than|almost|the)\s+){0,3}")
_BRACKET = re.compile(r"\s*\(\s*(?:about|some|nearly|over|that\s+is|equivalent\s+to|equal\s+to)?\s*")
_WHOSE = re.compile(r"w(?<!\w.)hose\b")
# a share that says of whom it is: "100% of the victims were given advice"; not "38% of this number"
_OF_WHOM = re.compile(r"\s*of\b(?!\s+(?:th(?:is|at|ese|ose)|them|it|the\s+(?:total|number))\b)")
_RIGHT_BEHIND = 40
_REMEMBERED = 6  # figures before, of which one may be the level that a change speaks of
_BEHIND = 12  # characters that a cue behind the number counts as farther away than one before it
_ACROSS = 60  # and one on the far side of another figure


def set_measures(page: Page, drafts: Sequence[Draft]) -> None:
    """Give each draft its measure; one that speaks of the figure before it has that one's."""
    for i, draft in enumerate(drafts):
        previous = drafts[i - 1] if i and drafts[i - 1].sentence is draft.sentence else None
        earlier = _rate_before(page, drafts, i) if draft.kind == "rate" else None
        if draft.kind == "change" and not draft.unit.startswith("percent"):
            previous = _same_unit(drafts, i) or previous
        elif (
            draft.kind == "change"
            and previous
            and page.text[draft.left.start : draft.left.end].lstrip().startswith(")")
        ):
            previous = next((d for d in drafts[max(0, i - 2) : i - 1] if d.sentence is draft.sentence), previous)
        draft.measure = _measure(page, draft, previous, earlier)
        if draft.kind == "change" and draft.unit in ("percent", "percent/year") and _change_of_rate(draft, previous):
            draft.unit = draft.unit.replace("percent", "percentage-point")
        draft.unit = "percent" if draft.unit == "percent/year" else draft.unit
    for draft, following in zip(reversed(drafts[:-1]), reversed(drafts[1:]), strict=True):
        if _closed_by(draft, following):
            draft.measure = following.measure


def _rate_before(page: Page, drafts: Sequence[Draft], i: int) -> Draft | None:
    """The rate right before in the paragraph; where the text speaks of "the rate", the last one or its change."""
    draft = drafts[i]
    back = _REMEMBERED if _THE_RATE.search(page.text, *draft.left) else 1
    kinds = ("rate", "change") if back > 1 else ("rate",)
    before = (d for d in reversed(drafts[max(0, i - back) : i]) if d.sentence.paragraph == draft.sentence.paragraph)
    return next((d for d in before if d.kind in kinds and d.unit.startswith("percent")), None)


def _same_unit(drafts: Sequence[Draft], i: int) -> Draft | None:
    """The figure of the sentence that a change of a count or an amount speaks of: the last one of the same unit."""
    before = (d for d in reversed(drafts[max(0, i - _REMEMBERED) : i]) if d.sentence is drafts[i].sentence)
    return next((d for d in before if d.unit == drafts[i].unit), None)


def _closed_by(draft: Draft, following: Draft) -> bool:
    """Whether the verb behind the next figure governs this one: "786 officials and 5,400 people were informed"."""
    persons = draft.kind == following.kind == "count" and draft.unit == following.unit == "person"
    behind = following.found.get("measure", Span(0, 0)).start > following.quantity.span.end
    return persons and behind and "measure" not in draft.found and draft.clause == following.clause


def _change_of_rate(draft: Draft, previous: Draft | None) -> bool:
    """Whether a change in % is one of a rate, and so in percentage points: "10.89%, down 10.77%"."""
    if draft.measure in ("poverty-rate", "trained-rate", "unemployment-rate"):
        return True
    if draft.measure in _MONEY | _PEOPLE and draft.measure not in _RATES:
        return False
    return previous is not None and (previous.kind == "rate" or previous.unit.startswith("percentage-point"))


def _measure(page: Page, draft: Draft, previous: Draft | None, earlier: Draft | None) -> str:
    """The measure of a figure; `previous` is the figure before in its sentence, `earlier` a rate of the one before."""
    if draft.unit in ("day", "month", "year", "hour") and (draft.kind in ("count", "change") or draft.quantity.age):
        return "time"
    if draft.kind == "standard":
        return "benefit-level"
    if draft.quantity.row in ("of", "high") and previous:
        return previous.measure
    if draft.kind == "attainment" and (planned := _of_the_plan(page, draft)):
        return planned
    if draft.kind == "change" and draft.unit.startswith("percent") and (rate := _named_rate(page, draft)):
        return rate
    if draft.kind in ("attainment", "change") and draft.quantity.measure is None:
        named = (
            _nearest(page, draft, _RATES | _MONEY | _PEOPLE, near_only=True)
            if draft.opens or previous is None
            else None
        )
        return named or (previous.measure if previous else "other")
    if draft.kind == "rate":
        return _of_rate(page, draft, previous, earlier)
    if draft.kind == "amount":
        return _nearest(page, draft, _MONEY) or "payment"
    return _of_count(page, draft, previous)


def _named_rate(page: Page, draft: Draft) -> str | None:
    """The rate that the words before a change name: "the poverty rate decreasing by 0.4%"."""
    for hit in reversed(page.hits["measure"].within(*draft.left)):
        named = [notation for notation in hit.notations if notation.endswith("-rate")]
        if named:
            draft.found["measure"] = hit.span
            return named[0]
    return None


def _of_rate(page: Page, draft: Draft, previous: Draft | None, earlier: Draft | None) -> str:
    if _WERE_POOR.match(page.text, draft.right.start):
        return "poverty-rate"
    if earlier and _THE_RATE.search(page.text, *draft.left):
        return earlier.measure
    if _makes_up(page, draft):
        return "population"
    group = page.hits["group"].starting(draft.quantity.whole.end, page.text)
    if group and usually("group", "usualMeasure").get(group.notation) == "poor-population":
        return "poverty-rate"  # "13.82% poor households"
    of_whom = _OF_WHOM.match(page.text, draft.right.start) and not _OF_POPULATION.match(page.text, draft.right.start)
    named = _nearest(page, draft, _RATES - {"population"} if of_whom else _RATES)
    return named or ("coverage" if of_whom and draft.opens else _share_of(previous or earlier))


def _makes_up(page: Page, draft: Draft) -> bool:
    """Whether a people is a share of the population: "Khmer people make up over 31% of the population"."""
    if not _OF_POPULATION.match(page.text, draft.right.start) or not _MAKE_UP.search(page.text, *draft.left):
        return False
    named = page.hits["group"].within(*draft.left)[-1:]
    return any(usually("group", "usualMeasure").get(hit.notation) != "participants" for hit in named)


def _of_the_plan(page: Page, draft: Draft) -> str | None:
    """What the plan is of, where it says so: "100% of the collection plan"; of a source of money, that it is paid."""
    if is_of_capital(page, draft):
        return "payment"
    plan = _PLAN.match(page.text, draft.right.start)
    hits = _hits(page, Span(draft.right.start, plan.end())) if plan else []
    return next((n for hit in hits for n in hit.notations if n in _MONEY | _PEOPLE), None)


def _share_of(previous: Draft | None) -> str:
    """A share behind a count measures how far the scheme reaches, unless the count is of something else."""
    if previous is None or previous.measure in ("participants", "recipients", "records", "cards", "other"):
        return "coverage"
    if previous.measure == "poor-population":
        return "poverty-rate"
    return previous.measure


def _of_count(page: Page, draft: Draft, previous: Draft | None) -> str:
    noun = draft.quantity.measure
    befell = _befell(page, draft)
    if befell:
        return befell
    if noun and draft.quantity.row in ("done", "of") and "organisations" in noun.notations:
        return "coverage"  # "118/132 communes": how many have a thing or reach a norm
    receives = draft.unit in ("person", "household") or noun is None or set(noun.notations) == {"organisations"}
    if receives and previous and leads_to_receivers(page.text[draft.left.start : draft.left.end], draft, previous):
        return "recipients"
    if noun is not None and not set(noun.notations) <= _VAGUE:
        draft.found.setdefault("measure", noun.span)
        return next(n for n in noun.notations if n not in _VAGUE)
    person = draft.unit in ("person", "household")
    if person and previous and previous.measure == "poverty-rate" and _BRACKET.fullmatch(page.text, *draft.left):
        return "poor-population"
    if noun is not None and set(noun.notations) == {"organisations"} and _takes_part(page, draft):
        return "participants"
    if draft.antecedent:
        return _told_behind(page, draft) or draft.antecedent.measure
    if person and previous and previous.unit == "item" and _ITEMS_TO.fullmatch(page.text, *draft.left):
        return "recipients"
    named = _nearest(page, draft, _PEOPLE if person else _PEOPLE | _VAGUE | {"tasks", "debt", "coverage"})
    if named:
        return named
    if person:
        return noun.notation if noun and noun.notation in _PEOPLE else _of_persons(page, draft, previous)
    return noun.notation if noun else "other"


def _befell(page: Page, draft: Draft) -> str | None:
    """What the verb right behind says to have befallen what is counted: "612 schools were damaged"."""
    start = draft.quantity.span.end
    for hit in page.hits["measure passive cue"].within(
        start, min(draft.right.end, draft.quantity.whole.end + _RIGHT_BEHIND)
    ):
        if not _WHOSE.search(page.text, start, hit.start):
            draft.found["measure"] = hit.span
            return hit.notation
    return None


def _told_behind(page: Page, draft: Draft) -> str | None:
    """The measure that the words right behind a number without a noun tell: "4,568 of them found jobs"."""
    start = draft.quantity.whole.end
    for hit in page.hits["measure cue"].within(start, min(draft.sentence.span.end, start + _RIGHT_BEHIND)):
        named = [n for n in hit.notations if n in _PEOPLE]
        if named:
            draft.found["measure"] = hit.span
            return named[0]
    return None


def _of_persons(page: Page, draft: Draft, previous: Draft | None) -> str:
    """What a count of persons measures when no word near it tells: its group, its scheme or its row may."""
    for hit in page.hits["group"].within(draft.quantity.span.end, draft.right.end):
        usual = usually("group", "usualMeasure").get(hit.notation)
        if usual and (usual != "poor-population" or draft.unit == "household"):
            return usual
    if {n for hit in page.hits["field"].within(*draft.left) for n in hit.notations} & _INSURANCE:
        return "participants"
    alike = previous is not None and previous.unit in ("person", "household") and previous.kind == "count"
    return previous.measure if previous is not None and alike else "recipients"


def _takes_part(page: Page, draft: Draft) -> bool:
    """ "47 units expanded with 108 workers participating"."""
    return any("participants" in hit.notations for hit in page.hits["measure cue"].within(*draft.near(draft.clause)))


def _nearest(page: Page, draft: Draft, allowed: Collection[str], *, near_only: bool = False) -> str | None:
    """The measure whose cue stands nearest to the number, in its own stretch first, then in its clause."""
    start, end = draft.quantity.whole.start, draft.quantity.whole.end
    best: tuple[int, str, Hit] | None = None
    hits = _hits if draft.kind != "count" else _cues
    for hit in hits(page, draft.left if near_only else Span(draft.near(draft.clause).start, draft.right.end)):
        named = [n for n in hit.notations if n in allowed]
        if not named or (hit.start < end and hit.end > start):
            continue
        distance = start - hit.end if hit.end <= start else hit.start - end + _BEHIND
        if draft.kind == "amount" and _PASSIVE.match(page.text, hit.start) and hit.start - end in (0, 1):
            distance = 0  # "28.4 billion VND was disbursed"
        distance += _ACROSS if hit.end <= draft.left.start else 0
        nearer = best is None or distance < best[0]
        if nearer and not (_of_the_one_before(page, draft, hit) or _of_another(page, end, hit)):
            best = (distance, named[0], hit)
    if best is None:
        return None
    draft.found["measure"] = best[2].span
    return best[1]


def _of_another(page: Page, end: int, hit: Hit) -> bool:
    """Whether a word behind a number tells of somebody else: "12 households whose children were trained"."""
    return hit.start > end and _WHOSE.search(page.text, end, hit.start) is not None


def _of_the_one_before(page: Page, draft: Draft, hit: Hit) -> bool:
    """ "786 officials were trained, 1,456 collaborators …": a passive verb closes the row's last figure."""
    passive = not draft.opens and _PASSIVE.match(page.text, hit.start) is not None
    return passive and _UP_TO_TWO_WORDS.fullmatch(page.text[hit.end : draft.quantity.whole.start]) is not None


def _cues(page: Page, span: Span) -> Sequence[Hit]:
    return page.hits["measure cue"].within(*span)


def _hits(page: Page, span: Span) -> Sequence[Hit]:
    return [*page.hits["measure cue"].within(*span), *page.hits["measure"].within(*span)]
