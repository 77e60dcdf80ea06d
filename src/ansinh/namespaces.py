"""Every namespace and base address, written once."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

ID = "https://w3id.org/ansinh/id/"

# prefix -> namespace: the order is the order in which exports declare them
PREFIXES = {
    "ans": "https://w3id.org/ansinh/ontology#",
    "id": ID,
    "article": f"{ID}article/",
    "document": f"{ID}document/",
    "agency": f"{ID}agency/",
    "person": f"{ID}person/",
    "place": f"{ID}place/",
    "group": f"{ID}group/",
    "field": f"{ID}field/",
    "measure": f"{ID}measure/",
    "unit": f"{ID}unit/",
    "kind": f"{ID}kind/",
    "bound": f"{ID}bound/",
    "status": f"{ID}status/",
    "direction": f"{ID}direction/",
    "type": f"{ID}type/",
    "issuer": f"{ID}issuer/",
    "relation": f"{ID}relation/",
    "programme": f"{ID}programme/",
    "rule": f"{ID}rule/",
    "error-rate": f"{ID}error-rate/",
    "finding": f"{ID}finding/",
    "verdict": f"{ID}verdict/",
    "dcterms": "http://purl.org/dc/terms/",
    "dqv": "http://www.w3.org/ns/dqv#",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "qb": "http://purl.org/linked-data/cube#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

_FOLDED = str.maketrans({"Đ": "D", "đ": "d", "’": "'", "‘": "'", "“": '"', "”": '"'})

_NOT_IN_SLUG = re.compile("[^a-z0-9]+")


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """The form in which words are compared: no case, no diacritics, đ as d, one space between words."""
    if text.isascii():
        return " ".join(text.lower().split())
    decomposed = unicodedata.normalize("NFKD", text.translate(_FOLDED))
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).casefold().split())


def search_key(number: str) -> str:
    """The form in which a document's number is looked for: 35/2024/NQ-HĐND is 35/2024/nq-hdnd."""
    return fold(number).replace(" ", "")


@lru_cache(maxsize=4096)
def slug(text: str) -> str:
    """The ASCII form in which a name stands in an IRI: 35/2024/NQ-HĐND is 35-2024-nq-hdnd."""
    return _NOT_IN_SLUG.sub("-", fold(text)).strip("-")
