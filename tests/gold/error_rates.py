"""How often each rule got each attribute wrong in whole annotated articles: `ontology/error-rate.ttl`.

The passages stay out: they are made of what is hard, and no reader meets it that densely.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ansinh.error_rates import FIGURE, FILE
from tests.docs.blocks import ROOT
from tests.gold import score
from tests.gold.score_table import ARTICLES, Read, readings

PATH = ROOT / "ontology" / FILE
_HEAD = """@prefix ans: <https://w3id.org/ansinh/ontology#> .
@prefix error-rate: <https://w3id.org/ansinh/id/error-rate/> .
@prefix rule: <https://w3id.org/ansinh/id/rule/> .

# How often each rule got each attribute wrong in the annotated articles: written by `make score`, not by hand.
"""


def turtle() -> str:
    """The file as it should be now."""
    wrong: Counter[tuple[str, str]] = Counter()
    out_of: Counter[tuple[str, str]] = Counter()
    for name in ARTICLES:
        for read in readings(name):
            for key, right in _judged(read):
                out_of[key] += 1
                wrong[key] += not right
    rows = (_row(rule, attribute, wrong[rule, attribute], count) for (rule, attribute), count in sorted(out_of.items()))
    return "\n".join((_HEAD, *rows))


def _judged(read: Read) -> Iterator[tuple[tuple[str, str], bool]]:
    """Each figure's rule with each of its attributes, and whether it is as annotated; optional figures stay out."""
    golds = read.gold["figures"]
    article = score.Article(read.gold, read.text, read.records, read.tallies, lambda _: None)
    used = article.match_figures()
    optional = [s for g, s in zip(golds, article.figure_spans, strict=True) if g.get("optional")]
    for index, figure in enumerate(article.figures):
        if index not in used and any(score.overlap((figure["start"], figure["end"]), span) for span in optional):
            continue
        yield (figure["rule"], FIGURE), index in used
        known = golds[used[index]] if index in used else {}
        for name in score.ATTRIBUTES if known else ():
            if known.get(name) is not None or name not in ("field", "direction", "measure"):
                expected = score.attribute(known, name, read.gold.get("place"))
                yield (figure["rule"], name), expected == score.attribute(figure, name, article.head.get("place"))


def _row(rule: str, attribute: str, wrong: int, out_of: int) -> str:
    return (
        f'error-rate:{rule}-{attribute} a ans:ErrorRate ; ans:ofRule rule:{rule} ; ans:ofAttribute "{attribute}" ;\n'
        f"    ans:wrong {wrong} ; ans:outOf {out_of} .\n"
    )


if __name__ == "__main__":
    PATH.write_text(turtle(), encoding="utf-8")
