"""A review at the terminal: one figure after the other, each decision kept as soon as it is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import click

from ansinh.errors import ReviewError
from ansinh.querying.deciding import Choice
from ansinh.querying.review import Reviewable
from ansinh.reviewing.attributes import ATTRIBUTES
from ansinh.reviewing.decision import Decision
from ansinh.reviewing.values import NOTHING, typed

_ANSWERS = {"a": "accept", "r": "reject", "m": "amend", "s": "skip", "q": "quit"}
_QUESTION = "[a]ccept, [r]eject, a[m]end, [s]kip, [q]uit"

Keep = Callable[[Choice], Sequence[Decision]]


def ask(found: Iterable[Reviewable], keep: Keep, who: str | None, when: Callable[[], str]) -> list[str]:
    """Ask about each figure until there are none left or the person stops; the articles of what was decided."""
    decided: list[str] = []
    name = who
    for each in found:
        _show(each)
        name = name or click.prompt("Your name, which is kept with each decision", err=True)
        answer = _ask_one(each, keep, name, when)
        if answer == "quit":
            break
        decided += [] if answer == "skip" else [each.figure.article]
    return decided


def _ask_one(each: Reviewable, keep: Keep, who: str, when: Callable[[], str]) -> str:
    """The answer about one figure, once it is kept; what cannot be kept is told, and asked again."""
    while True:
        answer = _answer()
        if answer in ("skip", "quit"):
            return answer
        changes = _changes(each) if answer == "amend" else {}
        why = click.prompt("why", default="", show_default=False, err=True)
        try:
            keep(Choice(each.figure.name, answer, who, when(), why, changes))
        except ReviewError as error:
            click.echo(f"not kept: {error}", err=True)
        else:
            return answer


def _answer() -> str:
    while True:
        told = click.prompt(_QUESTION, err=True).strip().lower()
        answer = _ANSWERS.get(told, told)
        if answer in _ANSWERS.values():
            return answer
        click.echo(f"{told!r} is none of them", err=True)


def _changes(each: Reviewable) -> dict[str, str]:
    """What the person has otherwise, attribute by attribute; an empty answer leaves it as it was read."""
    click.echo(f"Attribute by attribute: Enter keeps it, {NOTHING} empties it", err=True)
    changes: dict[str, str] = {}
    for attribute in ATTRIBUTES:
        read = each.figure.attributes.get(attribute, "")
        told = _attribute(attribute, read)
        if told is not None:
            changes[attribute] = told
    return changes


def _attribute(attribute: str, read: str) -> str | None:
    while True:
        told = click.prompt(f"  {attribute} [{read or NOTHING}]", default="", show_default=False, err=True)
        if not told.strip():
            return None
        try:
            # documents are known by the numbers of their article, which only keeping looks up
            return told if attribute == "documents" else typed(attribute, told) or NOTHING
        except ReviewError as error:
            click.echo(f"  {error}", err=True)


def _show(each: Reviewable) -> None:
    figure = each.figure
    at = figure.span.start - figure.quotation_start
    marked = click.style(f"[{figure.printed}]", bold=True)
    passage = figure.quotation[:at] + marked + figure.quotation[at + len(figure.printed) :]
    click.echo(f"\n{click.style(figure.name, bold=True)}\n{passage}", err=True)
    told = [f"{name}: {figure.attributes[name]}" for name in ATTRIBUTES if figure.attributes.get(name)]
    click.echo(f"  {' · '.join(told)}", err=True)
    rate = "never measured" if each.error_percent is None else f"{each.error_percent}% of its attributes were wrong"
    click.echo(f"  rule: {figure.rule}, {rate}", err=True)
    if each.decision:
        click.echo(f"  decided: {each.decision.verdict} by {each.decision.who}, {each.decision.when}", err=True)
