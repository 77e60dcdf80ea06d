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
_STYLES = {"off": "red", "holds": "green", "unchecked": "yellow"}
_TOLD = {"off": "off", "holds": "holds", "unchecked": "not checkable"}


def write_findings(found: Rows, out: IO[str]) -> None:
    """Write one block a finding, article by article; colours only at a terminal."""
    from rich.console import Console
    from rich.text import Text

    console = Console(file=out, highlight=False)
    article: Value = None
    for values in found.values:
        row = dict(zip(found.columns, values, strict=True))
        if row["article"] != article:
            article = row["article"]
            console.print(Text(str(article).removeprefix(ID)), soft_wrap=True)
        verdict = str(row["verdict"])
        head = Text.assemble("  ", (_TOLD[verdict], _STYLES[verdict]), f"  {row['kind']}: {row['arithmetic']}")
        console.print(head, *map(Text, _below(row)), sep="\n", end="\n\n", soft_wrap=True)


def summary(found: Sequence[Mapping[str, Value]]) -> str:
    """The findings counted: "3 off, 95 hold, 42 cannot be checked"."""
    counts = Counter(str(row["verdict"]) for row in found)
    return f"{counts['off']} off, {counts['holds']} hold, {counts['unchecked']} cannot be checked"


def _below(row: Mapping[str, Value]) -> list[str]:
    """The lines under the arithmetic: the figure that may have been meant, and the quotation."""
    near = [f"{_INDENT}nearest figure of the same series: {row['nearest']}"] if row["nearest"] else []
    quoted = " ".join(str(row["quotation"]).split())
    return [*near, *textwrap.wrap(f"“{quoted}”", _WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT)]
