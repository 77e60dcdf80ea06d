"""The one door to the libraries of tables: an answer as a frame of pandas or polars, or an Arrow table.

Whole numbers stay whole where some are missing, dates are dates, and decimals keep all their digits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ansinh.errors import AnsinhError
from ansinh.querying.columns import Kind
from ansinh.querying.rows import Value

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

    from ansinh.querying.saved_answer import Answer

_MAKE: dict[Kind, Callable[[Any], Any]] = {
    "integer": int,
    "decimal": Decimal,
    "float": float,
    "date": date.fromisoformat,
    "boolean": bool,
    "iri": str,
    "text": str,
}
_DIGITS = 38  # of a decimal of 128 bits


def to_pandas(answer: Answer) -> pandas.DataFrame:
    """A data frame; AnsinhError where pandas is not installed."""
    with _extra("pandas"):
        import pandas

    dtypes = {"integer": "Int64", "decimal": "object", "float": "Float64", "date": "datetime64[s]",
              "boolean": "boolean", "iri": "string", "text": "string"}  # fmt: skip
    series = {
        column: pandas.Series(cells, dtype=dtypes[kind], index=range(len(answer)))
        for column, kind, cells in _columns(answer)
    }
    frame = pandas.DataFrame(series, index=range(len(answer)), columns=list(answer.columns))
    frame.attrs = {"query": answer.query, "units": dict(answer.units)}
    return frame


def to_polars(answer: Answer) -> polars.DataFrame:
    """A data frame; AnsinhError where polars is not installed."""
    with _extra("polars"):
        import polars as pl

    dtypes = {"integer": pl.Int64, "float": pl.Float64, "date": pl.Date, "boolean": pl.Boolean,
              "iri": pl.String, "text": pl.String}  # fmt: skip
    return pl.DataFrame([
        pl.Series(column, cells, pl.Decimal(_DIGITS, _scale(cells)) if kind == "decimal" else dtypes[kind])
        for column, kind, cells in _columns(answer)
    ])  # fmt: skip


def to_arrow(answer: Answer) -> pyarrow.Table:
    """A table, its schema with the unit of each column; AnsinhError where pyarrow is not installed."""
    with _extra("arrow"):
        import pyarrow as pa

    types = {"integer": pa.int64(), "float": pa.float64(), "date": pa.date32(), "boolean": pa.bool_(),
             "iri": pa.string(), "text": pa.string()}  # fmt: skip
    fields, arrays = [], []
    for column, kind, cells in _columns(answer):
        type_ = pa.decimal128(_DIGITS, _scale(cells)) if kind == "decimal" else types[kind]
        unit = {"unit": answer.units[column]} if column in answer.units else None
        fields.append(pa.field(column, type_, metadata=unit))
        arrays.append(pa.array(cells, type_))
    return pa.table(arrays, schema=pa.schema(fields, metadata={"query": answer.query}))


def _columns(answer: Answer) -> Iterator[tuple[str, Kind, list[Any]]]:
    for i, column in enumerate(answer.columns):
        kind = answer.kinds[column]
        yield column, kind, [_cell(row[i], kind) for row in answer.values]


def _cell(value: Value, kind: Kind) -> Any:
    return None if value is None else _MAKE[kind](value)


def _scale(cells: Sequence[Decimal | None]) -> int:
    """How many digits behind the point the column needs."""
    exponents = (cell.as_tuple().exponent for cell in cells if cell is not None)
    return max((-exponent for exponent in exponents if isinstance(exponent, int)), default=0)


@contextmanager
def _extra(name: str) -> Iterator[None]:
    try:
        yield
    except ImportError as error:
        raise AnsinhError(
            f"{error.name or name} is not installed; it comes with pip install 'ansinh[{name}]'"
        ) from error
