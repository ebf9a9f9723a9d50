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


Value = ox.NamedNode | ox.Literal


class Ontology:
    """What an ontology folder says of each subject: IRIs and literals by predicate."""

    def __init__(self, folder: Path | None = None) -> None:
        self._about: dict[str, dict[str, list[Value]]] = defaultdict(lambda: defaultdict(list))
        self._countries: dict[str, str] = {}
        self._schemes: dict[str, list[str]] = defaultdict(list)
        for path in sorted((folder or ontology_folder()).glob("*.ttl")):
            for quad in ox.parse(path.read_bytes(), format=ox.RdfFormat.TURTLE):
                if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, Value):
                    self._add(quad.subject.value, quad.predicate.value, quad.object)

    def _add(self, subject: str, predicate: str, value: Value) -> None:
        self._about[subject][predicate].append(value)
        if predicate == KG + "iso3166":
            self._countries.setdefault(value.value, subject)
        elif predicate == SKOS + "inScheme":
            self._schemes[value.value].append(subject)

    def __contains__(self, iri: str) -> bool:
        return iri in self._about

    def country(self, code: str) -> str | None:
        """Return the IRI of the country with ISO 3166-1 alpha-2 ``code``."""
        return self._countries.get(code)

    def labels(self, iri: str) -> list[ox.Literal]:
        """Return the preferred labels of ``iri`` in all languages."""
        return [label for label in self.values(iri, SKOS + "prefLabel") if isinstance(label, ox.Literal)]

    def in_scheme(self, scheme: str) -> list[str]:
        """Return the concepts of a scheme, in order."""
        return sorted(self._schemes.get(scheme, ()))

    def first(self, iri: str, predicate: str) -> str:
        """Return one value of a property as text, an empty one where there is none."""
        return next((value.value for value in self.values(iri, predicate)), "")

    def values(self, iri: str, predicate: str) -> list[Value]:
        """Return the IRIs and literals that ``iri`` has for ``predicate``."""
        return self._about[iri].get(predicate, []) if iri in self._about else []

    def top(self, iri: str) -> str:
        """Return the topmost concept above ``iri``, itself where nothing is above it."""
        seen = {iri}
        while above := [v.value for v in self.values(iri, SKOS + "broader") if v.value not in seen]:
            iri = above[0]
            seen.add(iri)
        return iri

    def closure(self, iris: set[str]) -> dict[str, list[tuple[str, Value]]]:
        """Return what a graph carries of the terms ``iris`` that it uses, and of all above them: labels and types.

        Each is told by predicate and value.
        """
        found: dict[str, list[tuple[str, Value]]] = {}
        todo = sorted(iris)
        while todo:
            iri = todo.pop()
            if iri not in found and iri in self._about:
                found[iri] = [(name, value) for name in _KEPT for value in self.values(iri, name)]
                todo += [value.value for name, value in found[iri] if name in _UPWARD]
        return found
