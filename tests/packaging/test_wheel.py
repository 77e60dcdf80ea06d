"""The package alone, as `pip install` gives it: ontology, shapes, queries and seeds travel inside the wheel."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.packaging


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    return path


def test_the_knowledge_travels_inside(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for folder in ("ontology", "shapes", "queries", "seeds"):
        inside = {Path(name).name for name in names if name.startswith(f"ansinh/knowledge/{folder}/")}
        assert inside == {path.name for path in (ROOT / folder).iterdir()}
    assert "ansinh/py.typed" in names


def test_it_works_anywhere(wheel: Path, tmp_path: Path) -> None:
    """Without the development dependencies, away from the tree, in an environment of its own."""
    python = tmp_path / "venv" / "bin" / "python"
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "venv")], check=True)
    lock = ROOT / "requirements.lock"
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "-r", str(lock)], check=True, capture_output=True)
    subprocess.run([*pip, "--no-deps", str(wheel)], check=True, capture_output=True)
    ansinh = str(python.parent / "ansinh")
    subprocess.run([ansinh, "build"], check=True, capture_output=True, cwd=tmp_path)
    answer = subprocess.run(
        [ansinh, "query", "document-outcomes", "-p", "document=35/2024/NQ-HDND", "--format", "json"],
        check=True, capture_output=True, cwd=tmp_path,
    )  # fmt: skip
    assert [row["people"] for row in json.loads(answer.stdout)] == [359, 6065, 56128, 22380]
