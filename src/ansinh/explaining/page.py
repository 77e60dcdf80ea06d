"""An explanation as one HTML file that needs nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import IO

from ansinh.explaining.explanation import Explanation, Mark, Passage, Role, segments
from ansinh.explaining.templating import template
from ansinh.model import Span

# role, what its colour means
LEGEND: Mapping[Role, str] = {
    "figure": "a figure",
    "citation": "a document",
    "agency": "an agency",
    "person": "a holder of office",
    "word": "words that gave an attribute",
    "number": "digits that are no figure",
}


def write_page(explanation: Explanation, out: IO[str]) -> None:
    """Write the page; whatever an article says is escaped by the template engine."""
    pieces = [_pieces(explanation.text, passage) for passage in explanation.passages]
    page = template("ansinh.explaining", "explanation.html").generate(
        article=explanation.article,
        passages=list(zip(explanation.passages, pieces, strict=True)),
        legend=LEGEND,
        figures=sum(len(passage.cards) for passage in explanation.passages),
    )
    out.writelines(page)


def _pieces(text: str, passage: Passage) -> Sequence[Mapping[str, object]]:
    """The pieces of a line: the text, its classes, its notes, its anchor, and the figure that it leads to."""
    numbers = {card.figure.span: card.number for card in passage.cards}
    return [_piece(text, span, marks, numbers) for span, marks in segments(text, passage)]


def _piece(text: str, span: Span, marks: Iterable[Mark], numbers: Mapping[Span, int]) -> Mapping[str, object]:
    marks = list(marks)
    figure = next((numbers[mark.span] for mark in marks if mark.role == "figure"), None)
    return {
        "text": text[span.start : span.end],
        "classes": " ".join(dict.fromkeys(mark.role for mark in marks)),
        "notes": "\n".join(dict.fromkeys(mark.note for mark in marks)),
        "anchor": span.start,
        "figure": figure,
    }
