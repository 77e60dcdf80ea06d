"""What a shell proposes: a real bash, and what zsh and fish are told."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

import ansinh
from ansinh.knowledge import folder
from ansinh.querying.saved import saved_queries

BIN = Path(sys.executable).parent
# compopt works only while bash completes by itself
CALL = """
compopt() { :; }
eval "$(_ANSINH_COMPLETE=bash_source ansinh)"
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
_ansinh_completion ansinh
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("completing") / "store"
    ansinh.build(sorted(folder("seeds").glob("*.txt")), place)
    return place


def environment(store: Path | str, **more: str) -> dict[str, str]:
    path = os.pathsep.join((str(BIN), os.environ.get("PATH", os.defpath)))
    return {**os.environ, "PATH": path, "ANSINH_STORE": str(store), "LC_ALL": "C.UTF-8", **more}


def bash(store: Path | str, *words: str) -> list[str]:
    """What bash has to choose from; a word is what bash takes for one: it breaks at = and :."""
    line = ["bash", "--norc", "-c", CALL, "bash", "ansinh", *words]
    done = subprocess.run(line, env=environment(store), capture_output=True, text=True, check=True, timeout=60)
    assert done.stderr == ""
    return [line for line in done.stdout.splitlines() if line]


def told(shell: str, store: Path | str, *words: str) -> str:
    """What zsh or fish is told."""
    last = words[-1] if shell == "fish" else str(len(words))
    asked = {"_ANSINH_COMPLETE": f"{shell}_complete", "COMP_WORDS": " ".join(("ansinh", *words)), "COMP_CWORD": last}
    done = subprocess.run(
        [BIN / "ansinh"], env=environment(store, **asked), capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stderr == ""
    return done.stdout


@pytest.mark.parametrize(
    ("words", "proposed"),
    [
        (["quer"], ["query", "queries"]),
        (["query", "document-o"], ["document-outcomes"]),
        (["query", "document-outcomes", "-p", ""], ["document=", "place="]),
        (["query", "document-outcomes", "-p", "document", "=", "35"], ["35/2024/NQ-HDND"]),
        (["query", "document-outcomes", "-p", "document=35"], ["document=35/2024/NQ-HDND"]),
        (["query", "gaps", "-p", "place", "=", "quang"], [r"Quang\ Ninh"]),
        (["query", "gaps", "-p", "place", "=", "Quảng"], [r"Quang\ Ninh"]),
        (["query", "gaps", "-p", "place", "=", r"Quang\ n"], [r"Quang\ Ninh"]),
        (["query", "gaps", "-p", "place", "=", "vn-13"], ["VN-13"]),
        (["query", "gaps", "-p", "'place=quang"], ["place=Quang Ninh"]),
        # one parameter is left: it is clear which one
        (["query", "gaps", "-p", "place", "=", "VN-13", "-p", "gap=no-d"], ["gap=no-document"]),
        (["query", "gaps", "--values", ""], ["gap", "place"]),
        (["query", "gaps", "--format", "j"], ["json", "jsonl"]),
        (["audit", "--kind", "=", "sh"], ["share"]),
        (["review", "--rule", "chan"], ["change", "change-in-points"]),
        (["review", "--group", r"poor\ h"], [r"poor\ household"]),
        (["review", "--field", r"tin\ d"], [r"tín\ dụng\ chính\ sách"]),
        (["review", "--measure", "particip"], ["participants"]),
        (["review", "--document", "35"], ["35/2024/NQ-HDND"]),
        # nothing to choose from is no error
        (["query", "evidence", "-p", "fact", "=", "https", ":", "//w"], []),
        (["query", "no-such-query", "-p", ""], []),
        (["query", "gaps", "-p", "no-such-parameter", "=", ""], []),
    ],
    ids=" ".join,
)
def test_bash(store: Path, words: list[str], proposed: list[str]) -> None:
    assert bash(store, *words) == proposed


def test_no_more_are_proposed_than_a_person_reads(store: Path) -> None:
    assert len(bash(store, "review", "--place", "")) == 50


def test_what_is_typed_at_a_terminal_is_completed(store: Path) -> None:
    """Bash as a person has it: it breaks the words by itself, and writes the value so that it can stand there."""
    terminal, its_own = pty.openpty()
    line = ["bash", "--norc", "--noprofile", "-i"]
    with subprocess.Popen(
        line, stdin=its_own, stdout=its_own, stderr=its_own, env=environment(store, TERM="dumb"), start_new_session=True
    ) as process:
        os.close(its_own)
        os.write(terminal, b"stty cols 200; PS1='> '; eval \"$(_ANSINH_COMPLETE=bash_source ansinh)\"; echo rea''dy\n")
        _until(terminal, "ready")
        os.write(terminal, "ansinh query gaps -p place=quảng\t".encode())
        _until(terminal, "ang\\ Ninh ")
        process.kill()
    os.close(terminal)


def _until(terminal: int, words: str) -> None:
    seen = b""
    deadline = time.monotonic() + 30
    while words.encode() not in seen:
        assert time.monotonic() < deadline, seen
        if select.select([terminal], [], [], 1)[0]:
            seen += os.read(terminal, 4096)


def test_zsh_and_fish_are_told_what_a_query_answers(store: Path) -> None:
    titles = {query.name: query.title["en"] for query in saved_queries()}
    assert told("zsh", store, "query", "gap") == f"plain\ngaps\n{titles['gaps']}\n"
    assert told("fish", store, "query", "gap") == f"plain,gaps\t{titles['gaps']}\n"


def test_zsh_and_fish_are_told_values(store: Path) -> None:
    lines = told("zsh", store, "query", "gaps", "-p", "place=quang").splitlines()
    assert lines[:2] == ["plain", "place=Quang Ninh"]
    assert lines[2].startswith("Quang Ninh (")
    assert told("fish", store, "query", "gaps", "-p", "place=quang").startswith("plain,place=Quang Ninh\tQuang Ninh (")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_its_script(shell: str, tmp_path: Path) -> None:
    asked = environment(tmp_path, _ANSINH_COMPLETE=f"{shell}_source")
    done = subprocess.run([BIN / "ansinh"], env=asked, capture_output=True, text=True, check=True)
    assert f"_ANSINH_COMPLETE={shell}_complete" in done.stdout
    # a value may have commas: only the first one ends the type of a proposal
    assert shell != "fish" or "split -m 1" in done.stdout


@pytest.mark.parametrize("place", ["no-such-folder", "http://192.0.2.1/sparql"])
def test_without_a_store_at_hand_no_value_is_proposed_and_nothing_said(place: str) -> None:
    assert bash(place, "query", "gaps", "-p", "place", "=", "q") == []
    assert bash(place, "query", "gaps", "-p", "gap", "=", "no") == []
    assert bash(place, "query", "gap") == ["gaps"]


def test_a_store_that_is_none_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "CURRENT").write_text("{}", encoding="utf-8")
    assert bash(tmp_path, "query", "gaps", "-p", "place", "=", "q") == []
