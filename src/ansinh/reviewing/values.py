"""What a person writes as the value of an attribute, held against the vocabularies and kept in one form."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from ansinh.errors import ReviewError
from ansinh.namespaces import ID, fold
from ansinh.nearness import nearest
from ansinh.records import plain
from ansinh.reviewing.attributes import SCHEMES, joined, split
from ansinh.vocabulary import Concept, concepts

NOTHING = "none"  # what a person writes where an attribute is to have no value
_SEVERAL = frozenset({"beneficiary", "documents"})
_NEEDED = frozenset({"value", "unit", "kind", "measure", "bound", "status"})
_MOST_DIGITS = 30
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+")


def checked(name: str, text: str) -> str:
    """A value as it is kept: a notation by itself or by its label; `none` is nothing.

    Raises ReviewError that says what is known instead.
    """
    told = " ".join(text.split())
    if told in ("", NOTHING):
        if name in _NEEDED:
            raise ReviewError(f"{name}: a figure must have one")
        return ""
    if name in _SEVERAL:
        return joined([_CHECKS[name](name, part) for part in split(told)])
    return _CHECKS[name](name, told)


def typed(name: str, text: str) -> str:
    """A value as a person types it: as `checked`, but for numbers that two countries read in two ways."""
    if name == "value" and _GROUPED.fullmatch(text.strip()):
        whole = text.strip().replace(".", "")
        raise ReviewError(f"value: {text.strip()!r} may be {whole} or a number with decimals; write {whole} or {text}0")
    return checked(name, text)


def meant(name: str, text: str) -> list[str]:
    """The notations that a person may mean by one of them or by a label; ReviewError, with what is near, when none."""
    known = concepts(SCHEMES[name])
    key = fold(text)
    found = [text] if text in known else [each for each, concept in known.items() if key in _names(each, concept)]
    if not found:
        near = ", ".join(_nearest(key, known))
        raise ReviewError(f"{name}: there is no {text!r} in the vocabulary; near to it: {near}")
    return found


def _number(name: str, text: str) -> str:
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal("nan")
    if not number.is_finite() or number < 0 or abs(number.adjusted()) > _MOST_DIGITS:
        raise ReviewError(f"{name}: {text!r} is no number: write it plain and in the base unit, as 412000000 or 10.89")
    return plain(number)


def _date(name: str, text: str) -> str:
    try:
        told = date.fromisoformat(text).isoformat()
    except ValueError:
        told = ""
    if told != text:
        raise ReviewError(f"{name}: {text!r} is no day: write YYYY-MM-DD, as 2024-12-31")
    return told


def _document(name: str, text: str) -> str:
    path = text.removeprefix(ID)
    if "document/" not in path or any(c in '<>"{}|^`\\ ' for c in path):
        raise ReviewError(f"{name}: {text!r} is no document: write what the sheet shows, as document/vn/law/1-2024")
    return path


def _concept(name: str, text: str) -> str:
    found = meant(name, text)
    if len(found) > 1:
        raise ReviewError(f"{name}: {text!r} is said of {' and '.join(found)}: write one of them")
    return found[0]


def _nearest(key: str, known: Mapping[str, Concept]) -> list[str]:
    """The three notations that look or are called most like it, or the first ones where nothing does."""
    by_name = {name: notation for notation, concept in known.items() for name in _names(notation, concept)}
    near = nearest(key, by_name, 9)
    return list(dict.fromkeys([by_name[name] for name in near] + list(known)))[:3]


def _names(notation: str, concept: Concept) -> set[str]:
    return {fold(name) for name in (notation, concept.label, concept.label_vi or "", *concept.names)} - {""}


_CHECKS: Mapping[str, Callable[[str, str], str]] = {
    "value": _number,
    **dict.fromkeys(SCHEMES, _concept),
    "period_start": _date,
    "period_end": _date,
    "documents": _document,
}
