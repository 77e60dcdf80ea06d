"""`ansinh build`."""

from __future__ import annotations

from collections.abc import Sequence

import click

from ansinh.api import build
from ansinh.cli.main import INVALID, OK, WRONG
from ansinh.cli.options import decisions_option, files_argument
from ansinh.cli.progress import progress
from ansinh.cli.reading import seeds, tell_unread
from ansinh.cli.taking import Taking, source_options
from ansinh.graph.build import BuildOptions
from ansinh.graph.report import BuildReport


@click.command("build", epilog="Example: ansinh build article.txt --store my-store")
@files_argument
@source_options
@decisions_option
@click.option(
    "--fresh", is_flag=True, help="Start from an empty graph; snapshots, remembered sources and loaded graphs stay."
)
def command(files: Sequence[str], taking: Taking, decisions: str | None, fresh: bool) -> int:
    """Read articles, validate what they say, and put it into the store.

    FILE is a file (text, Markdown, HTML, PDF, Word) or the address of a page, of which a snapshot is kept beside
    the store; where the page cannot be reached, its snapshot is read. Without FILE: the articles that come with
    ansinh. An article that the store has is replaced as a whole; one that violates a shape is not put in, and one that
    cannot be read is reported: the others are. What people decided about figures (`ansinh review`) is applied; a
    decision that no longer fits its article is told and stays in its file.
    """
    paths = files or seeds()
    with progress("Reading articles", len(paths)) as step:
        options = BuildOptions(fresh, taking.max_bytes, step, decisions)
        report = build(paths, taking.store, options, taking.fetch)
    tell(report, taking.store)
    return exit_code(report)


def exit_code(report: BuildReport) -> int:
    """How a command ends that has built."""
    return WRONG if report.failed else INVALID if report.refused else OK


def tell(report: BuildReport, store: str) -> None:
    """Say on standard error what a build did."""
    for line in report.failed:
        click.echo(f"ansinh: {line}", err=True)
    for line in report.same:
        click.echo(f"ansinh: {line}", err=True)
    for file in report.unread:
        tell_unread(file)
    for refusal in report.refused:
        for violation in refusal.violations:
            click.echo(f"ansinh: {refusal.file}: not put in: {violation.focus}: {violation.message}", err=True)
    for line in (*report.moved, *report.lost):
        click.echo(f"ansinh: {line}", err=True)
    warnings = sum(result.severity == "Warning" for result in report.remarks)
    click.echo(
        f"{store}: {_articles(len(report.added))} added, {len(report.replaced)} replaced,"
        f" {len(report.refused)} refused, {len(report.failed)} not readable;"
        f" {warnings} warning{'' if warnings == 1 else 's'}{_audit(report)}{_decisions(report)}",
        err=True,
    )


def _audit(report: BuildReport) -> str:
    """What the audit finds to be off in the store, where there is anything."""
    return f"; {report.off} off (see ansinh audit)" if report.off else ""


def _decisions(report: BuildReport) -> str:
    """What became of the decisions, where there are any."""
    if not (report.decided or report.lost):
        return ""
    return f"; {report.decided} reviewed figure{'' if report.decided == 1 else 's'}, {len(report.lost)} lost"


def _articles(count: int) -> str:
    return f"{count} article{'' if count == 1 else 's'}"
