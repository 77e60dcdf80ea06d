"""The tree of a web page, made ready for the reading of its article.

It mends what readers of articles stumble over on Vietnamese sites: portals laid out with tables, paragraphs that are
only line breaks, boxes in the middle of an article, headlines without a heading. The elements are lxml's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from ansinh.reading.text import clean

Element = Any  # lxml has no types of its own

# words in the class or id of a small box that is no part of the article
_BOX = re.compile(
    r"(?:^|[\s_-])(?:ads?|advert\w*|audio|listen\w*|player|newsletter\w*|subscri\w+|promo|read-?more|related\w*|share\w*"
    r"|sharing|social|tags?|survey|cookies?|breadcrumbs?|tools?|tien-?ich)(?:$|[\s_-])",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"(?:^|[\s_-]|news|article|post|entry|detail)(?:title|headline|tieu-?de)(?:$|[\s_-])", re.IGNORECASE
)
_BOX_WORDS = 40  # a larger element holds the article, whatever its class says
_CELL_WORDS = 40  # a larger cell is a part of the page
_LEAD = re.compile(r"(?:^|[\s_-])(?:sapo|lead|standfirst|chapeau|summary|intro|tom-?tat)(?:$|[\s_-])", re.IGNORECASE)
_LEAD_WORDS = 12
_LEAD_ELEMENTS = 40  # behind the headline: what comes later is another article's
_LINK_WORDS = 4
_OWN_WORDS = 3
_TITLE_WORDS = range(4, 50)
_ADDRESS = re.compile(r"\s*(?:https?://|www\.)\S+\s*")
_BLOCKS = ("p", "div", "table", "ul", "ol", "h1", "h2", "h3", "h4", "section", "article")
_UNTOUCHED = ("html", "head", "body", "article", "main", "meta", "link", "script", "time")
_LINE_HOLDERS = ("p", "li", "div", "h3", "h4", "h5", "em", "strong")


def prepare(tree: Element) -> None:
    """Change the tree in place: boxes and framed pictures out, tables of the layout made plain, breaks paragraphs."""
    for table in list(tree.iter("table")):
        if table.find(".//img") is not None and _shorter(table, _CELL_WORDS):
            table.drop_tree()
        elif _is_layout(table):
            for part in (table, *table.iter("thead", "tbody", "tfoot", "tr", "td", "th", "center", "font")):
                if not _inner_table(part, table):
                    part.tag = "div"
    for lead in list(_leads(tree)):
        lead.tag = "p"
    for holder in list(tree.iter("div", "td", "p")):
        if holder.find("br") is not None:
            _break_paragraphs(holder)
    for element in list(tree.iter()):
        if isinstance(element.tag, str) and element.tag not in _UNTOUCHED and (_is_box(element) or _is_link(element)):
            element.drop_tree()


def page_words(tree: Element) -> str:
    """All that the page shows, a line for each piece of its text."""
    body = tree.find("body")
    if body is None:
        return ""
    pieces = (
        element.text if index == 0 else element.tail
        for element in body.iter()
        for index in (0, 1)
        if index or element.tag not in ("script", "style", "noscript", "template")
    )
    return clean("\n".join(" ".join(piece.split()) for piece in pieces if piece and piece.strip()))


def window_title(tree: Element) -> str | None:
    """The title of the window."""
    found = tree.find(".//title")
    return _words(found) or None if found is not None else None


def printed_title(tree: Element, told: str | None, window: str | None, around: str) -> str | None:
    """The headline as the page prints it, where what it tells is cut off, or is only the title of its window.

    A heading that stands in the title of the window, too, is the headline. Sites that write one title into the windows
    of all their pages print the headline in a heading, or in an element of such a class.
    """
    shown = [_words(heading) for heading in tree.iter("h1", "h2", "h3")]
    headings = [words for words in shown if len(words.split()) in _TITLE_WORDS]
    start = (told or "").rstrip(" .…")
    in_window = (words for words in headings if words in (window or ""))
    as_told = (words for words in headings if start and (words.startswith(start) or start.startswith(words)))
    if found := next(in_window, None) or next(as_told, None):
        return found
    if told is None or told not in (window or "") or told in around.split("\n"):
        return told
    return [*headings, *_titles(tree), told][0]


def _leads(tree: Element) -> Iterator[Element]:
    """What stands for the first paragraph without being one: a heading with a full stop, a box behind the headline."""
    headline = tree.find(".//h1")
    behind = tree.iter() if headline is None else headline.xpath("following::*")
    for element in islice(behind, _LEAD_ELEMENTS):
        named = element.tag in ("div", "span") and _LEAD.search(_names(element)) and element.find(".//p") is None
        printed = _words(element) if named or element.tag in ("h2", "h3", "h4") else ""
        if printed.endswith((".", "”", '"')) and len(printed.split()) >= _LEAD_WORDS:
            yield element


def _titles(tree: Element) -> Iterator[str]:
    """What stands in an element whose class is that of a headline."""
    for element in tree.iter("div", "span", "p", "b", "strong", "h3", "td"):
        if _TITLE.search(_names(element)) and len((words := _words(element)).split()) in _TITLE_WORDS:
            yield words


def _is_box(element: Element) -> bool:
    names = _names(element)
    return bool(names) and bool(_BOX.search(names)) and _shorter(element, _BOX_WORDS)


def _is_link(element: Element) -> bool:
    """Whether a line is nothing but a link to another page, and perhaps "Read more:"."""
    if element.tag not in _LINE_HOLDERS or element.find(".//a") is None or not _shorter(element, _BOX_WORDS):
        return False
    linked = [_words(link) for link in element.iter("a") if not _ADDRESS.fullmatch(_words(link))]
    inside = sum(len(words.split()) for words in linked)
    return inside >= _LINK_WORDS and len(_words(element).split()) - inside <= _OWN_WORDS


def _is_layout(table: Element) -> bool:
    """Whether a table holds parts of the page and not data."""
    if table.find(".//table") is not None:
        return True
    return any(cell.find("h1") is not None or not _shorter(cell, _CELL_WORDS) for cell in table.iter("td"))


def _inner_table(part: Element, table: Element) -> bool:
    """Whether a part belongs to a table within this one, which is looked at by itself."""
    return part is not table and next(part.iterancestors("table"), table) is not table


def _break_paragraphs(holder: Element) -> None:
    """Make each run of text between two line breaks or blocks of an element a paragraph of its own."""
    run = holder.makeelement("p")
    run.text, holder.text = holder.text, None
    parts = list(holder)
    for part in parts:
        holder.remove(part)
    runs = [run]
    for part in parts:
        tail, part.tail = part.tail, None
        if part.tag == "br" or part.tag in _BLOCKS:
            if part.tag in _BLOCKS:
                runs.append(part)
            runs.append(holder.makeelement("p"))
            runs[-1].text = tail
        else:
            part.tail = tail
            runs[-1].append(part)
    if holder.tag == "p":
        holder.tag = "div"
    holder.extend(part for part in runs if len(part) or (part.text or "").strip())


def _names(element: Element) -> str:
    return f"{element.get('class', '')} {element.get('id', '')}".strip()


def _words(element: Element) -> str:
    return " ".join(clean(element.text_content()).split())


def _shorter(element: Element, words: int) -> bool:
    return len(element.text_content().split()) <= words
