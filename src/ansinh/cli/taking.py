"""The options of the commands that read sources: files and addresses, and what of the web may be asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Any

import click

from ansinh.cli.options import Decorator, store_option
from ansinh.fetching.originals import FetchOptions

_TAKING: tuple[Decorator, ...] = (
    click.option(
        "--max-bytes",
        type=click.IntRange(min=1),
        default=10_000_000,
        show_default=True,
        help="The largest article file or page that is read.",
    ),
    store_option,
    click.option("--offline", is_flag=True, help="Leave the network alone: pages are read from their snapshots."),
    click.option(
        "--allow-host",
        "allowed",
        multiple=True,
        metavar="HOST",
        help="A host that may lie in a private network; all others there are refused.",
    ),
)


@dataclass(frozen=True, slots=True)
class Taking:
    """How the sources of a command are taken: how much of each, what of the web, the store with its snapshots."""

    store: str
    max_bytes: int
    fetch: FetchOptions


def source_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of every command that reads sources; the command gets them as one parameter, `taking`."""

    @wraps(command)
    def with_taking(store: str, max_bytes: int, offline: bool, allowed: Sequence[str], **more: Any) -> Any:
        hosts = frozenset(host.lower() for host in allowed)
        fetch = FetchOptions(offline, hosts, tell=lambda line: click.echo(f"ansinh: {line}", err=True))
        return command(taking=Taking(store, max_bytes, fetch), **more)

    for option in reversed(_TAKING):
        option(with_taking)
    return with_taking
