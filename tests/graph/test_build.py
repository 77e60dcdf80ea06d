"""Files into a store: which are put in, which are not, and that nothing else is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from ansinh.graph.build import BATCH, BuildOptions, build
from ansinh.graph.soundness import triples_in_two_graphs
from ansinh.graph.store import open_store
from ansinh.querying.running import run_saved
from tests.graph.texts import ODD, write


def _quads(store: Path) -> list[str]:
    return sorted(str(quad) for quad in open_store(store))


def _people(store: Path) -> list[object]:
    return [row[3] for row in run_saved(open_store(store), "document-outcomes", {"document": "7/2025/NQ-HDND"}).values]


def test_an_article_is_put_in_and_answers(tmp_path: Path) -> None:
    report = build([write(tmp_path, "a.txt")], tmp_path / "store")
    assert (report.added, report.replaced, report.refused, report.failed) == (["a"], [], [], [])
    assert _people(tmp_path / "store") == [1200]
    assert triples_in_two_graphs(open_store(tmp_path / "store")) == []


def test_an_article_is_replaced_as_a_whole(tmp_path: Path) -> None:
    build([write(tmp_path, "a.txt"), write(tmp_path, "b.txt", people="40")], tmp_path / "store")
    report = build([write(tmp_path, "a.txt", people="77")], tmp_path / "store")
    assert (report.added, report.replaced) == ([], ["a"])
    assert _people(tmp_path / "store") == [77, 40]
    build([tmp_path / "a.txt", tmp_path / "b.txt"], tmp_path / "once")
    assert _quads(tmp_path / "store") == _quads(tmp_path / "once")


def test_the_order_of_the_files_does_not_matter(tmp_path: Path) -> None:
    paths = [write(tmp_path, f"{name}.txt", people=people) for name, people in (("a", "10"), ("b", "20"), ("c", "30"))]
    build(paths, tmp_path / "one")
    build(list(reversed(paths)), tmp_path / "two")
    for path in (paths[2], paths[0], paths[1]):
        build([path], tmp_path / "three")
    assert _quads(tmp_path / "one") == _quads(tmp_path / "two") == _quads(tmp_path / "three")


def test_the_same_bytes_are_one_article_under_the_first_name(tmp_path: Path) -> None:
    first, second = write(tmp_path, "a.txt"), write(tmp_path, "b.txt")
    report = build([second, first], tmp_path / "together")
    assert report.added == ["a"]
    assert "the same bytes" in report.same[0]
    for order in ((first, second), (second, first)):
        store = tmp_path / f"apart-{order[0].stem}"
        for path in order:
            build([path], store)
        assert _quads(store) == _quads(tmp_path / "together")


def test_the_same_file_named_twice_is_one_article(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt")
    report = build([path, str(path)], tmp_path / "store")
    assert (report.added, report.same) == (["a"], [])


def test_two_texts_of_one_name_are_not_mixed_up(tmp_path: Path) -> None:
    first, second = write(tmp_path / "x", "a.txt"), write(tmp_path / "y", "a.txt", people="9")
    report = build([first, second], tmp_path / "store")
    assert report.added == ["a"]
    assert "another text" in report.failed[0]
    assert _people(tmp_path / "store") == [1200]


def test_an_article_is_known_by_its_address(tmp_path: Path) -> None:
    first = write(tmp_path, "a.txt", host="baoquangninh.vn")
    renamed = write(tmp_path, "z.txt", people="88", host="baoquangninh.vn")
    assert build([first], tmp_path / "store").added == build([renamed], tmp_path / "store").replaced
    assert _people(tmp_path / "store") == [88]


def test_what_cannot_be_read_is_told_and_the_rest_is_built(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\x02 numbers")
    (tmp_path / "latin.txt").write_bytes("thẻ bảo hiểm".encode("utf-16"))
    (tmp_path / "folder.txt").mkdir()
    big = write(tmp_path, "big.txt", people="1,200 " * 400)
    bad = [tmp_path / name for name in ("missing.txt", "empty.txt", "binary.txt", "latin.txt", "folder.txt")]
    report = build([*bad, big, write(tmp_path, "good.txt")], tmp_path / "store", BuildOptions(max_bytes=1000))
    assert report.added == ["good"]
    assert len(report.failed) == 6
    for words in ("no such file", "empty", "binary", "UTF-8", "a folder", "limit of"):
        assert any(words in line for line in report.failed), words
    assert not any("\n" in line for line in report.failed)


def test_an_article_that_violates_a_shape_is_not_put_in(tmp_path: Path) -> None:
    report = build([write(tmp_path, "odd.txt", ODD), write(tmp_path, "good.txt")], tmp_path / "store")
    assert report.added == ["good"]
    [refusal] = report.refused
    assert refusal.article == "odd"
    assert refusal.violations[0].severity == "Violation"
    assert not any("article/odd" in quad for quad in _quads(tmp_path / "store"))


def test_a_refused_version_leaves_the_one_before(tmp_path: Path) -> None:
    build([write(tmp_path, "a.txt")], tmp_path / "store")
    before = _quads(tmp_path / "store")
    assert build([write(tmp_path, "a.txt", ODD)], tmp_path / "store").refused
    assert _quads(tmp_path / "store") == before


def test_a_build_of_nothing_readable_changes_nothing(tmp_path: Path) -> None:
    assert build([tmp_path / "missing.txt"], tmp_path / "store").failed
    assert not (tmp_path / "store" / "CURRENT").exists()


def test_more_articles_than_one_batch(tmp_path: Path) -> None:
    names = [f"n{i:02d}" for i in range(BATCH + 2)]
    paths = [write(tmp_path, f"{name}.txt", people=f"{100 + i}") for i, name in enumerate(names)]
    seen: list[str] = []
    report = build(paths, tmp_path / "store", BuildOptions(progress=seen.append))
    assert report.added == names
    assert len(seen) == len(names)
    assert sorted(_people(tmp_path / "store"), key=str) == [100 + i for i in range(len(names))]


@pytest.mark.parametrize("name", ['a\'b "c".txt', "ngưỡng nghèo (2).txt", "-p.txt"])
def test_odd_file_names(tmp_path: Path, name: str) -> None:
    assert len(build([write(tmp_path, name)], tmp_path / "store").added) == 1
