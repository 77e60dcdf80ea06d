"""The reference: pages made from the things themselves, so that they cannot say something else."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.docs.reference import classes, commands, errors, queries, scores, shapes, vocabularies

PAGES: Mapping[str, Callable[[], str]] = {
    "commands.md": commands.page,
    "queries.md": queries.page,
    "classes.md": classes.page,
    "vocabularies.md": vocabularies.page,
    "shapes.md": shapes.page,
    "errors.md": errors.page,
    "scores.md": scores.page,
}
