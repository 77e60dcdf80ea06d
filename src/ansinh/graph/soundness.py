"""What no shape can see: whether every triple stands in one graph only.

The union of the graphs does not merge: a triple in two graphs is matched twice, and sums come out wrong.
"""

from __future__ import annotations

import pyoxigraph as ox

from ansinh.graph.others import is_ours, our_quads


def triples_in_two_graphs(store: ox.Store) -> list[ox.Triple]:
    """The triples that stand in more than one graph of ours, sorted; a sound store has none."""
    subjects = {quad.subject for quad in our_quads(store) if isinstance(quad.subject, ox.NamedNode)}
    found: set[ox.Triple] = set()
    for subject in subjects:
        seen: set[ox.Triple] = set()
        for quad in store.quads_for_pattern(subject, None, None):
            if not is_ours(getattr(quad.graph_name, "value", "")):
                continue
            (found if quad.triple in seen else seen).add(quad.triple)
    return sorted(found, key=str)
