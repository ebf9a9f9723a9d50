"""Who is meant: short names, titles alone and pronouns resolved to the people and bodies of one article."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.document import Document
from kg.entities import Found, Mention
from kg.records import Entity
from kg.roles import TitleMention


@dataclass
class Cast:
    """Everyone in an article: all mentions in order, people among them, each with its entity's key.

    ``titles`` pairs each title mention with the key of the person it means (None where the article does not tell).
    """

    doc: Document
    mentions: list[Mention] = field(default_factory=list)
    entities: dict[str, Entity] = field(default_factory=dict)
    titles: list[tuple[TitleMention, str | None]] = field(default_factory=list)

    def between(self, first: int, last: int) -> list[Mention]:
        """Return the mentions that lie wholly in tokens ``first`` to ``last`` (half-open), outermost first."""
        inside = [m for m in self.mentions if first <= m.start and m.end <= last]
        return sorted(inside, key=lambda m: (m.start, -m.end))


def assemble(doc: Document, found: Found, titles: list[TitleMention]) -> Cast:
    """Return the cast of ``doc``: names found, short forms joined to full ones, titles alone resolved."""
    return Cast(doc, list(found.mentions), dict(found.entities), [(title, None) for title in titles])
