"""Which figures tell of one result, and which result is a part of which."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from ansinh.reading.page import Page
from ansinh.recognising.quantities import OF_THEM
from ansinh.relating.drafts import PERSONS, Draft, leads_to_receivers
from ansinh.relating.groups import of_the_whole

_OF_WHICH = re.compile(
    r"\b(?:of\s+(?:which|whom|these|them|those|(?:this|that)(?=,|\s+(?:amount|number|total|sum|figure|money)\b))"
    r"|includ(?:ing|es)|in\s+(?:which|there)|of\s+the\s+total|consist(?:s|ing)\s+of|they\s+are"
    r"|among\s+(?:them|these|which|the)|compris(?:ing|es)|broken\s+down|specifically)\b"
)  # in small letters
_OPENS_PARTS = re.compile(
    r"(?:of\s+(?:which|whom|these|them|those|this|that)|in\s+(?:which|there)|including|among\s+(?:them|these|those)|they\s+are"
    r"|(?:this|these)\s+\w+\s+(?:consist|includ|compris)\w+)\b",
    re.IGNORECASE,
)
# what stands before the cost, the amount or the number that belongs to the count before
_WITH = re.compile(
    r"(?:,?\s*(?:with|worth|at|costing|valued\s+at|for)\s+(?:(?:a|an|the)\s+)?(?:[\w-]+\s+){0,5}?|\s*\(\s*(?:[\w-]+\s+){0,4})(?:VN[DĐ]\s*)?$",
    re.IGNORECASE,
)
# what stands before the share of the count before: ", reaching", ", or almost", "(", ", a rate of"
_SHARE = re.compile(
    r"(?:[,(]|\bor\b)\s*(?:(?:reach|gett|achiev|attain|account|represent|mak|cover)ing(?:\s+(?:to|for|up))?|or|equal(?:ing)?(?:\s+to)?|equivalent\s+to"
    r"|that\s+is|which\s+is|a\s+(?:coverage\s+)?rate\s+of)?\s*(?:about|almost|nearly|over|only|more\s+than)?\s*$",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"(?<!compared)\s+with\s*$")
_BRACKET = re.compile(r"\(\s*(?:VN[DĐ]\s*)?$")
_TOTAL = re.compile(r"\btotal\b")
_OPENED = re.compile(r"[^;]*[:(]")
_BREAKDOWN = re.compile(r"(?:[:(]|^)\s*(?:[\w'’\"“”-]+\s+){0,4}(?:VN[DĐ]\s*)?$")
# "Japan (1,160 people)" · "4,568 of them"
_IN_BRACKETS = re.compile(r"[A-ZĐ][\w'’]+\s*\($")
_NEXT_PART = re.compile(
    r"\W*(?:[^;:.()]{0,110}?)(?:,|\band\b|\bfollowed\s+by\b|\()[^;:.]{0,40}$|\W*\)?\s*,[^;:.]{0,60}\(?$"
)
_TARGET_OF = re.compile(r"\b(?:target|plan|estimate)\s+of\s*$", re.IGNORECASE)
_REMAINING = re.compile(r"[RrOo](?<!\w.)(?i:emaining|ther)\s*$")
# "people with meritorious services alone numbered 29,317"
_ALONE = re.compile(r"[Aa](?<!\w.)(?i:lone)\s+(?:\w+\s+){0,2}$")
# "the largest number (97 people), next is Cu Jut with 84 people" · "Nghe An leads with 96 houses, followed by …"
_RANKED = re.compile(
    r"\b(?:leads?|led|topp(?:ed|ing)|followed|comes?\s+next|next(?:\s+(?:is|are|comes?|came)|,)"
    r"|the\s+(?:most|largest|highest|greatest|biggest))\b"
)  # in small letters
_NEAR_COUNTRY = 50  # characters
_REMEMBERED = 40  # figures of one sentence that a further one can join
_RECENT = 12  # and of the text before, that one can be the rest of
_DISBURSED = re.compile(r"\bdisburs|\b(?:was|were|been)\s+(?:paid\s+out|spent|used)\b", re.IGNORECASE)
_TO = re.compile(r"\bto\s*(?:VN[DĐ]\s*)?$")
_OF = re.compile(r"\s*of\b")
_OF_THE = re.compile(r"\s+of\s+(?:the|these|those)\s")
# receivers and things whose level of support the same sentence may state
_RECEIVING = frozenset("recipients participants trainees gifts houses jobs payment allocation".split())


def set_outcomes(page: Page, drafts: Sequence[Draft]) -> None:
    """Number the outcomes by the index of their first figure, and give parts the outcome that they are a part of."""
    told = _Told()
    index = 0
    for _, group in groupby(drafts, key=lambda d: d.sentence.span):
        here: list[Draft] = []
        for draft in group:
            joined = _joins(page, draft, here, told)
            draft.outcome = joined.outcome if joined is not None else index
            if draft.quantity.row == "of" and joined is not None and joined.part_of is None:
                whole = _counted_before(draft, told.recent)
                joined.part_of = whole.outcome if whole is not None else None
            elif joined is None:
                whole = _whole(page, draft, here, told.last) or _implied_whole(page, draft, [*told.recent, *here])
                draft.part_of = whole.outcome if whole is not None else None
            elif draft.kind == "count" or (draft.kind == "amount" and _of_money(joined, [*told.recent, *here])):
                draft.part_of = joined.part_of
            here = [*here[-_REMEMBERED:], draft]
            index += 1
        told.add(here)


class _Told:
    """What earlier sentences told: the last sentence's figures, and the last figure by what it measures."""

    def __init__(self) -> None:
        self.last: Sequence[Draft] = ()
        self.recent: Sequence[Draft] = ()
        self._levels: dict[tuple[object, ...], Draft] = {}

    def add(self, sentence: Sequence[Draft]) -> None:
        """Keep the figures of one more sentence."""
        self.last = sentence
        self.recent = [*self.recent, *sentence][-_RECENT:]
        for draft in sentence:
            self._levels[_matter(draft)] = draft

    def same(self, draft: Draft) -> Draft | None:
        """The last figure of an earlier sentence that measures the same of the same group."""
        return self._levels.get(_matter(draft))


def _matter(draft: Draft) -> tuple[object, ...]:
    """What a figure is about; the poverty rate and the number of the poor are one matter."""
    groups = frozenset(draft.beneficiary)
    if draft.measure in ("poverty-rate", "poor-population"):
        return "poverty", draft.place, draft.field, groups - {"poor-household"}
    return draft.measure, draft.place, draft.field, groups, draft.kind in ("rate", "change", "attainment")


def _joins(page: Page, draft: Draft, here: Sequence[Draft], told: _Told) -> Draft | None:
    """The figure whose outcome this one shares, if any."""
    previous = here[-1] if here else None
    left = page.text[draft.left.start : draft.left.end]
    if previous and draft.quantity.row in ("of", "high"):
        return previous
    if previous and previous.part_of is not None and draft.kind != "count" and left.lstrip().startswith(")"):
        previous = _by_outcome(here, previous.part_of) or previous
    if draft.kind in ("change", "attainment"):
        return _change_joins(draft, previous, told)
    if draft.kind == "rate":
        return _rate_joins(page, draft, previous, told)
    if draft.kind == "standard":
        return _standard_joins(left, draft, previous)
    if draft.kind == "amount":
        return _amount_joins(left, draft, here)
    return _count_joins(left, draft, previous, told)


def _change_joins(draft: Draft, previous: Draft | None, told: _Told) -> Draft | None:
    if previous is None:
        return told.same(draft)
    own_group = draft.opens and draft.beneficiary and draft.beneficiary != previous.beneficiary
    if draft.kind == "change" and own_group:
        return None
    if previous.measure != draft.measure and draft.opens and draft.kind == "attainment":
        return told.same(draft)
    return previous


def _rate_joins(page: Page, draft: Draft, previous: Draft | None, told: _Told) -> Draft | None:
    if previous is None:
        base = _OF.match(page.text, draft.right.start) and not of_the_whole(page, draft)
        return told.same(draft) if not base or draft.measure == "poverty-rate" else None
    alike = previous.measure == draft.measure and previous.place == draft.place
    if previous.kind in ("rate", "change") and alike and previous.clause == draft.clause:
        return previous
    if previous.clause == draft.clause and _SHARE.search(page.text, *draft.left):
        return previous
    return told.same(draft)


def _standard_joins(left: str, draft: Draft, previous: Draft | None) -> Draft | None:
    if previous is None:
        return None
    if previous.kind == "standard":
        return previous if _TO.search(left) and previous.clause == draft.clause else None
    return previous if previous.measure in _RECEIVING else None


def _amount_joins(left: str, draft: Draft, here: Sequence[Draft]) -> Draft | None:
    if not here or _OF_WHICH.search(left.lower()):
        return None
    if here[-1].kind == "change" and _BRACKET.search(left):
        return here[-1]  # the earlier level, in brackets behind the change
    counts = [d for d in here if d.kind == "count" and d.quantity.row != "of" and d.clause == draft.clause]
    if not counts or not (_WITH.search(left) or draft.measure == "payment" or "," not in left):
        return None
    whole = _by_outcome(here, counts[-1].part_of) if _TOTAL.search(left) and counts[-1].part_of is not None else None
    return whole or counts[-1]


def _count_joins(left: str, draft: Draft, previous: Draft | None, told: _Told) -> Draft | None:
    if previous is not None:
        if _TARGET_OF.search(left) and previous.kind == "attainment":
            return previous
        if leads_to_receivers(left, draft, previous):
            return previous
        beside = previous.kind == "count" or draft.measure == "recipients"
        return previous if beside and _BESIDE.search(left) and previous.clause == draft.clause else None
    return told.same(draft) if draft.measure == "poor-population" and _matter(draft)[3] == frozenset() else None


def _of_money(joined: Draft, before: Sequence[Draft]) -> bool:
    return any(d.kind == "amount" and d.outcome == joined.part_of for d in before)


def _by_outcome(here: Sequence[Draft], outcome: int | None) -> Draft | None:
    return next((d for d in here if d.outcome == outcome), None)


def _whole(page: Page, draft: Draft, here: Sequence[Draft], last: Sequence[Draft]) -> Draft | None:
    """The figure that this one is a part of: named before "of which", a colon or a bracket, or that of its row."""
    if draft.kind not in ("count", "amount"):
        return None
    left = page.text[draft.left.start : draft.left.end]
    if draft.antecedent and OF_THEM.match(page.text, draft.quantity.whole.end):
        return draft.antecedent
    wholes = [d for d in here if d.kind == draft.kind and d.quantity.row != "of"]
    if not here and (_OPENS_PARTS.match(left) or _ALONE.search(left)):
        wholes = [d for d in last if d.kind == draft.kind and d.quantity.row != "of"][:1]
        near = wholes and wholes[0].sentence.paragraph == draft.sentence.paragraph
        return wholes[0] if near and (_OPENS_PARTS.match(left) or _alike(wholes[0], draft)) else None
    if not wholes:
        return None
    nearest = wholes[-1]
    opened = ")" not in left and _OPENED.match(left) is not None
    if opened and _BREAKDOWN.search(left) and _alike(nearest, draft) and (here[-1] is nearest or ":" in left):
        return nearest
    abroad = _by_country(page, draft) and not _by_country(page, nearest)
    if _IN_BRACKETS.search(left) and (nearest.part_of is None or abroad) and _alike(nearest, draft):
        return nearest
    if OF_THEM.match(page.text, draft.right.start):
        return nearest
    if _ALONE.search(left) and _alike(nearest, draft):
        return nearest
    remaining = _REMAINING.search(left) is not None
    if remaining and nearest.part_of is not None:
        return _by_outcome([*last, *here], nearest.part_of)
    behind = OF_THEM.match(left) and nearest.part_of is not None  # "116 of them were advanced and 23 models"
    if not behind and (remaining or _OF_WHICH.search(left.lower())):
        return nearest
    if nearest.part_of is not None and _in_row(nearest, draft, left):
        return _by_outcome(here, nearest.part_of) or _by_outcome(last, nearest.part_of)
    return None


def _counted_before(draft: Draft, before: Sequence[Draft]) -> Draft | None:
    """The figure that the second number of "41,830/52,618 people" repeats."""
    alike = (d for d in reversed(before) if d.kind == "count" and d.quantity.value == draft.quantity.value)
    return next((d for d in alike if _alike(d, draft) and d.sentence.paragraph == draft.sentence.paragraph), None)


def _implied_whole(page: Page, draft: Draft, before: Sequence[Draft]) -> Draft | None:
    """What the remaining ones remain of, and what disbursed money was allotted as."""
    if draft.kind not in ("count", "amount"):
        return None
    greater = [d for d in before if d.unit == draft.unit and d.quantity.value > draft.quantity.value]
    if not greater:
        return None
    if draft.kind == "count" and _REMAINING.search(page.text, *draft.left):
        same = (d for d in greater if d.measure == draft.measure or _same_noun(page, d, draft))
        return max(same, key=lambda d: d.quantity.value, default=None)
    if draft.kind == "count" and _told_apart(page, draft):
        told = (d for d in reversed(greater) if d.kind == "count" and not _told_apart(page, d))
        return next((d for d in told if d.sentence.paragraph == draft.sentence.paragraph), None)
    if draft.kind == "count" and (draft.measure == "violations" or _OF_THE.match(page.text, draft.quantity.span.end)):
        # "inspected 128 units, fined 39 units" · "1,948 of the orphans"
        alike = (d for d in reversed(greater) if d.kind == "count" and _same_noun(page, d, draft) and d.part_of is None)
        return next((d for d in alike if d.sentence.paragraph == draft.sentence.paragraph), None)
    if (
        draft.kind == "amount"
        and draft.field != "credit"
        and _DISBURSED.search(page.text, draft.left.start, draft.right.end)
    ):
        return next((d for d in reversed(greater) if d.measure == "allocation" and d.part_of is None), None)
    return None


def _told_apart(page: Page, draft: Draft) -> bool:
    return _RANKED.search(page.lower, *draft.left) is not None or (draft.unit == "person" and _by_country(page, draft))


def _by_country(page: Page, draft: Draft) -> bool:
    """Whether a count is told for one country of work: "Japan received 231 people, Taiwan 118 people"."""
    named = page.hits["market"].within(*draft.left)[-1:]
    return any(draft.quantity.whole.start - hit.end <= _NEAR_COUNTRY for hit in named)


def _same_noun(page: Page, one: Draft, other: Draft) -> bool:
    nouns = [page.text[d.quantity.noun.start : d.quantity.noun.end].lower() for d in (one, other) if d.quantity.noun]
    return len(nouns) == 2 and nouns[0].split()[-1] == nouns[1].split()[-1]


def _in_row(previous: Draft, draft: Draft, left: str) -> bool:
    """Whether two parts stand side by side: "Japan 99, Taiwan 41"."""
    beside = previous.part_of is not None and previous.clause == draft.clause
    return beside and _alike(previous, draft) and _NEXT_PART.fullmatch(left) is not None


def _alike(one: Draft, other: Draft) -> bool:
    return one.unit == other.unit or {one.unit, other.unit} <= PERSONS
