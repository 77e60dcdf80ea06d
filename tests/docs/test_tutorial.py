"""What the pages show is what a reader gets: every command and script of theirs is run, in an empty folder."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Future
from pathlib import Path

import pytest

from tests.docs.blocks import Reader, kinds, rendered
from tests.docs.pages import TOLD, TUTORIAL, all_pages, text_of

LANGUAGES = {"console", "bash", "python", "text", "sparql", "sh"}


@pytest.mark.parametrize("name", TOLD)
def test_a_page_shows_what_its_commands_print(name: str, pages: Mapping[str, Future[str]]) -> None:
    assert pages[name].result() == text_of(name), "make docs writes it anew; then read the difference"


def test_everything_in_the_tutorial_is_run() -> None:
    assert all(run for _, run in kinds(text_of(TUTORIAL)))


@pytest.mark.parametrize("name", list(all_pages()))
def test_what_can_be_run_is_run_or_says_that_it_is_not(name: str) -> None:
    for kind, run in kinds(text_of(name)):
        assert kind.split(" ")[0] in LANGUAGES
        assert run is (kind != "sh")
        assert name in TOLD or kind in ("text", "sh")


def test_a_wrong_output_is_replaced(tmp_path: Path) -> None:
    shell = "```console\n$ echo one\n{}\n$ echo 'a  '\n{}```\n\n"
    shown = shell + "```python\nprint(1 + 1)\n```\n\n```text output\n{}\n```\n"
    assert rendered(shown.format("two", "", 3), Reader(tmp_path)) == shown.format("one", "a\n", 2)


@pytest.mark.parametrize("block", ["console\n$ false", "console fails\n$ true", "bash\nfalse\ntrue", "python\n1 / 0"])
def test_a_command_that_ends_otherwise_than_told_is_noticed(block: str, tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="exit code"):
        rendered(f"```{block}\n```\n", Reader(tmp_path))


def test_a_file_is_saved_and_what_is_not_run_is_left(tmp_path: Path) -> None:
    page = (
        "```text file=a.txt\nwords\n```\n\n```console\n$ cat a.txt\nwords\n```\n\n<!-- not run -->\n```sh\nfalse\n```\n"
    )
    assert rendered(page, Reader(tmp_path)) == page
