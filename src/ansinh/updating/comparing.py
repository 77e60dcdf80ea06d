"""The facts of an article before and after: which are gone, which are new, and which attributes are others now.

Facts are paired by their printed words and their passage, as a reader would: first those in the same passage,
then those with the same words in the passage that is most alike, last those whose passage is the same but for its
numbers, which is how a corrected number shows.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from ansinh.updating.facts import Fact, FactKind

ChangeKind = Literal["added", "gone", "changed"]

_WORDS = re.compile(r"\w+")
_NUMBERS = re.compile(r"\d[\d.,]*")
_LIKE = 0.5  # of the words of two passages: less, and they tell of different things
_MOST_PAIRS = 250_000  # that are weighed one by one


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that an article says otherwise now; of a change one attribute, with its value before and after."""

    article: str
    change: ChangeKind
    fact: FactKind
    printed: str
    attribute: str | None
    before: str | None
    after: str | None
    quotation: str


def compared(article: str, before: Sequence[Fact], after: Sequence[Fact]) -> list[Change]:
    """What changed from one reading of an article to the next, in the order of the text that is there now."""
    pairs, gone, added = _paired(before, after)
    changes = [change for old, new in pairs for change in _changes(article, old, new)]
    changes += [_whole(article, "gone", fact) for fact in gone]
    changes += [_whole(article, "added", fact) for fact in added]
    return changes


def _paired(before: Sequence[Fact], after: Sequence[Fact]) -> tuple[list[tuple[Fact, Fact]], list[Fact], list[Fact]]:
    pairs: list[tuple[Fact, Fact]] = []
    old, new = list(before), list(after)
    for key in (_exactly, _by_words, _by_context):
        found = list(_matches(old, new, key))
        used = {id(fact) for pair in found for fact in pair}
        old, new = [[fact for fact in facts if id(fact) not in used] for facts in (old, new)]
        pairs += found
    places = {id(fact): place for place, fact in enumerate(after)}
    return sorted(pairs, key=lambda pair: places[id(pair[1])]), old, new


def _exactly(fact: Fact) -> Hashable:
    return (fact.kind, fact.printed, fact.quotation)


def _by_words(fact: Fact) -> Hashable:
    return (fact.kind, fact.printed)


def _by_context(fact: Fact) -> Hashable:
    return (fact.kind, fact.attributes.get("unit"))


def _matches(old: Sequence[Fact], new: Sequence[Fact], key: Callable[[Fact], Hashable]) -> Iterator[tuple[Fact, Fact]]:
    """Pairs of facts with the same key, the most alike first; where the key says all, in the order of the text."""
    groups: dict[Hashable, tuple[list[Fact], list[Fact]]] = defaultdict(lambda: ([], []))
    for side, facts in enumerate((old, new)):
        for fact in facts:
            groups[key(fact)][side].append(fact)
    for ones, others in groups.values():
        if key is _exactly or len(ones) * len(others) > _MOST_PAIRS:
            yield from zip(ones, others, strict=False)
        else:
            yield from _most_alike(ones, others)


def _most_alike(ones: Sequence[Fact], others: Sequence[Fact]) -> Iterator[tuple[Fact, Fact]]:
    left, right = [list(map(_context, facts)) for facts in (ones, others)]
    weighed = sorted(
        (-_likeness(left[i], right[j]), abs(one.offset - other.offset), i, j)
        for i, one in enumerate(ones)
        for j, other in enumerate(others)
    )
    used: tuple[set[int], set[int]] = (set(), set())
    for likeness, _, i, j in weighed:
        if -likeness >= _LIKE and i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            yield ones[i], others[j]


def _context(fact: Fact) -> frozenset[str]:
    """The words of a passage, its numbers left out."""
    return frozenset(_WORDS.findall(_masked(fact).casefold()))


def _masked(fact: Fact) -> str:
    return _NUMBERS.sub("0", fact.quotation)


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one or other else 1.0


def _changes(article: str, old: Fact, new: Fact) -> Iterator[Change]:
    """The attributes that differ; the passage where nothing else does, and it differs by more than its numbers."""
    values: list[tuple[str, str | None, str | None]] = [("printed", old.printed, new.printed)]
    values += [(k, old.attributes.get(k), new.attributes.get(k)) for k in sorted({*old.attributes, *new.attributes})]
    differing = [value for value in values if value[1] != value[2]]
    if not differing and _masked(old) != _masked(new):
        differing = [("quotation", old.quotation, new.quotation)]
    for attribute, before, after in differing:
        yield Change(article, "changed", new.kind, new.printed, attribute, before, after, new.quotation)


def _whole(article: str, change: ChangeKind, fact: Fact) -> Change:
    return Change(article, change, fact.kind, fact.printed, None, None, None, fact.quotation)
