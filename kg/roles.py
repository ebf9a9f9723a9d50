"""Roles: titles, whose they are, and who holds them."""

from __future__ import annotations

from dataclasses import dataclass

from kg.document import Document
from kg.entities import Found


@dataclass(frozen=True, slots=True)
class TitleMention:
    """A title in text, with or without a name. Token indexes are half-open.

    ``start`` and ``end`` hold the whole noun phrase (title, whose, rank, name); ``title`` the words of the title alone; ``name`` the
    person's name, None where the title stands alone (قال الوزير). ``role`` is the concept's slug.
    """

    start: int
    end: int
    title: tuple[int, int]
    role: str
    name: tuple[int, int] | None
    country: str | None
    rule: str
    confidence: float
    organization: str | None = None
    place: str | None = None
    former: bool = False
    standing: str | None = None
    since: str | None = None
    until: str | None = None


def find_titles(doc: Document, found: Found) -> list[TitleMention]:
    """Return every title of ``doc`` in order: those that become roles and those that stand alone."""
    return []
