"""Who is who across articles: the entities of every article, by key, become the entities of the graph, by IRI.

What the ontology knows is one by its concept, a country by its code, a force or an organization by its key (which
says whose it is), people by ``kg.people``. A speaker without a name is nobody else's.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.known import KnownPeople
from kg.namespaces import RESOURCES, digest, local_name
from kg.outline import Mention, Outline
from kg.people import Bearer, Group, group_people
from kg.records import Kind

Place = tuple[str, str]
"""An article's identifier and a key in it."""
Member = tuple[str, Mention]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """An entity of the graph. ``members`` are ``(article identifier, key)``; ``reasons`` say why they are one.

    ``part_of`` is an IRI; ``refusals`` say whom the entity was kept apart from, and why.
    """

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
    refusals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """The entities of a build. ``iris`` has the IRI of each article's key, ``members`` the articles' keys of each IRI.

    ``people`` has the people by IRI. An entity is made of its members when it is asked for: most are asked for only
    where an article is new.
    """

    iris: dict[Place, str]
    members: dict[str, list[Place]]
    people: dict[str, Group]
    mentions: dict[Place, Mention]

    def entity(self, iri: str) -> Resolved:
        """Return an entity."""
        members = [(place[0], self.mentions[place]) for place in sorted(self.members[iri])]
        return _merged(iri, members, self.iris, self.people.get(iri))

    def concept(self, iri: str) -> str | None:
        """Return the concept of a person that the ontology knows, None for all else."""
        group = self.people.get(iri)
        return _concept(group) if group else None

    def home(self, iri: str) -> str | None:
        """Return the article that alone names an entity, None where several do."""
        first, *others = self.members[iri]
        return None if any(place[0] != first[0] for place in others) else first[0]


def resolve(articles: Iterable[Outline], known: KnownPeople, *, base: str = RESOURCES) -> Resolution:
    """Return the entities of all ``articles``, each with the keys that mean it; ``known`` people are found first."""
    people: dict[Place, Bearer] = {}
    entities: dict[Place, Mention] = {}
    for outline in articles:
        stem = outline.identifier
        entities |= {(stem, entity.key): entity for entity in outline.entities}
        people |= {(stem, bearer.key): bearer for bearer in _bearers(outline, known)}
    groups = group_people(people.values())
    iris = {
        place: base + entity.path.replace("{}", local_name(place[0]))
        for place, entity in entities.items()
        if place not in people
    }
    iris |= _person_iris(groups, base)
    members: dict[str, list[Place]] = defaultdict(list)
    for place in entities:
        members[iris[place]].append(place)
    named = {iris[group.bearers[0].article, group.bearers[0].key]: group for group in groups}
    return Resolution(iris, members, named, entities)


def _bearers(outline: Outline, known: KnownPeople) -> Iterable[Bearer]:
    offices: dict[str, set[tuple[str, str | None]]] = defaultdict(set)
    for office in outline.offices:
        offices[office.holder].add((office.role, office.country))
    for entity in outline.entities:
        if entity.kind is Kind.PERSON:
            held = frozenset(offices[entity.key])
            bearer = Bearer(
                outline.identifier, entity.key, entity.name, entity.concept, held, entity.country, outline.published
            )
            concept = known.find(bearer)
            yield replace(bearer, concept=concept) if concept != bearer.concept else bearer


def _person_iris(groups: list[Group], base: str) -> dict[Place, str]:
    """Name people by their names; those who share one get what tells them apart."""
    named: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        concept = _concept(group)
        named[_last(concept) if concept else local_name(group.name)].append(group)
    iris: dict[Place, str] = {}
    for name, same in sorted(named.items()):
        for group in same:
            iri = f"{base}person/{name}" + (f"~{_difference(group, same)}" if len(same) > 1 else "")
            iris |= {(b.article, b.key): iri for b in group.bearers}
    return iris


def _concept(group: Group) -> str | None:
    return next((bearer.concept for bearer in group.bearers if bearer.concept), None)


def _difference(group: Group, same: list[Group]) -> str:
    countries = sorted(group.countries)
    if len(countries) == 1 and not any(countries[0] in other.countries for other in same if other is not group):
        return countries[0]
    return digest(*min((b.article, b.key) for b in group.bearers))[:8]


def _last(iri: str) -> str:
    return iri.rstrip("/").rsplit("/", 1)[-1].rsplit("#", 1)[-1]


def _merged(iri: str, members: list[Member], iris: dict[Place, str], group: Group | None) -> Resolved:
    named = [entity for _, entity in members if not entity.leaning] or [entity for _, entity in members]
    names = Counter(entity.name for entity in named)
    best = _fullest(names) if group else _most_common(names)
    aliases = {alias for entity in named for alias in (*entity.aliases, entity.name)}
    parts = Counter(
        found for stem, e in members if e.part_of and (found := iris.get((stem, e.part_of))) and found != iri
    )
    return Resolved(
        iri=iri,
        kind=members[0][1].kind,
        name=best,
        aliases=_aliases(best, aliases),
        concept=_concept(group) if group else _agreed(e.concept for _, e in members),
        country=_agreed(e.country for _, e in members),
        force_kind=_agreed(e.force_kind for _, e in members),
        part_of=_most_common(parts) if parts else None,
        members=tuple((article, entity.key) for article, entity in members),
        reasons=tuple(group.reasons) if group else _reason(members),
        refusals=tuple(group.refusals) if group else (),
    )


def _aliases(name: str, others: set[str]) -> tuple[str, ...]:
    """Return the other names of one who is called ``name``, in order; a name that lost its ا to a ل is none."""
    written = others | {name}
    return tuple(sorted(one for one in written if one != name and not (one.startswith("ل") and f"ا{one}" in written)))


def _fullest(names: Counter[str]) -> str:
    """Return the fullest form of a name; where there are many, one that is no slip: a tenth of them bear it."""
    enough = {name for name in names if names[name] * 10 >= names.total()} or set(names)
    return min(enough, key=lambda name: (-len(name.split()), -names[name], name))


def _reason(members: list[Member]) -> tuple[str, ...]:
    """Why the mentions of one entity that is no person are one."""
    articles = len({article for article, _ in members})
    if articles < 2:
        return ()
    entity = members[0][1]
    sign = (
        "the same concept of the ontology"
        if entity.concept
        else "the same country"
        if entity.kind is Kind.COUNTRY
        else "the same name and owner"
    )
    return (f"{sign} ({articles} articles)",)


def _agreed(values: Iterable[str | None]) -> str | None:
    found = Counter(value for value in values if value)
    return _most_common(found) if found else None


def _most_common(found: Counter[str]) -> str:
    return min(found, key=lambda value: (-found[value], value))
