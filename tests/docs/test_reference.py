"""The reference is what the generators give now, and nothing is missing in it."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from ansinh.api import query
from ansinh.graph.export import EXPORT_FORMATS
from ansinh.namespaces import PREFIXES
from ansinh.querying.saved import SavedQuery, saved_queries
from ansinh.querying.tables import TABLE_FORMATS
from ansinh.vocabulary import vocabulary
from tests.docs.pages import REFERENCE, text_of
from tests.docs.reference import PAGES
from tests.docs.reference.columns import COLUMNS
from tests.docs.reference.commands import commands, options
from tests.docs.reference.errors import EXIT_CODES, exceptions
from tests.docs.reference.markdown import short
from tests.docs.reference.messages import ADVICE, Message, messages
from tests.docs.reference.queries import columns, example
from tests.docs.reference.shapes import constraining
from tests.docs.reference.statements import iris, short_terms, text
from tests.reviewing.stores import reviewed_seeds


@pytest.fixture(scope="module")
def reviewed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the seeds in which people have decided about figures."""
    return reviewed_seeds(tmp_path_factory.mktemp("reviewed"))


def reference(name: str) -> str:
    return text_of(f"{REFERENCE}/{name}")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_what_is_generated_now(name: str) -> None:
    assert reference(name) == PAGES[name](), "make docs writes it anew"


@pytest.mark.parametrize(("context", "command"), list(commands()), ids=lambda c: getattr(c, "command_path", ""))
def test_a_command_is_there_with_its_options_and_example(context: click.Context, command: click.Command) -> None:
    section = reference("commands.md").partition(f"## {context.command_path}\n")[2].partition("\n## ")[0]
    assert (command.help or "").splitlines()[0] in section
    assert (command.epilog or "").removeprefix("Example: ") in section
    for option in options(context):
        assert option.help
        assert all(f"`{name}`" in section for name in option.opts)


@pytest.mark.parametrize("form", [*TABLE_FORMATS, *EXPORT_FORMATS])
def test_a_format_is_there(form: str) -> None:
    assert f"`{form}`" in reference("commands.md")


# what two articles state of one thing: tests/querying/ asks a store that has such articles
_OF_MORE_ARTICLES = ("before-after-merger", "comparisons", "reprints")


@pytest.mark.parametrize("found", saved_queries(), ids=lambda q: q.name)
def test_a_saved_query_is_there_in_both_languages_and_its_example_answers(
    found: SavedQuery, store: Path, reviewed: Path
) -> None:
    section = reference("queries.md").partition(f"## {found.name}\n")[2].partition("\n## ")[0]
    for told in (found.title, found.description, found.row, *(p.description for p in found.parameters.values())):
        assert told["en"] in section
        assert told["vi"] in section
    for name in (*found.parameters, *columns(found)):
        assert f"| `{name}` |" in section
    assert example(found) in section
    chosen = {name: p.example for name, p in found.parameters.items() if f"-p {name}=" in example(found)}
    asked = reviewed if "ans:reviewedBy" in found.text else store
    answered = bool(query(found.name, chosen, asked))
    assert answered != (found.name in _OF_MORE_ARTICLES), "the example has no answer on the seeds"


def test_no_column_is_described_that_no_query_has() -> None:
    assert set(COLUMNS) == {column for saved in saved_queries() for column in columns(saved)}


@pytest.mark.parametrize("name", sorted(n for n in short_terms("ontology") if n.startswith("ans:")))
def test_a_term_of_the_ontology_is_there_in_both_languages(name: str) -> None:
    values, page = short_terms("ontology")[name], reference("classes.md")
    assert f"### {name}\n" in page or f"| `{name}` |" in page
    for language in ("en", "vi"):
        assert text(values, "rdfs:comment", language) in page
    for aligned in (*iris(values, "rdfs:subClassOf"), *iris(values, "rdfs:subPropertyOf")):
        assert f"`{aligned}`" in page


def test_every_scheme_is_there_with_all_its_concepts() -> None:
    page = reference("vocabularies.md")
    for scheme, concepts in vocabulary().items():
        section = page.partition(f"\n## {scheme}\n")[2].partition("\n## ")[0]
        assert f": {len(concepts)} concept" in section
        rows = {tuple(cell.strip() for cell in line.split("|")[1:-1]) for line in section.splitlines()}
        for concept in concepts.values():
            assert (f"`{concept.notation}`", concept.label, concept.label_vi or "") in rows


@pytest.mark.parametrize("name", sorted(constraining()))
def test_a_shape_is_there_with_both_messages(name: str) -> None:
    values, page = constraining()[name], reference("shapes.md")
    assert f"| `{name}` |" in page
    assert text(values, "sh:message", "en") in page
    assert text(values, "sh:message", "vi") in page


def test_every_exception_and_exit_code_is_there() -> None:
    page = reference("errors.md")
    assert set(EXIT_CODES) == {0, 1, 2, 130, 141}
    assert all(f"| {code} |" in page for code in EXIT_CODES)
    assert all(f"| `{name}` |" in page for name in exceptions())


@pytest.mark.parametrize("message", [m for m in messages() if m.kind != "KnowledgeError"], ids=lambda m: m.shown)
def test_a_message_says_what_to_do_once(message: Message) -> None:
    assert len(message.advice) == 1, "one line on what to do belongs in tests/docs/reference/messages.py"


def test_no_advice_is_for_a_message_that_is_gone() -> None:
    assert [words for words in ADVICE if not any(words in message.text for message in messages())] == []


def test_the_shortest_name_of_an_iri_is_taken() -> None:
    assert short(f"{PREFIXES['group']}student") == "group:student"
    assert short(f"{PREFIXES['id']}group") == "id:group"
    assert short("https://example.org/x") == "https://example.org/x"
