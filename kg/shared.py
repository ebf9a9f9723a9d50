"""What articles share: entities, the run that made the graph, and the terms of the ontology that it uses."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from importlib.metadata import version

import pyoxigraph as ox

from kg.english import english_name
from kg.graph import OWL, PREFIXES, PROV, RDF_TYPE, RDFS, SKOS, Description, Used, build_iri, iri
from kg.namespaces import TERM, resource
from kg.ontology import Ontology
from kg.records import Kind
from kg.resolution import Resolved

_KINDS = {
    Kind.PERSON: TERM.Person,
    Kind.COUNTRY: TERM.Country,
    Kind.ORGANIZATION: TERM.Organization,
    Kind.FORCE: TERM.Force,
    Kind.PLACE: TERM.Place,
    Kind.UNNAMED: TERM.UnnamedSource,
}
_ALWAYS = (*_KINDS.values(), TERM.RoleHolding, TERM.Statement, TERM.Event, TERM.Evidence, TERM.Article)


class Shared:
    """Describes in the shared graph what articles have in common."""

    def __init__(self, ontology: Ontology, base: str) -> None:
        self.ontology = ontology
        self.base = base

    def activity(self, articles: Iterable[str]) -> Description:
        """Describe the build: with which version of the program it read which ``articles``, given as IRIs."""
        node = Description(iri(build_iri(self.base)), None)
        node.link(RDF_TYPE, PROV + "Activity")
        node.value(TERM.version, version("khabar"))
        for article in articles:
            node.link(PROV + "used", article)
        return node

    def unlisted(self, used: Used, listed: Container[str]) -> Iterator[Resolved]:
        """Yield the entities that facts name beside those that are ``listed``: what articles only mention."""
        for name, (kind, words) in used.unlisted.items():
            if name not in listed:
                yield Resolved(iri=name, kind=Kind(kind), name=words)

    def countries(self, used: Used, listed: Container[str]) -> Iterator[Resolved]:
        """Yield the countries that are ``used`` as whose something is and are not ``listed``."""
        for code in sorted(used.countries):
            name = resource("country", code, base=self.base)
            if name not in listed:
                yield Resolved(iri=name, kind=Kind.COUNTRY, name=code, country=code)

    def entity(self, entity: Resolved, used: Used) -> Description:
        """Describe an entity, and note in ``used`` the terms and countries that this uses."""
        node = Description(iri(entity.iri), None)
        node.link(RDF_TYPE, _KINDS[entity.kind])
        known = self.ontology.country(entity.country or "") if entity.kind is Kind.COUNTRY else entity.concept
        self._names(node, entity, self.ontology.labels(known or ""))
        self._ties(node, entity, used)
        for reason in entity.reasons:
            node.value(TERM.mergeReason, reason)
        for refusal in entity.refusals:
            node.value(TERM.keptApart, refusal)
        for predicate in (OWL + "sameAs", SKOS + "exactMatch") if known else ():
            for value in self.ontology.values(known or "", predicate):
                node.pairs[iri(predicate), value] = None
        return node

    def _names(self, node: Description, entity: Resolved, labels: list[ox.Literal]) -> None:
        """Tell what an entity is called: the ontology's ``labels``, and what articles call it beside these."""
        for label in labels:
            node.pairs[iri(SKOS + "prefLabel"), label] = None
        has_arabic = any(label.language == "ar" for label in labels)
        if not _is_label(entity.name, labels):
            node.text(SKOS + ("altLabel" if has_arabic else "prefLabel"), entity.name)
        for alias in entity.aliases:
            if not _is_label(alias, labels):
                node.text(SKOS + "altLabel", alias)
        if not any(label.language == "en" for label in labels):
            self._english(node, entity)

    def _ties(self, node: Description, entity: Resolved, used: Used) -> None:
        """Tell what an entity belongs to, and of what kind a force is."""
        if entity.kind is Kind.COUNTRY:
            node.value(TERM.iso3166, entity.country)
        elif entity.country:
            node.link(TERM.country, used.country(entity.country, self.base))
        node.link(TERM.forceKind, used.force_kind(entity.force_kind) if entity.force_kind else None)
        node.link(TERM.partOf, entity.part_of)

    def _english(self, node: Description, entity: Resolved) -> None:
        name, transliterated = english_name(entity, self.ontology)
        if name:
            node.pairs[iri(SKOS + "prefLabel"), ox.Literal(name, language="en")] = None
            node.value(TERM.transliterated, True if transliterated else None)

    def vocabulary(self, used: Used) -> Iterator[Description]:
        """Describe the terms that are ``used``, and all above them."""
        terms = used.terms | set(_ALWAYS)
        carried = self.ontology.closure(terms)
        for term in sorted(terms | set(carried)):
            node = Description(iri(term), None)
            for predicate, value in carried.get(term, ()):
                node.pairs[iri(predicate), value] = None
            if not node.pairs:
                self._undescribed(node, term, used)
            yield node

    def _undescribed(self, node: Description, term: str, used: Used) -> None:
        """Describe a term that the ontology does not: a role's property, or a class or concept not in it."""
        local = term.rsplit("/", 1)[-1].rsplit("#", 1)[-1]
        if role := used.properties.get(term):
            node.link(RDF_TYPE, OWL + "ObjectProperty")
            node.link(RDFS + "subPropertyOf", TERM.hasRoleIn)
            labels = self.ontology.values(role, TERM.propertyLabel)
            node.pairs.update(dict.fromkeys((iri(RDFS + "label"), label) for label in labels))
        elif term.startswith(PREFIXES["kg"]):
            node.link(RDF_TYPE, OWL + "Class")
            node.link(RDFS + "subClassOf", TERM.Event)
        else:
            node.link(RDF_TYPE, SKOS + "Concept")
        if len(node.pairs) < 3:
            node.pairs[iri(RDFS + "label"), ox.Literal(local.replace("-", " "), language="en")] = None


def _is_label(name: str, labels: Iterable[ox.Literal]) -> bool:
    return any(label.value == name and label.language == "ar" for label in labels)
