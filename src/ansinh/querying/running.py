"""Running SPARQL over a store, all of whose graphs are read as one, and its rows as Python values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

import pyoxigraph as ox

from ansinh.errors import QueryError
from ansinh.namespaces import PREFIXES
from ansinh.querying.binding import bound
from ansinh.querying.engine import Engine
from ansinh.querying.rows import Rows, Value
from ansinh.querying.saved import saved_query

if TYPE_CHECKING:
    from ansinh.querying.endpoint import Form

Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples | list[ox.Triple]

_INTEGER, _DECIMAL, _BOOLEAN = (f"{PREFIXES['xsd']}{name}" for name in ("integer", "decimal", "boolean"))
_FLOATS = (f"{PREFIXES['xsd']}double", f"{PREFIXES['xsd']}float")

# what may hold the word SERVICE without meaning it: strings, IRIs, comments, variables
_NO_KEYWORDS = re.compile(
    r"""
    ('''|\"\"\") (?:\\.|(?!\1).)* \1
    | "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])*'
    | <[^<>"{}|^`\\\s]*> | \#[^\n]* | [?$]\w+
    """,
    re.DOTALL | re.VERBOSE,
)
_PARSER_ERROR = re.compile(r"error at (?P<line>\d+):(?P<column>\d+): expected")
_SHOWN = 30  # characters of the query in a message
_SERVICE = re.compile(r"(?<![\w:-])SERVICE(?![\w-])", re.IGNORECASE)


def run_saved(engine: Engine, name: str, parameters: Mapping[str, str] | None = None) -> Rows:
    """The rows of a saved query. QueryError when the query or a parameter is not as it should be."""
    return rows(solutions_of(engine, name, parameters))


def solutions_of(engine: Engine, name: str, parameters: Mapping[str, str] | None = None) -> ox.QuerySolutions:
    """The same as RDF terms."""
    found = run(engine, bound(saved_query(name), parameters or {}))
    if not isinstance(found, ox.QuerySolutions):
        raise QueryError(f"{name}.rq must be a SELECT query")
    return found


def run(engine: Engine, query: str, *, online: bool = False) -> Answer:
    """Run a SPARQL 1.1 query of any form; the prefixes of the project need not be declared.

    A SERVICE clause asks another server and is refused unless `online`. Raises QueryError when the query is refused
    or malformed.
    """
    if not online and _SERVICE.search(_NO_KEYWORDS.sub(" ", query)):
        raise QueryError("the query asks another server (SERVICE); allow it with --online")
    if isinstance(engine, ox.Store):
        return _asked(engine, query)
    # an empty store tells the form of the query, and what is none, before it is sent
    return engine.ask(_declaring(query), _form(_asked(ox.Store(), query)))


def _asked(store: ox.Store, query: str) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    try:
        return store.query(query, prefixes=dict(PREFIXES), use_default_graph_as_union=True)
    except (SyntaxError, ValueError) as error:
        raise QueryError(f"not a SPARQL query: {_explained(str(error), query)}") from error


def _form(answer: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> Form:
    if isinstance(answer, ox.QuerySolutions):
        return "rows"
    return "truth" if isinstance(answer, ox.QueryBoolean) else "triples"


def _declaring(query: str) -> str:
    """The query with the prefixes that it may use; its lines keep their numbers."""
    declared = (f"PREFIX {prefix}: <{iri}> " for prefix, iri in PREFIXES.items() if f"{prefix}:" in query)
    return "".join(declared) + query


def _explained(message: str, query: str) -> str:
    """Where a query cannot be read on, in one short line: the parser lists every character that could go on there."""
    found = _PARSER_ERROR.match(message)
    if found is None:
        return " ".join(message.split())
    line, column = int(found["line"]), int(found["column"])
    rest = "\n".join(query.split("\n")[line - 1 :])[column - 1 :].split("\n")[0].strip()
    where = f"at {rest[:_SHOWN]!r}" if rest else "where it ends or the line does"
    why = ": a prefix is not declared" if "Prefix not found" in message else ""
    return f"it cannot be read on in line {line}, column {column}, {where}{why}"


def rows(solutions: ox.QuerySolutions) -> Rows:
    """The rows of a SELECT's result."""
    values = (tuple(value(term) for term in row) for row in terms(solutions))
    return Rows(tuple(variable.value for variable in solutions.variables), values)


def terms(solutions: ox.QuerySolutions) -> Iterator[tuple[object, ...]]:
    """The rows as RDF terms, None where there is no value."""
    try:
        yield from map(tuple, solutions)
    except SyntaxError as error:
        raise QueryError(f"the server's answer cannot be read: {error}") from error
    except (OSError, RuntimeError) as error:
        raise QueryError(
            f"the query broke off: {error}; if the store is damaged, build it again with --fresh"
        ) from error


def value(term: object) -> Value:
    """A term as a Python value: whole numbers as int, other decimals as Decimal, IRIs and the rest as text, or None."""
    if not isinstance(term, ox.Literal):
        return getattr(term, "value", None if term is None else str(term))
    kind = term.datatype.value
    if kind == _INTEGER:
        return int(term.value)
    if kind == _DECIMAL:
        number = Decimal(term.value)
        return int(number) if number == number.to_integral_value() else number
    if kind in _FLOATS:
        return float(term.value)
    return term.value == "true" if kind == _BOOLEAN else term.value
