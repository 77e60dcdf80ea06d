"""The one door to trafilatura: a web page -> the text of its article, and what the page tells of it.

Headline first, then a line for each paragraph, list item and row of a table; menus, boxes, comments and links to other
articles are left out. The language that a page declares is not believed: translated pages keep the one they come from.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from ansinh.errors import ArticleError
from ansinh.model import Original
from ansinh.reading.charset import characters
from ansinh.reading.content import Content
from ansinh.reading.page_tree import page_words, prepare, printed_title, window_title
from ansinh.reading.printed_day import printed_day
from ansinh.reading.text import clean

_MOST_CHARACTERS = 5_000_000
_LEAST_WORDS = 20
_HEAD = 5  # lines in which the headline may be repeated
_LONGEST_NAME = 12
# fixed days: what a page tells must not depend on the day on which it is read
_DATES = {"original_date": True, "extensive_search": False, "min_date": "1995-01-01", "max_date": "2100-01-01"}
_RULE_OF_TABLE = re.compile(r"[|\s:-]*")
_SEPARATOR = re.compile(r"\s+[|–—·-]\s+|\s*::\s*|\s*\|\s*")
_PATH = re.compile(r"\s*[>»›]\s*")
# titles of windows that name neither article nor site
_ANY_PAGE = re.compile(
    r"(?:news|article|chi tiết|tin tức|trang chủ|home|index)\b.{0,12}|.{0,12}\b(?:details?|home ?page)", re.IGNORECASE
)


def content(file: str, original: Original) -> Content:
    """The article of a page. ArticleError where there is none; ModuleNotFoundError where the extra is missing."""
    from trafilatura import bare_extraction, load_html
    from trafilatura.settings import Document

    text = characters(original)
    if len(text) > _MOST_CHARACTERS:
        raise ArticleError(f"{file}: the page has {len(text)} characters, too many for an article; save it as .txt")
    tree = load_html(text)
    if tree is None:
        raise _no_article(file)
    around = page_words(tree)
    prepare(tree)
    found = bare_extraction(
        tree, with_metadata=True, include_comments=False, include_tables=True, date_extraction_params=_DATES
    )
    body = _lines(found.text or "") if isinstance(found, Document) else []
    if not isinstance(found, Document) or sum(len(line.split()) for line in body) < _LEAST_WORDS:
        raise _no_article(file)
    window = window_title(tree)
    title = printed_title(tree, _one_line(found.title), window, around)
    publisher = _publisher(found, title, window)
    title = _alone(title, publisher)
    return Content(
        _whole(title, body),
        title=title,
        publisher=publisher,
        issued=printed_day(text, found.date),
        source=_source(original.address, found.url),
        around=around,
    )


def _no_article(file: str) -> ArticleError:
    return ArticleError(f"{file}: there is no article in this page; give the page of one article, or its text as .txt")


def _lines(text: str) -> list[str]:
    """The lines of the text; the rows of tables without their frames."""
    lines = []
    for line in clean(text).split("\n"):
        if line.startswith("|"):
            cells = line.replace("\\|", "/").strip().strip("|").split("|")
            lines.append(" | ".join(cell.strip() for cell in cells if cell.strip()))
        else:
            lines.append(line.strip())
    return [line for line in lines if not _RULE_OF_TABLE.fullmatch(line)]


def _whole(title: str | None, body: list[str]) -> str:
    """The text: the headline as its first line, and then not again."""
    if title is None:
        return "\n".join(body) + "\n"
    rest = [line for index, line in enumerate(body) if index >= _HEAD or _one_line(line) != title]
    return "\n".join((title, "", *rest)) + "\n"


def _one_line(text: str | None) -> str | None:
    return " ".join(clean(text).split()) or None if text else None


def _publisher(found: Any, title: str | None, window: str | None) -> str | None:
    """The name that the page gives of its site: in its metadata, else in the title of its window."""
    named = _one_line(found.sitename)
    if named and (" " in named or "." not in named):
        return named
    parts = [part.strip() for part in _SEPARATOR.split((window or "").replace(title or "", "", 1)) if part.strip()]
    if not parts or (len(parts) == 1 and not _is_name_beside(parts[0], title, window)):
        return None
    name = next(filter(None, _PATH.split(parts[-1])), "")
    return name if name and len(name.split()) <= _LONGEST_NAME and not _ANY_PAGE.fullmatch(name) else None


def _alone(title: str | None, publisher: str | None) -> str | None:
    """The headline without the name of its site behind it."""
    if title is None or publisher is None or not title.endswith(publisher):
        return title
    return title.removesuffix(publisher).rstrip(" |–—·:-") or title


def _is_name_beside(part: str, title: str | None, window: str | None) -> bool:
    """Whether what a window's title has beside the headline, or in its place, names the site."""
    if title is None:
        return False
    shared = set(part.lower().split()) & set(title.lower().split())
    return title in (window or "") or 3 * len(shared) <= len(part.split())


def _source(address: str | None, told: str | None) -> str | None:
    """The page's own address; of a fetched page it must be one of the same site, so that none stands in for another."""
    if told is None or not re.fullmatch(r"https?://[^\s<>\"]+", told) or urlsplit(told).path in ("", "/"):
        return address
    return told if address is None or _site(told) == _site(address) else address


def _site(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")
