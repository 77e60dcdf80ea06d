"""Finding things by words: forgiving, complete, the best first, and always in one order."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pyoxigraph as ox
import pytest

import ansinh
from ansinh.namespaces import ID
from ansinh.querying.searching import search
from tests.cli.test_commands import assert_one_line, run


def found(store: ox.Store, words: str) -> list[str]:
    return [thing.iri.removeprefix(ID) for thing in search(store, words).things]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("35/2024/NQ-HĐND", "document/vn-13/resolution/35-2024-nq-hdnd"),
        ("nq hdnd 2024 35", "document/vn-13/resolution/35-2024-nq-hdnd"),
        ("Nghị quyết 35", "document/vn-13/resolution/35-2024-nq-hdnd"),
        ("hộ cận nghèo", "group/near-poor-household"),
        ("HO CAN NGHEO", "group/near-poor-household"),
        ("household, poor", "group/poor-household"),
        ("near poor", "group/near-poor-household"),
        ("health insurance", "field/health-insurance"),
        ("bao hiem y te", "field/health-insurance"),
        ("Quang Ninh", "place/vn-13"),
        ("VN-13", "place/vn-13"),
        ("uy ban nhan dan quang ninh", "agency/vn-13/provincial-peoples-committee"),
        ("goals security", "article/004-c9a1604427c09f6d"),
        ("target programme ethnic minority", "programme/national-target-programme-ethnic-minority-mountainous-areas"),
        # words of two of its names: its type, and its title
        ("resolution insurance 35", "document/vn-13/resolution/35-2024-nq-hdnd"),
    ],
)
def test_the_best_match_comes_first(seeds_store: ox.Store, words: str, first: str) -> None:
    assert found(seeds_store, words)[0] == first


def test_every_word_must_occur(seeds_store: ox.Store) -> None:
    assert found(seeds_store, "poor household")
    assert found(seeds_store, "poor household zeppelin") == []
    # a short word is no beginning of another
    assert "group/poor-household" not in found(seeds_store, "po")


def test_what_articles_speak_of_most_comes_first_among_equals(seeds_store: ox.Store) -> None:
    things = search(seeds_store, "poor hous", ["group"]).things
    assert [thing.mentions for thing in things[:2]] == [4, 3]
    [counted] = seeds_store.query(
        "SELECT (COUNT(*) AS ?n) { ?f a <https://w3id.org/ansinh/ontology#Figure> ;"
        f" <https://w3id.org/ansinh/ontology#beneficiary> <{things[0].iri}> }}",
        use_default_graph_as_union=True,
    )  # type: ignore[misc]
    assert things[0].mentions == int(counted["n"].value)


def test_the_order_does_not_depend_on_the_store(seeds_store: ox.Store) -> None:
    turned = ox.Store()
    turned.extend(reversed(list(seeds_store)))
    assert search(turned, "province").things == search(seeds_store, "province").things


def test_where_nothing_is_found_the_nearest_is_named(seeds_store: ox.Store) -> None:
    nothing = search(seeds_store, "meritorius servises")
    assert nothing.things == ()
    assert "person with meritorious services" in nothing.nearest
    assert search(seeds_store, "xyzzy").nearest == ()


def test_the_command_prints_rows_and_tells_the_rest(seeds_folder: Path) -> None:
    done = run("search", "Hộ", "cận", "nghèo", "--format", "csv", store=seeds_folder)
    [row] = csv.DictReader(io.StringIO(done.stdout))
    assert row == {
        "type": "group",
        "label": "near-poor household",
        "label_vi": "hộ cận nghèo",
        "identifier": "near-poor-household",
        "iri": f"{ID}group/near-poor-household",
        "mentions": "3",
    }
    done = run("search", "household", "--type", "group", "--limit", 2, "--format", "json", store=seeds_folder)
    assert [each["type"] for each in json.loads(done.stdout)] == ["group", "group"]
    assert "more; show them with --limit" in done.stderr
    done = run("search", "meritorius servises", "--format", "json", store=seeds_folder)
    assert (done.returncode, done.stdout) == (0, "[]\n")
    assert "nothing is called 'meritorius servises'; nearest: " in done.stderr
    assert_one_line(run("search", "?!", store=seeds_folder), "there is no word in '?!'")


def test_the_interface_gives_the_things(seeds_store: ox.Store) -> None:
    assert ansinh.search("near poor", ["group"], seeds_store)[0].label_vi == "hộ cận nghèo"
