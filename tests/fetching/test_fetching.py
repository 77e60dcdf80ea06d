"""Fetching against a real server that is slow, huge, broken, leading astray: one clear line each, in bounded time."""

from __future__ import annotations

import json
import shutil
import socket
import ssl
import subprocess
import time
import tracemalloc
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from ansinh.errors import FetchError, UnreachableError
from ansinh.fetching.addresses import canonical, is_public
from ansinh.fetching.limits import Limits
from ansinh.fetching.originals import FetchOptions, Originals
from tests.fetching.server import Site, bomb, page, served

LIMITS = Limits(connect=5, read=5, whole=20, pause=0)
IMPATIENT = Limits(connect=2, read=0.5, whole=1, pause=0)
NOW = datetime(2025, 6, 3, 9, 30, tzinfo=UTC)
ARTICLE = "/tin/the-bao-hiem-123.html"
MOST = 100_000


@pytest.fixture
def site() -> Iterator[Site]:
    with served() as found:
        found.put(ARTICLE, page())
        yield found


def options(**more: object) -> FetchOptions:
    return FetchOptions(**{"allowed": frozenset({"localhost"}), "limits": LIMITS, "now": lambda: NOW, **more})  # type: ignore[arg-type]


def fetch(address: str, store: Path, **more: object) -> bytes:
    return Originals(store, options(**more)).read(address, MOST).data


def test_a_page_is_fetched_politely(site: Site, tmp_path: Path) -> None:
    assert fetch(site.address(ARTICLE), tmp_path / "s") == page().encode()
    assert [path for path, _ in site.asked] == ["/robots.txt", ARTICLE]
    for _, headers in site.asked:
        assert headers["user-agent"].startswith("ansinh/")
        assert headers["user-agent"].endswith(" (+https://w3id.org/ansinh)")
        assert "cookie" not in headers


@pytest.mark.parametrize(
    ("path", "said", "kind"),
    [
        ("/slow-body", "no whole answer in time", UnreachableError),
        ("/slow-head", "no whole answer in time", UnreachableError),
        ("/silent", "no sound answer", UnreachableError),
        ("/cut", "no sound answer", UnreachableError),
        ("/garbage", "no sound answer", UnreachableError),
        ("/endless-head", "no sound answer", UnreachableError),
        ("/gzip-cut", "cut off", UnreachableError),
        ("/gzip-not", "no sound answer", UnreachableError),
        ("/brotli", "not asked for", UnreachableError),
        ("/busy", "try again later, after 120 seconds", UnreachableError),
        ("/often", "after Mon, 23 Nov 2026 08:00:00 GMT", UnreachableError),
        ("/fault", "status 500", UnreachableError),
        ("/huge", "more than the limit of 0.1 MB", FetchError),
        ("/bomb", "more than the limit of 0.1 MB", FetchError),
        ("/loop", "leads on more than 5 times", FetchError),
        ("/to-private", "127.0.0.1: lies in a private network", FetchError),
        ("/to-metadata", "169.254.169.254: lies in a private network", FetchError),
        ("/to-file", "only http and https", FetchError),
        ("/to-password", "with a password", FetchError),
        ("/to-nonsense", "not an address", FetchError),
        ("/forbidden", "status 403", FetchError),
        ("/gone", "there is no page any more", FetchError),
    ],
)
def test_trouble_is_one_line_in_bounded_time(
    site: Site, tmp_path: Path, path: str, said: str, kind: type[FetchError]
) -> None:
    bomb()
    began = time.monotonic()
    with pytest.raises(FetchError, match=said) as raised:
        fetch(site.address(path), tmp_path / "s", limits=IMPATIENT if "slow" in path else LIMITS)
    assert time.monotonic() - began < 10
    assert raised.type is kind
    assert "\n" not in str(raised.value)
    assert "secret" not in str(raised.value)
    assert not (tmp_path / "s").exists(), "nothing is kept of a page that did not come whole"


@pytest.mark.parametrize("path", ["/gzip", "/gzip-members"])
def test_a_packed_page_is_unpacked(site: Site, tmp_path: Path, path: str) -> None:
    assert fetch(site.address(path), tmp_path / "s") == page().encode()


def test_a_bomb_is_not_unpacked_in_memory(site: Site, tmp_path: Path) -> None:
    assert len(bomb()) < 1_000_000
    tracemalloc.start()
    with pytest.raises(FetchError, match="more than the limit"):
        fetch(site.address("/bomb"), tmp_path / "s")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 10_000_000


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f000001", "127.1", "0"])
def test_loopback_is_refused_by_every_name(site: Site, tmp_path: Path, host: str) -> None:
    with pytest.raises(FetchError) as raised:
        fetch(site.address(ARTICLE, host), tmp_path / "s", allowed=frozenset())
    assert site.asked == []
    assert "private network" in str(raised.value)
    assert raised.type is FetchError


def test_an_allowed_host_allows_no_other(site: Site, tmp_path: Path) -> None:
    with pytest.raises(FetchError, match="private network"):
        fetch(site.address(ARTICLE, "127.0.0.1"), tmp_path / "s")


def test_nobody_listens(tmp_path: Path) -> None:
    with served() as gone:
        address = gone.address(ARTICLE)
    with pytest.raises(UnreachableError, match="no sound answer"):
        fetch(address, tmp_path / "s")


@pytest.mark.parametrize(
    ("number", "public"),
    [
        ("8.8.8.8", True), ("2001:4860:4860::8888", True), ("64:ff9b::808:808", True),
        ("10.0.0.1", False), ("172.16.3.4", False), ("192.168.1.1", False), ("127.0.0.1", False), ("0.0.0.0", False),  # noqa: S104

        ("169.254.169.254", False), ("100.64.0.1", False), ("224.0.0.1", False), ("224.0.1.1", False),
        ("255.255.255.255", False), ("240.0.0.1", False), ("192.0.2.1", False), ("198.18.0.1", False),
        ("::", False), ("::1", False), ("fe80::1%eth0", False), ("fc00::1", False), ("ff02::1", False),
        ("ff0e::1", False), ("::ffff:127.0.0.1", False), ("::ffff:10.0.0.1", False), ("2002:7f00:1::", False),
        ("2002:a00:1::", False), ("64:ff9b::7f00:1", False), ("2001:db8::1", False),
    ],
)  # fmt: skip
def test_which_numbers_are_public(number: str, public: bool) -> None:
    assert is_public(number) is public


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("HTTP://Example.ORG", "http://example.org/"),
        ("https://example.org:443/a?b=1#c", "https://example.org/a?b=1"),
        ("https://example.org/a?utm_source=x&id=4&fbclid=y", "https://example.org/a?id=4"),
        ("https://báo.example/tin/nhà ở.html".replace(" ", "%20"), "https://xn--bo-mia.example/tin/nh%C3%A0%20%E1%BB%9F.html"),
        ("http://[2001:db8::1]:8080/x", "http://[2001:db8::1]:8080/x"),
        ("https://example.org/%C3%A0", "https://example.org/%C3%A0"),
    ],
)  # fmt: skip
def test_one_form_of_an_address(address: str, expected: str) -> None:
    assert canonical(address) == expected
    assert canonical(expected) == expected


@pytest.mark.parametrize(
    "address",
    ["ftp://example.org/", "http://", "https:///x", "http://a b/", "http://example.org:99999/", "http://a\n.org/",
     "http://[::1/", "http://user@example.org/", "http://" + "a" * 70 + ".org/",
     "http://example.org/\\..", "http://x/" + "y" * 3000],
)  # fmt: skip
def test_what_is_no_address_is_one_line(address: str) -> None:
    with pytest.raises(FetchError) as raised:
        canonical(address)
    assert "\n" not in str(raised.value)


# robots.txt


def test_robots_are_obeyed(site: Site, tmp_path: Path) -> None:
    site.robots = (200, b"User-agent: *\nDisallow: /tin/\n")
    with pytest.raises(FetchError, match=r"the robots\.txt of localhost forbids it"):
        fetch(site.address(ARTICLE), tmp_path / "s")
    assert [path for path, _ in site.asked] == ["/robots.txt"]


def test_robots_may_speak_to_us_by_name(site: Site, tmp_path: Path) -> None:
    site.robots = (200, b"User-agent: *\nDisallow: /\n\nUser-agent: ansinh\nAllow: /\n")
    assert fetch(site.address(ARTICLE), tmp_path / "s")
    site.robots = (200, b"User-agent: ansinh\nDisallow: /\n")
    with pytest.raises(FetchError, match="forbids it"):
        fetch(site.address(ARTICLE), tmp_path / "s2")


def test_robots_hold_after_a_redirect(site: Site, tmp_path: Path) -> None:
    site.robots = (200, b"User-agent: *\nDisallow: /tin/\n")
    with pytest.raises(FetchError, match="forbids it"):
        fetch(site.address("/moved"), tmp_path / "s")


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (401, True), (500, False), (503, False)])
def test_robots_that_cannot_be_had(site: Site, tmp_path: Path, status: int, allowed: bool) -> None:
    site.robots = (status, b"")
    if allowed:
        assert fetch(site.address(ARTICLE), tmp_path / "s")
    else:
        with pytest.raises(UnreachableError, match=r"robots\.txt cannot be had"):
            fetch(site.address(ARTICLE), tmp_path / "s")


def test_any_robots_are_read(site: Site, tmp_path: Path) -> None:
    site.robots = (200, bytes(range(256)) * 200)
    assert fetch(site.address(ARTICLE), tmp_path / "s")


def test_a_site_is_left_its_time(site: Site, tmp_path: Path) -> None:
    site.put("/b", page())
    site.robots = (200, b"User-agent: *\nCrawl-delay: 0.5\n")
    originals = Originals(tmp_path / "s", options())
    began = time.monotonic()
    originals.fetch([site.address(ARTICLE), site.address("/b")])
    assert 0.5 <= time.monotonic() - began < 10
    assert [path for path, _ in site.asked].count("/robots.txt") == 1


# snapshots


def test_one_snapshot_is_kept_whole(site: Site, tmp_path: Path) -> None:
    store = tmp_path / "s"
    address = site.address("/moved")
    for people in ("1,200", "1,300"):
        site.put(ARTICLE, page(people), Content_Type="text/html; charset=utf-8")
        fetch(address, store)
    account, data = sorted((store / "snapshots").iterdir(), key=lambda path: path.suffix)
    assert data.read_bytes() == page("1,300").encode()
    assert json.loads(account.read_text(encoding="utf-8")) == {
        "asked": address,
        "reached": site.address(ARTICLE),
        "captured": "2025-06-03T09:30:00+00:00",
        "sha256": sha256(data.read_bytes()).hexdigest(),
        "content_type": "text/html; charset=utf-8",
        "etag": None,
        "last_modified": None,
    }


def test_only_what_is_new_is_asked_for(site: Site, tmp_path: Path) -> None:
    site.put(ARTICLE, page(), ETag='"v1"')
    for _ in range(2):
        assert fetch(site.address(ARTICLE), tmp_path / "s") == page().encode()
    assert site.asked[-1][1]["if-none-match"] == '"v1"'
    site.put(ARTICLE, page("1,300"), ETag='"v2"')
    assert fetch(site.address(ARTICLE), tmp_path / "s") == page("1,300").encode()


def test_a_snapshot_serves_where_the_page_cannot_be_reached(tmp_path: Path) -> None:
    told: list[str] = []
    with served() as site:
        site.put(ARTICLE, page())
        address = site.address(ARTICLE)
        fetch(address, tmp_path / "s")
    assert fetch(address, tmp_path / "s", tell=told.append) == page().encode()
    [line] = told
    assert line.endswith("its snapshot of 2025-06-03T09:30:00+00:00 is read instead")
    assert fetch(address, tmp_path / "s", offline=True, tell=told.append) == page().encode()
    assert len(told) == 1


def test_no_snapshot_serves_where_a_page_is_refused(site: Site, tmp_path: Path) -> None:
    fetch(site.address(ARTICLE), tmp_path / "s")
    site.robots = (200, b"User-agent: *\nDisallow: /\n")
    with pytest.raises(FetchError, match="forbids it"):
        fetch(site.address(ARTICLE), tmp_path / "s")


def test_offline_asks_nobody(site: Site, tmp_path: Path) -> None:
    with pytest.raises(FetchError, match="no snapshot of it; run again without --offline"):
        fetch(site.address(ARTICLE), tmp_path / "s", offline=True)
    assert site.asked == []


@pytest.mark.parametrize("damage", ["{", "[]", '{"asked": 1}', "bytes", "path"])
def test_a_damaged_snapshot_is_none(site: Site, tmp_path: Path, damage: str) -> None:
    store, address = tmp_path / "s", site.address(ARTICLE)
    fetch(address, store)
    account, data = sorted((store / "snapshots").iterdir(), key=lambda path: path.suffix)
    if damage == "bytes":
        data.write_bytes(b"other")
    elif damage == "path":
        account.write_text(json.dumps({**json.loads(account.read_text()), "sha256": "../../../etc"}))
    else:
        account.write_text(damage)
    with pytest.raises(FetchError, match="no snapshot"):
        fetch(address, store, offline=True)
    assert fetch(address, store) == page().encode()


# names and certificates


def test_a_name_with_one_private_number_is_refused(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The looking up of names is all that is not real here: no name of the open internet leads to this machine."""
    asked: list[str] = []

    def both(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port)) for number in ("8.8.8.8", "127.0.0.1")]

    monkeypatch.setattr(socket, "getaddrinfo", both)
    with pytest.raises(FetchError, match=r"news\.example: lies in a private network"):
        fetch(site.address(ARTICLE, "news.example"), tmp_path / "s")
    assert asked == ["news.example"], "looked up once, so that a second answer changes nothing"
    assert site.asked == []


@pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl to make a certificate: install openssl")
def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    line = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    subprocess.run([*line, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    names: list[str | None] = []
    context.sni_callback = lambda _, name, __: names.append(name)
    with served(context) as site:
        address = site.address(ARTICLE).replace("http:", "https:")
        with pytest.raises(UnreachableError, match="CERTIFICATE_VERIFY_FAILED"):
            fetch(address, tmp_path / "s")
    assert names == ["localhost"], "the host is asked for by its name, though its number is connected to"
    assert site.asked == []
