"""What people decided in a build: applied to files, kept through rebuilds, told where it is lost, said in the graph."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from ansinh.errors import ReviewError
from ansinh.graph.build import BuildOptions, build
from ansinh.graph.decision_file import beside, extend, load
from ansinh.graph.export import export_to_file
from ansinh.graph.report import BuildReport
from ansinh.graph.soundness import triples_in_two_graphs
from ansinh.graph.store import open_store
from ansinh.namespaces import PREFIXES
from ansinh.reviewing.decision import Decision
from ansinh.reviewing.log import write_log
from tests.reviewing.people import ARTICLE, decision, figure, read

READ = read()
REJECTED = decision(READ, "35", "reject")
AMENDED = decision(READ, "410", "amend", measure="trainees", field="", beneficiary="student")
ACCEPTED = decision(READ, "1,200")


def built(folder: Path, *decisions: Decision, text: str = ARTICLE, fresh: bool = False) -> BuildReport:
    """Build a store of one article with these decisions beside it."""
    (folder / "a.txt").write_text(text, encoding="utf-8")
    if decisions:
        beside(folder / "store").write_text(write_log(decisions), encoding="utf-8")
    return build([folder / "a.txt"], folder / "store", BuildOptions(fresh=fresh))


def asked(folder: Path, query: str) -> list[tuple[str, ...]]:
    """The rows of a query, as text."""
    found = open_store(folder / "store").query(query, prefixes=dict(PREFIXES), use_default_graph_as_union=True)
    assert isinstance(found, ox.QuerySolutions)
    return sorted(tuple(getattr(term, "value", "") for term in solution) for solution in found)


def printed(folder: Path, kind: str = "ans:Figure") -> list[str]:
    return [row[0] for row in asked(folder, f"SELECT ?p {{ ?f a {kind} ; ans:printed ?p }}")]


def test_a_build_without_decisions_says_nothing_of_them(tmp_path: Path) -> None:
    report = built(tmp_path)
    assert (report.decided, report.moved, report.lost) == (0, [], [])
    assert asked(tmp_path, "SELECT ?d { ?f ans:reviewedBy ?d }") == []


def test_decisions_stand_in_the_graph_beside_what_is_printed(tmp_path: Path) -> None:
    report = built(tmp_path, REJECTED, AMENDED, ACCEPTED)
    assert (report.decided, report.lost, report.refused) == (3, [], [])
    assert printed(tmp_path) == ["1,200", "410"]
    assert printed(tmp_path, "ans:RejectedFigure") == ["35"]
    rows = asked(
        tmp_path,
        "SELECT ?printed ?verdict ?who ?when { ?figure ans:reviewedBy ?d ; ans:printed ?printed ."
        " ?d a ans:Decision ; ans:judgement ?verdict ; schema:author ?who ; schema:dateCreated ?when }",
    )
    when = "2025-07-01T09:30:00+07:00"
    assert rows == [
        ("1,200", "accepted", "Lan", when),
        ("35", "rejected", "Lan", when),
        ("410", "amended", "Lan", when),
    ]
    amended = asked(
        tmp_path,
        "SELECT ?attribute ?read ?decided { ?d ans:amendment ?a . ?a ans:attribute ?attribute"
        " OPTIONAL { ?a ans:readAs ?read } OPTIONAL { ?a ans:decidedAs ?decided } }",
    )
    was = AMENDED.read
    assert amended == sorted([
        ("beneficiary", was["beneficiary"], "student"),
        ("field", was["field"], ""),
        ("measure", was["measure"], "trainees"),
    ])  # fmt: skip
    assert asked(tmp_path, "SELECT ?m { ?f ans:printed '410' ; ans:measure/skos:notation ?m }") == [("trainees",)]


def test_a_rejected_figure_is_in_no_outcome_and_has_no_value(tmp_path: Path) -> None:
    built(tmp_path, REJECTED)
    start = figure(READ, "35").span.start
    assert asked(tmp_path, "SELECT ?o { ?o ans:figure ?f . ?f ans:printed '35' }") == []
    assert asked(tmp_path, f"SELECT ?o {{ ?o a ans:Outcome FILTER(STRENDS(STR(?o), '/outcome/{start}')) }}") == []
    assert asked(tmp_path, "SELECT ?v { ?f ans:printed '35' ; ans:value ?v }") == []
    assert triples_in_two_graphs(open_store(tmp_path / "store")) == []


def test_a_decision_survives_rebuilds(tmp_path: Path) -> None:
    built(tmp_path, REJECTED, AMENDED)
    once = sorted(map(str, open_store(tmp_path / "store")))
    for fresh in (False, True):
        report = built(tmp_path, fresh=fresh)
        assert (report.decided, report.lost) == (2, [])
        assert sorted(map(str, open_store(tmp_path / "store"))) == once


def test_an_undo_takes_it_out_of_the_graph(tmp_path: Path) -> None:
    built(tmp_path)
    before = sorted(map(str, open_store(tmp_path / "store")))
    built(tmp_path, REJECTED)
    assert sorted(map(str, open_store(tmp_path / "store"))) != before
    built(tmp_path, REJECTED, decision(READ, "35", "undo"))
    assert sorted(map(str, open_store(tmp_path / "store"))) == before


def test_an_article_whose_text_moved_keeps_its_decisions(tmp_path: Path) -> None:
    built(tmp_path, REJECTED, AMENDED)
    report = built(tmp_path, text=ARTICLE.replace("As of", "The weather was fine.\nAs of"))
    assert (report.replaced, report.decided, len(report.moved), report.lost) == (["a"], 2, 2, [])
    assert printed(tmp_path, "ans:RejectedFigure") == ["35"]


def test_a_lost_fit_is_told_and_stays_in_the_file(tmp_path: Path) -> None:
    built(tmp_path, REJECTED, AMENDED)
    kept = beside(tmp_path / "store").read_bytes()
    report = built(tmp_path, text=ARTICLE.replace("built 35", "sold 35"))
    assert report.decided == 1
    assert len(report.lost) == 1
    assert "reject of '35' by Lan: no figure with these words in this context is read there" in report.lost[0]
    assert printed(tmp_path) == ["1,200", "35", "410"]
    assert beside(tmp_path / "store").read_bytes() == kept
    report = built(tmp_path)
    assert (report.decided, report.lost) == (2, [])


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"direction": "up"}, "Only a change has a direction"),
        ({"period_start": "2025-01-01", "period_end": "2024-12-31"}, "not after its end"),
        ({"documents": "document/vn/law/9"}, "does not cite document/vn/law/9"),
    ],
)
def test_what_the_shapes_refuse_is_not_applied_and_does_not_refuse_the_article(
    tmp_path: Path, changes: dict[str, str], message: str
) -> None:
    report = built(tmp_path, decision(READ, "35", "amend", 1, "Lan", **changes), AMENDED)
    assert (report.added, report.refused, report.decided) == (["a"], [], 1)
    assert len(report.lost) == 1
    assert message in report.lost[0]
    assert printed(tmp_path) == ["1,200", "35", "410"]


def test_decisions_on_an_article_that_is_not_there_are_told(tmp_path: Path) -> None:
    """A file without an address goes by its name: under another name it is another article."""
    built(tmp_path, REJECTED, AMENDED, ACCEPTED, decision(READ, "1,200", "undo"))
    (tmp_path / "b.txt").write_text(ARTICLE, encoding="utf-8")
    report = build([tmp_path / "b.txt"], tmp_path / "other", BuildOptions(decisions=beside(tmp_path / "store")))
    assert (report.added, report.decided) == (["b"], 0)
    assert report.lost == ["a: the store has no such article, and 2 decisions stand on it"]


def test_every_export_holds_the_decisions(tmp_path: Path) -> None:
    built(tmp_path, REJECTED, AMENDED)
    store = open_store(tmp_path / "store")
    triples = {quad.triple for quad in store}
    formats = {"turtle": ox.RdfFormat.TURTLE, "n-triples": ox.RdfFormat.N_TRIPLES, "json-ld": ox.RdfFormat.JSON_LD,
               "rdf-xml": ox.RdfFormat.RDF_XML}  # fmt: skip
    for form, parsed in formats.items():
        export_to_file(store, form, tmp_path / "graph")  # type: ignore[arg-type]
        assert {quad.triple for quad in ox.parse(path=tmp_path / "graph", format=parsed)} == triples, form


def test_the_same_decisions_give_the_same_bytes(tmp_path: Path) -> None:
    exports = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        built(tmp_path / name, REJECTED, AMENDED, ACCEPTED)
        export_to_file(open_store(tmp_path / name / "store"), "trig", tmp_path / name / "graph.trig")
        exports.append((tmp_path / name / "graph.trig").read_bytes())
    assert exports[0] == exports[1]


def test_a_bad_row_stops_the_build_before_anything_is_changed(tmp_path: Path) -> None:
    built(tmp_path)
    before = sorted(map(str, open_store(tmp_path / "store")))
    beside(tmp_path / "store").write_text(write_log([REJECTED]).replace(",reject,", ",refuse,"), encoding="utf-8")
    with pytest.raises(ReviewError, match=r"store-decisions\.csv, line 2: verdict: 'refuse' is none of"):
        built(tmp_path, text=ARTICLE.replace("1,200", "1,300"))
    assert sorted(map(str, open_store(tmp_path / "store"))) == before


def test_a_file_that_is_named_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(ReviewError, match=r"no\.csv: there is no such file of decisions"):
        build([], tmp_path / "store", BuildOptions(decisions=tmp_path / "no.csv"))


def test_another_file_can_be_named(tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text(write_log([REJECTED]), encoding="utf-8")
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    report = build([tmp_path / "a.txt"], tmp_path / "store", BuildOptions(decisions=tmp_path / "mine.csv"))
    assert report.decided == 1


@pytest.mark.parametrize(
    ("store", "file"), [("ansinh-store", "ansinh-store-decisions.csv"), ("x/y.z/", "x/y.z-decisions.csv")]
)
def test_the_file_lies_beside_the_store(store: str, file: str) -> None:
    assert beside(store) == Path(file)


def test_the_file_lies_beside_the_folder_that_one_stands_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert beside(".") == tmp_path.parent / f"{tmp_path.name}-decisions.csv"


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_bytes(b"\xff\xfe")
    with pytest.raises(ReviewError, match=r"x\.csv: not UTF-8 at byte 0"):
        load(tmp_path / "x.csv")


def test_those_who_decide_at_once_lose_nothing(tmp_path: Path) -> None:
    """Real processes that write to one file: each of their decisions is there afterwards, in whole rows."""
    import subprocess
    import sys

    line = (
        "import sys; from ansinh.graph.decision_file import extend;"
        "from tests.reviewing.people import decision, read;"
        "[extend(sys.argv[1], lambda log: [decision(read(), '35', who=f'{sys.argv[2]}{n}')]) for n in range(5)]"
    )
    file = tmp_path / "x.csv"
    running = [subprocess.Popen([sys.executable, "-c", line, str(file), name]) for name in ("Lan", "Minh", "Hoa")]
    assert [process.wait(60) for process in running] == [0, 0, 0]
    assert sorted(d.who for d in load(file)) == sorted(
        f"{name}{n}" for name in ("Lan", "Minh", "Hoa") for n in range(5)
    )


def test_a_file_stays_as_it_was_when_a_decision_cannot_be_made(tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    extend(file, lambda _: [REJECTED])

    def refusing(_: object) -> list[Decision]:
        raise ReviewError("no")

    with pytest.raises(ReviewError, match=r"^no$"):
        extend(file, refusing)
    assert load(file) == [REJECTED]
