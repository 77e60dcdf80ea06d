"""The findings of the audit as quads, in a graph of their own: what one article's numbers say of each other."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from ansinh.auditing.auditing import audit
from ansinh.auditing.findings import Finding
from ansinh.graph.terms import concept, decimal, graph, name, node, quad, text, type_
from ansinh.model import Extraction
from ansinh.namespaces import ID

FINDINGS = graph("findings")


def finding_quads(extraction: Extraction) -> Iterator[ox.Quad]:
    """What the audit of one article found."""
    article = f"{ID}article/{extraction.article.id}"
    for finding in audit(extraction):
        figures = [f"{article}/figure/{figure.span.start}" for figure in finding.figures]
        places = "-".join(str(figure.span.start) for figure in finding.figures[:2])
        said = (finding.words, finding.words_vi)
        yield from told(f"{article}/finding/{finding.kind}-{places}", finding.kind, finding.verdict, figures, said)
        yield from _off(f"{article}/finding/{finding.kind}-{places}", finding)


def told(iri: str, kind: str, verdict: str, figures: list[str], words: tuple[str, str]) -> Iterator[ox.Quad]:
    """One finding on figures, the first of which is judged, with the arithmetic in English and in Vietnamese."""
    finding = node(iri)
    yield quad(finding, type_, name("ans:Finding"), FINDINGS)
    yield quad(finding, name("ans:findingKind"), concept("finding", kind), FINDINGS)
    yield quad(finding, name("ans:verdict"), concept("verdict", verdict), FINDINGS)
    yield quad(finding, name("ans:judges"), node(figures[0]), FINDINGS)
    for figure in figures:
        yield quad(finding, name("ans:about"), node(figure), FINDINGS)
    for said, language in zip(words, ("en", "vi"), strict=True):
        yield quad(finding, name("rdfs:comment"), text(said, language), FINDINGS)


def _off(iri: str, finding: Finding) -> Iterator[ox.Quad]:
    if finding.off_by is not None:
        yield quad(node(iri), name("ans:offBy"), decimal(finding.off_by), FINDINGS)


def count_off(store: ox.Store) -> int:
    """How many statements of a store the audit finds to be off."""
    return sum(1 for _ in store.quads_for_pattern(None, name("ans:verdict"), concept("verdict", "off"), FINDINGS))


def remove_findings(store: ox.Store, article_graph: ox.NamedNode) -> None:
    """Take out every finding that speaks of a figure of an article's graph, and the article's links to reprints."""
    article = node(article_graph.value.replace(f"{ID}graph/", ID, 1))
    alternate = name("prov:alternateOf")
    links = (*store.quads_for_pattern(article, alternate, None), *store.quads_for_pattern(None, alternate, article))
    for link in links:
        store.remove(link)
    for figure in store.quads_for_pattern(None, type_, name("ans:Figure"), article_graph):
        for about in list(store.quads_for_pattern(None, name("ans:about"), figure.subject, FINDINGS)):
            for said in list(store.quads_for_pattern(about.subject, None, None, FINDINGS)):
                store.remove(said)
