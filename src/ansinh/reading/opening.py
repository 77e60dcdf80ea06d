"""Which kind of file it is, by its content first, and the text that the reader of that kind takes.

Text is read as it stands and needs no library. Web pages, PDF and Word files are read by libraries of the extra
`ansinh[web]`, which are loaded when such a file comes.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable
from pathlib import PurePath

from ansinh.errors import ArticleError
from ansinh.model import Original
from ansinh.reading import docx, front_matter, pdf, web_page
from ansinh.reading.content import Content
from ansinh.reading.text import decode

_Reader = Callable[[str, Original], Content]

_BEGINNING = 2000  # bytes that tell the kind
_WEB_PAGE = re.compile(r"(?>\ufeff?(?:\s|<\?xml[^>]*>|<!--.*?-->)*)<(?:!doctype\s+)?html\b", re.IGNORECASE | re.DOTALL)
_WEB_TYPES = ("text/html", "application/xhtml+xml")
_WEB_ENDINGS = (".html", ".htm", ".xhtml", ".shtml")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_OLD_WORD = b"\xd0\xcf\x11\xe0"


def open_content(file: str, original: Original) -> Content:
    """The text of an article's file, and what the file tells of the article.

    Raises ArticleError where the bytes are no text, hold no article, or need a library that is not installed.
    """
    reader = _reader(file, original)
    if reader is None:
        return front_matter.content(file, decode(file, original.data))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what libraries have to say to each other
            return reader(file, original)
    except ArticleError:
        raise
    except ModuleNotFoundError as error:
        raise ArticleError(
            f"{file}: {_KINDS[reader]}, which {error.name} reads; install the extra: pip install 'ansinh[web]'"
        ) from error
    except Exception as error:
        raise ArticleError(
            f"{file}: {_KINDS[reader]} that cannot be read ({type(error).__name__}); save its text as a .txt file"
        ) from error


_KINDS: dict[_Reader, str] = {web_page.content: "a web page", pdf.content: "a PDF", docx.content: "a Word document"}


def _reader(file: str, original: Original) -> _Reader | None:
    """The reader of a kind of file; None for plain text."""
    data = original.data
    if data.startswith(b"%PDF-"):
        return pdf.content
    if data.startswith(b"PK\x03\x04"):
        return docx.content
    if data.startswith(_OLD_WORD):
        raise ArticleError(f"{file}: an old Word or Excel file; save it as .docx or .txt")
    return web_page.content if data.strip() and _is_web_page(file, original) else None


def _is_web_page(file: str, original: Original) -> bool:
    beginning = original.data[:_BEGINNING]
    shown = beginning.decode("utf-16" if beginning.startswith(_UTF_16) else "utf-8", "ignore")
    if _WEB_PAGE.match(shown):
        return True
    told = (original.content_type or "").partition(";")[0].strip().lower()
    ending = PurePath(file).suffix.lower() if original.address is None else ""
    return told in _WEB_TYPES or ending in _WEB_ENDINGS
