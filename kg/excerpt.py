"""The best connected part of a view, for a page that may not grow with its graph."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import orjson

from kg.view import FORCES, View

# A page of 8 MB opens within seconds; vis-network, scripts and drawn nodes take less than 1 MB of it.
MOST_PAYLOAD = 7_000_000
_OWN = "e"  # a fact's own node: that of the event that it tells


@dataclass(frozen=True, slots=True)
class Ranked:
    """A view with its facts in the order in which a part takes them: those among the best connected nodes first.

    ``grown`` tells for each how many bytes of JSON it and those before it take, with all that they name.
    """

    view: View
    degree: list[int]
    order: list[int]
    grown: list[int]

    def excerpt(self, room: int) -> View:
        """Return the view of as many facts as take up to ``room`` bytes of JSON.

        Nodes keep the number of all their facts (``g``) and articles.
        """
        chosen = sorted(self.order[: bisect_right(self.grown, room)])
        seen = {one for number in chosen for one in _used(self.view.facts[number])}
        return _renumbered(self.view, chosen, seen, self.degree)


def ranked(view: View) -> Ranked:
    """Return ``view`` with its facts in order of the least connected node that each names."""
    degree = [0] * len(view.nodes)
    for fact in view.facts:
        for node in set(_nodes(fact)):
            degree[node] += 1
    rank = {node: place for place, node in enumerate(sorted(range(len(degree)), key=lambda n: (-degree[n], n)))}
    farthest = [_farthest(fact, rank) for fact in view.facts]
    order = sorted(range(len(farthest)), key=lambda n: (farthest[n], n))
    return Ranked(view, degree, order, list(accumulate(_sizes(view, order))))


def _sizes(view: View, order: list[int]) -> Iterator[int]:
    """Yield how many bytes each fact adds, with the nodes and sentences that no fact before it names."""
    seen: set[tuple[str, int]] = set()
    for number in order:
        fact = view.facts[number]
        fresh = [one for one in dict.fromkeys(_used(fact)) if one not in seen]
        seen.update(fresh)
        yield _size(fact) + sum(_size(getattr(view, name)[at]) for name, at in fresh)


def _farthest(fact: dict[str, Any], rank: dict[int, int]) -> int:
    """Return the rank of the least connected node that the fact names; a fact that ties none comes last."""
    return max((rank[node] for node in _nodes(fact) if node != fact.get(_OWN)), default=len(rank))


def _nodes(fact: dict[str, Any]) -> list[int]:
    """Return every node of a fact."""
    single = [fact[name] for name in ("h", "c", "o", "p", "vi", "e", "pl") if isinstance(fact.get(name), int)]
    return [*single, *fact.get("sp", ()), *fact.get("ab", ()), *(node for node, _ in fact.get("pa", ()))]


def _used(fact: dict[str, Any]) -> list[tuple[str, int]]:
    return [("nodes", node) for node in _nodes(fact)] + [("sentences", proof[0]) for proof in fact["v"]]


def _size(value: object) -> int:
    return len(orjson.dumps(value)) + 1


def _renumbered(view: View, chosen: list[int], seen: set[tuple[str, int]], degree: list[int]) -> View:
    """Return the view of these facts alone, with new numbers for everything."""
    nodes = _numbers(at for name, at in seen if name == "nodes")
    sentences = _numbers(at for name, at in seen if name == "sentences")
    articles = _numbers(view.sentences[at][0] for at in sentences)
    facts = {old: new for new, old in enumerate(chosen)}
    return View(
        nodes=[view.nodes[at] | {"g": degree[at]} for at in nodes],
        facts=[_moved(view.facts[at], nodes, sentences, facts) for at in chosen],
        sentences=[(articles[view.sentences[at][0]], view.sentences[at][1]) for at in sentences],
        articles=[view.articles[at] for at in articles],
        structure=[(nodes[a], nodes[b]) for a, b in view.structure if a in nodes and b in nodes],
        labels=view.labels,
    )


def _numbers(values: Any) -> dict[int, int]:
    return {old: new for new, old in enumerate(sorted(set(values)))}


def _moved(
    fact: dict[str, Any], nodes: dict[int, int], sentences: dict[int, int], facts: dict[int, int]
) -> dict[str, Any]:
    """Return the fact with its references to nodes, sentences and other facts by their new numbers."""
    moved = dict(fact, v=[[sentences[proof[0]], *proof[1:]] for proof in fact["v"]])
    single = ("h", "o", "p", "vi", "e", "pl") + (("c",) if fact["t"] == "role" else ())  # c of an event is its class
    moved |= {name: nodes[fact[name]] for name in single if fact.get(name) is not None}
    moved |= {name: [nodes[node] for node in fact[name]] for name in ("sp", *FORCES) if name in fact}
    if "pa" in fact:
        moved["pa"] = [[nodes[node], role] for node, role in fact["pa"]]
    if "rb" in fact:
        moved["rb"] = facts.get(fact["rb"])
    return moved
