"""A store of the seeds in which people have decided about some figures."""

from __future__ import annotations

from pathlib import Path

import ansinh
from ansinh.knowledge import folder

WHEN = "2025-07-01T09:30:00+07:00"


def reviewed_seeds(place: Path, *more: Path) -> Path:
    """Build the seeds and more articles, decide about four figures that a rule counted, build again."""
    seeds, store = [*sorted(folder("seeds").glob("*.txt")), *more], place / "store"
    ansinh.build(seeds, store)
    counted = ansinh.review(ansinh.Filters(rule="count"), sample=ansinh.Sample(4), store=store)
    names = [each.figure.name for each in counted]
    choices = (
        ansinh.Choice(names[0], "accept", "Lan", WHEN),
        ansinh.Choice(names[1], "amend", "Lan", WHEN, "another measure", {"measure": "time", "field": "economy"}),
        ansinh.Choice(names[2], "reject", "Minh", WHEN, "no figure"),
        ansinh.Choice(names[3], "amend", "Minh", WHEN, "", {"value": "7"}),
    )
    assert len(ansinh.decide(choices, store)) == len(names)
    report = ansinh.build(seeds, store)
    assert (report.decided, report.lost, report.refused) == (4, [], [])
    return store
