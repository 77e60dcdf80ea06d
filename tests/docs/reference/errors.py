"""docs/reference/errors.md: exit codes, exceptions, and messages with what to do about them."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

from ansinh import errors
from ansinh.cli.main import CLOSED_PIPE, INTERRUPTED, INVALID, OK, WRONG
from tests.docs.reference.markdown import table, whole_page
from tests.docs.reference.messages import messages

_OPENING = """\
What can go wrong, and what to do. A failure is one line on standard error that begins with `ansinh:`, says what and
where, and what to do; in Python it is an exception with the same text."""

EXIT_CODES = {
    OK: "Done.",
    INVALID: "`build`, `add`, `update`: an article violates a shape and was not put in. `validate`: not valid. "
    "`check`: not sound.",
    WRONG: "Bad usage or bad input. What could be done was done: other articles of the same call are built or printed.",
    INTERRUPTED: "You pressed Ctrl-C. A build that is stopped changes nothing.",
    CLOSED_PIPE: "Whoever read the output has gone, as `head` does: nothing is wrong.",
}
_MORE = {
    "UsageError": """\
Other lines of this kind say that there is no such command or option, that an argument is missing, or that a value is
not one of those listed. Each ends with the help to ask for, as in `see ansinh query --help`.""",
    "KnowledgeError": """\
A file of the ontology, the shapes or the saved queries is not as it should be. In an installed ansinh that means a
damaged installation: install it again. In a clone it is about what you have just edited, and the message names it.""",
    "note of a build": """\
`FILE: not put in: IRI: MESSAGE` tells of an article that violates a shape: the IRI is that of the thing that is wrong,
the message is one of the [shapes](shapes.md). `NUMBER stands in PLACE, PLACE; narrow it with -p place=` tells that
documents of several places have the number that a query asked for.""",
    "ReviewError": """\
`ARTICLE/START: VERDICT of WORDS by NAME: …` tells of a decision at a build. *The text moved* needs nothing. *No figure
with these words in this context is read there any more*, or *cannot hold*: look at the article and decide again, or
take the decision back with `ansinh review --undo ARTICLE/START`; until then it stays in its file, and applies as soon
as it fits again.""",
}
_USER = (
    *(
        "ArticleError",
        "FetchError",
        "UnreachableError",
        "StoreError",
        "QueryError",
        "ReviewError",
        "LoadError",
        "UsageError",
    ),
    *("AnsinhError", "note of a build"),
)


def page() -> str:
    """The page of the errors."""
    return whole_page("Errors", _OPENING, _lines())


def exceptions() -> dict[str, type[errors.AnsinhError]]:
    """The exception classes, in the order of their file."""
    return {
        name: found
        for name, found in vars(errors).items()
        if inspect.isclass(found) and issubclass(found, errors.AnsinhError)
    }


def _lines() -> Iterator[str]:
    yield from ("## Exit codes", "")
    yield from table(("code", "meaning"), ((str(code), meaning) for code, meaning in EXIT_CODES.items()))
    yield from ("## Exceptions", "", "All can be imported from `ansinh`.", "")
    yield from table(
        ("class", "is a", "meaning"),
        (
            (f"`{n}`", f"`{c.__base__.__name__}`" if c.__base__ else "", inspect.getdoc(c) or "")
            for n, c in exceptions().items()
        ),
    )
    yield from ("## Messages", "", "Dots stand for what is filled in: a path, a name, a reason.", "")
    for kind in _USER:
        yield from (f"### {kind}", "")
        yield from table(
            ("message", "what to do"),
            ((f"`{_code(m.shown)}`", "; ".join(m.advice)) for m in messages() if m.kind == kind),
        )
        yield from (_MORE.get(kind, ""), "")
    yield from ("### KnowledgeError", "")
    yield from (_MORE["KnowledgeError"], "")
    yield from table(("message",), ((f"`{_code(m.shown)}`",) for m in messages() if m.kind == "KnowledgeError"))


def _code(text: str) -> str:
    return text.replace("`", "'")
