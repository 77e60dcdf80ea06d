"""docs/reference/scores.md: how well the annotated articles are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ansinh.error_rates import FIGURE, error_rates
from tests.docs.reference.markdown import table, whole_page
from tests.gold.score import ATTRIBUTES, ORDER
from tests.gold.score_table import HELD_TO, SETS, measured, measured_one_by_one

_OPENING = """\
What the program reads, held against what a careful reader takes from the same texts by the
[guidelines](../../tests/gold/GUIDELINES.md). F1 is the harmonic mean of precision (how much of what was read is right)
and recall (how much of what is there was read). Attributes are counted over all figures of the gold: a figure that was
missed is wrong in each of them. [Accuracy](../accuracy.md) says what these numbers are worth, and what is misread."""

_SETS = {
    "seeds": "the five real articles in `seeds/`: the rules were made on them",
    "dev": "five further annotated articles: the rules are held to them too",
    "further": "twenty made-up articles in the manner of real ones, by people who had not read a rule",
    "passages": "sixty short texts, each made of constructions that the articles lack",
}
# the measures that an article is shown by
_SHOWN = (
    *("figures", "kind", "measure", "status", "field", "beneficiary", "place", "period", "documents", "outcome"),
    *("part of", "citations", "ledger"),
)


def page() -> str:
    """The page of the scores."""
    return whole_page("Scores", _OPENING, _lines())


def _lines() -> Iterator[str]:
    yield from ("## By set", "", "F1 by measure; the last column counts the items of all sets.", "")
    yield from (f"- **{name}**: {meaning}" for name, meaning in _SETS.items())
    yield ""
    sets = {"seeds and dev": measured(*HELD_TO), **{name: measured(name) for name in SETS}}
    yield from table(("measure", *sets, "items"), (_row(measure, sets) for measure in ORDER))
    yield from ("## Article by article", "", "F1; a measure that an article has nothing of is 1.", "")
    for name in ("seeds", "dev", "further"):
        yield from (f"### {name}", "")
        one_by_one = measured_one_by_one(name)
        rows = ((file.removesuffix(".txt"), *(_f1(found[m]) for m in _SHOWN)) for file, found in one_by_one.items())
        yield from table(("article", *_SHOWN), rows)
    yield from ("## Error rates", "", _RATES, "")
    yield from table(("rule", FIGURE, *ATTRIBUTES), _rates())


_RATES = """\
How often each rule got each attribute wrong in the whole articles (seeds, dev and further): wrong / figures that it
read. The column *figure* is the number itself with value and unit. The same numbers stand in the graph
(`ansinh query error-rates`) and beside the figures of `ansinh explain`."""


def _row(measure: str, sets: Mapping[str, Mapping[str, Mapping[str, float]]]) -> tuple[str, ...]:
    items = sum(int(sets[name][measure]["items"]) for name in SETS)
    return measure, *(_f1(found[measure]) for found in sets.values()), str(items)


def _f1(row: Mapping[str, float]) -> str:
    return f"{row['f1']:.3f}"


def _rates() -> Iterator[tuple[str, ...]]:
    told = error_rates()
    for rule in sorted({rule for rule, _ in told}):
        found = (told.get((rule, attribute)) for attribute in (FIGURE, *ATTRIBUTES))
        yield rule, *(f"{rate.wrong}/{rate.out_of}" if rate else "" for rate in found)
