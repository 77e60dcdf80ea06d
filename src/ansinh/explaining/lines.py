"""An explanation as lines for a terminal, or for a file: marks are colours there, and brackets here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import IO, TYPE_CHECKING

from ansinh.explaining.explanation import UNMARKED, Card, Explanation, Passage, Role, segments

if TYPE_CHECKING:
    from rich.console import Console

_WIDTH = 120  # characters a line where there is no terminal to ask
_STYLES: Mapping[Role, str] = {
    "figure": "bold green",
    "citation": "bold blue",
    "agency": "magenta",
    "person": "magenta",
    "number": "dim",
    "word": "underline",
}
_CLOSING: Mapping[Role, str] = {"citation": "document", "agency": "agency", "person": "person"}


def write_lines(explanation: Explanation, out: IO[str]) -> None:
    """Write an article with its marks, and below each line of it what was read there."""
    from rich.console import Console

    console = Console(file=out, highlight=False, width=None if out.isatty() else _WIDTH)
    article = explanation.article
    console.print(f"{article.file}: {article.title or 'without a headline'}", markup=False, style="bold")
    for passage in explanation.passages:
        console.print()
        _print_text(console, explanation.text, passage)
        for card in passage.cards:
            _print_card(console, card)
        for number in passage.numbers:
            console.print(f"    {number.quote}  {number.use}: {number.reason}", markup=False, style="dim")


def _print_text(console: Console, text: str, passage: Passage) -> None:
    from rich.text import Text

    numbers = {card.figure.span.end: card.number for card in passage.cards}
    shown = Text()
    for span, marks in segments(text, passage):
        roles: list[Role] = [mark.role for mark in marks]
        style = " ".join(dict.fromkeys(_STYLES[role] for role in roles if console.is_terminal))
        opens = [mark for mark in marks if mark.span.start == span.start and mark.role in ("figure", *_CLOSING)]
        closes = [mark for mark in marks if mark.span.end == span.end and mark.role in ("figure", *_CLOSING)]
        shown.append("[" * len(opens))
        shown.append(text[span.start : span.end], style=style or None)
        for mark in reversed(closes):
            shown.append(
                f" {numbers.get(span.end, '') if mark.role == 'figure' else _CLOSING[mark.role]}]", style="dim"
            )
    console.print(shown)


def _print_card(console: Console, card: Card) -> None:
    """A figure with what words gave it or what was concluded; what nothing in the text speaks of is left out."""
    from rich.text import Text

    figure = card.figure
    heading = f"{card.number:>4}  {figure.quote} {figure.counted or ''}".rstrip()
    console.print(
        Text(f"{heading} = {figure.value:,f} {figure.unit}", style="green" if console.is_terminal else ""), end=""
    )
    console.print(Text(f"  {figure.kind}, by the rule {figure.rule}{_wrong(card.wrong)}", style="dim"))
    for told in card.told:
        if told.otherwise not in UNMARKED:
            source = f"“{told.words}”{_wrong(told.wrong)}" if told.words else f"{told.otherwise}{_wrong(told.wrong)}"
            console.print(
                Text(f"      {told.attribute.replace('_', ' '):<13}{told.value:<30}  "),
                Text(source, style="dim"),
                sep="",
            )
    for finding in card.findings:
        style = "red" if finding.verdict == "off" and console.is_terminal else ""
        console.print(Text(f"      {'audit':<13}{finding.verdict}: {finding.words}", style=style))


def _wrong(rate: str) -> str:
    return f"  wrong {rate}" if rate else ""
