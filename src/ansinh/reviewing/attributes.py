"""The attributes of a figure that a person can decide, as text and back, held against the vocabularies.

`counted` is a printed noun and stays; which outcome a figure tells of, or is a part of, is not decided for one figure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches

from ansinh.errors import ReviewError
from ansinh.model import Citation, Figure, Period
from ansinh.namespaces import ID, fold
from ansinh.records import plain
from ansinh.vocabulary import Concept, concepts

# attribute -> the vocabulary of its values
SCHEMES: Mapping[str, str] = {
    "unit": "unit",
    "kind": "kind",
    "measure": "measure",
    "bound": "bound",
    "status": "status",
    "direction": "direction",
    "field": "field",
    "beneficiary": "group",
    "place": "place",
}
ATTRIBUTES: tuple[str, ...] = ("value", *SCHEMES, "period_start", "period_end", "documents")
SEVERAL = frozenset({"beneficiary", "documents"})
_NEEDED = frozenset({"value", "unit", "kind", "measure", "bound", "status"})
NOTHING = "none"  # what a person writes where an attribute is to have no value
_MOST_DIGITS = 30
_LONGEST = 60  # characters that are compared with names: longer ones are none
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+")


def as_text(figure: Figure, home: str | None) -> dict[str, str]:
    """The attributes of a figure of an article about a place; what there is none of is empty."""
    return {
        "value": plain(figure.value),
        **{name: getattr(figure, name) or "" for name in SCHEMES if name not in ("beneficiary", "place")},
        "beneficiary": joined(figure.beneficiary),
        "place": figure.place or home or "",
        "period_start": figure.period.first.isoformat() if figure.period.first else "",
        "period_end": figure.period.last.isoformat() if figure.period.last else "",
        "documents": joined(iri.removeprefix(ID) for iri in figure.document_ids),
    }


def joined(values: Iterable[str]) -> str:
    """Several values as one text: sorted, with semicolons between them."""
    return "; ".join(sorted(set(values)))


def split(text: str) -> list[str]:
    """The values of such a text."""
    return [part.strip() for part in text.split(";") if part.strip()]


def checked(name: str, text: str) -> str:
    """A value as it is kept: a notation by itself or by its label; `none` is nothing.

    Raises ReviewError that says what is known instead.
    """
    told = " ".join(text.split())
    if told in ("", NOTHING):
        if name in _NEEDED:
            raise ReviewError(f"{name}: a figure must have one")
        return ""
    if name in SEVERAL:
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


def with_attributes(figure: Figure, decided: Mapping[str, str], cited: Sequence[Citation]) -> Figure:
    """A figure with some of its attributes as decided; what is printed stays, and so does all that is not named.

    Raises ReviewError when it would be the result of a document that its article does not cite.
    """
    changes: dict[str, object] = {name: decided[name] or None for name in SCHEMES if name in decided}
    if "beneficiary" in decided:
        changes["beneficiary"] = tuple(split(decided["beneficiary"]))
    if "value" in decided:
        changes["value"] = Decimal(decided["value"])
    if "documents" in decided:
        changes |= _documents(split(decided["documents"]), cited)
    changes["period"] = Period(
        _day(decided["period_start"]) if "period_start" in decided else figure.period.first,
        _day(decided["period_end"]) if "period_end" in decided else figure.period.last,
    )
    found = {name: span for name, span in figure.found.items() if name not in decided}
    return replace(figure, **changes, found=found)  # type: ignore[arg-type]


def _documents(paths: Sequence[str], cited: Sequence[Citation]) -> dict[str, tuple[str, ...]]:
    numbers = {citation.id: citation.number or citation.quote for citation in cited}
    for path in paths:
        if f"{ID}{path}" not in numbers:
            raise ReviewError(f"documents: the article does not cite {path}")
    iris = tuple(f"{ID}{path}" for path in paths)
    return {"documents": tuple(numbers[iri] for iri in iris), "document_ids": iris}


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


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
    near = get_close_matches(key[:_LONGEST], by_name, n=9, cutoff=0.4)
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
