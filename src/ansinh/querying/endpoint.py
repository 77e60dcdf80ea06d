"""The one door to SPARQLWrapper: SPARQL endpoints of other engines that hold an exported graph.

SPARQLWrapper makes the requests. They leave through an opener of our own, since the library's follows a redirection
with the password: this one follows none, and gives a password only to who asks for it, and not in the clear.
"""

from __future__ import annotations

import os
import urllib.request
from dataclasses import dataclass
from functools import cache
from http.client import HTTPException, HTTPResponse
from typing import Any, Literal
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

import pyoxigraph as ox

from ansinh.errors import QueryError

USER, PASSWORD, TOKEN = "ANSINH_ENDPOINT_USER", "ANSINH_ENDPOINT_PASSWORD", "ANSINH_ENDPOINT_TOKEN"
Form = Literal["rows", "truth", "triples"]
EndpointAnswer = ox.QuerySolutions | ox.QueryBoolean | list[ox.Triple]

_TIMEOUT = 300  # seconds without a byte
_SHOWN = 200  # characters of what a server says
_ACCEPTED = {
    "rows": "application/sparql-results+json",
    "truth": "application/sparql-results+json",
    "triples": "application/n-triples, text/turtle;q=0.9, application/rdf+xml;q=0.8",
}
_FORMS = {"rows": "SELECT", "truth": "ASK", "triples": "CONSTRUCT"}
_LOOPBACK = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A SPARQL 1.1 endpoint, by its address; whatever stands behind its `?` is sent along."""

    address: str

    def ask(self, query: str, form: Form) -> EndpointAnswer:
        """What the server answers to a query of a form.

        Raises QueryError when the server cannot be reached, refuses, answers something else, or not the whole of it.
        """
        client = _client(self.address)
        # its own look at the form of a query is a guess, which could send it as an update
        client.queryString, client.queryType = query, _FORMS[form]
        client.addCustomHttpHeader("Accept", _ACCEPTED[form])
        try:
            with client.query().response as response:
                return _read(response, form)
        except (OSError, HTTPException, ValueError, SyntaxError) as error:
            raise QueryError(f"{self.address}: {_told(error)}") from error


def endpoint(address: str) -> Endpoint:
    """The endpoint of an address; QueryError where it is none, or has a password in it."""
    try:
        parts = urlsplit(address)
        sound = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        sound = False
    if not sound or not address.isprintable() or " " in address:
        raise QueryError(f"{address!r} is not the address of a server")
    if parts.username is not None or parts.password is not None:
        raise QueryError(f"keep user and password out of the address of {parts.hostname}: set {USER} and {PASSWORD}")
    return Endpoint(parts._replace(fragment="").geturl())


def _read(response: HTTPResponse, form: Form) -> EndpointAnswer:
    most = response.headers.get("X-SPARQL-MaxRows")  # of Virtuoso, where it has left rows out
    if most:
        raise ValueError(f"the server cuts answers at {most} rows: raise its limit or ask for less")
    kind = response.headers.get("Content-Type", "nothing")
    results, syntax = ox.QueryResultsFormat.from_media_type(kind), ox.RdfFormat.from_media_type(kind)
    # whole before the first row is given: a server that stops in the middle has not answered
    whole = response.read()
    if form == "triples" and syntax is not None:
        return [quad.triple for quad in ox.parse(whole, format=syntax)]
    if form == "triples" or results is None:
        raise ValueError(f"the server answers {kind}, nothing that SPARQL gives: is this the address of an endpoint?")
    found = ox.parse_query_results(whole, format=results)
    if isinstance(found, ox.QueryBoolean) is not (form == "truth"):
        raise ValueError("the server answers another form of query")
    return found


def _told(error: Exception) -> str:
    """What went wrong, and what to do."""
    if isinstance(error, HTTPError):
        with error:
            return _refused(error)
    if isinstance(error, URLError | ConnectionError | TimeoutError):
        return f"the server cannot be reached: {getattr(error, 'reason', error)}"
    if isinstance(error, HTTPException | SyntaxError):
        return f"the server's answer cannot be read: {error}"
    return str(error)


def _refused(error: HTTPError) -> str:
    where = error.headers.get("Location")
    if where:
        return f"the server sends elsewhere ({error.code}): name that address, {where[:_SHOWN]!r}"
    if error.code in (401, 403):
        return f"the server {_unauthorised(error.code)}"
    text = error.headers.get_content_type() == "text/plain"
    said = " ".join(error.read(4 * _SHOWN).decode("utf-8", "replace").split())[:_SHOWN] if text else ""
    return f"the server refuses ({error.code}): {said or error.reason}"


def _unauthorised(code: int) -> str:
    if os.environ.get(USER) or os.environ.get(TOKEN):
        return f"does not accept {USER} or {TOKEN} ({code}); over http only the digest of a password is sent"
    return f"wants to know who asks ({code}): set {USER} and {PASSWORD}, or {TOKEN}"


class _NoRedirection(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        """Follow none: an answer from elsewhere is an error of its own."""


def _opener(address: str) -> urllib.request.OpenerDirector:
    handlers: list[urllib.request.BaseHandler] = [_NoRedirection()]
    user, token = os.environ.get(USER), os.environ.get(TOKEN)
    if user:
        passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
        passwords.add_password(None, address, user, os.environ.get(PASSWORD, ""))
        handlers.append(urllib.request.HTTPDigestAuthHandler(passwords))
        if _is_private(address):
            handlers.append(urllib.request.HTTPBasicAuthHandler(passwords))
    opener = urllib.request.build_opener(*handlers)
    if token and _is_private(address):
        opener.addheaders.append(("Authorization", f"Bearer {token}"))
    return opener


def _is_private(address: str) -> bool:
    """Whether nobody on the way can read what is sent."""
    parts = urlsplit(address)
    return parts.scheme.lower() == "https" or parts.hostname in _LOOPBACK


def _client(address: str) -> Any:
    client = _client_class()(address)
    client.opener = _opener(address)
    client.setMethod("POST")
    client.setOnlyConneg(True)
    return client


@cache
def _client_class() -> type[Any]:
    from SPARQLWrapper import SPARQLWrapper

    class Client(SPARQLWrapper):
        """A client that sends its requests through the opener that it is given, and raises what the opener raises."""

        opener: urllib.request.OpenerDirector

        def _query(self) -> tuple[Any, str]:
            return self.opener.open(self._createRequest(), timeout=_TIMEOUT), self.returnFormat

    return Client
