"""An article's figures as the audit looks at them: by outcome, with the text between and around them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from ansinh.model import Extraction, Figure

_BREAK = re.compile(r"[.!?…][\"”')\]]*\s+(?=[\"“'(]?[^\Wa-z_])|[\r\n]")
_NEAR = 400  # characters: what stands further off is not told together
COUNTED = ("count", "amount")


class Account:
    """The figures of one article, and what its text says between them."""

    def __init__(self, extraction: Extraction) -> None:
        """Sort the figures by outcome."""
        self.extraction = extraction
        self.figures = extraction.figures
        self._outcomes: dict[str, list[Figure]] = defaultdict(list)
        for figure in self.figures:
            self._outcomes[figure.outcome].append(figure)

    def outcome(self, figure: Figure) -> Sequence[Figure]:
        """The figures of the result that a figure belongs to, in text order."""
        return self._outcomes[figure.outcome]

    def whole_of(self, part: Figure) -> Figure | None:
        """The number that a part is a part of: the first of that outcome in the same unit, else the first count."""
        held = [f for f in self._outcomes.get(part.part_of or "", ()) if f.kind in COUNTED]
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
        return near and _BREAK.search(self.between(first, second)) is None

    def beside(self, figure: Figure) -> list[Figure]:
        """The other figures of the same outcome in the same sentence, in text order."""
        return [f for f in self.outcome(figure) if f is not figure and self.together(f, figure)]

    def pairs(self) -> Iterator[tuple[Figure, Figure]]:
        """The two numbers of every "2,421/2,550 people": so many done, so many in all."""
        for first, second in zip(self.figures, self.figures[1:], strict=False):
            if first.outcome == second.outcome and self.between(first, second).strip() == "/":
                yield first, second
