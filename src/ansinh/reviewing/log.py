"""The log of decisions as CSV: one row a decision, in the order in which they were made; read back strictly."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import get_args

from ansinh.errors import ReviewError
from ansinh.namespaces import slug
from ansinh.reviewing import cells
from ansinh.reviewing.attributes import ATTRIBUTES
from ansinh.reviewing.decision import VERDICTS, Decision, Target, Verdict
from ansinh.reviewing.values import NOTHING, checked

_TARGET = ("article", "start", "printed", "before", "after", "nth", "of")
_SAID = ("rule", "verdict", "who", "when", "why")
COLUMNS = (*_TARGET, *_SAID, *(f"read_{a}" for a in ATTRIBUTES), *(f"decided_{a}" for a in ATTRIBUTES))


_FAR = timedelta(hours=14)


def write_log(decisions: Iterable[Decision]) -> str:
    """The text of the file."""
    return cells.write(COLUMNS, (_row(decision) for decision in decisions))


def read_log(name: str, text: str) -> list[Decision]:
    """The decisions of a file; ReviewError names the file and the line of the first that is not as it should be."""
    decisions = []
    for line, row in cells.read(name, text, COLUMNS):
        try:
            decisions.append(_decision(row))
        except ReviewError as error:
            raise ReviewError(f"{name}, line {line}: {error}") from error
    return decisions


def told_time(text: str) -> str:
    """A date-time of ISO 8601 with its offset from UTC, as it is kept; ReviewError when it is none."""
    try:
        when = datetime.fromisoformat(text.strip())
        # what xsd:dateTime can hold
        if (offset := when.utcoffset()) is not None and abs(offset) <= _FAR and not offset % timedelta(minutes=1):
            return when.isoformat()
    except ValueError:
        pass
    raise ReviewError(f"when: {text!r} is no date and time: write it as 2025-07-01T09:30:00+07:00")


def told_name(text: str) -> str:
    """Who decided; ReviewError when nobody is named."""
    if not text.strip():
        raise ReviewError("who: name who decided, in the cell or with --who")
    return told_words("who", text)


def told_words(name: str, text: str) -> str:
    """What a person wrote; ReviewError when it has characters that no file or graph can keep."""
    odd = next((c for c in text if unicodedata.category(c) in ("Cc", "Cs") and c not in "\t\r\n"), None)
    if odd is not None:
        raise ReviewError(f"{name}: it has the character U+{ord(odd):04X}, which is no text: write it anew")
    return text


def _row(decision: Decision) -> dict[str, str]:
    target = {name: str(value) for name, value in decision.target._asdict().items()}
    said = {name: getattr(decision, name) for name in _SAID}
    read = {f"read_{name}": value for name, value in decision.read.items()}
    return target | said | read | {f"decided_{name}": value or NOTHING for name, value in decision.decided.items()}


def _decision(row: Mapping[str, str]) -> Decision:
    verdict = told_verdict(row["verdict"])
    numbers = {name: _count(name, row[name]) for name in ("start", "nth", "of")}
    if not 1 <= numbers["nth"] <= numbers["of"]:
        raise ReviewError(f"nth: {numbers['nth']} of {numbers['of']} is no place in a row of them")
    if slug(row["article"]) != row["article"]:
        raise ReviewError(f"article: {row['article']!r} is no article: put back what stood there")
    target = Target(**{name: row[name] for name in ("article", "printed", "before", "after")}, **numbers)  # type: ignore[arg-type]
    decides = verdict in ("accept", "amend")
    return Decision(
        target=target,
        rule=row["rule"],
        verdict=verdict,
        who=told_name(row["who"]),
        when=told_time(row["when"]),
        why=told_words("why", row["why"]),
        read={name: row[f"read_{name}"] for name in ATTRIBUTES},
        decided={name: checked(name, row[f"decided_{name}"]) for name in ATTRIBUTES} if decides else {},
    )


def told_verdict(text: str) -> Verdict:
    """One of the verdicts; ReviewError when it is none."""
    for verdict in VERDICTS:
        if verdict == text.strip().lower():
            return verdict
    raise ReviewError(f"verdict: {text!r} is none of {', '.join(get_args(Verdict))}")


def _count(name: str, text: str) -> int:
    if not (text.strip().isascii() and text.strip().isdigit()):
        raise ReviewError(f"{name}: {text!r} is no whole number")
    return int(text)
