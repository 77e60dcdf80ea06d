"""What several articles say of the same thing, read from texts into a store: compared, linked, and kept in step."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pyoxigraph as ox
import pytest

from ansinh.graph.build import build, build_aside
from ansinh.graph.soundness import triples_in_two_graphs
from ansinh.graph.store import open_store
from ansinh.querying.running import run_saved

LEVEL = """{headline}
Son La Newspaper, {published}
As of {day}, Son La province had {number} people participating in unemployment insurance.
"""
JUNE = {"headline": "Insurance for workers", "published": "July 10, 2025", "day": "June 30, 2025", "number": "121,069"}


def write(folder: Path, name: str, **told: str) -> Path:
    path = folder / f"{name}.txt"
    path.write_text(LEVEL.format(**(JUNE | told)), encoding="utf-8")
    return path


def compared(*paths: Path) -> list[tuple[object, ...]]:
    """Kind, older and newer number of every comparison."""
    store, report = build_aside(paths)
    assert (report.failed, report.refused) == ([], [])
    return [(row[0], row[2], row[5]) for row in run_saved(store, "comparisons").values]


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ({"number": "121,969"}, "conflict"),
        ({"number": "over 121,000"}, "rounding"),
        ({"number": "an estimated 125,500"}, "scope"),
        ({"number": "612"}, "scope"),
        ({"number": "122,210", "day": "September 30, 2025", "published": "October 9, 2025"}, "update"),
        ({"number": "122,210", "published": "October 9, 2025"}, "update"),
    ],
)
def test_two_values_of_one_thing(tmp_path: Path, told: dict[str, str], kind: str) -> None:
    one, other = write(tmp_path, "one"), write(tmp_path, "other", headline="Another view", **told)
    [(found, older, newer)] = compared(one, other)
    assert found == kind
    assert {older, newer} == {"121,069", told["number"].split()[-1]}
    if kind == "update":
        assert newer == "122,210"


@pytest.mark.parametrize(
    "other",
    [
        "As of June 30, 2025, Son La province had 121,969 people participating in health insurance.",
        "As of June 30, 2025, Nghe An province had 121,969 people participating in unemployment insurance.",
        "In 2009, Son La province had 47,900 people participating in unemployment insurance.",
        "As of June 30, 2025, Son La province had 121,069 people participating in unemployment insurance.",
        "In the first 6 months of 2025, unemployment insurance in Son La province collected 121.9 billion VND.",
    ],
)
def test_other_things_are_not_compared(tmp_path: Path, other: str) -> None:
    path = tmp_path / "other.txt"
    path.write_text(f"Another view\nSon La Newspaper, July 10, 2025\n{other}\n", encoding="utf-8")
    assert compared(write(tmp_path, "one"), path) == []


def test_one_article_is_not_held_against_itself(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    told = LEVEL.format(**JUNE)
    path.write_text(told + told.splitlines()[2].replace("121,069", "121,969") + "\n", encoding="utf-8")
    assert compared(path) == []


def reprint(seeds: Path, folder: Path) -> Path:
    """A seed as another site prints it: another address, a changed word here and there, a line of its own."""
    text = next(seeds.glob("002*.txt")).read_text(encoding="utf-8")
    path = folder / "reprint.txt"
    changed = text.replace("baoquangninh.vn", "news.example").replace("dozens of other", "many other")
    path.write_text(f"{changed}\nEditor: the board\n", encoding="utf-8")
    return path


def test_a_reprint_is_linked_and_is_one_witness(tmp_path: Path) -> None:
    seeds = Path(__file__).parents[2] / "seeds"
    store, report = build_aside([*seeds.glob("*.txt"), reprint(seeds, tmp_path)])
    assert len(report.added) == 6
    [row] = run_saved(store, "reprints").values
    assert "news-example" in str(row)
    assert "baoquangninh" in str(row)
    assert not [row for row in run_saved(store, "comparisons").values if "news-example" in str(row)]
    # the total of Quảng Ninh is that of its one article
    alone, _ = build_aside(seeds.glob("*.txt"))
    asked = {"place": "Quảng Ninh"}
    totals = [[row[:3] for row in run_saved(each, "field-spending", asked).values] for each in (alone, store)]
    assert totals[0] == totals[1]


def test_articles_of_one_form_with_other_numbers_are_no_reprints(tmp_path: Path) -> None:
    seeds = Path(__file__).parents[2] / "seeds"
    store, _ = build_aside(seeds.glob("*.txt"))
    assert not list(run_saved(store, "reprints").values)


def test_the_impossible_number_is_shown_beside_its_nearest(tmp_path: Path) -> None:
    odd = write(tmp_path, "odd", headline="Another view", number="121,069,000", published="July 1, 2025")
    others = [write(tmp_path, "one"), write(tmp_path, "two", number="47,900", day="December 31, 2019")]
    store, _ = build_aside([odd, *others])
    [found] = run_saved(store, "findings", {"kind": "population"}).values
    row = dict(zip(("verdict", "kind", "printed", "arithmetic", "off_by", "nearest"), found, strict=False))
    assert (row["verdict"], row["printed"], row["nearest"]) == ("off", "121,069,000", "121,069 in one")


def test_the_order_of_articles_does_not_matter(tmp_path: Path) -> None:
    paths = [
        write(tmp_path, "one"),
        write(tmp_path, "two", headline="Another view", number="121,969"),
        write(tmp_path, "three", headline="A third one", number="over 121,000"),
        write(tmp_path, "four", headline="Impossible", number="121,069,000"),
    ]
    whole = _lines(build_aside(paths)[0])
    for number, order in enumerate(permutations(paths)):
        place = tmp_path / f"store-{number}"
        for path in order:
            build([path], place)
        assert _lines(open_store(place)) == whole
    assert triples_in_two_graphs(open_store(place)) == []


def test_what_an_article_no_longer_says_is_no_longer_compared(tmp_path: Path) -> None:
    place = tmp_path / "store"
    paths = [write(tmp_path, "one"), write(tmp_path, "two", headline="Another view", number="121,969")]
    build(paths, place)
    assert len(list(run_saved(open_store(place), "comparisons").values)) == 1
    build([write(tmp_path, "two", headline="Another view")], place)
    assert not list(run_saved(open_store(place), "comparisons").values)
    assert _lines(open_store(place)) == _lines(build_aside(paths)[0])


def _lines(store: ox.Store) -> list[str]:
    return sorted(map(str, store))
