"""Numbers written as words: "nine of them", "thirty-five orphans", "ten percent"."""

from __future__ import annotations

import re

_UNITS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_VALUES = {word: value for value, word in enumerate(_UNITS.split(), 2)}
_VALUES |= {word: 10 * value for value, word in enumerate(_TENS.split(), 2)}
# "one" is left out: it is a pronoun more often than a number
_ROUND, _SMALL, _DIGIT = ("|".join(words) for words in (_TENS.split(), _UNITS.split(), _UNITS.split()[:8]))
NUMBER_WORDS = frozenset(_VALUES)
NUMBER_WORD = rf"(?:(?:{_ROUND})(?:[- ](?:one|{_DIGIT}))?|{_SMALL})\b"


def value(printed: str) -> int:
    """The number that one or two words name; KeyError for other words."""
    return sum(1 if word == "one" else _VALUES[word] for word in re.split(r"[- ]", printed.lower()))
