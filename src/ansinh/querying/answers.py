"""The answer to a SPARQL query of any form, in the formats of rows, of SPARQL results, and of RDF."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from typing import IO, Literal, get_args

import pyoxigraph as ox

from ansinh.errors import QueryError
from ansinh.graph.export import write_prefixed
from ansinh.querying.rows import Rows
from ansinh.querying.running import Answer, rows
from ansinh.querying.tables import TABLE_FORMATS, TableFormat, write_rows

ResultsFormat = Literal["sparql-json", "sparql-xml", "sparql-csv", "sparql-tsv"]
TriplesFormat = Literal["turtle", "n-triples", "json-ld", "rdf-xml"]
AnswerFormat = TableFormat | ResultsFormat | TriplesFormat
ANSWER_FORMATS: tuple[str, ...] = (*get_args(ResultsFormat), *get_args(TriplesFormat))

_RESULTS: Mapping[str, ox.QueryResultsFormat] = {
    "sparql-json": ox.QueryResultsFormat.JSON,
    "sparql-xml": ox.QueryResultsFormat.XML,
    "sparql-csv": ox.QueryResultsFormat.CSV,
    "sparql-tsv": ox.QueryResultsFormat.TSV,
}
_TRIPLES: Mapping[str, ox.RdfFormat] = {
    "turtle": ox.RdfFormat.TURTLE,
    "n-triples": ox.RdfFormat.N_TRIPLES,
    "json-ld": ox.RdfFormat.JSON_LD,
    "rdf-xml": ox.RdfFormat.RDF_XML,
}


def write_answer(found: Answer, form: AnswerFormat | None, out: IO[str]) -> None:
    """Write an answer; without a format rows are a table and triples Turtle.

    Raises QueryError where the format does not fit the form of the query.
    """
    if isinstance(found, ox.QueryTriples | list):
        out.write(_triples(found, form or "turtle"))
    elif form is not None and form in _RESULTS:
        out.write(_results(found, form))
    elif form is not None and form not in TABLE_FORMATS:
        raise QueryError(f"{form} is for CONSTRUCT and DESCRIBE; this query gives rows: use {', '.join(TABLE_FORMATS)}")
    else:
        write_rows(_as_rows(found), _TABLES[form or "table"], out)


_TABLES: Mapping[str, TableFormat] = {form: form for form in TABLE_FORMATS}


def _as_rows(found: ox.QuerySolutions | ox.QueryBoolean) -> Rows:
    if isinstance(found, ox.QuerySolutions):
        return rows(found)
    return Rows(("answer",), iter([(bool(found),)]))


def _results(found: ox.QuerySolutions | ox.QueryBoolean, form: str) -> str:
    try:
        written = (found.serialize(format=_RESULTS[form]) or b"").decode()
        return written if written.endswith("\n") else f"{written}\n"
    except ValueError as error:
        raise QueryError(f"{form}: {error}") from error


def _triples(found: Iterable[ox.Triple], form: str) -> str:
    if form not in _TRIPLES:
        raise QueryError(f"{form} is for rows; this query gives triples: use {', '.join(_TRIPLES)}")
    triples = sorted(set(found), key=str)
    if form == "turtle":
        out = io.BytesIO()
        write_prefixed(triples, ox.RdfFormat.TURTLE, out)
        return out.getvalue().decode()
    return (ox.serialize(triples, format=_TRIPLES[form]) or b"").decode()
