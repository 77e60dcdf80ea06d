"""`make bench-extract`: CPU time of `extract` and of the usual pipeline on the same articles, by turns; then by stage.

The usual pipeline is spaCy's en_core_web_sm with its named entities, and quantulum3 for quantities: what one would take
off the shelf. It lives in an environment of its own. Both load first; what is measured is reading alone.
"""

from __future__ import annotations

import gc
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ansinh.cli.main import COLLECTED_AFTER
from ansinh.records import records
from ansinh.relating import extract_text, extracting
from tests.gold.score_table import HELD_TO, SETS

ROUNDS = 12
OWN_REPEATS = 20  # so that our own turn is long enough to be measured
# the steps of the reading, as the module that puts them together names them
STAGES = {
    "reading: lines, sentences, words, labels": ("read",),
    "recognising: documents, names, times, numbers, organisations": (
        *("citations", "times", "quantities", "mentions", "organisations", "holders", "Ledger"),
        *("article_record", "citation_records"),
    ),
    "relating: figures, outcomes, relations, policies": (
        *("relations", "policies", "drafts_and_ages", "set_statuses", "set_kinds", "set_measures", "set_groups"),
        *("set_fields", "set_periods", "set_documents", "set_places", "fill_groups", "set_outcomes"),
        *("share_attributes", "headline_period", "figure_records", "agency_records", "person_records", "with_titles"),
    ),
}


def main() -> None:
    """Print the ratio and the time by stage."""
    gc.set_threshold(COLLECTED_AFTER)  # as the command line does
    paths = [path for name in HELD_TO for path in sorted(SETS[name][1].glob("*.txt"))]
    articles = [(path.name, path.read_bytes()) for path in paths]
    with _peer(sys.argv[1], paths) as turn_of_peer:
        _own_turn(articles)
        turn_of_peer()
        turns = [(_own_turn(articles), turn_of_peer()) for _ in range(ROUNDS)]
    # the least of each: what else goes on in a machine can only add to it
    own, peer = (min(column) / len(articles) for column in zip(*turns, strict=True))
    say = sys.stdout.write
    say(f"{len(articles)} articles, {ROUNDS} rounds by turns, CPU time per article (the least)\n")
    say(f"ansinh extract                 {own * 1e3:9.2f} ms\n")
    say(f"spaCy with NER and quantulum3  {peer * 1e3:9.2f} ms\n")
    say(f"ratio                          1/{peer / own:.0f}\n\nby stage, ms per article\n")
    for stage, seconds in _by_stage(articles).items():
        say(f"{seconds / len(articles) * 1e3:6.3f}  {stage}\n")


def _own_turn(articles: Sequence[tuple[str, bytes]]) -> float:
    began = time.process_time()
    for _ in range(OWN_REPEATS):
        for name, data in articles:
            list(records(extract_text(name, data)))
    return (time.process_time() - began) / OWN_REPEATS


@contextmanager
def _peer(python: str, paths: Sequence[Path]) -> Iterator[Callable[[], float]]:
    """A turn of the usual pipeline over all articles, in its own process and environment; it tells its CPU time."""
    command = [python, str(Path(__file__).with_name("usual_pipeline.py")), *map(str, paths)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        ask, answer = process.stdin, process.stdout

        def turn() -> float:
            ask.write("go\n")
            ask.flush()
            return float(answer.readline())

        yield turn
        ask.close()


def _by_stage(articles: Sequence[tuple[str, bytes]]) -> dict[str, float]:
    """The CPU time of each stage: every step is timed where it is called, the least of several rounds."""
    best: dict[str, float] = {}
    for _ in range(ROUNDS):
        spent: dict[str, float] = defaultdict(float)
        with _timed(spent):
            for name, data in articles:
                began = time.process_time()
                list(records(extract_text(name, data)))
                spent["everything"] += time.process_time() - began
        for stage, seconds in spent.items():
            best[stage] = min(seconds, best.get(stage, seconds))
    return {stage: best[stage] for stage in (*STAGES, "everything")}


@contextmanager
def _timed(spent: dict[str, float]) -> Iterator[None]:
    kept = {name: getattr(extracting, name) for names in STAGES.values() for name in names}
    for stage, names in STAGES.items():
        for name in names:
            setattr(extracting, name, _timing(kept[name], stage, spent))
    try:
        yield
    finally:
        for name, step in kept.items():
            setattr(extracting, name, step)


def _timing(step: Callable[..., Any], stage: str, spent: dict[str, float]) -> Callable[..., Any]:
    def timed(*arguments: Any) -> Any:
        began = time.process_time()
        result = step(*arguments)
        spent[stage] += time.process_time() - began
        return result

    return timed


if __name__ == "__main__":
    main()
