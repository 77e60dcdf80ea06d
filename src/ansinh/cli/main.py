"""`ansinh`: the group of commands, and what happens when one of them fails."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING

import click

from ansinh.errors import AnsinhError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

# the commands and what the list of them says; each is imported when it is needed, none for the list
COMMANDS = {
    "build": "Read articles, validate what they say, put it into the store.",
    "add": "The same, and remember the sources for update.",
    "update": "Look at every source again, build those that have changed.",
    "extract": "Print what is read out of articles.",
    "validate": "Hold the facts of the store against the shapes.",
    "audit": "Recompute what articles state; tell what is off.",
    "review": "Accept, reject or amend figures that were read.",
    "load": "Load other data beside ours, RDF or CSV.",
    "query": "Run a saved query; without a name, list them.",
    "queries": "List the saved queries with all that is told of them.",
    "search": "Find what the store knows by words of its names.",
    "sparql": "Run a SPARQL 1.1 query over the store.",
    "export": "Write the graph out.",
    "ledger": "Account for every number that articles print.",
    "explain": "Show an article as it was read.",
    "check": "Check ontology, vocabularies and saved queries.",
}

COMPLETE = "_ANSINH_COMPLETE"  # set by a shell that asks what may come next

# what reading and asking make is given back without a search for cycles, which after every 700 things takes time
COLLECTED_AFTER = 100_000

OK, INVALID, WRONG, INTERRUPTED, CLOSED_PIPE = 0, 1, 2, 130, 141


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"ansinh.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        found = [CompletionItem(name, help=told) for name, told in COMMANDS.items() if name.startswith(incomplete)]
        return [*found, *click.Command.shell_complete(self, ctx, incomplete)]


@click.group(
    cls=_Commands,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: ansinh build && ansinh query document-outcomes -p document=35/2024/NQ-HDND",
)
@click.version_option(package_name="ansinh", message="%(prog)s %(version)s")
def ansinh() -> None:
    """Read news about provincial social policy in Viet Nam into a knowledge graph and ask it.

    Every figure of the graph leads to its sentence. Data goes to standard output, everything else to standard error.
    Exit codes: 0 done; 1 an article violates a shape; 2 bad usage or input, the rest is done.
    """


def main() -> None:
    """Run the command line; every failure that a user can act on is one line."""
    gc.set_threshold(COLLECTED_AFTER)
    try:
        if COMPLETE in os.environ:
            from ansinh.cli.completing import complete

            sys.exit(complete(ansinh, "ansinh", COMPLETE, os.environ[COMPLETE]))
        # not through click's own main, which ends an interrupted command with a blank line and a closed pipe with 1
        with ansinh.make_context("ansinh", sys.argv[1:]) as context:
            code = ansinh.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as end:
        code = end.exit_code
    except (KeyboardInterrupt, click.Abort):
        code = INTERRUPTED
    except BrokenPipeError:
        code = _closed_pipe()
    except click.ClickException as error:
        code = _wrong(_usage(error))
    except (AnsinhError, OSError) as error:
        code = _wrong(str(error))
    sys.exit(code if isinstance(code, int) else OK)


def _usage(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    hint = f"; see {context.command_path} --help" if context else ""
    return " ".join(error.format_message().split()).rstrip(".") + hint


def _wrong(message: str) -> int:
    click.echo(f"ansinh: {message}", err=True)
    return WRONG


def _closed_pipe() -> int:
    """The reader has gone: what is still in the buffer must not be written when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return CLOSED_PIPE
