"""Reading is total: any text gives records that hold together, or one clear error."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ansinh.auditing.auditing import audit
from ansinh.errors import ArticleError
from ansinh.model import Citation, Extraction, Figure
from ansinh.relating import extract_text

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
# pieces of the genre, so that chance puts constructions beside each other that no article has
PIECES = [
    "359", "6,065", "44.1 billion", "VND", "%", "percentage points", "people", "in poor households", "(", ")", ";",
    ". ", "Resolution No. 35/2024/NQ-HDND", "Plan", "No.", "of the Provincial People's Council",
    "dated July 16, 2021", "by the end of", "2024", "from", "to", "of which", "including", "down", "compared to",
    "the first 06 months of the year", "31/02/2024", "more than", "/month", "/", "-", "Mr. ", "Chairman", "Son La",
    "stipulating", "implementing", "health insurance cards", "\n", ", ", "and", "4/4 tasks", "February 30",
    "99/99/9999", "No. 0/0000/A-B", "\u00a0", "Đ", "\ufeff",
]  # fmt: skip


def _holds_together(extraction: Extraction) -> None:
    text = extraction.text
    records: list[Figure | Citation] = [*extraction.figures, *extraction.citations]
    for record in records:
        assert record.quote == text[record.span.start : record.span.end]
        assert record.evidence.holds(record.span)
    for run in re.finditer(r"\d+", text):
        held = [n for n in extraction.numbers if n.span.start <= run.start() and run.end() <= n.span.end]
        assert len(held) == 1, (run.group(), held)
    assert all(finding.words and finding.words_vi for finding in audit(extraction))
    outcomes = {figure.outcome for figure in extraction.figures}
    assert {f.part_of for f in extraction.figures} - {None} <= outcomes


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.stem)
def test_the_seeds_hold_together(path: Path) -> None:
    _holds_together(extract_text(path.name, path.read_bytes()))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join))
def test_any_row_of_pieces_is_read(text: str) -> None:
    if text.strip():
        _holds_together(extract_text("a.txt", text.encode()))


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        _holds_together(extract_text("a.txt", data))
    except ArticleError as error:
        assert "\n" not in str(error)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_cut_and_mixed_seed_is_read(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(SEEDS)).read_text(encoding="utf-8")
    start, end = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    other = data.draw(st.sampled_from(SEEDS)).read_text(encoding="utf-8")
    mixed = text[start:end] + other[end : end + 400]
    if mixed.strip():
        _holds_together(extract_text("a.txt", mixed.encode()))
