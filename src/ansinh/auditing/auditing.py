"""The audit of one article: everything that it states and that can be recomputed."""

from __future__ import annotations

from ansinh.auditing.account import Account
from ansinh.auditing.averages import averages, products
from ansinh.auditing.changes import changes
from ansinh.auditing.days import days
from ansinh.auditing.findings import Finding
from ansinh.auditing.magnitude import magnitudes
from ansinh.auditing.parts import parts, totals
from ansinh.auditing.remaining import done_of_all, remaining
from ansinh.auditing.shares import bases, shares
from ansinh.model import Extraction


def audit(extraction: Extraction) -> tuple[Finding, ...]:
    """What an article's own numbers say of each other, in the order of the figures that are judged."""
    account = Account(extraction)
    told = [*shares(account)]
    found = [
        *told,
        *parts(account),
        *bases(account),
        *changes(account),
        *days(account),
        *remaining(account, told),
        *done_of_all(account),
        *averages(account),
        *products(account),
        *totals(account),
        *magnitudes(account),
    ]
    return tuple(sorted(found, key=lambda finding: (finding.figures[0].span, finding.kind)))
