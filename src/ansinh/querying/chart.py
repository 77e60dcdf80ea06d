"""The one door to the charts: one bar a row of an answer that has a measure, drawn as SVG.

Bars are never added up: rows that share a name are told apart by what else the row says, and by their number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ansinh.errors import AnsinhError
from ansinh.querying.rows import Value
from ansinh.querying.saved_answer import Answer
from ansinh.querying.wording import Language, number, told, unit
from ansinh.querying.wording import heading as heading_of

# what is drawn, the first that an answer has; `value` only in one unit
_MEASURES = ("cost_per_person_vnd", "total_vnd", "cost_vnd", "attainment_percent", "error_percent", "people", "value")
# what a bar is called by: as many as are needed to tell the bars apart
_NAMES = ("group", "field", "agency", "rule", "place", "document", "measure", "attribute", "period_end", "printed")
_MOST = 40  # bars that a person can read
_FORMAT = ",.2~f"
# the names left of the bars, or above them
_WIDE: Mapping[str, Any] = {"width": 560, "step": 20, "bar": {}, "names": {"labelLimit": 560}}
_NARROW: Mapping[str, Any] = {
    "width": 270,
    "step": 44,
    "bar": {"height": 16, "yOffset": 9},
    "names": {"labelAlign": "left", "labelPadding": -4, "labelOffset": -9, "labelLimit": 345, "ticks": False},
}
_LOCALES = {"vi": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["", ""]}}
_CAPTIONS = {
    "en": ("a bar for each row that tells it", "; the first {most} of {all} rows"),
    "vi": ("mỗi dòng có nêu là một thanh", "; {most} dòng đầu trong {all} dòng"),
}
_COLOUR = "#2f6f9f"


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing, the same for where there is little room, and what it shows in words."""

    svg: str
    narrow: str
    caption: str


def chart(answer: Answer, language: Language = "en") -> Chart | None:
    """The chart of an answer; None where it has no measure to compare. AnsinhError where the library is missing."""
    measure = _measure(answer)
    if measure is None:
        return None
    rows = [row for row in answer if row[measure] is not None]
    labels = _labels(answer, rows[:_MOST], language)
    multiple, by = _scale(answer.units.get(measure, ""), rows, measure)
    title, in_ = heading_of(measure, language), answer.units.get(measure, "")
    heading = f"{title} ({unit(in_, language, multiple)})" if in_ not in ("", measure) else title
    bars = [_bar(label, Decimal(str(row[measure])) / by, language) for label, row in zip(labels, rows, strict=False)]
    told_, left_out = _CAPTIONS[language]
    more = left_out.format(most=_MOST, all=len(rows)) if len(rows) > _MOST else ""
    wide, narrow = (_drawn(_specification(bars, heading, shape), language) for shape in (_WIDE, _NARROW))
    return Chart(wide, narrow, f"{heading}: {told_}{more}")


def _bar(label: str, value: Decimal, language: Language) -> dict[str, Any]:
    """A bar and what is written at its end: two decimals or, of less than a hundredth, two digits that tell."""
    shown = round(value, 2) if abs(value) >= Decimal("0.01") or not value else round(value, 1 - value.adjusted())
    written = f"{shown:f}"
    plain = written.rstrip("0").rstrip(".") if "." in written else written
    return {"bar": label, "value": float(value), "text": number(Decimal(plain), language)}


def _measure(answer: Answer) -> str | None:
    for column in _MEASURES:
        if column in answer.columns and (column != "value" or column in answer.units):
            told = [value for value in answer.values if value[answer.columns.index(column)] is not None]
            if len(told) > 1:
                return column
    return None


def _labels(answer: Answer, rows: Sequence[dict[str, Value]], language: Language) -> list[str]:
    """A name for each row, no two alike; where the places differ, with the place."""
    labels: list[str] = [""] * len(rows)
    for column in (name for name in _NAMES if name in answer.columns):
        differ = len({row[column] for row in rows}) > 1
        alike = "" in labels or len(set(labels)) < len(labels)
        if not any(labels) or (differ and (alike or column == "place")):
            more = [told(column, str(row[column] or ""), language) for row in rows]
            labels = [", ".join(filter(None, pair)) for pair in zip(labels, more, strict=True)]
    counts = Counter(labels)
    return [label if counts[label] == 1 and label else f"{label} ({i})".strip() for i, label in enumerate(labels, 1)]


def _scale(unit_: str, rows: Sequence[dict[str, Value]], measure: str) -> tuple[str, int]:
    """In which multiples of the unit values are drawn: dong soon come in billions."""
    most = max(abs(Decimal(str(row[measure]))) for row in rows)
    steps = ((10**9, "billion"), (10**6, "million")) if unit_ == "VND" else ()
    return next(((name, by) for by, name in steps if most >= 10 * by), ("", 1))


def _specification(bars: Sequence[dict[str, Any]], heading: str, shape: Mapping[str, Any]) -> dict[str, Any]:
    """A chart in the language of Vega-Lite: the bars in the order of the rows."""
    axis = {"format": _FORMAT, "grid": False, "tickCount": shape["width"] // 80}
    across = {"field": "value", "type": "quantitative", "title": heading, "axis": axis}
    down = {"field": "bar", "type": "nominal", "sort": None, "title": None, "axis": {"zindex": 1, **shape["names"]}}
    end = {"type": "text", "align": "left", "dx": 4, "dy": shape["bar"].get("yOffset", 0)}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": shape["width"],
        "height": {"step": shape["step"]},
        "data": {"values": list(bars)},
        "encoding": {"x": across, "y": down},
        "layer": [
            {"mark": {"type": "bar", "color": _COLOUR, **shape["bar"]}},
            {"mark": end, "encoding": {"text": {"field": "text", "type": "nominal"}}},
        ],
        "config": {
            "font": "sans-serif",
            "view": {"stroke": None},
            "axis": {"labelFontSize": 13, "titleFontSize": 13},
            "text": {"fontSize": 13},
        },
    }


def _drawn(specification: dict[str, Any], language: Language) -> str:
    try:
        import vl_convert
    except ImportError as error:
        raise AnsinhError("the page has no chart: it comes with pip install 'ansinh[charts]'") from error
    return str(vl_convert.vegalite_to_svg(specification, format_locale=_LOCALES.get(language)))
