"""An extraction -> the lines of its article, with marks on the text and a card for every figure."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from ansinh.auditing.auditing import audit
from ansinh.auditing.findings import Finding
from ansinh.error_rates import FIGURE, error_rates
from ansinh.model import Article, Extraction, Figure, Number, Period, Span
from ansinh.records import plain
from ansinh.vocabulary import concepts

# what a stretch of text was read as; a `word` gave an attribute of a figure
Role = Literal["figure", "citation", "agency", "person", "number", "word"]

# the attributes of a figure that are told, in order
ATTRIBUTES = (
    *("unit", "kind", "measure", "bound", "status", "direction", "field", "beneficiary", "place", "period"),
    *("documents", "outcome", "part_of"),
)
_SCHEMES = {
    name: {"beneficiary": "group"}.get(name, name)
    for name in ("unit", "kind", "measure", "bound", "status", "direction", "field", "beneficiary", "place")
}
# where an attribute comes from when no words of its own gave it
_UNSAID = {
    "unit": "the form of the number",
    "kind": "the form of the number",
    "measure": "the noun, the figure before, or what is usual",
    "bound": "nothing says otherwise",
    "status": "nothing says otherwise",
    "field": "the passage, the outcome, or what is usual",
    "beneficiary": "the passage, the outcome, or what is usual",
    "place": "the article's place",
    "period": "the headline",
}
# the sources of what holds of any figure unless its text says otherwise
UNMARKED = frozenset(_UNSAID[name] for name in ("unit", "kind", "bound", "status", "place"))


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text with what it was read as; `note` tells a person."""

    span: Span
    role: Role
    note: str


@dataclass(frozen=True, slots=True)
class Told:
    """One attribute of a figure: its value in words, the words that gave it and where, or else where it is from.

    `wrong` says how often the figure's rule got it wrong in the annotated articles: "3/108".
    """

    attribute: str
    value: str
    words: str
    at: int | None
    otherwise: str
    wrong: str


@dataclass(frozen=True, slots=True)
class Card:
    """A figure with its number on the page, how often its rule read one wrongly, what is told of it and of its sums."""

    number: int
    figure: Figure
    wrong: str
    told: Sequence[Told]
    findings: Sequence[Finding]


@dataclass(frozen=True, slots=True)
class Passage:
    """One line of the article, with its marks, its figures, and the numbers that are no figures."""

    span: Span
    marks: list[Mark] = field(default_factory=list)
    cards: list[Card] = field(default_factory=list)
    numbers: list[Number] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Explanation:
    """An article, line by line."""

    article: Article
    text: str
    passages: Sequence[Passage]


def explain(extraction: Extraction) -> Explanation:
    """Lay an extraction over the lines of its article."""
    passages = list(_lines(extraction.text))
    starts = [passage.span.start for passage in passages]

    def passage(span: Span) -> Passage:
        return passages[max(0, bisect_right(starts, span.start) - 1)]

    for mark in sorted(_marks(extraction), key=lambda mark: (mark.span, mark.role)):
        passage(mark.span).marks.append(mark)
    for card in _cards(extraction):
        passage(card.figure.span).cards.append(card)
    for number in extraction.numbers:
        if number.use not in ("figure", "citation"):
            passage(number.span).numbers.append(number)
    return Explanation(extraction.article, extraction.text, passages)


def segments(text: str, passage: Passage) -> Iterator[tuple[Span, Sequence[Mark]]]:
    """The passage cut wherever a mark begins or ends, each piece with the marks that lie over it."""
    bounds = {*passage.span}
    for mark in passage.marks:
        bounds |= {mark.span.start, min(mark.span.end, passage.span.end)}
    opened: list[Mark] = []
    waiting = iter([*passage.marks, None])
    following = next(waiting)
    for start, end in pairwise(sorted(bounds)):
        opened = [mark for mark in opened if mark.span.end > start]
        while following is not None and following.span.start <= start:
            opened.append(following)
            following = next(waiting)
        yield Span(start, end), tuple(opened)


def _lines(text: str) -> Iterator[Passage]:
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield Passage(Span(start, start + len(line.rstrip())))
        start += len(line)


def _marks(extraction: Extraction) -> Iterator[Mark]:
    words: dict[Span, list[str]] = defaultdict(list)
    for figure in extraction.figures:
        yield Mark(figure.span, "figure", f"{plain(figure.value)} {figure.unit}, read by the rule {figure.rule}")
        for attribute, span in figure.found.items():
            words[span].append(f"{attribute} of {figure.quote}")
    yield from (Mark(span, "word", "gave " + "; ".join(dict.fromkeys(of))) for span, of in words.items())
    for citation in extraction.citations:
        yield Mark(citation.span, "citation", f"{citation.type} {citation.number or 'without a number'}")
    for agency in extraction.agencies:
        yield from (Mark(span, "agency", agency.name) for span in agency.spans)
    for person in extraction.persons:
        yield from (Mark(span, "person", f"{person.name}, {person.role}") for span in person.spans)
    for number in extraction.numbers:
        if number.use not in ("figure", "citation"):
            yield Mark(number.span, "number", f"{number.use}: {number.reason}")


def _cards(extraction: Extraction) -> Iterator[Card]:
    outcomes: dict[str, list[str]] = defaultdict(list)
    for number, figure in enumerate(extraction.figures, 1):
        outcomes[figure.outcome].append(f"{figure.quote} ({number})")
    judged: dict[Span, list[Finding]] = defaultdict(list)
    for finding in audit(extraction):
        judged[finding.figures[0].span].append(finding)
    for number, figure in enumerate(extraction.figures, 1):
        told = (_told(extraction, figure, attribute, outcomes) for attribute in ATTRIBUTES)
        known = [each for each in told if each.value]
        yield Card(number, figure, _wrong(figure, FIGURE), known, judged[figure.span])


def _told(extraction: Extraction, figure: Figure, attribute: str, outcomes: Mapping[str, Sequence[str]]) -> Told:
    span = figure.found.get(attribute)
    return Told(
        attribute=attribute,
        value=_value(extraction.article, figure, attribute, outcomes),
        words=" ".join(extraction.text[span.start : span.end].split()) if span else "",
        at=span.start if span else None,
        otherwise="" if span else _UNSAID.get(attribute, ""),
        wrong=_wrong(figure, attribute),
    )


def _wrong(figure: Figure, attribute: str) -> str:
    rate = error_rates().get((figure.rule, attribute))
    return f"{rate.wrong}/{rate.out_of}" if rate else ""


def _value(article: Article, figure: Figure, attribute: str, outcomes: Mapping[str, Sequence[str]]) -> str:
    if attribute == "period":
        return in_words(figure.period)
    if attribute == "documents":
        return ", ".join(figure.documents)
    if attribute in ("outcome", "part_of"):
        others = outcomes.get(str(getattr(figure, attribute)), ())
        return ", ".join(others) if attribute == "part_of" or len(others) > 1 else ""
    said = figure.place or article.place if attribute == "place" else getattr(figure, attribute)
    return ", ".join(_label(_SCHEMES[attribute], each) for each in ([said] if isinstance(said, str) else said or ()))


def _label(scheme: str, notation: str) -> str:
    concept = concepts(scheme).get(notation)
    return concept.label if concept else notation


def in_words(period: Period) -> str:
    """A period as a person says it; nothing where neither end is known."""
    first, last = period
    if first is None or last is None:
        return f"from {first}" if first else f"until {last}" if last else ""
    return str(first) if first == last else f"{first} to {last}"
