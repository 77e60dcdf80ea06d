"""What the pages point at is there: links, files of the tree, Make targets, layers, keys of records."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

import pytest

from ansinh.records import RECORD_KEYS
from tests.docs.blocks import ROOT
from tests.docs.pages import all_pages, text_of
from tests.test_layers import LAYERS

PAGES = list(all_pages())
_LINK = re.compile(r"\[[^]]*\]\((?!https?://)(?P<target>[^)#]*)(?:#(?P<anchor>[^)]*))?\)")
_TREE = re.compile(r"`((?:src|tests|ontology|shapes|queries|seeds|docs)/[\w./-]*)`")
_MAKE = re.compile(r"^make ([a-z-]+)|`make ([a-z-]+)", re.MULTILINE)


def anchors(name: str) -> set[str]:
    """The anchors of a page, as its headings give them."""
    headings = re.findall(r"^#+ (.+)$", text_of(name), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_somewhere(name: str) -> None:
    for link in _LINK.finditer(text_of(name)):
        target = (ROOT / name).parent / link["target"] if link["target"] else ROOT / name
        assert target.exists(), link[0]
        if link["anchor"]:
            assert link["anchor"] in anchors(target.resolve().relative_to(ROOT).as_posix()), link[0]


@pytest.mark.parametrize("name", PAGES)
def test_files_that_are_named_exist(name: str) -> None:
    for path in _TREE.findall(text_of(name)):
        assert "NAME" in path or (ROOT / path).exists(), path


@pytest.mark.parametrize("name", PAGES)
def test_make_has_the_targets_that_are_named(name: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", text_of("Makefile"), re.MULTILINE))
    assert {first or second for first, second in _MAKE.findall(text_of(name))} <= targets


def test_the_layers_are_told_in_their_order() -> None:
    section = text_of("CONTRIBUTING.md").partition("| layer |")[2].partition("\n\n")[0]
    assert tuple(re.findall(r"^\| `([a-z_]+)` \|", section, re.MULTILINE)) == LAYERS


def test_every_folder_of_the_tree_is_told() -> None:
    section = text_of("README.md").partition("## What is in the tree")[2].partition("\n## ")[0]
    told = {PurePosixPath(path).parts[0] for path in re.findall(r"^\| `([^`]+)` \|", section, re.MULTILINE)}
    ignored = {line.strip("/\n ") for line in text_of(".gitignore").splitlines()}
    there = {p.name for p in ROOT.iterdir() if p.is_dir() and not p.name.startswith(".")} - ignored
    assert told == there - {"build", "dist"}


@pytest.mark.parametrize("record", RECORD_KEYS)
def test_every_key_of_a_record_is_told(record: str) -> None:
    section = text_of("docs/records.md").partition(f"\n## {record}\n")[2].partition("\n## ")[0]
    told = re.findall(r"`([a-z_0-9]+)`", " ".join(re.findall(r"^\| (`[^|]+) \|", section, re.MULTILINE)))
    assert told == list(RECORD_KEYS[record])
    assert f'{{"record": "{record}"' in section
