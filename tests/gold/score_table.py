"""The score of every set of annotated articles, as a table; `make score` calls it."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path

import yaml

from ansinh.records import records
from ansinh.relating import extract_text
from tests.gold import score

HERE = Path(__file__).parent
SETS = {
    "seeds": (HERE / "seeds", HERE.parents[1] / "seeds"),
    "dev": (HERE / "dev", HERE / "dev" / "texts"),
    # short texts, each with constructions that the articles lack, written by someone who had not read a rule
    "passages": (HERE / "passages", HERE / "passages" / "texts"),
}
Tables = dict[str, dict[str, dict[str, float]]]


def measured(name: str, say: bool = False) -> dict[str, dict[str, float]]:
    """Precision, recall, F1 and the number of items by measure, over one set of articles."""
    gold_folder, texts = SETS[name]
    tallies: dict[str, score.Tally] = defaultdict(score.Tally)
    for path in sorted(gold_folder.glob("*.yaml")):
        gold = yaml.safe_load(path.read_text(encoding="utf-8"))
        data = (texts / gold["article"]).read_bytes()
        # through JSON, as a reader of the records gets them
        found = json.loads(json.dumps(list(records(extract_text(gold["article"], data)))))
        faults = list(score.faults(found, data.decode()))
        if faults:
            raise ValueError(f"{path.name}: {faults[0]}")
        score.Article(gold, data.decode(), found, tallies, print if say else lambda _: None).score()
    return {
        key: {"precision": t.precision, "recall": t.recall, "f1": t.f1, "items": len(t.recalls)}
        for key, t in ((key, tallies[key]) for key in score.ORDER)
    }


def main() -> None:
    """Print one table a set; with --misses also every disagreement."""
    for name in SETS:
        table = measured(name, say="--misses" in sys.argv)
        print(f"{name:<18}{'precision':>10}{'recall':>8}{'f1':>8}{'items':>7}")  # noqa: T201
        for key, row in table.items():
            print(f"{key:<18}{row['precision']:>10.3f}{row['recall']:>8.3f}{row['f1']:>8.3f}{row['items']:>7}")  # noqa: T201
        print()  # noqa: T201


if __name__ == "__main__":
    main()
