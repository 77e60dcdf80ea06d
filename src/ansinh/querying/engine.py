"""What can be asked: a store on disk or in memory, or the SPARQL endpoint of another engine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pyoxigraph as ox

from ansinh.graph.store import open_store

if TYPE_CHECKING:
    from ansinh.querying.endpoint import Endpoint

# in quotes: who asks a store does not wait for what speaks HTTP
Engine: TypeAlias = "ox.Store | Endpoint"


def open_engine(told: str | Path | ox.Store) -> Engine:
    """The store of a folder, or the endpoint of an address that begins with http:// or https://.

    Raises StoreError where there is no sound store, QueryError where the address is none.
    """
    if isinstance(told, ox.Store):
        return told
    if isinstance(told, str) and told.lower().startswith(("http://", "https://")):
        from ansinh.querying.endpoint import endpoint

        return endpoint(told)
    return open_store(told)
