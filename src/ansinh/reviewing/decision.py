"""One decision of a person about one figure, and which decisions of a log still stand.

A log is read in its order. The last decision on a figure counts; an undo takes it back, and the one before counts
again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

Verdict = Literal["accept", "reject", "amend", "undo"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
CONTEXT = 40  # characters kept on each side of the printed words


class Target(NamedTuple):
    """The figure that a decision is about, so that it is found again in a text that was changed or read anew.

    `printed`, `before` and `after` are the words and what stands around them, one blank for any white space: an
    oa:TextQuoteSelector with its prefix and suffix. Where the article has such words several times, this is the
    `nth` of `of`.
    """

    article: str
    start: int
    printed: str
    before: str
    after: str
    nth: int
    of: int


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided: who, when and why, what the rule had read, and the attributes that were decided.

    The attributes are text, as `attributes.as_text` writes them. An accepted figure has them too: a rule that is
    changed later does not change what a person has confirmed. A rejected one and an undo decide none.
    """

    target: Target
    rule: str
    verdict: Verdict
    who: str
    when: str
    why: str
    read: Mapping[str, str]
    decided: Mapping[str, str]


def plain_words(text: str) -> str:
    """Words with one blank for any white space between them."""
    return " ".join(text.split())


def standing(decisions: Iterable[Decision]) -> Decision | None:
    """The decision on one figure that counts, out of all on it in the order of the log; None when none does."""
    stack: list[Decision] = []
    for decision in decisions:
        if decision.verdict != "undo":
            stack.append(decision)
        elif stack:
            stack.pop()
    return stack[-1] if stack else None


def by_target(decisions: Iterable[Decision]) -> Mapping[Target, Sequence[Decision]]:
    """The decisions by the figure that they name, each in the order of the log."""
    found: dict[Target, list[Decision]] = {}
    for decision in decisions:
        found.setdefault(decision.target, []).append(decision)
    return found
