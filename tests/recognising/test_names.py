"""Names of papers, of holders of an office, and of the place that an article is about."""

from __future__ import annotations

import pytest

from ansinh.relating import extract_text

BODY = "The province of Son La gave cards to 900 people in poor households, and Son La goes on with it this year.\n"


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Van Truong | LAO DONG NEWSPAPER | 18/12/2024 14:06 (GMT+7)", "LAO DONG NEWSPAPER"),
        ("Son La Newspaper - Thursday, November 28, 2024, 07:40", "Son La Newspaper"),
        ("Báo Sơn La 10/12/2024 07:42", "Báo Sơn La"),
        ("Updated: 20/12/2024 - 15:32", None),
        ("Thursday, November 28, 2024", None),
    ],
)
def test_a_paper_is_named_in_a_part_of_a_line(line: str, publisher: str | None) -> None:
    read = extract_text("a.txt", f"A headline of some words\n\n{line}\n\n{BODY}".encode())
    assert read.article.publisher == publisher


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mr. Tran Quoc Bao, Director of the Department of Health, spoke.", "Tran Quoc Bao"),
        ("Lieutenant Colonel Tran Quoc Bao, Deputy Head of the Drug Division, spoke.", "Tran Quoc Bao"),
        ("Major General Tran Quoc Bao, Director of the Provincial Police, spoke.", "Tran Quoc Bao"),
    ],
)
def test_a_rank_is_no_part_of_a_name(text: str, name: str) -> None:
    read = extract_text("a.txt", f"A headline of some words\n\n{text}\n".encode())
    assert [person.name for person in read.persons] == [name]
