"""`make bench-query`: what asking a saved query costs beyond the engine's own work, by turns in one process.

The engine alone runs the text of the query, its values bound, over all graphs of the same store as one, and the terms
of every row are read. Ours begins with the name of the query and ends with Python values: `rows` binds the parameters,
runs the query and turns terms into int, Decimal and text; `answer`, which is what `ansinh.query` gives, also tells the
kinds and units of the columns, and the articles that the rows come from. The store has the seeds and the annotated
articles.
"""

from __future__ import annotations

import gc
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from statistics import median

import pyoxigraph as ox

import ansinh
from ansinh.graph.store import open_store
from ansinh.querying.binding import bound
from ansinh.querying.running import run_saved
from ansinh.querying.saved import SavedQuery, saved_queries
from ansinh.querying.saved_answer import answer
from tests.gold.score_table import ARTICLES, SETS

ROUNDS = 9
GOAL = 1.2


def main() -> None:
    """Print the times and the ratios of every query and of all together."""
    say = sys.stdout.write
    with tempfile.TemporaryDirectory() as work:
        texts = [path for name in ARTICLES for path in sorted(SETS[name][1].glob("*.txt"))]
        built = ansinh.build(texts, work)
        store = open_store(work)
        say(f"{len(built.added)} articles, {len(store)} triples; median of {ROUNDS} rounds by turns, ms\n\n")
        say(f"{'engine':>9} {'rows':>9} {'answer':>9}  {'ratios':<12}\n")
        told = [_measured(store, query) for query in saved_queries()]
    engine, rows, answers = (sum(column) for column in zip(*told, strict=True))
    say(f"\n{_line('all together', engine, rows, answers)}")
    worst = max(rows, answers) / engine
    say(f"the goal, {GOAL} times for all together, is {'reached' if worst <= GOAL else 'not reached'}\n")


def _measured(store: ox.Store, query: SavedQuery) -> tuple[float, float, float]:
    """The seconds of the engine, of rows and of the answer."""
    values = {p.name: p.example for p in query.parameters.values() if p.required}
    text = bound(query, values)
    engine, rows, answers = _by_turns(
        (
            lambda: _bare(store, text),
            lambda: len(list(run_saved(store, query.name, values).values)),
            lambda: len(answer(store, query.name, values)),
        )
    )
    sys.stdout.write(_line(query.name, engine, rows, answers))
    return engine, rows, answers


def _bare(store: ox.Store, text: str) -> int:
    found = store.query(text, use_default_graph_as_union=True)
    assert isinstance(found, ox.QuerySolutions)
    return len([tuple(row) for row in found])


def _by_turns(ways: Sequence[Callable[[], int]]) -> list[float]:
    turns = [[_seconds(way) for way in ways] for _ in range(ROUNDS + 1)][1:]
    return [median(column) for column in zip(*turns, strict=True)]


def _seconds(way: Callable[[], int]) -> float:
    gc.collect()
    began = time.perf_counter()
    way()
    return time.perf_counter() - began


def _line(name: str, engine: float, rows: float, answers: float) -> str:
    times = " ".join(f"{seconds * 1e3:9.2f}" for seconds in (engine, rows, answers))
    return f"{times}  {rows / engine:5.2f} {answers / engine:5.2f}  {name}\n"


if __name__ == "__main__":
    main()
