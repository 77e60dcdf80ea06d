"""The place that an IRI of ours names: document/vn-13/… and agency/vn-13/… are of Quảng Ninh."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ansinh.namespaces import ID, slug
from ansinh.vocabulary import Concept, concepts


def place_of(iri: str) -> Concept | None:
    """The place in the segment behind the kind of thing; None where there is none."""
    segments = iri.removeprefix(ID).split("/")
    return _by_slug().get(segments[1]) if len(segments) > 2 and segments[0] != "article" else None


@cache
def _by_slug() -> Mapping[str, Concept]:
    return {slug(notation): place for notation, place in concepts("place").items()}
