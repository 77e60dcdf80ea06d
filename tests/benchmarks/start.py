"""`make bench-start`: how long a command takes that ought to answer at once, by turns with the smallest such program.

`ansinh --help` stands against a program that imports click; a saved query, on a store of the seeds, against one that
imports click and pyoxigraph, opens the same store read-only, runs the same text and prints the rows. Whole processes,
by the clock on the wall, to a pipe.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

import ansinh
from ansinh.graph.generations import current
from ansinh.knowledge import folder
from ansinh.querying.binding import bound
from ansinh.querying.saved import SavedQuery, saved_queries

ROUNDS = 7
GOAL = 2.0
_HERE = Path(__file__).parent
_ANSINH = str(Path(sys.executable).with_name("ansinh"))
_FORMATS = ("json", "csv", "table")


def main() -> None:
    """Print the times and the ratios."""
    say = sys.stdout.write
    say(f"whole processes, wall time, median of {ROUNDS} rounds by turns; the goal is {GOAL} times at most\n\n")
    say(f"{'smallest':>9} {'ansinh':>9} {'ratio':>6}\n")
    ratios = [_told("ansinh --help", [_python("smallest_help.py"), [_ANSINH, "--help"]])]
    with tempfile.TemporaryDirectory() as work:
        store, text = Path(work) / "store", Path(work) / "query.rq"
        ansinh.build(sorted(folder("seeds").glob("*.txt")), store)
        smallest = [*_python("smallest_query.py"), str(current(store)), str(text)]
        for query, values in _questions():
            text.write_text(bound(query, values), encoding="utf-8")
            asked = [query.name, *(f"-p{name}={value}" for name, value in values.items())]
            own = [[_ANSINH, "query", "--store", str(store), *asked, "--format", form] for form in _FORMATS]
            ratios += [_told(f"{' '.join(asked)} --format {{}}", [smallest, *own])]
    worst = max(max(each) for each in ratios)
    say(f"\nthe worst ratio is {worst:.2f}: the goal is {'reached' if worst <= GOAL else 'not reached'}\n")


def _questions() -> list[tuple[SavedQuery, Mapping[str, str]]]:
    """Every saved query with no more than it must be given; and, for each type of parameter, one with a value of it."""
    asked: list[tuple[SavedQuery, Mapping[str, str]]] = []
    types: set[str] = set()
    for query in saved_queries():
        must = {p.name: p.example for p in query.parameters.values() if p.required}
        asked.append((query, must))
        for parameter in query.parameters.values():
            if parameter.type not in types:
                types.add(parameter.type)
                asked += [] if parameter.required else [(query, {**must, parameter.name: parameter.example})]
    return asked


def _told(name: str, commands: Sequence[Sequence[str]]) -> list[float]:
    """Measure commands, the smallest program first, and print a line for each of the others; their ratios."""
    turns = [[_seconds(command) for command in commands] for _ in range(ROUNDS + 1)][1:]
    smallest, *others = (median(column) for column in zip(*turns, strict=True))
    for form, own in zip(_FORMATS, others, strict=False):
        sys.stdout.write(f"{smallest * 1e3:6.0f} ms {own * 1e3:6.0f} ms {own / smallest:6.2f}  {name.format(form)}\n")
    return [own / smallest for own in others]


def _seconds(command: Sequence[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - began


def _python(name: str) -> list[str]:
    return [sys.executable, str(_HERE / name)]


if __name__ == "__main__":
    main()
