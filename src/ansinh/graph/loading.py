"""Loading what others wrote into a graph of its own: RDF in any of its formats, or CSV."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

import pyoxigraph as ox

from ansinh.errors import LoadError
from ansinh.graph.others import LoadedGraph, is_ours, loaded, put, remove
from ansinh.graph.permission import permit
from ansinh.graph.spreadsheet import statements
from ansinh.graph.store import STORE, open_store, rewriting
from ansinh.graph.terms import node

LoadFormat = Literal["turtle", "n-triples", "n-quads", "trig", "json-ld", "rdf-xml", "csv"]
LOAD_FORMATS: tuple[LoadFormat, ...] = get_args(LoadFormat)

_RDF: Mapping[str, ox.RdfFormat] = {
    "turtle": ox.RdfFormat.TURTLE,
    "n-triples": ox.RdfFormat.N_TRIPLES,
    "n-quads": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "json-ld": ox.RdfFormat.JSON_LD,
    "rdf-xml": ox.RdfFormat.RDF_XML,
}
_ENDINGS: Mapping[str, LoadFormat] = {
    ".ttl": "turtle", ".nt": "n-triples", ".nq": "n-quads", ".trig": "trig", ".jsonld": "json-ld", ".json": "json-ld",
    ".rdf": "rdf-xml", ".owl": "rdf-xml", ".xml": "rdf-xml", ".csv": "csv",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class LoadOptions:
    """Where a graph comes from, under which licence, and the format, which otherwise the file's name tells."""

    source: str | None = None
    licence: str | None = None
    form: LoadFormat | None = None


def load(path: str | Path, graph: str, store: str | Path = STORE, options: LoadOptions | None = None) -> LoadedGraph:
    """Put a file into a graph of others, in the place of what that graph had.

    Blank nodes become IRIs of the graph, numbered in the order of the file; the names of graphs inside the file are
    dropped; what the store says already is left out. Raises LoadError for a file or a name that cannot be taken,
    StoreError where there is no store; the store is then as it was.
    """
    into, chosen = _name(graph), options or LoadOptions()
    open_store(store)  # a build makes a store; a graph of others stands beside one
    with rewriting(store) as rewrite:
        told = _new(rewrite.store, _statements(Path(path), into, chosen.form), into)
        put(rewrite.store, into, told, (chosen.source, chosen.licence))
        return next(each for each in loaded(rewrite.store) if each.graph == into.value)


def unload(graph: str, store: str | Path = STORE) -> None:
    """Take a graph of others out of a store. StoreError where there is none of that name."""
    open_store(store)
    with rewriting(store) as rewrite:
        remove(rewrite.store, _name(graph))


def loaded_graphs(store: str | Path = STORE) -> list[LoadedGraph]:
    """The graphs of others in a store, by name."""
    return loaded(open_store(store))


def _name(graph: str) -> ox.NamedNode:
    try:
        into = node(graph)
    except ValueError as error:
        raise LoadError(
            f"{graph!r} is no name of a graph ({error}); name it like https://example.org/population"
        ) from None
    if is_ours(into.value):
        raise LoadError(f"{graph} is a name of ansinh's own: name the graph by an address of yours or of its makers")
    return into


def _statements(path: Path, into: ox.NamedNode, form: LoadFormat | None) -> Iterator[ox.Triple]:
    known = form or _ENDINGS.get(path.suffix.lower())
    if known is None:
        raise LoadError(f"{path}: the format is not told by the name; say it with --format")
    try:
        if known == "csv":
            yield from statements(path, into.value)
        else:
            yield from (quad.triple for quad in ox.parse(path=path, format=_RDF[known], base_iri=into.value))
    except (SyntaxError, UnicodeDecodeError) as error:
        raise LoadError(f"{path}: not {known}: {' '.join(str(error).split())}") from error
    except OSError as error:
        raise LoadError(f"{path}: cannot be read ({error.strerror or error})") from error


def _new(store: ox.Store, told: Iterator[ox.Triple], into: ox.NamedNode) -> Iterator[ox.Quad]:
    """The statements as quads of their graph: each may be said, and ansinh does not say it already."""
    nodes: dict[str, ox.NamedNode] = {}
    for triple in told:
        permit(triple)
        subject = _named(triple.subject, into, nodes)
        value = triple.object if isinstance(triple.object, ox.Literal) else _named(triple.object, into, nodes)
        known = store.quads_for_pattern(subject, triple.predicate, value)
        if not any(is_ours(getattr(quad.graph_name, "value", "")) for quad in known):
            yield ox.Quad(subject, triple.predicate, value, into)


def _named(term: object, into: ox.NamedNode, nodes: dict[str, ox.NamedNode]) -> ox.NamedNode:
    """The IRI itself, and for a blank node one: exports are sorted by names, and those of blank nodes change."""
    if isinstance(term, ox.BlankNode):
        return nodes.setdefault(term.value, node(f"{into.value}/.well-known/genid/{len(nodes) + 1}"))
    if not isinstance(term, ox.NamedNode):
        raise LoadError(f"a statement about the statement {term} cannot be kept: take it out of the file")
    return term
