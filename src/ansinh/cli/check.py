"""`ansinh check`."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import click
import pyoxigraph as ox

from ansinh.checking.owl import check_ontology, undeclared_terms
from ansinh.checking.shacl import validate_vocabulary
from ansinh.cli.options import store_option
from ansinh.graph.others import our_quads
from ansinh.graph.store import exists, open_store
from ansinh.querying.saved import saved_queries


@click.command("check", epilog="Example: ansinh check")
@store_option
def command(store: str) -> int:
    """Check the knowledge itself: ontology, vocabularies and saved queries, and the terms that the store uses.

    Every term must be declared and labelled, every concept must fit its shape, every saved query must have a sound
    header. Where Java is there, the ontology with the facts of the store must also be OWL 2 DL and free of
    contradictions; where it is not, the check says so and leaves that out. Exit code 1 when something is wrong.
    """
    facts = list(our_quads(open_store(store))) if exists(store) else []
    done, wrong = [], [f"{result.focus}: {result.message}" for result in validate_vocabulary()]
    done.append(f"{len(saved_queries())} saved queries have sound headers")
    if shutil.which("java"):
        done.append("HermiT and the OWL 2 DL profile checker were asked")
        wrong += _reasoned(facts)
    else:
        click.echo("not done: the OWL 2 DL profile and consistency, which need a Java runtime", err=True)
        wrong += [f"{term}: used, but not declared and labelled in the ontology" for term in undeclared_terms(facts)]
    for line in wrong:
        click.echo(line)
    said = "; ".join((*done, f"{len(facts)} facts of {store}" if facts else "no store: the knowledge alone"))
    click.echo(f"{'wrong' if wrong else 'sound'}: {said}", err=True)
    return 1 if wrong else 0


def _reasoned(facts: list[ox.Quad]) -> Iterator[str]:
    report = check_ontology(facts)
    if not report.consistent:
        yield "the ontology and the facts contradict each other (HermiT)"
    if report.profile != "OWL 2 DL":
        yield f"the ontology and the facts are {report.profile}, not OWL 2 DL"
    yield from (f"{term}: no thing can be of this class (HermiT)" for term in report.unsatisfiable)
    yield from (f"{term}: used, but not declared and labelled in the ontology" for term in report.undeclared)
