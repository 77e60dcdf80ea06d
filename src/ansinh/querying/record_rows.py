"""Extraction records as rows: one type of record, its keys as columns."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ansinh.model import Extraction, Figure
from ansinh.querying.rows import Rows, Value
from ansinh.records import RECORD_KEYS, records

# what a run of digits may have been used for: the columns of the summary
USES = ("figure", "citation", "date", "name", "ordinal", "furniture", "unread")
_LACKING: Mapping[str, Callable[[Figure], object]] = {
    "figures_without_group": lambda figure: figure.beneficiary,
    "figures_without_field": lambda figure: figure.field,
    "figures_without_period": lambda figure: any(figure.period),
    "figures_without_document": lambda figure: figure.documents,
}


def record_rows(extractions: Iterable[Extraction], kind: str) -> Rows:
    """The records of one type: `file` and the keys of the type; lists are joined with semicolons."""
    columns = ("file", *RECORD_KEYS[kind])
    found = (record for extraction in extractions for record in records(extraction) if record["record"] == kind)
    return Rows(columns, (tuple(_cell(record[column]) for column in columns) for record in found))


def summary_rows(extractions: Iterable[Extraction]) -> Rows:
    """One row an article: its runs of digits by what they were used for, and its figures by what they lack."""
    return Rows(("file", "numbers", *USES, *_LACKING), (_summary(extraction) for extraction in extractions))


def _summary(extraction: Extraction) -> tuple[Value, ...]:
    uses = Counter(number.use for number in extraction.numbers)
    lacking = (sum(not held(figure) for figure in extraction.figures) for held in _LACKING.values())
    return (extraction.article.file, len(extraction.numbers), *(uses[use] for use in USES), *lacking)


def _cell(value: Any) -> Value:
    if isinstance(value, list):
        return "; ".join("" if v is None else _span(v) if isinstance(v, list) else str(v) for v in value)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    return value if value is None or isinstance(value, int | str) else str(value)


def _span(value: list[int]) -> str:
    return "-".join(str(offset) for offset in value)
