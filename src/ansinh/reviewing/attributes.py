"""The attributes of a figure that a person can decide, as text and back.

`counted` is a printed noun and stays; which outcome a figure tells of, or is a part of, is not decided for one figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from ansinh.errors import ReviewError
from ansinh.model import Citation, Figure, Period
from ansinh.namespaces import ID
from ansinh.records import plain

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
    return figure._replace(**changes, found=found)  # type: ignore[arg-type]


def _documents(paths: Sequence[str], cited: Sequence[Citation]) -> dict[str, tuple[str, ...]]:
    numbers = {citation.id: citation.number or citation.quote for citation in cited}
    for path in paths:
        if f"{ID}{path}" not in numbers:
            raise ReviewError(f"documents: the article does not cite {path}")
    iris = tuple(f"{ID}{path}" for path in paths)
    return {"documents": tuple(numbers[iri] for iri in iris), "document_ids": iris}


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
