"""The bytes of a web page -> its characters, whatever the page and its server say of them."""

from __future__ import annotations

import codecs
import re

from ansinh.model import Original
from ansinh.reading.text import clean

_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_IN_TYPE = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_BEGINNING = 4096
# windows-1258 writes tones as signs of their own; in windows-1252 the same bytes are capitals in the middle of a word
_WINDOWS_1258 = re.compile(rb"[a-z\xe2\xe3\xea\xf4\xf5\xfd][\xcc\xd2\xde]|\xfd\xf5")
# encodings that pages are written in; those of Western Europe are declared by habit, so they are told from the bytes
_OF_PAGES = re.compile(r"cp125[013-8]|iso8859-(?!1$)|gb|big5|euc|shift_jis|koi8|tis")
_MOST_WRONG = 200  # one byte in so many may be no UTF-8: a character that a careless program cut


def characters(original: Original) -> str:
    """The characters of a page.

    What is sound UTF-8 is UTF-8, whatever is declared: text of another encoding is never UTF-8 by chance. Then what the
    server, then what the page declares; last the two encodings of old Western and Vietnamese pages.
    """
    data = original.data
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return clean(data.decode(encoding, "replace"))
    for encoding in ("utf-8", *_declared(original)):
        try:
            return clean(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    nearly = data.decode("utf-8", "replace")
    if nearly.count("\ufffd") * _MOST_WRONG < sum(byte > 0x7F for byte in data):
        return clean(nearly)
    return clean(data.decode("cp1258" if _WINDOWS_1258.search(data) else "cp1252", "replace"))


def _declared(original: Original) -> list[str]:
    """The encodings that server and page declare, as far as pages are written in them."""
    server = _IN_TYPE.search(original.content_type or "")
    page = _DECLARED.search(original.data[:_BEGINNING])
    names = [server[1] if server else "", page[1].decode("ascii", "ignore") if page else ""]
    return [name for name in map(_known, names) if _OF_PAGES.match(name)]


def _known(name: str) -> str:
    try:
        return codecs.lookup(name).name if name else ""
    except (LookupError, ValueError):
        return ""
