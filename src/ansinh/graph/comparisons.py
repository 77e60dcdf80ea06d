"""Articles held against each other: their figures series by series, and which of them are reprints of one text.

Both are computed from the article graphs alone, for the articles and series that changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

import pyoxigraph as ox

from ansinh.auditing.between import Witness, compare, nearest
from ansinh.auditing.reprints import likeness
from ansinh.graph.findings import FINDINGS, told
from ansinh.graph.terms import concept, name, node, quad, text
from ansinh.namespaces import ID
from ansinh.vocabulary import by_iri

_SKETCH = "/sketch"
_REPRINT_FROM = 0.6  # the share of a text's word groups that a reprint keeps
_KINDS = ("rounding", "update", "scope", "conflict")


def series_of(store: ox.Store, graph_name: ox.NamedNode) -> set[str]:
    """The series that an article's figures belong to."""
    found = store.quads_for_pattern(None, name("ans:series"), None, graph_name)
    return {q.object.value for q in found if isinstance(q.object, ox.Literal)}


def compare_series(store: ox.Store, series: Iterable[str]) -> None:
    """Hold the figures of these series against each other again, as the store now has them."""
    for key in sorted(set(series)):
        witnesses = _witnesses(store, key)
        for witness in witnesses:
            _remove_comparisons(store, witness.iri)
        possible = [witness for witness in witnesses if not list(_impossible(store, witness))]
        for found in compare(possible, _reprints(store, witnesses)):
            older, newer = found.older, found.newer
            verdict = "off" if found.kind == "conflict" else "holds"
            other = newer.iri.removeprefix(f"{ID}article/").replace("/figure/", "-")
            iri = f"{older.iri.replace('/figure/', f'/finding/{found.kind}-')}-{other}"
            store.extend(told(iri, found.kind, verdict, [newer.iri, older.iri], (found.words, found.words_vi)))
        _show_nearest(store, witnesses)


def link_reprints(store: ox.Store, articles: Iterable[ox.NamedNode]) -> None:
    """Link the articles to those that are nearly the same text (prov:alternateOf, both ways)."""
    for article in sorted(articles, key=lambda n: n.value):
        own = _bands(store, article)
        others = {
            q.subject.value.removesuffix(_SKETCH)
            for band in own
            for q in store.quads_for_pattern(None, name("ans:band"), text(band))
            if isinstance(q.subject, ox.NamedNode)
        } - {article.value}
        for other in map(node, sorted(others)):
            if likeness(own, _bands(store, other)) >= _REPRINT_FROM:
                store.add(quad(article, name("prov:alternateOf"), other, FINDINGS))
                store.add(quad(other, name("prov:alternateOf"), article, FINDINGS))


def _bands(store: ox.Store, article: ox.NamedNode) -> set[str]:
    return set(_values(store, node(article.value + _SKETCH), "ans:band"))


def _witnesses(store: ox.Store, key: str) -> list[Witness]:
    found = store.quads_for_pattern(None, name("ans:series"), text(key))
    return [_witness(store, q.subject) for q in found if isinstance(q.subject, ox.NamedNode)]


def _witness(store: ox.Store, figure: ox.NamedNode) -> Witness:
    article = node(figure.value.partition("/figure/")[0])
    value = next(_values(store, figure, "ans:value"))
    return Witness(
        iri=figure.value,
        article=article.value,
        issued=_day(store, article, "schema:datePublished"),
        value=Decimal(value),
        quote=next(_values(store, figure, "ans:printed")),
        unit=_notation(store, figure, "ans:unit"),
        kind=_notation(store, figure, "ans:kind"),
        bound=_notation(store, figure, "ans:bound"),
        status=_notation(store, figure, "ans:status"),
        first=_day(store, figure, "ans:periodStart"),
        last=_day(store, figure, "ans:periodEnd"),
        is_part=any(_values(store, figure, "ans:partOf")),
        documents=frozenset(_values(store, figure, "ans:resultOf")),
    )


def _values(store: ox.Store, subject: ox.NamedNode, property_: str) -> Iterator[str]:
    for found in store.quads_for_pattern(subject, name(property_), None):
        if isinstance(found.object, ox.NamedNode | ox.Literal):
            yield found.object.value


def _notation(store: ox.Store, subject: ox.NamedNode, property_: str) -> str:
    return by_iri()[next(_values(store, subject, property_))].notation


def _day(store: ox.Store, subject: ox.NamedNode, property_: str) -> date | None:
    return next((date.fromisoformat(value) for value in _values(store, subject, property_)), None)


def _reprints(store: ox.Store, witnesses: Iterable[Witness]) -> Iterator[frozenset[str]]:
    for article in sorted({witness.article for witness in witnesses}):
        for other in _values(store, node(article), "prov:alternateOf"):
            yield frozenset((article, other))


def _remove_comparisons(store: ox.Store, figure: str) -> None:
    kinds = {concept("finding", kind) for kind in _KINDS}
    for about in list(store.quads_for_pattern(None, name("ans:about"), node(figure), FINDINGS)):
        of_kind = store.quads_for_pattern(about.subject, name("ans:findingKind"), None, FINDINGS)
        if any(q.object in kinds for q in of_kind):
            for said in list(store.quads_for_pattern(about.subject, None, None, FINDINGS)):
                store.remove(said)


def _impossible(store: ox.Store, witness: Witness) -> Iterator[ox.NamedNode]:
    """The finding that a figure is of impossible size, where there is one."""
    for judged in store.quads_for_pattern(None, name("ans:judges"), node(witness.iri), FINDINGS):
        kind = ox.Quad(judged.subject, name("ans:findingKind"), concept("finding", "population"), FINDINGS)
        off = ox.Quad(judged.subject, name("ans:verdict"), concept("verdict", "off"), FINDINGS)
        if isinstance(judged.subject, ox.NamedNode) and kind in store and off in store:
            yield judged.subject


def _show_nearest(store: ox.Store, witnesses: list[Witness]) -> None:
    """Beside a figure of impossible size, the figure of its series that it may have been meant to be."""
    for witness in witnesses:
        for finding in _impossible(store, witness):
            for old in list(store.quads_for_pattern(finding, name("ans:nearest"), None, FINDINGS)):
                store.remove(old)
            neighbour = nearest(witness, witnesses)
            if neighbour:
                store.add(quad(finding, name("ans:nearest"), node(neighbour.iri), FINDINGS))
