"""The one door to python-docx: a Word document -> a line for each paragraph and each row of a table.

Title and date in the properties of a document come from templates and earlier documents; they are not believed.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ansinh.errors import ArticleError
from ansinh.model import Original
from ansinh.reading.content import Content
from ansinh.reading.text import clean

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell

_BODY = "word/document.xml"
_MOST_FILES = 2_000
_MOST_BYTES = 100_000_000  # of all files together, unpacked
_MOST_TEXT_BYTES = 20_000_000  # of the body alone
_MOST_CHARACTERS = 2_000_000


def content(file: str, original: Original) -> Content:
    """The text of a Word document. ArticleError where it is none or too large; or what libraries raise."""
    from docx import Document

    _check(file, original.data)
    lines: list[str] = []
    length = 0
    for line in _lines(Document(io.BytesIO(original.data))):
        length += len(line)
        if length > _MOST_CHARACTERS:
            raise ArticleError(f"{file}: the document has too much text for an article; save the article by itself")
        lines.append(line)
    text = "\n".join(lines).strip()
    if not text:
        raise ArticleError(f"{file}: the document has no text; give an article's text")
    return Content(f"{text}\n", source=original.address)


def _check(file: str, data: bytes) -> None:
    """Look at the list of packed files before any of them is unpacked; zipfile unpacks no more than is listed."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            sizes = {info.filename: info.file_size for info in archive.infolist()}
    except (zipfile.BadZipFile, NotImplementedError) as error:
        raise ArticleError(f"{file}: a damaged archive; fetch or save the document again") from error
    if _BODY not in sizes:
        raise ArticleError(f"{file}: an archive, but no Word document (.docx); give an article's text")
    if len(sizes) > _MOST_FILES or sum(sizes.values()) > _MOST_BYTES or sizes[_BODY] > _MOST_TEXT_BYTES:
        raise ArticleError(f"{file}: the document is too large when unpacked; save its text as .txt")


def _lines(holder: Document | _Cell) -> Iterator[str]:
    from docx.table import Table

    for block in holder.iter_inner_content():
        if isinstance(block, Table):
            yield from _rows(block)
        else:
            mark = "- " if (block.style.name if block.style else "").startswith("List") else ""
            yield from (mark + " ".join(line.split()) for line in clean(block.text).split("\n") if line.strip())


def _rows(table: Table) -> Iterator[str]:
    """A line for each row; a cell that spans several columns or rows is told once."""
    seen: set[object] = set()
    for row in table.rows:
        cells = [cell for cell in dict.fromkeys(row.cells) if cell._tc not in seen]
        seen.update(cell._tc for cell in cells)
        shown = [" ".join(" ".join(_lines(cell)).split()) for cell in cells]
        if any(shown):
            yield " | ".join(cell for cell in shown if cell)
