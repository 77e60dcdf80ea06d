"""Parts against their whole.

A list that tells it is complete ("consists of", brackets, a colon) must add up to its whole; one that tells it is not
("including", "of which") may be no more than that. Parts may overlap where nothing tells that they do not: a sum that
is far off is then no misprint, and nobody is accused.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ansinh.auditing.account import COUNTED, MONEY, Account
from ansinh.auditing.findings import Finding, Reason, Sum, is_misprint, judged, unchecked
from ansinh.auditing.ranges import Range, printed, shown, stated, told
from ansinh.model import Figure

_COMPLETE = re.compile(
    r"""(?: [(:] | \b(?:consist(?:s|ed|ing)?\ of|compris(?:es?|ed|ing)|made\ up\ of|namely|divided\ into
                      |(?:they|these)\ (?:are|were)) )
        [^.;:()]{0,60}$""",
    re.IGNORECASE | re.VERBOSE,
)
_SELECTED = re.compile(
    r"\b(?:includ\w+|(?:of|in|among) (?:which|whom|these|them)|among|such as|main\w*|most\w*|especially|largest|highest"
    r"|lead\w*|led|followed|notabl\w+|for example|typical\w*|particular\w*|with)\b",
    re.IGNORECASE,
)
_AND_MORE = re.compile(
    r"\b(?:etc|some|several|many|dozens|hundreds|thousands|the rest)\b|…|\.\."
    r"|\band (?:many |some )?others?\b(?![^,.;)]*\d)",
    re.IGNORECASE,
)
_OF_WHICH = re.compile(r"[^.;:()\d]{0,60}\b(?:of which|of whom|including)\b[^.;\d]{0,60}", re.IGNORECASE)
_IN_ALL = re.compile(r"[^.,;:()\d]{0,20}\b(?:altogether|in all|in total|all told)\b", re.IGNORECASE)
_A_TOTAL_OF = re.compile(r"\b(?:a total of|totall?ing)\s+(?:about |over |nearly )?(?:VN[DĐ]\s*)?$", re.IGNORECASE)
# before three parts and more that lack so little of their whole, these words open all of them
_WHOLLY = re.compile(r"\b(?:of which|of whom|in which|including)\b[^.;:()\d]{0,20}$", re.IGNORECASE)
_HARDLY = Decimal("0.02")
_THOUSAND = Decimal(1000)
_LIST = re.compile(r"[^.;]{0,120}")
_OPENING = 80
_CUE = 15  # before the colon or bracket of "including:"
_FAR = 250

_MAY_OVERLAP: Reason = ("the parts may overlap", "các phần có thể trùng nhau")
_MAY_BE_SOME: Reason = ("the list may not be the whole of it", "danh sách có thể không đầy đủ")


def parts(account: Account) -> Iterator[Finding]:
    """What every list of parts comes to, beside its whole."""
    lists: dict[str, list[Figure]] = defaultdict(list)
    for figure in account.figures:
        if figure.part_of is not None and figure.kind in COUNTED and figure is _first(account, figure):
            lists[figure.part_of].append(figure)
    for members in lists.values():
        for row in _rows(account, members):
            whole = account.whole_of(row[0])
            if whole is not None and whole.span.start < row[0].span.start:
                yield from _one(account, whole, row[0]) if len(row) == 1 else [_several(account, whole, row)]


def totals(account: Account) -> Iterator[Finding]:
    """A total that is told behind its parts: "7 dead, 2 missing and 31 injured, 40 victims in all"."""
    for figure in account.figures:
        told_as_total = _IN_ALL.match(account.behind(figure)) or _A_TOTAL_OF.search(account.before(figure))
        if figure.kind not in COUNTED or not told_as_total:
            continue
        row: list[Figure] = []
        for before in reversed([f for f in account.sentence(figure) if f.span < figure.span]):
            if (before.unit, before.kind) == (figure.unit, figure.kind):
                row.insert(0, before)
            elif figure.kind == "count" or before.kind not in ("count", "standard"):
                break
        if len(row) > 1:
            found = judged("parts", figure, _sum(row), row)
            slip = found if found.verdict == "holds" or is_misprint(found) else _thousandfold(figure, row)
            if slip:
                yield slip


def _thousandfold(whole: Figure, row: Sequence[Figure]) -> Finding | None:
    """The finding on a part that is a thousand times too much or too little for its total: million for billion."""
    for part in row if whole.unit in MONEY else ():
        for times in (_THOUSAND, 1 / _THOUSAND):
            meant = part._replace(value=part.value * times, quote=shown(part.value * times, part.unit))
            added = _sum([meant if f is part else f for f in row])
            if added.range.meets(stated(whole)):
                asked = f"{added.written} = {told(whole)}"
                words = f"{told(part)} is printed where {meant.quote} would make {asked}"
                words_vi = f"bài viết ghi {told(part)}, trong khi {meant.quote} mới cho {asked}"
                others = [whole, *(f for f in row if f is not part)]
                return Finding("parts", "off", (part, *others), words, words_vi, abs(meant.value - part.value))
    return None


def _first(account: Account, figure: Figure) -> Figure:
    """The number that tells an outcome's size: of "2,421/2,550 people" the first."""
    return next(f for f in account.outcome(figure) if f.kind in COUNTED)


def _rows(account: Account, members: Sequence[Figure]) -> Iterator[list[Figure]]:
    """The parts that are listed together: in one unit and one sentence, with little between."""
    row = [members[0]]
    for figure in members[1:]:
        listed = figure.unit == row[-1].unit and figure.kind == row[-1].kind
        if listed and _LIST.fullmatch(_bare(account.between(row[-1], figure))):
            row.append(figure)
        else:
            yield row
            row = [figure]
    yield row


def _bare(text: str) -> str:
    """A text without its decimal points, which end no sentence."""
    return re.sub(r"(?<=\d)\.(?=\d)", "", text)


def _one(account: Account, whole: Figure, part: Figure) -> Iterator[Finding]:
    """One part: no more than its whole. Only "of which" in plain words makes a larger one a slip of the writer."""
    if printed(part).low <= printed(whole).high:
        yield _within(whole, [part], part.value)
    elif part.unit == whole.unit and _OF_WHICH.fullmatch(account.between(whole, part)):
        over = part.value - whole.value
        words = f"{told(part)} is more than the {told(whole)} that it is a part of, by {shown(over, part.unit)}"
        words_vi = f"{told(part)} lớn hơn tổng {told(whole)} là {shown(over, part.unit)}"
        yield Finding("parts", "off", (part, whole), words, words_vi, over)


def _several(account: Account, whole: Figure, row: Sequence[Figure]) -> Finding:
    added = _sum(row)
    found = judged("parts", whole, added, row)
    if found.verdict == "holds":
        return found
    slip = is_misprint(found) and all((part.unit, part.status) == (whole.unit, whole.status) for part in row)
    if _is_complete(account, whole, row):
        return found if slip else _thousandfold(whole, row) or unchecked("parts", whole, _MAY_BE_SOME, row)
    if added.result < whole.value:
        nearly = slip and len(row) > len(("one", "other")) and (found.off_by or 0) <= _HARDLY * whole.value
        return found if nearly and _WHOLLY.search(account.between(whole, row[0])) else _within(whole, row, added.result)
    # places, markets, sources of money: the words of the list are names, and nothing is in two of them
    apart = all(part.kind == "amount" or part.counted is None for part in row)
    return found if slip and apart else unchecked("parts", whole, _MAY_OVERLAP, row)


def _sum(row: Sequence[Figure]) -> Sum:
    total = Range(Decimal(0), Decimal(0))
    for part in row:
        total = total + printed(part)
    return Sum(" + ".join(told(part) for part in row), sum((part.value for part in row), Decimal(0)), total)


def _within(whole: Figure, row: Sequence[Figure], result: Decimal) -> Finding:
    added = " + ".join(told(part) for part in row)
    written = f"{added} = {shown(result, whole.unit)}" if len(row) > 1 else added
    words = f"{written}, no more than the whole of {told(whole)}"
    return Finding("parts", "holds", (whole, *row), words, f"{written}, không vượt quá tổng {told(whole)}")


def _is_complete(account: Account, whole: Figure, row: Sequence[Figure]) -> bool:
    """Whether the text lists all parts: it says so, it says nothing else, and every number of the list was read."""
    if row[0].span.start - whole.span.end > _FAR:
        return False
    opening = account.between(whole, row[0])[-_OPENING:]
    complete = _COMPLETE.search(opening)
    if complete is None or _SELECTED.search(opening, max(0, complete.start() - _CUE)):
        return False
    listed = account.extraction.text[row[0].span.start : row[-1].span.end]
    # "Japan (1,160 people), Taiwan (985 people)": a bracket around each, none around the list
    if complete.group().startswith("(") and ")" in listed.split("(")[0]:
        return False
    unread = account.has_unread(row[0].span.start, row[-1].span.end)
    return not (unread or _AND_MORE.search(listed + re.split(r"[.;)]", account.behind(row[-1]))[0]))
