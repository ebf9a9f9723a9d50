"""Records to RDF: every fact a node with its evidence, one named graph an article, and one of what articles share.

A graph is a stream of ``Description``: one subject, the graph it stands in (an article's IRI, or None for what is
shared) and its properties. Whoever writes Turtle writes them as they come; nothing is a blank node.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.metadata import version
from itertools import product

import pyoxigraph as ox

from kg.arabic.normal import fold
from kg.edtf import bounds, typed
from kg.known import KnownPeople
from kg.merging import Merged
from kg.namespaces import (
    ONTOLOGY,
    RESOURCES,
    SINCE,
    TERM,
    concept,
    digest,
    event_class,
    resource,
    role_concept,
    role_property,
)
from kg.ontology import Ontology
from kg.records import (
    NEUTRAL,
    OPPOSES,
    SUPPORTS,
    Article,
    ArticleFacts,
    DateValue,
    Event,
    Evidence,
    Kind,
    RoleHolding,
    Statement,
)
from kg.resolution import Resolution

RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SCHEMA = "https://schema.org/"
DCTERMS = "http://purl.org/dc/terms/"
PROV = "http://www.w3.org/ns/prov#"
PREFIXES = {
    "kg": ONTOLOGY,
    "role": role_concept("x")[:-1],
    "stance": concept("stance", "x")[:-1],
    "position": concept("position", "x")[:-1],
    "rdf": RDF_TYPE[:-4],
    "rdfs": RDFS,
    "skos": SKOS,
    "owl": OWL,
    "xsd": XSD,
    "schema": SCHEMA,
    "dcterms": DCTERMS,
    "prov": PROV,
}


TOWARDS = {SUPPORTS: TERM.supports, OPPOSES: TERM.opposes, NEUTRAL: TERM.neutralTowards}
"""The property that says where a statement stands towards a force, by its position."""


@lru_cache(maxsize=200_000)
def iri(value: str) -> ox.NamedNode:
    """Return ``value`` as a node; refuses what is no IRI."""
    return ox.NamedNode(str(value))


def arabic(text: str) -> ox.Literal:
    """Return Arabic text as a literal; half a surrogate pair becomes a replacement character."""
    return ox.Literal(text.encode("utf-8", "replace").decode() if not text.isprintable() else text, language="ar")


@dataclass(frozen=True, slots=True)
class Description:
    """What one graph says about one subject. ``graph`` is an article's IRI, None for the shared graph."""

    subject: ox.NamedNode
    graph: ox.NamedNode | None
    pairs: dict[tuple[ox.NamedNode, ox.NamedNode | ox.Literal], None] = field(default_factory=dict)

    def link(self, predicate: str, target: str | None) -> None:
        """Add a property whose value is a resource, where there is one."""
        if target:
            self.pairs[iri(predicate), iri(target)] = None

    def text(self, predicate: str, value: str | None) -> None:
        """Add Arabic text, where there is some."""
        if value:
            self.pairs[iri(predicate), arabic(value)] = None

    def value(self, predicate: str, value: str | int | bool | float | None, datatype: str | None = None) -> None:
        """Add a plain value, where there is one."""
        if value is not None and value != "":
            kind = iri(XSD + datatype) if datatype else None
            self.pairs[iri(predicate), ox.Literal(str(value), datatype=kind) if kind else ox.Literal(value)] = None

    def quads(self) -> Iterator[ox.Quad]:
        """Yield the description's statements in the order in which they were made, which is always the same."""
        graph = self.graph or ox.DefaultGraph()
        for predicate, target in self.pairs:
            yield ox.Quad(self.subject, predicate, target, graph)


@dataclass(frozen=True, slots=True)
class Used:
    """What descriptions use and only the shared graph describes.

    Terms of the ontology, codes of countries, role concepts by the property that says the role, and by IRI the kind and
    name of what facts name and no article lists as an entity.
    """

    terms: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    properties: dict[str, str] = field(default_factory=dict)
    unlisted: dict[str, tuple[str, str]] = field(default_factory=dict)

    def add(self, other: Used) -> None:
        """Add what other descriptions use; a name that was there before stays."""
        self.terms.update(other.terms)
        self.countries.update(other.countries)
        self.properties.update(other.properties)
        for name, made in other.unlisted.items():
            self.unlisted.setdefault(name, made)

    def term(self, name: str) -> str:
        """Note a term as used, and return it."""
        self.terms.add(name)
        return name

    def force_kind(self, kind: str) -> str:
        """Return the concept of a kind of force, noted as used."""
        return self.term(kind if ":" in kind else concept("force-kind", kind))

    def country(self, code: str, base: str) -> str:
        """Return the IRI of a country, noted as used."""
        self.countries.add(code)
        return resource("country", code, base=base)


@cache
def build_iri(base: str) -> str:
    """Return the IRI of the activity that makes a graph: this version of the program."""
    return resource("build", f"khabar-{version('khabar')}", base=base)


class GraphBuilder:
    """Makes the descriptions of articles; ``used`` tells what the last one used of what articles share."""

    def __init__(self, resolution: Resolution, merged: Merged, ontology: Ontology, *, base: str = RESOURCES) -> None:
        self.resolution = resolution
        self.merged = merged
        self.known = KnownPeople(ontology)
        self.ontology = ontology
        self.base = base
        self.used = Used()
        self._build = build_iri(base)

    def article(self, facts: ArticleFacts) -> Iterator[Description]:
        """Yield what ``facts`` say, in the article's own graph."""
        self.used = Used()
        graph = iri(self.article_iri(facts.article.identifier))
        yield self._source(facts.article, graph)
        stem = facts.article.identifier
        held = [self._holding_iri(facts, role) for role in facts.roles]
        happened = [self.merged.events[stem, index] for index in range(len(facts.events))]
        said = [self.merged.statements[stem, index] for index in range(len(facts.statements))]
        for role, name in zip(facts.roles, held, strict=True):
            yield from self._holding(facts, role, name, graph, happened)
        for statement, name in zip(facts.statements, said, strict=True):
            yield from self._statement(facts, statement, name, graph, (held, happened, said))
        for event, name in zip(facts.events, happened, strict=True):
            yield from self._event(facts, event, name, graph)

    def article_iri(self, identifier: str) -> str:
        """Return the IRI of an article, which is also its graph's name."""
        return resource("article", identifier, base=self.base)

    def _country(self, code: str) -> str:
        return self.used.country(code, self.base)

    def _term(self, name: str) -> str:
        return self.used.term(name)

    def _entity_iri(self, facts: ArticleFacts, name: str, kind: Kind = Kind.ORGANIZATION) -> str:
        """Return the IRI of an entity of the article, by its key or a name of it; what is neither becomes an entity."""
        stem = facts.article.identifier
        if found := self.resolution.iris.get((stem, name)):
            return found
        named = (e.key for e in facts.entities if e.kind is not Kind.UNNAMED and name in (e.name, *e.aliases))
        if (key := next(named, None)) is not None:
            return self.resolution.iris[stem, key]
        words = name.split(":", 1)[-1]
        made = resource(kind.value, fold(words), base=self.base)
        self.used.unlisted.setdefault(made, (kind.value, words))
        return made

    def _property(self, role: str) -> str:
        """Return the property that says in one triple that someone holds ``role``."""
        concept_iri = role_concept(role)
        named = self.ontology.values(concept_iri, TERM.propertyName)
        iri_ = ONTOLOGY + named[0].value if named else role_property(role)
        self.used.properties[iri_] = concept_iri
        return iri_

    def _source(self, article: Article, graph: ox.NamedNode) -> Description:
        node = Description(graph, graph)
        node.link(RDF_TYPE, TERM.Article)
        node.value(DCTERMS + "identifier", article.identifier)
        node.text(SCHEMA + "headline", article.title)
        node.value(SCHEMA + "datePublished", article.published, "date")
        node.value(SCHEMA + "publisher", article.publisher)
        node.value(SCHEMA + "url", article.url)
        node.value(TERM.sha256, article.sha256)
        if original := self.merged.duplicates.get(article.identifier):
            node.link(TERM.duplicateOf, self.article_iri(original))
        return node

    def _fact(self, name: str, graph: ox.NamedNode, evidence: Evidence, *types: str) -> tuple[Description, Description]:
        fact, proof = Description(iri(name), graph), Description(iri(self._evidence_iri(graph.value, evidence)), graph)
        for kind in types:
            fact.link(RDF_TYPE, kind)
        fact.link(TERM.evidence, proof.subject.value)
        fact.link(PROV + "wasDerivedFrom", graph.value)
        fact.link(PROV + "wasGeneratedBy", self._build)
        proof.link(RDF_TYPE, TERM.Evidence)
        proof.link(TERM.article, graph.value)
        proof.text(TERM.exact, evidence.exact)
        proof.value(TERM.start, evidence.start)
        proof.value(TERM.end, evidence.end)
        proof.text(TERM.sentence, evidence.sentence)
        proof.value(TERM.rule, evidence.rule)
        proof.value(TERM.confidence, f"{evidence.confidence:.2f}", "decimal")
        return fact, proof

    def _more(self, fact: Description, graph: ox.NamedNode, found: Iterable[Evidence]) -> Iterator[Description]:
        """Yield the other evidence of ``fact``, linked to it."""
        for evidence in found:
            _, proof = self._fact(fact.subject.value, graph, evidence)
            fact.link(TERM.evidence, proof.subject.value)
            yield proof

    def _evidence_iri(self, article: str, evidence: Evidence) -> str:
        stem = article.rsplit("/", 1)[-1]
        rule = digest(evidence.rule, str(evidence.confidence))[:6]
        return f"{self.base}evidence/{stem}/{evidence.start}-{evidence.end}-{rule}"

    def _holding_iri(self, facts: ArticleFacts, role: RoleHolding) -> str:
        person = self._entity_iri(facts, role.holder, Kind.PERSON).rsplit("/", 1)[-1]
        rest = [role.role, role.country or "", "former" if role.former else ""]
        return f"{self.base}role-holding/{person}/" + "/".join(part for part in rest if part)

    def _holding(
        self, facts: ArticleFacts, role: RoleHolding, name: str, graph: ox.NamedNode, happened: list[str]
    ) -> Iterator[Description]:
        fact, proof = self._fact(name, graph, role.evidence, TERM.RoleHolding)
        person = self._entity_iri(facts, role.holder, Kind.PERSON)
        fact.link(TERM.holder, person)
        fact.link(TERM.role, self._term(self.ontology.top(self._term(role_concept(role.role)))))
        fact.link(TERM.country, self._country(role.country) if role.country else None)
        fact.link(TERM.organization, self._entity_iri(facts, role.organization) if role.organization else None)
        fact.link(TERM.place, self._entity_iri(facts, role.place, Kind.PLACE) if role.place else None)
        fact.text(TERM.title, role.title)
        fact.value(TERM.former, role.former)
        fact.value(TERM.standing, role.standing)
        fact.value(SINCE, role.since)
        fact.value(TERM.until, role.until)
        self._conflict(fact, facts, role, person)
        for index in role.events:
            fact.link(TERM.appointedBy, happened[index])
            event = Description(iri(happened[index]), graph)
            event.link(TERM.concernsRole, name)
            yield event
        yield from self._more(fact, graph, role.more_evidence)
        yield fact
        yield proof
        if role.country and not role.former:
            plain = Description(iri(person), graph)
            plain.link(self._term(self._property(role.role)), self._country(role.country))
            yield plain

    def _conflict(self, fact: Description, facts: ArticleFacts, role: RoleHolding, person: str) -> None:
        """Record where the ontology knows another in this office on the article's day."""
        if role.former or role.standing:
            return
        other = self.known.contradiction(
            self.resolution.concept(person), role.role, role.country, facts.article.published
        )
        if other:
            fact.link(TERM.conflictsWith, self._term(other.iri))
            day = facts.article.published
            fact.value(
                TERM.conflict, f"on {day} the office was held by {other.person.rsplit('/', 1)[-1]}, says {other.iri}"
            )

    def _statement(
        self,
        facts: ArticleFacts,
        said: Statement,
        name: str,
        graph: ox.NamedNode,
        names: tuple[list[str], list[str], list[str]],
    ) -> Iterator[Description]:
        held, happened, reports = names
        fact, proof = self._fact(name, graph, said.evidence, TERM.Statement)
        speakers = [self._entity_iri(facts, key) for key in said.speakers]
        forces = [self._entity_iri(facts, key, Kind.FORCE) for key in said.about]
        for predicate, targets in (
            (TERM.speaker, speakers),
            (TERM.about, forces),
            (TERM.aboutEvent, [happened[index] for index in said.about_events]),
            (TERM.saidAs, [held[said.said_as]] if said.said_as is not None else []),
            (TERM.reportedBy, [reports[said.reported_by]] if said.reported_by is not None else []),
        ):
            for target in targets:
                fact.link(predicate, target)
        self._positions(fact, zip(forces, said.positions, strict=True))
        self._words(fact, said)
        for speaker, force in product(speakers, forces):
            plain = Description(iri(speaker), graph)
            plain.link(TERM.spokeAbout, force)
            yield plain
        yield fact
        yield proof

    def _positions(self, fact: Description, stands: Iterable[tuple[str, str]]) -> None:
        """Tell where the words stand towards each force; of two names of one force, that on which a stand is taken."""
        towards: dict[str, str] = {}
        for force, stand in stands:
            if towards.get(force, NEUTRAL) == NEUTRAL:
                towards[force] = stand
        for force, stand in towards.items():
            fact.link(self._term(TOWARDS[stand]), force)

    def _words(self, fact: Description, said: Statement) -> None:
        """What was said, and how."""
        fact.text(TERM.content, said.content)
        fact.value(TERM.quoted, said.quoted)
        fact.text(TERM.reportingVerb, said.verb)
        fact.link(TERM.stance, self._term(concept("stance", said.stance)))
        fact.link(TERM.position, self._term(concept("position", said.position)) if said.position else None)
        fact.value(TERM.negated, said.negated)
        fact.value(TERM.hearsay, True if said.hearsay else None)
        fact.text(TERM.via, said.via)
        _date(fact, said.date)

    def _event(self, facts: ArticleFacts, event: Event, name: str, graph: ox.NamedNode) -> Iterator[Description]:
        fact, proof = self._fact(name, graph, event.evidence, TERM.Event, self._term(event_class(event.type)))
        fact.text(TERM.trigger, event.trigger)
        fact.value(TERM.status, event.status.value)
        for participant in event.participants:
            who = self._entity_iri(facts, participant.entity)
            fact.link(TERM.participant, who)
            fact.link({"agent": TERM.agent, "target": TERM.target}.get(participant.role, TERM.participant), who)
        fact.link(TERM.place, self._entity_iri(facts, event.place, Kind.PLACE) if event.place else None)
        fact.value(TERM.killed, event.killed)
        fact.value(TERM.wounded, event.wounded)
        fact.value(TERM.disputed, True if name in self.merged.disputed else None)
        fact.text(TERM.weapon, event.weapon)
        _date(fact, event.date)
        yield from self._more(fact, graph, event.more_evidence)
        yield fact
        yield proof


def _date(fact: Description, when: DateValue | None) -> None:
    if when is None:
        return
    fact.text(TERM.dateText, when.text)
    if not when.edtf:
        return
    fact.value(TERM.edtf, when.edtf)
    if value := typed(when.edtf):
        fact.value(TERM.date, *value)
    first, last = bounds(when.edtf)
    fact.value(TERM.earliest, first.isoformat() if first else None, "date")
    fact.value(TERM.latest, last.isoformat() if last else None, "date")
