"""Sources taken into a store and remembered; remembered sources looked at again, and what has changed told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import pyoxigraph as ox

from ansinh.errors import ArticleError
from ansinh.fetching.originals import Originals
from ansinh.graph.build import BuildOptions, build
from ansinh.graph.report import BuildReport
from ansinh.graph.store import exists, open_store
from ansinh.updating.comparing import Change, compared
from ansinh.updating.facts import article_facts, holds_bytes
from ansinh.updating.sources import Sources


@dataclass(frozen=True, slots=True)
class Update:
    """What an update did: the sources that it looked at, those that were as before, the build of the others."""

    sources: tuple[str, ...]
    unchanged: tuple[str, ...]
    report: BuildReport
    changes: tuple[Change, ...]


def add(sources: Iterable[str], store: Path, options: BuildOptions, originals: Originals) -> BuildReport:
    """Build sources and remember those that could be read."""
    named = list(dict.fromkeys(sources))
    originals.fetch(named, options.max_bytes)
    report = build(named, store, replace(options, read=originals.read))
    held = open_store(store) if exists(store) else ox.Store()
    refused = {refusal.file for refusal in report.refused}
    taken = [s for s in named if s in refused or _is_held(held, s, options, originals)]
    if taken:
        Sources(store).remember(taken)
    return report


def update(store: Path, options: BuildOptions, originals: Originals, *, every: bool = False) -> Update:
    """Look at every remembered source again and build those that have changed; with `every`, all of them.

    Raises StoreError where the store or the list of sources cannot be read.
    """
    sources = Sources(store).readable()
    originals.fetch(sources, options.max_bytes)
    before = open_store(store) if exists(store) else ox.Store()
    unchanged = [] if every else [s for s in sources if _is_held(before, s, options, originals)]
    other = [source for source in sources if source not in set(unchanged)]
    report = build(other, store, replace(options, read=originals.read)) if other else BuildReport()
    changes = _changes(report, before, open_store(store)) if report.changed else ()
    return Update(tuple(sources), tuple(unchanged), report, tuple(changes))


def _is_held(store: ox.Store, source: str, options: BuildOptions, originals: Originals) -> bool:
    """Whether the store has an article of the very bytes that a source gives now."""
    try:
        data = originals.read(source, options.max_bytes).data
    except ArticleError:
        return False
    return holds_bytes(store, sha256(data).hexdigest())


def _changes(report: BuildReport, before: ox.Store, after: ox.Store) -> Sequence[Change]:
    return [
        change
        for article in sorted({*report.added, *report.replaced})
        for change in compared(article, article_facts(before, article), article_facts(after, article))
    ]
