"""A file that is written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from ansinh.errors import StoreError


@contextmanager
def written_whole(path: str | Path, option: str = "-o") -> Iterator[IO[bytes]]:
    """A stream to write to beside the file, put in its place at the end; on any error the file stays as it was.

    Raises StoreError when the path is a folder or cannot be written; `option` is how a user names another one.
    """
    target = Path(path)
    if target.is_dir():
        raise StoreError(f"{target} is a folder; name a file with {option}")
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    except OSError as error:
        raise StoreError(f"{target}: cannot be written ({error.strerror}); name another file with {option}") from error
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            yield out
        beside.chmod(target.stat().st_mode if target.exists() else 0o644)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
