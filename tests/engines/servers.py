"""Real SPARQL servers on loopback, each with a graph that `ansinh export` wrote; they end with the block."""

from __future__ import annotations

import configparser
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

from ansinh.graph.export import export_to_file
from ansinh.namespaces import ID

PASSWORD = "only-here"  # noqa: S105
MOST_ROWS = 30_000
_INI = Path("/etc/virtuoso-opensource-7/virtuoso.ini")
_PATIENCE = 60  # seconds
_GRAPH = f"{ID}graph/all"


@contextmanager
def oxigraph(store: ox.Store, place: Path, *options: str) -> Iterator[str]:
    """The address of an Oxigraph server with the graphs of a store."""
    export_to_file(store, "n-quads", place / "graph.nq")
    program, port = Path(sys.executable).with_name("oxigraph"), _free_port()
    location = ["--location", str(place / "oxigraph")]
    subprocess.run([program, "load", *location, "--file", place / "graph.nq"], check=True, capture_output=True)
    with _running([program, "serve-read-only", *location, "--bind", f"127.0.0.1:{port}", *options], place, port):
        yield f"http://127.0.0.1:{port}/query"


@contextmanager
def virtuoso(store: ox.Store, place: Path) -> Iterator[str]:
    """The address of a Virtuoso server with the triples of a store; `/sparql-auth` knows `dba` and PASSWORD."""
    export_to_file(store, "n-triples", place / "graph.nt")
    sql, port = _free_port(), _free_port()
    command = ["virtuoso-t", "-f", "+configfile", str(_configuration(place, sql, port))]
    with _running(command, place, port):
        for statement in (
            f"DB.DBA.TTLP_MT(file_to_string_output('{place / 'graph.nt'}'), '', '{_GRAPH}');",
            f"user_set_password('dba', '{PASSWORD}');",
        ):
            told = ["isql-vt", f"127.0.0.1:{sql}", "dba", "dba", "ERRORS=STDOUT", f"exec={statement}"]
            done = subprocess.run(told, check=True, capture_output=True, text=True)
            assert "Error" not in done.stdout, done.stdout
        yield f"http://127.0.0.1:{port}/sparql?default-graph-uri={_GRAPH}"


def _configuration(place: Path, sql: int, port: int) -> Path:
    """The distribution's configuration with every file in the folder, and on loopback only."""
    read = configparser.ConfigParser(inline_comment_prefixes=(";",), strict=False)
    read.optionxform = str  # type: ignore[assignment, method-assign]
    read.read(_INI)
    for section in ("Database", "TempDatabase"):
        for name, value in read[section].items():
            read[section][name] = str(place / Path(value).name) if "/" in value else value
    read["Parameters"].update({"ServerPort": f"127.0.0.1:{sql}", "DirsAllowed": str(place)})
    read["HTTPServer"].update({"ServerPort": f"127.0.0.1:{port}", "ServerRoot": str(place)})
    read["SPARQL"]["ResultSetMaxRows"] = str(MOST_ROWS)
    path = place / "virtuoso.ini"
    with path.open("w", encoding="utf-8") as out:
        read.write(out)
    return path


@contextmanager
def _running(command: Sequence[str | Path], place: Path, port: int) -> Iterator[None]:
    log = place / "server.log"
    with log.open("wb") as out, subprocess.Popen(command, cwd=place, stdout=out, stderr=out) as process:
        try:
            _wait(process, port, log)
            yield
        finally:
            process.terminate()


def _wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError(f"the server does not start: {log.read_text(errors='replace')[-2000:]}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
