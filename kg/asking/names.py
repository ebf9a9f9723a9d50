"""Entities, roles and classes of a graph, found by their names: folded, in Arabic or English."""

from __future__ import annotations

from difflib import get_close_matches

import pyoxigraph as ox

from kg.arabic.normal import fold
from kg.asking.graph_store import Askable
from kg.asking.guard import QueryError

_KINDS = ("Person", "Country", "Organization", "Force", "Place", "UnnamedSource")
# Terms of the ontology that a question may take: what finds them, and how messages call them.
TERMS = {
    "role": ("?found skos:inScheme <https://khabar.example/scheme/roles> ; skos:prefLabel ?label", "role"),
    "class": ("?found rdfs:subClassOf* kg:Event ; skos:prefLabel|rdfs:label ?label", "kind of event"),
}
Labelled = list[tuple[str, str]]


def find_entity(graph: Askable, name: str, kind: str = "any") -> str:
    """Return the IRI of the entity of class ``kind`` (``Force``, or ``any``) that has ``name`` among its folded labels;
    a country is known by its ISO code as well.

    An exact name wins over a part of one, an entity's own name over what an article also calls it, and among equals
    the one that most facts name. Raises QueryError with the nearest names where there is none.
    """
    kinds = " ".join(f"kg:{one}" for one in (_KINDS if kind == "any" else (kind,)))
    named = f"VALUES ?kind {{ {kinds} }} ?found a ?kind"
    own = _labelled(graph, f"{named} ; skos:prefLabel|kg:iso3166 ?label")
    other = _labelled(graph, f"{named} ; skos:altLabel ?label")
    return _most_named(graph, _best(name, (own, other), "entity" if kind == "any" else kind.lower()))


def find_term(graph: Askable, name: str, takes: str) -> str:
    """Return the IRI of the role or class (``takes`` is a key of ``TERMS``) that is called ``name`` or ends in it.

    Raises QueryError with the nearest names where the graph uses none.
    """
    pattern, what = TERMS[takes]
    labelled = _labelled(graph, pattern)
    ends = [(iri, iri.replace("#", "/").rsplit("/", 1)[-1]) for iri, _ in labelled]
    return _best(name, (labelled, ends), what)[0]


def _labelled(graph: Askable, pattern: str) -> Labelled:
    rows = graph.ask(f"SELECT DISTINCT ?found ?label {{ {pattern} }}").values()
    return [(iri or "", label or "") for iri, label in rows]


def _best(name: str, ranked: tuple[Labelled, Labelled], what: str) -> list[str]:
    """Return the IRIs with the label that is most like ``name``, in order; labels of the first rank win over others."""
    wanted = _folded(name)
    scored = [
        (_score(wanted, _folded(label)), -rank, iri) for rank, labelled in enumerate(ranked) for iri, label in labelled
    ]
    best = max((one[:2] for one in scored if one[0]), default=None)
    if best:
        return sorted({one[2] for one in scored if one[:2] == best})
    near = get_close_matches(name, sorted({label for labelled in ranked for _, label in labelled}), n=3, cutoff=0.6)
    hint = f"; near it: {'، '.join(near)}" if near else ""
    raise QueryError(f"the graph knows no {what} called {name}{hint}")


def _most_named(graph: Askable, iris: list[str]) -> str:
    """Of several entities of one name, the one that most facts name."""
    if len(iris) == 1:
        return iris[0]
    listed = " ".join(str(ox.NamedNode(iri)) for iri in iris)
    pattern = f"VALUES ?entity {{ {listed} }} ?fact ?relation ?entity"
    query = f"SELECT ?entity (COUNT(?fact) AS ?n) {{ {pattern} }} GROUP BY ?entity"
    facts = {str(iri): int(count or 0) for iri, count in graph.ask(query).values()}
    return max(iris, key=lambda iri: (facts.get(iri, 0), iri))


def _folded(name: str) -> str:
    return " ".join(word.removeprefix("ال") for word in fold(name).lower().split())


def _score(wanted: str, label: str) -> int:
    if wanted == label:
        return 3
    if f" {wanted} " in f" {label} ":
        return 2
    return 0
