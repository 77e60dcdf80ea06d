"""What a figure is: a count, an amount, a rate, a change, an attainment of a plan, or a standard; planned or done."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ansinh.model import Span
from ansinh.reading.page import Page
from ansinh.recognising.quantities import Quantity
from ansinh.relating.drafts import Draft, is_old_level

# between "decreased" and its number: "by", "of", "the original plan by"; never "to", "from", "at"
_BY = re.compile(
    r"(?:\s+(?:by|of|the|a|an|only|nearly|about|over|at\s+least|at\s+most|more\s+than|original|another|a\s+further|set|assigned|year['’]s|yearly|year|annual|plan|target|estimate|VN[DĐ]))*\s*",
    re.I,
)
# "up" that tells no change: "make up over 31%"
_IDIOM = re.compile(
    r"\b(?:mak\w+|made|set\w*|sum\w*|add\w*|open\w*|built|put\w*|call\w*|took|tak\w+|draw\w*|drew|back\w*)\s+up$", re.I
)
_TARGET_OF = re.compile(r"\b(?:target|plan|goal)\s+of\s*$", re.IGNORECASE)
# a change told at last: "reduce deaths from drowning by at least 10%"
_BY_AT_LAST = re.compile(
    r"\s+[^,;:()\d]{1,60}\bby\s+(?:(?:at\s+least|over|about|more\s+than|nearly|another|a\s+further)\s+){0,2}(?:VN[DĐ]\s*)?"
)
# a change that its noun tells: "the 0.5% reduction", "a 3.2 point rise"; without an article "30% fall ill"
_ARTICLE = re.compile(r"\b(?:an?|the|another|further)\s+$", re.IGNORECASE)
_NOUN_OF_CHANGE = re.compile(
    r"[\s-]+(?:points?\s+)?(?:(?P<up>increase|rise|growth|gain)|(?P<down>reduction|decrease|cut|drop|fall|decline))\b(?!\s+rate)"
)
# the old level beside the new one: "1.2 million VND/month, instead of 800,000 VND"
_INSTEAD = re.compile(
    r"[^;]{0,40}\b(?:instead\s+of|before\s+that,?|previously,?|up\s+from|against)\s+(?:the\s+)?(?:VN[DĐ]\s*)?$", re.I
)
_THAN = re.compile(r"\s(?:than|of)\b")
# "14.6% more", "8.1% above the level of 2022", "12.5 percent fewer than a year earlier" · "(-22.4%)"
_COMPARATIVE = re.compile(
    r"\s+(?:points?\s+)?(?:(?P<up>more|higher|above)|(?P<down>less|fewer|lower|below))\b(?!\s+or\b)"
)
# "21,507 people more than in the same period", "3 more than the previous year"
_MORE_THAN = re.compile(
    r"\s+(?:(?P<up>more|higher)|(?P<down>less|fewer|lower))\s+than\s+(?:(?:in|at|on|for|by|during|when|the|this|last|a|before|that|those|previously|planned)\b|\d{4}\b)"
)
# the second of two changes: "up 3.9% in people and 11.2% in money"
_AND_CHANGE = re.compile(r"\s+in\s+(?:\w+\s+){1,3}and\s+(?:by\s+)?(?:VN[DĐ]\s*)?")
_SIGNED = re.compile(r"[(\s](?P<sign>[-−–+])$")
_AFTER_NUMBER = re.compile(r"\s*(?:\w+\s+){0,2}$")
_OF_A_PLAN = re.compile(
    r"\s*(?:of|against|compared\s+(?:to|with)|over)\s+(?:the\s+|its\s+|their\s+|this\s+)?"
    r"(?:(?:[\w'’-]+\s+){0,4}?(?:plans?|targets?|estimates?|quotas?|assignments?|norms?)"
    r"|[\d,.]+\s+(?:[\w-]+\s+){1,4}(?:assigned|planned|targeted))\b",
    re.I,
)
_COMPARED = re.compile(
    r"\s*(?:compared\s+(?:to|with)|over\s+the\s+same|of\s+the\s+same\s+period|of\s+(?:last|the\s+previous)\s+year)",
    re.I,
)
_REACHING = re.compile(
    r"(?:equal(?:ing|ed|s)?(?:\s+to)?|reach(?:ing|ed|es)?|equivalent\s+to|achiev\w+|attain\w+|complet\w+|[(,])\s*$",
    re.I,
)
_BRACKETED = re.compile(r"\s*\(\s*(?:or|that\s+is|equal\s+to)?\s*$")
_SUPPORTS = re.compile(
    r"\b(?:support(?:s|ed|ing)?\s+(?:with\s+|up\s+to\s+|by\s+|an?\s+additional\s+|another\s+|the\s+remaining\s+)*"
    r"|(?:pays?|paying|bears?|carries|shoulders?|covers?|adds?|grants?)\s+(?:another|an?\s+(?:additional|extra|further)|the\s+(?:remaining|other|rest))\s+"
    r"|support\s+(?:level\s+)?(?:rises|rose|goes\s+up|went\s+up|increases|increased|is\s+raised|was\s+raised)\s+(?:from\s+[\d.]+\s*%\s+)?to\s+)$",
    re.IGNORECASE,
)
_GETS = re.compile(r"\b(?:gets?|receives?|gives?|are\s+given)\s+$")
# what is paid out of a source of money: "career capital only reached 28.6%", "95% of the capital must be disbursed"
_OF_CAPITAL = re.compile(
    r"\b(?:capital|funds?|budget)\b[^,;()]{0,25}\b(?:reach(?:ed|es)?|was|is|stood\s+at|disbursed|got|achieved)\s+(?:only\s+|just\s+)?$",
    re.I,
)
_CAPITAL_PAID = re.compile(
    r"\s*of\s+(?:the\s+|its\s+)?(?:[\w-]+\s+){0,5}(?:capital|funds?|budget)\b[^.;]{0,60}\bdisburs", re.I
)
# who pays so much of a cost: "the central budget carries 70% of the health insurance premium"
_PAYS_PART = re.compile(
    r"\b(?:carr(?:y|ies|ied)|bears?|bore|borne|pays?|paid|covers?|covered|shoulders?|subsidi[sz]e[sd]?|contributes?)\s+"
    r"(?:for\s+|about\s+|up\s+to\s+|at\s+least\s+|only\s+)*$",
    re.IGNORECASE,
)
_OF_A_COST = re.compile(
    r"\s*of\s+(?:the\s+|their\s+|its\s+|this\s+)?(?:[\w-]+\s+){0,4}?(?:premiums?|contributions?|tuition|fees?|costs?)\b"
)
_WHO_PAYS = re.compile(r"\s*(?:that|which)\s+[\w\s]{0,40}?\b(?:pays?|supports?|covers?)\b")
_LISTED = re.compile(r"\s*(?:,|and|,\s*and)\s*")
_FOR = re.compile(r"\s*for\b")
_PER_RECEIVER = frozenset(
    "person people household house child student gift case family each apiece head pupil worker course subject"
    " scholarship portion set package".split()
)


# more than this is the cost of a scheme, not what one person or household gets
_ONE_RECEIVER = 200_000_000
# and in a month no more than this
_ONE_MONTH = 20_000_000
_PROPOSAL = re.compile(r"propos|draft|request|strive|target|goal", re.IGNORECASE)
# a level behind another one: ", a repaired one 30 million VND", ", the others VND 300,000"
_FURTHER_LEVEL = re.compile(r",\s+(?:and\s+|while\s+)?(?:an?|the|those|every|each)\b[\w\s]{0,40}(?:VN[DĐ]\s*)?")
# "each worth 500,000 VND" · "60 million VND for each newly built house"
_EACH_WORTH = re.compile(r"\beach\s+(?:\w+\s+){0,2}(?:worth|valued\s+at|of)\s*(?:VN[DĐ]\s*)?$", re.IGNORECASE)
# one by one they get it: "each of whom received 1.2 million VND", "every veteran was given 500,000 VND"
_EACH_GETS = re.compile(
    r"\b(?:each|every)\s+(?:of\s+(?:whom|which|them|these|those)\s+)?(?:(?!and\b|or\b|but\b)[\w-]+\s+){0,5}?"
    r"(?:receiv(?:es?|ed)|gets?|got|earns?|(?:is|are|was|were|be)\s+(?:given|granted|paid|supported|entitled\s+to|presented))\s+"
    r"(?:with\s+|about\s+|up\s+to\s+|another\s+|at\s+least\s+)*(?:VN[DĐ]\s*)?$",
    re.IGNORECASE,
)
_FOR_EACH = re.compile(
    r"\s*(?:VN[DĐ])?\s*for\s+(?:each|every|one|an?)\s+(?:[\w-]+\s+){0,3}(?:house|household|person|child|student|case|family|gift|course|worker|village|class)\b"
)
# what was paid on average is no level that a policy sets
_AVERAGE = re.compile(
    r"\baverage(?:,|\s+is|(?:\s+\w+){0,2}\s+of)?\s+(?:about\s+|nearly\s+|over\s+)?(?:VN[DĐ]\s*)?$", re.I
)
_WORTH = re.compile(
    r"\s*,?\s*(?:each\s+|all\s+|(?:is|are|was|were)\s+(?:each\s+)?)?(?:worth|of|valued\s+at|with\s+a\s+value\s+of)\s*(?:VN[DĐ]\s*)?"
)
_OF_RANGES = {"low": "at-least", "high": "at-most"}
_SUPPORTED = re.compile(r"\bsupport(?:s|ed|ing)?\b", re.I)


def set_kinds(page: Page, drafts: Sequence[Draft]) -> None:
    """Give each draft its kind, direction, unit of change, bound and rule."""
    for i, draft in enumerate(drafts):
        previous = drafts[i - 1] if i and drafts[i - 1].sentence is draft.sentence else None
        quantity = draft.quantity
        draft.bound = bound_of(quantity)
        if quantity.bound_span:
            draft.found["bound"] = quantity.bound_span
        draft.kind, draft.rule = _kind(page, draft, previous)
        if draft.kind == "standard" and draft.status == "planned" and not _proposed(page, draft):
            draft.status = "reported"  # a level that an adopted document fixes is so, also where it will be paid later
            draft.found.pop("status", None)
        if draft.kind == "change" and draft.unit.startswith("percent") and draft.direction is None and previous:
            draft.direction = previous.direction
    for draft, following in pairwise(drafts):
        _share_kind(page, draft, following)


def _proposed(page: Page, draft: Draft) -> bool:
    span = draft.found.get("status")
    return span is not None and _PROPOSAL.search(page.text, *span) is not None


def bound_of(quantity: Quantity) -> str:
    """The bound that a quantity states: the ends of a range are its least and its most."""
    return _OF_RANGES.get(quantity.row or "", quantity.bound)


def _share_kind(page: Page, draft: Draft, following: Draft) -> None:
    """Both numbers of a range are of one kind, and so are the old and the new level of a raise."""
    ranged = draft.quantity.row == "low" and following.quantity.row == "high"
    raised = draft.kind == "standard" and page.text[following.left.start : following.left.end].split() == ["to"]
    instead = draft.kind == "standard" and following.unit == "VND" and draft.unit.startswith("VND")
    if (
        ranged
        or raised
        or (instead and following.clause == draft.clause and _INSTEAD.search(page.text, *following.left))
    ):
        following.kind, following.direction, following.unit = draft.kind, draft.direction, draft.unit


def _kind(page: Page, draft: Draft, previous: Draft | None) -> tuple[str, str]:
    if draft.quantity.age:
        return "standard", "age"
    direction = _direction(page, draft, previous)
    if draft.unit == "percentage-point" or (direction and not is_old_level(page, draft)):
        draft.direction = direction[0] if direction else None
        if direction and direction[1]:
            draft.found["direction"] = direction[1]
        return "change", "change-in-points" if draft.unit == "percentage-point" else "change"
    if draft.unit.startswith("percent"):
        return _kind_of_percentage(page, draft, previous)
    if draft.unit.startswith(("VND", "USD")):
        return _kind_of_money(page, draft, previous)
    return ("count", "fraction" if draft.quantity.row in ("done", "of") else "count")


def _direction(page: Page, draft: Draft, previous: Draft | None) -> tuple[str, Span | None] | None:
    text, (start, end) = page.text, draft.quantity.whole
    told = page.names_and_cues["direction"].within(draft.left.start, draft.right.end)
    told = told if len(told) < 2 else sorted(told, key=lambda hit: (hit.end, hit.start))
    for hit in [hit for hit in told if hit.end <= start][-1:]:
        between = text[hit.end : start]
        if _TARGET_OF.search(between):
            continue  # "short of the target of 95%"
        if _BY_AT_LAST.fullmatch(between):
            return hit.notation, hit.span
        if _BY.fullmatch(between) and not _IDIOM.search(text, max(0, hit.start - 12), hit.end):
            return hit.notation, hit.span
    percent = draft.unit.startswith("percent")
    compared = (_COMPARATIVE if percent else _MORE_THAN).match(text, end)
    if compared is None and percent and _ARTICLE.search(text, draft.left.start, start):
        compared = _NOUN_OF_CHANGE.match(text, end)
    if compared:
        return ("down" if compared["down"] else "up"), Span(*compared.span())
    signed = _SIGNED.search(text, max(0, start - 4), start) if percent else None
    if signed:
        return ("up" if signed["sign"] == "+" else "down"), Span(*signed.span())
    for hit in [hit for hit in told if hit.start >= end][:1]:
        if _AFTER_NUMBER.fullmatch(text[end : hit.start]) and _THAN.search(text, hit.start, hit.end + 8):
            return hit.notation, hit.span
    between = text[previous.quantity.whole.end : start] if previous and previous.kind == "change" else ""
    if previous and between and (_BRACKETED.fullmatch(between) or _AND_CHANGE.fullmatch(between)):
        return previous.direction or "up", None
    return None


def _kind_of_percentage(page: Page, draft: Draft, previous: Draft | None) -> tuple[str, str]:
    left, right = page.text[draft.left.start : draft.left.end], page.text[draft.right.start : draft.right.end + 60]
    if _OF_A_PLAN.match(right) or (_COMPARED.match(right) and _REACHING.search(left)):
        return "attainment", "attainment"
    if is_of_capital(page, draft):
        return "attainment", "attainment"
    if _SUPPORTS.search(left) or _WHO_PAYS.match(right) or (_OF_A_COST.match(right) and _PAYS_PART.search(left)):
        return "standard", "standard-share"
    if (
        previous
        and previous.kind == "standard"
        and previous.unit == "percent"
        and (_FOR.match(right) or _LISTED.fullmatch(left) or _GETS.search(left))
    ):
        return "standard", "standard-share"
    levels = page.hits["measure cue"].starting(draft.quantity.whole.end, page.text)
    if levels and "benefit-level" in levels.notations:
        return "standard", "standard-share"  # "30% of the premium"
    support = [
        hit
        for hit in page.hits["measure cue"].within(draft.left.start, draft.quantity.whole.start)
        if "benefit-level" in hit.notations
    ]
    return ("standard", "standard-share") if support else ("rate", "rate")


def is_of_capital(page: Page, draft: Draft) -> bool:
    """Whether a share tells how much of a source of money was paid out."""
    paid = _CAPITAL_PAID.match(page.text, draft.right.start)
    return paid is not None or _OF_CAPITAL.search(page.text, *draft.left) is not None


def _of_a_gift(page: Page, draft: Draft) -> bool:
    """ "gifts worth 500,000 VND": so little is the worth of one."""
    return any(
        "gifts" in hit.notations and _WORTH.fullmatch(page.text, hit.end, draft.quantity.whole.start)
        for hit in page.names_and_cues["measure"].within(draft.left.start - 1, draft.left.end)
    )


def _kind_of_money(page: Page, draft: Draft, previous: Draft | None) -> tuple[str, str]:
    measures = page.names_and_cues["measure"]
    named = {n for hit in measures.within(draft.left.start, draft.right.end) for n in hit.notations}
    left = page.lower[draft.left.start : draft.left.end]
    averaged = "average" in left and _AVERAGE.search(page.text, *draft.left) is not None
    distributed = "each" in left or "every" in left
    each = (distributed and any(p.search(page.text, *draft.left) for p in (_EACH_WORTH, _EACH_GETS))) or (
        _FOR_EACH.match(page.text, draft.quantity.span.end)
    )
    receiver = not averaged and (bool(each) or not _PER_RECEIVER.isdisjoint(draft.quantity.per))
    supported = "support" in left and _SUPPORTED.search(page.text, *draft.left) is not None
    if named & {"price", "income"} and not (supported and receiver):
        return "amount", "amount"
    before = {n for hit in measures.within(*draft.left) for n in hit.notations}
    if "lending" in before and draft.bound != "at-most" and not receiver and draft.unit == "VND":
        return "amount", "amount"
    small = draft.unit == "VND" and draft.quantity.value < _ONE_RECEIVER and draft.opens and not averaged
    monthly = draft.unit == "VND/month" and draft.quantity.value < _ONE_MONTH
    further = previous is not None and previous.kind == "standard" and previous.unit.startswith("VND")
    if (
        receiver
        or monthly
        or (draft.quantity.value < _ONE_MONTH and _of_a_gift(page, draft))
        or (further and previous and draft.unit == previous.unit and _FURTHER_LEVEL.fullmatch(page.text, *draft.left))
        or (small and before & {"recipients", "benefit-level"})
        or ("benefit-level" in before and "payment" not in before)
        or (is_old_level(page, draft) and "/" in draft.unit)
    ):
        return "standard", "standard"
    return "amount", "amount"
