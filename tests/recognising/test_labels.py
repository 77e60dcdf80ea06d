"""Labels and cues of the vocabularies in the words of a text."""

from __future__ import annotations

import pytest

import ansinh.lexicon
import ansinh.words.splitting
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


@pytest.mark.parametrize("part", [1, 7, 100])
def test_a_long_text_is_cut_between_words(part: int, monkeypatch: pytest.MonkeyPatch) -> None:
    text = next(folder("seeds").glob("*.txt")).read_text(encoding="utf-8")
    whole = lexicon().words(text)
    assert [text[start:end] for start, end in zip(whole.starts[:2], whole.ends[:2], strict=True)] == text.split()[:2]
    monkeypatch.setattr(ansinh.words.splitting, "_PART", part)
    assert lexicon().words(text) == whole


def test_words_are_written_as_one_character_each() -> None:
    known = lexicon()
    written = known.words("households, 1,200 o'clock Household xyzzy").written
    household, comma, first, _, second, clock, again, unknown = [*written]
    assert household == again == known.characters(["household"])
    assert comma == known.characters([","])
    assert {first, second} <= set(known.numbers)
    assert clock in known.with_apostrophe
    assert unknown == " "
