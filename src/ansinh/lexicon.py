"""The labels and cues of the vocabularies, found in a text in one pass over its words.

Matching is on whole words without case, diacritics, possessives and regular plurals; hyphen and space are alike, and a
comma counts only where the label has one. Within one role the longest label wins; roles do not disturb each other.
"""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from operator import itemgetter
from typing import NamedTuple, overload

from ahocorasick_rs import AhoCorasick

from ansinh.model import Span
from ansinh.vocabulary import vocabulary
from ansinh.words.dates import DATE_WORDS
from ansinh.words.numbers import NUMBER_WORDS
from ansinh.words.splitting import MOST_WORDS, Words, split, stem, stems

# schemes that speak of the audit, not of what articles tell
_NOT_OF_ARTICLES = {"finding", "verdict"}
_PART = 4096  # words that are looked through at once
_FIRST_CHARACTER = 0xA1  # of those that stand for words: no control character, no blank
# what the words are written as that have no character of their own, and are no blank
_NUMBER, _APOSTROPHE = "0", "'"
_BLANKS = 20  # between a label and what it stands beside


class Hit(NamedTuple):
    """A label or cue found in a text: where, and which concepts it may name."""

    start: int
    end: int
    notations: tuple[str, ...]

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)

    @property
    def notation(self) -> str:
        """The first concept named."""
        return self.notations[0]


class Hits(Sequence[Hit]):
    """Hits of one role, in text order."""

    def __init__(self, hits: Sequence[Hit] = ()) -> None:
        """Take hits that are sorted and do not overlap."""
        self._hits = hits
        self._starts = [*map(itemgetter(0), hits), sys.maxsize]  # the last stands behind every text

    @overload
    def __getitem__(self, index: int) -> Hit: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Hit]: ...
    def __getitem__(self, index: int | slice) -> Hit | Sequence[Hit]:
        return self._hits[index]

    def __len__(self) -> int:
        return len(self._hits)

    def __iter__(self) -> Iterator[Hit]:
        return iter(self._hits)

    def within(self, start: int, end: int) -> Sequence[Hit]:
        """The hits that lie between two offsets."""
        starts = self._starts
        first = bisect_left(starts, start)
        if starts[first] >= end:
            return ()
        last = bisect_left(starts, end, first)
        hits = self._hits
        return hits[first:last] if hits[last - 1].end <= end else hits[first : last - 1]

    def first_from(self, start: int, end: int, limit: int) -> Hit | None:
        """The first hit that starts between two offsets and ends before the limit."""
        index = bisect_left(self._starts, start)
        return self._hits[index] if self._starts[index] < end and self._hits[index].end <= limit else None

    def overlapping(self, span: Span | Hit) -> bool:
        """Whether a hit shares a character with a span."""
        index = bisect_left(self._starts, span.end) - 1
        return index >= 0 and self._hits[index].end > span.start

    def ending(self, end: int, text: str) -> Hit | None:
        """The hit that ends at an offset, blanks aside."""
        index = bisect_left(self._starts, end) - 1
        if index < 0:
            return None
        hit = self._hits[index]
        near = end - _BLANKS <= hit.end <= end
        return hit if near and not text[hit.end : end].strip() else None

    def starting(self, start: int, text: str) -> Hit | None:
        """The hit that starts at an offset, blanks aside."""
        index = bisect_left(self._starts, start)
        begins = self._starts[index]
        return self._hits[index] if begins <= start + _BLANKS and not text[start:begins].strip() else None


class Overlapping(Hits):
    """Hits of several roles, in text order, of which some may overlap."""

    def within(self, start: int, end: int) -> Sequence[Hit]:
        """The hits that lie between two offsets."""
        starts = self._starts
        first = bisect_left(starts, start)
        if starts[first] >= end:
            return ()
        return [hit for hit in self._hits[first : bisect_left(starts, end, first)] if hit.end <= end]


_NO_HITS = Hits()


class HitsByRole(dict[str, Hits]):
    """The hits of a text by their role, such as "group" or "group cue"; of a role that is not found there are none."""

    def __init__(self, found: Mapping[str, Sequence[Hit]]) -> None:
        """Take what was found of each role; it is made ready when it is asked for."""
        super().__init__()
        self._found = found

    def __missing__(self, role: str) -> Hits:
        found = self._found.get(role)
        hits = self[role] = Hits(found) if found else _NO_HITS
        return hits


class NamesAndCues(dict[str, Overlapping]):
    """The names and the cues of each scheme together; of two in one place the name is first."""

    def __init__(self, hits: HitsByRole) -> None:
        """Take the hits of a text; they are merged when a scheme is asked for."""
        super().__init__()
        self._hits = hits

    def __missing__(self, scheme: str) -> Overlapping:
        both = sorted([*self._hits[scheme], *self._hits[f"{scheme} cue"]], key=itemgetter(0, 1))
        self[scheme] = Overlapping(both)
        return self[scheme]


class _Characters(dict[str, str]):
    """The characters that the words met so far are written as, all forgotten when they are very many."""

    def __init__(self, of_stems: Mapping[str, str]) -> None:
        super().__init__()
        self._of_stems = of_stems

    def __missing__(self, word: str) -> str:
        if len(self) >= MOST_WORDS:
            self.clear()
        known = stem(word)
        other = _NUMBER if known[:1].isdecimal() else _APOSTROPHE if "'" in known else " "
        character = self[word] = self._of_stems.get(known, other)
        return character


_Entry = tuple[tuple[int, tuple[str, ...]], ...]


class Lexicon:
    """A set of phrases, each with a role and a notation; all are looked for at once (Aho and Corasick 1975).

    To the automaton a text is written with one character for each word: a word of the phrases has its own.
    """

    def __init__(self, phrases: Iterable[tuple[str, str, str]], others: Iterable[str] = ()) -> None:
        """Take (phrase, role, notation) triples, and stems of other words that shall have a character of their own."""
        entries: dict[Sequence[str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for phrase, role, notation in phrases:
            key = tuple(stems(phrase))
            if key and notation not in entries[key][role]:
                entries[key][role].append(notation)
        # the most common have the first characters, which are the shortest: the automaton stays small
        used = Counter(chain.from_iterable(entries)) + Counter(sorted(others))
        self._of_stems = {stem: chr(_FIRST_CHARACTER + i) for i, (stem, _) in enumerate(used.most_common())}
        self._of_words = _Characters(self._of_stems)
        self.roles = sorted({role for roles in entries.values() for role in roles})
        number = {role: i for i, role in enumerate(self.roles)}
        # of each phrase its notations by the number of the role; phrases that mean the same share them
        told = (tuple((number[r], tuple(filter(None, n))) for r, n in roles.items()) for roles in entries.values())
        once: dict[_Entry, _Entry] = {}
        self._entries = [once.setdefault(entry, entry) for entry in told]
        self._automaton = AhoCorasick(["".join(map(self._of_stems.__getitem__, key)) for key in entries])
        self._longest = max(map(len, entries), default=1)

    def characters(self, stems: Iterable[str]) -> str:
        """What words with these stems are written as; KeyError of one that has no character of its own."""
        return "".join(map(self._of_stems.__getitem__, sorted(stems)))

    @property
    def numbers(self) -> str:
        """The characters that words with a digit in front are written as."""
        return _NUMBER + self.characters(stem for stem in self._of_stems if stem[0].isdecimal())

    @property
    def with_apostrophe(self) -> str:
        """The characters that words with an apostrophe are written as, possessives aside."""
        return _APOSTROPHE + self.characters(stem for stem in self._of_stems if "'" in stem)

    def words(self, text: str) -> Words:
        """The words of a text, each written as its own character, or as a number, as an apostrophe, or as a blank."""
        written, starts, ends = "", list[int](), list[int]()
        for printed, begins, closes in split(text):
            written += "".join(map(self._of_words.__getitem__, printed))
            starts += begins
            ends += closes
        return Words(text, written, starts, ends)

    def find(self, words: Words) -> HitsByRole:
        """The hits by role, in text order. Of two of one role that overlap, the first counts, or else the longer."""
        written, begins, ends = words.written, words.starts, words.ends
        entries, hits = self._entries, [list[Hit]() for _ in self.roles]
        covered = [-1] * len(self.roles)  # the last word of the last hit
        new = tuple.__new__  # the same as Hit(…) without a call of Python each
        # a part of the text at a time: all matches of a large one together would be most of what reading keeps
        for at in range(0, len(written), _PART):
            part = written[at : at + _PART + self._longest - 1]
            matches = self._automaton.find_matches_as_indexes(part, overlapping=True)
            matches.reverse()  # they come by their ends: of those with one start the longest is to be first
            matches.sort(key=itemgetter(1))
            for phrase, start, behind in matches:
                if start >= _PART:
                    break  # the next part has it
                first, last = at + start, at + behind - 1
                for role, notations in entries[phrase]:
                    if covered[role] < first:
                        covered[role] = last
                        if notations:
                            hits[role].append(new(Hit, (begins[first], ends[last], notations)))
        return HitsByRole(dict(zip(self.roles, hits, strict=True)))


@cache
def lexicon() -> Lexicon:
    """The lexicon of all schemes: role "group" has the labels of the groups, "group cue" their cues, and so on."""
    return Lexicon(_phrases(), NUMBER_WORDS | DATE_WORDS)


def _phrases() -> Iterator[tuple[str, str, str]]:
    for scheme, concepts in vocabulary().items():
        if scheme in _NOT_OF_ARTICLES:
            continue
        for concept in concepts.values():
            for name in concept.names:
                # a phrase that looks like a label of another scheme and is none
                if scheme == "not-a":
                    yield from ((name, role, "") for role in (concept.notation, f"{concept.notation} cue"))
                else:
                    yield name, scheme, concept.notation
            for cue in concept.cues:
                yield cue, f"{scheme} cue", concept.notation
            for role in ("passive", "host"):
                for cue in concept.links.get(f"{role}Cue", ()):
                    yield cue, f"{scheme} {role} cue", concept.notation
