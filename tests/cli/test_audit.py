"""`ansinh audit`: of a store and of files, for a person and for programs."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

import ansinh
from tests.cli.test_commands import assert_one_line, run

SLIP = """News from Son La
In 2024, the province sent 170 workers abroad (Japan 99, Taiwan 41, Korea 29), equal to 85% of the plan of 200 workers.
"""


@pytest.fixture
def slip(tmp_path: Path) -> Path:
    path = tmp_path / "slip.txt"
    path.write_text(SLIP, encoding="utf-8")
    return path


def test_a_store_is_audited_when_it_is_built(slip: Path, tmp_path: Path) -> None:
    built = run("build", slip, store=tmp_path / "store")
    assert "0 warnings; 1 off (see ansinh audit)" in built.stderr
    done = run("audit", store=tmp_path / "store")
    assert (done.returncode, done.stderr) == (0, "ansinh: 1 off, 1 hold, 0 cannot be checked\n")
    assert done.stdout.splitlines()[:2] == [
        "article/slip",
        "  off  parts: 99 + 41 + 29 = 169, but printed as 170: off by 1",
    ]
    assert "“In 2024, the province sent 170 workers abroad" in done.stdout


def test_files_are_audited_without_a_store(slip: Path, tmp_path: Path) -> None:
    done = run("audit", slip, "--verdict", "all", "--format", "csv", cwd=tmp_path)
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [(row["verdict"], row["kind"], row["printed"]) for row in rows] == [
        ("off", "parts", "170"),
        ("holds", "plan", "85"),
    ]
    assert [path.name for path in tmp_path.iterdir()] == ["slip.txt"]


def test_only_one_kind_or_verdict(slip: Path, tmp_path: Path) -> None:
    held = run("audit", slip, "--verdict", "holds", "--format", "json", cwd=tmp_path)
    assert [row["arithmetic"] for row in json.loads(held.stdout)] == ["170 / 200 = 85%, as printed"]
    assert run("audit", slip, "--kind", "plan", cwd=tmp_path).stdout == ""
    done = run("audit", slip, "--kind", "plans", cwd=tmp_path)
    assert_one_line(done, "there is no kind of finding 'plans'; there are average, base, change, ")


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_audited(slip: Path, tmp_path: Path) -> None:
    done = run("audit", tmp_path / "none.txt", slip, cwd=tmp_path)
    assert done.returncode == 2
    assert "none.txt: there is no such file" in done.stderr
    assert "off by 1" in done.stdout
    assert_one_line(run("audit", store=tmp_path / "nowhere"), "there is no store here")


def test_in_python(slip: Path, tmp_path: Path) -> None:
    ansinh.build([slip], tmp_path / "store")
    [off] = [row for row in ansinh.audit(tmp_path / "store") if row["verdict"] == "off"]
    assert (off["kind"], off["off_by"], off["place"]) == ("parts", 1, "Son La")
    with pytest.raises(ansinh.QueryError, match="there is no kind of finding"):
        ansinh.audit(tmp_path / "store", "plans")
