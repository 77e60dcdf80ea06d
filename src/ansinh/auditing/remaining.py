"""What is left against what was done of the whole: "the remaining 2,294 houses"; and more done than there was to do."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from ansinh.auditing.account import Account
from ansinh.auditing.findings import Finding, Reason, Sum, is_misprint, judged, unchecked
from ansinh.auditing.ranges import printed, told
from ansinh.auditing.shares import plans_met
from ansinh.model import Figure
from ansinh.words.splitting import stems

_FEW = 10  # stages of one thing that an article may tell before
_REMAINING = re.compile(r"\bremaining\s+$", re.IGNORECASE)

_OF_WHAT: Reason = ("several numbers may be meant that it is left of", "không rõ là phần còn lại của số nào")
_PAST_THE_PLAN: Reason = ("more than the whole: a plan may have been exceeded", "vượt tổng: có thể đã vượt kế hoạch")


def remaining(account: Account, findings: Sequence[Finding]) -> Iterator[Finding]:
    """Whether what remains is the whole less what was done, of the same things."""
    done: dict[tuple[str, str | None], list[tuple[Figure, Figure]]] = defaultdict(list)
    for number, whole in plans_met(findings):
        if number.unit == whole.unit and whole.value > number.value > 0:
            for head in {_head(number), _head(whole)}:
                done[number.unit, head].append((number, whole))
    for figure in account.figures:
        if figure.kind != "count" or not _REMAINING.search(account.before(figure)):
            continue
        of_these = done[figure.unit, _head(figure)]
        before = bisect_left(of_these, figure.span, key=lambda pair: pair[0].span)
        known = of_these[max(0, before - _FEW) : before]
        found = [judged("remaining", figure, _left(*pair), pair[::-1]) for pair in known]
        holding = [finding for finding in found if finding.verdict == "holds"]
        # where several stages are told (begun, finished), what is left is of one of them
        if holding or (len(found) == 1 and is_misprint(found[0])):
            yield (holding or found)[0]
        elif known:
            yield unchecked("remaining", figure, _OF_WHAT, known[-1])


def done_of_all(account: Account) -> Iterator[Finding]:
    """Every "4/4 tasks": no more done than there was to do."""
    for number, whole in account.pairs:
        if number.value <= whole.value:
            of, vi = f"{told(number)} of {told(whole)}", f"{told(number)} trên {told(whole)}"
            yield Finding("done", "holds", (number, whole), f"{of}: no more than the whole", f"{vi}: không vượt tổng")
        else:
            yield unchecked("done", number, _PAST_THE_PLAN, [whole])


def _left(number: Figure, whole: Figure) -> Sum:
    return Sum(f"{told(whole)} - {told(number)}", whole.value - number.value, printed(whole) - printed(number))


def _head(figure: Figure) -> str | None:
    """The last word of what a figure counts: of "temporary and dilapidated houses" that is house."""
    noun = stems(figure.counted)[-1:] if figure.counted else ()
    return noun[0] if noun else None
