"""An article's figures as the audit looks at them: by outcome, with the text between and around them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise, takewhile

from ansinh.model import Extraction, Figure

SENTENCE_BREAK = re.compile(r"[.!?…][\"”')\]]*\s+(?=[\"“'(]?[^\Wa-z_])|[\r\n]")
_NEAR = 400  # characters: what stands further off is not told together
_FEW = 40  # figures: no sentence that people write has more on either side
COUNTED = ("count", "amount")
MONEY = ("VND", "VND/month", "VND/year")


class Account:
    """The figures of one article, and what its text says between them."""

    def __init__(self, extraction: Extraction) -> None:
        """Sort the figures by outcome."""
        self.extraction = extraction
        self.figures = extraction.figures
        self._index = {figure.span: i for i, figure in enumerate(self.figures)}
        self._outcomes: dict[str, list[Figure]] = defaultdict(list)
        for figure in self.figures:
            self._outcomes[figure.outcome].append(figure)
        # of every "2,421/2,550 people" so many done, and so many in all
        self.pairs = [
            (first, second)
            for first, second in pairwise(self.figures)
            if first.outcome == second.outcome and self.between(first, second).strip() == "/"
        ]

        self.in_all = {first.span: second for first, second in self.pairs}
        self.done = {second.span: first for first, second in self.pairs}
        self._unread = [number.span.start for number in extraction.numbers if number.use == "unread"]
        self._planned: dict[tuple[str | None, ...], list[Figure]] = defaultdict(list)
        for figure in self.figures:
            if figure.status == "planned":
                self._planned[_topic(figure)].append(figure)

    def planned(self, figure: Figure) -> list[Figure]:
        """What is planned of what a figure counts: in its outcome first, then what the article plans of such things."""
        own = [f for f in self.outcome(figure)[:_FEW] if f.status == "planned"]
        return [*own, *(f for f in self._planned[_topic(figure)][:_FEW] if f.outcome != figure.outcome)]

    def has_unread(self, start: int, end: int) -> bool:
        """Whether a number between two offsets was not read."""
        return bisect_left(self._unread, start) < bisect_left(self._unread, end)

    def outcome(self, figure: Figure) -> Sequence[Figure]:
        """The figures of the result that a figure belongs to, in text order."""
        return self._outcomes[figure.outcome]

    def whole_of(self, part: Figure) -> Figure | None:
        """The number that a part is a part of: the first of that outcome in the same unit, else the first count."""
        held = [f for f in self._outcomes.get(part.part_of or "", ())[:_FEW] if f.kind in COUNTED]
        same = [f for f in held if f.unit == part.unit]
        return next(iter(same or [f for f in held if f.kind == part.kind == "count"]), None)

    def between(self, first: Figure, second: Figure) -> str:
        """The text between two figures, the first standing before the second."""
        return self.extraction.text[first.span.end : second.span.start]

    def before(self, figure: Figure, reach: int = 60) -> str:
        """Some of the text before a figure."""
        return self.extraction.text[max(0, figure.span.start - reach) : figure.span.start]

    def behind(self, figure: Figure, reach: int = 60) -> str:
        """Some of the text behind a figure."""
        return self.extraction.text[figure.span.end : figure.span.end + reach]

    def together(self, one: Figure, other: Figure) -> bool:
        """Whether two figures stand in one sentence."""
        first, second = sorted((one, other), key=lambda figure: figure.span)
        near = second.span.start - first.span.end <= _NEAR
        return near and SENTENCE_BREAK.search(self.between(first, second)) is None

    def sentence(self, figure: Figure) -> list[Figure]:
        """The other figures near by in the same sentence, in text order."""
        index = self._index[figure.span]
        left = takewhile(lambda f: self.together(f, figure), reversed(self.figures[max(0, index - _FEW) : index]))
        right = takewhile(lambda f: self.together(f, figure), self.figures[index + 1 : index + 1 + _FEW])
        return [*reversed(list(left)), *right]

    def beside(self, figure: Figure) -> list[Figure]:
        """Those of them that are of the same outcome."""
        return [other for other in self.sentence(figure) if other.outcome == figure.outcome]

    def next(self, figure: Figure) -> Figure | None:
        """The figure behind, in the same sentence."""
        index = self._index[figure.span] + 1
        following = self.figures[index : index + 1]
        return following[0] if following and self.together(figure, following[0]) else None


def _topic(figure: Figure) -> tuple[str | None, ...]:
    return figure.measure, figure.field, figure.unit, figure.kind
