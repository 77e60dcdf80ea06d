"""What stands between the serialiser and a file: where its output needs a correction."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import IO

import pyoxigraph as ox

from ansinh.errors import StoreError

# XML has no way to write these, not even as a reference
# a property is an element, whose name begins with a letter
_XML_NAME = re.compile(r"[^\W\d][\w.-]*\Z")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class OwnHeader:
    """Writes the prefixes in our order instead of those that the serialiser puts first."""

    def __init__(self, out: IO[bytes], lines: Sequence[str]) -> None:
        """Take the stream to write to, and the lines of the header."""
        self._out = out
        self._lines = lines
        self._head: bytes | None = b""

    def write(self, data: bytes) -> int:
        """Write what comes behind the serialiser's own header."""
        if self._head is None:
            self._out.write(data)
            return len(data)
        self._head += data
        while b"\n" in self._head and self._head.startswith(b"@"):
            self._head = self._head.partition(b"\n")[2]
        if self._head and not self._head.startswith(b"@"):
            self.flush()
        return len(data)

    def flush(self) -> None:
        """Write the header, if nothing has been written yet."""
        if self._head is not None:
            self._out.write("\n".join((*self._lines, "", "")).encode() + self._head)
            self._head = None


class EscapedReturns:
    """Writes carriage returns as references: an XML parser would read a bare one as a line feed."""

    def __init__(self, out: IO[bytes]) -> None:
        """Take the stream to write to."""
        self._out = out

    def write(self, data: bytes) -> int:
        """Write XML, in which carriage returns only ever stand in texts."""
        self._out.write(data.replace(b"\r", b"&#xD;"))
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""


def writable_in_xml(triples: Iterable[ox.Triple]) -> Iterator[ox.Triple]:
    """The triples, as long as XML can write them; StoreError at the first that it cannot."""
    for triple in triples:
        found = isinstance(triple.object, ox.Literal) and _NOT_XML.search(triple.object.value)
        if found:
            character = f"U+{ord(found.group()):04X}"
            raise StoreError(f"{triple.subject}: RDF/XML cannot hold its character {character}; use another format")
        if not _XML_NAME.search(triple.predicate.value):
            raise StoreError(f"{triple.predicate}: RDF/XML cannot hold this property; use another format")
        yield triple
