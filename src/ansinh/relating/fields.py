"""Which policy field a figure belongs to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from ansinh.lexicon import Hit, Hits
from ansinh.model import Span
from ansinh.reading.page import Page
from ansinh.relating.drafts import Draft
from ansinh.relating.usual import usually

# how much a measure says about its field, where that is more than usual
_WEIGHTS = {
    "documents": 28, "jobs": 8, "houses": 45, "lending": 40, "trainees": 12, "poverty-rate": 40, "trained-rate": 40,
    "poor-population": 20,
}  # fmt: skip
# what may be inspected, fined or paid back in any field
_IN_ANY_FIELD = frozenset(("organisations", "violations", "debt", "collection", "records"))
# what an administration does, whomever it is for
_DEEDS = frozenset(("documents", "tasks", "events"))
# fields that are often only the manner in which another field is served: paid through accounts, inspected, told about
_MANNER = frozenset(("governance", "digital-services", "economy"))


def set_fields(page: Page, drafts: Sequence[Draft]) -> None:
    """Give each draft the field for which most speaks: its own stretch first, then clause, sentence, heading, article.

    The name of a group is no word for a field: what the group gets decides.
    """
    telling, programmes = _telling(page), page.hits["programme"]
    named = len(programmes) > 0
    usual = _most(Counter(hit.notation for hit in telling if hit.notation != "governance"))
    previous: Draft | None = None
    told: dict[Span, Sequence[tuple[str, int]]] = {}  # figures of one sentence share their zones
    for draft in drafts:
        votes: dict[str, int] = defaultdict(int)
        own = draft.left.start, draft.right.end
        telling_here = telling.within(*own)
        nearest = _vote_by_words(votes, draft, telling_here)
        for notation, times in _told(telling_here, programmes.within(*own) if named else ()):
            votes[notation] += 4 * times
        for zone, weight in _zones(page, draft):
            if zone not in told:
                told[zone] = _told(telling.within(*zone), programmes.within(*zone) if named else ())
            for notation, times in told[zone]:
                votes[notation] += weight * times
        _vote_by_content(votes, draft)
        if previous is not None and previous.sentence.paragraph == draft.sentence.paragraph and previous.field:
            votes[previous.field] += 6 if previous.sentence is draft.sentence else 3
        if draft.measure == "documents" and not any(_counted(draft, hit) for hit in telling_here):
            votes = {"governance": 1}  # issuing documents is governance, whomever they are for
        draft.field = max(votes, key=lambda n: (votes[n], -nearest.get(n, 999), n)) if votes else usual
        if draft.field == "governance" and draft.measure in _IN_ANY_FIELD and previous and previous.field:
            draft.field = previous.field
        previous = draft


def _vote_by_words(votes: dict[str, int], draft: Draft, telling: Sequence[Hit]) -> Mapping[str, int]:
    """Note the words that tell a figure's field, and how near the nearest is: of equal votes its count more."""
    nearest: dict[str, int] = {}
    start, end = draft.quantity.whole
    for hit in telling:
        distance = start - hit.end if hit.end <= start else hit.start - end
        weight = 12 if _counted(draft, hit) else 0
        for notation in hit.notations:
            votes[notation] += weight
            nearest[notation] = min(distance, nearest.get(notation, distance))
    if telling:
        draft.found["field"] = telling[-1].span
    return nearest


def _vote_by_content(votes: dict[str, int], draft: Draft) -> None:
    """What is given and to whom: a figure's group, its measure, and what money is counted by."""
    for group in draft.beneficiary if draft.measure not in _DEEDS else ():
        for link, weight in (("definingField", 40), ("usualField", 8)):
            if field := usually("group", link).get(group):
                votes[field] += weight
    if field := usually("measure", "usualField").get(draft.measure):
        votes[field] += _WEIGHTS.get(draft.measure, 16 if draft.measure.endswith("-rate") else 6)
    if "house" in draft.quantity.per:
        votes["housing"] += _WEIGHTS["houses"]


def _told(hits: Sequence[Hit], programmes: Sequence[Hit]) -> Sequence[tuple[str, int]]:
    """The fields that the words of a stretch and the programmes named in it tell, and how much each counts."""
    if not hits and not programmes:
        return ()
    told = [(n, 1 if n in _MANNER else 4) for n in {n for hit in hits for n in hit.notations}]
    named = [usually("programme", "field").get(hit.notation) for hit in programmes]
    return [*told, *((n, 6) for n in named if n)]


def _counted(draft: Draft, hit: Hit) -> bool:
    """Whether the counted noun itself tells the field: "propaganda publications"."""
    noun = draft.quantity.noun
    return noun is not None and hit.start < noun.end and hit.end > noun.start


def _telling(page: Page) -> Hits:
    """The words that tell a field, but for those that are part of the name of a group or of an agency."""
    groups, agencies = page.hits["group"], page.hits["agency"]
    both = {
        hit
        for role in ("field", "field cue")
        for hit in page.hits[role]
        if not (groups.overlapping(hit) or agencies.overlapping(hit))
    }
    return Hits(sorted(both, key=lambda hit: (hit.start, -hit.end)))


def _most(votes: Counter[str]) -> str | None:
    return max(votes, key=lambda n: (votes[n], n)) if votes else None


def _zones(page: Page, draft: Draft) -> Sequence[tuple[Span, int]]:
    """What stands around a figure's own stretch, and how much its words count."""
    zones = [(draft.near(draft.clause), 2), (draft.near(draft.sentence.span), 1)]
    heading = page.heading_at(draft.sentence.span.start)
    return zones if heading is None else [*zones, (heading, 2)]
