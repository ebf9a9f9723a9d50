"""Sections of the graph: what is written together, and what must be known to write it again without making it anew.

An article's section holds its own graph and the entities that no other article names; one more holds what articles
share. A section's ``key`` names everything that it depends on, so that a section with the same key is the same.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import orjson

from kg.graph import Description, GraphBuilder, Used, build_iri
from kg.known import KnownPeople
from kg.merging import merge
from kg.ontology import Ontology
from kg.outline import Outline
from kg.records import ArticleFacts
from kg.resolution import resolve
from kg.shared import Shared
from kg.view_parts import Part, part_of


@dataclass(frozen=True, slots=True)
class Remembered:
    """What stays known of a section beside its text: its part of the picture, and what it uses of what is shared."""

    part: Part
    used: Used

    def to_json(self) -> bytes:
        """Return it as JSON."""
        used = [sorted(self.used.terms), sorted(self.used.countries), self.used.properties, self.used.unlisted]
        return orjson.dumps([self.part, used])

    @classmethod
    def from_json(cls, data: bytes) -> Remembered:
        """Return what ``to_json`` wrote."""
        part, (terms, countries, properties, unlisted) = orjson.loads(data)
        return cls(part, Used(set(terms), set(countries), properties, unlisted))


class Sections:
    """Makes the sections of a build: first it is found who is who and which facts are one, in all ``outlines``."""

    def __init__(self, outlines: list[Outline], ontology: Ontology, base: str) -> None:
        self.resolution = resolve(outlines, KnownPeople(ontology), base=base)
        self.merged = merge(outlines, self.resolution, base=base)
        self._builder = GraphBuilder(self.resolution, self.merged, ontology, base=base)
        self._shared = Shared(ontology, base)
        self._own: dict[str | None, list[str]] = defaultdict(list)
        for iri in sorted(self.resolution.members):
            self._own[self.resolution.home(iri)].append(iri)

    def key(self, outline: Outline, facts: str) -> str:
        """Return the key of an article's section; ``facts`` is the key of its facts, program and ontology included.

        What is told here is all that other articles decide: what is one with what of theirs, and the reasons.
        """
        stem, found = outline.identifier, self.resolution
        told: list[Any] = [facts, stem, build_iri(self._builder.base), self.merged.duplicates.get(stem)]
        told += [found.iris[stem, entity.key] for entity in outline.entities]
        told += [(name, found.concept(name)) for name in told[4:] if name in found.people]
        own = self._own[stem]
        told += [own, *((group.reasons, group.refusals) for name in own if (group := found.people.get(name)))]
        told += [self.merged.statements[stem, number] for number in range(len(outline.statements))]
        events = [self.merged.events[stem, number] for number in range(len(outline.events))]
        told += [(name, name in self.merged.disputed) for name in events]
        return hashlib.sha256(orjson.dumps(told)).hexdigest()

    def article(self, facts: ArticleFacts) -> tuple[list[Description], Remembered]:
        """Return the section of an article: what it says, and the entities that it alone names."""
        said = merged(self._builder.article(facts))
        used = self._builder.used
        own = self._own[facts.article.identifier]
        section = said + [self._shared.entity(self.resolution.entity(iri), used) for iri in own]
        return section, Remembered(part_of(section), used)

    def shared(self, used: Used, outlines: Iterable[Outline]) -> tuple[list[Description], Part]:
        """Return the section of what articles share, where they use ``used`` of it."""
        listed = self.resolution.members
        entities = [self.resolution.entity(iri) for iri in self._own[None]]
        found = [self._shared.entity(entity, used) for entity in (*entities, *self._shared.unlisted(used, listed))]
        found += [self._shared.entity(entity, used) for entity in self._shared.countries(used, listed)]
        found += self._shared.vocabulary(used)
        found.append(self._shared.activity(self._builder.article_iri(outline.identifier) for outline in outlines))
        section = merged(found)
        return section, part_of(section)


def merged(descriptions: Iterable[Description]) -> list[Description]:
    """Return ``descriptions`` of one graph with one for each subject, in the order of the subjects."""
    found: dict[str, Description] = {}
    for one in descriptions:
        found.setdefault(one.subject.value, Description(one.subject, one.graph)).pairs.update(one.pairs)
    return [found[name] for name in sorted(found)]
