"""One figure read back out of a store: as the rules read it, whatever was decided about it since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import pyoxigraph as ox

from ansinh.errors import QueryError
from ansinh.graph.terms import Term, graph, name, node
from ansinh.model import Span
from ansinh.namespaces import ID, slug
from ansinh.records import plain
from ansinh.reviewing.attributes import SCHEMES, joined
from ansinh.reviewing.fitting import Spot, spot_in
from ansinh.vocabulary import by_iri

CLASSES = ("ans:Figure", "ans:RejectedFigure")


@dataclass(frozen=True, slots=True)
class ReadFigure:
    """A figure of a store with its passage; of a rejected one the graph has no attributes."""

    iri: str
    article: str
    span: Span
    printed: str
    rule: str
    quotation: str
    quotation_start: int
    attributes: Mapping[str, str]

    @property
    def spot(self) -> Spot:
        """Where it stands, as far as its passage tells."""
        return spot_in(self.quotation, self.span, self.quotation_start)

    @property
    def name(self) -> str:
        """The short name under which people speak of it: ARTICLE/START."""
        return f"{self.article}/{self.span.start}"

    def with_attributes(self, attributes: Mapping[str, str]) -> ReadFigure:
        """The same figure with attributes that are known from elsewhere."""
        return replace(self, attributes=attributes)


def figure_iri(told: str) -> str:
    """The IRI of a figure that is told by it or by its short name, ARTICLE/START; QueryError when it is neither."""
    path = told.strip().removeprefix(f"{ID}article/").replace("/figure/", "/")
    article, _, start = path.rpartition("/")
    if not (article and article == slug(article) and start.isascii() and start.isdigit()):
        raise QueryError(f"{told!r} is no figure: write ARTICLE/START, as the review shows it, or its IRI")
    return f"{ID}article/{article}/figure/{int(start)}"


def article_of(iri: str) -> str:
    """The id of a figure's article."""
    return iri.removeprefix(f"{ID}article/").rpartition("/figure/")[0]


def start_of(iri: str) -> int:
    """The offset of a figure."""
    return int(iri.rpartition("/")[2])


def figures_of(store: ox.Store, article: str) -> Iterator[str]:
    """The IRIs of the figures of an article, those rejected too."""
    for class_ in CLASSES:
        for quad in store.quads_for_pattern(None, name("rdf:type"), name(class_), graph(f"article/{article}")):
            yield str(getattr(quad.subject, "value", ""))


def rule_of(store: ox.Store, iri: str) -> str:
    """The rule that read a figure."""
    read_by = store.quads_for_pattern(node(iri), name("ans:rule"), None)
    return next((str(getattr(quad.object, "value", "")).rpartition("/")[2] for quad in read_by), "")


def read_figure(store: ox.Store, iri: str) -> ReadFigure:
    """A figure by its IRI; QueryError where the store has none."""
    told = _told(store, iri)
    if not told.get("printed") or not told.get("quotation"):
        raise QueryError(f"{iri.removeprefix(ID)}: the store has no such figure; build its article again")
    quoted = _told(store, told["quotation"][0])
    return ReadFigure(
        iri=iri,
        article=article_of(iri),
        span=Span(int(told["start"][0]), int(told["end"][0])),
        printed=told["printed"][0],
        rule=told["rule"][0].rpartition("/")[2],
        quotation=quoted["exact"][0],
        quotation_start=int(quoted["start"][0]),
        attributes=_attributes(told) | _amended(store, told) if "value" in told else {},
    )


def _attributes(told: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {
        "value": plain(Decimal(told["value"][0])),
        **{scheme: joined(_notation(iri) for iri in told.get(scheme, ())) for scheme in SCHEMES},
        "period_start": "".join(told.get("periodStart", ())),
        "period_end": "".join(told.get("periodEnd", ())),
        "documents": joined(iri.removeprefix(ID) for iri in told.get("resultOf", ())),
    }


def _notation(iri: str) -> str:
    """The notation of a concept; of one that the vocabularies have no more, since the store was built, its name."""
    concept = by_iri().get(iri)
    return concept.notation if concept else iri.rpartition("/")[2]


def _amended(store: ox.Store, told: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """What the rule reads of the attributes that a person decided otherwise."""
    amendments = [_told(store, iri) for d in told.get("reviewedBy", ()) for iri in _told(store, d).get("amendment", ())]
    return {each["attribute"][0]: "".join(each.get("readAs", ())) for each in amendments}


def _told(store: ox.Store, iri: str) -> dict[str, list[str]]:
    values: dict[str, list[str]] = defaultdict(list)
    for quad in store.quads_for_pattern(node(iri), None, None):
        local = quad.predicate.value.rpartition("#")[2].rpartition("/")[2]
        if isinstance(quad.object, Term):
            values[local].append(quad.object.value)
    return dict(values)
