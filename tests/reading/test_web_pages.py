"""Twenty saved layouts of pages: the right headline, date and publisher, the whole article, and nothing of the page."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from ansinh.model import Article, Extraction
from ansinh.reading.page import read
from ansinh.relating import extract_text

PAGES = Path(__file__).parent / "pages"
EXPECTED: dict[str, dict[str, Any]] = yaml.safe_load((PAGES / "expected.yaml").read_text(encoding="utf-8"))


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


def test_pages_are_read_the_same_in_whatever_order_sets_are() -> None:
    code = """
import hashlib, pathlib, sys
from ansinh.records import records
from ansinh.relating import extract_text
found = hashlib.sha256()
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.html")):
    found.update(repr(list(records(extract_text(path.name, path.read_bytes())))).encode())
print(found.hexdigest())
"""
    hashes = {
        subprocess.run(
            [sys.executable, "-c", code, str(PAGES)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("0", "1", "7")
    }
    assert len(hashes) == 1


# the same article in many forms of head: today's date above, other articles with their dates below
_FORM = """<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{window}</title>{meta}</head><body>
<div class="header"><div class="top">Hôm nay: Chủ nhật, 22/11/2026</div><ul><li><a href=/>Trang chủ</a></li></ul></div>
<div class="main">{head}<div class="content">
<p>The province has given cards to 1,204 poor households in the last year, and the department goes on with it.</p>
<p>The communes have gone through their lists once more, so that nobody is left without one.</p>
<p>By April 30, 2024, some 830 households had paid their part of 45 million VND in all, more than in the year 2023.</p>
</div></div>
<div class="others"><ul><li><a href=/1>Poor households get 12 houses in the hills</a> (11/10/2023)</li></ul></div>
<div class="footer">Copyright © 2015 - 2026</div></body></html>"""
TITLE = "Cards for 1,204 poor households"
H1 = f"<h1>{TITLE}</h1>"


def _article(window: str, head: str, meta: str = "") -> Article:
    page = _FORM.replace("{window}", window).replace("{head}", head).replace("{meta}", meta)
    return extract_text("a.html", page.encode()).article


@pytest.mark.parametrize(
    "printed",
    [
        "<div class='info'>Thứ tư, ngày 12 tháng 3 năm 2025</div>",
        "<span class='time'>12-03-2025 08:30</span>",
        "<div class='ngaydang'>Cập nhật lúc 08:30, Thứ Tư, 12/03/2025 (GMT+7)</div>",
        "<p class='date'>March 12, 2025 8:30 AM</p>",
        "<div>12/03/2025 | 08:30</div>",
        "<p>(12/3/2025)</p>",
        "<div class='post-date'>Wednesday, 12/03/2025 08:30</div>",
        "<time>12/03/2025</time>",
        "<span class='publish-date'>03:30 PM 12/03/2025</span>",
        "<span>Ngày đăng: 12.03.2025</span>",
        "<div class='meta'><span>2025-03-12 07:00</span></div>",
    ],
)
def test_the_day_is_read_as_it_is_printed_below_the_headline(printed: str) -> None:
    assert _article(TITLE, H1 + printed).issued == date(2025, 3, 12)


def test_a_page_without_a_day_has_none() -> None:
    assert _article(TITLE, H1).issued is None


@pytest.mark.parametrize("told", ["2025-03", "2025 March", "March 2025", "2025", "1741737600", "yesterday"])
def test_a_day_that_is_not_told_whole_is_not_filled_in(told: str) -> None:
    """A library would fill it in from today's date, and tomorrow's answer would be another one."""
    meta = f"<meta property='article:published_time' content='{told}'>"
    assert _article(TITLE, f"{H1}<time datetime='{told}'>{told}</time>", meta).issued is None


@pytest.mark.parametrize(
    "told",
    [
        "2025-03-12",
        "2025-03-12T08:30:00+07:00",
        "20250312",
        "202503120830",
        "2025/03/12 08:30",
        "12 March 2025",
        "Wed, 12 Mar 2025",
    ],
)
def test_a_day_that_the_metadata_tell_whole_is_believed(told: str) -> None:
    meta = f"<meta property='article:published_time' content='{told}'>"
    assert _article(TITLE, H1, meta).issued == date(2025, 3, 12)


@pytest.mark.parametrize(
    ("window", "head", "meta", "publisher"),
    [
        (f"{TITLE} - Báo Sơn La", H1, "", "Báo Sơn La"),
        (f"Báo Sơn La - {TITLE}", H1, "", "Báo Sơn La"),
        (f"{TITLE} | Báo Sơn La", H1, f"<meta property=og:title content='{TITLE} | Báo Sơn La'>", "Báo Sơn La"),
        (f"{TITLE} - Xã hội - Báo Sơn La điện tử", H1, "", "Báo Sơn La điện tử"),
        ("Sơn La Portal", f"<h2>{TITLE}</h2>", "", "Sơn La Portal"),
        ("Sơn La Portal > News > Detail", f"<div class=title-detail>{TITLE}</div>", "", "Sơn La Portal"),
        ("News detail", H1, "", None),
        (TITLE, H1, "<meta property=og:site_name content=baosonla.vn>", None),
        (TITLE, H1, "<meta property=og:title content='Cards for 1,204 poor...'>", None),
        (
            f"{TITLE} | Báo Sơn La",
            f"<div>{TITLE}</div>",
            f"<meta property=og:title content='{TITLE} - Báo Sơn La'>",
            "Báo Sơn La",
        ),
        (f"{TITLE} | Báo Sơn La", f"<h2><a href=/x-1.html>{TITLE}</a></h2>", "", "Báo Sơn La"),
        (TITLE, f"<h1 class=logo>Báo Sơn La</h1><h2>{TITLE}</h2>", "", None),
    ],
)
def test_headline_and_publisher_are_told_apart(window: str, head: str, meta: str, publisher: str | None) -> None:
    article = _article(window, head, meta)
    assert (article.title, article.publisher) == (TITLE, publisher)


FIRST, SECOND, THIRD = PARAGRAPHS = (
    "The province of Kon Tum has supported 2,310 ethnic minority households with clean water in the year 2024.",
    "Of these, 1,045 households are poor and 388 are near-poor, and the budget came to 41 billion VND.",
    "The work goes on in 2025 with a further 1,200 households in 31 communes, under Plan No. 88/KH-UBND.",
)
_REST = f"<div class=body><p>{SECOND}</p><p>{THIRD}</p></div>"


@pytest.mark.parametrize(
    "body",
    [
        "".join(f"<div>{p}</div>" for p in PARAGRAPHS),
        "".join(f"<div><span><span>{p}</span></span></div><div>&nbsp;</div>" for p in PARAGRAPHS),
        f"<div>{'<br>'.join(PARAGRAPHS)}</div>",
        f"<p>{'<br/><br/>'.join(PARAGRAPHS)}</p>",
        f"<ul>{''.join(f'<li>{p}</li>' for p in PARAGRAPHS)}</ul>",
        "".join(f"<p><strong>Heading {i}</strong></p><p>{p}</p>" for i, p in enumerate(PARAGRAPHS)),
        f"<center>{''.join(f'<p align=justify><font size=2>{p}</font></p>' for p in PARAGRAPHS)}</center>",
        f"<section class='related-content'>{''.join(f'<p>{p}</p>' for p in PARAGRAPHS)}</section>",
        f"<h2 class=sapo>{FIRST}</h2>{_REST}",
        f"<div class=sapo>{FIRST}</div>{_REST}",
        f"<div class=detail-lead><strong>{FIRST}</strong></div>{_REST}",
        f"<p class=sapo>{FIRST}</p>{_REST}",
    ],
)
def test_paragraphs_are_lines_in_whatever_they_stand(body: str) -> None:
    page = f"<html><title>{TITLE}</title><body><a href=/>Home</a>{H1}{body}<a href=/7>Contact</a></body></html>"
    lines = [line.removeprefix("- ") for line in extract_text("a.html", page.encode()).text.splitlines()]
    assert [line for line in lines if line in PARAGRAPHS] == [*PARAGRAPHS]
