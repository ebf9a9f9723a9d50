"""What this stage hands on: mentions of entities in a document."""

from __future__ import annotations

from dataclasses import dataclass

from kg.records import Entity, Kind


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase that names an entity: token indexes (half-open) of the whole phrase, and of its head noun.

    ``key`` names the entity in the article; ``rule`` says which entry or pattern found it. ``possessor`` is the
    pronoun on a force that belongs to someone named elsewhere (قواتها: ``ها``; قوات بلاده: ``ه``; قواتنا: ``نا``), in
    its normal form.
    """

    start: int
    end: int
    head: int
    kind: Kind
    key: str
    rule: str
    possessor: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Mentions in order of their place, and the entities that they name, by key."""

    mentions: list[Mention]
    entities: dict[str, Entity]
