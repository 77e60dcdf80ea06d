"""Where the ontology, the shapes, the saved queries and the seeds lie."""

from __future__ import annotations

from pathlib import Path

from ansinh.errors import KnowledgeError

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """The folder `ontology`, `shapes`, `queries` or `seeds`: inside an installed package, else at the top of the tree.

    Raises KnowledgeError when neither is there.
    """
    for place in (_PACKAGE / "knowledge" / name, _PACKAGE.parents[1] / name):
        if place.is_dir():
            return place
    raise KnowledgeError(f"the folder {name!r} of ansinh is missing: install the package again")
