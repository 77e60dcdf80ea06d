"""Article files from disk: which ones, and their bytes within limits."""

from __future__ import annotations

from pathlib import Path

from ansinh.errors import ArticleError
from ansinh.model import Original

MAX_BYTES = 10_000_000


def read_file(path: str | Path, max_bytes: int = MAX_BYTES) -> bytes:
    """The bytes of an article's file. ArticleError when it is missing, a folder, too large or cannot be read."""
    place = Path(path)
    try:
        if place.is_dir():
            raise ArticleError(f"{path}: this is a folder; name its files, as in {path}/*.txt")
        size = place.stat().st_size
        if size > max_bytes:
            raise ArticleError(
                f"{path}: {size / 1e6:.1f} MB is more than the limit of {max_bytes / 1e6:.1f} MB for one article;"
                " split it, or raise the limit with --max-bytes"
            )
        return place.read_bytes()
    except FileNotFoundError:
        raise ArticleError(f"{path}: there is no such file") from None
    except OSError as error:
        raise ArticleError(f"{path}: cannot be read ({error.strerror})") from error
    except ValueError as error:
        raise ArticleError(f"{path!r}: not a path ({error})") from error


def read_original(path: str | Path, max_bytes: int = MAX_BYTES) -> Original:
    """The same, as something of which nothing but its bytes is known."""
    return Original(read_file(path, max_bytes))
