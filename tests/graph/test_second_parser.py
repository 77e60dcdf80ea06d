"""The exports of the seeds' graph read by a parser that shares no code with ours: Raptor's rapper.

There are no blank nodes, so that two graphs are isomorphic when their triples are the same.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pyoxigraph as ox
import pytest

import ansinh
from ansinh.graph.export import ExportFormat
from ansinh.knowledge import folder

RAPPER = shutil.which("rapper")
pytestmark = pytest.mark.skipif(RAPPER is None, reason="needs rapper: apt-get install raptor2-utils, then make test")
# rapper's name of a format, and whether it keeps graphs
FORMATS: dict[ExportFormat, str] = {
    "turtle": "turtle",
    "n-triples": "ntriples",
    "rdf-xml": "rdfxml",
    "n-quads": "nquads",
    "trig": "trig",
}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("seeds") / "store"
    ansinh.build(sorted(folder("seeds").glob("*.txt")), place)
    return place


@pytest.mark.parametrize("form", FORMATS)
def test_rapper_reads_the_same_graph(place: Path, tmp_path: Path, form: ExportFormat) -> None:
    file = tmp_path / "export"
    ansinh.export(form, file, place)
    command = [
        str(RAPPER),
        "--quiet",
        "--input",
        FORMATS[form],
        "--output",
        "ntriples",
        str(file),
        "http://example.org/",
    ]
    printed = subprocess.run(command, check=True, capture_output=True).stdout
    back = {str(triple) for triple in ox.parse(printed, format=ox.RdfFormat.N_TRIPLES)}
    assert back == {str(quad.triple) for quad in ansinh.open_store(place)}
