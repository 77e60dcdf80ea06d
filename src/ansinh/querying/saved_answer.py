"""The answer to a saved query: its rows, what their columns hold, and the articles that they come from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, overload

from ansinh.querying.columns import Kind, kind_of, units_of
from ansinh.querying.engine import Engine
from ansinh.querying.rows import Rows, Value
from ansinh.querying.running import solutions_of, terms, value
from ansinh.querying.sources import Source, sources_of

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow


@dataclass(frozen=True, slots=True, eq=False)
class Answer(Sequence[dict[str, Value]]):
    """Rows, each a dict by column: whole numbers are int, others Decimal, dates and the rest text, no value None.

    `columns` has their names, `kinds` what each holds ("integer", "decimal", "float", "date", "boolean", "iri",
    "text"), `units` the unit of those that have one, and `sources` the articles that the rows name, by their IRI.
    An answer equals a list of the same dicts; a slice of it is an answer.
    """

    query: str
    columns: tuple[str, ...]
    kinds: Mapping[str, Kind]
    units: Mapping[str, str]
    sources: Mapping[str, Source]
    values: tuple[tuple[Value, ...], ...]

    def rows(self) -> Rows:
        """The same for the writers of formats."""
        return Rows(self.columns, iter(self.values))

    def to_pandas(self) -> pandas.DataFrame:
        """A pandas data frame: nullable integers, dates as datetime64, decimals as Decimal; `attrs` has the units."""
        from ansinh.querying.frames import to_pandas

        return to_pandas(self)

    def to_polars(self) -> polars.DataFrame:
        """A polars data frame: Int64, Date, and Decimal with the digits that the column needs."""
        from ansinh.querying.frames import to_polars

        return to_polars(self)

    def to_arrow(self) -> pyarrow.Table:
        """An Arrow table: int64, date32, decimal with the digits that the column needs; units as field metadata."""
        from ansinh.querying.frames import to_arrow

        return to_arrow(self)

    def __len__(self) -> int:
        return len(self.values)

    def __iter__(self) -> Iterator[dict[str, Value]]:
        return (self._row(values) for values in self.values)

    @overload
    def __getitem__(self, index: int) -> dict[str, Value]: ...
    @overload
    def __getitem__(self, index: slice) -> Answer: ...
    def __getitem__(self, index: int | slice) -> dict[str, Value] | Answer:
        if isinstance(index, slice):
            return replace(self, values=self.values[index])
        return self._row(self.values[index])

    def __eq__(self, other: object) -> bool:
        return list(self) == list(other) if isinstance(other, Answer | list | tuple) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<Answer {self.query}: {len(self)} row{'' if len(self) == 1 else 's'} of {', '.join(self.columns)}>"

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        from ansinh.querying.page import table

        return table(self)

    def _row(self, values: tuple[Value, ...]) -> dict[str, Value]:
        return dict(zip(self.columns, values, strict=True))


def answer(engine: Engine, name: str, parameters: Mapping[str, str] | None = None) -> Answer:
    """The answer to a saved query. QueryError when the query or a parameter is not as it should be."""
    found = solutions_of(engine, name, parameters)
    columns = tuple(variable.value for variable in found.variables)
    told = list(terms(found))
    values = tuple(tuple(value(term) for term in row) for row in told)
    kinds = {column: kind_of(column, [row[i] for row in told]) for i, column in enumerate(columns)}
    return Answer(name, columns, kinds, units_of(columns, values), sources_of(engine, values), values)
