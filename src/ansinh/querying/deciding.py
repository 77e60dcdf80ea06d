"""What a person chose for figures of a store -> decisions that can be kept: nothing that the graph would refuse."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import pyoxigraph as ox

from ansinh.errors import QueryError, ReviewError
from ansinh.graph.decision_shapes import refusals
from ansinh.graph.terms import graph, name, node
from ansinh.namespaces import ID, search_key
from ansinh.querying.figures import ReadFigure, article_of, figure_iri, figures_of, read_figure, start_of
from ansinh.querying.review import Review
from ansinh.reviewing.attributes import ATTRIBUTES, split
from ansinh.reviewing.decision import Decision, Target, standing
from ansinh.reviewing.fitting import target_of
from ansinh.reviewing.log import told_name, told_time, told_verdict, told_words
from ansinh.reviewing.values import NOTHING, checked, typed


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person chose for a figure, which is told by its IRI or as ARTICLE/START.

    `verdict` is accept, reject, amend or undo; `changes` has the attributes to amend, `none` for one that is to be
    empty. `where` is what errors name: the line of a file, or else the figure.
    """

    figure: str
    verdict: str
    who: str
    when: str
    why: str = ""
    changes: Mapping[str, str] = field(default_factory=dict)
    where: str = ""


def decisions(store: ox.Store, log: Iterable[Decision], choices: Sequence[Choice]) -> list[Decision]:
    """The decisions that the choices make, all checked before any is given back.

    Raises ReviewError that says where and why one cannot be: an unknown figure or value, nothing to undo, or what a
    shape says against the figure that would come of it.
    """
    review = Review(store, log)
    made: list[Decision] = []
    for choice in choices:
        try:
            made.append(_decision(review, choice))
            review.add(made[-1])
        except (ReviewError, QueryError) as error:
            raise ReviewError(f"{choice.where or choice.figure}: {error}") from error
    refused = refusals(made)
    for index in sorted(refused):
        raise ReviewError(f"{choices[index].where or choices[index].figure}: {refused[index]}")
    return made


def _decision(review: Review, choice: Choice) -> Decision:
    verdict, iri = told_verdict(choice.verdict), figure_iri(choice.figure)
    said = {"who": told_name(choice.who), "when": told_time(choice.when), "why": told_words("why", choice.why)}
    if choice.changes and verdict != "amend":
        raise ReviewError(f"{verdict} changes nothing; to change {', '.join(sorted(choice.changes))} say amend")
    if verdict == "undo":
        last = _to_undo(review, iri)
        return Decision(last.target, last.rule, verdict, **said, read=last.read, decided={})
    figure = review.figure(iri).figure
    if not figure.attributes:
        raise ReviewError("it was rejected, by a decision that is not in this file: name the file with --decisions")
    decided = _decided(review.store, figure, choice.changes) if verdict == "amend" else figure.attributes
    sound = {name_: checked(name_, value or NOTHING) for name_, value in decided.items()}
    return Decision(
        target=_target(review.store, figure),
        rule=figure.rule,
        verdict=verdict,
        **said,
        read=figure.attributes,
        decided={} if verdict == "reject" else sound,
    )


def _to_undo(review: Review, iri: str) -> Decision:
    """The decision that stands on a figure of the store, or on what was one before the article changed."""
    last = standing(review.decisions(iri)) or standing(review.logged(article_of(iri), start_of(iri)))
    if last is None:
        raise ReviewError("no decision stands on this figure: there is nothing to undo")
    return last


def _target(store: ox.Store, figure: ReadFigure) -> Target:
    spots = [read_figure(store, iri).spot for iri in figures_of(store, figure.article)]
    return target_of(figure.article, figure.spot, spots)


def _decided(store: ox.Store, figure: ReadFigure, changes: Mapping[str, str]) -> dict[str, str]:
    unknown = sorted(set(changes) - set(ATTRIBUTES))
    if unknown:
        raise ReviewError(f"a figure has no attribute {unknown[0]!r} to amend; there are {', '.join(ATTRIBUTES)}")
    told = {name_: _value(store, figure.article, name_, text) for name_, text in changes.items()}
    decided = {**figure.attributes, **told}
    if decided == figure.attributes:
        raise ReviewError("nothing is amended: accept the figure, or say which attribute is otherwise")
    home = store.quads_for_pattern(node(f"{ID}article/{figure.article}"), name("ans:place"), None)
    if not decided["place"] and any(home):
        raise ReviewError("place: a figure without a place has that of its article: name another")
    return decided


def _value(store: ox.Store, article: str, attribute: str, text: str) -> str:
    if attribute != "documents" or text.strip() in ("", NOTHING):
        return typed(attribute, text)
    return "; ".join(sorted({_cited(store, article, part) for part in split(text)}))


def _cited(store: ox.Store, article: str, told: str) -> str:
    """A document that the article cites, told by its number or its path."""
    within = graph(f"article/{article}")
    cited = {
        str(getattr(q.object, "value", "")) for q in store.quads_for_pattern(None, name("ans:document"), None, within)
    }
    keys = {
        iri: {
            str(getattr(q.object, "value", "")) for q in store.quads_for_pattern(node(iri), name("ans:searchKey"), None)
        }
        for iri in cited
    }
    meant = sorted(iri.removeprefix(ID) for iri in cited if told.removeprefix(ID) == iri.removeprefix(ID))
    meant = meant or sorted(iri.removeprefix(ID) for iri in cited if search_key(told) in keys[iri])
    if len(meant) != 1:
        known = ", ".join(meant or sorted(iri.removeprefix(ID) for iri in cited)) or "none"
        raise ReviewError(f"documents: {told!r} is not one document that the article cites; it cites {known}")
    return meant[0]
