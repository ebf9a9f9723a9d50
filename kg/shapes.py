"""SHACL, as far as ``ontology/shapes.ttl`` uses it, in time linear in the graph.

General validators take minutes for the graph of a few thousand articles. This one compiles each shape to plain
functions and goes once over the subjects; it refuses a shapes file that uses what it does not know, so that nothing
is left unchecked in silence.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox

Term = ox.NamedNode | ox.Literal | ox.BlankNode
Subjects = dict[Term, dict[str, list[Term]]]
SH = "http://www.w3.org/ns/shacl#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SUBCLASS = "http://www.w3.org/2000/01/rdf-schema#subClassOf"
_DECLARED = {
    SH + name for name in ("targetClass", "targetSubjectsOf", "targetObjectsOf", "property", "path", "message")
}


class Violation(NamedTuple):
    """A node that breaks a shape, and how."""

    node: str
    message: str


class Graph:
    """A graph to be checked: values by subject and predicate, and who is of which class, superclasses included."""

    def __init__(self, quads: Iterable[ox.Quad | ox.Triple]) -> None:
        self.subjects: Subjects = defaultdict(lambda: defaultdict(list))
        seen: set[ox.Triple] = set()
        for quad in quads:
            triple = quad.triple if isinstance(quad, ox.Quad) else quad
            if triple not in seen:
                seen.add(triple)
                self.subjects[triple.subject][triple.predicate.value].append(triple.object)  # type: ignore[index, arg-type]
        self._above: dict[str, frozenset[str]] = {}
        self._classes: dict[frozenset[str], frozenset[str]] = {}

    def values(self, node: Term, predicate: str) -> list[Term]:
        """Return what ``node`` has for ``predicate``."""
        found = self.subjects.get(node)
        return found.get(predicate, []) if found else []

    def classes(self, node: Term) -> frozenset[str]:
        """Return the classes of ``node`` and all above them."""
        own = frozenset(str(kind.value) for kind in self.values(node, RDF + "type"))
        if own not in self._classes:
            self._classes[own] = frozenset(above for kind in own for above in self.above(kind))
        return self._classes[own]

    def above(self, kind: str) -> frozenset[str]:
        """Return a class and all its superclasses, as the graph tells them."""
        if kind not in self._above:
            found, todo = {kind}, [kind]
            while todo:
                parents = self.values(ox.NamedNode(todo.pop()), SUBCLASS)
                new = {str(parent.value) for parent in parents} - found
                found |= new
                todo += new
            self._above[kind] = frozenset(found)
        return self._above[kind]


Check = Callable[[Graph, Term, list[Term]], Iterator[str]]


class Constraint(NamedTuple):
    """What the values of one path must satisfy; a path of None means the node itself."""

    path: str | None
    message: str | None
    checks: list[Check]


class Shape(NamedTuple):
    """A node shape: whom it targets, and its constraints."""

    classes: frozenset[str]
    subjects_of: frozenset[str]
    objects_of: frozenset[str]
    constraints: list[Constraint]


def load_shapes(path: Path) -> list[Shape]:
    """Return the shapes of a Turtle file. Raises ValueError naming what this module does not know."""
    graph = Graph(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))
    nodes = [n for n in graph.subjects if ox.NamedNode(SH + "NodeShape") in graph.values(n, RDF + "type")]
    return [_shape(graph, node) for node in sorted(nodes, key=str)]


def violations(graph: Graph, shapes: Iterable[Shape]) -> Iterator[Violation]:
    """Yield where ``graph`` breaks ``shapes``, each node once for each constraint that it breaks."""
    shapes = list(shapes)
    told = {p for shape in shapes for p in shape.objects_of}
    objects: dict[str, dict[Term, None]] = {p: {} for p in told}
    for node, values in graph.subjects.items():
        classes = graph.classes(node)
        for predicate in told & values.keys():
            objects[predicate] |= dict.fromkeys(values[predicate])
        for shape in shapes:
            if shape.classes & classes or not shape.subjects_of.isdisjoint(values):
                yield from _broken(graph, node, shape)
    for shape in shapes:
        for predicate in sorted(shape.objects_of):
            for node in objects[predicate]:
                yield from _broken(graph, node, shape)


def _broken(graph: Graph, node: Term, shape: Shape) -> Iterator[Violation]:
    for constraint in shape.constraints:
        values = [node] if constraint.path is None else graph.values(node, constraint.path)
        for check in constraint.checks:
            for found in check(graph, node, values):
                told = f"{constraint.message}: {found}" if constraint.message else found
                place = f"{_name(constraint.path)}: " if constraint.path else ""
                yield Violation(str(node.value), place + told)


def _name(iri: str) -> str:
    return iri.rsplit("/", 1)[-1].rsplit("#", 1)[-1]


def _shape(graph: Graph, node: Term) -> Shape:
    constraints = [Constraint(None, None, _checks(graph, node))]
    for prop in graph.values(node, SH + "property"):
        path = str(graph.values(prop, SH + "path")[0].value)
        message = next((str(m.value) for m in graph.values(prop, SH + "message")), None)
        constraints.append(Constraint(path, message, _checks(graph, prop)))
    return Shape(
        _iris(graph, node, "targetClass"),
        _iris(graph, node, "targetSubjectsOf"),
        _iris(graph, node, "targetObjectsOf"),
        [constraint for constraint in constraints if constraint.checks],
    )


def _iris(graph: Graph, node: Term, name: str) -> frozenset[str]:
    return frozenset(str(value.value) for value in graph.values(node, SH + name))


def _checks(graph: Graph, node: Term) -> list[Check]:
    checks = []
    for predicate in sorted(graph.subjects[node]):
        if predicate.startswith(SH) and predicate not in _DECLARED:
            if predicate.removeprefix(SH) not in _MAKERS:
                raise ValueError(f"shapes use {_name(predicate)}, which kg.shapes does not know")
            make = _MAKERS[predicate.removeprefix(SH)]
            checks += [make(graph, value) for value in graph.values(node, predicate)]
    return checks


def _list(graph: Graph, node: Term) -> list[Term]:
    items: list[Term] = []
    while rest := graph.values(node, RDF + "rest"):
        items += graph.values(node, RDF + "first")
        node = rest[0]
    return items


def _each(test: Callable[[Graph, Term], bool], wanted: str) -> Check:
    """A check of every value by itself."""

    def check(graph: Graph, node: Term, values: list[Term]) -> Iterator[str]:
        return (f"{str(value)[:80]} {wanted}" for value in values if not test(graph, value))

    return check


def _min_count(graph: Graph, value: Term) -> Check:
    least = int(value.value)

    def check(graph: Graph, node: Term, values: list[Term]) -> Iterator[str]:
        if len(values) < least:
            yield f"{len(values)} values, at least {least} wanted"

    return check


def _max_count(graph: Graph, value: Term) -> Check:
    most = int(value.value)

    def check(graph: Graph, node: Term, values: list[Term]) -> Iterator[str]:
        if len(values) > most:
            yield f"{len(values)} values, at most {most} wanted"

    return check


def _class(graph: Graph, value: Term) -> Check:
    kind = str(value.value)
    return _each(lambda graph, node: kind in graph.classes(node), f"is no {_name(kind)}")


def _datatype(graph: Graph, value: Term) -> Check:
    kind = str(value.value)
    return _each(lambda _, node: isinstance(node, ox.Literal) and node.datatype.value == kind, f"is no {_name(kind)}")


def _node_kind(graph: Graph, value: Term) -> Check:
    kinds = {"IRI": ox.NamedNode, "Literal": ox.Literal, "BlankNode": ox.BlankNode}
    kind = kinds[_name(str(value.value))]
    return _each(lambda _, node: isinstance(node, kind), f"is no {_name(str(value.value))}")


def _or(graph: Graph, value: Term) -> Check:
    choices = [_checks(graph, choice) for choice in _list(graph, value)]

    def fits(graph: Graph, node: Term) -> bool:
        return any(not [found for check in checks for found in check(graph, node, [node])] for checks in choices)

    return _each(fits, "fits none of the choices")


def _in(graph: Graph, value: Term) -> Check:
    allowed = set(_list(graph, value))
    return _each(lambda _, node: node in allowed, "is none of the values allowed")


def _pattern(graph: Graph, value: Term) -> Check:
    pattern = re.compile(str(value.value))
    return _each(lambda _, node: pattern.search(str(node.value)) is not None, f"does not match {value.value}")


def _language_in(graph: Graph, value: Term) -> Check:
    languages = {str(item.value) for item in _list(graph, value)}
    return _each(lambda _, node: isinstance(node, ox.Literal) and node.language in languages, "is in another language")


def _unique_lang(graph: Graph, value: Term) -> Check:
    def check(graph: Graph, node: Term, values: list[Term]) -> Iterator[str]:
        languages = [v.language for v in values if isinstance(v, ox.Literal) and v.language]
        yield from sorted(f"two values in {lang}" for lang in set(languages) if languages.count(lang) > 1)

    return check


def _less_than(graph: Graph, value: Term) -> Check:
    other = str(value.value)

    def check(graph: Graph, node: Term, values: list[Term]) -> Iterator[str]:
        limits = [float(limit.value) for limit in graph.values(node, other)]
        yield from (f"{v.value} is not below {limit}" for v in values for limit in limits if not float(v.value) < limit)

    return check


def _disjoint(graph: Graph, value: Term) -> Check:
    other = str(value.value)

    def check(graph: Graph, node: Term, values: list[Term]) -> Iterator[str]:
        shared = set(values) & set(graph.values(node, other)) if values else ()
        yield from sorted(f"{found.value} is also a value of {_name(other)}" for found in shared)

    return check


def _least(graph: Graph, value: Term) -> Check:
    return _each(lambda _, node: float(str(node.value)) >= float(value.value), f"is below {value.value}")


def _most(graph: Graph, value: Term) -> Check:
    return _each(lambda _, node: float(str(node.value)) <= float(value.value), f"is above {value.value}")


_MAKERS: dict[str, Callable[[Graph, Term], Check]] = {
    "minCount": _min_count,
    "maxCount": _max_count,
    "class": _class,
    "datatype": _datatype,
    "nodeKind": _node_kind,
    "or": _or,
    "in": _in,
    "pattern": _pattern,
    "languageIn": _language_in,
    "uniqueLang": _unique_lang,
    "lessThan": _less_than,
    "disjoint": _disjoint,
    "minInclusive": _least,
    "maxInclusive": _most,
}
