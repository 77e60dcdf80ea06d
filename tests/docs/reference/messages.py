"""The one-line messages that users can meet, found in the source, and what to do about each."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from tests.docs.blocks import ROOT

_WORDS = re.compile(r"[a-z]{2}")
SOURCE = ROOT / "src" / "ansinh"
# calls that make a message, and what kind of message it is
_KINDS = {
    "AnsinhError": "AnsinhError",
    "ArticleError": "ArticleError",
    "StoreError": "StoreError",
    "QueryError": "QueryError",
    "KnowledgeError": "KnowledgeError",
    "ReviewError": "ReviewError",
    "UsageError": "UsageError",
    "failed.append": "ArticleError",
    "same.append": "note of a build",
}

# words of the message -> what to do; what the message says itself is not said again
ADVICE: Mapping[str, str] = {
    # articles
    "the file is empty": "Look whether the download was cut off; save the article's text again.",
    "not UTF-8 at byte": "Open the file in an editor and save it as UTF-8; older Vietnamese pages are in TCVN3 or VNI.",
    "binary data at character": "The file is no text: copy the words out of the PDF, picture or document first.",
    "this is a folder": "Name the files in it; your shell writes them out for `*.txt`.",
    "is more than the limit of": "One article is rarely larger than 100 kB: look whether the file holds many of them.",
    "there is no such file": "Look at the spelling, and at the folder that you stand in.",
    "cannot be read ({error.strerror})": "The reason in brackets is your system's: mostly the file's permissions.",
    "not a path": "A path cannot have this character; mostly a stray byte from a script.",
    "has the name or address of": "Two files of one call claim to be one article. Keep the newer, or rename one.",
    "the store has another article under this name": "Rename the file: without an address an article goes by its file.",
    # notes
    "the same bytes as": "Nothing to do: copies of an article are one article, and count once.",
    # stores
    "is a folder; name a file with -o": "Write a file name behind the folder.",
    "cannot be written": "The reason in brackets is your system's: mostly a folder that is not there, or a full disk.",
    "RDF/XML cannot hold its character": "XML has no way to write it; every other format does.",
    "is a file: name a folder for the store": "A store is a folder: choose another name for it.",
    "holds other things than a store": "A build never mixes its files with yours: name a folder of its own.",
    "the folder cannot be made": "The reason in brackets is your system's: mostly the permissions of the folder above.",
    "another build is at work": "Readers are not disturbed by a build; only a second build must wait.",
    "there is no store here": "Build one, or say with `--store` or `ANSINH_STORE` where yours is.",
    "is a file, not a store": "Name the folder, not a file in it.",
    "the store is damaged": "A store can always be built again from the articles; nothing else is in it.",
    "the store has format": "It was built by another version of ansinh: build it again from the articles.",
    # queries
    "there is no saved query": "`ansinh queries` lists them with their parameters.",
    "has no parameter": "The message lists the parameters that there are.",
    "needs the parameter": "The message shows an example; [queries](queries.md) says what it means.",
    "the parameter {parameter.name!r} must be": "The message shows an example of a value of this type.",
    "the query asks another server": "SERVICE sends a part of the query to another computer: allow it if you mean to.",
    "not a SPARQL query": "The message names line and column; the slip stands there or just before.",
    "is for CONSTRUCT and DESCRIBE": "The query gives rows: take one of the formats that the message names.",
    "is for rows; this query gives triples": "The query gives triples: take one of the formats that the message names.",
    "the query cannot be read": "Look at the spelling; the file must be text in UTF-8.",
    "must be a SELECT query": "A saved query of your own must give rows.",
    # usage
    "give a query, or -f FILE": "Quote the query for your shell, or put it into a file.",
    "-p takes NAME=VALUE": "Quote the whole of it where the value has spaces: `-p 'place=Quảng Ninh'`.",
    # reasoners
    "java is not there": "Only the OWL reasoners need Java; everything else works without.",
}


@dataclass(frozen=True, slots=True, order=True)
class Message:
    """A message as it stands in the source: what is filled in stands in braces."""

    kind: str
    text: str

    @property
    def shown(self) -> str:
        """The message with dots where something is filled in."""
        parts, depth = [], 0
        for char in self.text:
            depth += (char == "{") - (char == "}")
            if depth == 0:
                parts.append("…" if char == "}" else char)
        return "".join(parts)

    @property
    def advice(self) -> list[str]:
        """What to do; one piece of advice where all is well."""
        return [advice for words, advice in ADVICE.items() if words in self.text]


@cache
def messages() -> tuple[Message, ...]:
    """Every message of the source, by kind."""
    found = {message for path in SOURCE.rglob("*.py") for message in _in(ast.parse(path.read_text(encoding="utf-8")))}
    return tuple(sorted(found))


def _in(tree: ast.Module) -> Iterator[Message]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args:
            kind = next(
                (kind for name, kind in _KINDS.items() if f".{ast.unparse(node.func)}".endswith(f".{name}")), None
            )
            text = _text(node.args[0])
            # a message that is all filled in is another one's
            if kind and _WORDS.search(re.sub(r"\{[^}]*\}", "", text)):
                yield Message(kind, text)


def _text(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(
            str(part.value) if isinstance(part, ast.Constant) else f"{{{_filled(part)}}}" for part in node.values
        )
    return ""


def _filled(part: ast.expr) -> str:
    assert isinstance(part, ast.FormattedValue)
    return ast.unparse(part.value) + ("!r" if part.conversion == ord("r") else "")
