"""The words that dates begin with, as stems: where they stand in a text is known before any date is read."""

from __future__ import annotations

MONTHS = tuple("January February March April May June July August September October November December".split())
COUNTS = {
    word: count
    for count, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}
# words behind which stands one of a few others, or digits
SECOND_WORDS = {
    "the": frozenset("whole entire full previous coming following year new current next last".split()),
    "to": frozenset(("date",)),
    **dict.fromkeys(("in", "over", "during"), frozenset(("the", "these", "same", "past", *COUNTS))),
}
FIRST_WORDS = frozenset(
    (
        *SECOND_WORDS,
        *"first second third fourth last quarter q1 q2 q3 q4 school academic this next coming up until so at".split(),
        *("currently", "now"),
        *(name.lower() for month in MONTHS for name in (month, month[:3])),
    )
)
DATE_WORDS = FIRST_WORDS.union(*SECOND_WORDS.values())
