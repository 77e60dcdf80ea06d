"""Every rule that reads a figure is in the vocabulary, and every rule of the vocabulary reads one."""

from __future__ import annotations

from pathlib import Path

from ansinh.relating import extract_text
from ansinh.vocabulary import concepts

ROOT = Path(__file__).parents[2]
TEXTS = [*sorted((ROOT / "seeds").glob("*.txt")), *sorted((ROOT / "tests" / "gold" / "dev" / "texts").glob("*.txt"))]


def test_the_rules_are_those_of_the_vocabulary() -> None:
    used = {figure.rule for path in TEXTS for figure in extract_text(path.name, path.read_bytes()).figures}
    assert used == set(concepts("rule"))
