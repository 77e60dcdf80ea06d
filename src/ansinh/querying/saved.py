"""The saved queries: SPARQL files whose comment header says what they answer and which parameters they take.

A file runs as it stands in any SPARQL 1.1 engine and then answers for all values of its parameters. Header lines begin
with `#:` and hold TOML; the line `# parameters`, inside WHERE, is where values are bound.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

from ansinh.errors import KnowledgeError, QueryError
from ansinh.knowledge import folder

ParameterType = Literal[
    "document-number", "place", "group", "field", "measure", "kind", "status", "document-type", "finding", "verdict",
    "rule", "agency", "policy", "article", "text", "iri", "integer", "number", "date", "notation",
]  # fmt: skip

# what the queries are listed under, in this order: English -> Vietnamese
SUBJECTS: Mapping[str, str] = {
    "Documents": "Văn bản",
    "Policies": "Chính sách",
    "Results": "Kết quả",
    "Money": "Kinh phí",
    "Places": "Địa phương",
    "Agencies": "Cơ quan",
    "Articles": "Bài báo",
    "Audit": "Kiểm tra",
    "Review": "Rà soát",
}

MARKER = re.compile(r"^\s*# parameters\s*$", re.MULTILINE)
_LANGUAGES = ("en", "vi")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a saved query; its value is bound to the variable `?NAMEParameter`.

    `values` are all that it can have, where no vocabulary says so; empty where there is no such list.
    """

    name: str
    type: ParameterType
    required: bool
    example: str
    description: Mapping[str, str]
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A saved query. What people read of it is told in English ("en") and Vietnamese ("vi")."""

    name: str
    subject: Mapping[str, str]
    title: Mapping[str, str]
    description: Mapping[str, str]
    row: Mapping[str, str]
    parameters: Mapping[str, Parameter]
    text: str


def saved_query(name: str) -> SavedQuery:
    """A saved query by its name; QueryError when there is none, KnowledgeError when its file breaks the rules."""
    if name not in _paths():
        raise QueryError(f"there is no saved query {name!r}; there are {', '.join(_paths())}")
    return _known(name)


def saved_queries() -> list[SavedQuery]:
    """All saved queries, by name."""
    return [_known(name) for name in _paths()]


def by_subject() -> list[SavedQuery]:
    """All saved queries in the order of their subjects, of one subject by name."""
    order = list(SUBJECTS)
    return sorted(saved_queries(), key=lambda query: order.index(query.subject["en"]))


@cache
def _known(name: str) -> SavedQuery:
    return read_query(_paths()[name])


@cache
def _paths() -> Mapping[str, Path]:
    return {path.stem: path for path in sorted(folder("queries").glob("*.rq"))}


def read_query(path: Path) -> SavedQuery:
    """Read and check one file. KnowledgeError names the file, and the line where there is one."""
    text = path.read_text(encoding="utf-8")
    header = _header(path, text)
    tables = header.pop("parameters", {})
    told = {key: _texts(path, key, header.pop(key, None)) for key in ("subject", "title", "description", "row")}
    if told["subject"] not in [{"en": en, "vi": vi} for en, vi in SUBJECTS.items()]:
        raise KnowledgeError(f"{path.name}: subject.en and subject.vi must be one pair of SUBJECTS in saved.py")
    if header:
        raise KnowledgeError(f"{path.name}: the header does not know {', '.join(sorted(header))}")
    parameters = {name: _parameter(path, name, table) for name, table in tables.items()}
    for name in parameters:
        if f"?{name}Parameter" not in text:
            raise KnowledgeError(f"{path.name}: the parameter {name!r} needs a variable ?{name}Parameter in the query")
    if parameters and not MARKER.search(text):
        raise KnowledgeError(f"{path.name}: a query with parameters needs a line '# parameters' inside its WHERE")
    return SavedQuery(path.stem, **told, parameters=parameters, text=text)


def _header(path: Path, text: str) -> dict[str, Any]:
    numbered = [(i, line) for i, line in enumerate(text.splitlines(), 1) if line.startswith("#:")]
    try:
        return tomllib.loads("\n".join(line[2:].strip() for _, line in numbered))
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"line (\d+)", str(error))
        line = numbered[int(at[1]) - 1 if at else -1][0]
        reason = str(error).partition(" (at ")[0]
        raise KnowledgeError(f"{path.name}, line {line}: the header is not TOML: {reason}") from error


def _parameter(path: Path, name: str, table: Any) -> Parameter:
    where = f"parameters.{name}"
    if not isinstance(table, dict) or not isinstance(table.get("example"), str):
        raise KnowledgeError(f"{path.name}: {where} needs an example, as text")
    if table.get("type") not in get_args(ParameterType):
        raise KnowledgeError(f"{path.name}: {where}.type must be one of {', '.join(get_args(ParameterType))}")
    if not isinstance(table.get("required", False), bool):
        raise KnowledgeError(f"{path.name}: {where}.required must be true or false")
    values = table.get("values", [])
    if not isinstance(values, list) or any(not isinstance(value, str) for value in values):
        raise KnowledgeError(f"{path.name}: {where}.values must be a list of texts")
    description = _texts(path, f"{where}.description", table.get("description"))
    return Parameter(name, table["type"], table.get("required", False), table["example"], description, tuple(values))


def _texts(path: Path, key: str, value: Any) -> Mapping[str, str]:
    if not isinstance(value, dict) or any(not isinstance(value.get(lang), str) for lang in _LANGUAGES):
        raise KnowledgeError(f"{path.name}: {key}.en and {key}.vi must be told in the header")
    return {lang: value[lang] for lang in _LANGUAGES}
