"""What the vocabulary holds to be usual: the field of a group, the group of a field, the measure of a group."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ansinh.namespaces import ID
from ansinh.vocabulary import concepts


@cache
def usually(scheme: str, link: str) -> Mapping[str, str]:
    """The notation that a link of a scheme's concepts leads to, by the concept's own notation."""
    found = {c.notation: c.link(link) for c in concepts(scheme).values()}
    return {notation: iri.removeprefix(ID).partition("/")[2] for notation, iri in found.items() if iri}
