"""Twenty saved layouts of pages: the right headline, date and publisher, the whole article, and nothing of the page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from ansinh.model import Extraction
from ansinh.reading.page import read
from ansinh.relating import extract_text

PAGES = Path(__file__).parent / "pages"
EXPECTED: dict[str, dict[str, Any]] = yaml.safe_load((PAGES / "expected.yaml").read_text(encoding="utf-8"))
ADDRESS = "https://news.example/tin/nha-o-118822.html"


def _read(name: str) -> Extraction:
    return extract_text(name, (PAGES / name).read_bytes())


def _shown(text: str) -> str:
    """The lines that are read, without those that are known as furniture."""
    return "\n".join(text[slice(*line.span)] for line in read("a.txt", text).lines if line.kind != "furniture") + "\n"


def test_there_are_twenty() -> None:
    assert sorted(EXPECTED) == sorted(path.name for path in PAGES.glob("*.html"))
    assert len(EXPECTED) == 20


@pytest.mark.parametrize("name", EXPECTED)
def test_what_a_page_tells_of_itself(name: str) -> None:
    article, expected = _read(name).article, EXPECTED[name]
    assert (article.title, article.publisher, article.issued) == (
        expected["title"], expected["publisher"], expected["date"],
    )  # fmt: skip
    assert article.language == "en"


@pytest.mark.parametrize("name", EXPECTED)
def test_the_article_is_whole_and_alone(name: str) -> None:
    text, expected = _shown(_read(name).text), EXPECTED[name]
    assert text.splitlines()[0] == expected["title"]
    assert [words for words in expected["has"] if words not in text] == []
    assert [words for words in expected["not"] if words in text] == []
    assert text.count(expected["title"]) == 1
