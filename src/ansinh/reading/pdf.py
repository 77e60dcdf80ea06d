"""The one door to pypdf: a PDF -> the text of its pages, lines joined to paragraphs, running heads left out.

Title and date in the properties of a PDF are those of the program that wrote it; they are not believed.
"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ansinh.errors import ArticleError
from ansinh.model import Original
from ansinh.reading.content import Content
from ansinh.reading.text import clean

if TYPE_CHECKING:
    from pypdf import PdfReader

_SILENT = logging.NullHandler()  # what pypdf has to say of a damaged file is said in one line of ours
_MOST_PAGES = 200
_MOST_BYTES = 3_000_000  # of one stream, unpacked: the drawing of a page; pypdf's own limits are those of films
_LIMITS: Mapping[str, Any] = {
    "zlib_maximum_output_length": _MOST_BYTES,
    "lzw_maximum_output_length": _MOST_BYTES,
    "run_length_maximum_output_length": _MOST_BYTES,
    "array_based_stream_maximum_output_length": _MOST_BYTES,
    "stream_parsing_work_maximum_count": 500_000,
}
_MOST_STEPS = 500_000  # of drawing, in all
_MOST_PARTS = 100  # pictures and other parts that are drawn by their name
_EDGE = 2  # lines at the head and at the foot of a page that may be its running head
_FEWEST_PAGES = 3  # of a PDF in which something runs
_NUMBER = re.compile(r"\W*(?:Page|Trang)?\s*\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.IGNORECASE)
_BEGINS = re.compile(r"(?:[-+*•–]|\(?[a-z0-9]{1,2}[.)])\s")
_HYPHEN = re.compile(r"(?<=[a-z])-$")
_FULL = 0.75  # of the width: a shorter line ends its paragraph
_ROOM = 0.95  # of the width: where the next word would have stood within it, a full stop ends the paragraph
_STOP = re.compile(r"[.!?…][\"”’')\]]*$")


def content(file: str, original: Original) -> Content:
    """The text of a PDF. ArticleError where it is locked, too long or a picture; or what pypdf raises."""
    from pypdf import PdfReader, apply_configuration

    logging.getLogger("pypdf").addHandler(_SILENT)
    with apply_configuration(**_LIMITS):
        reader = PdfReader(io.BytesIO(original.data))
        if reader.is_encrypted:
            raise ArticleError(f"{file}: the PDF is locked with a password; save it without one")
        if len(reader.pages) > _MOST_PAGES:
            raise ArticleError(
                f"{file}: the PDF has {len(reader.pages)} pages, too many for an article; save it by itself"
            )
        pages = [[line.strip() for line in shown.split("\n")] for shown in _shown(file, reader)]
    text = "\n".join(_paragraphs(_without_running_heads(pages)))
    if not text.strip():
        raise ArticleError(f"{file}: the PDF has no text, only pictures; recognise its text (OCR) first")
    return Content(f"{text.strip()}\n", source=original.address)


def _shown(file: str, reader: PdfReader) -> Iterator[str]:
    """The text of each page; ArticleError where drawing them takes too many steps, or parts that hold parts."""
    steps: Counter[bool] = Counter()

    def count(operator: bytes, *_: object) -> None:
        steps[operator == b"Do"] += 1
        if steps.total() > _MOST_STEPS or steps[True] > _MOST_PARTS:
            raise ArticleError(f"{file}: the PDF takes too long to draw; save its text as .txt")

    for page in reader.pages:
        yield clean(page.extract_text(visitor_operand_before=count))


def _without_running_heads(pages: Sequence[Sequence[str]]) -> list[str]:
    """The lines of all pages, less page numbers and what stands at the edge of most pages."""
    edges = [_edge(page) for page in pages]
    often = Counter(_key(pages[number][index]) for number, edge in enumerate(edges) for index in edge)
    running = {key for key, count in often.items() if len(pages) >= _FEWEST_PAGES and 2 * count > len(pages)}
    return [
        line
        for number, page in enumerate(pages)
        for index, line in enumerate(page)
        if not (index in edges[number] and (_key(line) in running or _NUMBER.fullmatch(line)))
    ]


def _edge(page: Sequence[str]) -> set[int]:
    shown = [index for index, line in enumerate(page) if line]
    return {*shown[:_EDGE], *shown[-_EDGE:]}


def _key(line: str) -> str:
    return re.sub(r"\d+", "0", line.casefold())


def _paragraphs(lines: Sequence[str]) -> Iterator[str]:
    """The lines joined to paragraphs: a full line goes on in the next one, and so does one before a small letter."""
    lengths = sorted(len(line) for line in lines if line)
    width = lengths[int(len(lengths) * 0.9)] if lengths else 0
    held, last = "", ""
    for line in lines:
        if held and line and not _BEGINS.match(line) and (line[0].islower() or _goes_on(last, line, width)):
            held = _HYPHEN.sub("", held) + ("" if _HYPHEN.search(held) else " ") + line
        else:
            if held:
                yield held
            held = line
        last = line
    if held:
        yield held


def _goes_on(line: str, following: str, width: int) -> bool:
    """Whether a line was broken because it was full."""
    with_next = len(line) + 1 + len(following.split(maxsplit=1)[0])
    return len(line) >= _FULL * width and not (_STOP.search(line) and with_next <= _ROOM * width)
