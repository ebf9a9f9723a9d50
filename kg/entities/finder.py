"""All mentions of a document, from left to right: at each place the reading that takes most, names before heads."""

from __future__ import annotations

from bisect import bisect_left

from kg.document import Document
from kg.entities.anaphora import resolve
from kg.entities.bodies import composed_body, named_body
from kg.entities.drafts import Draft, entities_of
from kg.entities.forces import composed_forces, named_force
from kg.entities.index import Index
from kg.entities.mentions import Found
from kg.entities.places import SIDES, composed_place, country, known_place, side
from kg.entities.sources import nationals, unnamed_source
from kg.lexicon import Match
from kg.records import Kind


def find_entities(doc: Document) -> Found:
    """Return the countries, organizations, forces, places and unnamed sources that ``doc`` names."""
    index = Index(doc)
    drafts: list[Draft] = []
    starts = sorted(index.starts | {at for at, token in enumerate(doc.tokens) if token.stem in SIDES})
    for sentence in doc.sentences:
        inside = starts[bisect_left(starts, sentence.first) : bisect_left(starts, sentence.last)]
        drafts += _in_sentence(index, inside, sentence.last)
    resolved = resolve(index, drafts)
    mentions = sorted((draft.mention() for draft in resolved), key=lambda m: (m.start, -m.end))
    return Found(mentions, entities_of(resolved))


def _in_sentence(index: Index, starts: list[int], last: int) -> list[Draft]:
    """Read a sentence at ``starts``; inside the phrase of an unnamed source too (مسؤول في الجيش العراقي)."""
    found: list[Draft] = []
    free, inside = -1, -1
    for at in starts:
        if at < free:
            continue
        drafts = _at(index, at, last)
        if at < inside:
            drafts = [draft for draft in drafts if draft.kind != Kind.UNNAMED]
        found += drafts
        for draft in drafts:
            if draft.kind == Kind.UNNAMED:
                free, inside = max(draft.head, at) + 1, draft.end
            else:
                free = max(free, draft.end)
    return found


def _at(index: Index, at: int, last: int) -> list[Draft]:
    best: list[Draft] = []
    readings = _readings(index, at, last)
    if any(draft.kind == Kind.FORCE for drafts in readings for draft in drafts):
        readings = [drafts for drafts in readings if all(draft.kind != Kind.UNNAMED for draft in drafts)]
    for drafts in readings:
        if drafts and (not best or max(d.end for d in drafts) > max(d.end for d in best)):
            best = drafts
    return best


def _readings(index: Index, at: int, last: int) -> list[list[Draft]]:
    readings: list[list[Draft | None]] = []
    if (match := index.starting(at, "forces")) is not None:
        readings.append([named_force(index, match, last)])
    if (match := index.starting(at, "organizations")) is not None:
        readings.append([named_body(index, match, last)])
    if at not in index.inside_names:
        readings += _lands(index, at)
    named = index.starting(at, "forces")
    if (match := index.starting(at, "force-heads")) is not None and (named is None or named.end <= match.end):
        readings.append(list(composed_forces(index, match, last)))
    readings += _composed(index, at, last)
    return [[draft for draft in drafts if draft is not None] for drafts in readings]


def _lands(index: Index, at: int) -> list[list[Draft | None]]:
    readings: list[list[Draft | None]] = []
    if (match := index.starting(at, "countries")) is not None:
        readings.append([country(index, match)])
    if (match := index.starting(at, "places")) is not None:
        readings.append([known_place(index, match)])
    return [*readings, [side(index, at)]]


def _composed(index: Index, at: int, last: int) -> list[list[Draft | None]]:
    readings: list[list[Draft | None]] = []
    composers = (
        ("organization-heads", composed_body),
        ("place-heads", composed_place),
        ("sources", unnamed_source),
    )
    for scheme, compose in composers:
        match: Match | None = index.starting(at, scheme)
        if match is not None:
            readings.append([compose(index, match, last)])
    if (belonging := index.belonging(at)) is not None:
        readings.append([nationals(index, at, belonging)])
    return readings
