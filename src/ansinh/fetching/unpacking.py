"""Packed answers unpacked, in steps of bounded size: a bomb fills no memory, whoever counts can stop at any step."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

_STEP = 65_536  # bytes
_GZIP_OR_ZLIB = zlib.MAX_WBITS | 32


def unpacked(chunks: Iterable[bytes], coding: str) -> Iterator[bytes]:
    """The body as it was before the server packed it, also where it was packed in several pieces.

    Raises zlib.error where it is broken, cut off, or packed in a way that was not asked for.
    """
    name = coding.strip().lower()
    if name in ("", "identity"):
        yield from chunks
        return
    if name not in ("gzip", "x-gzip", "deflate"):
        raise zlib.error(f"packed as {name[:40]!r}, which was not asked for")
    unpack = zlib.decompressobj(_GZIP_OR_ZLIB)
    for chunk in chunks:
        rest = chunk
        while rest:
            if unpack.eof:
                unpack = zlib.decompressobj(_GZIP_OR_ZLIB)
            yield unpack.decompress(rest, _STEP)
            rest = unpack.unused_data if unpack.eof else unpack.unconsumed_tail
    if not unpack.eof:
        raise zlib.error("the packed answer is cut off")
