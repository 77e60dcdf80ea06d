"""What makes a thing the same thing: the IRIs of articles, documents, agencies and persons.

A document is known by jurisdiction, issuer, type and number; one whose number has no year starts again every year or
term, so its IRI has the date too. What the text does not identify belongs to its own article.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import PurePath

from ansinh.namespaces import ID, slug
from ansinh.recognising.citations import Mention
from ansinh.vocabulary import concepts

_YEAR_IN_NUMBER = re.compile(r"^\d+/(?:19|20)\d\d/")
_SCHEME_AND_ENDING = re.compile(r"^https?://(?:www\.)?|(?:\.s?html?|\.aspx|\.php)?(?:[?#].*)?$")
_SCHEME = re.compile(r"^https?://(?:www\.)?")
_QUERY = re.compile(r"^https?://[^/?#]+[^?#\d]*\?(?P<query>[^#]*\d[^#]*)")


def article_id(file: str, source: str | None) -> str:
    """The slug of an article: its address, else its file's name.

    Where the path of an address has no number, the number that tells its pages apart is in the query: /news?id=4711.
    """
    query = _QUERY.match(source) if source else None
    return (
        slug(" ".join((_SCHEME_AND_ENDING.sub("", source), query["query"] if query else "")))
        if source
        else slug(PurePath(file.replace("\\", "/")).stem) or "article"
    )


def same_address(one: str, other: str) -> bool:
    """Whether two addresses are one but for http or https, www, and a stroke at the end."""
    return _SCHEME.sub("", one).rstrip("/") == _SCHEME.sub("", other).rstrip("/")


def article_iri(identifier: str) -> str:
    """The IRI of an article."""
    return f"{ID}article/{identifier}"


def document_iri(mention: Mention, place: str | None, article: str) -> str:
    """The IRI of the document that a mention names."""
    numbered = slug(mention.number)
    jurisdiction = _jurisdiction(mention, place)
    if mention.number.isdigit() or jurisdiction is None:
        return "/".join((article_iri(article), "document", mention.type, numbered, *_day(mention.issued)))
    if _YEAR_IN_NUMBER.match(mention.number):
        return f"{ID}document/{jurisdiction}/{mention.type}/{numbered}"
    if mention.issued is None:
        return f"{article_iri(article)}/document/{mention.type}/{numbered}"
    return f"{ID}document/{jurisdiction}/{mention.type}/{numbered}/{mention.issued.isoformat()}"


def _day(day: date | None) -> tuple[str, ...]:
    return (day.isoformat(),) if day else ()


def _jurisdiction(mention: Mention, place: str | None) -> str | None:
    """The segment that stands for the issuer: "vn", or the province; a district's documents need its name, so: none."""
    level = concepts("issuer")[mention.issuer].link("jurisdiction") if mention.issuer else None
    if level == "national":
        return "vn"
    if level == "local":
        return None
    return slug(place) if place else None


def agency_iri(concept: str | None, name: str, place: str | None) -> str:
    """The IRI of an agency: a national body has its own, a provincial one stands under its province."""
    if concept is not None:
        entry = concepts("agency")[concept]
        if entry.link("level") != "provincial":
            return entry.iri
    return f"{ID}agency/{slug(place or 'vn')}/{concept or slug(name)}"


def person_iri(name: str, place: str | None) -> str:
    """The IRI of the holder of an office."""
    return f"{ID}person/{slug(place or 'vn')}/{slug(name)}"
