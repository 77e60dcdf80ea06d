"""Numbers of documents, in all their forms, with the date and the issuer that the text gives them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ansinh.reading.page import read
from ansinh.recognising.citations import citations, parts
from ansinh.relating import extract_text


def _cited(text: str) -> list[tuple[str, str, str | None, str | None]]:
    return [
        (m.type, m.number, m.issued.isoformat() if m.issued else None, m.issuer) for m in citations(read("a.txt", text))
    ]


COUNCIL, COMMITTEE, PARTY = "provincial-peoples-council", "provincial-peoples-committee", "provincial-party-committee"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Resolution No. 35/2024/NQ-HĐND is in force.", ("resolution", "35/2024/NQ-HDND", None, COUNCIL)),
        ("Plan No. 217/KH-TU dated January 2, 2024 went out.", ("plan", "217/KH-TU", "2024-01-02", PARTY)),
        ("Plan 677/KH-UBND dated August 29, 2024 went out.", ("plan", "677/KH-UBND", "2024-08-29", COMMITTEE)),
        ("It follows Directive No. 21-CT/TW of the Secretariat.", ("directive", "21-CT/TW", None, "party-secretariat")),
        ("It is Resolution No. 42 of the Central Committee.", ("resolution", "42", None, "party-central-committee")),
        ("The Law on Social Insurance No. 41/2024/QH15 applies.", ("law", "41/2024/QH15", None, "national-assembly")),
        ("Circular No. 02/2021/TT-BLDTBXH guides it.", ("circular", "02/2021/TT-BLDTBXH", None, "ministry")),
        (
            "On February 27, 2025 the Provincial People's Council passed Resolution No. 03/2025/NQ-HDND.",
            ("resolution", "03/2025/NQ-HDND", "2025-02-27", COUNCIL),
        ),
    ],
)  # fmt: skip
def test_a_citation_is_read(text: str, expected: tuple[str, str, str | None, str | None]) -> None:
    assert _cited(text) == [expected]


def test_documents_of_one_list_share_type_and_issuer() -> None:
    assert _cited("They follow Resolutions No. 28-NQ/TW and No. 20-NQ/TW closely.") == [
        ("resolution", "28-NQ/TW", None, "party-central-committee"),
        ("resolution", "20-NQ/TW", None, "party-central-committee"),
    ]
    dated, plain = "Official Dispatch No. 102/CD-TTg dated October 6, 2024", "Official Dispatch No. 117/CD-TTg"
    assert _cited(f"{dated}, and {plain} of the Prime Minister.") == [
        ("official-dispatch", "102/CD-TTg", "2024-10-06", "prime-minister"),
        ("official-dispatch", "117/CD-TTg", None, "prime-minister"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Under the Work Program, 6/6 tasks are done.",
        "The plan for 2025 is set.",
        "Rooms 12/A are full.",
        "They won 2 - 1 there.",
        "Plan 2025 is set.",
    ],
)
def test_what_is_no_document_is_left_alone(text: str) -> None:
    assert _cited(text) == []


@given(
    st.integers(1, 9999),
    st.integers(1990, 2049),
    st.sampled_from(
        [("Resolution", "NQ", "HDND"), ("Decree", "ND", "CP"), ("Decision", "QD", "UBND"), ("Circular", "TT", "BYT")]
    ),
    st.sampled_from(["{} No. {}", "{} {}", "{} number {}", "the {} No.{}"]),
)
def test_a_number_is_read_back(number: int, year: int, kind: tuple[str, str, str], form: str) -> None:
    printed = f"{number:02}/{year}/{kind[1]}-{kind[2]}"
    ((found, code, _, _),) = _cited(f"It follows {form.format(kind[0], printed)} here.")
    assert (found, code) == (kind[0].lower(), printed)


def test_the_letters_of_a_number() -> None:
    assert parts("35/2024/NQ-HDND") == ("NQ", "HDND")
    assert parts("41/2024/QH15") == ("QH",)
    assert parts("217-KH/TU") == ("KH", "TU")


@pytest.mark.parametrize(
    ("text", "issued"),
    [
        ("the Law No. 41/2024/QH15, passed by the National Assembly on June 29, 2024, is in force", date(2024, 6, 29)),
        ("the Law No. 41/2024/QH15 adopted by the National Assembly on 29/06/2024 is in force", date(2024, 6, 29)),
        ("Decree No. 76/2024/ND-CP, which was signed by the Deputy Prime Minister on July 1, 2024", date(2024, 7, 1)),
        ("the Law No. 41/2024/QH15, passed by the National Assembly; on June 29, 2024 it was sent", None),
        ("the Law No. 41/2024/QH15 is passed on; people met on June 29, 2024", None),
    ],
)
def test_a_date_may_stand_behind_who_passed_it(text: str, issued: date | None) -> None:
    [citation] = extract_text("a.txt", f"A headline of some words\n\nThey said that {text}.\n".encode()).citations
    assert citation.issued == issued
