"""One extraction -> the quads of its article's graph.

Every subject of that graph is the article or has an IRI that begins with the article's; what articles share
(documents, agencies, persons, policies) is only pointed at, and computed elsewhere.
"""

from __future__ import annotations

from pathlib import PurePath

import pyoxigraph as ox

from ansinh.auditing.reprints import sketch
from ansinh.graph.collector import Collector
from ansinh.graph.decisions import add_decisions
from ansinh.graph.figures import add_figures, add_outcomes
from ansinh.graph.mentions import add_agencies, add_citations, add_persons, add_policies, add_relations
from ansinh.graph.terms import address, concept, day, name, text
from ansinh.model import Extraction


def article_quads(extraction: Extraction) -> list[ox.Quad]:
    """The quads of an article's graph, sorted and each once.

    Raises KnowledgeError when a notation of the extraction is not in the vocabularies.
    """
    collector = Collector(extraction)
    _add_article(collector)
    add_figures(collector)
    add_outcomes(collector)
    add_decisions(collector)
    add_citations(collector)
    add_relations(collector)
    add_policies(collector)
    add_agencies(collector)
    add_persons(collector)
    return collector.quads()


def _add_article(collector: Collector) -> None:
    article = collector.extraction.article
    collector.add_all(
        collector.article,
        {
            "rdf:type": [name("ans:Article")],
            "schema:headline": [text(article.title, article.language)] if article.title else [],
            "schema:publisher": [text(article.publisher)] if article.publisher else [],
            "schema:datePublished": [day(article.issued)] if article.issued else [],
            "schema:inLanguage": [text(article.language)],
            "schema:url": [address(article.source)] if article.source else [],
            "schema:sha256": [text(article.sha256)],
            "ans:textSha256": [text(article.text_sha256)],
            # the name alone: where the file lay is no fact of the article, and two folders give the same bytes
            "ans:file": [text(PurePath(article.file).name)],
            "ans:place": [concept("place", article.place)] if article.place else [],
        },
    )
    collector.add_all(
        collector.part("sketch"),
        {
            "rdf:type": [name("ans:Sketch")],
            "ans:article": [collector.article],
            "ans:band": [text(band) for band in sketch(collector.extraction.text)],
        },
    )
