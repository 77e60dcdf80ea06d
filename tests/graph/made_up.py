"""Short made-up articles as extractions, written by hand: what the graph is made of, whatever the extractor does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from hashlib import sha256

import pyoxigraph as ox

from ansinh.graph.admission import put_in
from ansinh.graph.report import BuildReport
from ansinh.model import (
    Agency,
    Article,
    Citation,
    Extraction,
    Figure,
    Number,
    Period,
    Person,
    Policy,
    Relation,
    Span,
)
from ansinh.namespaces import ID

TEXT = """Health cards for all
As of May 31, 2025, the province has issued cards to 1,200 people in poor households (cost of 900 million VND) and to \
300 students of poor households with 150.5 million VND under Resolution No. 7/2025/NQ-HDND dated March 1, 2025.
It amends Resolution No. 5/2020/NQ-HDND of the Provincial People's Council on health cards for the poor.
Mr. Tran Van B, Director of the Department of Health, said that 4 of 5 communes are done.
"""
NEW = f"{ID}document/vn-13/resolution/7-2025-nq-hdnd"
OLD = f"{ID}document/vn-13/resolution/5-2020-nq-hdnd"
COUNCIL = f"{ID}agency/vn-13/provincial-peoples-council"
HEALTH = f"{ID}agency/vn-13/department-health"
DIRECTOR = f"{ID}person/vn-13/tran-van-b"
MAY = Period(None, date(2025, 5, 31))


def value_of(term: object) -> str:
    """The IRI of a node, the lexical form of a literal."""
    return str(getattr(term, "value", term))


def span(words: str, text: str = TEXT) -> Span:
    """Where some words stand first."""
    start = text.index(words)
    return Span(start, start + len(words))


def line(words: str, text: str = TEXT) -> Span:
    """The line that some words stand in, as their evidence."""
    start = text.rfind("\n", 0, text.index(words)) + 1
    return Span(start, text.index("\n", start))


def figure(printed: str, value: str, unit: str, outcome: str, **more: object) -> Figure:
    """A figure of the text; what is not named is that of a count of card receivers."""
    known = Figure(
        span=span(printed),
        quote=printed,
        evidence=line(printed),
        value=Decimal(value),
        unit=unit,
        counted=None,
        kind="count",
        measure="recipients",
        bound="exact",
        status="reported",
        direction=None,
        field="health-insurance",
        beneficiary=("poor-household",),
        place=None,
        period=MAY,
        documents=("7/2025/NQ-HDND",),
        document_ids=(NEW,),
        outcome=outcome,
        part_of=None,
        rule="by-hand",
        found={},
    )
    return known._replace(**more)  # type: ignore[arg-type]


def citation(quote: str, number: str, iri: str, **more: object) -> Citation:
    """A citation of a resolution of the Provincial People's Council."""
    known = Citation(
        span(quote), quote, line(quote), "resolution", number, None, "provincial-peoples-council", None, iri
    )
    return replace(known, **more)  # type: ignore[arg-type]


def made_up(identifier: str = "made-up", **more: object) -> Extraction:
    """The extraction of the article; `more` replaces parts of it."""
    article = Article(
        file=f"somewhere/{identifier}.txt",
        id=identifier,
        title="Health cards for all",
        publisher="A Newspaper",
        issued=date(2025, 6, 2),
        language="en",
        source=f"https://example.org/{identifier}",
        place="VN-13",
        sha256=sha256(identifier.encode()).hexdigest(),
        text_sha256=sha256(TEXT.encode()).hexdigest(),
    )
    students = ("student", "poor-household")
    communes = {"counted": "communes", "measure": "coverage", "beneficiary": (), "documents": (), "document_ids": ()}
    known = Extraction(
        article=article,
        text=TEXT,
        figures=(
            figure("1,200", "1200", "person", "a", counted="people"),
            figure("900 million", "900000000", "VND", "a", kind="amount", measure="payment"),
            figure("300", "300", "person", "b", counted="students", beneficiary=students),
            figure("150.5 million", "150500000.0", "VND", "b", kind="amount", measure="payment", beneficiary=students),
            figure("4", "4", "item", "c", part_of="d", **communes),
            figure("5 communes", "5", "item", "d", **communes),
        ),
        citations=(
            citation("Resolution No. 7/2025/NQ-HDND", "7/2025/NQ-HDND", NEW, issued=date(2025, 3, 1)),
            citation("Resolution No. 5/2020/NQ-HDND", "5/2020/NQ-HDND", OLD, title="on health cards for the poor"),
        ),
        relations=(Relation(line("It amends"), "7/2025/NQ-HDND", "amends", "5/2020/NQ-HDND", NEW, OLD),),
        policies=(
            Policy(
                line("health cards for the poor"),
                "health cards for the poor",
                ("5/2020/NQ-HDND",),
                (OLD,),
                ("poor-household",),
                "health-insurance",
                f"{OLD}/policy",
            ),
        ),
        agencies=(
            Agency("Provincial People's Council", (), COUNCIL, "provincial-peoples-council", (line("It amends"),)),
            Agency("Department of Health", ("the Department",), HEALTH, "department-health", (line("Mr. Tran"),)),
        ),
        persons=(Person("Tran Van B", "Director", "Department of Health", DIRECTOR, HEALTH, (line("Mr. Tran"),)),),
        numbers=(Number(span("1,200"), "1,200", "figure", "read by hand"),),
    )
    parts = {key: value for key, value in more.items() if key in Extraction.__slots__}
    told = {key: value for key, value in more.items() if key in Article.__slots__}
    return replace(known, **{"article": replace(article, **told), **parts})  # type: ignore[arg-type]


def store_of(*extractions: Extraction) -> ox.Store:
    """A store in memory with these articles, put in one after the other."""
    store, report = ox.Store(), BuildReport()
    for extraction in extractions:
        put_in(store, [[extraction]], report)
    assert not report.refused, report.refused
    return store
