"""Addresses on the command line, remembered sources, and what of a text never leaves with an export."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from ansinh.graph.export import EXPORT_FORMATS
from tests.cli.test_commands import assert_one_line, run
from tests.fetching.server import Site, page, served
from tests.graph.texts import ODD, write

ARTICLE = "/tin/the-bao-hiem-123.html"
ALLOWED = ("--allow-host", "localhost")


@pytest.fixture
def site() -> Iterator[Site]:
    with served() as found:
        found.put(ARTICLE, page())
        yield found


def test_build_and_extract_take_addresses(site: Site, tmp_path: Path) -> None:
    done = run("build", site.address(ARTICLE), *ALLOWED, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "1 article added" in done.stderr
    extracted = run("extract", site.address(ARTICLE), *ALLOWED, "--record", "article", cwd=tmp_path)
    article = json.loads(extracted.stdout)
    assert (article["title"], article["publisher"], article["issued"]) == (
        "Health cards in Quang Ninh", "Quang Ninh Gazette", "2025-06-02",
    )  # fmt: skip
    assert article["source"] == article["file"] == site.address(ARTICLE)
    rows = run("query", "document-outcomes", "-p", "document=7/2025/NQ-HDND", "--format", "json", cwd=tmp_path)
    assert json.loads(rows.stdout)[0]["people"] == 1200


def test_spans_are_places_in_the_text_that_is_printed(site: Site, tmp_path: Path) -> None:
    text = run("extract", "--text", site.address(ARTICLE), *ALLOWED, cwd=tmp_path).stdout
    assert text.startswith("Health cards in Quang Ninh\n")
    done = run("extract", site.address(ARTICLE), "--offline", "--record", "figure", cwd=tmp_path)
    [figure] = map(json.loads, done.stdout.splitlines())
    assert text[figure["start"] : figure["end"]] == figure["quote"] == "1,200"


def test_a_private_address_is_refused_unless_it_is_named(site: Site, tmp_path: Path) -> None:
    done = run("extract", site.address(ARTICLE), cwd=tmp_path)
    assert_one_line(
        done, "localhost: lies in a private network and is not asked; if that is meant: --allow-host localhost"
    )
    assert site.asked == []


def test_one_address_of_two_fails_and_the_other_is_built(site: Site, tmp_path: Path) -> None:
    done = run("build", site.address("/gone"), site.address(ARTICLE), *ALLOWED, cwd=tmp_path)
    assert done.returncode == 2
    assert "there is no page any more (status 404)" in done.stderr
    assert "1 article added, 0 replaced, 0 refused, 1 not readable" in done.stderr


def test_the_size_of_a_page_is_limited(site: Site, tmp_path: Path) -> None:
    assert_one_line(run("extract", site.address(ARTICLE), *ALLOWED, "--max-bytes", 100, cwd=tmp_path), "--max-bytes")


def test_without_network_the_snapshot_is_built_and_told(tmp_path: Path) -> None:
    with served() as site:
        site.put(ARTICLE, page())
        run("build", site.address(ARTICLE), *ALLOWED, cwd=tmp_path)
    before = run("export", cwd=tmp_path).stdout
    done = run("build", site.address(ARTICLE), *ALLOWED, "--fresh", cwd=tmp_path)
    assert done.returncode == 0
    assert "no sound answer" in done.stderr
    assert "is read instead" in done.stderr
    assert run("export", cwd=tmp_path).stdout == before
    silent = run("build", site.address(ARTICLE), "--offline", cwd=tmp_path)
    assert (silent.returncode, silent.stderr.count("\n")) == (0, 1)
    assert_one_line(run("extract", site.address("/never"), "--offline", cwd=tmp_path), "run again without --offline")


def test_sources_are_added_listed_and_removed(site: Site, tmp_path: Path) -> None:
    path = write(tmp_path / "texts", "a.txt")
    done = run("add", site.address(ARTICLE), path, *ALLOWED, cwd=tmp_path)
    assert done.returncode == 0
    assert "2 articles added" in done.stderr
    assert run("add", "--list", cwd=tmp_path).stdout == f"{site.address(ARTICLE)}\ntexts/a.txt\n"
    assert run("add", "--remove", "texts/a.txt", cwd=tmp_path).returncode == 0
    assert_one_line(run("add", "--remove", "texts/a.txt", cwd=tmp_path), "is not remembered; see ansinh add --list")
    assert run("add", "--list", cwd=tmp_path).stdout == f"{site.address(ARTICLE)}\n"
    assert_one_line(run("add", cwd=tmp_path), "give a file or an address, or --list")


def test_update_tells_what_changed(site: Site, tmp_path: Path) -> None:
    run("add", site.address(ARTICLE), *ALLOWED, cwd=tmp_path)
    done = run("update", *ALLOWED, "--format", "json", cwd=tmp_path)
    assert (done.returncode, json.loads(done.stdout)) == (0, [])
    assert done.stderr.endswith("1 source, 1 as before; facts: 0 added, 0 gone, 0 changed\n")
    site.put(ARTICLE, page("1,500"))
    done = run("update", *ALLOWED, "--format", "json", cwd=tmp_path)
    rows = json.loads(done.stdout)
    assert [(row["change"], row["attribute"], row["before"], row["after"]) for row in rows] == [
        ("changed", "printed", "1,200", "1,500"),
        ("changed", "value", "1200", "1500"),
    ]
    assert "1,500 people in poor households" in rows[0]["quotation"]
    assert "1 source, 0 as before; facts: 0 added, 0 gone, 1 changed" in done.stderr
    site.put(ARTICLE, page("1,700"))
    assert "1700" in run("update", *ALLOWED, cwd=tmp_path).stdout
    offline = run("update", "--offline", cwd=tmp_path)
    assert (offline.returncode, offline.stdout.count("1700")) == (0, 0)


def test_update_ends_as_a_build_does(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt")
    run("add", path, cwd=tmp_path)
    write(tmp_path, "a.txt", ODD)
    done = run("update", cwd=tmp_path)
    assert done.returncode == 1
    assert "a.txt: not put in:" in done.stderr
    path.unlink()
    assert run("update", cwd=tmp_path).returncode == 2
    assert "0 sources" in run("update", "--store", tmp_path / "new", cwd=tmp_path).stderr


# privacy and rights

UNQUOTED = (
    "Ms. Tran Thi Hoa of the village tells the neighbours that spring has come early to the hills of the district."
)


@pytest.mark.parametrize("form", EXPORT_FORMATS)
def test_no_text_and_no_snapshot_is_exported(site: Site, tmp_path: Path, form: str) -> None:
    site.put(ARTICLE, page(more=UNQUOTED))
    run("add", site.address(ARTICLE), *ALLOWED, cwd=tmp_path)
    held = b"".join(path.read_bytes() for path in (tmp_path / "ansinh-store" / "snapshots").iterdir())
    assert UNQUOTED.encode() in held
    exported = run("export", "--format", form, cwd=tmp_path).stdout
    assert "1200" in exported
    assert UNQUOTED not in exported
    assert "Tran Thi Hoa" not in exported, "a private citizen"
    assert "handed out by the communes" not in exported
    assert "captured" not in exported
