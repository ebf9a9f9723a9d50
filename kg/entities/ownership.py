"""Forces that a speaker calls his own: قواتنا is the force of the country that he speaks for."""

from __future__ import annotations

from dataclasses import replace

from kg.entities.forces import national_key
from kg.entities.mentions import Mention
from kg.records import Entity


def is_speakers_own(mention: Mention) -> bool:
    """Whether the force belongs to whoever speaks (قواتنا، قوات بلادنا)."""
    return mention.possessor == "نا"


def own_force(entity: Entity, country: str) -> Entity:
    """Return the force ``entity`` of a speaker who stands for ``country``, by its own key."""
    key = national_key(country, entity.force_kind)
    return replace(entity, key=key, country=country, part_of=national_key(country, None) if "/" in key else None)
