"""Agencies and persons: computed, one by one, from what all articles call them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pyoxigraph as ox

from ansinh.graph.places import place_of
from ansinh.graph.statements import Statement, stated
from ansinh.graph.terms import graph, name, node, quad, text, type_
from ansinh.namespaces import fold
from ansinh.vocabulary import Concept, by_iri, concepts

AGENCIES = graph("agencies")
PERSONS = graph("persons")


def agency_quads(iri: str, mentions: Sequence[Statement]) -> Iterator[ox.Quad]:
    """One agency that the vocabulary does not have, from the names that articles use.

    An agency of a kind that the vocabulary has (the People's Council of one province) is called by that kind and its
    place; another one by the name that is used most.
    """
    agency = node(iri)
    if iri in by_iri():
        return
    place = place_of(iri)
    kind = concepts("agency").get(iri.rpartition("/")[2])
    names = [*stated(mentions, "statedLabel"), *stated(mentions, "statedForm")]
    labels = _labels(kind, place) if kind else names[:1]
    yield quad(agency, type_, name("ans:Agency"), AGENCIES)
    if kind:
        yield quad(agency, name("ans:kindOfAgency"), node(kind.iri), AGENCIES)
    if place:
        yield quad(agency, name("ans:place"), node(place.iri), AGENCIES)
    for label in labels:
        yield quad(agency, name("skos:prefLabel"), label, AGENCIES)
    for label in sorted(set(names) - set(labels), key=str):
        yield quad(agency, name("skos:altLabel"), label, AGENCIES)
    for key in sorted({fold(label.value) for label in (*labels, *names)}):
        yield quad(agency, name("ans:searchKey"), text(key), AGENCIES)


def person_quads(iri: str, mentions: Sequence[Statement]) -> Iterator[ox.Quad]:
    """One holder of an office, with the roles and agencies that articles give."""
    person = node(iri)
    names = stated(mentions, "statedLabel")
    yield quad(person, type_, name("ans:Person"), PERSONS)
    for label in names[:1]:
        yield quad(person, name("foaf:name"), label, PERSONS)
    for key in sorted({fold(label.value) for label in names}):
        yield quad(person, name("ans:searchKey"), text(key), PERSONS)
    for role in stated(mentions, "statedRole"):
        yield quad(person, name("ans:role"), role, PERSONS)
    for agency in stated(mentions, "statedAgency"):
        yield quad(person, name("org:memberOf"), agency, PERSONS)


def _labels(kind: Concept, place: Concept | None) -> list[ox.Literal]:
    vietnamese = kind.label_vi
    if place is None:
        return [text(kind.label, "en"), *([text(vietnamese, "vi")] if vietnamese else [])]
    where_vi = place.label_vi or place.label
    return [
        text(f"{kind.label} ({place.label})", "en"),
        *([text(f"{vietnamese} ({where_vi})", "vi")] if vietnamese else []),
    ]
