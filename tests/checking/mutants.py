"""Mutants: for every constraint of every shape, a copy of a valid graph that breaks just that constraint.

They are made from the shapes themselves, so that a new constraint has its mutant, or fails the test until it has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from ansinh.checking.conversion import knowledge
from ansinh.namespaces import ID, PREFIXES

SH = "http://www.w3.org/ns/shacl#"
SHAPES = "https://w3id.org/ansinh/shapes#"
HERE = Path(__file__).parent
NOTHING = ox.NamedNode("urn:ansinh:nothing")
TYPE = ox.NamedNode(f"{PREFIXES['rdf']}type")

Node = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Graph = frozenset[ox.Triple]


def read(name: str) -> Graph:
    """A graph of this folder."""
    return frozenset(quad.triple for quad in ox.parse(path=HERE / name, format=ox.RdfFormat.TURTLE))


def shape_graph() -> Graph:
    """All shapes, as they stand in their files."""
    return frozenset(quad.triple for _, quad in knowledge("shapes"))


@dataclass(frozen=True)
class Mutant:
    """A graph, and the result that it must have."""

    name: str
    graph: Graph
    shape: str
    component: str
    severity: str
    path: str | None


@dataclass(frozen=True)
class _Case:
    """One constraint at work: the valid graph, the node that the shape looks at, the path, and the parameter."""

    graph: Graph
    focus: Node
    path: Node | None
    parameter: str
    argument: Node


def objects(graph: Iterable[ox.Triple], subject: Node | None, predicate: str) -> list[Node]:
    """The values of a property, in a fixed order."""
    found = {t.object for t in graph if predicate == t.predicate.value and subject in (None, t.subject)}
    return sorted(found, key=str)


def mutants(valid: Graph, wanted: Callable[[str], bool]) -> Iterator[Mutant]:
    """One for each constraint of the shapes that are wanted by name."""
    shapes = shape_graph()
    for shape in sorted({t.subject for t in shapes if isinstance(t.subject, ox.NamedNode)}, key=str):
        name = shape.value.removeprefix(SHAPES)
        if not wanted(name):
            continue
        paths = objects(shapes, shape, f"{SH}path")
        severities = objects(shapes, shape, f"{SH}severity")
        for triple in sorted((t for t in shapes if t.subject == shape), key=str):
            parameter = triple.predicate.value.removeprefix(SH)
            if parameter in _MUTATIONS and severities:
                case = _focused(valid, shapes, shape, paths[0] if paths else None, parameter, triple.object)
                yield Mutant(
                    name=f"{name}-{parameter}",
                    graph=_MUTATIONS[parameter](case, shapes),
                    shape=shape.value,
                    component=_component(parameter),
                    severity=str(getattr(severities[0], "value", "")).removeprefix(SH),
                    path=_SPARQL_PATHS.get(name) or (_written(paths[0], shapes) if paths else None),
                )


def _component(parameter: str) -> str:
    return f"{parameter[0].upper()}{parameter[1:]}{'ConstraintComponent'}".replace("Sparql", "SPARQL")


def _focused(
    valid: Graph, shapes: Graph, shape: ox.NamedNode, path: Node | None, parameter: str, argument: Node
) -> _Case:
    """The constraint on the first node of the valid graph that has a value for it."""
    candidates = [node for node in _targets(valid, shapes, shape) if path is None or _edges(valid, node, path, shapes)]
    fitting = [node for node in candidates if _has_partner(valid, node, parameter, argument)]
    if not fitting and parameter == "maxCount" and candidates == []:
        fitting = _targets(valid, shapes, shape)
    if not fitting:
        raise AssertionError(f"{shape.value}: the valid graph has no value for it: add one")
    return _Case(valid, fitting[0], path, parameter, argument)


def _has_partner(valid: Graph, node: Node, parameter: str, argument: Node) -> bool:
    pairs = parameter in ("lessThan", "lessThanOrEquals", "disjoint")
    return not pairs or bool(objects(valid, node, str(getattr(argument, "value", ""))))


def _targets(valid: Graph, shapes: Graph, shape: Node) -> list[Node]:
    """The nodes that a shape looks at, by its own target or by that of the shape that hands them on."""
    found: list[Node] = []
    for class_ in objects(shapes, shape, f"{SH}targetClass"):
        found += [t.subject for t in valid if t.predicate == TYPE and t.object == class_]
    for predicate in objects(shapes, shape, f"{SH}targetSubjectsOf"):
        found += [t.subject for t in valid if t.predicate == predicate]
    for predicate in objects(shapes, shape, f"{SH}targetObjectsOf"):
        found += [t.object for t in valid if t.predicate == predicate]
    for parent in (t.subject for t in shapes if t.predicate.value == f"{SH}property" and t.object == shape):
        nodes = objects(shapes, parent, f"{SH}targetNode")
        paths = objects(shapes, parent, f"{SH}path")
        for path in paths:
            found += [edge.subject for node in nodes for edge in _edges(valid, node, path, shapes)]
        found += _targets(valid, shapes, parent) if not paths else []
    return sorted(set(found), key=str)


def _edges(valid: Graph, node: Node, path: Node, shapes: Graph) -> list[ox.Triple]:
    """The triples by which a path leads on from a node."""
    if isinstance(path, ox.NamedNode):
        return sorted((t for t in valid if t.subject == node and t.predicate == path), key=str)
    for inverse in objects(shapes, path, f"{SH}inversePath"):
        return sorted((t for t in valid if t.object == node and t.predicate == inverse), key=str)
    ways = [_items(shapes, head) for head in objects(shapes, path, f"{SH}alternativePath")]
    return [edge for way in ways for step in way for edge in _edges(valid, node, step, shapes)]


def _items(shapes: Graph, head: Node) -> list[Node]:
    items: list[Node] = []
    while rest := objects(shapes, head, f"{PREFIXES['rdf']}rest"):
        items += objects(shapes, head, f"{PREFIXES['rdf']}first")
        head = rest[0]
    return items


def _written(path: Node, shapes: Graph) -> str:
    for inverse in objects(shapes, path, f"{SH}inversePath"):
        return f"^{_written(inverse, shapes)}"
    for head in objects(shapes, path, f"{SH}alternativePath"):
        return "|".join(_written(step, shapes) for step in _items(shapes, head))
    return str(getattr(path, "value", path))


def _with_value(case: _Case, value: Node) -> Graph:
    """The graph with the first value at the end of the path replaced."""
    assert isinstance(case.path, ox.NamedNode)
    old = next(t for t in sorted(case.graph, key=str) if t.subject == case.focus and t.predicate == case.path)
    return (case.graph - {old}) | {ox.Triple(old.subject, old.predicate, value)}


def _values(case: _Case) -> list[Node]:
    assert isinstance(case.path, ox.NamedNode)
    return objects(case.graph, case.focus, case.path.value)


def _none(case: _Case, shapes: Graph) -> Graph:
    assert case.path is not None
    return case.graph - set(_edges(case.graph, case.focus, case.path, shapes))


def _one_more(case: _Case, shapes: Graph) -> Graph:
    """One value more than may be: of an inverse path, one more subject that is of the right class."""
    if isinstance(case.path, ox.BlankNode):
        edge = _edges(case.graph, case.focus, case.path, shapes)[0]
        class_ = objects(case.graph, edge.subject, TYPE.value)[0]
        others = [t.subject for t in case.graph if t.predicate == TYPE and t.object == class_ != edge.subject]
        other = next(o for o in sorted(others, key=str) if o != edge.subject)
        return case.graph | {ox.Triple(other, edge.predicate, edge.object)}
    values = _values(case)
    assert isinstance(case.path, ox.NamedNode)
    assert isinstance(case.focus, ox.NamedNode)
    more = [_alike(values[0])] if values else [NOTHING]
    return case.graph | {ox.Triple(case.focus, case.path, value) for value in more}


def _alike(value: Node) -> Node:
    """Another value of the same kind."""
    if isinstance(value, ox.Literal):
        last = "1" if value.value[-1].isdigit() and value.value[-1] != "1" else "2"
        other = value.value[:-1] + last if value.value[-1].isdigit() else value.value + " too"
        return ox.Literal(other, language=value.language) if value.language else ox.Literal(other, datatype=value.datatype)
    return NOTHING


def _other_datatype(case: _Case, _: Graph) -> Graph:
    return _with_value(case, ox.Literal("359", datatype=ox.NamedNode(f"{PREFIXES['xsd']}short")))


def _nothing(case: _Case, _: Graph) -> Graph:
    if isinstance(case.path, ox.BlankNode):
        edge = next(t for t in sorted(case.graph, key=str) if t.object == case.focus and t.predicate.value.endswith("figure"))
        return case.graph | {ox.Triple(NOTHING, edge.predicate, edge.object)} - {edge}
    return _with_value(case, NOTHING)


def _not_an_iri(case: _Case, _: Graph) -> Graph:
    return _with_value(case, ox.Literal("a name"))


def _renamed(case: _Case, _: Graph) -> Graph:
    """Another value, or where the pattern is of the node itself the node under another name."""
    if case.path is not None:
        return _with_value(case, ox.Literal("?") if isinstance(_values(case)[0], ox.Literal) else NOTHING)
    swap = {case.focus: NOTHING}
    return frozenset(
        ox.Triple(swap.get(t.subject, t.subject), t.predicate, swap.get(t.object, t.object)) for t in case.graph
    )


def _below(case: _Case, _: Graph) -> Graph:
    datatype = getattr(_values(case)[0], "datatype", None)
    return _with_value(case, ox.Literal("-1", datatype=datatype))


def _above(case: _Case, _: Graph) -> Graph:
    datatype = getattr(_values(case)[0], "datatype", None)
    return _with_value(case, ox.Literal("100.1", datatype=datatype))


def _empty(case: _Case, _: Graph) -> Graph:
    return _with_value(case, ox.Literal(""))


def _after(case: _Case, _: Graph) -> Graph:
    """A value beyond the one that it must come before."""
    partner = objects(case.graph, case.focus, str(getattr(case.argument, "value", "")))[0]
    assert isinstance(partner, ox.Literal)
    late = "2099-01-01" if partner.datatype.value.endswith("date") else "999999"
    return _with_value(case, ox.Literal(late, datatype=partner.datatype))


def _same(case: _Case, _: Graph) -> Graph:
    return _with_value(case, objects(case.graph, case.focus, str(getattr(case.argument, "value", "")))[0])


def _another(case: _Case, _: Graph) -> Graph:
    value = _values(case)[0]
    if isinstance(value, ox.NamedNode) and value.value.startswith(f"{ID}kind/"):
        return _with_value(case, ox.NamedNode(f"{ID}kind/count"))
    return _with_value(case, ox.Literal("fr") if isinstance(value, ox.Literal) else NOTHING)


def _in_language(language: str) -> Callable[[_Case, Graph], Graph]:
    def mutation(case: _Case, _: Graph) -> Graph:
        assert isinstance(case.focus, ox.NamedNode)
        assert isinstance(case.path, ox.NamedNode)
        return case.graph | {ox.Triple(case.focus, case.path, ox.Literal("one more", language=language))}

    return mutation


def _without_language(case: _Case, shapes: Graph) -> Graph:
    """The labels that qualify are gone."""
    inner = next(t.object for t in shapes if t.subject == _shape_of(shapes, case) and "qualifiedValueShape" in str(t.predicate))
    wanted = {getattr(i, "value", "") for i in _items(shapes, objects(shapes, inner, f"{SH}languageIn")[0])}
    return case.graph - {
        t
        for t in case.graph
        if t.subject == case.focus and t.predicate == case.path and getattr(t.object, "language", None) in wanted
    }


def _shape_of(shapes: Graph, case: _Case) -> Node:
    return case.argument if isinstance(case.argument, ox.NamedNode) else _QUALIFIED[0]


_QUALIFIED: list[Node] = []
_MUTATIONS: dict[str, Callable[[_Case, Graph], Graph]] = {}
_SPARQL_PATHS: dict[str, str] = {}
