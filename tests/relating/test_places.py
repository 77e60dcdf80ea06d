"""Which place a figure speaks of."""

from __future__ import annotations

import pytest

from ansinh.relating import extract_text

HEAD = "Lai Chau province reported on social security.\nLai Chau reviewed its work in Lai Chau.\n"


def _places(text: str) -> dict[str, str | None]:
    extraction = extract_text("a.txt", (HEAD + text).encode())
    assert extraction.article.place == "VN-01"
    return {figure.quote: figure.place for figure in extraction.figures}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The poverty rate was 12.5%, while the national average was 2.9%.", {"12.5": None, "2.9": "VN"}),
        ("Nationwide, 1,200 people got a card.", {"1,200": "VN"}),
        ("In Son La, 30 houses were built; Lai Chau built 20 houses.", {"30": "VN-05", "20": None}),
        ("The province sent 45 workers from Lai Chau to Bac Giang.", {"45": None}),
        ("The Son La Provincial People's Committee gave 15 gifts.", {"15": None}),
        ("With Vietnam Social Security it reached 88 people.", {"88": None}),
    ],
)
def test_a_figure_has_the_place_that_its_clause_names(text: str, expected: dict[str, str | None]) -> None:
    assert _places(text) == expected
