"""Mentions of countries, organizations, forces, places and unnamed sources. People are found by roles and names."""

from kg.entities.finder import find_entities
from kg.entities.lookup import country_of, demonym_at, is_definite
from kg.entities.mentions import Found, Mention
from kg.entities.ownership import is_speakers_own, own_force

__all__ = [
    "Found",
    "Mention",
    "country_of",
    "demonym_at",
    "find_entities",
    "is_definite",
    "is_speakers_own",
    "own_force",
]
