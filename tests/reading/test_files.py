"""Front matter, PDF and Word files; which kind a file is by its content; what is hostile, and what is missing."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import textwrap
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from ansinh.errors import ArticleError
from ansinh.model import Citation, Extraction, Figure, Original
from ansinh.relating import extract_original, extract_text

ARTICLE = """Health cards in Quang Ninh
As of May 31, 2025, Quang Ninh province has issued health insurance cards to 1,200 people in poor households under \
Resolution No. 7/2025/NQ-HDND of the Provincial People's Council.
The communes have gone through their lists once more in the spring of the year.
"""
FRONT = """---
title: "Cards for 1,200 people"
Publisher: Quang Ninh Gazette
date: 2025-06-02T08:00:00+07:00
lang: en-GB
tags:
  - health 2025
url: https://gazette.example/cards-77.html
---

"""


def pdf(*pages: str) -> bytes:
    """A PDF of lines of text."""
    writer = PdfWriter()
    for text in pages:
        page = writer.add_blank_page(595, 842)
        font = DictionaryObject({NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1"),
                                 NameObject("/BaseFont"): NameObject("/Helvetica")})  # fmt: skip
        fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        stream = DecodedStreamObject()
        lines = [re.sub(r"([()\\])", r"\\\1", line) for line in text.split("\n")]
        shown = "\n".join(f"({line}) Tj T*" for line in lines)
        stream.set_data(f"BT /F1 11 Tf 14 TL 50 780 Td\n{shown}\nET".encode("latin-1"))
        page[NameObject("/Contents")] = writer._add_object(stream)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def word(fill: Callable[[docx.document.Document], object]) -> bytes:
    """A Word document."""
    document = docx.Document()
    fill(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def packed(**files: bytes) -> bytes:
    """A zip archive; an underscore stands for a stroke in the names."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", ".").replace("_", "/"), data)
    return out.getvalue()


def holds_together(extraction: Extraction) -> None:
    records: list[Figure | Citation] = [*extraction.figures, *extraction.citations]
    for found in records:
        assert found.quote == extraction.text[found.span.start : found.span.end]
    held = bytearray(len(extraction.text))
    for number in extraction.numbers:
        assert not any(held[slice(*number.span)])
        held[slice(*number.span)] = b"\x01" * (number.span.end - number.span.start)
    assert all(held[run.start()] and held[run.end() - 1] for run in re.finditer(r"\d+", extraction.text))


def facts(extraction: Extraction) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(figure.quote, figure.measure, figure.documents) for figure in extraction.figures]


# front matter


def test_front_matter_comes_before_what_the_text_tells() -> None:
    text = FRONT + ARTICLE
    read = extract_text("a.md", text.encode())
    article = read.article
    assert (article.title, article.publisher, article.issued) == (
        "Cards for 1,200 people", "Quang Ninh Gazette", date(2025, 6, 2),
    )  # fmt: skip
    assert (article.language, article.source) == ("en", "https://gazette.example/cards-77.html")
    assert article.id == "gazette-example-cards-77"
    assert read.text == text, "offsets are those of the file"
    holds_together(read)
    plain = extract_text("a.txt", ARTICLE.encode())
    assert facts(read) == facts(plain) != []
    assert [f.span.start - len(FRONT) for f in read.figures] == [f.span.start for f in plain.figures]
    block = [n for n in read.numbers if n.span.end <= len(FRONT)]
    assert {(n.use, n.reason) for n in block} == {("furniture", "stands in the front matter")}


def test_a_byte_order_mark_and_windows_lines_do_not_hide_it() -> None:
    text = "\ufeff" + (FRONT + ARTICLE).replace("\n", "\r\n")
    read = extract_text("a.txt", text.encode())
    assert (read.article.title, read.text) == ("Cards for 1,200 people", text)


def test_the_text_tells_what_the_front_matter_does_not() -> None:
    read = extract_text("a.md", ("---\npublisher: Gazette\n---\n# " + ARTICLE).encode())
    assert (read.article.title, read.article.publisher) == ("Health cards in Quang Ninh", "Gazette")


@pytest.mark.parametrize(
    "block",
    [
        *("---\nnothing: here\n---\n", "---\ntitle: not closed\n", "---\n", "---\n---\n"),
        *("----\ntitle: x\n----\n", "\n---\ntitle: x\n---\n"),
    ],
)
def test_what_is_no_front_matter_is_text(block: str) -> None:
    read = extract_text("a.txt", (block + ARTICLE).encode())
    assert not any(number.reason == "stands in the front matter" for number in read.numbers)
    assert read.article.title != "x"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("date: yesterday", "write it as YYYY-MM-DD"),
        ("date: 2025-02-30", "write it as YYYY-MM-DD"),
        ("language: fr", "articles in en and vi"),
        ("source: Báo Quảng Ninh", "belongs to the key publisher"),
        ("source: javascript:alert(1)", "and no address"),
    ],
)
def test_a_wrong_value_is_one_line(line: str, said: str) -> None:
    with pytest.raises(ArticleError, match=said):
        extract_text("a.md", f"---\n{line}\n---\n{ARTICLE}".encode())


def test_days_may_be_written_as_people_write_them() -> None:
    for day in ("02/06/2025", "2.6.2025", '"2025-06-02"'):
        assert extract_text("a.md", f"---\ndate: {day}\n---\n{ARTICLE}".encode()).article.issued == date(2025, 6, 2)


# PDF and Word


def test_a_pdf_is_read_as_its_text() -> None:
    body = textwrap.fill(ARTICLE.splitlines()[1], 80)
    filler = textwrap.fill("The offices of the communes were open on Saturdays, so that nobody missed a day. " * 6, 80)
    data = pdf(
        f"QUANG NINH GAZETTE 1\nHealth cards in Quang Ninh\n{body}\n\n{filler}\nPage 1 of 3",
        f"QUANG NINH GAZETTE 2\n{filler}\nPage 2 of 3",
        f"QUANG NINH GAZETTE 3\n{filler}\nPage 3 of 3",
    )
    read = extract_text("a.pdf", data)
    assert facts(read) == facts(extract_text("a.txt", ARTICLE.encode()))
    assert read.article.title == "Health cards in Quang Ninh"
    assert read.text.replace("’", "'").splitlines()[:2] == ARTICLE.splitlines()[:2], (
        "lines of print are joined to paragraphs"
    )
    assert "GAZETTE" not in read.text
    assert "of 3" not in read.text
    assert extract_text("no-ending", data).text == read.text
    holds_together(read)


def test_a_word_document_is_read_as_its_text() -> None:
    def fill(document: docx.document.Document) -> None:
        document.core_properties.title = "Template of 2011"
        title, body, last = ARTICLE.splitlines()
        document.add_heading(title)
        document.add_paragraph(body)
        document.add_paragraph("12 houses were built.", style="List Bullet")
        table = document.add_table(2, 3)
        shown_in = ["District", "Poor", "Rate", "Ba Che", "120", "4%"]
        for cell, shown in zip([c for row in table.rows for c in row.cells], shown_in, strict=True):
            cell.text = shown
        table.cell(0, 0).merge(table.cell(0, 1))
        document.add_paragraph(last)

    read = extract_text("a.docx", word(fill))
    assert read.article.title == "Health cards in Quang Ninh"
    assert facts(read)[0] == facts(extract_text("a.txt", ARTICLE.encode()))[0]
    assert "\n- 12 houses were built.\n" in read.text
    assert "\nDistrict Poor | Rate\nBa Che | 120 | 4%\n" in read.text
    holds_together(read)


def test_the_kind_is_told_by_the_content() -> None:
    page = (Path(__file__).parent / "pages" / "01-portal-json-ld.html").read_bytes()
    told = extract_text("saved.txt", page)
    assert told.article.publisher == "Lao Cai Daily"
    assert extract_text("page.html", ARTICLE.encode().replace(b"\n", b"\n<p>")).figures
    assert extract_text("x", b"<!-- saved -->\n<?xml version='1.0'?><HTML>" + page).article.issued == date(2025, 6, 18)


def test_the_address_of_a_page_is_its_own_or_that_of_its_site() -> None:
    page = (Path(__file__).parent / "pages" / "01-portal-json-ld.html").read_bytes()
    own = "https://laocaidaily.example/lao-cai-supports-4210-poor-households-with-housing-118822.html"
    for address, source in (
        (None, own),
        ("https://laocaidaily.example/?p=118822", own),
        ("https://evil.example/x-1", "https://evil.example/x-1"),
    ):
        assert extract_original("x", Original(page, address)).article.source == source


def test_what_the_server_says_of_the_encoding_is_heard_where_it_may_be_true() -> None:
    page = "<html><body><h1>Thẻ</h1>" + "<p>In Quảng Ninh 120 people in poor households have got a card by now.</p>" * 3
    for encoding, told in (
        ("utf-8", "text/html; charset=iso-8859-1"),
        ("utf-16", None),
        ("utf-8", "text/html; charset=nonsense"),
        ("utf-8", "text/html; charset=hex"),
    ):
        read = extract_original("x", Original(page.encode(encoding), "https://x.example/1", told))
        assert "In Quảng Ninh 120 people" in read.text
    russian = "<html><body>" + "<p>В провинции 120 people in poor households have got a card by now, it says.</p>" * 3
    assert (
        "провинции"
        in extract_original("x", Original(russian.encode("cp1251"), None, "text/html; charset=windows-1251")).text
    )
    assert (
        "провинции" in extract_text("x", russian.replace("<body>", "<meta charset=koi8-r><body>").encode("koi8-r")).text
    )


# hostile files

_DEEP = b"<html><body>" + b"<div>" * 200_000 + b"x" * 500
_WIDE = b"<html><body>" + b"<p class=share><a href=x>one</a> 2 three</p>" * 40_000
_TABLES = b"<html><body>" + b"<table><tr><td>" * 3_000 + b"The province gave 12 houses to poor people. " * 30
_BREAKS = b"<html><body><div>" + b"<br>12 houses<b>x</b>" * 60_000
_ONE = b"<html><body><p>" + b"9" * 3_000_000
_JSON = b'<html><head><script type="application/ld+json">' + b'{"@graph":[' * 50_000 + b"</script></head><body><p>x</p>"
_COMMENTS = b"<!--" * 600 + b"<!-- -->" * 200 + b"<htm"
_LOOP = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>endobj\n"
    b"trailer<</Root 1 0 R/Size 3>>\nstartxref\n0\n%%EOF\n"
)
_ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + i, b"&%c;" % (97 + i) * 10) for i in range(9))
    + b"]><w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>"
)


def _with_body(body: bytes) -> bytes:
    """A sound Word document with another body."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(word(lambda d: d.add_paragraph("x")))) as sound,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for info in sound.infolist():
            made.writestr(info.filename, body if info.filename == "word/document.xml" else sound.read(info.filename))
    return out.getvalue()


def _pdf_bomb(size: int) -> bytes:
    """A PDF of few kilobytes, whose one page unpacks to so many bytes of drawing."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf("x"))))
    stream = DecodedStreamObject()
    stream.set_data(b"BT /F1 11 Tf " + b"(x) Tj " * (size // 7) + b"ET")
    writer.pages[0][NameObject("/Contents")] = writer._add_object(stream.flate_encode())
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


HOSTILE: dict[str, Callable[[], bytes]] = {
    "deep": lambda: _DEEP,
    "wide": lambda: _WIDE,
    "tables in tables": lambda: _TABLES,
    "line breaks": lambda: _BREAKS,
    "one word": lambda: _ONE,
    "json": lambda: _JSON,
    "comments": lambda: _COMMENTS,
    "huge page": lambda: b"<html>" + b"x " * 4_000_000,
    "empty page": lambda: b"<html></html>",
    "no article": lambda: b"<html><body><a href=x>Home</a></body></html>",
    "surrogates": lambda: (
        b"<html><body>" + b"<p>&#xD800;&#0;&#x1F; The province gave 12 houses to poor people.</p>" * 5
    ),
    "pdf head": lambda: b"%PDF-1.7\n",
    "pdf loop": lambda: _LOOP,
    "pdf bomb": lambda: _pdf_bomb(90_000_000),
    "pdf of many steps": lambda: _pdf_bomb(2_900_000),
    "pdf cut": lambda: pdf(ARTICLE)[:-200],
    "pdf without text": lambda: pdf(""),
    "pdf of many pages": lambda: pdf(*["x"] * 300),
    "zip head": lambda: b"PK\x03\x04",
    "other zip": lambda: packed(content__xml=b"x"),
    "zip of zeros": lambda: packed(word_document__xml=b" " * 150_000_000),
    "docx without parts": lambda: packed(word_document__xml=b"<x/>"),
    "docx of entities": lambda: _with_body(_ENTITIES),
    "docx deep": lambda: _with_body(b"<w:a xmlns:w='x'>" * 100_000),
    "old word": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_read_or_refused_in_time(name: str) -> None:
    import time

    data = HOSTILE[name]()
    began = time.process_time()
    try:
        holds_together(extract_text("a", data))
    except ArticleError as error:
        assert "\n" not in str(error)
        assert len(str(error)) < 300
    assert time.process_time() - began < 30


def _locked() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(ARTICLE))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (_locked, "locked with a password"),
        (HOSTILE["pdf without text"], "OCR"),
        (HOSTILE["pdf of many pages"], "300 pages"),
        (HOSTILE["other zip"], "no Word document"),
        (HOSTILE["zip head"], "damaged archive"),
        (HOSTILE["zip of zeros"], "too large when unpacked"),
        (HOSTILE["docx without parts"], "a Word document that cannot be read"),
        (HOSTILE["pdf head"], "a PDF that cannot be read"),
        (HOSTILE["old word"], "save it as .docx"),
        (HOSTILE["no article"], "no article in this page"),
        (HOSTILE["huge page"], "too many for an article"),
        (lambda: word(lambda d: None), "no text"),
    ],
)
def test_a_file_that_cannot_be_read_says_what_to_do(data: Callable[[], bytes], said: str) -> None:
    with pytest.raises(ArticleError, match=said):
        extract_text("a", data())


SEEDS = [
    b"<html><body><p>12 people</p>",
    b"%PDF-1.4\n",
    b"PK\x03\x04",
    b"---\ntitle: x\n---\n",
    b"<!doctype html><meta charset=",
]
SOUND = [pdf(ARTICLE), word(lambda d: d.add_paragraph(ARTICLE)), (FRONT + ARTICLE).encode(),
         (Path(__file__).parent / "pages" / "03-government-no-metadata.html").read_bytes()]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(SEEDS), st.binary(max_size=300))
def test_any_bytes_behind_a_beginning_are_read_or_refused(beginning: bytes, rest: bytes) -> None:
    try:
        holds_together(extract_text("a", beginning + rest))
    except ArticleError as error:
        assert "\n" not in str(error)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(SOUND), st.data())
def test_a_damaged_file_is_read_or_refused(sound: bytes, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(sound)))
    damaged = sound[:place] + data.draw(st.binary(max_size=8)) + sound[place + data.draw(st.integers(0, 40)) :]
    try:
        holds_together(extract_text("a", damaged))
    except ArticleError as error:
        assert "\n" not in str(error)


# without the extra

_RUN = """
import sys
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {blocked}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)
sys.meta_path.insert(0, Missing())
from ansinh.cli import main
sys.argv = ["ansinh", *{arguments}]
main()
"""
_EXTRA = {"trafilatura", "pypdf", "docx", "httpcore", "protego", "lxml", "htmldate", "justext"}


def run_without(arguments: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    code = _RUN.format(blocked=_EXTRA, arguments=arguments)
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=folder, check=False)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        (
            "a.html",
            SOUND[3],
            "a.html: a web page, which trafilatura reads; install the extra: pip install 'ansinh[web]'",
        ),
        ("a.pdf", SOUND[0], "a.pdf: a PDF, which pypdf reads; install the extra: pip install 'ansinh[web]'"),
        ("a.docx", SOUND[1], "a.docx: a Word document, which docx reads; install the extra: pip install 'ansinh[web]'"),
    ],
)
def test_what_needs_the_extra_says_so(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(data)
    done = run_without(["extract", name], tmp_path)
    assert (done.returncode, done.stderr) == (2, f"ansinh: {said}\n")


def test_an_address_needs_the_extra_and_says_so(tmp_path: Path) -> None:
    done = run_without(["build", "https://example.org/a"], tmp_path)
    assert done.returncode == 2
    assert (
        "https://example.org/a: a page, which httpcore fetches; install the extra: pip install 'ansinh[web]'"
        in done.stderr
    )


def test_text_needs_none_of_it(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(FRONT + ARTICLE)
    for arguments in (["build", "a.md"], ["add", "a.md"], ["update"], ["extract", "a.md"]):
        done = run_without(arguments, tmp_path)
        assert done.returncode == 0, done.stderr
