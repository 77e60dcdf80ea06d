"""The file in which decisions are kept: beside the store's folder, so that building afresh does not lose them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import filelock

from ansinh.errors import ReviewError
from ansinh.graph.whole_file import written_whole
from ansinh.reviewing.decision import Decision
from ansinh.reviewing.log import read_log, write_log

_PATIENCE = 30  # seconds that another one may take to add its decisions


def beside(store: str | Path) -> Path:
    """Where the decisions on the figures of a store are kept, if nothing else is said: ansinh-store-decisions.csv."""
    folder = Path(store)
    named = folder if folder.name not in ("", "..") else folder.resolve()
    return named.with_name(f"{named.name}-decisions.csv")


def decided(path: str | Path | None, store: str | Path) -> list[Decision]:
    """The decisions of a file, in its order; of the one beside the store where none is named, if it is there.

    Raises ReviewError for a file that is named and is not there, or has a row that is not as it should be.
    """
    if path is not None and not Path(path).exists():
        raise ReviewError(f"{path}: there is no such file of decisions; `ansinh review` makes it, or leave it out")
    return load(path if path is not None else beside(store))


def load(path: str | Path) -> list[Decision]:
    """The decisions of a file, none where there is no file. ReviewError names file and line of what is wrong."""
    try:
        return read_log(str(path), Path(path).read_bytes().decode())
    except FileNotFoundError:
        return []
    except UnicodeDecodeError as error:
        raise ReviewError(f"{path}: not UTF-8 at byte {error.start}; save it as CSV in UTF-8") from error
    except OSError as error:
        raise ReviewError(f"{path}: the decisions cannot be read ({error.strerror})") from error


def extend(path: str | Path, more: Callable[[Sequence[Decision]], Sequence[Decision]]) -> list[Decision]:
    """Put decisions behind those of a file, and give them back; `more` makes them of what the file has by then.

    Two people who decide at once wait for each other. The file is written whole or stays as it was.
    """
    target = Path(path)
    try:
        with filelock.FileLock(target.with_name(f".{target.name}.lock"), timeout=_PATIENCE):
            log = load(target)
            new = list(more(log))
            if new:
                with written_whole(target, "--decisions") as out:
                    out.write(write_log([*log, *new]).encode())
            return new
    except filelock.Timeout:
        raise ReviewError(f"{target}: someone else has been writing to it for {_PATIENCE} s; try again") from None
    except OSError as error:
        raise ReviewError(f"{target}: the decisions cannot be written ({error.strerror})") from error
