"""The commands as a user runs them: what they print where, and how they end."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from ansinh.cli.main import COMMANDS
from tests.graph.texts import ODD, write

ANSINH = [sys.executable, "-m", "ansinh.cli"]
QUERY = ["query", "document-outcomes", "-p", "document=7/2025/NQ-HDND"]


def run(*arguments: object, store: Path | None = None, **more: object) -> subprocess.CompletedProcess[str]:
    """Run a command and wait for it."""
    environment = {k: v for k, v in os.environ.items() if k != "ANSINH_STORE"}
    if store is not None:
        environment["ANSINH_STORE"] = str(store)
    line = [*ANSINH, *map(str, arguments)]
    return subprocess.run(  # type: ignore[call-overload,no-any-return]
        line, capture_output=True, text=True, check=False, env=environment, timeout=60, **more
    )


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of one short article."""
    folder = tmp_path_factory.mktemp("cli")
    done = run("build", write(folder, "a.txt"), "--store", folder / "store")
    assert done.returncode == 0, done.stderr
    return folder / "store"


def assert_one_line(done: subprocess.CompletedProcess[str], words: str, code: int = 2) -> None:
    assert done.returncode == code, done.stderr
    assert done.stdout == ""
    assert done.stderr.startswith("ansinh: ")
    assert done.stderr.count("\n") == 1, done.stderr
    assert words in done.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_a_worked_example(command: str) -> None:
    done = run(command, "--help")
    assert done.returncode == 0
    assert "Example: ansinh " in " ".join(done.stdout.split())


def test_the_help_lists_every_command() -> None:
    done = run("--help")
    listed = [
        line.split(maxsplit=1) for line in done.stdout.partition("Commands:\n")[2].partition("\n\n")[0].splitlines()
    ]
    assert listed == [[command, told] for command, told in COMMANDS.items()]
    assert "Exit codes" in done.stdout


def test_version() -> None:
    assert run("--version").stdout.startswith("ansinh ")


# build


def test_build_tells_what_it_did_on_standard_error(tmp_path: Path) -> None:
    done = run("build", write(tmp_path, "a.txt"), "--store", tmp_path / "store")
    assert (done.returncode, done.stdout) == (0, "")
    assert "1 article added, 0 replaced, 0 refused, 0 not readable" in done.stderr


def test_build_without_a_file_builds_the_seeds(tmp_path: Path) -> None:
    done = run("build", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    rows = run("query", "document-outcomes", "-p", "document=35/2024/NQ-HDND", "--format", "jsonl", cwd=tmp_path)
    assert [json.loads(line)["people"] for line in rows.stdout.splitlines()] == [359, 6065, 56128, 22380]


def test_build_goes_on_after_what_it_cannot_read(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    done = run("build", tmp_path / "no.txt", tmp_path / "empty.txt", write(tmp_path, "a.txt"), store=tmp_path / "s")
    assert done.returncode == 2
    assert "no.txt: there is no such file" in done.stderr
    assert "1 article added" in done.stderr
    assert json.loads(run(*QUERY, "--format", "json", store=tmp_path / "s").stdout)[0]["people"] == 1200


def test_build_ends_with_1_where_an_article_violates_a_shape(tmp_path: Path) -> None:
    done = run("build", write(tmp_path, "odd.txt", ODD), write(tmp_path, "a.txt"), store=tmp_path / "s")
    assert done.returncode == 1
    assert "odd.txt: not put in:" in done.stderr
    assert "1 article added, 0 replaced, 1 refused" in done.stderr


def test_build_limits_the_size_of_a_file(tmp_path: Path) -> None:
    done = run("build", write(tmp_path, "a.txt"), "--max-bytes", 10, store=tmp_path / "s")
    assert done.returncode == 2
    assert "--max-bytes" in done.stderr


def test_a_store_in_use_is_one_line(tmp_path: Path) -> None:
    import filelock

    path = write(tmp_path, "a.txt")
    (tmp_path / "s").mkdir()
    with filelock.FileLock(tmp_path / "s" / "build.lock"):
        assert_one_line(run("build", path, store=tmp_path / "s"), "another build is at work")


def test_an_older_store_can_be_built_afresh(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt")
    run("build", path, store=tmp_path / "s")
    (tmp_path / "s" / "CURRENT").write_text('{"format": 0, "folder": "000001"}')
    for command in (["build", path], QUERY, ["validate"], ["export"], ["sparql", "ASK {}"]):
        assert_one_line(run(*command, store=tmp_path / "s"), "ansinh build --fresh --store")
    assert run("build", "--fresh", path, store=tmp_path / "s").returncode == 0
    assert run(*QUERY, store=tmp_path / "s").returncode == 0


# extract and ledger


def test_extract_prints_records(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt")
    records = [json.loads(line) for line in run("extract", path).stdout.splitlines()]
    assert [r["record"] for r in records[:2]] == ["article", "figure"]
    assert {r["file"] for r in records} == {str(path)}
    text = path.read_text(encoding="utf-8")
    for record in records:
        if "quote" in record:
            assert text[record["start"] : record["end"]] == record["quote"]


def test_extract_as_a_table_of_one_type(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt")
    [figure] = csv.DictReader(io.StringIO(run("extract", path, "--format", "csv").stdout))
    assert (figure["value"], figure["unit"], figure["beneficiary"]) == ("1200", "person", "poor-household")
    [cited] = csv.DictReader(io.StringIO(run("extract", path, "--format", "csv", "--record", "citation").stdout))
    assert cited["number"] == "7/2025/NQ-HDND"
    [only] = json.loads(run("extract", path, "--format", "json", "--record", "citation").stdout)
    assert only["record"] == "citation"


def test_extract_goes_on_after_what_it_cannot_read(tmp_path: Path) -> None:
    done = run("extract", tmp_path, tmp_path / "no.txt", write(tmp_path, "a.txt"))
    assert done.returncode == 2
    assert done.stderr.count("ansinh: ") == 2
    assert '"record": "article"' in done.stdout


def test_the_ledger_accounts_for_every_number(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt")
    rows = list(csv.DictReader(io.StringIO(run("ledger", path, "--format", "csv").stdout)))
    assert {"1,200": "figure"}.items() <= {row["quote"]: row["use"] for row in rows}.items()
    assert all(row["reason"] for row in rows)
    assert run("ledger", tmp_path / "no.txt").returncode == 2


# asking


def test_query_as_json_has_the_columns_and_numbers(store: Path) -> None:
    [row] = json.loads(run(*QUERY, "--format", "json", store=store).stdout)
    assert row["people"] == 1200
    assert row["cost_vnd"] is None
    assert row["quotation"].startswith("As of May 31, 2025")


def test_query_as_a_table(store: Path) -> None:
    done = run(*QUERY, store=store)
    assert done.returncode == 0
    assert "1,200" in done.stdout
    assert "\x1b" not in done.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["query", "nothing"], "no saved query 'nothing'; there are agency-changes"),
        (["query", "document-outcomes"], "needs the parameter 'document'"),
        (["query", "document-outcomes", "-p", "document"], "-p takes NAME=VALUE"),
        ([*QUERY, "-p", "colour=red"], "no parameter 'colour'"),
        (["query", "evidence", "-p", "fact=not an iri"], "must be a full IRI"),
        ([*QUERY, "--format", "xml"], "'xml' is not one of"),
        (["query", "-p", "place=VN"], "name the query"),
        (["query", "rates", "--values", "since"], "is not chosen out of a list"),
        (["query", "rates", "--values", "colour"], "no parameter 'colour'; its parameters: measure, group"),
        (["query", "rates", "-p", "place=Ngehan"], "there is no place 'Ngehan'; nearest: VN-22 (Nghe An)"),
        (["query", "rates", "-p", "place=15"], "may be VN-06 (Yen Bai) or VN-2025-15 (Lao Cai)"),
        (["sparql", "SELEC"], "not a SPARQL query"),
        (["sparql", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"], "allow it with --online"),
        (["sparql"], "give a query"),
        (["sparql", "ASK {}", "-f", "x.rq"], "give a query"),
        (["sparql", "-f", "/no/such.rq"], "the query cannot be read"),
        (["sparql", "ASK {}", "--format", "turtle"], "use table"),
        (["export", "--format", "docx"], "'docx' is not one of"),
        (["export", "-o", "/no/such/folder/graph.ttl"], "cannot be written"),
        (["validate", "--least", "Trivial"], "'Trivial' is not one of"),
        (["frobnicate"], "No such command 'frobnicate'"),
        (["extract"], "Missing argument 'FILE...'"),
        (["build", "--colour"], "No such option"),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, list) else "",
)
def test_bad_usage_is_one_line(store: Path, arguments: Sequence[str], words: str) -> None:
    assert_one_line(run(*arguments, store=store), words)


@pytest.mark.parametrize("command", [QUERY, ["sparql", "ASK {}"], ["validate"], ["export"]], ids=lambda c: c[0])
def test_a_missing_store_is_one_line(tmp_path: Path, command: Sequence[str]) -> None:
    assert_one_line(run(*command, "--store", tmp_path / "nothing"), "there is no store here; build one with")


@pytest.mark.parametrize("value", ['"} DROP ALL #', "x\ny", "') } #", "\\"])
def test_a_hostile_parameter_finds_nothing_and_harms_nothing(store: Path, value: str) -> None:
    before = run("export", "--format", "n-quads", store=store).stdout
    done = run("query", "document-outcomes", "-p", f"document={value}", "--format", "json", store=store)
    assert (done.returncode, done.stdout) == (0, "[]\n")
    [line] = done.stderr.splitlines()
    assert line.startswith(f"ansinh: document={value!r}: the store knows no document of this name; nearest: ")
    assert run("export", "--format", "n-quads", store=store).stdout == before


def test_queries_lists_them() -> None:
    rows = json.loads(run("queries", "--format", "json").stdout)
    assert {"document-outcomes", "evidence"} <= {row["query"] for row in rows}


def test_sparql_from_an_argument_a_file_and_standard_input(store: Path, tmp_path: Path) -> None:
    query = "SELECT ?value WHERE { ?figure ans:value ?value }"
    (tmp_path / "q.rq").write_text(query, encoding="utf-8")
    for arguments, given in (([query], None), (["-f", tmp_path / "q.rq"], None), (["-"], query), (["-f", "-"], query)):
        done = run("sparql", *arguments, "--format", "csv", store=store, input=given)
        assert done.stdout.splitlines() == ["value", "1200"]


def test_validate(store: Path) -> None:
    done = run("validate", "--format", "csv", "--least", "Info", store=store)
    assert done.returncode == 0
    assert "valid; 0 Violation" in done.stderr
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert {row["severity"] for row in rows} <= {"Warning", "Info"}
    assert rows


def test_export_to_a_file_and_to_standard_output(store: Path, tmp_path: Path) -> None:
    printed = run("export", store=store).stdout
    assert run("export", "-o", tmp_path / "graph.ttl", store=store).returncode == 0
    assert (tmp_path / "graph.ttl").read_text(encoding="utf-8") == printed
    assert printed.startswith("@base")


# how commands end


def test_a_closed_pipe_ends_quietly(store: Path) -> None:
    line = [*ANSINH, "export", "--format", "n-quads", "--store", str(store)]
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=30) in (0, 141)


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Let children be interrupted: a shell that starts the tests in the background has them ignore it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_an_interrupted_build_ends_quietly_and_leaves_the_store(tmp_path: Path) -> None:
    store = tmp_path / "store"
    run("build", write(tmp_path, "first.txt"), store=store)
    paths = [str(write(tmp_path, f"n{i}.txt", people=str(i + 10))) for i in range(60)]
    line = [*ANSINH, "build", *paths, "--store", str(store)]
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        _wait_for(lambda: any(store.glob("building-*/store/CURRENT")))
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=30) == (b"", b"")
        assert process.returncode == 130
    assert [
        json.loads(line)["people"] for line in run(*QUERY, "--format", "jsonl", store=store).stdout.splitlines()
    ] == [1200]
    assert run("build", paths[0], store=store).returncode == 0


def _wait_for(condition: object) -> None:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        if callable(condition) and condition():
            return
        time.sleep(0.01)
    raise AssertionError("it did not happen")


HEAVY = {"rdflib", "pyshacl", "owlready2", "rich", "oxrdflib", "jinja2", "filelock"}
READER = {"ansinh.model", "ansinh.lexicon", "ansinh.relating", "ansinh.graph.build", "ansinh.api"}


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["query", "--help"],
        [*QUERY, "--format", "json"],
        [*QUERY, "-p", "place=Quảng Ninh"],
        ["queries", "--format", "csv"],
        ["extract", "A"],
    ],
    ids=" ".join,
)
def test_nothing_heavy_is_imported_before_it_is_needed(store: Path, arguments: list[str]) -> None:
    heavy = HEAVY if arguments[0] == "extract" else HEAVY | READER
    given = [str(store.parent / "a.txt") if a == "A" else a for a in arguments]
    program = (
        "import sys\nfrom ansinh.cli import main\ntry:\n    main()\nfinally:\n"
        f"    print(*sorted({heavy!r} & set(sys.modules)), file=sys.stderr)\n"
    )
    line = [sys.executable, "-c", program, *given]
    done = subprocess.run(
        line, capture_output=True, text=True, check=True, env={**os.environ, "ANSINH_STORE": str(store)}
    )
    assert done.stderr.strip() == ""


def test_a_vietnamese_article_is_told_to_be_unread_and_kept(tmp_path: Path) -> None:
    file = tmp_path / "vi.txt"
    file.write_text("Tỉnh hỗ trợ người nghèo\n\nToàn tỉnh đã hỗ trợ 35 hộ nghèo và cận nghèo.\n", encoding="utf-8")
    read = run("extract", file, "--format", "jsonl")
    built = run("build", file, "--store", tmp_path / "store")
    assert read.returncode == built.returncode == 0
    assert [json.loads(line)["record"] for line in read.stdout.splitlines()] == ["article", "number"]
    for done in (read, built):
        assert f"ansinh: {file}: in Vietnamese, which is not read yet" in done.stderr
    assert "1 article added" in built.stderr


def test_an_article_is_explained_as_text_and_as_a_page(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt")
    told = run("explain", path)
    assert told.returncode == 0
    assert "[1,200 1]" in told.stdout
    assert "by the rule count  wrong " in told.stdout
    page = tmp_path / "a.html"
    assert run("explain", path, "--format", "html", "-o", page).stdout == ""
    assert page.read_text(encoding="utf-8") == run("explain", path, "--format", "html").stdout
    assert_one_line(run("explain", tmp_path / "no.txt"), "there is no such file")
    before = page.read_bytes()
    assert_one_line(run("explain", path, "-o", tmp_path), "is a folder")
    assert page.read_bytes() == before


def test_the_summary_of_the_ledger_counts_each_number_once(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt")
    [row] = csv.DictReader(io.StringIO(run("ledger", path, "--summary", "--format", "csv").stdout))
    numbers = list(csv.DictReader(io.StringIO(run("ledger", path, "--format", "csv").stdout)))
    figures = list(csv.DictReader(io.StringIO(run("extract", path, "--format", "csv").stdout)))
    uses = ("figure", "citation", "date", "name", "ordinal", "furniture", "unread")
    assert int(row["numbers"]) == len(numbers) == sum(int(row[use]) for use in uses)
    assert int(row["figure"]) == len(figures) > 0
    assert int(row["figures_without_group"]) == sum(not figure["beneficiary"] for figure in figures)
    assert int(row["figures_without_document"]) == sum(not figure["documents"] for figure in figures)


def test_the_ledger_of_the_own_articles_names_no_folder_of_the_machine() -> None:
    done = run("ledger", "--format", "jsonl")
    assert {json.loads(line)["file"].split("/")[0] for line in done.stdout.splitlines()} == {"seeds"}
