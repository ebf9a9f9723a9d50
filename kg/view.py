"""The graph as it is looked at: nodes, facts with their sentences, and what ties them, all referred to by number.

Made of the graph's descriptions alone, so that whatever the graph says can be shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import pyoxigraph as ox

from kg.graph import DCTERMS, PREFIXES, RDF_TYPE, SCHEMA, SKOS, Description
from kg.namespaces import ONTOLOGY, TERM

Values = dict[str, list[ox.NamedNode | ox.Literal]]
_ENTITY_KINDS = {
    "Person": "person",
    "Country": "country",
    "Organization": "organization",
    "Force": "force",
    "Place": "place",
    "UnnamedSource": "unnamed",
}
KIND_LABELS = {
    "person": ["شخص", "person"],
    "country": ["دولة", "country"],
    "organization": ["جهة", "organization"],
    "force": ["قوة", "force"],
    "place": ["مكان", "place"],
    "unnamed": ["مصدر غير مسمى", "unnamed source"],
    "event": ["حدث", "event"],
}


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
        pairs = {tuple(sorted(pair)) for fact in self.facts for pair in _pairs(fact)}
        pairs |= {tuple(sorted(pair)) for pair in self.structure}
        return sorted((a, b) for a, b in pairs if a != b)

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
    subjects: dict[str, Values] = defaultdict(lambda: defaultdict(list))
    for description in descriptions:
        values = subjects[description.subject.value]
        for predicate, target in description.pairs:
            if target not in (found := values[predicate.value]):
                found.append(target)
    return _Reader(subjects).view()


def sized(entry: dict[str, Any], articles: int) -> None:
    """Set how many ``articles`` name the node ``entry``, and its size and its label's size by that."""
    entry["n"] = articles
    entry["s"] = 10 + min(30, round(6 * articles**0.5))
    entry["f"] = 15 if entry["k"] == "event" else 16 + min(16, 3 * articles)


class _Reader:
    """Reads a view out of subjects with their values."""

    def __init__(self, subjects: dict[str, Values]) -> None:
        self.subjects = subjects
        self.result = View()
        self.node_of: dict[str, int] = {}
        self.article_of: dict[str, int] = {}
        self.sentence_of: dict[tuple[int, str], int] = {}

    def view(self) -> View:
        by_type = self._by_type()
        for name, kind in _ENTITY_KINDS.items():
            for iri in by_type[ONTOLOGY + name]:
                self._entity(iri, kind)
        for iri in by_type[TERM.Article]:
            self._article(iri)
        for iri in by_type[TERM.Event]:
            self._event_node(iri)
        facts = [self._role(iri) for iri in by_type[TERM.RoleHolding]]
        facts += [self._statement(iri) for iri in by_type[TERM.Statement]]
        facts += [self._event(iri) for iri in by_type[TERM.Event]]
        self.result.facts = [fact for fact in facts if fact]
        self._structure()
        self._count()
        self._link_reports()
        self._labels()
        return self.result

    def _by_type(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for iri in sorted(self.subjects):
            for kind in self.subjects[iri].get(RDF_TYPE, ()):
                found[kind.value].append(iri)
        return found

    def _text(self, iri: str, predicate: str, language: str | None = None) -> str | None:
        values = self.subjects[iri].get(predicate, ())
        texts = [v.value for v in values if language is None or (isinstance(v, ox.Literal) and v.language == language)]
        return texts[0] if texts else None

    def _node(self, iri: str, predicate: str) -> int | None:
        return next(iter(self._nodes(iri, predicate)), None)

    def _nodes(self, iri: str, predicate: str) -> list[int]:
        return [self.node_of[v.value] for v in self.subjects[iri].get(predicate, ()) if v.value in self.node_of]

    def _entity(self, iri: str, kind: str) -> None:
        arabic = self._text(iri, SKOS + "prefLabel", "ar") or self._text(iri, SKOS + "altLabel", "ar")
        english = self._text(iri, SKOS + "prefLabel", "en")
        aliases = [v.value for v in self.subjects[iri].get(SKOS + "altLabel", ()) if v.value not in (arabic, english)]
        self._add_node(iri, kind, (arabic or english or iri, english), aliases)

    def _add_node(
        self, iri: str, kind: str, labels: tuple[str, str | None], aliases: list[str], when: str | None = None
    ) -> None:
        arabic, english = labels
        self.node_of[iri] = len(self.result.nodes)
        self.result.nodes.append(
            {"i": iri, "k": kind, "a": arabic, "e": english, "l": aliases, "w": when, "n": 0, "s": 10, "f": 15}
        )

    def _event_node(self, iri: str) -> None:
        kind, when = self._class(iri), self._text(iri, TERM.edtf)
        arabic, english = self._label(ONTOLOGY + kind)
        self._add_node(iri, "event", (arabic, english), [], when)

    def _class(self, iri: str) -> str:
        """The narrowest class of an event: that which is above no other of its classes."""
        kinds = [
            v.value for v in self.subjects[iri][RDF_TYPE] if v.value.startswith(ONTOLOGY) and v.value != TERM.Event
        ]
        above = {parent for kind in kinds for parent in self._above(kind)}
        return next((kind for kind in sorted(kinds) if kind not in above), TERM.Event).removeprefix(ONTOLOGY)

    def _above(self, kind: str) -> list[str]:
        return [v.value for v in self.subjects.get(kind, {}).get(PREFIXES["rdfs"] + "subClassOf", ())]

    def _label(self, iri: str) -> list[str]:
        """The Arabic and English label of a term of the ontology, its last part where there is none."""
        name = iri.rsplit("/", 1)[-1].rsplit("#", 1)[-1]
        rdfs = PREFIXES["rdfs"] + "label"
        if iri not in self.subjects:
            return [name, name]
        found = [self._text(iri, SKOS + "prefLabel", lang) or self._text(iri, rdfs, lang) for lang in ("ar", "en")]
        return [found[0] or found[1] or name, found[1] or name]

    def _article(self, iri: str) -> None:
        properties = (
            DCTERMS + "identifier",
            SCHEMA + "headline",
            SCHEMA + "publisher",
            SCHEMA + "datePublished",
            SCHEMA + "url",
        )
        self.article_of[iri] = len(self.result.articles)
        self.result.articles.append([self._text(iri, predicate) for predicate in properties])

    def _evidence(self, iri: str) -> list[list[Any]]:
        found = []
        for node in self.subjects[iri].get(TERM.evidence, ()):
            proof = node.value
            article = self.article_of.get(self._text(proof, TERM.article) or "")
            sentence, exact = self._text(proof, TERM.sentence) or "", self._text(proof, TERM.exact) or ""
            if article is not None:
                start = sentence.find(exact)
                number = self.sentence_of.setdefault((article, sentence), len(self.sentence_of))
                if number == len(self.result.sentences):
                    self.result.sentences.append((article, sentence))
                found.append([number, start, start + len(exact), float(self._text(proof, TERM.confidence) or 0)])
        return sorted(found)

    def _common(self, iri: str, kind: str) -> dict[str, Any]:
        return {"t": kind, "i": iri, "d": self._text(iri, TERM.edtf), "v": self._evidence(iri)}

    def _last(self, iri: str, predicate: str) -> str | None:
        value = self._text(iri, predicate)
        return value.rsplit("/", 1)[-1].rsplit("#", 1)[-1] if value else None

    def _role(self, iri: str) -> dict[str, Any] | None:
        holder = self._node(iri, TERM.holder)
        if holder is None:
            return None
        return self._common(iri, "role") | {
            "h": holder,
            "r": self._last(iri, TERM.role),
            "ti": self._text(iri, TERM.title) or "",
            "c": self._node(iri, TERM.country),
            "o": self._node(iri, TERM.organization),
            "p": self._node(iri, TERM.place),
            "f": int(self._text(iri, TERM.former) == "true"),
            "fr": self._text(iri, ONTOLOGY + "from"),
            "un": self._text(iri, TERM.until),
        }

    def _statement(self, iri: str) -> dict[str, Any] | None:
        speakers = self._nodes(iri, TERM.speaker)
        if not speakers:
            return None
        return self._common(iri, "statement") | {
            "sp": speakers,
            "ab": [node for node in self._nodes(iri, TERM.about) if self.result.nodes[node]["k"] == "force"],
            "vb": self._text(iri, TERM.reportingVerb),
            "st": self._last(iri, TERM.stance),
            "po": self._last(iri, TERM.position),
            "q": int(self._text(iri, TERM.quoted) == "true"),
            "ng": int(self._text(iri, TERM.negated) == "true"),
            "hs": int(self._text(iri, TERM.hearsay) == "true"),
            "vi": self._node(iri, TERM.via),
            "rb": self._text(iri, TERM.reportedBy),
        }

    def _event(self, iri: str) -> dict[str, Any]:
        roles = {node: role for role in ("agent", "target") for node in self._nodes(iri, ONTOLOGY + role)}
        people = dict.fromkeys([*roles, *self._nodes(iri, TERM.participant)])
        return self._common(iri, "event") | {
            "e": self.node_of[iri],
            "c": self._class(iri),
            "su": self._last(iri, TERM.status) or "actual",
            "pa": [[node, roles.get(node, "participant")] for node in people],
            "pl": self._node(iri, TERM.place),
            "kd": self._text(iri, TERM.killed),
            "wd": self._text(iri, TERM.wounded),
            "dp": int(self._text(iri, TERM.disputed) == "true"),
        }

    def _structure(self) -> None:
        """Whose a force or an organization is, and what it is part of."""
        for iri, node in self.node_of.items():
            if self.result.nodes[node]["k"] in ("force", "organization"):
                above = self._nodes(iri, TERM.partOf) or self._nodes(iri, TERM.country)
                self.result.structure += [(node, other) for other in above if other != node]

    def _count(self) -> None:
        """How many articles name each node, and its size by that."""
        articles: list[set[int]] = [set() for _ in self.result.nodes]
        for fact in self.result.facts:
            sources = {self.result.sentences[proof[0]][0] for proof in fact["v"]}
            for node in _named(fact):
                articles[node] |= sources
        for entry, found in zip(self.result.nodes, articles, strict=True):
            sized(entry, len(found))

    def _link_reports(self) -> None:
        number = {fact["i"]: index for index, fact in enumerate(self.result.facts)}
        for fact in self.result.facts:
            if fact["t"] == "statement":
                fact["rb"] = number.get(fact["rb"])

    def _labels(self) -> None:
        facts = self.result.facts
        self.result.labels = {
            "kinds": KIND_LABELS,
            "events": {
                name: self._label(ONTOLOGY + name) for name in sorted({f["c"] for f in facts if f["t"] == "event"})
            },
            "stances": self._concepts("statement", TERM.stance),
        }

    def _concepts(self, kind: str, predicate: str) -> dict[str, list[str]]:
        iris = {self._text(fact["i"], predicate) for fact in self.result.facts if fact["t"] == kind}
        return {iri.rsplit("/", 1)[-1]: self._label(iri) for iri in sorted(filter(None, iris))}
