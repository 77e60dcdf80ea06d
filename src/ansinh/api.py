"""The Python interface: the same steps as the commands, as typed functions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import IO

import pyoxigraph as ox

from ansinh.checking.shacl import Result, validate_graph
from ansinh.errors import QueryError, StoreError
from ansinh.fetching.originals import FetchOptions, Originals
from ansinh.graph.build import BuildOptions
from ansinh.graph.build import build as build_store
from ansinh.graph.build import build_aside as build_in_memory
from ansinh.graph.decision_file import beside, extend, load
from ansinh.graph.export import ExportFormat, export_to_file, export_to_stream
from ansinh.graph.files import MAX_BYTES
from ansinh.graph.report import BuildReport
from ansinh.graph.store import STORE, open_store
from ansinh.model import Extraction
from ansinh.querying.deciding import Choice
from ansinh.querying.deciding import decisions as decisions_of
from ansinh.querying.emptiness import why_empty as why_query_is_empty
from ansinh.querying.engine import open_engine
from ansinh.querying.facts import facts, told_twice
from ansinh.querying.filters import Filters
from ansinh.querying.names import TYPES, Named, Type
from ansinh.querying.review import Review, Reviewable, Sample, State
from ansinh.querying.saved_answer import Answer
from ansinh.querying.saved_answer import answer as answer_of
from ansinh.querying.searching import search as search_store
from ansinh.relating import extract_original
from ansinh.reviewing.decision import Decision
from ansinh.updating.remembering import Update
from ansinh.updating.remembering import add as add_sources
from ansinh.updating.remembering import update as update_store
from ansinh.vocabulary import concepts


def extract(
    source: str | Path, *, max_bytes: int = MAX_BYTES, store: str | Path = STORE, fetch: FetchOptions | None = None
) -> Extraction:
    """Read one article, a file or an address: figures, citations, relations, policies, agencies, persons, numbers.

    A snapshot of a page is kept in the folder of the store. Raises ArticleError when the source cannot be read.
    """
    return extract_original(str(source), Originals(store, fetch).read(source, max_bytes))


def build(
    sources: Iterable[str | Path],
    store: str | Path = STORE,
    options: BuildOptions | None = None,
    fetch: FetchOptions | None = None,
) -> BuildReport:
    """Put articles, files or addresses, into the store of a folder, made if it is not there, and tell what was done.

    Raises StoreError when the store cannot be changed; what is wrong with a single source stands in the report.
    """
    named, chosen, originals = list(sources), options or BuildOptions(), Originals(store, fetch)
    originals.fetch(named, chosen.max_bytes)
    return build_store(named, store, replace(chosen, read=chosen.read or originals.read))


def build_aside(
    sources: Iterable[str | Path],
    store: str | Path = STORE,
    options: BuildOptions | None = None,
    fetch: FetchOptions | None = None,
) -> tuple[ox.Store, BuildReport]:
    """The same in memory, kept nowhere; of pages, snapshots are kept in the folder of the store all the same."""
    named, chosen, originals = list(sources), options or BuildOptions(), Originals(store, fetch)
    originals.fetch(named, chosen.max_bytes)
    return build_in_memory(named, replace(chosen, read=chosen.read or originals.read))


def add(
    sources: Iterable[str | Path],
    store: str | Path = STORE,
    options: BuildOptions | None = None,
    fetch: FetchOptions | None = None,
) -> BuildReport:
    """The same, and remember the sources that could be read, for `update`."""
    return add_sources(map(str, sources), Path(store), options or BuildOptions(), Originals(store, fetch))


def update(
    store: str | Path = STORE,
    options: BuildOptions | None = None,
    fetch: FetchOptions | None = None,
    *,
    every: bool = False,
) -> Update:
    """Look at every remembered source again, build those that have changed, and tell what they say otherwise now."""
    return update_store(Path(store), options or BuildOptions(), Originals(store, fetch), every=every)


def validate(store: str | Path | ox.Store = STORE) -> tuple[Result, ...]:
    """What the shapes say of the facts of a store or an endpoint, the worst first; valid when nothing is a Violation.

    The graphs of others that were loaded are not held against them.
    """
    engine = open_engine(store)
    found = list(facts(engine))
    return (*map(_repeated, told_twice(engine, found)), *validate_graph(found))


def audit(store: str | Path | ox.Store = STORE, kind: str | None = None) -> Answer:
    """What the audit found in a store, what is off first: the rows of the saved query `findings`.

    Raises QueryError when there is no such kind of finding.
    """
    if kind is not None and kind not in concepts("finding"):
        raise QueryError(f"there is no kind of finding {kind!r}; there are {', '.join(concepts('finding'))}")
    return query("findings", {"kind": kind} if kind else {}, store)


def query(name: str, parameters: Mapping[str, str] | None = None, store: str | Path | ox.Store = STORE) -> Answer:
    """The rows of a saved query, each a dict of its columns; whole numbers are int, others Decimal, no value None.

    The answer knows the kinds and units of its columns and the articles that it comes from, and becomes a table of
    pandas, polars or Arrow.

    `store` is a folder, an open store, or the address of a SPARQL endpoint that holds an exported graph. Raises
    QueryError for an unknown query, or a parameter that is missing or not of its type.
    """
    return answer_of(open_engine(store), name, parameters)


def search(words: str, types: Sequence[Type] = TYPES, store: str | Path | ox.Store = STORE) -> tuple[Named, ...]:
    """The documents, agencies, groups, fields, places, policies and articles whose names have all words, best first.

    Case, diacritics, punctuation and the order of the words don't count. Raises QueryError where there is no word.
    """
    return search_store(_opened(store), words, types).things


def why_empty(
    name: str, parameters: Mapping[str, str] | None = None, store: str | Path | ox.Store = STORE
) -> list[str]:
    """Lines that explain why a saved query has no rows, as the command tells them; none where it has rows."""
    return why_query_is_empty(open_engine(store), name, parameters or {})


def review(
    filters: Filters | None = None,
    state: State = "undecided",
    sample: Sample | None = None,
    store: str | Path = STORE,
    decisions: str | Path | None = None,
) -> Iterator[Reviewable]:
    """The figures of a store to review, those of the worst rule first, or a sample that a seed draws.

    `decisions` is the file of what people decided; without it, the one beside the store. Raises QueryError for a
    filter that nothing can pass, ReviewError for a file that cannot be read.
    """
    log = load(decisions or beside(store))
    return Review(open_store(store), log).figures(filters or Filters(), state, sample)


def decide(choices: Sequence[Choice], store: str | Path = STORE, decisions: str | Path | None = None) -> list[Decision]:
    """Keep what people chose for figures of a store: all of it or, where one choice is not sound, nothing.

    The decisions are put behind those of their file and apply at every build from now on. Raises ReviewError that
    says what is wrong with a choice.
    """
    opened = open_store(store)
    return extend(decisions or beside(store), lambda log: decisions_of(opened, log, choices))


def export(form: ExportFormat, output: str | Path | IO[bytes], store: str | Path | ox.Store = STORE) -> None:
    """Write the graph to a file, whole or not at all, or to a binary stream."""
    if isinstance(output, str | Path):
        export_to_file(_opened(store), form, output)
    else:
        export_to_stream(_opened(store), form, output)


def _opened(store: str | Path | ox.Store) -> ox.Store:
    engine = open_engine(store)
    if not isinstance(engine, ox.Store):
        raise StoreError(f"{store} is a server, which query, validate and why_empty can ask; name a folder")
    return engine


def _repeated(triple: ox.Triple) -> Result:
    return Result(
        severity="Violation",
        focus=getattr(triple.subject, "value", str(triple.subject)),
        path=triple.predicate.value,
        value=getattr(triple.object, "value", str(triple.object)),
        shape="one-graph",
        component="one-graph",
        message="The triple stands in two graphs and is counted twice: build the store again.",
        message_vi="Bộ ba nằm trong hai đồ thị nên bị đếm hai lần: hãy dựng lại kho dữ liệu.",
    )
