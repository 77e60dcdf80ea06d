"""What a shell proposes while somebody types: commands, queries, their parameters, and values that the store has.

Click asks for the proposals and writes them for the shell. Its script for bash does not know values with spaces, or
that bash itself takes `document=35` for three words; its script for fish cuts a value at a comma. Both are mended here.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, ClassVar

import click
from click.shell_completion import BashComplete, CompletionItem, FishComplete, add_completion_class, split_arg_string

from ansinh.errors import AnsinhError
from ansinh.graph.store import open_store
from ansinh.namespaces import fold
from ansinh.querying.known import SCHEMES
from ansinh.querying.picking import can_be_picked, values_of
from ansinh.querying.saved import SavedQuery, saved_queries, saved_query
from ansinh.vocabulary import concepts

Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]
# what a shell may be told: the text to put there, what is said beside it, other names of the same
Proposal = tuple[str, str, tuple[str, ...]]

_MOST = 50
_BY_NAME = (*SCHEMES, "article")  # types of parameters for which a name does as well as the value
_BREAKS = re.compile(r"[=:]+")
_PLAIN = re.compile(r"[^\w@%+=:,./-]")


def proposing(proposals: Callable[[click.Context, str], Iterable[CompletionItem]]) -> Complete:
    """What click calls at an option or argument: some proposals, none where a store or a query is not as it should."""

    def complete(context: click.Context, _: click.Parameter, typed: str) -> list[CompletionItem]:
        try:
            return list(proposals(context, typed))[:_MOST]
        except (AnsinhError, OSError, ValueError):
            # whoever presses a key has asked for no message
            return []

    return complete


def _queries(_: click.Context, typed: str) -> Iterator[CompletionItem]:
    return _fitting(((query.name, query.title["en"], ()) for query in saved_queries()), typed)


def _assignments(context: click.Context, typed: str) -> Iterator[CompletionItem]:
    """`NAME=` for each parameter that is not given yet, `NAME=VALUE` once it is clear which one."""
    query = _query(context)
    name, equals, value = typed.partition("=")
    given = {told.partition("=")[0] for told in context.params.get("parameters") or ()}
    left = [p for p in query.parameters.values() if p.name.startswith(name) and p.name not in given]
    if equals or len(left) == 1:
        name = name if equals else left[0].name
        for item in _values(context, query, name, value):
            item.value = f"{name}={item.value}"
            yield item
    else:
        yield from (CompletionItem(f"{p.name}=", help=p.description["en"]) for p in left)


def _pickable(context: click.Context, typed: str) -> Iterator[CompletionItem]:
    found = (p for p in _query(context).parameters.values() if p.values or can_be_picked(p))
    return _fitting(((p.name, p.description["en"], ()) for p in found), typed)


def _query(context: click.Context) -> SavedQuery:
    # an option that waits for its value keeps click from telling arguments apart
    return saved_query(str(context.params.get("name") or next(iter(context.args), "")))


def _values(context: click.Context, query: SavedQuery, name: str, typed: str) -> Iterator[CompletionItem]:
    store = str(context.params.get("store") or "")
    if name not in query.parameters or store.lower().startswith(("http://", "https://")):
        return iter(())  # a key pressed must not wait for a server
    names_do = query.parameters[name].type in _BY_NAME
    rows = values_of(open_store(store), query.name, name).values
    told = (tuple("" if cell is None else " ".join(str(cell).split()) for cell in row) for row in rows)
    return _fitting(((v, f"{label or v} ({n})", (label, vi) if names_do else ()) for v, n, label, vi in told), typed)


def from_query(query: str, parameter: str) -> Complete:
    """The values that a parameter of a saved query can take in the store."""
    return proposing(lambda context, typed: _values(context, saved_query(query), parameter, typed))


def from_vocabulary(scheme: str, *, names_do: bool = True) -> Complete:
    """The concepts of a vocabulary, by identifier and, where a name does as well, by name."""

    def proposals(_: click.Context, typed: str) -> Iterator[CompletionItem]:
        known = concepts(scheme).values()
        return _fitting(((c.notation, c.label, (c.label, c.label_vi or "") if names_do else ()) for c in known), typed)

    return proposing(proposals)


def _fitting(proposals: Iterable[Proposal], typed: str) -> Iterator[CompletionItem]:
    """Those that begin with what was typed, whatever its case and diacritics, by the first of their names that does.

    Values come before names.
    """
    found: dict[str, tuple[int, str]] = {}
    for value, told, names in proposals:
        texts = (value, *names)
        place = next((i for i, text in enumerate(texts) if text and fold(text).startswith(fold(typed))), None)
        if place is not None:
            found.setdefault(texts[place], (place, told))
    for text in sorted(found, key=lambda text: found[text][0]):
        yield CompletionItem(text, help=found[text][1])


queries = proposing(_queries)
assignments = proposing(_assignments)
pickable = proposing(_pickable)
files = proposing(lambda _, typed: [CompletionItem(typed, type="file")])
folders = proposing(lambda _, typed: [CompletionItem(typed, type="dir")])


class _Bash(BashComplete):
    """Bash: words that it has taken apart are put together again, and values written as they may stand in a line."""

    source_template: ClassVar[str] = r"""
%(complete_func)s() {
    local IFS=$'\n' response type value
    response=$(env COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD=$COMP_CWORD %(complete_var)s=bash_complete "$1" 2>/dev/null)
    while IFS=',' read -r type value; do
        if [[ $type == dir ]]; then COMPREPLY=(); compopt -o dirnames
        elif [[ $type == file ]]; then COMPREPLY=(); compopt -o default
        elif [[ $type == plain ]]; then COMPREPLY+=("$value"); [[ $value == *= ]] && compopt -o nospace
        fi
    done <<< "$response"
    return 0
}
complete -o nosort -F %(complete_func)s %(prog_name)s
"""
    _before = ""  # of the word in hand, what stands before the part that bash replaces
    _quoted = False

    def get_completion_args(self) -> tuple[list[str], str]:
        raw, at = os.environ["COMP_WORDS"].split("\n"), int(os.environ["COMP_CWORD"])
        words: list[str] = []
        for i, word in enumerate(raw[: at + 1]):
            glued = i > 1 and bool(_BREAKS.fullmatch(word) or _BREAKS.fullmatch(raw[i - 1]))
            self._before = words[-1] if glued else ""
            words[-1:] = [words[-1] + word] if glued else [*words[-1:], word]
        self._before += raw[at] if _BREAKS.fullmatch(raw[at]) else ""
        self._quoted = raw[at][:1] in ("'", '"')
        if self._before.startswith("--"):
            # the value of a long option is proposed without the option
            self._before = self._before.partition("=")[2]
        *whole, typed = (" ".join(split_arg_string(word)) for word in words)
        return whole[1:], typed

    def format_completion(self, item: CompletionItem) -> str:
        value = item.value.removeprefix(self._before)
        return f"{item.type},{value if self._quoted else _PLAIN.sub(lambda found: chr(92) + found[0], value)}"


class _Fish(FishComplete):
    source_template: ClassVar[str] = FishComplete.source_template.replace('split ","', 'split -m 1 ","')


def complete(group: click.Group, name: str, variable: str, asked: str) -> int:
    """Answer a shell that asks for its script or for proposals; the exit code."""
    from click.shell_completion import shell_complete

    add_completion_class(_Bash)
    add_completion_class(_Fish)
    settings: dict[str, Any] = {}
    return shell_complete(group, settings, name, variable, asked)
