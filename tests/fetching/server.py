"""A real HTTP server on loopback that behaves as badly as servers do: each path is one kind of trouble."""

from __future__ import annotations

import gzip
import ssl
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

PAGE = """<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8">
<title>Health cards in Quang Ninh - Quang Ninh Gazette</title>
<meta property="og:title" content="Health cards in Quang Ninh">
<meta property="og:site_name" content="Quang Ninh Gazette">
<meta property="article:published_time" content="2025-06-02T08:00:00+07:00"></head>
<body><div class="menu"><a href="/">Home</a> <a href="/a">Society</a></div><article>
<h1>Health cards in Quang Ninh</h1>
<p>As of May 31, 2025, Quang Ninh province has issued health insurance cards to {people} people in poor households
under Resolution No. 7/2025/NQ-HDND of the Provincial People's Council.</p>
<p>The cards are handed out by the communes, which have gone through their lists once more in the spring.</p>
<p>{more}</p></article><div class="footer">Quang Ninh Gazette</div></body></html>"""
_MORE = "In Ha Long city the offices were open on Saturdays, so that nobody had to miss a day of work for a card."


@cache
def bomb() -> bytes:
    """Some hundred kilobytes of gzip that unpack to two hundred megabytes."""
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    return b"".join(packer.compress(b"a" * 1_000_000) for _ in range(200)) + packer.flush()


def page(people: str = "1,200", more: str = _MORE) -> str:
    """The page of a short article."""
    return PAGE.replace("{people}", people).replace("{more}", more)


@dataclass(slots=True)
class Site:
    """What the server gives: pages by path (body and headers), its robots.txt, and what it was asked for."""

    pages: dict[str, tuple[bytes, dict[str, str]]] = field(default_factory=dict)
    robots: tuple[int, bytes] = (404, b"")
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    port: int = 0

    def address(self, path: str, host: str = "localhost") -> str:
        """The address of a path."""
        return f"http://{host}:{self.port}{path}"

    def put(self, path: str, body: str | bytes, **headers: str) -> None:
        """Let a path give a page."""
        told = {"Content-Type": "text/html", **{name.replace("_", "-"): value for name, value in headers.items()}}
        self.pages[path] = (body.encode() if isinstance(body, str) else body, told)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, site: Site) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.site = site

    def handle_error(self, *_: Any) -> None:
        """Be silent on those who hang up."""


@contextmanager
def served(context: ssl.SSLContext | None = None) -> Iterator[Site]:
    """A site that is served until the block ends, with TLS where a context is given."""
    site = Site()
    server = _Server(site)
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    site.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: Any) -> None:
        pass

    def do_GET(self) -> None:
        self.server.site.asked.append((self.path, {key.lower(): value for key, value in self.headers.items()}))
        self.close_connection = True
        with suppress(OSError):
            getattr(self, f"give_{self.path.strip('/').replace('.', '_').replace('-', '_')}", self.give_page)()

    def give_page(self) -> None:
        body, headers = self.server.site.pages.get(self.path, (b"nothing", {}))
        known = self.headers.get("If-None-Match")
        status = (
            404 if self.path not in self.server.site.pages else 304 if known and known == headers.get("ETag") else 200
        )
        self.give(status, b"" if status == 304 else body, headers)

    def give(self, status: int, body: bytes = b"", headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def give_robots_txt(self) -> None:
        self.give(*self.server.site.robots)

    def give_slow_body(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "100000")
        self.end_headers()
        self.drip(b"x")

    def give_slow_head(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        self.drip(b"y")

    def drip(self, byte: bytes) -> None:
        for _ in range(1000):
            self.wfile.write(byte)
            self.wfile.flush()
            time.sleep(0.02)

    def give_huge(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(10_000):
            self.wfile.write(b"<p>more</p>" * 1000)

    def give_bomb(self) -> None:
        self.give(200, bomb(), {"Content-Encoding": "gzip"})

    def give_gzip(self) -> None:
        self.give(200, gzip.compress(page().encode()), {"Content-Encoding": "gzip", "Content-Type": "text/html"})

    def give_gzip_members(self) -> None:
        half = page().encode()
        packed = gzip.compress(half[:400]) + gzip.compress(half[400:])
        self.give(200, packed, {"Content-Encoding": "gzip", "Content-Type": "text/html"})

    def give_gzip_cut(self) -> None:
        self.give(200, gzip.compress(page().encode())[:-20], {"Content-Encoding": "gzip"})

    def give_gzip_not(self) -> None:
        self.give(200, page().encode(), {"Content-Encoding": "gzip"})

    def give_brotli(self) -> None:
        self.give(200, b"\x0b\x02\x80abc\x03", {"Content-Encoding": "br"})

    def give_cut(self) -> None:
        self.give(200, page().encode()[:500], {"Content-Length": "5000"})

    def give_garbage(self) -> None:
        self.wfile.write(b"\x00\xff\x13 this is no answer\r\n\r\n" * 50)

    def give_endless_head(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(100_000):
            self.wfile.write(b"X-%d: %s\r\n" % (number, b"z" * 200))

    def give_silent(self) -> None:
        pass

    def give_loop(self) -> None:
        self.give(302, headers={"Location": "/loop"})

    def give_moved(self) -> None:
        self.give(301, headers={"Location": "/tin/the-bao-hiem-123.html"})

    def give_to_private(self) -> None:
        self.give(302, headers={"Location": f"http://127.0.0.1:{self.server.site.port}/tin/the-bao-hiem-123.html"})

    def give_to_metadata(self) -> None:
        self.give(302, headers={"Location": "http://169.254.169.254/latest/meta-data/"})

    def give_to_file(self) -> None:
        self.give(302, headers={"Location": "file:///etc/passwd"})

    def give_to_password(self) -> None:
        self.give(302, headers={"Location": f"http://user:secret@localhost:{self.server.site.port}/"})

    def give_to_nonsense(self) -> None:
        self.give(302, headers={"Location": "http://[::1/"})

    def give_busy(self) -> None:
        self.give(503, headers={"Retry-After": "120"})

    def give_often(self) -> None:
        self.give(429, headers={"Retry-After": "Mon, 23 Nov 2026 08:00:00 GMT"})

    def give_fault(self) -> None:
        self.give(500)

    def give_forbidden(self) -> None:
        self.give(403)
