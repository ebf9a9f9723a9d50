"""The articles of a build: their outlines at hand, their facts in the store until they are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from kg.codec import from_json
from kg.outline import Outline
from kg.records import ArticleFacts
from kg.store import Store, outline_key


@dataclass(frozen=True, slots=True)
class Entry:
    """An article of the build: its identifier, alone in the build, and the key of its facts."""

    identifier: str
    key: str


@dataclass(frozen=True)
class Corpus:
    """The articles of a build, in order of their identifiers."""

    entries: list[Entry]
    store: Store

    @cached_property
    def outlines(self) -> list[Outline]:
        """The outline of each article."""
        found = (from_json(self.store.get(outline_key(entry.key)), Outline) for entry in self.entries)
        return [one._replace(identifier=entry.identifier) for one, entry in zip(found, self.entries, strict=True)]

    def facts(self, number: int) -> ArticleFacts:
        """Return the facts of one article by its place among the ``entries``."""
        entry = self.entries[number]
        facts = from_json(self.store.get(entry.key), ArticleFacts)
        return replace(facts, article=replace(facts.article, identifier=entry.identifier))

    def __iter__(self) -> Iterator[ArticleFacts]:
        return map(self.facts, range(len(self.entries)))
