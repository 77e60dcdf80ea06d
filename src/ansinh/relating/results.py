"""Which document's result a figure is."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from ansinh.model import Citation
from ansinh.reading.page import Page
from ansinh.relating.drafts import REACH, Draft, is_old_level
from ansinh.relating.relations import longest_numbers

# "thanks to the Resolution", "under this Decree": the last document of that type
_ANAPHOR = re.compile(r"\b(?:[Tt]his|[Tt]he(?:\s+(?:new|above|said))?)\s+$")
# behind a figure: "assigned in Decision …", "set out in Plan …"
_SET_BEHIND = re.compile(
    r"[^;.]{0,70}?\b(?:assigned|set\s+out|set|stated|prescribed|stipulated|written|specified|approved|fixed|divided|distributed)"
    r"(?:\s+\w+){0,2}\s+(?:in|by|under)\s+(?:the\s+)?$"
)
# behind one or several figures: "under Decree …", "thanks to the Resolution"
_UNDER_BEHIND = re.compile(
    r"[^;.]{0,110}?\b(?:under|according\s+to|in\s+accordance\s+with|pursuant\s+to|thanks\s+to|for\s+the\s+new)\s+(?:the\s+)?$"
)
# "down 4.2%, meeting the target set by …": the target is the document's, not what meets it
_MEETING = re.compile(
    r"\b(?:meet|exceed|surpass|miss|reach|achiev|fulfil)\w*\s+(?:the|its|this)\s+(?:[\w-]+\s+){0,3}targets?\b", re.I
)
_TARGET_OF = re.compile(r"\btarget\s+(?:set\s+)?(?:of|by)\s+(?:the\s+)?$")
_FIXED_IN = re.compile(
    r"\b(?:(?:assigned|set\s+out|set|stated|prescribed|specified|fixed)\s+(?:in|by)"
    r"|(?:targets?|levels?|standards?|norms?)\s+(?:of\s+[^.;()]{1,40})?in)\s+(?:the\s+)?$"
)
# "the target of Resolution … dated … of the Committee (down 3%/year": the figure is the document's
_OF_TARGET = re.compile(
    r"(?:\s+(?:dated|of)\s+[^;.()]{0,90})?\s*(?:\(\s*(?:\w+\s+){0,2}|of\s+(?:cutting|reducing|lowering|raising|increasing)\s+(?:[\w-]+\s+){0,3})"
)
# a report tells of results, it has none; unless it is carried out
_MERELY_TELL = frozenset(("report", "notice", "submission"))
_CARRIED_OUT = re.compile(
    r"\b(?:pursuant\s+to|under|following|implement(?:ing)?|(?:implementation|execution)\s+of|carry(?:ing)?\s+out)\s+(?:the\s+)?$",
    re.I,
)
# "it helped 9,214 people", "payment at the new level": the sentence speaks of the document before
_SPEAKS_OF_IT = re.compile(
    r"(?:,|^)\s*it\s|\bat\s+(?:the|this)\s+(?:new\s+)?level\b|\bth(?:is|ese)\s+(?:support|policy|policies|groups?|subjects?)\b",
    re.IGNORECASE,
)
# between two documents that are named in one breath: what it begins with, what is said of the first, what remains
_LISTED = re.compile(r"[\s,;]*(?:and|of|dated|$)")
_SAID_OF_IT = re.compile(r"dated\s+\w+\s+\d+,?\s+\d{4}|of\s+the\s+[A-Z][\w' ]+")
_AND = re.compile(r"[\s,;]*(?:and)?\s*")
_IN_ONE_BREATH = 20  # documents
_REMEMBERED = 40  # figures of a paragraph, or documents of a page, that a further one can carry on
_LINKED = re.compile(
    r"\s*(?:Thereby|Thus|As\s+a\s+result|Accordingly|(?:From|With)\s+(?:that|this)|In\s+(?:that|which)|To\s+date|Up\s+to\s+now|By\s+now|So\s+far"
    r"|As\s+of|Of\s+(?:which|these|them|this|that)|Since\s+then|It\s+is\s+(?:expected|estimated)|Th(?:is|ese)\s+(?:support|policy|polic|level|group|subject|regime)\w*)\b"
)


@dataclass(frozen=True, slots=True)
class _Basis:
    """A place in the text from which on figures are the result of documents."""

    start: int
    end: int
    documents: tuple[Citation, ...]
    goes_on: bool = True


def set_documents(page: Page, drafts: Sequence[Draft], citations: Sequence[Citation], objects: frozenset[int]) -> None:
    """Give each draft the documents whose result it is.

    `objects` are the places of citations that only say what another document amends, replaces or carries out.
    """
    numbers = longest_numbers(citations)
    bases: dict[int, list[_Basis]] = defaultdict(list)
    for basis in _bases(page, citations, objects):
        sentence = page.sentence_at(basis.start)
        if sentence:
            bases[sentence.paragraph].append(basis)
    for paragraph, group in groupby(drafts, key=lambda d: d.sentence.paragraph):
        if paragraph in bases:
            _in_paragraph(page, list(group), bases[paragraph], numbers)


def _in_paragraph(page: Page, here: Sequence[Draft], bases: Sequence[_Basis], numbers: Mapping[str, str]) -> None:
    going_on = [basis for basis in bases if basis.goes_on]
    for i, draft in enumerate(here):
        if draft.kind == "standard" and is_old_level(page, draft):
            continue  # the old level of a raise is not the result of what raises it
        own = _own(page, draft, bases)
        if own is None:
            index = bisect_right(going_on, draft.quantity.span.start, key=lambda b: b.end) - 1
            before = here[max(0, i - _REMEMBERED) : i]
            own = going_on[index] if index >= 0 and _goes_on(page, draft, going_on[index], before) else None
        if own is not None:
            draft.documents = tuple(dict.fromkeys(numbers[c.id] for c in own.documents))
            draft.document_ids = tuple(dict.fromkeys(c.id for c in own.documents))
            draft.found["documents"] = own.documents[0].span


def _own(page: Page, draft: Draft, bases: Sequence[_Basis]) -> _Basis | None:
    """A document named right behind the figure as what fixes it."""
    first = bisect_left(bases, draft.quantity.whole.start - REACH, key=lambda b: b.start)
    for basis in bases[first : bisect_right(bases, draft.clause.end, key=lambda b: b.start)]:
        if not basis.goes_on and _OF_TARGET.fullmatch(page.text[basis.end : draft.quantity.whole.start]):
            return basis
        behind = page.text[draft.quantity.whole.end : basis.start]
        if basis.start < draft.quantity.whole.end or _MEETING.search(behind):
            continue
        if _UNDER_BEHIND.fullmatch(behind) or (basis.start <= draft.right.end and _SET_BEHIND.fullmatch(behind)):
            return basis
    return None


def _goes_on(page: Page, draft: Draft, basis: _Basis, before: Sequence[Draft]) -> bool:
    """Whether a figure behind a document is still its result: in its sentence, or in one that goes on about it."""
    sentence = page.sentence_at(basis.start)
    if sentence is draft.sentence:
        return True
    meant = {c.id for c in basis.documents}
    results = [d for d in before if meant & set(d.document_ids)]
    if not any(d.quantity.span.start > basis.start for d in results):
        first = bisect_right(page.sentence_starts, basis.end)
        if page.sentences[first : first + 1] and page.sentences[first] is draft.sentence:
            return True
    if not results:
        return False
    last = results[-1]
    if last.sentence is draft.sentence:
        return True
    span = draft.sentence.span
    linked = _LINKED.match(page.text, span.start) or _SPEAKS_OF_IT.search(
        page.text, span.start, draft.quantity.span.start
    )
    same = last.field == draft.field and draft.measure in {d.measure for d in results}
    since = [d for d in before[before.index(last) + 1 :] if d.sentence is not draft.sentence]
    return not since and (linked is not None or same)


def _bases(page: Page, citations: Sequence[Citation], objects: frozenset[int]) -> list[_Basis]:
    named = [c for c in citations if c.span.start not in objects and c.number and not _merely_tells(page, c)]
    bases = _joined(page, named)
    starts = [c.span.start for c in citations]
    for hit in page.hits["type"]:
        index = bisect_right(starts, hit.start) - 1
        if index >= 0 and hit.start < citations[index].span.end:
            continue
        match = _ANAPHOR.search(page.text, max(0, hit.start - 14), hit.start)
        if match and page.text[hit.start].isupper():
            last = bisect_right(named, hit.start, key=lambda c: c.span.start)
            before = reversed(named[max(0, last - _REMEMBERED) : last])
            meant = next((c for c in before if c.type == hit.notation), None)
            if meant:
                bases.append(_Basis(hit.start, hit.end, (meant,)))
    return sorted((_Basis(b.start, b.end, b.documents, not _fixes(page, b)) for b in bases), key=lambda b: b.start)


def _merely_tells(page: Page, citation: Citation) -> bool:
    start = citation.span.start
    return citation.type in _MERELY_TELL and not _CARRIED_OUT.search(page.text, max(0, start - 40), start)


def _fixes(page: Page, basis: _Basis) -> bool:
    """Whether a document is named only as what fixes the figure before it: "the target set out in Plan …"."""
    before = page.text[max(0, basis.start - 60) : basis.start]
    return _FIXED_IN.search(before) is not None or _TARGET_OF.search(before) is not None


def _joined(page: Page, named: Sequence[Citation]) -> list[_Basis]:
    """Documents named in one breath stand together: "according to Official Dispatch … and Official Dispatch …"."""
    bases: list[_Basis] = []
    for citation in named:
        last = bases[-1] if bases else None
        between = page.text[last.end : citation.span.start] if last else ""
        near = last is not None and _LISTED.match(between) is not None
        if last and near and len(last.documents) < _IN_ONE_BREATH and _AND.fullmatch(_SAID_OF_IT.sub("", between)):
            bases[-1] = _Basis(last.start, citation.span.end, (*last.documents, citation))
        else:
            bases.append(_Basis(citation.span.start, citation.span.end, (citation,)))
    return bases
