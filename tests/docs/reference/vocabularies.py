"""docs/reference/vocabularies.md: every scheme with its identifiers and labels."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from ansinh.checking.conversion import knowledge
from ansinh.namespaces import ID
from ansinh.vocabulary import vocabulary
from tests.docs.reference.markdown import table, whole_page
from tests.docs.reference.statements import short_terms, text

_OPENING = """\
The vocabularies, in [`ontology/`](../../ontology). The notation is the identifier that records and parameters use; the
IRI is `https://w3id.org/ansinh/id/SCHEME/NOTATION`. The labels, and the other names that stand in the files, are the
words that the reader of articles knows: [how to teach it one](../../CONTRIBUTING.md#teach-it-a-word)."""

# words that the extractor needs and that name nothing in the graph
_WORDS = "cues.ttl"


def page() -> str:
    """The page of the vocabularies."""
    return whole_page("Vocabularies", _OPENING, _lines())


def files() -> dict[str, str]:
    """The file in which each scheme stands."""
    return {
        quad.subject.value.removeprefix(ID): file
        for file, quad in knowledge("ontology")
        if isinstance(quad.subject, ox.NamedNode) and getattr(quad.object, "value", "").endswith("#ConceptScheme")
    }


def _lines() -> Iterator[str]:
    stands = files()
    schemes = sorted(vocabulary().items(), key=lambda item: (stands[item[0]] == _WORDS, item[0]))
    yield from table(
        ("scheme", "concepts", "English", "tiếng Việt", "file"),
        (
            (f"[`{s}`](#{s})", str(len(c)), _label(s, "en"), _label(s, "vi"), f"`ontology/{stands[s]}`")
            for s, c in schemes
        ),
    )
    for scheme, concepts in schemes:
        yield from (
            f"## {scheme}",
            "",
            f"{_label(scheme, 'en')} · *{_label(scheme, 'vi')}*: {_count(len(concepts))}.",
            "",
        )
        if stands[scheme] == _WORDS:
            yield from ("For the extractor only; it names nothing in the graph.", "")
        yield from table(
            ("notation", "English", "tiếng Việt"),
            ((f"`{c.notation}`", c.label, c.label_vi or "") for c in concepts.values()),
        )


def _count(number: int) -> str:
    return f"{number} concept{'' if number == 1 else 's'}"


def _label(scheme: str, language: str) -> str:
    return text(short_terms("ontology")[f"id:{scheme}"], "skos:prefLabel", language)
