"""`ansinh add`."""

from __future__ import annotations

from collections.abc import Sequence

import click

from ansinh.api import add
from ansinh.cli.build import exit_code, tell
from ansinh.cli.completing import files
from ansinh.cli.main import OK, WRONG
from ansinh.cli.options import decisions_option
from ansinh.cli.progress import progress
from ansinh.cli.taking import Taking, source_options
from ansinh.graph.build import BuildOptions
from ansinh.updating.sources import Sources


@click.command("add", epilog="Example: ansinh add https://example.org/news/123.html article.txt && ansinh update")
@click.argument("files", nargs=-1, metavar="[SOURCE]...", shell_complete=files)
@source_options
@decisions_option
@click.option("--list", "listed", is_flag=True, help="Print the remembered sources, one a line, and do nothing else.")
@click.option("--remove", is_flag=True, help="Forget these sources; what the store has of them stays.")
def command(files: Sequence[str], taking: Taking, decisions: str | None, listed: bool, remove: bool) -> int:
    """Build sources and remember them for `ansinh update`.

    Remembered are the addresses and files that could be read, in sources.txt in the folder of the store: a plain list
    that you may edit.
    """
    if listed:
        click.echo("".join(f"{line}\n" for line in Sources(taking.store).listed()), nl=False)
        return OK
    if not files:
        raise click.UsageError("give a file or an address, or --list")
    if remove:
        unknown = Sources(taking.store).forget(files)
        for source in unknown:
            click.echo(f"ansinh: {source}: is not remembered; see ansinh add --list", err=True)
        return WRONG if unknown else OK
    with progress("Reading articles", len(files)) as step:
        options = BuildOptions(max_bytes=taking.max_bytes, progress=step, decisions=decisions)
        report = add(files, taking.store, options, taking.fetch)
    tell(report, taking.store)
    return exit_code(report)
