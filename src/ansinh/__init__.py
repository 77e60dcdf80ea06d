"""News about provincial social policy in Viet Nam, read into a knowledge graph in which every figure has its sentence.

In short: `ansinh.build(["article.txt"])`, then `ansinh.query("document-outcomes", {"document": "35/2024/NQ-HDND"})`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ansinh.api import (
        add,
        audit,
        build,
        decide,
        export,
        extract,
        query,
        review,
        search,
        update,
        validate,
        why_empty,
    )
    from ansinh.errors import (
        AnsinhError,
        ArticleError,
        FetchError,
        KnowledgeError,
        LoadError,
        QueryError,
        ReviewError,
        StoreError,
        UnreachableError,
    )
    from ansinh.fetching.originals import FetchOptions
    from ansinh.graph.build import BuildOptions
    from ansinh.graph.loading import LoadOptions, load, loaded_graphs, unload
    from ansinh.graph.report import BuildReport
    from ansinh.graph.store import open_graph, open_store
    from ansinh.model import Extraction
    from ansinh.querying.deciding import Choice
    from ansinh.querying.filters import Filters
    from ansinh.querying.review import Sample
    from ansinh.querying.saved_answer import Answer
    from ansinh.updating.comparing import Change
    from ansinh.updating.remembering import Update

# where each name lies: it is imported when it is first asked for, so that a command loads only what it needs
_PLACES = {
    "AnsinhError": "errors",
    "Answer": "querying.saved_answer",
    "ArticleError": "errors",
    "BuildOptions": "graph.build",
    "BuildReport": "graph.report",
    "Change": "updating.comparing",
    "Choice": "querying.deciding",
    "Extraction": "model",
    "FetchError": "errors",
    "FetchOptions": "fetching.originals",
    "Filters": "querying.filters",
    "KnowledgeError": "errors",
    "LoadError": "errors",
    "LoadOptions": "graph.loading",
    "QueryError": "errors",
    "ReviewError": "errors",
    "Sample": "querying.review",
    "StoreError": "errors",
    "UnreachableError": "errors",
    "Update": "updating.remembering",
    "add": "api",
    "audit": "api",
    "build": "api",
    "decide": "api",
    "export": "api",
    "extract": "api",
    "load": "graph.loading",
    "loaded_graphs": "graph.loading",
    "open_graph": "graph.store",
    "open_store": "graph.store",
    "query": "api",
    "review": "api",
    "search": "api",
    "unload": "graph.loading",
    "update": "api",
    "validate": "api",
    "why_empty": "api",
}

__all__ = [
    "AnsinhError",
    "Answer",
    "ArticleError",
    "BuildOptions",
    "BuildReport",
    "Change",
    "Choice",
    "Extraction",
    "FetchError",
    "FetchOptions",
    "Filters",
    "KnowledgeError",
    "LoadError",
    "LoadOptions",
    "QueryError",
    "ReviewError",
    "Sample",
    "StoreError",
    "UnreachableError",
    "Update",
    "add",
    "audit",
    "build",
    "decide",
    "export",
    "extract",
    "load",
    "loaded_graphs",
    "open_graph",
    "open_store",
    "query",
    "review",
    "search",
    "unload",
    "update",
    "validate",
    "why_empty",
]


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module 'ansinh' has no attribute {name!r}")
    return getattr(import_module(f"ansinh.{_PLACES[name]}"), name)
