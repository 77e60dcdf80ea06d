"""Bytes -> text, or one clear error."""

from __future__ import annotations

import re
import unicodedata

from ansinh.errors import ArticleError

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_CONTROL_BYTES = bytes([*range(0x09), *range(0x0E, 0x20)])


def decode(file: str, data: bytes) -> str:
    """The text of an article: UTF-8, line endings untouched, a byte order mark kept as the first character.

    Raises ArticleError when the bytes are empty, binary, or not UTF-8.
    """
    if not data.strip():
        raise ArticleError(f"{file}: the file is empty; give an article's text")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ArticleError(f"{file}: not UTF-8 at byte {error.start}; save it as UTF-8 text") from error
    if len(data.translate(None, _CONTROL_BYTES)) < len(data) and (control := _CONTROL.search(text)):
        raise ArticleError(f"{file}: binary data at character {control.start()}; give an article's plain text")
    return text


def clean(text: str) -> str:
    """Text that a library took out of a file: composed letters, no control characters, no halves of characters."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return unicodedata.normalize("NFC", _CONTROL.sub("", whole.replace("\r\n", "\n").replace("\r", "\n")))
