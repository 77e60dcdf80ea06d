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
    "FetchError": "FetchError",
    "UnreachableError": "UnreachableError",
    "StoreError": "StoreError",
    "QueryError": "QueryError",
    "KnowledgeError": "KnowledgeError",
    "ReviewError": "ReviewError",
    "LoadError": "LoadError",
    "UsageError": "UsageError",
    "failed.append": "ArticleError",
    "same.append": "note of a build",
}

# words of the message -> what to do; what the message says itself is not said again
ADVICE: Mapping[str, str] = {
    # servers
    "keep user and password out of": "Addresses are kept in logs; see [passwords](../servers.md#passwords).",
    "is a server, which": "Only these ask servers; build or copy a store on this machine for the others.",
    "is not the address of a server": "Write it as `http://localhost:7878/query`, without spaces.",
    "the server's answer cannot be read": "Look at the address and in the server's log; a proxy may have cut it.",
    "characters; no value has over": "Give one name, number or IRI for a parameter, not a text.",
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
    # web pages and files
    "install the extra": "Plain text needs nothing more; pages, PDF and Word files do.",
    "that cannot be read ({type(error).__name__})": "The file is damaged, or means harm: copy its words.",
    "there is no article in this page": "A front page, or one that the browser fills: copy its text.",
    "characters, too many for an article": "The page holds more than an article, mostly pictures: save its text.",
    "the PDF is locked": "Print it into a new PDF where you may.",
    "pages, too many for an article": "A gazette or a yearbook: save the pages of one article.",
    "the PDF takes too long to draw": "It is a map or a drawing, or means harm: copy its words.",
    "the PDF has no text": "It is a scan: recognise its text with an OCR program first.",
    "a damaged archive": "Look whether the download was cut off.",
    "an archive, but no Word document": "Save it as .docx or as text; spreadsheets and .odt are not read.",
    "the document is too large when unpacked": "No honest article is that large: look where the file comes from.",
    "the document has too much text": "Save the article by itself.",
    "the document has no text": "Its words may be in a picture or a text box: copy them out.",
    "an old Word or Excel file": "Open it in an office program and save it as .docx.",
    "the date of the front matter": "Write 2025-06-18, or 18/06/2025.",
    "the language of the front matter": "Leave the line out to have the language told from the text.",
    "the source of the front matter": "Write the address of the page, or leave the line out.",
    # addresses
    "not an address": "Look at the spelling, and quote it for your shell.",
    "an address without a host": "Look at the spelling, and quote it for your shell.",
    "only http and https": "Save the page with the program that shows it.",
    "an address with a password": "Passwords would stand in the graph: save the page, and name the file.",
    "lies in a private network": "A page may lead into your own network; allow only a host that you know.",
    "leads on more than": "The site sends its readers in a circle: open the page in a browser and copy the address.",
    "of {most": "Look whether it is a page or a film; one article is rarely larger than 1 MB.",
    "forbids it": "The site does not want programs there: ask its owner, or save the page by hand.",
    "the site does not give the page": "It may want a login: save the page by hand.",
    "there is no page any more": "What the store has of it stays; forget it with `ansinh add --remove`.",
    "there is no snapshot of it": "Only what was fetched once can be read without a network.",
    "its snapshot is gone": "Somebody has removed files from the folder `snapshots` of the store.",
    "no whole answer in time": "The site is slow, or holds on to the connection.",
    "no sound answer": "The reason in brackets is the network's: no connection, a wrong certificate, a broken page.",
    "its robots.txt cannot be had": "Without knowing its rules the site is not asked.",
    "the site is busy": "Wait as long as it says, where it says so.",
    "a fault of the site": "Nothing is wrong on your side.",
    # notes
    "the same bytes as": "Nothing to do: copies of an article are one article, and count once.",
    # stores
    "is a folder; name a file with": "Write a file name behind the folder.",
    "cannot be written": "The reason in brackets is your system's: mostly a folder that is not there, or a full disk.",
    "RDF/XML cannot hold its character": "XML has no way to write it; every other format does.",
    "RDF/XML cannot hold this property": "Its name ends in what XML takes for no name; every other format holds it.",
    "of others; see ansinh load --list": "Look at the spelling: the name of a graph is its whole IRI.",
    "is a file: name a folder for the store": "A store is a folder: choose another name for it.",
    "holds other things than a store": "A build never mixes its files with yours: name a folder of its own.",
    "the folder cannot be made": "The reason in brackets is your system's: mostly the permissions of the folder above.",
    "another build is at work": "Readers are not disturbed by a build; only a second build must wait.",
    "there is no store here": "Build one, or say with `--store` or `ANSINH_STORE` where yours is.",
    "is a file, not a store": "Name the folder, not a file in it.",
    "the store is damaged": "A store can always be built again from the articles; nothing else is in it.",
    "the store has format": "It was built by another version of ansinh: build it again from the articles.",
    # other data
    "is no name of a graph": "Take the address of the page that the data come from.",
    "is a name of ansinh's own": "Graphs of ansinh change by builds and reviews alone.",
    "the format is not told by the name": "Names that tell it end in .ttl, .nt, .nq, .trig, .jsonld, .rdf or .csv.",
    "not {known}": "The message says where. JSON-LD must have its context inside: nothing is fetched.",
    "cannot be read ({error.strerror or error})": "The reason in brackets is your system's: mostly no such file.",
    "a statement about the statement": "Say the same with a node of its own.",
    "which only ansinh says": "So no table of yours is taken for what an article states.",
    "of its things itself": "Say it with a property of your own; links such as `skos:exactMatch` are welcome.",
    "not csv": "Mostly a quotation mark that is not closed: export the sheet anew.",
    "needs a line of headings": "The first line names the columns.",
    "cells where the headings are": "A comma inside a cell needs quotation marks around the cell.",
    "names nothing": "A name needs a letter or a digit.",
    # tables and charts
    "the page has no chart": "The rest of the page is whole.",
    "is not installed; it comes with": "The rows are there without it: an answer is a list of dicts.",
    # queries
    "there is no word in": "Strokes and points alone are no words.",
    "there is no saved query": "`ansinh queries` lists them with their parameters.",
    "there is no kind of finding": "The message lists them; [the audit](../audit.md) says what each is.",
    "has no parameter": "The message lists the parameters that there are.",
    "needs the parameter": "The message shows an example; [queries](queries.md) says what it means.",
    "the parameter {parameter.name!r} must be": "The message shows an example of a value of this type.",
    "the query asks another server": "SERVICE sends a part of the query to another computer: allow it if you mean to.",
    "not a SPARQL query": "The message names line and column; the slip stands there or just before.",
    "is for CONSTRUCT and DESCRIBE": "The query gives rows: take one of the formats that the message names.",
    "is for rows; this query gives triples": "The query gives triples: take one of the formats that the message names.",
    "the query cannot be read": "Look at the spelling; the file must be text in UTF-8.",
    "must be a SELECT query": "A saved query of your own must give rows.",
    # reviews
    "the store has no article": "`ansinh query coverage` lists the articles that the store has.",
    "has bytes that are no text": "Mostly a name that was pasted from another encoding.",
    "there is no rule": "The message lists the rules; [vocabularies](vocabularies.md) says what they read.",
    "the store has no such figure": "The article has changed since the sheet was written: write it anew.",
    "is no figure: write ARTICLE/START": "`ansinh review` shows article and start of every figure.",
    "has no attribute": "The message lists the attributes that can be decided.",
    "documents: the article does not cite": "A figure is the result of documents that its article cites: choose one.",
    "is not one document that the article cites": "The message lists the documents of the article: take one.",
    "it was rejected, by a decision that is not in this file": "Without that decision nobody knows what had been read.",
    "there is nothing to undo": "Somebody has taken it back already, or it is in another file of decisions.",
    "nothing is amended": "Fill in the column `new_…` of what is otherwise; `none` there means nothing.",
    "is no place in a row of them": "The file of decisions was edited: take the row out, and decide again.",
    "place: a figure without a place has that of its article": "For a figure of the whole country write VN.",
    "place: the article is about": "The article has a place now that it had not: decide again.",
    "may be {whole} or a number with decimals": "In some countries the point parts thousands: write what is meant.",
    "verdict: {text!r} is none of": "Write one of the words that the message lists.",
    "is no date and time": "A spreadsheet may have changed it: format the column as text, or leave the cell empty.",
    "who: name who decided": "A decision without a name cannot be asked about later.",
    "keep the first line as it was written": "The first line names the columns: write the sheet anew.",
    "not CSV: {error}": "Mostly a quotation mark that is opened and not closed; save it as CSV again.",
    "{name}, line {line}: {error}": "The rest of the line says what is wrong; no row of the file was taken.",
    "cells where the first line has": "A separator stands in a cell without quotation marks, or a cell was moved.",
    "a figure must have one": "Only a direction, a field, groups, a place, days and documents can be `none`.",
    "the sheet cannot be read": "Look at the spelling; the file must be CSV in UTF-8.",
    "in the vocabulary; near to it": "Take one of those; [vocabularies](vocabularies.md) has them all.",
    "write one of them": "Two concepts have this label, as a province of before and after a merger: write a notation.",
    "is no article: put back": "The file of decisions was edited, and an article's name has no such characters.",
    "which is no text": "Mostly a stray byte from a terminal or a script.",
    "is no day: write YYYY-MM-DD": "A spreadsheet may have changed it: format the column as text.",
    "is no document: write what the sheet shows": "Copy it from the column `documents`, or write its number.",
    "is no number: write it plain": "412 million is 412000000; a comma is not understood.",
    "is no whole number": "The file of decisions was edited: put back what stood there, or take the row out.",
    "someone else has been writing to it": "Only one can write at a time, and that takes a moment; try again.",
    "changes nothing; to change": "Write amend as the verdict, or empty the cells `new_…` of the row.",
    "write the sheet anew": "The sheet is of another build, in which another number stood there.",
    "is filled in and the verdict is not": "Rows without a verdict are passed over, and this one looks forgotten.",
    # remembered sources
    "a file of this name cannot be remembered": "The list has one source a line: rename the file.",
    "the list cannot be read": "It is a text file, sources.txt in the folder of the store, one source a line.",
    # parameters of saved queries
    "there is no {kind} {told[": "Take one of those; [vocabularies](vocabularies.md) has them all.",
    "there is no {parameter.name}": "Take one of those that the message lists.",
    "tell it by its identifier": "A code was given to another province on 1 July 2025: write the identifier.",
    "is not chosen out of a list": "Any such value may be asked for; the rest of the line says what it is.",
    "--language is for pages": "The other formats are for programs, which know the names in English.",
    "--values lists what the whole store has": "Ask for the list first, then run the query with a value of it.",
    "name the query, as in": "`ansinh query` alone lists them by subject.",
    # usage
    "give a file or an address, or --list": "Name what is to be remembered.",
    "give a file to load": "Loading needs a file, and each of the three the store.",
    "name the graph with --graph": "The name is an IRI of yours, or of those who made the data.",
    "name who decides with --who NAME": "Or set `ANSINH_WHO` once.",
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
