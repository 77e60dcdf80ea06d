"""docs/reference/commands.md: every command with its options, from the command line itself."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import click

from ansinh.cli.main import ansinh
from tests.docs.reference.markdown import code, table, whole_page

_OPENING = """\
The commands of `ansinh`. Each tells this itself too: `ansinh COMMAND --help`. Data goes to standard output, everything
else to standard error. What the exit codes mean: [errors](errors.md). What the saved queries answer:
[queries](queries.md)."""


def page() -> str:
    """The page of the commands."""
    return whole_page("Commands", _OPENING, _lines())


def commands() -> Iterator[tuple[click.Context, click.Command]]:
    """`ansinh` itself, then its commands in the order of its help."""
    top = click.Context(ansinh, info_name="ansinh", **ansinh.context_settings)
    yield top, ansinh
    for name in ansinh.list_commands(top):
        command = ansinh.get_command(top, name)
        assert command is not None
        yield click.Context(command, info_name=name, parent=top), command


def options(context: click.Context) -> list[click.Option]:
    """The options of a command; those that all commands share stand with `ansinh` itself."""
    found = [option for option in context.command.get_params(context) if isinstance(option, click.Option)]
    return [option for option in found if context.parent is None or option.name != "help"]


def _lines() -> Iterator[str]:
    for context, command in commands():
        yield f"## {context.command_path}"
        yield ""
        yield from ("```text", f"{context.command_path} {' '.join(command.collect_usage_pieces(context))}", "```", "")
        yield from (inspect.cleandoc(command.help or ""), "")
        yield from table(("option", "value", "default", "what it does"), (_row(o, context) for o in options(context)))
        yield from ("Example:", "", "```text", (command.epilog or "").removeprefix("Example: "), "```", "")


def _row(option: click.Option, context: click.Context) -> tuple[str, str, str, str]:
    default = option.get_default(context)
    told = "" if option.is_flag or not isinstance(default, str | int) else str(default)
    variable = f"the environment variable `{option.envvar}`, else " if option.envvar else ""
    return (
        code((*option.opts, *option.secondary_opts)),
        _value(option),
        f"{variable}`{told}`" if told else "",
        (option.help or "") + (" May be given several times." if option.multiple else ""),
    )


def _value(option: click.Option) -> str:
    if option.is_flag:
        return ""
    if isinstance(option.type, click.Choice):
        return code(str(choice) for choice in option.type.choices)
    if isinstance(option.type, click.IntRange):
        return f"a whole number from {option.type.min}"
    return f"`{option.metavar or option.type.name.upper()}`"
