"""A fact or an entity of a built graph, explained from the graph itself."""

from __future__ import annotations

import pyoxigraph as ox

from kg.asking.graph_store import Askable
from kg.asking.guard import QueryError
from kg.explaining.model import Item, Section

_FACTS = """
SELECT DISTINCT ?fact ?kind ?exact ?sentence ?article ?start ?end ?rule ?confidence {
  VALUES ?class { kg:RoleHolding kg:Statement kg:Event }
  { ?fact ?relation ?this } UNION { BIND(?this AS ?fact) }
  ?fact a ?class ; kg:evidence ?evidence .
  ?evidence kg:exact ?exact ; kg:sentence ?sentence ; kg:start ?start ; kg:end ?end ; kg:rule ?rule ;
    kg:confidence ?confidence ; kg:article/dcterms:identifier ?article .
  BIND(STRAFTER(STR(?class), "#") AS ?kind)
} ORDER BY ?kind ?article ?start ?fact LIMIT 500
"""
_LABELS = "SELECT DISTINCT ?label { ?this skos:prefLabel|skos:altLabel ?label } ORDER BY ?label"
_REASONS = "SELECT DISTINCT ?reason { ?this kg:mergeReason ?reason } ORDER BY ?reason"


def explain_iri(graph: Askable, iri: str) -> list[Section]:
    """Return the labels, the reasons of merging and the facts of the entity, fact or article called ``iri``.

    Raises QueryError where the graph does not know it.
    """
    try:
        bound = {"this": str(ox.NamedNode(iri))}
    except ValueError as error:
        raise QueryError(f"{iri!r} is no IRI: {error}") from None
    facts = graph.ask(_FACTS, bound).values()
    labels = [row[0] or "" for row in graph.ask(_LABELS, bound).values()]
    reasons = [row[0] or "" for row in graph.ask(_REASONS, bound).values()]
    if not facts and not labels:
        raise QueryError(f"the graph does not know {iri}; kg query 'DESCRIBE <...>' shows what stands in it")
    return [
        Section("الأسماء", "names", tuple(Item(label) for label in labels)),
        Section("أسباب الدمج", "why merged", tuple(Item(reason) for reason in reasons)),
        Section("الحقائق", "facts", tuple(_fact(*(value or "" for value in row)) for row in facts)),
    ]


def _fact(
    fact: str, kind: str, exact: str, sentence: str, article: str, start: str, end: str, rule: str, confidence: str
) -> Item:
    at = max(0, sentence.find(exact))
    notes = (f"rule: {rule}", f"confidence: {confidence}", f"{article}, characters {start}-{end}", fact)
    return Item(kind, sentence, at, at + len(exact) if exact in sentence else at, notes)
