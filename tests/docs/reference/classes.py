"""docs/reference/classes.md: every class and property of the ontology."""

from __future__ import annotations

from collections.abc import Iterator

from ansinh.namespaces import PREFIXES
from tests.docs.reference.markdown import NAMESPACES, code, table, whole_page
from tests.docs.reference.statements import Values, iris, short_terms, text

_OPENING = """\
What the graph says, and with which terms: [`ontology/ansinh.ttl`](../../ontology/ansinh.ttl), in OWL 2 DL. The data has
the own terms (`ans:`) only; under *aligned to* stands the nearest standard term, which the ontology gives it as a
superclass, a superproperty or a pointer."""

_KINDS = {
    "owl:ObjectProperty": "a thing",
    "owl:DatatypeProperty": "a literal",
    "owl:AnnotationProperty": "a note",
}


def page() -> str:
    """The page of the classes and properties."""
    return whole_page("Classes and properties", _OPENING, _lines())


def _lines() -> Iterator[str]:
    terms = short_terms("ontology")
    classes = {name: v for name, v in terms.items() if "owl:Class" in iris(v, "rdf:type")}
    properties = {name: v for name, v in terms.items() if set(iris(v, "rdf:type")) & set(_KINDS)}
    yield from ("## Prefixes", "")
    yield from ("`ansinh sparql` knows the first ones; the others stand in alignments and shapes only.", "")
    yield from table(
        ("prefix", "namespace", "known"),
        ((f"`{p}:`", f"`{n}`", "yes" if p in PREFIXES else "no") for p, n in NAMESPACES.items()),
    )
    yield from ("## Classes", "")
    for name, values in sorted(_own(classes)):
        yield from _class(name, values, properties)
    yield from ("## Properties", "")
    yield from table(
        ("property", "of", "value", "meaning", "ý nghĩa", "aligned to"),
        (_row(name, values) for name, values in sorted(_own(properties))),
    )
    yield from (
        "## Terms of other vocabularies",
        "",
        "Used in the data or aligned to, and declared for a reasoner.",
        "",
    )
    yield from table(
        ("term", "is", "English", "tiếng Việt"),
        (
            (
                f"`{n}`",
                "a class" if n in classes else "a property",
                text(v, "rdfs:label", "en"),
                text(v, "rdfs:label", "vi"),
            )
            for n, v in sorted((classes | properties).items())
            if not n.startswith("ans:")
        ),
    )


def _own(terms: dict[str, Values]) -> Iterator[tuple[str, Values]]:
    return ((name, values) for name, values in terms.items() if name.startswith("ans:"))


def _class(name: str, values: Values, properties: dict[str, Values]) -> Iterator[str]:
    yield from (f"### {name}", "", f"{text(values, 'rdfs:label', 'en')} · *{text(values, 'rdfs:label', 'vi')}*", "")
    yield from (text(values, "rdfs:comment", "en"), "", f"*{text(values, 'rdfs:comment', 'vi')}*", "")
    aligned = [*iris(values, "rdfs:subClassOf"), *iris(values, "rdfs:seeAlso")]
    if aligned:
        yield from (f"Aligned to {code(aligned)}.", "")
    of = sorted(p for p, v in _own(properties) if name in iris(v, "rdfs:domain"))
    if of:
        yield from (f"Properties of its own: {code(of)}.", "")


def _row(name: str, values: Values) -> tuple[str, ...]:
    kind = next(label for kind, label in _KINDS.items() if kind in iris(values, "rdf:type"))
    once = ", at most one" if "owl:FunctionalProperty" in iris(values, "rdf:type") else ""
    return (
        f"`{name}`",
        code(iris(values, "rdfs:domain")),
        (code(iris(values, "rdfs:range")) or kind) + once,
        text(values, "rdfs:comment", "en"),
        text(values, "rdfs:comment", "vi"),
        code((*iris(values, "rdfs:subPropertyOf"), *iris(values, "rdfs:seeAlso"))),
    )
