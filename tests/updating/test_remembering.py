"""Sources that are remembered: what an update builds again, and what it tells of, fact by fact."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import ansinh
from ansinh import Change, FetchOptions, StoreError
from ansinh.fetching.limits import Limits
from ansinh.updating.comparing import compared
from ansinh.updating.facts import Fact
from ansinh.updating.sources import Sources
from tests.fetching.server import Site, page, served
from tests.graph.texts import ODD, write

ARTICLE = "/tin/the-bao-hiem-123.html"
FETCH = FetchOptions(allowed=frozenset({"localhost"}), limits=Limits(pause=0))
MORE = "The province also built 12 houses for war invalids in the first five months of 2025, which is good."


@pytest.fixture
def site() -> Iterator[Site]:
    with served() as found:
        found.put(ARTICLE, page())
        yield found


def exported(store: Path, folder: Path) -> bytes:
    ansinh.export("n-quads", folder / "graph.nq", store)
    return (folder / "graph.nq").read_bytes()


def test_with_and_without_network_the_graph_is_the_same(site: Site, tmp_path: Path) -> None:
    address, store = site.address(ARTICLE), tmp_path / "s"
    first = ansinh.build([address], store, fetch=FETCH)
    assert first.added == [f"localhost-{site.port}-tin-the-bao-hiem-123"]
    online = exported(store, tmp_path)
    assert b"1200" in online
    asked = len(site.asked)
    offline = FetchOptions(offline=True)
    ansinh.build([address], store, ansinh.BuildOptions(fresh=True), offline)
    assert exported(store, tmp_path) == online
    assert len(site.asked) == asked
    assert not any(word in online for word in (b"captured", b"snapshot"))


def test_without_the_server_the_snapshot_is_built(tmp_path: Path) -> None:
    with served() as site:
        site.put(ARTICLE, page())
        address = site.address(ARTICLE)
        ansinh.build([address], tmp_path / "s", fetch=FETCH)
    online = exported(tmp_path / "s", tmp_path)
    report = ansinh.build([address], tmp_path / "s", fetch=FETCH)
    assert (report.failed, len(report.replaced)) == ([], 1)
    assert exported(tmp_path / "s", tmp_path) == online


def test_a_page_that_moves_to_another_scheme_or_address_form_is_the_same_article(tmp_path: Path) -> None:
    for source in ("http://www.news.example/tin/the-123.html", "https://news.example/tin/the-123.html"):
        text = (
            f"---\ntitle: Cards in Quang Ninh\nsource: {source}\n---\nThe province gave 30 cards to poor households.\n"
        )
        report = ansinh.build([write(tmp_path, "a.txt", text)], tmp_path / "s")
        assert report.failed == []


def test_pages_that_only_the_query_tells_apart_are_two_articles(site: Site, tmp_path: Path) -> None:
    site.put("/index.php?module=news&id=1", page("1,200"))
    site.put("/index.php?module=news&id=2", page("1,300"))
    addresses = [site.address(path) for path in site.pages if "index" in path]
    report = ansinh.build(addresses, tmp_path / "s", fetch=FETCH)
    assert (len(report.added), report.failed) == (2, [])


def test_what_could_be_read_is_remembered(site: Site, tmp_path: Path) -> None:
    store = tmp_path / "s"
    near, odd = write(tmp_path / "articles", "a.txt"), write(tmp_path, "odd.txt", ODD)
    report = ansinh.add(
        [site.address(f"{ARTICLE}#top"), near, odd, tmp_path / "no.txt", site.address("/gone")], store, fetch=FETCH
    )
    assert (len(report.added), len(report.refused), len(report.failed)) == (2, 1, 2)
    assert Sources(store).listed() == ["articles/a.txt", site.address(ARTICLE), "odd.txt"]
    assert Sources(store).forget([str(near), "odd.txt", "never"]) == ["never"]
    assert (store / "sources.txt").read_text() == f"{site.address(ARTICLE)}\n"
    ansinh.build([near], store, ansinh.BuildOptions(fresh=True))
    assert Sources(store).listed() == [site.address(ARTICLE)], "a build leaves the list alone"


def test_the_list_moves_with_its_folder(tmp_path: Path) -> None:
    ansinh.add([write(tmp_path / "one", "a.txt")], tmp_path / "one" / "s")
    (tmp_path / "one").rename(tmp_path / "two")
    write(tmp_path / "two", "a.txt", people="1,500")
    done = ansinh.update(tmp_path / "two" / "s")
    assert done.report.replaced == ["a"]


def test_a_broken_list_is_one_line(tmp_path: Path) -> None:
    ansinh.add([write(tmp_path, "a.txt")], tmp_path / "s")
    (tmp_path / "s" / "sources.txt").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(StoreError, match="mend it, or remove it"):
        ansinh.update(tmp_path / "s")


def test_nothing_has_changed(site: Site, tmp_path: Path) -> None:
    store = tmp_path / "s"
    site.put(ARTICLE, page(), ETag='"1"')
    ansinh.add([site.address(ARTICLE), write(tmp_path, "a.txt")], store, fetch=FETCH)
    before = (store / "CURRENT").read_bytes()
    done = ansinh.update(store, fetch=FETCH)
    assert (len(done.unchanged), done.changes, done.report.changed) == (2, (), False)
    assert (store / "CURRENT").read_bytes() == before
    assert ansinh.update(store, fetch=FETCH, every=True).changes == ()


def test_changes_are_told_fact_by_fact(site: Site, tmp_path: Path) -> None:
    store, address = tmp_path / "s", site.address(ARTICLE)
    ansinh.add([address], store, fetch=FETCH)
    site.put(ARTICLE, page("1,500", MORE).replace("Quang Ninh Gazette", "Quang Ninh Daily"))
    changes = ansinh.update(store, fetch=FETCH).changes
    told = {(c.change, c.fact, c.printed, c.attribute, c.before, c.after) for c in changes}
    assert told == {
        ("changed", "article", "", "publisher", "Quang Ninh Gazette", "Quang Ninh Daily"),
        ("changed", "figure", "1,500", "printed", "1,200", "1,500"),
        ("changed", "figure", "1,500", "value", "1200", "1500"),
        ("added", "figure", "12", None, None, None),
    }
    assert changes[-1].quotation == MORE
    site.put(ARTICLE, page("1,500").replace("Quang Ninh Gazette", "Quang Ninh Daily"))
    [gone] = ansinh.update(store, fetch=FETCH).changes
    assert (gone.change, gone.printed, gone.quotation) == ("gone", "12", MORE)


def test_a_source_that_cannot_be_read_stays_as_it_was(site: Site, tmp_path: Path) -> None:
    store = tmp_path / "s"
    path = write(tmp_path, "a.txt")
    ansinh.add([site.address(ARTICLE), path], store, fetch=FETCH)
    before = exported(store, tmp_path)
    path.unlink()
    del site.pages[ARTICLE]
    done = ansinh.update(store, fetch=FETCH)
    assert len(done.report.failed) == 2
    assert exported(store, tmp_path) == before


# the pairing of facts


def fact(printed: str, quotation: str, **attributes: str) -> Fact:
    return Fact(
        "figure", printed, quotation, quotation.find(printed), {"unit": "person", "value": printed, **attributes}
    )


def told(before: list[Fact], after: list[Fact]) -> list[tuple[str, str, str | None]]:
    return [(c.change, c.printed, c.attribute) for c in compared("a", before, after)]


THREE, FOUR = fact("3", "He met 3 people."), fact("4", "He met 4 people.")
BOTH = [("gone", "3", None), ("added", "4", None)]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ([], [], []),
        ([THREE], [THREE], []),
        ([THREE], [FOUR], [("changed", "4", "printed"), ("changed", "4", "value")]),
        ([THREE], [fact("3", "He met 3 people.", group="poor")], [("changed", "3", "group")]),
        ([THREE], [fact("3", "He met only 3 people.")], [("changed", "3", "quotation")]),
        ([THREE], [fact("4", "The board paid 4 billion.")], BOTH),
        ([THREE], [fact("4", "He met 4 people.", unit="household")], BOTH),
        (
            [THREE],
            [fact("3", "A board of quite another kind paid for 3 schools.")],
            [("gone", "3", None), ("added", "3", None)],
        ),
        # two numbers of one sentence, both corrected: each is paired with the one in its place
        (
            [fact("3", "From 3 to 5 came."), fact("5", "From 3 to 5 came.")],
            [fact("4", "From 4 to 6 came."), fact("6", "From 4 to 6 came.")],
            [("changed", number, attribute) for number in "46" for attribute in ("printed", "value")],
        ),
        # the same words twice, one of them gone
        (
            [THREE, fact("3", "She taught 3 courses there.")],
            [fact("3", "She taught 3 courses there.")],
            [("gone", "3", None)],
        ),
    ],
)
def test_facts_are_paired_as_a_reader_would(
    before: list[Fact], after: list[Fact], expected: list[tuple[str, str, str | None]]
) -> None:
    assert told(before, after) == expected
    assert told(list(reversed(before)), after) == expected


def test_many_facts_are_paired_in_time() -> None:
    before = [fact(str(i), f"The commune number {i} met {i} people.") for i in range(1500)]
    after = [fact(str(i + 7), f"The commune number {i} met {i + 7} people.") for i in range(1500)]
    changes = compared("a", before, after)
    assert all(isinstance(change, Change) for change in changes)
