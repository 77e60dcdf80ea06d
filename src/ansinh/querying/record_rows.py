"""Extraction records as rows: one type of record, its keys as columns."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from ansinh.model import Extraction
from ansinh.querying.rows import Rows, Value
from ansinh.records import RECORD_KEYS, records


def record_rows(extractions: Iterable[Extraction], kind: str) -> Rows:
    """The records of one type: `file` and the keys of the type; lists are joined with semicolons."""
    columns = ("file", *RECORD_KEYS[kind])
    found = (record for extraction in extractions for record in records(extraction) if record["record"] == kind)
    return Rows(columns, (tuple(_cell(record[column]) for column in columns) for record in found))


def _cell(value: Any) -> Value:
    if isinstance(value, list):
        return "; ".join("" if v is None else _span(v) if isinstance(v, list) else str(v) for v in value)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    return value if value is None or isinstance(value, int | str) else str(value)


def _span(value: list[int]) -> str:
    return "-".join(str(offset) for offset in value)
