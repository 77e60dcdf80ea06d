"""Which articles may stand in the store: a batch is checked by itself first, and what is valid is put in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeGuard

import pyoxigraph as ox

from ansinh.checking.shacl import Result, validate_graph
from ansinh.errors import KnowledgeError
from ansinh.graph.comparisons import compare_series, link_reprints, series_of
from ansinh.graph.facts import article_quads
from ansinh.graph.findings import count_off, finding_quads, remove_findings
from ansinh.graph.knowledge_graphs import KNOWLEDGE, knowledge_quads
from ansinh.graph.report import BuildReport, Refusal
from ansinh.graph.shared import refresh
from ansinh.graph.statements import pointed_at
from ansinh.graph.terms import graph, name, node, text
from ansinh.model import Article, Extraction
from ansinh.namespaces import ID
from ansinh.relating.identity import same_address


@dataclass(frozen=True, slots=True)
class _Entry:
    article: Article
    graph: ox.NamedNode
    quads: list[ox.Quad]


@dataclass(slots=True)
class _Changed:
    """What a build has changed that is held against other articles: it is compared once, when all articles are in."""

    series: set[str] = field(default_factory=set)
    articles: set[ox.NamedNode] = field(default_factory=set)


def put_in(store: ox.Store, batches: Iterable[Iterable[Extraction]], report: BuildReport) -> None:
    """Put articles into a store, batch by batch, and then hold what has changed against the other articles of it."""
    changed = _Changed()
    update_knowledge(store)
    for batch in batches:
        _admit(store, batch, report, changed)
    link_reprints(store, changed.articles)
    compare_series(store, changed.series)
    report.off = count_off(store)


def update_knowledge(store: ox.Store) -> None:
    """Bring the vocabularies of a store up to date, and what is computed with them."""
    knowledge = knowledge_quads()
    if knowledge == {quad for name_ in KNOWLEDGE for quad in store.quads_for_pattern(None, None, None, name_)}:
        return
    for name_ in KNOWLEDGE:
        store.remove_graph(name_)
    store.extend(knowledge)
    articles = list(store.quads_for_pattern(None, name("rdf:type"), name("ans:Article"), None))
    graphs = [article.graph_name for article in articles if _is_article(article.graph_name)]
    refresh(store, {thing for each in graphs for thing in pointed_at(store, each)})


def _admit(store: ox.Store, batch: Iterable[Extraction], report: BuildReport, changed: _Changed) -> None:
    """Check a batch, put in the articles that violate no shape, and account for all of them in the report."""
    entries = [_entry(extraction) for extraction in batch if _is_welcome(store, extraction.article, report)]
    results = _checked(entries)
    things: set[str] = set()
    remarks: set[Result] = set()
    for entry in entries:
        found = results.get(entry.article.id, [])
        violations = tuple(result for result in found if result.severity == "Violation")
        if violations:
            report.refused.append(Refusal(entry.article.file, entry.article.id, violations))
        else:
            remarks.update(found)
            things |= _put(store, entry, report, changed)
    # a result on what articles share belongs to each of them, but is one
    report.remarks += sorted(remarks, key=lambda result: (result.focus, result.shape, result.message))
    refresh(store, things)


def _entry(extraction: Extraction) -> _Entry:
    article = extraction.article
    quads = [*article_quads(extraction), *finding_quads(extraction)]
    return _Entry(article, graph(f"article/{article.id}"), quads)


def _is_welcome(store: ox.Store, article: Article, report: BuildReport) -> bool:
    """Whether an article may replace or join those of the store; if not, the report says why."""
    held = node(f"{ID}article/{article.id}")
    address = next((q.object for q in store.quads_for_pattern(held, name("schema:url"), None)), None)
    if isinstance(address, ox.Literal) and article.source and not same_address(address.value, article.source):
        report.failed.append(
            f"{article.file}: the store has another article under this name, from {address.value}; rename the file"
        )
        return False
    first = min(_twins(store, article), default=article.id)
    if first < article.id:
        report.same.append(f"{article.file}: the same bytes as article {first}")
        return False
    return True


def _twins(store: ox.Store, article: Article) -> set[str]:
    """The articles of a store that were made of the same bytes under another name."""
    same = store.quads_for_pattern(None, name("schema:sha256"), text(article.sha256))
    graphs = [quad.graph_name.value for quad in same if _is_article(quad.graph_name)]
    return {each.removeprefix(f"{ID}graph/article/") for each in graphs} - {article.id}


def _put(store: ox.Store, entry: _Entry, report: BuildReport, changed: _Changed) -> set[str]:
    """Put an article in, in the place of its earlier version; the shared things that it speaks or spoke of."""
    things: set[str] = set()
    for twin in _twins(store, entry.article):
        report.same.append(f"article {twin}: the same bytes as {entry.article.file}; it goes")
        things |= _take_out(store, graph(f"article/{twin}"), changed)
    known = store.contains_named_graph(entry.graph)
    (report.replaced if known else report.added).append(entry.article.id)
    things |= _take_out(store, entry.graph, changed)
    store.extend(entry.quads)
    changed.series |= series_of(store, entry.graph)
    changed.articles.add(node(f"{ID}article/{entry.article.id}"))
    return things | pointed_at(store, entry.graph)


def _take_out(store: ox.Store, graph_name: ox.NamedNode, changed: _Changed) -> set[str]:
    things = pointed_at(store, graph_name)
    changed.series |= series_of(store, graph_name)
    remove_findings(store, graph_name)
    store.remove_graph(graph_name)
    return things


def _checked(entries: Sequence[_Entry]) -> Mapping[str, list[Result]]:
    """What the shapes say of articles, and of what these alone make of the things they share, by article."""
    if not entries:
        return {}
    bench = ox.Store()
    bench.extend(quad for entry in entries for quad in entry.quads)
    refresh(bench, {thing for entry in entries for thing in pointed_at(bench, entry.graph)})
    found: dict[str, list[Result]] = defaultdict(list)
    for result in validate_graph(bench):
        blamed = _blamed(bench, result.focus)
        if not blamed and result.severity == "Violation":
            raise KnowledgeError(f"ontology: {result.focus} violates {result.shape}: {result.message}")
        for article in blamed:
            found[article].append(result)
    return found


def _blamed(bench: ox.Store, focus: str) -> set[str]:
    """The articles that a result speaks of: the one whose part the node is, or all that point at what they share."""
    start = f"{ID}article/"
    if focus.startswith(start):
        return {re.split(r"[/#]", focus.removeprefix(start), maxsplit=1)[0]}
    thing = focus.partition("/finding/")[0]
    pointing = bench.quads_for_pattern(None, None, node(thing))
    return {q.graph_name.value.removeprefix(f"{ID}graph/article/") for q in pointing if _is_article(q.graph_name)}


def _is_article(graph_name: ox.NamedNode | ox.BlankNode | ox.DefaultGraph) -> TypeGuard[ox.NamedNode]:
    return isinstance(graph_name, ox.NamedNode) and graph_name.value.startswith(f"{ID}graph/article/")
