"""Addresses of the web in one form, and the ones that are never asked for."""

from __future__ import annotations

import re
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import quote, urljoin, urlsplit

from ansinh.errors import FetchError

_PORTS = {"http": 80, "https": 443}
_ODD = re.compile(r"[\x00-\x20\x7f-\x9f\\]")
_PATH, _QUERY = "/%:@!$&'()*+,;=~-._", "/?%:@!$&'()*+,;=~-._[]"
# parameters that say where a reader comes from and not which page is meant
_TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|zarsrc)(?:=|$)", re.IGNORECASE)
_TRANSLATED = IPv6Network("64:ff9b::/96")
_LONGEST, _SHOWN = 2_000, 200


def is_address(source: str) -> bool:
    """Whether a source is an address of the web and not a file."""
    return source.lower().startswith(("http://", "https://"))


def canonical(address: str) -> str:
    """The address in one form, without fragment and tracking. FetchError where it cannot or may not be asked for."""
    if _ODD.search(address) or len(address) > _LONGEST:
        raise FetchError(f"{address[:_SHOWN]!r}: not an address; copy it from the browser once more")
    try:
        parts = urlsplit(address)
        host, port = _host(parts.hostname or ""), parts.port
    except ValueError as error:
        raise FetchError(f"{address[:_SHOWN]!r}: not an address ({error})") from error
    if parts.scheme not in _PORTS:
        raise FetchError(f"{address[:_SHOWN]!r}: only http and https are fetched; save the page and name the file")
    if not host:
        raise FetchError(f"{address[:_SHOWN]!r}: an address without a host; copy it from the browser once more")
    if parts.username is not None or parts.password is not None:
        raise FetchError(f"{parts.scheme}://…@{host}: an address with a password is not fetched; save the page")
    place = host if port in (None, _PORTS[parts.scheme]) else f"{host}:{port}"
    kept = "&".join(part for part in parts.query.split("&") if part and not _TRACKING.match(part))
    query = f"?{quote(kept, safe=_QUERY)}" if kept else ""
    return f"{parts.scheme}://{place}{quote(parts.path or '/', safe=_PATH)}{query}"


def led_to(address: str, location: str) -> str:
    """The address that a redirect leads to."""
    try:
        return canonical(urljoin(address, location.strip()))
    except ValueError as error:
        raise FetchError(f"{address}: leads to {location[:_SHOWN]!r}, which is not an address") from error


def host_of(address: str) -> str:
    """The host of a canonical address, without its port."""
    return urlsplit(address).hostname or ""


def site_of(address: str) -> str:
    """Scheme, host and port of a canonical address."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def is_public(printed: str) -> bool:
    """Whether a numeric address belongs to the open internet, also where it wraps another one.

    Private, loopback, link-local, multicast and reserved ranges do not.
    """
    number = ip_address(printed.partition("%")[0])
    if number.is_multicast or not number.is_global:
        return False
    wrapped = _wrapped(number) if isinstance(number, IPv6Address) else None
    return wrapped is None or (wrapped.is_global and not wrapped.is_multicast)


def _wrapped(number: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 one stands for: mapped, 6to4, Teredo, NAT64."""
    if number in _TRANSLATED:
        return IPv4Address(int(number) & 0xFFFFFFFF)
    return number.ipv4_mapped or number.sixtofour or (number.teredo[1] if number.teredo else None)


def _host(printed: str) -> str:
    if ":" in printed:
        return f"[{printed}]"
    return printed.encode("idna").decode("ascii").lower() if printed else ""
