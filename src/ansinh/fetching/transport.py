"""The one door to httpcore: a single request, to an address that is checked where the connection is made.

The name of a host is looked up once, every number that it gives must be one of the open internet, and the connection
goes to that very number: a name that answers differently the second time gains nothing. Redirects are not followed
here. Time is bounded for each step and for the whole, size by what is left when compression is undone.
"""

from __future__ import annotations

import socket
import time
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

import httpcore

from ansinh.errors import FetchError, UnreachableError
from ansinh.fetching.addresses import is_public
from ansinh.fetching.limits import Deadline, Limits
from ansinh.fetching.unpacking import unpacked

USER_AGENT = f"ansinh/{version('ansinh')} (+https://w3id.org/ansinh)"
_HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": "text/html,application/xhtml+xml,text/plain,application/pdf,*/*;q=0.5",
    "Accept-Encoding": "gzip",
}
_REASON = 200  # characters of what the library says


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answers; the names of headers are in small letters, the body is there with status 200 only."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Transport:
    """Makes requests, one at a time; `allowed` names the hosts that may lie in a private network."""

    def __init__(self, limits: Limits, allowed: frozenset[str]) -> None:
        """Open nothing yet."""
        self._limits, self._allowed = limits, allowed

    def get(self, address: str, more: Mapping[str, str], deadline: Deadline, most: int) -> Answer:
        """Ask for a canonical address, and read at most so many bytes.

        Raises FetchError where it may not be asked for or is too large, UnreachableError where no sound answer comes.
        """
        backend = _Guarded(self._limits, self._allowed, deadline)
        timeouts = {"connect": self._limits.connect, "read": self._limits.read, "write": self._limits.read}
        headers: dict[str | bytes, str | bytes] = {}
        headers.update({**_HEADERS, **more})
        try:
            with (
                httpcore.ConnectionPool(network_backend=backend) as pool,
                pool.stream("GET", address, headers=headers, extensions={"timeout": timeouts}) as answer,
            ):
                told = {_text(key).lower(): _text(value) for key, value in answer.headers}
                body = b""
                if answer.status == 200:
                    body = b"".join(
                        _within(address, unpacked(answer.iter_stream(), told.get("content-encoding", "")), most)
                    )
                return Answer(answer.status, told, body)
        except httpcore.TimeoutException as error:
            raise UnreachableError(f"{address}: no whole answer in time; try again later") from error
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol, zlib.error) as error:
            reason = " ".join(str(error).split())[:_REASON] or type(error).__name__
            raise UnreachableError(f"{address}: no sound answer ({reason}); try again later") from error


def _text(header: bytes) -> str:
    return header.decode("utf-8", "replace")


def _within(address: str, pieces: Iterable[bytes], most: int) -> Iterator[bytes]:
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > most:
            raise FetchError(
                f"{address}: more than the limit of {most / 1e6:.1f} MB for one article; raise it with --max-bytes"
            )
        yield piece


class _Guarded(httpcore.NetworkBackend):
    """Makes connections, to hosts of the open internet only."""

    def __init__(self, limits: Limits, allowed: frozenset[str], deadline: Deadline) -> None:
        self._limits, self._allowed, self._deadline = limits, allowed, deadline
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to one of the numbers that the name stands for, after all of them were checked."""
        numbers = _numbers(host, port)
        if host.lower() not in self._allowed and not all(map(is_public, numbers)):
            raise FetchError(
                f"{host}: lies in a private network and is not asked; if that is meant: --allow-host {host}"
            )
        for left, number in zip(range(len(numbers) - 1, -1, -1), numbers, strict=True):
            try:
                within = self._deadline.within(self._limits.connect)
                stream = self._plain.connect_tcp(number, port, within, local_address, socket_options)
                return _Bounded(stream, self._deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if not left:
                    raise
        raise httpcore.ConnectError(f"{host} has no address")

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)


class _Bounded(httpcore.NetworkStream):
    """A connection on which every step ends when the whole time is over, however little at a time comes."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.within(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.within(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Bounded(
            self._stream.start_tls(ssl_context, server_hostname, self._deadline.within(timeout)), self._deadline
        )

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _numbers(host: str, port: int) -> list[str]:
    """The numbers that a name stands for, in the order in which they are to be tried."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise httpcore.ConnectError(f"the name {host} is not known") from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))
