"""Lines, sentences, and the passages that are shown as evidence."""

from __future__ import annotations

import pytest

from ansinh.errors import ArticleError
from ansinh.model import Span
from ansinh.reading.page import read
from ansinh.reading.sentences import EVIDENCE_LENGTH
from ansinh.reading.text import decode
from ansinh.relating import extract_text


def _sentences(text: str) -> list[str]:
    return [text[s.span.start : s.span.end] for s in read("a.txt", text).sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Resolution No. 35 is in force. It works.", ["Resolution No. 35 is in force.", "It works."]),
        ("Mr. Ngoc came. He spoke.", ["Mr. Ngoc came.", "He spoke."]),
        ("It cost 44.1 billion. It was paid.", ["It cost 44.1 billion.", "It was paid."]),
        ("It ended in 2024.The number rose.", ["It ended in 2024.", "The number rose."]),
        ("Martyrs Day..\nPV: Next.", ["Martyrs Day..", "PV: Next."]),
        ("National Day September 2. Presented gifts.", ["National Day September 2.", "Presented gifts."]),
        ("Schools, roads, etc. of the province.", ["Schools, roads, etc. of the province."]),
        ("TP. Ho Chi Minh is big. It grows.", ["TP. Ho Chi Minh is big.", "It grows."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert _sentences(text) == expected


def test_furniture_is_no_body() -> None:
    text = (
        "A headline of some words\n\nThe province reached 12 people, it said.\n\nComment (0)\nPhoto: 2 classrooms.\n"
        "Other news\n• Somebody hands over 12 houses (07/10/2024)\n"
    )
    assert [line.kind for line in read("a.txt", text).lines] == ["heading", "body", *["furniture"] * 4]
    assert _sentences(text) == ["The province reached 12 people, it said."]


def test_evidence_is_short_and_holds_its_span() -> None:
    clause = "it gave cards to 359 people in poor households (cost of 412 million VND), "
    text = "The province said that " + clause * 12 + "and so on."
    (sentence,) = read("a.txt", text).sentences
    for start in range(0, len(text) - 10, 7):
        evidence = sentence.evidence(start, start + 3)
        assert evidence.holds(Span(start, start + 3))
        assert evidence.end - evidence.start <= EVIDENCE_LENGTH
    assert {p.end - p.start <= EVIDENCE_LENGTH for p in sentence.passages} == {True}


def test_evidence_holds_a_document_that_a_full_stop_cuts() -> None:
    (citation,) = extract_text("a.txt", b"News\n\nThe council spoke of itsNo. 20-NQ/TW and of little else.").citations
    assert citation.evidence.holds(citation.span)


@pytest.mark.parametrize(
    ("data", "said"), [(b"", "empty"), (b" \n", "empty"), (b"\xff\xfea", "not UTF-8"), (b"ab\x00c", "binary")]
)
def test_what_is_no_text_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(ArticleError, match=said):
        decode("a.txt", data)
