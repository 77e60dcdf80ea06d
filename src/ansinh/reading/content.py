"""What a reader of files hands on: the text, and what the file tells of the article beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Content:
    """The text of an article, and what its file tells of it; None where it tells nothing.

    The article begins at `start`, behind the front matter. `around` is the text that stands round the article on its
    page: it is searched for the publisher and kept nowhere.
    """

    text: str
    start: int = 0
    title: str | None = None
    publisher: str | None = None
    issued: date | None = None
    language: str | None = None
    source: str | None = None
    around: str = ""
