"""The code blocks of a page, run for what they print: what a page shows is what a reader gets.

A fence opens with its language and, where it matters, a word behind it:

    console         lines that begin with `$ ` are commands, the lines below each are what it prints; all succeed
    console fails   the same, but every command is refused
    bash            commands that must succeed; what they print is not shown
    python          a script of its own
    text output     what the script above it prints
    LANG file=NAME  a file that the reader saves under this name

Commands and scripts of a page are run one after the other in one empty folder. A fence behind the line
`<!-- not run -->` is left as it is.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent

_FENCE = re.compile(r"^```(?P<kind>[^\n`]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_NOT_RUN = "<!-- not run -->\n"
_PROMPT = "$ "
# `make run` as it stands in the Makefile, but with the environment and the folder that the test has
_MAKE = f"make --no-print-directory -f '{ROOT}/Makefile' -o .venv/.run BIN='{BIN}' run"


@dataclass(slots=True)
class Reader:
    """Somebody who follows a page: an empty folder, and what the last script printed."""

    folder: Path
    printed: str = ""
    environment: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Start in a plain environment: no settings of the one that runs the tests, not even make's."""
        self.environment = {
            "HOME": str(self.folder),
            "LC_ALL": "C",
            "PATH": os.pathsep.join((str(BIN), os.environ.get("PATH", os.defpath))),
            # at a terminal the two streams come in the order in which they are written
            "PYTHONUNBUFFERED": "1",
            "PYTHONUTF8": "1",
        }

    def run(self, command: list[str], *, fails: bool = False) -> str:
        """What a command prints on both streams; AssertionError when it fails, or does not though it should."""
        done = subprocess.run(
            command,
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        assert bool(done.returncode) is fails, f"{command[-1]}: exit code {done.returncode}\n{done.stdout}"
        return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())

    def shell(self, command: str, *, fails: bool = False) -> str:
        """What a line of shell prints."""
        made = command.replace("make run", _MAKE) if command == "make run" else command
        return self.run(["bash", "-c", made], fails=fails).replace(str(BIN), ".venv/bin")


def rendered(page: str, reader: Reader) -> str:
    """The page with all that its blocks print now; the same page where it already shows that."""
    parts, end = [], 0
    for match in _FENCE.finditer(page):
        before = page[end : match.start()]
        run = not before.endswith(_NOT_RUN)
        body = _body(match["kind"], match["body"], reader) if run else match["body"]
        parts += [before, f"```{match['kind']}\n{body}```"]
        end = match.end()
    return "".join((*parts, page[end:]))


def kinds(page: str) -> list[tuple[str, bool]]:
    """The fences of a page, each with whether it is run."""
    return [(match["kind"], not page[: match.start()].endswith(_NOT_RUN)) for match in _FENCE.finditer(page)]


def _body(kind: str, body: str, reader: Reader) -> str:
    language, _, rest = kind.partition(" ")
    if language == "console":
        return "".join(_console(body, reader, fails=rest == "fails"))
    if rest.startswith("file="):
        (reader.folder / rest.removeprefix("file=")).write_text(body, encoding="utf-8")
    elif language == "bash":
        reader.shell(f"set -e\n{body}")
    elif language == "python":
        reader.printed = reader.run([sys.executable, "-c", body])
    elif kind == "text output":
        return reader.printed
    return body


def _console(body: str, reader: Reader, *, fails: bool) -> Iterator[str]:
    lines = iter(body.splitlines())
    for line in lines:
        if not line.startswith(_PROMPT):
            continue
        command = line.removeprefix(_PROMPT)
        yield f"{line}\n"
        while command.endswith("\\"):
            more = next(lines)
            command += f"\n{more}"
            yield f"{more}\n"
        yield reader.shell(command, fails=fails)
