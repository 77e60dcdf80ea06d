"""What others may say in a store: nothing that ansinh would be taken to have said.

They use none of its properties and classes, and say of the things of ansinh only what ansinh itself never says, but for
links to other data. So no answer to a saved query changes by what they say.
"""

from __future__ import annotations

from functools import cache

import pyoxigraph as ox

from ansinh.errors import LoadError
from ansinh.graph.knowledge_graphs import knowledge_quads
from ansinh.graph.others import is_ours
from ansinh.graph.terms import name, type_
from ansinh.namespaces import PREFIXES

# what anybody may say of anything: links, and what kind of thing it is to them
_LINKS = frozenset(
    name(curie)
    for curie in (
        *("skos:exactMatch", "skos:closeMatch", "skos:broadMatch", "skos:narrowMatch", "skos:relatedMatch"),
        *("owl:sameAs", "rdfs:seeAlso", "rdf:type"),
    )
)


def permit(triple: ox.Triple) -> None:
    """LoadError where a statement would speak for ansinh."""
    subject, predicate, value = (getattr(term, "value", "") for term in triple)
    if is_ours(predicate) or (triple.predicate == type_ and is_ours(value)):
        which = value if triple.predicate == type_ else predicate
        raise LoadError(f"{subject} uses {which}, which only ansinh says: use a property or class of your own")
    if is_ours(subject) and triple.predicate in _own_properties():
        raise LoadError(
            f"{subject} is a thing of ansinh, which says {predicate} of its things itself: use a property of your own"
        )


@cache
def _own_properties() -> frozenset[ox.NamedNode]:
    """The properties that ansinh describes its things with."""
    kinds = {ox.NamedNode(f"{PREFIXES['owl']}{kind}Property") for kind in ("Object", "Datatype", "Annotation")}
    declared = {quad.subject for quad in knowledge_quads() if quad.predicate == type_ and quad.object in kinds}
    named = {each for each in declared if isinstance(each, ox.NamedNode)}
    return frozenset((named | {name("rdfs:label"), name("rdfs:comment")}) - _LINKS)
