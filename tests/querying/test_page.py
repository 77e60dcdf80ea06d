"""An answer as a page: both languages, what was asked, the rows with their passages, a chart; and nothing loaded."""

from __future__ import annotations

import base64
import io
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest

from ansinh.querying.chart import Chart, chart
from ansinh.querying.columns import Kind
from ansinh.querying.headings import VIETNAMESE
from ansinh.querying.page import write_page
from ansinh.querying.saved import saved_queries, saved_query
from ansinh.querying.saved_answer import Answer, answer
from ansinh.querying.wording import Language
from ansinh.querying.wording import told as told_in
from tests.cli.test_commands import assert_one_line, run

FUNDED = {"document": "35/2024/NQ-HDND"}
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def page(
    found: Answer, parameters: dict[str, str], drawn: Chart | None = None, language: Language | None = None
) -> str:
    out = io.StringIO()
    write_page(found, parameters, drawn, out, language)
    return out.getvalue()


class Elements(HTMLParser):
    """The elements of a page with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def words(drawn: Chart, *, narrow: bool = False) -> list[str]:
    """What a chart writes, in the order of its SVG."""
    texts = ElementTree.fromstring(drawn.narrow if narrow else drawn.svg).iter("{http://www.w3.org/2000/svg}text")  # noqa: S314 - our own drawing
    return [element.text or "" for element in texts]


def test_it_tells_the_query_in_both_languages_and_what_was_asked(seeds_store: ox.Store) -> None:
    shown, query = page(answer(seeds_store, "document-outcomes", FUNDED), FUNDED), saved_query("document-outcomes")
    for told in (query.title, query.description, query.row, query.parameters["document"].description):
        assert told["en"] in shown
        assert told["vi"] in shown
    assert "document = 35/2024/NQ-HDND" in shown
    assert shown.startswith("<!doctype html>")


def test_in_vietnamese_it_tells_all_but_the_passages(seeds_store: ox.Store) -> None:
    found, query = answer(seeds_store, "document-outcomes", FUNDED), saved_query("document-outcomes")
    drawn = chart(found, "vi")
    assert drawn is not None
    shown = page(found, FUNDED, drawn, "vi")
    for told in (query.title, query.description, query.row, query.parameters["document"].description):
        assert told["vi"] in shown
        assert told["en"] not in shown
    assert shown.startswith('<!doctype html>\n<html lang="vi">')
    assert "chi phí mỗi người<small>đồng</small>" in shown
    assert {"42.138.000.000", "hộ cận nghèo", "Quảng Ninh"} <= set(re.findall(r"<td[^>]*>([^<]+)", shown))
    assert "<q>As of November 30, 2024" in shown
    assert {"chi phí mỗi người (đồng)", "1.147.632", "hộ nghèo"} <= set(words(drawn))


def test_in_english_there_is_no_vietnamese(seeds_store: ox.Store) -> None:
    found = answer(seeds_store, "document-outcomes", FUNDED)
    shown, title = page(found, FUNDED, None, "en"), saved_query("document-outcomes").title
    assert title["en"] in shown
    assert title["vi"] not in shown


def test_every_column_has_a_name_in_vietnamese() -> None:
    columns = {column.value for query in saved_queries() for column in _columns(query.text)}
    assert set(VIETNAMESE) == columns


def _columns(text: str) -> list[ox.Variable]:
    found = ox.Store().query(text)
    assert isinstance(found, ox.QuerySolutions)
    return list(found.variables)


@pytest.mark.parametrize(
    ("column", "told", "vietnamese"),
    [
        ("group", "poor household; near-poor household", "hộ nghèo; hộ cận nghèo"),
        ("bound", "exact", "chính xác"),
        ("kind", "parts", "các phần của tổng"),
        ("place", "Son La", "Sơn La"),
        ("place", "no place", "no place"),
        ("quotation", "Son La", "Son La"),
    ],
)
def test_values_of_the_vocabularies_are_told_in_vietnamese(column: str, told: str, vietnamese: str) -> None:
    assert told_in(column, told, "vi") == vietnamese
    assert told_in(column, told, "en") == told


def test_a_column_that_no_row_tells_is_named_below(seeds_store: ox.Store) -> None:
    found = answer(seeds_store, "document-outcomes", FUNDED)
    shown = page(found, FUNDED)
    assert all(row["period_start"] is None for row in found)
    assert "<p>No row tells: period start.</p>" in shown
    assert shown.count("period start") == 1


def test_an_article_without_a_headline_is_told_by_its_site(seeds_store: ox.Store) -> None:
    shown = page(answer(seeds_store, "document-outcomes", FUNDED), FUNDED)
    assert 'rel="noreferrer">baoquangninh.vn</a>' in shown


def test_a_statement_is_told_beside_its_article(seeds_store: ox.Store) -> None:
    found = answer(seeds_store, "article-facts", {"article": "002_410bea563f85417a"})
    figure = str(found[0]["figure"])
    assert f'title="{figure}">figure/{figure.rpartition("/")[2]}</td>' in page(found, {})


def test_numbers_of_parts_have_separators_and_days_stay_whole(compared_store: ox.Store) -> None:
    found = answer(compared_store, "before-after-merger")
    shown = page(found, {})
    parts = [cell for row in found if (cell := str(row["parts"])) and re.search(r": \d{4}", cell)]
    assert parts
    assert parts[0] not in shown
    assert re.search(r'<td class="date" data-heading="period end">\d{4}-', shown)


@pytest.mark.parametrize("name", [query.name for query in saved_queries()])
def test_every_saved_query_has_a_page_that_loads_nothing(name: str, compared_store: ox.Store) -> None:
    query = saved_query(name)
    parameters = {p.name: p.example for p in query.parameters.values() if p.required}
    found = answer(compared_store, name, parameters)
    elements = Elements(page(found, parameters, chart(found))).found
    loaded = [str(attributes[name]) for _, attributes in elements for name in ("src", "srcset") if name in attributes]
    assert all(each.startswith("data:") for each in loaded)
    assert not {"script", "link", "iframe", "object"} & {tag for tag, _ in elements}
    links = {attributes["href"] for tag, attributes in elements if tag == "a"}
    assert links <= {source.link for source in found.sources.values()}
    assert sum(tag == "tr" for tag, _ in elements) == (len(found) + 1 if len(found) else 0)


def test_what_articles_and_people_write_is_text(hostile_store: ox.Store) -> None:
    asked = {"article": "<script>alert(1)</script>"}
    found = answer(hostile_store, "article-facts")
    elements = Elements(page(found, asked, chart(found))).found
    assert "script" not in {tag for tag, _ in elements}
    assert not [
        attributes for _, attributes in elements if "onmouseover" in attributes or "javascript:" in str(attributes)
    ]


def test_a_chart_has_a_bar_for_each_row_in_their_order(seeds_store: ox.Store) -> None:
    found = answer(seeds_store, "document-outcomes", FUNDED)
    drawn = chart(found)
    assert drawn is not None
    written = words(drawn)
    assert [each for each in written if each in {str(row["group"]) for row in found}] == [r["group"] for r in found]
    assert {"1,147,632", "1,031,492", "750,748", "887,131", "cost per person (VND)"} <= set(written)
    assert set(words(drawn, narrow=True)) >= {"near-poor household", "1,031,492", "cost per person (VND)"}
    assert chart(found) == drawn


def test_large_sums_are_drawn_in_billions(seeds_store: ox.Store) -> None:
    drawn = chart(answer(seeds_store, "field-spending"))
    assert drawn is not None
    assert {"total (billion VND)", "68.66", "49.8", "health insurance, Quang Ninh"} <= set(words(drawn))


def test_bars_with_one_name_are_told_apart() -> None:
    rows = (("poor", 1, "a"), ("poor", 2, "b"), ("<b>&", 3, "b"), ("poor", 4, "b"))
    found = Answer(
        "documents", ("group", "people", "place"), {"group": "text", "people": "integer", "place": "text"}, {}, {}, rows
    )
    drawn = chart(found)
    assert drawn is not None
    assert [each for each in words(drawn) if "," in each] == ["poor, a", "poor, b (2)", "<b>&, b", "poor, b (4)"]


def test_a_small_value_is_not_written_as_nothing() -> None:
    kinds: dict[str, Kind] = {"group": "text", "total_vnd": "integer"}
    rows = (("a", 90_000_000_000), ("b", 1_260_000), ("c", 0))
    drawn = chart(Answer("documents", ("group", "total_vnd"), kinds, {"total_vnd": "VND"}, {}, rows))
    assert drawn is not None
    assert {"90", "0.0013", "0"} <= set(words(drawn))


def test_rows_that_cannot_be_compared_have_no_chart(seeds_store: ox.Store) -> None:
    assert chart(answer(seeds_store, "coverage")) is None
    one = answer(seeds_store, "document-outcomes", FUNDED)[:1]
    assert chart(one) is None


def test_the_command_writes_a_page_whole(seeds_folder: Path, tmp_path: Path) -> None:
    ask = ("query", "document-outcomes", "-p", "document=35/2024/NQ-HDND", "--format", "html")
    done = run(*ask, "-o", tmp_path / "page.html", store=seeds_folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    written = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert written == run(*ask, store=seeds_folder).stdout
    picture = re.search(r'src="data:image/svg\+xml;base64,([^"]+)"', written)
    assert picture
    assert b"near-poor household" in base64.b64decode(picture[1])
    assert_one_line(run(*ask, "-o", tmp_path, store=seeds_folder), "is a folder; name a file with -o")
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_a_language_is_for_pages(seeds_folder: Path) -> None:
    ask = ("query", "document-outcomes", "-p", "document=35/2024/NQ-HDND", "--language", "vi")
    assert '<html lang="vi">' in run(*ask, "--format", "html", store=seeds_folder).stdout
    assert_one_line(run(*ask, store=seeds_folder), "--language is for pages: add --format html")


def test_rows_go_to_a_file_too(seeds_folder: Path, tmp_path: Path) -> None:
    ask = ("query", "documents", "--format", "csv")
    assert run(*ask, "-o", tmp_path / "rows.csv", store=seeds_folder).returncode == 0
    assert (tmp_path / "rows.csv").read_text(encoding="utf-8") == run(*ask, store=seeds_folder).stdout


def test_without_the_extra_the_page_says_what_it_lacks(seeds_folder: Path, tmp_path: Path) -> None:
    program = (
        "import sys; sys.modules['vl_convert'] = None; sys.argv = ['ansinh', 'query', 'field-spending', '--store',"
        f" {str(seeds_folder)!r}, '--format', 'html', '-o', 'page.html']; from ansinh.cli import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert done.stderr == "ansinh: the page has no chart: it comes with pip install 'ansinh[charts]'\n"
    written = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "<img" not in written
    assert "68,660,000,000" in written


@pytest.mark.skipif(CHROMIUM is None, reason="needs a browser: apt-get install chromium")
def test_in_a_browser_numbers_stand_right_and_the_chart_is_drawn(seeds_store: ox.Store, tmp_path: Path) -> None:
    found = answer(seeds_store, "document-outcomes", FUNDED)
    file = tmp_path / "page.html"
    # the page forbids scripts: what the browser made of it is asked by one that the test lets in
    asking = """<script>onload = () => { const img = document.querySelector("img");
      document.title = [img.complete && img.naturalWidth > 300, getComputedStyle(document.querySelector("td.number"))
      .textAlign, document.body.scrollWidth <= innerWidth].join(" ") }</script></body>"""
    written = page(found, FUNDED, chart(found)).replace("default-src 'none'", "script-src 'unsafe-inline'")
    file.write_text(written.replace("</body>", asking), encoding="utf-8")
    command = [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    # wide, and as narrow as a telephone: there a row is a list, and nothing sticks out
    for size, aligned in (("1400,900", "right"), ("500,900", "left")):
        done = subprocess.run(
            [*command, f"--window-size={size}", "--dump-dom", file.as_uri()],
            capture_output=True, encoding="utf-8", check=True, timeout=120,
        )  # fmt: skip
        assert f"<title>true {aligned} true</title>" in done.stdout
