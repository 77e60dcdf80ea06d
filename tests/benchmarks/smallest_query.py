"""The smallest program that asks a store: the folder of the store and a file with a query in, its rows out."""

import sys
from pathlib import Path

import click
import pyoxigraph as ox

store = ox.Store.read_only(sys.argv[1])
found = store.query(Path(sys.argv[2]).read_text(encoding="utf-8"), use_default_graph_as_union=True)
assert isinstance(found, ox.QuerySolutions)
for row in found:
    click.echo("\t".join("" if term is None else str(term) for term in row))
