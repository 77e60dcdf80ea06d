"""The findings of the audit as a report for a person: the verdict, the arithmetic, and the words that it is about."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import IO

from ansinh.namespaces import ID
from ansinh.querying.rows import Rows, Value

_WIDTH = 120
_INDENT = "    "
_COLOURS = {"off": "\x1b[31m", "holds": "\x1b[32m", "unchecked": "\x1b[33m"}
_PLAIN = "\x1b[0m"
_TOLD = {"off": "off", "holds": "holds", "unchecked": "not checkable"}


def write_findings(found: Rows, out: IO[str]) -> None:
    """Write one block a finding, article by article; colours only at a terminal."""
    article: Value = None
    for values in found.values:
        row = dict(zip(found.columns, values, strict=True))
        if row["article"] != article:
            article = row["article"]
            out.write(f"{str(article).removeprefix(ID)}\n")
        out.write(_block(row, colours=out.isatty()))


def summary(found: Sequence[Mapping[str, Value]]) -> str:
    """The findings counted: "3 off, 95 hold, 42 cannot be checked"."""
    counts = Counter(str(row["verdict"]) for row in found)
    return f"{counts['off']} off, {counts['holds']} hold, {counts['unchecked']} cannot be checked"


def _block(row: Mapping[str, Value], *, colours: bool) -> str:
    verdict = str(row["verdict"])
    told = _TOLD[verdict]
    head = f"{_COLOURS[verdict]}{told}{_PLAIN}" if colours else told
    lines = [f"  {head}  {row['kind']}: {row['arithmetic']}"]
    if row["nearest"]:
        lines.append(f"{_INDENT}nearest figure of the same series: {row['nearest']}")
    quoted = " ".join(str(row["quotation"]).split())
    lines += textwrap.wrap(f"“{quoted}”", _WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT)
    return "\n".join(lines) + "\n\n"
