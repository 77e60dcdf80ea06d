"""How a page says things in a language: the names of columns and units, numbers, and the values of the vocabularies."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Literal, get_args

from ansinh.querying.headings import VIETNAMESE
from ansinh.vocabulary import concepts

Language = Literal["en", "vi"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

_SUFFIXES = ("_vnd", "_percent")  # that the unit beside the heading tells
_UNITS: Mapping[str, str] = {"VND": "đồng", "people": "người", "households": "hộ"}
_MULTIPLES: Mapping[str, str] = {"billion": "tỷ", "million": "triệu"}
# columns whose values are of vocabularies, each told by its name or identifier
_SCHEMES: Mapping[str, tuple[str, ...]] = {
    **{name: (name,) for name in ("place", "group", "field", "measure", "unit", "bound", "status", "direction")},
    **{name: (name,) for name in ("verdict", "type", "issuer", "rule", "relation", "agency")},
    "kind": ("kind", "finding"),
    "targets": ("group",),
}
_SEPARATORS = str.maketrans(",.", ".,")


def heading(column: str, language: Language) -> str:
    """The name of a column for people, without the unit."""
    if language == "vi" and column in VIETNAMESE:
        return VIETNAMESE[column]
    for suffix in _SUFFIXES:
        column = column.removesuffix(suffix)
    return column.replace("_", " ")


def number(value: float | Decimal, language: Language) -> str:
    """A number with separators: 1,031,492.5 in English, 1.031.492,5 in Vietnamese."""
    return f"{value:,}".translate(_SEPARATORS) if language == "vi" else f"{value:,}"


def unit(name: str, language: Language, multiple: str = "") -> str:
    """A unit by the name that answers have for it, and what comes in multiples of it: billion VND, tỷ đồng."""
    if language == "vi":
        name, multiple = _UNITS.get(name) or _translated("unit").get(name, name), _MULTIPLES.get(multiple, "")
    return f"{multiple} {name}".strip()


def told(column: str, text: str, language: Language) -> str:
    """What a cell tells: in Vietnamese the names of the vocabularies, one or several with semicolons between."""
    if language == "en" or column not in _SCHEMES:
        return text
    names = _translated(*_SCHEMES[column])
    return "; ".join(names.get(part, part) for part in text.split("; "))


@cache
def _translated(*schemes: str) -> Mapping[str, str]:
    known = [concept for scheme in schemes for concept in concepts(scheme).values()]
    return {name: c.label_vi for c in known if c.label_vi for name in (c.notation, c.label)}
