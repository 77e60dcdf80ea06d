"""The ledger: every run of digits stands in exactly one entry, with what it was used for and why."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from ansinh.lexicon import Hit
from ansinh.model import Number, Span
from ansinh.reading.page import Page

_DIGIT = re.compile(r"\d")

# what holds digits without being a quantity, in the order in which they claim their digits
_NAMES: tuple[tuple[str, str, tuple[str, ...], re.Pattern[str]], ...] = (
    # and marks without which there is no need to look
    ("name", "an address on the web", ("http", "www."), re.compile(r"(?:https?://|www\.)\S+")),
    ("name", "a mail address", ("@",), re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")),
)
_LIST_ITEM, _LISTS = re.compile(r"(?m)^\s*\(?\d{1,2}[.)](?=\s)"), (".", ")")
# the same, read where a run of digits begins
_FROM_DIGITS: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    ("date", "a time of day", re.compile(r"\b\d{1,2}(?::\d\d(?::\d\d)?|h\d\d)\b")),
    (
        "name",
        "a telephone number",
        re.compile(r"(?<![\d,.])(?:(?<=\+)84|0|1[89]00)[\s.]?\d{2,4}(?:[\s.]\d{3,4}){1,2}(?![\d,])"),
    ),
    (
        "name",
        "the number behind 'No.'",
        re.compile(r"(?:(?<=[Nn]o\.)|(?<=[Nn]o\.\s)|(?<=[Nn]os\.\s))\d{1,4}\b(?![/.,-]?\d|\s*%)"),
    ),
    ("ordinal", "an ordinal", re.compile(r"\b\d+(?:st|nd|rd|th)\b")),
    # 5.0-magnitude
    ("name", "part of a name", re.compile(r"\b\d+(?:\.\d+)?-[^\W\d_]+\b")),
)  # fmt: skip
# what all of them have
_MAY_BEGIN_A_NAME = re.compile(r"0|1[89]00|\d++(?:[:h]|(?:\.\d+)?-|st|nd|rd|th)|(?<=\+)84|(?<=[os]\.)|(?<=[os]\.\s)")
# K12 · Covid-19; VND5,163 is money. Where the letters before the digits begin, and the whole name
_LETTERS = re.compile(r"[^\W\d_]+[-–]?$")
_NAME_WITH_DIGITS = re.compile(r"(?<!\w)(?!VN[DĐ]|USD|Q[1-4]\b)[^\W\d_]+[-–]?\d[\w.]*")
_LONGEST_WORD = 60
# the number behind a noun that is numbered: "Article 1", "Highway 6", "Program 135"
_NUMBER_BEHIND = re.compile(r"\s+(?:No\.?\s*)?(\d{1,4}(?:/\d+)?)(?![\d,.]*\d|\s*%|\s*(?:million|billion|thousand))")


class Ledger:
    """Which digits of a page are claimed, by whom, and why."""

    def __init__(self, page: Page) -> None:
        """Start with everything unclaimed."""
        self._page = page
        self.claimed = bytearray(len(page.text))
        self._entries: list[tuple[Span, str, str]] = []

    def claim(self, span: Span, use: str, reason: str) -> None:
        """Claim the digits of a span, unless some of them are claimed already."""
        if self.claimed.find(1, span.start, span.end) < 0:
            self.claimed[span.start : span.end] = b"\x01" * (span.end - span.start)
            self._entries.append((span, use, reason))

    def claim_all(self, use: str, reason: str) -> None:
        """Claim every run of digits that is still unclaimed."""
        for run in self._page.numbers:
            if not self.claimed[run[0]]:
                self.claim(Span(*run), use, reason)

    def claim_furniture(self) -> None:
        """Claim what stands in lines that are not the article's body."""
        numbers = self._page.numbers
        for line in self._page.lines:
            if line.kind != "body":
                first, last = (bisect_left(numbers, (offset, 0)) for offset in line.span)
                for run in numbers[first:last]:
                    self.claim(Span(*run), "furniture", line.reason)

    def claim_names(self) -> None:
        """Claim addresses, telephone numbers, ordinals, names, and the numbers of articles, roads and wards."""
        text = self._page.text
        for use, reason, marks, pattern in _NAMES:
            for match in pattern.finditer(text) if any(mark in text for mark in marks) else ():
                self.claim(Span(*match.span()), use, reason)
        if any(text[end : end + 1] in _LISTS and text[end + 1 : end + 2].isspace() for _, end in self._page.numbers):
            for match in _LIST_ITEM.finditer(text):
                self.claim(Span(*match.span()), "ordinal", "the number of a list item")
        for start, _ in self._page.numbers:
            if self.claimed[start]:
                continue
            for use, reason, pattern in _FROM_DIGITS if _MAY_BEGIN_A_NAME.match(text, start) else ():
                if read := pattern.match(text, start):
                    self.claim(Span(*read.span()), use, reason)
            beside = start > 0 and (text[start - 1].isalpha() or text[start - 1] in "-–")
            letters = _LETTERS.search(text, max(0, start - _LONGEST_WORD), start) if beside else None
            if letters and (named := _NAME_WITH_DIGITS.match(text, letters.start())):
                self.claim(Span(*named.span()), "name", "part of a name")
        for hit in self._page.hits["numbered"]:
            self._claim_numbered(hit)

    def _claim_numbered(self, hit: Hit) -> None:
        match = _NUMBER_BEHIND.match(self._page.text, hit.end)
        name = self._page.text[hit.start : hit.end]
        if match and (name[0].isupper() or hit.notation == "always"):
            self.claim(Span(*match.span(1)), "name", f"the number behind '{name.lower()}'")

    def entries(self) -> Sequence[Number]:
        """The ledger in text order; what nobody claimed is `unread`."""
        self.claim_all("unread", "no rule reads it")
        text = self._page.text
        return tuple(
            [
                Number(span, text[span[0] : span[1]], use, reason)
                for span, use, reason in sorted(self._entries)
                if text[span[0]].isdecimal() or _DIGIT.search(text, *span)
            ]
        )
