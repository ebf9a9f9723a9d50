"""Parts of the graph for the network page: a ``kg.view.View`` of the asked facts alone, with the nodes, sentences and
articles that they name; the page adds it to what it holds.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

import pyoxigraph as ox

from kg.asking.live.index import PARTS
from kg.graph import RDF_TYPE, Description
from kg.namespaces import TERM
from kg.view import View, view_of

_MOST_PROOFS = 30  # pieces of evidence of one fact
_NAMES = {*PARTS.values(), TERM.partOf}
_TERMS = {RDF_TYPE, TERM.stance}


def part_of_store(store: ox.Store, facts: Iterable[str], nodes: Iterable[str]) -> View:
    """Return the view of these facts and nodes, given as IRIs.

    Of a fact that hundreds of articles tell it holds the first sentences, and their number as ``m``.
    """
    view = view_of(_described(store, facts, nodes))
    for fact in view.facts:
        if len(fact["v"]) == _MOST_PROOFS:
            fact["m"] = sum(1 for _ in _about(store, fact["i"], TERM.evidence))
    return view


def sentences(store: ox.Store, fact: str) -> set[str]:
    """Return the sentences that tell ``fact``."""
    proofs = [quad.object for quad in _about(store, fact, TERM.evidence)]
    told = (_about(store, proof.value, TERM.sentence) for proof in proofs if isinstance(proof, ox.NamedNode))
    return {str(quad.object) for quads in told for quad in quads}


def _described(store: ox.Store, facts: Iterable[str], nodes: Iterable[str]) -> list[Description]:
    """Return what the store says of the facts and nodes, and of the evidence, articles, nodes and terms they name."""
    found: dict[str, Description] = {}
    waiting = deque(facts)
    while waiting:
        for predicate, target in _describe(store, waiting.popleft(), found):
            if predicate == TERM.reportedBy:
                waiting.append(target)
            elif predicate == TERM.evidence:
                _describe_proof(store, target, found)
            elif predicate in _NAMES or (predicate in _TERMS and target != TERM.Event):
                _describe(store, target, found)
    for node in nodes:
        _describe(store, node, found)
    return [*found.values()]


def _describe_proof(store: ox.Store, proof: str, found: dict[str, Description]) -> None:
    for predicate, target in _describe(store, proof, found):
        if predicate == TERM.article:
            _describe(store, target, found)


def _describe(store: ox.Store, iri: str, found: dict[str, Description]) -> list[tuple[str, str]]:
    """Add what the store says of ``iri`` to ``found``, where it is new; return its links to other subjects."""
    if iri in found:
        return []
    found[iri] = Description(ox.NamedNode(iri), None)
    links, proofs = list[tuple[str, str]](), 0
    for quad in _about(store, iri):
        target = quad.object
        if isinstance(target, ox.NamedNode):
            proofs += quad.predicate.value == TERM.evidence
            if proofs > _MOST_PROOFS and quad.predicate.value == TERM.evidence:
                continue
            links.append((quad.predicate.value, target.value))
        if isinstance(target, ox.NamedNode | ox.Literal):
            found[iri].pairs[quad.predicate, target] = None
    return links


def _about(store: ox.Store, iri: str, predicate: str | None = None) -> Iterable[ox.Quad]:
    named = ox.NamedNode(predicate) if predicate else None
    return store.quads_for_pattern(ox.NamedNode(iri), named, None, ox.DefaultGraph())
