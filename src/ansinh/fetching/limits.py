"""How long a download may take, how large it may be, and how often one site is asked."""

from __future__ import annotations

import time
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds for connecting, for one step of reading, for the whole download; redirects; seconds between pages."""

    connect: float = 10.0
    read: float = 20.0
    whole: float = 90.0
    redirects: int = 5
    pause: float = 1.0


class Deadline:
    """The end of a download's time."""

    def __init__(self, seconds: float) -> None:
        """Start the clock."""
        self._end = time.monotonic() + seconds

    def within(self, seconds: float | None) -> float:
        """So many seconds, or as many as are left; a thousandth where none are, so that the next step gives up."""
        left = max(0.001, self._end - time.monotonic())
        return left if seconds is None else min(seconds, left)

    def put_off(self, seconds: float) -> None:
        """Add time that was not spent on downloading."""
        self._end += seconds
