"""The score of every set of annotated articles, as a table; `make score` calls it."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from ansinh.records import records
from ansinh.relating import extract_text
from tests.gold import score

HERE = Path(__file__).parent
SETS = {
    "seeds": (HERE / "seeds", HERE.parents[1] / "seeds"),
    "dev": (HERE / "dev", HERE / "dev" / "texts"),
    # made-up articles in the manner of real ones, written and annotated by people who had not read a rule
    "further": (HERE / "further", HERE / "further" / "texts"),
    # short texts, each with constructions that the articles lack, written by someone who had not read a rule
    "passages": (HERE / "passages", HERE / "passages" / "texts"),
}
# the articles that the rules are held to, and all whole articles, against which a user's own can be judged
HELD_TO = ("seeds", "dev")
ARTICLES = (*HELD_TO, "further")
Table = dict[str, dict[str, float]]
Tables = dict[str, Table]
Tallies = dict[str, score.Tally]


class Read(NamedTuple):
    """One annotated article with what is read of it; `tallies` is where the scorer counts."""

    gold: dict[str, Any]
    text: str
    records: list[dict[str, Any]]
    tallies: Tallies


def readings(name: str) -> Iterator[Read]:
    """The articles of a set, each read anew."""
    gold_folder, texts = SETS[name]
    for path in sorted(gold_folder.glob("*.yaml")):
        gold = yaml.safe_load(path.read_text(encoding="utf-8"))
        data = (texts / gold["article"]).read_bytes()
        # through JSON, as a reader of the records gets them
        found = json.loads(json.dumps(list(records(extract_text(gold["article"], data)))))
        faults = list(score.faults(found, data.decode()))
        if faults:
            raise ValueError(f"{path.name}: {faults[0]}")
        yield Read(gold, data.decode(), found, defaultdict(score.Tally))


def measured(*names: str, say: bool = False) -> Table:
    """Precision, recall, F1 and the number of items by measure, over some sets of articles together."""
    tallies: Tallies = defaultdict(score.Tally)
    for read in (read for name in names for read in readings(name)):
        score.Article(read.gold, read.text, read.records, tallies, print if say else lambda _: None).score()
    return table(tallies)


def measured_one_by_one(name: str) -> dict[str, Table]:
    """The table of each article of a set, by the article's file."""
    tables = {}
    for read in readings(name):
        score.Article(read.gold, read.text, read.records, read.tallies, lambda _: None).score()
        tables[read.gold["article"]] = table(read.tallies)
    return tables


def table(tallies: Tallies) -> Table:
    """What the scorer counted, as numbers."""
    return {
        key: {"precision": t.precision, "recall": t.recall, "f1": t.f1, "items": len(t.recalls)}
        for key, t in ((key, tallies[key]) for key in score.ORDER)
    }


def main() -> None:
    """Print one table for each set, and one for seeds and dev together; with --misses every disagreement."""
    for names in (*((name,) for name in SETS), HELD_TO):
        found = measured(*names, say="--misses" in sys.argv and len(names) == 1)
        print(f"{' and '.join(names):<18}{'precision':>10}{'recall':>8}{'f1':>8}{'items':>7}")  # noqa: T201
        for key, row in found.items():
            print(f"{key:<18}{row['precision']:>10.3f}{row['recall']:>8.3f}{row['f1']:>8.3f}{row['items']:>7}")  # noqa: T201
        print()  # noqa: T201


if __name__ == "__main__":
    main()
