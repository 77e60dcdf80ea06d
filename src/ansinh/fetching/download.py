"""A page from its address: redirects followed and checked one by one, rules of the site obeyed, no page in a hurry."""

from __future__ import annotations

import time
from dataclasses import dataclass

from ansinh.errors import FetchError, UnreachableError
from ansinh.fetching.addresses import host_of, led_to
from ansinh.fetching.limits import Deadline, Limits
from ansinh.fetching.robots import MOST_BYTES, Robots
from ansinh.fetching.snapshots import Snapshot
from ansinh.fetching.transport import Answer, Transport

_REDIRECTS = (301, 302, 303, 307, 308)
_GONE = (404, 410)
_LATER = (429, 503)
_OK, _UNCHANGED, _FAULT = 200, 304, 500


@dataclass(frozen=True, slots=True)
class Download:
    """What came: the address that it came from, its bytes (None: as before), its type, and marks for the next time."""

    reached: str
    data: bytes | None
    content_type: str | None
    etag: str | None
    last_modified: str | None


class Downloader:
    """Fetches the pages of one call, one after the other."""

    def __init__(self, limits: Limits, allowed: frozenset[str]) -> None:
        """Ask nobody yet; `allowed` names the hosts that may lie in a private network."""
        self._limits = limits
        self._transport = Transport(limits, allowed)
        self._robots = Robots(self._rules)
        self._asked: dict[str, float] = {}

    def get(self, address: str, known: Snapshot | None, most: int) -> Download:
        """The page of a canonical address; only if it is another one than the snapshot that is known.

        Raises FetchError where it may not be had, UnreachableError where it cannot be had this time.
        """
        here = address
        deadline = Deadline(self._limits.whole)
        for _ in range(self._limits.redirects + 1):
            deadline.put_off(self._wait(here, max(self._limits.pause, self._robots.check(here))))
            answer = self._transport.get(here, _conditions(here, known), deadline, most)
            if answer.status not in _REDIRECTS or "location" not in answer.headers:
                return _download(here, answer)
            here = led_to(here, answer.headers["location"])
        raise FetchError(f"{address}: leads on more than {self._limits.redirects} times; give the address of its end")

    def _rules(self, address: str) -> Answer:
        return self._transport.get(address, {}, Deadline(self._limits.whole), MOST_BYTES)

    def _wait(self, address: str, pause: float) -> float:
        """Leave a site its time between two pages; the seconds that were waited."""
        host = host_of(address)
        waited = max(0.0, self._asked[host] + pause - time.monotonic()) if host in self._asked else 0.0
        time.sleep(waited)
        self._asked[host] = time.monotonic()
        return waited


def _conditions(address: str, known: Snapshot | None) -> dict[str, str]:
    """The headers that ask only for what is new, as the server marked what is known."""
    if known is None or known.reached != address:
        return {}
    marks = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {name: mark for name, mark in marks.items() if mark}


def _download(address: str, answer: Answer) -> Download:
    headers = answer.headers
    if answer.status in (_OK, _UNCHANGED):
        data = answer.body if answer.status == _OK else None
        return Download(address, data, *map(headers.get, ("content-type", "etag", "last-modified")))
    if answer.status in _GONE:
        raise FetchError(f"{address}: there is no page any more (status {answer.status}); look for its new address")
    if answer.status in _LATER:
        told = f", after {_seconds(headers['retry-after'])}" if headers.get("retry-after") else ""
        raise UnreachableError(f"{address}: the site is busy (status {answer.status}); try again later{told}")
    if answer.status >= _FAULT:
        raise UnreachableError(f"{address}: a fault of the site (status {answer.status}); try again later")
    raise FetchError(f"{address}: the site does not give the page (status {answer.status}); save it in a browser")


def _seconds(told: str) -> str:
    shown = " ".join(told.split())[:40]
    return f"{shown} seconds" if shown.isdigit() else shown
