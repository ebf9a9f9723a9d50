"""The cast of an article: everyone in it, all their mentions, and who holds which title."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property

from kg.document import Document
from kg.entities import Mention
from kg.records import Entity, Kind
from kg.roles import TitleMention

ACTING = (Kind.PERSON, Kind.ORGANIZATION, Kind.FORCE, Kind.COUNTRY, Kind.UNNAMED)


@dataclass
class Cast:
    """Everyone in an article: all mentions in order, people among them, each with its entity's key.

    ``titles`` pairs each title mention with the key of the person it means (None where the article does not tell).
    ``country`` is the code of the country that the article is about, None where no country clearly leads.
    """

    doc: Document
    mentions: list[Mention] = field(default_factory=list)
    entities: dict[str, Entity] = field(default_factory=dict)
    titles: list[tuple[TitleMention, str | None]] = field(default_factory=list)
    country: str | None = None
    feminine: frozenset[str] = frozenset()

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.start for mention in self.mentions]

    def between(self, first: int, last: int) -> list[Mention]:
        """Return the mentions that lie wholly in tokens ``first`` to ``last`` (half-open), outermost first."""
        inside = [
            m
            for m in self.mentions[bisect_left(self._starts, first) : bisect_left(self._starts, last)]
            if m.end <= last
        ]
        return sorted(inside, key=lambda m: (m.start, -m.end))

    def last_actor(self, before: int, *, kinds: tuple[Kind, ...] = ACTING, feminine: bool | None = None) -> str | None:
        """Return the key of the last mention of one of ``kinds`` that ends by token ``before``, None where there
        is none.

        ``feminine`` asks for the gender of the verb or pronoun that stands for it; people of unknown gender fit both.
        """
        for mention in reversed(self.mentions[: bisect_left(self._starts, before)]):
            if mention.kind in kinds and mention.end <= before and self.agrees(mention.key, feminine):
                return mention.key
        return None

    def agrees(self, key: str, feminine: bool | None) -> bool:
        """Whether the person ``key`` may be meant by a verb of that gender; whatever is no person always may."""
        if feminine is None or not key.startswith("person:"):
            return True
        return feminine == (key in self.feminine)

    def title_text(self, title: TitleMention) -> str:
        """Return the words of ``title`` as written, the article whole (للرئيس: الرئيس)."""
        return self.doc.name_text(*title.title)
