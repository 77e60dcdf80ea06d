"""What the figures of one result, and a whole and its parts, tell each other: group, field, measure, documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from ansinh.reading.page import Page
from ansinh.relating.drafts import PERSONS, Draft
from ansinh.relating.groups import GENERAL, narrowest, of_the_whole

# of one result these are the result of the same documents; a level or a target may be another document's
_OF_ONE_DOCUMENT = frozenset(("count", "amount", "attainment"))


def share_attributes(page: Page, drafts: Sequence[Draft]) -> None:
    """Money, rates, changes and attainments have the group and the field of the result that they belong to.

    A part that names no group of its own has its whole's.
    """
    for draft in drafts:
        if drafts[draft.outcome] is not draft:
            _tell_head(drafts[draft.outcome], draft)
    _share_with_wholes(drafts)
    part: Draft | None = None  # the last of the parts that a sentence before listed
    for i, draft in enumerate(drafts):
        if draft.part_of is not None and draft.outcome == i:
            _share_with_part(drafts[draft.part_of], draft)
        previous = drafts[i - 1] if i else draft
        if draft.sentence.paragraph != previous.sentence.paragraph:
            part = None
        elif draft.sentence is not previous.sentence and previous.part_of is not None:
            part = previous
        if part is not None and part.part_of is not None and draft.part_of is None:
            _speak_of(drafts[part.part_of], part, draft)
        if drafts[draft.outcome] is not draft and draft.kind != "count":
            _hear_head(page, drafts[draft.outcome], previous, draft)
    for done, total in pairwise(drafts):
        if total.quantity.row == "of":
            total.beneficiary, total.field, total.measure = done.beneficiary, done.field, done.measure


def _tell_head(head: Draft, draft: Draft) -> None:
    """What the first figure of a result learns: "61,350 gifts worth 24.5 billion VND for poor households"."""
    if draft.kind == "amount" or (head.kind == "amount" and draft.kind == "count"):
        if "beneficiary" in draft.found and "beneficiary" not in head.found:
            head.beneficiary, head.found["beneficiary"] = draft.beneficiary, draft.found["beneficiary"]
        elif draft.kind == "count":
            head.beneficiary = head.beneficiary or draft.beneficiary
        if "borrower" in draft.beneficiary and head.kind == "amount" and head.measure in ("payment", "allocation"):
            head.measure = "lending"
        if head.measure == "lending" and draft.measure == "recipients":
            # whoever gets a loan is a borrower
            head.beneficiary = draft.beneficiary = narrowest((*draft.beneficiary, "borrower"))
    alike = {head.kind, draft.kind} <= _OF_ONE_DOCUMENT and head.status == draft.status
    if alike and head.clause == draft.clause:
        _share_documents(head, draft)


def _hear_head(page: Page, head: Draft, previous: Draft, draft: Draft) -> None:
    """What a further figure of a result, other than a count, has from the first."""
    if draft.unit.startswith("percentage-point") and previous.outcome == draft.outcome:
        head = previous  # a change of a rate speaks of whom the rate speaks of
    share = draft.kind == "rate" and (
        of_the_whole(page, draft) or (head.kind == "count" and draft.measure not in ("coverage", head.measure))
    )
    if not draft.beneficiary and not share:
        draft.beneficiary = head.beneficiary
    draft.field = head.field or draft.field


def _share_with_wholes(drafts: Sequence[Draft]) -> None:
    """A whole that names no group is for the groups of its parts: "24,103 gifts: 11,026 for poor households, …"."""
    parts: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.part_of is not None and "beneficiary" in draft.found and not draft.anybody:
            parts[draft.part_of].append(draft)
    for outcome, listed in parts.items():
        whole = drafts[outcome]
        if len(listed) > 1 and whole.kind in ("count", "amount") and set(whole.beneficiary) <= GENERAL:
            whole.beneficiary = narrowest(group for part in listed for group in part.beneficiary)


def _share_documents(one: Draft, other: Draft) -> None:
    """The cost and the count of one result are the result of the same documents."""
    if one.documents and not other.documents:
        other.documents, other.document_ids = one.documents, one.document_ids
    elif other.documents and not one.documents and other.kind != "attainment":
        one.documents, one.document_ids = other.documents, other.document_ids


def _speak_of(whole: Draft, part: Draft, draft: Draft) -> None:
    """Give a figure behind a list of parts the field and the group of the whole, where it only had the last part's."""
    if "field" not in draft.found:
        draft.field = whole.field
    if (draft.anybody or "beneficiary" not in draft.found) and draft.beneficiary == part.beneficiary:
        draft.beneficiary = whole.beneficiary


def _share_with_part(whole: Draft, part: Draft) -> None:
    if "beneficiary" not in part.found:
        part.beneficiary = whole.beneficiary
    paid = whole.measure == "allocation" and part.measure == "payment" and "measure" in part.found
    listed = part.kind == whole.kind == "count" and part.antecedent is None and {part.unit, whole.unit} <= PERSONS
    if not paid and (listed or part.kind == "amount" or "measure" not in part.found):
        part.measure = whole.measure
    if part.kind == "amount" or "field" not in part.found:
        part.field = whole.field
    if not part.documents:
        part.documents, part.document_ids = whole.documents, whole.document_ids
