"""The block that a .txt or .md file may begin with, and in which people say what the article is.

Between two lines of three hyphens, one `key: value` a line:

    ---
    title: Health cards for poor households
    publisher: Son La Newspaper
    date: 2025-06-18
    language: en
    source: https://example.org/health-cards.html
    ---

Other keys, lists and indented lines are other programs' and are passed over, so that no YAML library is needed. The
text stays the whole file, for its offsets; the block is furniture.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from ansinh.errors import ArticleError
from ansinh.reading.content import Content

_BLOCK = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<lines>(?:(?!---)[^\n]{0,2000}\n){1,100})---[ \t]*(?:\r?\n|$)")
_LINE = re.compile(r"(?P<key>[A-Za-z_]{1,30})[ \t]*:[ \t]*(?P<value>[^\r\n]*\S)")
_KEYS = {
    **{key: key for key in ("title", "publisher", "date", "language", "source")},
    "lang": "language",
    "url": "source",
}
_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_LANGUAGES = ("en", "vi")


def content(file: str, text: str) -> Content:
    """The text with what its front matter tells; without one of the keys above there is no front matter.

    Raises ArticleError where a value is not what its key asks for.
    """
    block = _BLOCK.match(text) if text.startswith(("---", "\ufeff---")) else None
    told = _told(block["lines"]) if block else {}
    if block is None or not told:
        return Content(text)
    return Content(
        text,
        start=block.end(),
        title=told.get("title"),
        publisher=told.get("publisher"),
        issued=_day(file, told["date"]) if "date" in told else None,
        language=_language(file, told["language"]) if "language" in told else None,
        source=_address(file, told["source"]) if "source" in told else None,
    )


def _told(lines: str) -> Mapping[str, str]:
    """The known keys with their values, the first of each."""
    told: dict[str, str] = {}
    for match in filter(None, map(_LINE.match, lines.splitlines())):
        key, value = _KEYS.get(match["key"].lower()), match["value"]
        quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
        shown = value[1:-1].strip() if quoted else value
        if key and shown:
            told.setdefault(key, shown)
    return told


def _day(file: str, value: str) -> date:
    first, last = _YEAR_FIRST.match(value), _DAY_FIRST.match(value)
    try:
        if first:
            return date(*map(int, first.groups()))
        if last:
            return date(*map(int, reversed(last.groups())))
    except ValueError:
        pass
    raise ArticleError(f"{file}: the date of the front matter is {value!r}; write it as YYYY-MM-DD")


def _language(file: str, value: str) -> str:
    language = re.split(r"[-_]", value.lower(), maxsplit=1)[0]
    if language not in _LANGUAGES:
        raise ArticleError(f"{file}: the language of the front matter is {value!r}; articles in en and vi are taken")
    return language


def _address(file: str, value: str) -> str:
    if not _ADDRESS.fullmatch(value):
        raise ArticleError(
            f"{file}: the source of the front matter is {value!r} and no address (https://…);"
            " a name belongs to the key publisher"
        )
    return value
