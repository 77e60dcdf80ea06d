"""`ansinh review` as a person uses it: a sheet in a spreadsheet, questions at a terminal, and taking back."""

from __future__ import annotations

import csv
import io
import os
import pty
import select
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ansinh.graph.decision_file import beside, load
from tests.cli.test_commands import ANSINH, assert_one_line, run
from tests.reviewing.people import ARTICLE, figure, read

READ = read()
HOUSES = f"a/{figure(READ, '35').span.start}"
WHEN = "2025-07-01T09:30:00+07:00"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an article and its store, for others to copy."""
    place = tmp_path_factory.mktemp("review")
    (place / "a.txt").write_text(ARTICLE, encoding="utf-8")
    return rebuilt(place / "store")[0].parent


@pytest.fixture
def store(built: Path, tmp_path: Path) -> Path:
    """A store of one article of three figures."""
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    return tmp_path / "store"


def rebuilt(store: Path) -> tuple[Path, str]:
    done = run("build", store.parent / "a.txt", store=store)
    assert done.returncode == 0, done.stderr
    return store, done.stderr


def sheet(store: Path, *arguments: object) -> list[dict[str, str]]:
    done = run("review", "--format", "csv", *arguments, store=store)
    assert done.returncode == 0, done.stderr
    return list(csv.DictReader(io.StringIO(done.stdout, newline="")))


def filled(store: Path, *answers: dict[str, str], separator: str = ",", end: str = "\n") -> Path:
    """The sheet with answers in its first rows, as a spreadsheet saves it."""
    rows = sheet(store, "--article", "a")
    for row, answer in zip(rows, answers, strict=False):
        row.update(answer)
    path = store.parent / "filled.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.DictWriter(out, list(rows[0]), delimiter=separator, lineterminator=end)
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_the_sheet_has_passages_attributes_and_empty_cells_to_fill_in(store: Path) -> None:
    rows = sheet(store)
    assert [row["printed"] for row in rows] == ["1,200", "35", "410"]
    for row in rows:
        assert row["printed"] in row["quotation"]
        assert (row["verdict"], row["who"], row["when"], row["why"], row["new_measure"]) == ("", "", "", "", "")
        assert row["rule"]
        assert row["place"] == "VN-13"
    assert len(sheet(store, "--measure", "houses")) == 1
    assert sheet(store, "--sample", "2", "--seed", "7") == sheet(store, "--sample", "2", "--seed", "7")


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "markdown", "tsv"])
def test_every_format_shows_the_passage(store: Path, form: str) -> None:
    done = run("review", "--format", form, store=store)
    assert done.returncode == 0
    assert "built 35 houses" in " ".join(done.stdout.split())


def test_without_a_terminal_it_lists(store: Path) -> None:
    assert run("review", store=store).stdout == run("review", "--format", "table", store=store).stdout


@pytest.mark.parametrize(("separator", "end"), [(",", "\n"), (";", "\r\n"), ("\t", "\r\n")])
def test_a_sheet_that_was_filled_in_is_taken_in(store: Path, separator: str, end: str) -> None:
    path = filled(
        store,
        {"verdict": "Accept", "who": "Minh"},
        {"verdict": "amend", "new_measure": "gifts", "new_beneficiary": "none", "why": '=HYPERLINK("x")'},
        separator=separator,
        end=end,
    )
    done = run("review", "--read", path, "--who", "Lan", "--when", WHEN, store=store)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == f"2 decisions kept in {beside(store)}; build again to apply: a\n"
    accepted, amended = load(beside(store))
    assert (accepted.who, accepted.verdict, accepted.target.printed) == ("Minh", "accept", "1,200")
    assert (amended.who, amended.when, amended.why) == ("Lan", WHEN, '=HYPERLINK("x")')
    assert {k for k, v in amended.decided.items() if v != amended.read[k]} == {"measure", "beneficiary"}
    assert "2 reviewed figures, 0 lost" in rebuilt(store)[1]
    assert [row["printed"] for row in sheet(store)] == ["410"]
    assert [row["decided"] for row in sheet(store, "--decided")] == [f"accept by Minh, {WHEN}", f"amend by Lan, {WHEN}"]
    assert len(sheet(store, "--all")) == 3


def test_a_sheet_can_come_through_a_pipe(store: Path) -> None:
    path = filled(store, {"verdict": "reject"})
    done = run("review", "--read", "-", "--who", "Lan", store=store, input=path.read_text(encoding="utf-8-sig"))
    assert done.returncode == 0, done.stderr
    assert [d.verdict for d in load(beside(store))] == ["reject"]


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ({"verdict": "yes"}, "verdict: 'yes' is none of accept, reject, amend, undo"),
        ({"verdict": "amend", "new_measure": "job"}, "there is no 'job' in the vocabulary; near to it: jobs"),
        ({"verdict": "amend", "new_direction": "up"}, "Only a change has a direction"),
        ({"verdict": "amend"}, "nothing is amended"),
        ({"new_measure": "gifts"}, "new_measure is filled in and the verdict is not"),
        ({"verdict": "accept", "start": "3"}, "the store has no such figure"),
        ({"verdict": "accept", "printed": "36"}, "the store has '35' there, not '36'"),
        ({"verdict": "accept", "when": "yesterday"}, "when: 'yesterday' is no date and time"),
    ],
)
def test_a_bad_row_is_named_and_none_is_taken(store: Path, answer: dict[str, str], message: str) -> None:
    path = filled(store, {"verdict": "accept"}, answer)
    done = run("review", "--read", path, "--who", "Lan", store=store)
    assert_one_line(done, message)
    assert f"{path}, line 3: " in done.stderr
    assert not beside(store).exists()


def test_who_decides_must_be_named(store: Path) -> None:
    assert_one_line(run("review", "--read", filled(store, {"verdict": "accept"}), store=store), "line 2: who: name who")
    assert_one_line(run("review", "--undo", HOUSES, store=store), "name who decides with --who NAME")


def test_a_sheet_that_is_not_there_or_no_text(store: Path) -> None:
    assert_one_line(run("review", "--read", "no.csv", store=store), "no.csv: the sheet cannot be read (No such file")
    (store.parent / "x.csv").write_bytes(b"\xff\xfea")
    assert_one_line(run("review", "--read", store.parent / "x.csv", store=store), "not UTF-8; save it as CSV in UTF-8")


def test_a_decision_is_taken_back(store: Path) -> None:
    run("review", "--read", filled(store, {}, {"verdict": "reject"}), "--who", "Lan", store=store)
    rebuilt(store)
    before = len(sheet(store))
    done = run("review", "--undo", HOUSES, "--who", "Minh", "--why", "it is one", store=store)
    assert done.returncode == 0, done.stderr
    assert [(d.verdict, d.who, d.why) for d in load(beside(store))] == [
        ("reject", "Lan", ""),
        ("undo", "Minh", "it is one"),
    ]
    assert len(sheet(store)) == before + 1
    assert "reviewed" not in rebuilt(store)[1]
    assert_one_line(run("review", "--undo", HOUSES, "--who", "Lan", store=store), "there is nothing to undo")


def test_a_lost_fit_is_told_by_the_build(store: Path) -> None:
    run("review", "--read", filled(store, {}, {"verdict": "reject"}), "--who", "Lan", store=store)
    (store.parent / "a.txt").write_text(ARTICLE.replace("built 35", "sold 35"), encoding="utf-8")
    stderr = rebuilt(store)[1]
    assert f"ansinh: {HOUSES}: reject of '35' by Lan: no figure with these words in this context" in stderr
    assert "0 reviewed figures, 1 lost" in stderr
    assert len(load(beside(store))) == 1


def test_another_file_of_decisions(store: Path) -> None:
    mine = store.parent / "mine.csv"
    path = filled(store, {"verdict": "accept"})
    run("review", "--read", path, "--who", "Lan", "--decisions", mine, store=store)
    assert len(load(mine)) == 1
    assert not beside(store).exists()
    done = run("build", store.parent / "a.txt", "--decisions", mine, store=store)
    assert "1 reviewed figure, 0 lost" in done.stderr
    assert_one_line(
        run("build", store.parent / "a.txt", "--decisions", store.parent / "no.csv", store=store),
        "no such file of decisions",
    )


# at the terminal


def answers(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)


def test_questions_are_answered_one_by_one(store: Path) -> None:
    keep = ""
    # of thirteen attributes the fourth is amended, with a slip first
    amended = (keep, keep, keep, "gift", "gifts", *[keep] * 9, "so it says")
    told = answers("Lan", "what?", "a", "as printed", "amend", *amended, "s")
    done = run("review", "--interactive", "--when", WHEN, store=store, input=told)
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert "cards to [1,200] people" in done.stderr
    assert "'what?' is none of them" in done.stderr
    assert "there is no 'gift' in the vocabulary; near to it: gifts" in done.stderr
    assert done.stderr.endswith(f"2 decisions kept in {beside(store)}; build again to apply: a\n")
    first, second = load(beside(store))
    assert (first.verdict, first.who, first.when, first.why) == ("accept", "Lan", WHEN, "as printed")
    assert (second.decided["measure"], second.why) == ("gifts", "so it says")


def test_what_the_shapes_refuse_is_told_and_asked_again(store: Path) -> None:
    upwards = ("", "", "", "", "", "", "up", *[""] * 6, "")
    told = answers("m", *upwards, "r", "no figure", "q")
    done = run("review", "--interactive", "--who", "Lan", "--measure", "houses", store=store, input=told)
    assert done.returncode == 0, done.stderr
    assert "not kept: " in done.stderr
    assert "Only a change has a direction" in done.stderr
    assert [(d.verdict, d.why) for d in load(beside(store))] == [("reject", "no figure")]


def test_each_decision_is_kept_at_once(store: Path) -> None:
    """Whoever closes the window loses nothing that was answered."""
    done = run("review", "--interactive", "--who", "Lan", store=store, input=answers("a", "", "r"))
    assert done.returncode == 130
    assert [d.verdict for d in load(beside(store))] == ["accept"]


def test_at_a_real_terminal_it_asks(store: Path) -> None:
    """Through a pseudo-terminal, as a person sits before it."""
    leader, follower = pty.openpty()
    environment = {**os.environ, "ANSINH_STORE": str(store), "TERM": "dumb"}
    line = [*ANSINH, "review", "--who", "Lan", "--measure", "houses"]
    with subprocess.Popen(line, stdin=follower, stdout=follower, stderr=follower, env=environment) as process:
        os.close(follower)
        seen = _until(leader, b"[q]uit: ")
        os.write(leader, b"a\n")
        _until(leader, b"why: ")
        os.write(leader, "đúng như bài báo\n".encode())
        _until(leader, b"build again to apply: a")
        assert process.wait(30) == 0
    os.close(leader)
    assert b"35" in seen
    assert [(d.verdict, d.why) for d in load(beside(store))] == [("accept", "đúng như bài báo")]


def _until(terminal: int, words: bytes) -> bytes:
    seen = b""
    while words not in seen:
        assert select.select([terminal], [], [], 30)[0], seen
        seen += os.read(terminal, 4096)
    return seen


def test_python_sees_the_same(store: Path) -> None:
    line = f"import ansinh; print([e.figure.printed for e in ansinh.review(store={str(store)!r})])"
    done = subprocess.run([sys.executable, "-c", line], capture_output=True, text=True, check=True)
    assert done.stdout == "['1,200', '35', '410']\n"
