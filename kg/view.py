"""The graph as it is looked at: nodes, facts with their sentences, and what ties them, all referred to by number.

Put together of the parts that the sections of the graph add to it (``kg.view_parts``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from kg.graph import PREFIXES, Description
from kg.namespaces import ONTOLOGY
from kg.view_parts import Part, last_part, part_of

KIND_LABELS = {
    "person": ["شخص", "person"],
    "country": ["دولة", "country"],
    "organization": ["جهة", "organization"],
    "force": ["قوة", "force"],
    "place": ["مكان", "place"],
    "unnamed": ["مصدر غير مسمى", "unnamed source"],
    "event": ["حدث", "event"],
}
FORCES = ("ab", "fo", "ag", "ne")
"""What of a statement names forces: those it is about, and of these whom it supports, opposes or is neutral towards."""


@dataclass
class View:
    """Nodes, facts, sentences and articles; positions in these lists are their numbers."""

    nodes: list[dict[str, Any]] = field(default_factory=list)
    facts: list[dict[str, Any]] = field(default_factory=list)
    sentences: list[tuple[int, str]] = field(default_factory=list)
    articles: list[list[str | None]] = field(default_factory=list)
    structure: list[tuple[int, int]] = field(default_factory=list)
    labels: dict[str, dict[str, list[str]]] = field(default_factory=dict)

    def most_connected(self, most: int) -> list[int]:
        """Return up to ``most`` nodes that something ties to another, best tied first."""
        degree = self._degree()
        return sorted((n for n in range(len(self.nodes)) if degree[n]), key=lambda n: (-degree[n], n))[:most]

    def ties(self) -> list[tuple[int, int]]:
        """Return the pairs of nodes that facts or structure tie, each once, in order."""
        pairs = {pair for fact in self.facts for pair in _pairs(fact)}.union(self.structure)
        return sorted({(a, b) if a < b else (b, a) for a, b in pairs if a != b})

    def _degree(self) -> list[int]:
        degree = [0] * len(self.nodes)
        for fact in self.facts:
            for node in {node for pair in _pairs(fact) for node in pair}:
                degree[node] += 1
        return degree

    def data(self) -> dict[str, Any]:
        """Return all of it as plain data for JSON."""
        names = ("nodes", "facts", "sentences", "articles", "structure", "labels")
        return {name: getattr(self, name) for name in names}


def _pairs(fact: dict[str, Any]) -> list[tuple[int, int]]:
    if fact["t"] == "role":
        return [(fact["h"], to) for to in (fact["c"] if fact["c"] is not None else fact["o"],) if to is not None]
    if fact["t"] == "statement":
        return [(speaker, force) for speaker in fact["sp"] for force in fact["ab"]]
    places = [] if fact["pl"] is None else [(fact["e"], fact["pl"])]
    return [(node, fact["e"]) for node, _ in fact["pa"]] + places


def _named(fact: dict[str, Any]) -> set[int]:
    """The nodes that a fact names, tied to another or not."""
    alone = [fact["h"]] if fact["t"] == "role" else fact.get("sp", [])
    return {node for pair in _pairs(fact) for node in pair} | set(alone)


def view_of(descriptions: Iterable[Description]) -> View:
    """Return the view of the graph in ``descriptions``."""
    return composed([part_of(descriptions)])


def composed(parts: Iterable[Part]) -> View:
    """Return the view of the graph of which ``parts`` are the sections; their facts become part of it."""
    return _Composer([*parts]).view()


def sized(entry: dict[str, Any], articles: int) -> None:
    """Set how many ``articles`` name the node ``entry``, and its size and its label's size by that."""
    entry["n"] = articles
    entry["s"] = 10 + min(30, round(6 * articles**0.5))
    entry["f"] = 15 if entry["k"] == "event" else 16 + min(16, 3 * articles)


_ORDER = {kind: number for number, kind in enumerate(KIND_LABELS)}
_FACTS = {"role": 0, "statement": 1, "event": 2}


class _Composer:
    """Numbers nodes, articles and sentences through all parts, and joins what several parts say of one fact."""

    def __init__(self, parts: list[Part]) -> None:
        self.parts = parts
        self.result = View()
        self.node_of: dict[str, int] = {}
        self.label_of = {iri: found for part in parts for iri, found in part["labels"].items()}

    def view(self) -> View:
        self._nodes()
        articles = {iri: row for part in self.parts for iri, *row in part["articles"]}
        self.result.articles = [articles[iri] for iri in sorted(articles)]
        facts = self._facts({iri: number for number, iri in enumerate(sorted(articles))})
        self.result.facts = sorted(facts.values(), key=lambda fact: (_FACTS[fact["t"]], fact["i"]))
        self._count()
        self._link_reports()
        self._label_terms()
        return self.result

    def _nodes(self) -> None:
        nodes = {row[0]: row for part in self.parts for row in part["nodes"]}
        for part in self.parts:
            for fact in part["facts"]:
                if fact["t"] == "event" and fact["i"] not in nodes:
                    nodes[fact["i"]] = [fact["i"], "event", *self._label(ONTOLOGY + fact["c"]), [], [], [], fact["d"]]
        ordered = sorted(nodes.values(), key=lambda row: (_ORDER[row[1]], row[0]))
        self.node_of = {row[0]: number for number, row in enumerate(ordered)}
        for number, (iri, kind, arabic, english, names, above, known, *when) in enumerate(ordered):
            entry = {"i": iri, "k": kind, "a": arabic, "e": english, "l": names, "w": when[0] if when else None}
            if known:
                entry["x"] = known
            self.result.nodes.append(entry)
            if kind in ("force", "organization"):
                others = [self.node_of[other] for other in above if other in self.node_of]
                self.result.structure += [(number, other) for other in others if other != number]

    def _label(self, iri: str) -> list[str]:
        return self.label_of.get(iri) or [last_part(iri)] * 2

    def _facts(self, articles: dict[str, int]) -> dict[str, dict[str, Any]]:
        """Return the facts of all parts by IRI, with the numbers of the whole."""
        found: dict[str, dict[str, Any]] = {}
        for part in self.parts:
            own = [articles[row[0]] for row in part["articles"]]
            names = [self.node_of.get(iri) for iri in part["names"]]
            first = len(self.result.sentences)
            self.result.sentences += [(own[article], text) for article, text in part["sentences"]]
            for fact in part["facts"]:
                if self._number(fact, names, first):
                    found[fact["i"]] = _joined(found[fact["i"]], fact) if fact["i"] in found else fact
        return found

    def _number(self, fact: dict[str, Any], names: list[int | None], first: int) -> bool:
        """Give ``fact`` the numbers of the whole; return whether it names who it is about."""
        for name in _SINGLE[fact["t"]]:
            if fact[name] is not None:
                fact[name] = names[fact[name]]
        for proof in fact["v"]:
            proof[0] += first
        if fact["t"] == "statement":
            fact["sp"] = [names[node] for node in fact["sp"] if names[node] is not None]
            for name in FORCES:
                fact[name] = [node for at in fact[name] if (node := names[at]) is not None and self._is_force(node)]
        elif fact["t"] == "event":
            fact["pa"] = [[names[node], role] for node, role in fact["pa"] if names[node] is not None]
        return bool(fact["sp"]) if fact["t"] == "statement" else fact["t"] == "event" or fact["h"] is not None

    def _is_force(self, node: int) -> bool:
        return bool(self.result.nodes[node]["k"] == "force")

    def _count(self) -> None:
        """How many articles name each node, and its size by that."""
        articles: dict[int, set[int]] = defaultdict(set)
        for fact in self.result.facts:
            sources = {self.result.sentences[proof[0]][0] for proof in fact["v"]}
            for node in _named(fact):
                articles[node] |= sources
        for number, entry in enumerate(self.result.nodes):
            sized(entry, len(articles[number]) if number in articles else 0)

    def _link_reports(self) -> None:
        number = {fact["i"]: index for index, fact in enumerate(self.result.facts)}
        for fact in self.result.facts:
            if fact["t"] == "statement":
                fact["rb"] = number.get(fact["rb"])

    def _label_terms(self) -> None:
        facts = self.result.facts
        classes = sorted({fact["c"] for fact in facts if fact["t"] == "event"})
        stances = sorted({fact["st"] for fact in facts if fact["t"] == "statement" and fact["st"]})
        self.result.labels = {
            "kinds": KIND_LABELS,
            "events": {name: self._label(ONTOLOGY + name) for name in classes},
            "stances": {name: self._label(PREFIXES["stance"] + name) for name in stances},
        }


_SINGLE = {"role": ("h", "c", "o", "p"), "statement": ("vi",), "event": ("e", "pl")}


def _joined(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """Return what two sections say of one fact: every value of a list, the first of what has one value."""
    for name, value in other.items():
        if name == "pa":
            roles = dict(one["pa"])
            roles |= {
                node: role for node, role in value if role == "target" or roles.get(node) in (None, "participant")
            }
            one["pa"] = [[node, role] for node, role in roles.items()]
        elif isinstance(value, list):
            one[name] += [item for item in value if item not in one[name]]
        elif one[name] is None or name in ("hs", "dp"):
            one[name] = one[name] or value
    return one
