"""Labels and cues of the vocabularies in the words of a text."""

from __future__ import annotations

import pytest

import ansinh.lexicon
from ansinh.knowledge import folder
from ansinh.lexicon import lexicon


@pytest.mark.parametrize("part", [1, 7, 100])
def test_a_phrase_may_stand_across_the_parts_of_a_text(part: int, monkeypatch: pytest.MonkeyPatch) -> None:
    text = lexicon().words(next(folder("seeds").glob("*.txt")).read_text(encoding="utf-8"))
    whole = {role: list(lexicon().find(text)[role]) for role in lexicon().roles}
    assert sum(map(len, whole.values())) > 100
    monkeypatch.setattr(ansinh.lexicon, "_PART", part)
    found = lexicon().find(text)
    assert {role: list(found[role]) for role in lexicon().roles} == whole
