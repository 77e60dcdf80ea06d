"""A figure while its attributes are being found: the quantity, the text around it, what is known so far."""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from ansinh.lexicon import Hit
from ansinh.model import UNKNOWN_PERIOD, Period, Span
from ansinh.reading.page import Page
from ansinh.reading.sentences import Sentence, clauses
from ansinh.recognising.quantities import OF_THEM, Quantity

# how far, in characters, a clause or sentence is searched for what it says of a figure; few are longer
REACH = 700
_FROM = re.compile(r"\bfrom\s*(?:vn[dđ]\s*)?$")
_LABEL = re.compile(r":\s*$")
_NUMBER_OF = re.compile(r"\b[Nn]umber\s+of\b")
# what stands between the money and those who get it: "VND was spent to buy cards for", "VND in 2026 to build"
_TO_RECEIVERS = re.compile(
    r"[^,;:()\d]{0,50}\b(?:to|for|among)\s+(?:(?:buy|build|pay|purchase|repair|support|help|provide|give|cover|serve)\w*\s+"
    r"(?:[^,;:()\d]{0,40}?\b(?:for|to)\s+)?)?(?:(?:a|an|the|total|of|all|about|over|nearly|almost|some|more|than|around)\s+){0,4}",
    re.IGNORECASE,
)
_MILLION = 6
PERSONS = frozenset(("person", "household"))
_REMEMBERED = 12  # figures before, for those that carry on their noun


@dataclass(slots=True)
class Draft:
    """A figure in the making.

    `left` and `right` reach to the neighbouring quantities or the ends of the clause; `clause` is the stretch between
    semicolons. `opens` tells whether it is the first figure of its clause; `antecedent` is the figure whose noun it
    carries on. `anybody` tells that its words name people or workers in general.
    """

    quantity: Quantity
    sentence: Sentence
    clause: Span
    left: Span
    right: Span
    opens: bool
    unit: str
    kind: str = "count"
    measure: str = "other"
    bound: str = "exact"
    status: str = "reported"
    direction: str | None = None
    field: str | None = None
    beneficiary: tuple[str, ...] = ()
    place: str | None = None
    period: Period = UNKNOWN_PERIOD
    documents: tuple[str, ...] = ()
    document_ids: tuple[str, ...] = ()
    outcome: int = -1
    part_of: int | None = None
    rule: str = ""
    antecedent: Draft | None = None
    anybody: bool = False
    found: dict[str, Span] = dataclasses.field(default_factory=dict)

    def near(self, span: Span) -> Span:
        """The part of the number's clause or sentence that lies within reach of it."""
        if span[1] - span[0] <= REACH:
            return span
        start, end = self.quantity.whole.start - REACH, self.quantity.whole.end + REACH
        return Span(max(span.start, start), min(span.end, end))


def is_old_level(page: Page, draft: Draft) -> bool:
    """Whether a figure is the old level of a raise or a fall: "raised from 500,000 VND"."""
    last = page.lower.rfind("from", *draft.left)
    return last >= 0 and _FROM.match(page.lower, last, draft.left.end) is not None


def leads_to_receivers(left: str, draft: Draft, previous: Draft) -> bool:
    """Whether the money before goes to what this figure counts: "was spent to buy cards for 118,240 people"."""
    together = previous.kind == "amount" and previous.clause == draft.clause
    return together and _TO_RECEIVERS.fullmatch(left) is not None


def drafts(page: Page, read: Sequence[Quantity]) -> list[Draft]:
    """The quantities that count something, each with the text around it; those without any unit are left out."""
    made: list[Draft] = []
    starts = [quantity.span.start for quantity in read]
    for sentence in page.sentences if read else ():
        start, end = sentence.span
        if bisect_left(starts, start) == bisect_left(starts, end):
            continue
        for clause in clauses(page.text, sentence.span):
            here = read[bisect_left(starts, clause.start) : bisect_left(starts, clause.end)]
            made += _in_clause(page, sentence, clause, here, made[-_REMEMBERED:])
    return made


def _in_clause(
    page: Page, sentence: Sentence, clause: Span, here: Sequence[Quantity], before: Sequence[Draft]
) -> list[Draft]:
    made: list[Draft] = []
    for i, quantity in enumerate(here):
        start = here[i - 1].whole.end if i else clause.start
        end = here[i + 1].whole.start if i + 1 < len(here) else clause.end
        left, right = Span(start, quantity.whole.start), Span(quantity.whole.end, max(end, quantity.whole.end))
        unit, antecedent = quantity.unit, None
        if unit is None:
            subject = _subject(page, left)
            unit = subject.notation if subject else None
            if quantity.row == "of" and made:
                unit = made[-1].unit
            quantity = quantity._replace(noun=subject.span) if subject else quantity  # noqa: PLW2901 - the same, completed
        if unit is None:
            antecedent = _antecedent(page, quantity, sentence, [*before, *made])
            if antecedent is None:
                continue
            unit = antecedent.unit
        made.append(Draft(quantity, sentence, clause, left, right, i == 0, unit, antecedent=antecedent))
    return made


def _subject(page: Page, left: Span) -> Hit | None:
    """The noun before its number: "Students: 356,904", "the number of people who received training was 13,450"."""
    unit = page.hits["unit"]
    label = _LABEL.search(page.text[left.start : left.end])
    if label:
        named = unit.ending(left.start + label.start(), page.text)
        return named if named and named.notation in ("person", "household") else None
    counted = _NUMBER_OF.search(page.text[left.start : left.end])
    return next(iter(unit.within(left.start + counted.end(), left.end)), None) if counted else None


def _antecedent(page: Page, quantity: Quantity, sentence: Sentence, before: Sequence[Draft]) -> Draft | None:
    """The figure whose noun a number without one carries on: "Japan 99, Taiwan 41", "420 stayed", "71,000 at present".

    It stands in the same sentence or in the one before, in the same paragraph; money carries on money.
    """
    units = ("VND",) if quantity.scale >= _MILLION else ("person", "household", "item")
    of_them = OF_THEM.match(page.text, quantity.whole.end) is not None
    carried = (d for d in reversed(before) if d.unit in units and not (of_them and d.quantity.value < quantity.value))
    previous = next(carried, None)
    if previous is None or previous.sentence is sentence:
        return previous
    return previous if page.sentence_before(sentence) is previous.sentence else None
