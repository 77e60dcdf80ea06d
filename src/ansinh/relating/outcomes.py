"""Which figures tell of one result, and which result is a part of which."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ansinh.reading.page import Page
from ansinh.relating.drafts import Draft
from ansinh.relating.subjects import of_the_whole

_OF_WHICH = re.compile(
    r"\b(?:of\s+(?:which|whom|these|them|those)|including|in\s+which|of\s+the\s+total|this\s+group\s+consists\s+of|they\s+are|among\s+(?:them|these|which)|consisting\s+of|comprising|among\s+the)\b",
    re.IGNORECASE,
)
_WITH = re.compile(
    r"(?:,?\s*(?:with|worth|at|costing|valued\s+at|for)\s+(?:(?:a|an|the)\s+)?(?:[\w-]+\s+){0,5}?|\s*\(\s*(?:[\w-]+\s+){0,4})(?:VN[DĐ]\s*)?$",
    re.IGNORECASE,
)
_OF = re.compile(r"\s*of\b")
_REMAINING = re.compile(r"\bremaining\s*$", re.IGNORECASE)


def set_outcomes(page: Page, drafts: Sequence[Draft]) -> None:
    """Number the outcomes by the index of their first figure, and give parts the outcome that they are a part of."""
    for i, draft in enumerate(drafts):
        here = [d for d in drafts[:i] if d.sentence is draft.sentence]
        joined = _joins(page, draft, here, drafts[:i])
        draft.outcome = joined.outcome if joined is not None else i
        if joined is None:
            whole = _whole(page, draft, here)
            draft.part_of = whole.outcome if whole is not None else None
        elif draft.kind in ("count", "amount") and joined.part_of is not None:
            draft.part_of = joined.part_of


def _joins(page: Page, draft: Draft, here: Sequence[Draft], before: Sequence[Draft]) -> Draft | None:
    """The figure whose outcome this one shares, if any."""
    previous = here[-1] if here else None
    if draft.quantity.row in ("of", "high") and previous:
        return previous
    if previous and previous.part_of is not None and draft.kind in ("change", "attainment", "rate", "amount"):
        closed = page.text[draft.left.start : draft.left.end].lstrip().startswith(")")
        previous = _by_outcome(here, previous.part_of) if closed else previous
    if (
        previous
        and draft.opens
        and draft.beneficiary
        and draft.beneficiary != previous.beneficiary
        and draft.kind == "change"
    ):
        return None
    if draft.kind in ("change", "attainment"):
        return previous or _same_measure(draft, before)
    if draft.kind == "rate":
        return _rate_joins(page, draft, previous, before)
    if draft.kind == "standard":
        return _standard_joins(page, draft, previous)
    if draft.kind == "amount":
        return _amount_joins(page, draft, here, before)
    if (
        previous
        and previous.kind == "count"
        and page.text[draft.left.start : draft.left.end].rstrip().endswith(" with")
    ):
        return previous
    return None


def _same_measure(draft: Draft, before: Sequence[Draft]) -> Draft | None:
    return next((d for d in reversed(before) if d.measure == draft.measure and d.field == draft.field), None)


def _rate_joins(page: Page, draft: Draft, previous: Draft | None, before: Sequence[Draft]) -> Draft | None:
    same = next(
        (
            d
            for d in reversed(before)
            if d.measure == draft.measure
            and d.field == draft.field
            and d.beneficiary == draft.beneficiary
            and d.kind in ("rate", "change")
        ),
        None,
    )
    if previous is None:
        return None if _OF.match(page.text, draft.right.start) and not of_the_whole(page, draft) else same
    if previous.kind in ("rate", "change", "attainment") and previous.measure == draft.measure:
        return previous
    left = page.text[draft.left.start : draft.left.end]
    return same if ";" in left or draft.opens else previous if draft.measure in ("coverage", previous.measure) else same


def _standard_joins(page: Page, draft: Draft, previous: Draft | None) -> Draft | None:
    if previous is None:
        return None
    if previous.kind == "standard":
        row = previous.quantity.row == "low" or re.search(
            r"\bto\s*(?:VN[DĐ]\s*)?$", page.text[draft.left.start : draft.left.end]
        )
        return previous if row else None
    return previous if previous.kind in ("count", "amount") else None


def _amount_joins(page: Page, draft: Draft, here: Sequence[Draft], before: Sequence[Draft]) -> Draft | None:
    left = page.text[draft.left.start : draft.left.end]
    if _OF_WHICH.search(left):
        return None
    counts = [d for d in here if d.kind == "count" and d.quantity.row != "of" and d.clause == draft.clause]
    if counts and (_WITH.search(left) or draft.measure == "payment"):
        return (
            counts[-1]
            if counts[-1].part_of is None or not re.match(r",?\s*(?:with\s+(?:a\s+)?)?total\b", left)
            else _by_outcome(here, counts[-1].part_of)
        )
    if (
        not here
        and before
        and draft.opens
        and before[-1].sentence.paragraph == draft.sentence.paragraph
        and before[-1].kind == "count"
        and draft.measure == "payment"
    ):
        return None
    return None


def _by_outcome(here: Sequence[Draft], outcome: int) -> Draft | None:
    return next((d for d in here if d.outcome == outcome), None)


def _whole(page: Page, draft: Draft, here: Sequence[Draft]) -> Draft | None:
    """The figure that this one is a part of: named before "of which", or the one before it in its row of parts."""
    if draft.kind not in ("count", "amount") or not here:
        return None
    left = page.text[draft.left.start : draft.left.end]
    candidates = [d for d in here if d.kind in ("count", "amount") and d.quantity.row != "of"]
    if not candidates:
        return None
    if _OF_WHICH.search(left) or _REMAINING.search(left):
        return (
            candidates[-1]
            if not _in_row(candidates[-1], draft, left)
            else _by_outcome(here, candidates[-1].part_of or -1)
        )
    if candidates[-1].part_of is not None and _in_row(candidates[-1], draft, left):
        return _by_outcome(here, candidates[-1].part_of)
    return None


def _in_row(previous: Draft, draft: Draft, left: str) -> bool:
    """Whether two parts stand side by side: "Japan 99, Taiwan 41"."""
    return (
        previous.unit == draft.unit and len(left) < 60 and not re.search(r"[;.]", left) and previous.part_of is not None
    )


def share_attributes(page: Page, drafts: Sequence[Draft]) -> None:
    """Money, rates, changes and attainments have the group and the field of the result that they belong to."""
    for draft in drafts:
        head = drafts[draft.outcome if draft.part_of is None else draft.part_of]
        if draft.part_of is not None and draft.inherited and "beneficiary" not in draft.found:
            draft.beneficiary, draft.field, draft.measure = head.beneficiary, head.field, head.measure
        head = drafts[draft.outcome]
        if head is draft or draft.kind == "count":
            continue
        if not draft.beneficiary and not (
            draft.kind == "rate" and (of_the_whole(page, draft) or (head.kind == "count" and draft.measure != "coverage"))
        ):
            draft.beneficiary = head.beneficiary
        draft.field = head.field or draft.field
