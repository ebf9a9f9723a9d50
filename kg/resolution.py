"""Who is who across articles: the entities of every article, by key, become the entities of the graph, by IRI."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.arabic.normal import fold
from kg.namespaces import RESOURCES, resource
from kg.records import ArticleFacts, Entity, Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """An entity of the graph. ``members`` are ``(article identifier, key)``; ``reasons`` say why they are one."""

    iri: str
    kind: Kind
    name: str
    aliases: tuple[str, ...] = ()
    concept: str | None = None
    country: str | None = None
    force_kind: str | None = None
    part_of: str | None = None
    members: tuple[tuple[str, str], ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """The entities of a build by IRI, and the IRI of each article's key."""

    entities: dict[str, Resolved] = field(default_factory=dict)
    iris: dict[tuple[str, str], str] = field(default_factory=dict)


def resolve(articles: Iterable[ArticleFacts], *, base: str = RESOURCES) -> Resolution:
    """Return the entities of all ``articles``, each with the keys that mean it."""
    groups: dict[str, list[tuple[str, Entity]]] = defaultdict(list)
    for facts in articles:
        for entity in facts.entities:
            groups[_iri(facts.article.identifier, entity, base)].append((facts.article.identifier, entity))
    resolution = Resolution()
    for iri, members in sorted(groups.items()):
        resolution.entities[iri] = _merged(iri, members)
        resolution.iris.update({(article, entity.key): iri for article, entity in members})
    return resolution


def _iri(article: str, entity: Entity, base: str) -> str:
    if entity.kind is Kind.COUNTRY and entity.country:
        return resource("country", entity.country, base=base)
    if entity.kind is Kind.UNNAMED:
        return resource("source", article, entity.name, base=base)
    if entity.kind is Kind.PERSON:
        return resource("person", fold(entity.name), base=base)
    return resource(entity.kind.value, *entity.key.split(":", 1)[-1].split("/"), base=base)


def _merged(iri: str, members: list[tuple[str, Entity]]) -> Resolved:
    names = Counter(entity.name for _, entity in members)
    first = min(members, key=lambda m: (m[0], m[1].key))[1]
    best = min(names, key=lambda name: (-len(name.split()), -names[name], name))
    aliases = {alias for _, entity in members for alias in (*entity.aliases, entity.name)} - {best}
    return Resolved(
        iri=iri,
        kind=first.kind,
        name=best,
        aliases=tuple(sorted(aliases)),
        concept=_agreed(e.concept for _, e in members),
        country=_agreed(e.country for _, e in members),
        force_kind=_agreed(e.force_kind for _, e in members),
        part_of=_agreed(e.part_of for _, e in members),
        members=tuple(sorted((article, entity.key) for article, entity in members)),
    )


def _agreed(values: Iterable[str | None]) -> str | None:
    found = Counter(value for value in values if value)
    return min(found, key=lambda value: (-found[value], value)) if found else None
