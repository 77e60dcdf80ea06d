"""Parameters: text from outside -> RDF terms -> a VALUES block. No text ever becomes a part of a query."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import partial

import pyoxigraph as ox

from ansinh.errors import QueryError
from ansinh.graph.terms import Term, day, decimal, integer, node, text
from ansinh.namespaces import fold, search_key
from ansinh.querying.known import SCHEMES, SHOWN, english_name, nearest, search_text
from ansinh.querying.saved import MARKER, Parameter, SavedQuery

_MOST_DIGITS = 30
_LONGEST = 2000  # characters of a value; the longest are IRIs
_NOTATION = re.compile(r"[A-Za-z0-9]+(?:[-/][A-Za-z0-9]+)*")


def bound(query: SavedQuery, values: Mapping[str, str]) -> str:
    """The text of a saved query with its parameters bound.

    Raises QueryError for a parameter that is unknown, missing though required, or not of its type.
    """
    for name in values:
        if name not in query.parameters:
            known = ", ".join(query.parameters) or "none"
            raise QueryError(f"{query.name} has no parameter {name!r}; its parameters: {known}")
    for parameter in query.parameters.values():
        if parameter.required and parameter.name not in values:
            raise QueryError(
                f"{query.name} needs the parameter {parameter.name!r}, as in -p {parameter.name}={parameter.example}"
            )
    block = values_block({f"{name}Parameter": term(query.parameters[name], values[name]) for name in sorted(values)})
    return MARKER.sub(lambda _: block, query.text)


def values_block(terms: Mapping[str, Term]) -> str:
    """A VALUES block of one row: variable -> term, each written by the term serialiser."""
    if not terms:
        return ""
    names = " ".join(str(ox.Variable(name)) for name in terms)
    return f"VALUES ({names}) {{ ({' '.join(str(value) for value in terms.values())}) }}"


def term(parameter: Parameter, value: str) -> Term:
    """The term that a parameter's value stands for; QueryError when the value is not of the parameter's type."""
    if len(value) > _LONGEST:
        raise QueryError(
            f"the parameter {parameter.name!r} has {len(value):,} characters; no value has over {_LONGEST:,}"
        )
    if parameter.values and value.strip() not in parameter.values:
        near = " or ".join(nearest(value, {fold(known): known for known in parameter.values}))
        raise QueryError(f"there is no {parameter.name} {value[:SHOWN]!r}; nearest: {near}")
    try:
        return _READ[parameter.type](value)
    except ValueError:
        raise QueryError(
            f"the parameter {parameter.name!r} must be {_WANTED[parameter.type]},"
            f" as {parameter.example!r}; got {value[:SHOWN]!r}"
        ) from None


def _filled(read: Callable[[str], Term]) -> Callable[[str], Term]:
    def checked(value: str) -> Term:
        if not value.strip():
            raise ValueError
        return read(value)

    return checked


def _notation(value: str) -> Term:
    if not _NOTATION.fullmatch(value.strip()):
        raise ValueError
    return text(value.strip())


def _iri(value: str) -> Term:
    if ":" not in value:
        raise ValueError
    return node(value)


def _number(value: str) -> Term:
    try:
        number = Decimal(value)
    except InvalidOperation:
        raise ValueError from None
    if not number.is_finite() or abs(number.adjusted()) > _MOST_DIGITS:
        raise ValueError
    return decimal(number)


def _of_vocabulary(kind: str, value: str) -> Term:
    if not value.strip():
        raise ValueError
    return text(search_text(kind, value))


_READ: Mapping[str, Callable[[str], Term]] = {
    "document-number": _filled(lambda value: text(search_key(value))),
    **{kind: partial(_of_vocabulary, kind) for kind in SCHEMES},
    "agency": _filled(lambda value: text(english_name(value))),
    "article": _filled(lambda value: text(fold(value))),
    "policy": _filled(lambda value: text(fold(value))),
    "text": _filled(lambda value: text(fold(value))),
    "iri": _iri,
    "integer": lambda value: integer(int(value)),
    "number": _number,
    "date": lambda value: day(date.fromisoformat(value)),
    "notation": _notation,
}

_WANTED: Mapping[str, str] = {
    "document-number": "the number of a legal document",
    **{kind: f"a {kind} by its name or identifier" for kind in SCHEMES},
    "agency": "an agency, or words of its name",
    "article": "words of an article's address, file name or headline",
    "policy": "words of the name of a policy",
    "text": "some words",
    "iri": "a full IRI",
    "integer": "a whole number",
    "number": "a number, plain and in the base unit",
    "date": "a day, YYYY-MM-DD",
    "notation": "an identifier of the vocabularies",
}
