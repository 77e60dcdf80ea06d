"""The explanation of an article: its whole text, every digit marked, every figure with what gave it."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import IO

import pytest

from ansinh.explaining.explanation import Explanation, explain, in_words, segments
from ansinh.explaining.lines import write_lines
from ansinh.explaining.page import write_page
from ansinh.model import UNKNOWN_PERIOD, Period
from ansinh.relating import extract_text
from tests.docs.blocks import ROOT

SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
HOSTILE = """<script>alert("headline")</script> & {{ 7 * 7 }}

In 2024, the province gave health insurance cards to 1,200 poor people <b onmouseover="steal()">&</b> 300 children.
Source: https://example.org/?a=<script>alert(1)</script>
"""
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def _explained(text: str) -> Explanation:
    return explain(extract_text("a.txt", text.encode()))


def _page(explanation: Explanation) -> str:
    out = io.StringIO()
    write_page(explanation, out)
    return out.getvalue()


class _Read(HTMLParser):
    """What a browser makes of a page: its elements with their attributes, and the text of each line of the article."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.lines: list[str] = []
        self._open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._open.append(tag)
        if tag == "p":
            self.lines.append("")

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "p" in self._open and "sup" not in self._open and "main" in self._open:
            self.lines[-1] += data


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_the_whole_text_is_shown_and_every_digit_is_marked(path: Path) -> None:
    text = path.read_bytes().decode()
    explanation = _explained(text)
    shown = "\n".join(text[p.span.start : p.span.end] for p in explanation.passages)
    assert shown.split() == text.split()
    for passage in explanation.passages:
        pieces = list(segments(text, passage))
        assert "".join(text[span.start : span.end] for span, _ in pieces) == text[slice(*passage.span)]
        for span, marks in pieces:
            assert marks or not re.search(r"\d", text[slice(*span)])
    # blanks aside, as in a browser
    assert "".join("".join(_Read(_page(explanation)).lines).split()) == "".join(text.split())


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_every_link_of_the_page_leads_somewhere(path: Path) -> None:
    elements = _Read(_page(_explained(path.read_bytes().decode()))).elements
    anchors = [attributes["id"] for _, attributes in elements if "id" in attributes]
    assert len(anchors) == len(set(anchors))
    links = {str(attributes["href"]) for tag, attributes in elements if tag == "a"}
    figures = sum(len(passage.cards) for passage in _explained(path.read_bytes().decode()).passages)
    assert len(links) >= figures
    assert {link.removeprefix("#") for link in links} <= set(anchors)
    # self-contained: nothing is loaded
    assert not [a for _, a in elements if "src" in a or (a.get("href") or "#")[0] != "#"]


def test_a_figure_is_told_with_the_words_that_gave_it() -> None:
    [card, *_] = [c for p in _explained(HOSTILE).passages for c in p.cards]
    told = {each.attribute: each for each in card.told}
    assert told["beneficiary"].words == "poor people"
    assert told["period"].value == "2024-01-01 to 2024-12-31"
    assert told["period"].words == "2024"
    assert told["field"].words == "health insurance cards"
    assert told["bound"].otherwise == "nothing says otherwise"


def test_what_an_article_says_is_text_on_the_page() -> None:
    read = _Read(_page(_explained(HOSTILE)))
    assert "script" not in {tag for tag, _ in read.elements}
    assert not [a for _, a in read.elements if "onmouseover" in a]
    assert "{{ 7 * 7 }}" in "".join(read.lines)
    assert "<b onmouseover" in "".join(read.lines)


def test_lines_have_the_same_facts_without_a_colour() -> None:
    out = io.StringIO()
    write_lines(_explained(HOSTILE), out)
    assert "\x1b" not in out.getvalue()
    assert "[1,200 1]" in out.getvalue()
    assert "“health insurance cards”" in out.getvalue()


@pytest.mark.parametrize("write", [write_lines, write_page])
def test_what_the_audit_says_of_a_figure_stands_beside_it(write: Callable[[Explanation, IO[str]], None]) -> None:
    text = "News\nIn 2024, the province sent 170 workers abroad under contracts (Japan 99, Taiwan 41, Korea 29).\n"
    out = io.StringIO()
    write(explain(extract_text("a.txt", text.encode())), out)
    assert "off: 99 + 41 + 29 = 169, but printed as 170: off by 1" in out.getvalue()


def test_periods_in_words() -> None:
    first, last = date(2024, 1, 1), date(2024, 12, 31)
    periods = (UNKNOWN_PERIOD, Period(first, None), Period(None, last), Period(first, last), Period(last, last))
    assert [in_words(period) for period in periods] == [
        "", "from 2024-01-01", "until 2024-12-31", "2024-01-01 to 2024-12-31", "2024-12-31"
    ]  # fmt: skip


@pytest.mark.skipif(CHROMIUM is None, reason="needs a browser: apt-get install chromium")
def test_in_a_browser_a_figure_leads_to_what_is_told_of_it(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(_page(_explained(HOSTILE)), encoding="utf-8")
    command = [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    done = subprocess.run(
        [*command, "--dump-dom", f"{page.as_uri()}#f2"], capture_output=True, encoding="utf-8", check=True, timeout=120
    )
    assert re.findall(r"<details( open[^>]*)?>", done.stdout) == ["", ' open=""']
