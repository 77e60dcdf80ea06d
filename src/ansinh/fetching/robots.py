"""The one door to protego: what the robots.txt of a site allows.

A site without one allows everything (RFC 9309: answers 400 to 499). One whose robots.txt cannot be had is not asked.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ansinh.errors import FetchError, UnreachableError
from ansinh.fetching.addresses import host_of, led_to, site_of

if TYPE_CHECKING:
    from protego import Protego

    from ansinh.fetching.transport import Answer

MOST_BYTES = 1_000_000
_NAME = "ansinh"
_LONGEST_DELAY = 30.0
_REDIRECTS = 5


class Robots:
    """The rules of the sites of one call, each asked for once."""

    def __init__(self, get: Callable[[str], Answer]) -> None:
        """Ask for rules with this function."""
        self._get = get
        self._rules: dict[str, Protego] = {}

    def check(self, address: str) -> float:
        """The seconds that the site wants between two pages.

        Raises FetchError where it forbids the page, UnreachableError where its rules cannot be had.
        """
        site = site_of(address)
        if site not in self._rules:
            self._rules[site] = self._asked(site)
        rules = self._rules[site]
        if not rules.can_fetch(address, _NAME):
            raise FetchError(
                f"{address}: the robots.txt of {host_of(address)} forbids it; save the page and name the file"
            )
        return min(float(rules.crawl_delay(_NAME) or 0.0), _LONGEST_DELAY)

    def _asked(self, site: str) -> Protego:
        from protego import Protego

        address = f"{site}/robots.txt"
        for _ in range(_REDIRECTS + 1):
            answer = self._get(address)
            if not 300 <= answer.status < 400 or "location" not in answer.headers:
                break
            address = led_to(address, answer.headers["location"])
        if answer.status >= 500:
            raise UnreachableError(f"{site}: its robots.txt cannot be had (status {answer.status}); try again later")
        return Protego.parse(answer.body.decode("utf-8", "replace"))
