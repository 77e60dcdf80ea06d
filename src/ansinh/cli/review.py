"""`ansinh review`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from ansinh.api import decide, review
from ansinh.cli.asking import ask
from ansinh.cli.completing import files, from_query, from_vocabulary
from ansinh.cli.options import Decorator, decisions_option, format_option, store_option
from ansinh.errors import ReviewError
from ansinh.graph.decision_file import beside
from ansinh.graph.store import open_store
from ansinh.querying.deciding import Choice
from ansinh.querying.filters import Filters
from ansinh.querying.review import Sample
from ansinh.querying.review_sheet import read_choices, write_review
from ansinh.reviewing.decision import Decision

_FILTERS = {
    "article": ("NAME", "Only figures of this article: its name in the graph, or that of its file."),
    "rule": ("RULE", "Only figures that this rule read."),
    "measure": ("MEASURE", "Only figures of this measure."),
    "group": ("GROUP", "Only figures of this beneficiary group."),
    "field": ("FIELD", "Only figures of this policy field."),
    "place": ("PLACE", "Only figures of this place: its name or code."),
    "document": ("NUMBER", "Only figures that are a result of the document with this number."),
}


_PROPOSED = {
    "article": from_query("article-statements", "article"),
    "document": from_query("document-outcomes", "document"),
    "rule": from_vocabulary("rule", names_do=False),
    **{name: from_vocabulary(name) for name in ("measure", "group", "field", "place")},
}
_READ = "Take in a sheet (csv) that was filled in; - is standard input."


def _filter_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for name, (metavar, help_) in reversed(_FILTERS.items()):
        proposed = _PROPOSED[name]
        command = click.option(f"--{name}", metavar=metavar, shell_complete=proposed, help=help_)(command)
    return command


def _state(name: str, help_: str) -> Decorator:
    return click.option(f"--{name}", "state", flag_value=name, default="undecided", help=help_)


@click.command("review", epilog="Example: ansinh review --sample 20 --format csv > sheet.csv")
@_filter_options
@_state("undecided", "Figures that nobody has decided about; so it is if nothing is said.")
@_state("decided", "Figures that somebody has decided about.")
@_state("all", "Both.")
@click.option("--sample", type=click.IntRange(min=1), metavar="N", help="So many figures, drawn by lot.")
@click.option("--seed", type=int, default=0, show_default=True, help="The lot: the same number draws the same figures.")
@click.option("--interactive", is_flag=True, help="Ask figure by figure; so it is at a terminal if no format is named.")
@click.option("--read", "sheet", metavar="FILE", shell_complete=files, help=_READ)
@click.option("--undo", metavar="ARTICLE/START", help="Take back the last decision on a figure.")
@click.option("--who", envvar="ANSINH_WHO", show_envvar=True, metavar="NAME", help="Who decides.")
@click.option("--when", metavar="TIME", help="When, as 2025-07-01T09:30:00+07:00; now if nothing is said.")
@click.option("--why", default="", metavar="WORDS", help="Why, for --undo.")
@store_option
@decisions_option
@format_option(None)
def command(**options: Any) -> int:
    """Accept, reject or amend figures that were read, and keep that for every build to come.

    Lists figures with their passage and attributes, those of the rule that errs most first. As csv it is a sheet to
    fill in: verdict (accept, reject, amend or undo), who, why, and in the new_ columns what is otherwise, none for
    nothing; --read takes it in, all of it or nothing. Decisions are kept beside the store and apply when their article
    is built again.
    """
    if options["sheet"]:
        return _keep(options, _from_sheet(options))
    if options["undo"]:
        return _keep(options, [Choice(options["undo"], "undo", _who(options), _when(options), options["why"])])
    sample = Sample(options["sample"], options["seed"]) if options["sample"] else None
    filters = Filters(**{name: options[name] for name in _FILTERS})
    found = review(filters, options["state"], sample, options["store"], options["decisions"])
    if options["interactive"] or (options["form"] is None and sys.stdin.isatty() and sys.stdout.isatty()):
        kept = ask(found, _keeper(options), options["who"], lambda: _when(options))
        return _tell(options, kept)
    write_review(found, options["form"] or "table", sys.stdout)
    return 0


def _keeper(options: dict[str, Any]) -> Callable[[Choice], Sequence[Decision]]:
    return lambda choice: decide([choice], options["store"], options["decisions"])


def _from_sheet(options: dict[str, Any]) -> list[Choice]:
    name = options["sheet"]
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        text = data.decode()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8; save it as CSV in UTF-8"
        raise ReviewError(f"{name}: the sheet cannot be read ({reason})") from error
    given = {"who": options["who"] or "", "when": _when(options)}
    return list(read_choices(open_store(options["store"]), name, text, given))


def _keep(options: dict[str, Any], choices: Sequence[Choice]) -> int:
    return _tell(options, [d.target.article for d in decide(choices, options["store"], options["decisions"])])


def _tell(options: dict[str, Any], articles: Sequence[str]) -> int:
    """How many decisions were kept, and what is to be built for them to apply."""
    file = options["decisions"] or beside(options["store"])
    count = f"{len(articles)} decision{'' if len(articles) == 1 else 's'} kept in {file}"
    again = ", ".join(sorted(set(articles)))
    click.echo(f"{count}; build again to apply: {again}" if articles else count, err=True)
    return 0


def _who(options: dict[str, Any]) -> str:
    if not options["who"]:
        raise click.UsageError("name who decides with --who NAME")
    return str(options["who"])


def _when(options: dict[str, Any]) -> str:
    return str(options["when"] or _now())


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
