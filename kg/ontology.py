"""The ontology as the graph needs it: the terms' own triples, copied into every exported graph that uses them."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pyoxigraph as ox

from kg.lexicon import KG, RDF_TYPE, SKOS, ontology_folder

RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_KEPT = (
    RDF_TYPE,
    SKOS + "prefLabel",
    SKOS + "broader",
    SKOS + "inScheme",
    SKOS + "closeMatch",
    SKOS + "exactMatch",
    RDFS + "label",
    RDFS + "subClassOf",
    RDFS + "subPropertyOf",
    RDFS + "seeAlso",
    "http://www.w3.org/2002/07/owl#sameAs",
    KG + "iso3166",
)
_UPWARD = (SKOS + "broader", RDFS + "subClassOf", RDFS + "subPropertyOf")


class Ontology:
    """The triples of an ontology folder, by subject."""

    def __init__(self, folder: Path | None = None) -> None:
        self._about: dict[str, list[ox.Triple]] = defaultdict(list)
        self._countries: dict[str, str] = {}
        self._labels: dict[str, list[ox.Literal]] = {}
        for path in sorted((folder or ontology_folder()).glob("*.ttl")):
            for quad in ox.parse(path.read_bytes(), format=ox.RdfFormat.TURTLE):
                if isinstance(quad.subject, ox.NamedNode):
                    self._about[quad.subject.value].append(quad.triple)
                    if quad.predicate.value == KG + "iso3166" and isinstance(quad.object, ox.Literal):
                        self._countries.setdefault(quad.object.value, quad.subject.value)

    def __contains__(self, iri: str) -> bool:
        return iri in self._about

    def country(self, code: str) -> str | None:
        """Return the IRI of the country with ISO 3166-1 alpha-2 ``code``."""
        return self._countries.get(code)

    def labels(self, iri: str) -> list[ox.Literal]:
        """Return the preferred labels of ``iri`` in all languages."""
        if iri not in self._labels:
            found = (t.object for t in self._about.get(iri, ()) if t.predicate.value == SKOS + "prefLabel")
            self._labels[iri] = [label for label in found if isinstance(label, ox.Literal)]
        return self._labels[iri]

    def in_scheme(self, scheme: str) -> list[str]:
        """Return the concepts of a scheme, in order."""
        wanted = ox.NamedNode(scheme)
        return sorted(iri for iri in self._about if wanted in self.values(iri, SKOS + "inScheme"))

    def first(self, iri: str, predicate: str) -> str:
        """Return one value of a property as text, an empty one where there is none."""
        return next((value.value for value in self.values(iri, predicate)), "")

    def values(self, iri: str, predicate: str) -> list[ox.NamedNode | ox.Literal]:
        """Return the IRIs and literals that ``iri`` has for ``predicate``."""
        found = (t.object for t in self._about.get(iri, ()) if t.predicate.value == predicate)
        return [value for value in found if isinstance(value, (ox.NamedNode, ox.Literal))]

    def top(self, iri: str) -> str:
        """Return the topmost concept above ``iri``, itself where nothing is above it."""
        seen = {iri}
        while above := [v.value for v in self.values(iri, SKOS + "broader") if v.value not in seen]:
            iri = above[0]
            seen.add(iri)
        return iri

    def closure(self, iris: set[str]) -> dict[str, list[ox.Triple]]:
        """Return what a graph carries of the terms ``iris`` that it uses, and of all above them: labels and types."""
        found: dict[str, list[ox.Triple]] = {}
        todo = sorted(iris)
        while todo:
            iri = todo.pop()
            if iri not in found and iri in self._about:
                found[iri] = [
                    t for t in self._about[iri] if t.predicate.value in _KEPT and not isinstance(t.object, ox.BlankNode)
                ]
                todo += [
                    t.object.value
                    for t in found[iri]
                    if t.predicate.value in _UPWARD and isinstance(t.object, ox.NamedNode)
                ]
        return found
