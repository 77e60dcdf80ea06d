"""News about provincial social policy in Viet Nam, read into a knowledge graph in which every figure has its sentence.

In short: `ansinh.build(["article.txt"])`, then `ansinh.query("document-outcomes", {"document": "35/2024/NQ-HDND"})`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ansinh.api import audit, build, export, extract, query, validate
    from ansinh.errors import AnsinhError, ArticleError, KnowledgeError, QueryError, StoreError
    from ansinh.graph.build import BuildOptions
    from ansinh.graph.report import BuildReport
    from ansinh.graph.store import open_graph, open_store
    from ansinh.model import Extraction

# where each name lies: it is imported when it is first asked for, so that a command loads only what it needs
_PLACES = {
    "AnsinhError": "errors",
    "ArticleError": "errors",
    "BuildOptions": "graph.build",
    "BuildReport": "graph.report",
    "Extraction": "model",
    "KnowledgeError": "errors",
    "QueryError": "errors",
    "StoreError": "errors",
    "audit": "api",
    "build": "api",
    "export": "api",
    "extract": "api",
    "open_graph": "graph.store",
    "open_store": "graph.store",
    "query": "api",
    "validate": "api",
}

__all__ = [
    "AnsinhError",
    "ArticleError",
    "BuildOptions",
    "BuildReport",
    "Extraction",
    "KnowledgeError",
    "QueryError",
    "StoreError",
    "audit",
    "build",
    "export",
    "extract",
    "open_graph",
    "open_store",
    "query",
    "validate",
]


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module 'ansinh' has no attribute {name!r}")
    return getattr(import_module(f"ansinh.{_PLACES[name]}"), name)
