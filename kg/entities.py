"""Mentions of countries, organizations, forces, places and unnamed sources. People are found by roles and names."""

from __future__ import annotations

from dataclasses import dataclass

from kg.document import Document
from kg.records import Entity, Kind


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase that names an entity: token indexes (half-open) of the whole phrase, and of its head noun.

    ``key`` names the entity in the article; ``rule`` says which entry or pattern found it.
    """

    start: int
    end: int
    head: int
    kind: Kind
    key: str
    rule: str


@dataclass(frozen=True, slots=True)
class Found:
    """Mentions in order of their place, and the entities that they name, by key."""

    mentions: list[Mention]
    entities: dict[str, Entity]


def find_entities(doc: Document) -> Found:
    """Return the countries, organizations, forces, places and unnamed sources that ``doc`` names."""
    return Found([], {})
