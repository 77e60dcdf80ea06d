"""Parameters: text from outside -> RDF terms -> a VALUES block. No text ever becomes a part of a query."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

import pyoxigraph as ox

from ansinh.errors import QueryError
from ansinh.graph.documents import search_key
from ansinh.graph.terms import Term, day, integer, node, text
from ansinh.namespaces import fold
from ansinh.querying.saved import MARKER, Parameter, ParameterType, SavedQuery

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
    try:
        return _READ[parameter.type](value)
    except ValueError:
        raise QueryError(
            f"the parameter {parameter.name!r} must be {_WANTED[parameter.type]},"
            f" as {parameter.example!r}; got {value!r}"
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


_READ: Mapping[ParameterType, Callable[[str], Term]] = {
    "document-number": _filled(lambda value: text(search_key(value))),
    "place": _filled(lambda value: text(fold(value))),
    "text": _filled(lambda value: text(fold(value))),
    "iri": _iri,
    "integer": lambda value: integer(int(value)),
    "date": lambda value: day(date.fromisoformat(value)),
    "notation": _notation,
}

_WANTED: Mapping[ParameterType, str] = {
    "document-number": "the number of a legal document",
    "place": "a place by its name or code",
    "text": "some words",
    "iri": "a full IRI",
    "integer": "a whole number",
    "date": "a day, YYYY-MM-DD",
    "notation": "an identifier of the vocabularies",
}
