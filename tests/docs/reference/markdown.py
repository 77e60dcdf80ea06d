"""Markdown, and the short names of IRIs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ansinh.namespaces import PREFIXES

# namespaces of alignments and mappings, beside those that the data uses
_MORE = {
    "cpsv": "http://purl.org/vocab/cpsv#",
    "m8g": "http://data.europa.eu/m8g/",
    "sdmx-attribute": "http://purl.org/linked-data/sdmx/2009/attribute#",
    "sdmx-measure": "http://purl.org/linked-data/sdmx/2009/measure#",
    "sh": "http://www.w3.org/ns/shacl#",
    "shapes": "https://w3id.org/ansinh/shapes#",
}
NAMESPACES = {**PREFIXES, **_MORE}
_BY_LENGTH = sorted(NAMESPACES.items(), key=lambda item: -len(item[1]))


def short(iri: str) -> str:
    """An IRI with its prefix: ans:Figure."""
    for prefix, namespace in _BY_LENGTH:
        if iri.startswith(namespace) and iri != namespace:
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def code(texts: Iterable[str]) -> str:
    """Texts as code, with commas between them."""
    return ", ".join(f"`{text}`" for text in texts)


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The lines of a table, and an empty line; none where there are no rows."""
    made = [f"| {' | '.join(_cell(cell) for cell in row)} |" for row in rows]
    if made:
        yield f"| {' | '.join(headings)} |"
        yield f"|{' --- |' * len(headings)}"
        yield from made
        yield ""


def whole_page(title: str, opening: str, lines: Iterable[str]) -> str:
    """A whole page of the reference."""
    made = "Made from the program itself by `make docs`; do not edit it here."
    return "\n".join((f"# {title}", "", opening, "", f"*{made}*", "", *lines)).rstrip() + "\n"


def _cell(cell: str) -> str:
    return " ".join(cell.replace("|", "\\|").split())
