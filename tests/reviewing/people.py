"""Decisions as people make them, on articles that are really read."""

from __future__ import annotations

from ansinh.model import Extraction, Figure
from ansinh.relating import extract_text
from ansinh.reviewing.attributes import as_text
from ansinh.reviewing.decision import Decision, Verdict
from ansinh.reviewing.fitting import Spot, spot_in, target_of

ARTICLE = """Health cards in Quang Ninh
As of May 31, 2025, Quang Ninh province has issued health insurance cards to 1,200 people in poor households under \
Resolution No. 7/2025/NQ-HDND of the Provincial People's Council.
In 2024 the province built 35 houses for war invalids and gave jobs to 410 workers.
"""


def read(text: str = ARTICLE, name: str = "a.txt") -> Extraction:
    """An article as the program reads it."""
    return extract_text(name, text.encode())


def figure(extraction: Extraction, printed: str, nth: int = 1) -> Figure:
    """The nth figure with these printed words."""
    return [f for f in extraction.figures if f.quote == printed][nth - 1]


def passage(extraction: Extraction, chosen: Figure) -> Spot:
    """Where a figure stands, as far as its passage tells."""
    start, end = chosen.evidence
    return spot_in(extraction.text[start:end], chosen.span, start)


def decision(
    extraction: Extraction, printed: str, verdict: Verdict = "accept", nth: int = 1, who: str = "Lan", **changes: str
) -> Decision:
    """A decision on a figure of an article as it is read now; `changes` are the attributes that are amended."""
    chosen = figure(extraction, printed, nth)
    read_as = as_text(chosen, extraction.article.place)
    return Decision(
        target=target_of(
            extraction.article.id, passage(extraction, chosen), [passage(extraction, f) for f in extraction.figures]
        ),
        rule=chosen.rule,
        verdict=verdict,
        who=who,
        when="2025-07-01T09:30:00+07:00",
        why="",
        read=read_as,
        decided=read_as | changes if verdict in ("accept", "amend") else {},
    )
