"""The graph as a file: sorted, the same bytes for the same store, written whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import IO, Literal, cast, get_args

import pyoxigraph as ox

from ansinh.graph.json_ld import write_json_ld
from ansinh.graph.serialiser_streams import EscapedReturns, OwnHeader, writable_in_xml
from ansinh.graph.sorted_quads import sorted_quads, sorted_triples
from ansinh.graph.whole_file import written_whole
from ansinh.namespaces import ID, PREFIXES

ExportFormat = Literal["turtle", "json-ld", "n-triples", "n-quads", "trig", "rdf-xml"]
EXPORT_FORMATS: tuple[ExportFormat, ...] = get_args(ExportFormat)

# IRIs with slashes behind the prefix would be full of escapes: they are written against the base
_SLASHED = {"id", "article", "document", "agency", "person"}
_SHORT = {prefix: iri for prefix, iri in PREFIXES.items() if prefix not in _SLASHED}


def export_to_file(store: ox.Store, form: ExportFormat, path: str | Path) -> None:
    """Write the graph beside the file and put it in its place; on any error the file stays as it was."""
    with written_whole(path) as out:
        export_to_stream(store, form, out)


def export_to_stream(store: ox.Store, form: ExportFormat, out: IO[bytes]) -> None:
    """Write the graph to a binary stream.

    Turtle, JSON-LD, N-Triples and RDF/XML have the triples of all graphs; N-Quads and TriG keep the graphs.
    """
    _WRITERS[form](store, out)


def write_prefixed(found: Iterable[ox.Triple] | Iterable[ox.Quad], form: ox.RdfFormat, out: IO[bytes]) -> None:
    """Write Turtle or TriG in the order given, with the project's prefixes and base."""
    headed = OwnHeader(out, [f"@base <{ID}> .", *(f"@prefix {name}: <{iri}> ." for name, iri in _SHORT.items())])
    # the serialiser needs nothing of a stream but to write to it
    ox.serialize(found, cast(IO[bytes], headed), form, prefixes=_SHORT, base_iri=ID)
    headed.flush()


def _write_turtle(store: ox.Store, out: IO[bytes]) -> None:
    write_prefixed(sorted_triples(store), ox.RdfFormat.TURTLE, out)


def _write_trig(store: ox.Store, out: IO[bytes]) -> None:
    write_prefixed(sorted_quads(store), ox.RdfFormat.TRIG, out)


def _write_n_triples(store: ox.Store, out: IO[bytes]) -> None:
    ox.serialize(sorted_triples(store), out, ox.RdfFormat.N_TRIPLES)


def _write_n_quads(store: ox.Store, out: IO[bytes]) -> None:
    ox.serialize(sorted_quads(store), out, ox.RdfFormat.N_QUADS)


def _write_xml(store: ox.Store, out: IO[bytes]) -> None:
    escaped = cast(IO[bytes], EscapedReturns(out))
    ox.serialize(writable_in_xml(sorted_triples(store)), escaped, ox.RdfFormat.RDF_XML, prefixes=_SHORT)


_WRITERS: Mapping[ExportFormat, Callable[[ox.Store, IO[bytes]], None]] = {
    "turtle": _write_turtle,
    "json-ld": write_json_ld,
    "n-triples": _write_n_triples,
    "n-quads": _write_n_quads,
    "trig": _write_trig,
    "rdf-xml": _write_xml,
}
