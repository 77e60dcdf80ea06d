"""docs/reference/queries.md: every saved query, from the header of its file."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pyoxigraph as ox

from ansinh.querying.running import run
from ansinh.querying.saved import SUBJECTS, SavedQuery, saved_queries
from tests.docs.reference.columns import meaning
from tests.docs.reference.markdown import code, table, whole_page

_OPENING = """\
The saved queries: `ansinh query NAME -p PARAMETER=VALUE`, or in Python `ansinh.query(NAME, {PARAMETER: VALUE})`. Each
is a file of [`queries/`](../../queries) and runs as it stands in any SPARQL 1.1 engine; without values it answers for
all of them. A value is never pasted into a query: it is bound as a term.

A place, group, field, measure or other term of the [vocabularies](vocabularies.md) may be told by a name in English or
Vietnamese, with or without diacritics, by its identifier, a place by its code too; a document by its number, with or
without diacritics; an agency, policy or article by words of its name. What no vocabulary has is refused with the
nearest that there is. `ansinh query NAME --values PARAMETER` lists what a store has of it, with counts; why an answer
is empty is told on standard error, and by `ansinh.why_empty(NAME, {PARAMETER: VALUE})`."""


def page() -> str:
    """The page of the saved queries."""
    return whole_page("Saved queries", _OPENING, _lines())


def columns(query: SavedQuery) -> tuple[str, ...]:
    """The columns of a query's rows."""
    found = run(ox.Store(), query.text)
    assert isinstance(found, ox.QuerySolutions)
    return tuple(variable.value for variable in found.variables)


def example(query: SavedQuery) -> str:
    """A command that runs the query, with the example of every parameter that it must have, or else of the first."""
    parameters = list(query.parameters.values())
    chosen = [p for p in parameters if p.required] or parameters[:1]
    return " ".join(
        ("ansinh query", query.name, *(f"-p {p.name}={_quoted(p.example)}" for p in chosen)),
    )


def _quoted(value: str) -> str:
    """A value as a shell takes it."""
    return value if re.fullmatch(r"[\w/:.-]+", value, re.ASCII) else f'"{value}"'


def _lines() -> Iterator[str]:
    for subject, vietnamese in SUBJECTS.items():
        listed = (code([query.name]) for query in saved_queries() if query.subject["en"] == subject)
        yield f"- {subject} (*{vietnamese}*): {', '.join(listed)}"
    yield ""
    for query in saved_queries():
        yield from (f"## {query.name}", "", f"**{query.title['en']}** · *{query.title['vi']}*", "")
        yield from (query.description["en"], "", f"*{query.description['vi']}*", "")
        yield from ("```text", example(query), "```", "")
        yield from table(
            ("parameter", "type", "needed", "example", "meaning", "ý nghĩa"),
            (
                (
                    f"`{p.name}`",
                    p.type,
                    "yes" if p.required else "no",
                    f"`{p.example}`",
                    p.description["en"],
                    p.description["vi"],
                )
                for p in query.parameters.values()
            ),
        )
        yield from ("A row: " + query.row["en"], "", f"*Một hàng: {query.row['vi']}*", "")
        yield from table(("column", "what it has"), ((code([c]), meaning(query.name, c)) for c in columns(query)))
