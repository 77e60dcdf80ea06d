"""The one door to owlready2 and the reasoners it brings: what the ontology and a graph mean is not absurd.

HermiT looks for contradictions, OWLAPI (inside Pellet) whether all is OWL 2 DL; both need Java. Neither objects to a
term that nobody declared: it means nothing to them, and a misspelt property would pass. `undeclared_terms` objects,
without Java.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from ansinh.checking.conversion import Statement, knowledge
from ansinh.errors import AnsinhError, KnowledgeError
from ansinh.namespaces import PREFIXES

_BUILT_IN = (PREFIXES["rdf"], PREFIXES["rdfs"], PREFIXES["owl"], PREFIXES["xsd"])
_TYPE = f"{PREFIXES['rdf']}type"
_LABEL = f"{PREFIXES['rdfs']}label"
_DECLARED_AS = frozenset(
    f"{PREFIXES['owl']}{kind}" for kind in ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty")
)
_LANGUAGES = frozenset({"en", "vi"})
_PROFILE = re.compile(r"^OWL Profile = (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class OntologyReport:
    """What the reasoners say; `unsatisfiable` are classes with no members, `undeclared` terms with no meaning."""

    profile: str
    consistent: bool
    unsatisfiable: tuple[str, ...]
    undeclared: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """Whether there is nothing to mend."""
        return self.consistent and self.profile == "OWL 2 DL" and not self.unsatisfiable and not self.undeclared


def check_ontology(data: Iterable[Statement] = ()) -> OntologyReport:
    """The ontology, the vocabularies and a graph of facts, put before the reasoners together.

    Raises AnsinhError when there is no Java.
    """
    java = shutil.which("java")
    if java is None:
        raise AnsinhError("java is not there, and the OWL reasoners need it: install a Java runtime, 11 or later")
    facts = list(data)
    triples = [_triple(s) for s in (*(quad for _, quad in knowledge("ontology")), *facts)]
    with tempfile.TemporaryDirectory(prefix="ansinh-owl-") as folder:
        # owlready2 does not read Turtle
        file = Path(folder) / "ontology.nt"
        file.write_bytes(ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"")
        consistent, unsatisfiable = _reasoned(file)
        return OntologyReport(_profile(java, file), consistent, unsatisfiable, undeclared_terms(facts))


def undeclared_terms(data: Iterable[Statement] = ()) -> tuple[str, ...]:
    """The properties and classes that the vocabularies and a graph use, and that the ontology does not declare.

    A declaration says what kind of term it is, and has a label in English and in Vietnamese.
    """
    used: set[str] = set()
    for statement in (*(quad for _, quad in knowledge("ontology")), *data):
        used.add(statement.predicate.value)
        if statement.predicate.value == _TYPE and isinstance(statement.object, ox.NamedNode):
            used.add(statement.object.value)
    declared = _declared()
    return tuple(sorted(term for term in used if not term.startswith(_BUILT_IN) and not declared.get(term, False)))


@cache
def _declared() -> Mapping[str, bool]:
    """The declared terms, and whether each has its labels."""
    declared: set[str] = set()
    languages: dict[str, set[str | None]] = defaultdict(set)
    for _, quad in knowledge("ontology"):
        subject, value = quad.subject, quad.object
        if isinstance(subject, ox.NamedNode) and quad.predicate.value == _TYPE and isinstance(value, ox.NamedNode):
            declared |= {subject.value} if value.value in _DECLARED_AS else set()
        if isinstance(subject, ox.NamedNode) and quad.predicate.value == _LABEL and isinstance(value, ox.Literal):
            languages[subject.value].add(value.language)
    return {term: languages[term] >= _LANGUAGES for term in declared}


def _reasoned(file: Path) -> tuple[bool, tuple[str, ...]]:
    import owlready2

    world = owlready2.World()
    try:
        world.get_ontology(file.as_uri()).load()
        # dates are not in the OWL 2 datatype map: HermiT stops at them unless told not to; SHACL sees to them
        owlready2.sync_reasoner_hermit(world, debug=0, ignore_unsupported_datatypes=True)
        return True, tuple(sorted(class_.iri for class_ in world.inconsistent_classes()))
    except owlready2.OwlReadyInconsistentOntologyError:
        return False, ()
    except owlready2.OwlReadyJavaError as error:
        raise KnowledgeError(f"ontology: HermiT cannot read it: {str(error).splitlines()[-1]}") from error
    finally:
        world.close()


def _profile(java: str, file: Path) -> str:
    import owlready2

    jars = Path(owlready2.__file__).parent / "pellet" / "*"
    command = [java, "-cp", str(jars), "pellet.Pellet", "info", file.as_uri()]
    output = subprocess.run(command, capture_output=True, text=True, check=False)
    found = _PROFILE.search(output.stdout)
    if found is None:
        reason = (output.stderr or output.stdout).strip().splitlines()[:1]
        raise KnowledgeError(f"ontology: OWLAPI cannot read it: {' '.join(reason)}")
    return found[1].strip()


def _triple(statement: Statement) -> ox.Triple:
    return statement.triple if isinstance(statement, ox.Quad) else statement
