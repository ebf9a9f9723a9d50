"""Outlines: what of an article's facts is compared with those of other articles, and nothing more.

Whatever spans articles (who is the same person, which event is the same) is found in outlines alone, so that a build
need not open the facts of articles that it has read before.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.arabic.normal import fold
from kg.namespaces import digest
from kg.records import ArticleFacts, Entity, Event, Evidence, Statement, Status

_LONG = 40  # letters of a sentence that two articles do not share by chance


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office that someone holds: the holder's key, the role's slug, the country's code."""

    holder: str
    role: str
    country: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement: its name within the article, and a digest of the words by which a repetition is known."""

    name: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """An event: its name within the article, a digest of its words, and what tells it from others, entities by key."""

    name: str
    words: str
    type: str
    status: Status
    edtf: str | None
    place: str | None
    who: tuple[str, ...]
    trigger: str
    killed: int | None
    wounded: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What of one article is compared; ``sentences`` are digests of the longer sentences that hold facts."""

    identifier: str
    sha256: str
    published: str | None
    entities: tuple[Entity, ...]
    offices: tuple[Office, ...]
    sentences: tuple[str, ...]
    statements: tuple[Said, ...]
    events: tuple[Happened, ...]


def outline_of(facts: ArticleFacts) -> Outline:
    """Return the outline of an article's ``facts``."""
    return Outline(
        identifier=facts.article.identifier,
        sha256=facts.article.sha256,
        published=facts.article.published,
        entities=facts.entities,
        offices=tuple(Office(holder=role.holder, role=role.role, country=role.country) for role in facts.roles),
        sentences=_sentences(facts),
        statements=tuple(map(_said, facts.statements)),
        events=tuple(map(_happened, facts.events)),
    )


def _sentences(facts: ArticleFacts) -> tuple[str, ...]:
    proofs = [said.evidence for said in facts.statements] + [event.evidence for event in facts.events]
    found = {proof.sentence for proof in proofs + [role.evidence for role in facts.roles]}
    return tuple(sorted(digest(sentence) for sentence in found if len(sentence) > _LONG))


def _said(said: Statement) -> Said:
    kind = f"{said.stance} {said.position} {said.quoted} {said.date.edtf if said.date else None}"
    return Said(
        name=_name(said.evidence, *said.speakers, said.verb or ""),
        words=digest(f"statement {' '.join(said.speakers)} {kind} {said.content}"),
    )


def _happened(event: Event) -> Happened:
    return Happened(
        name=_name(event.evidence, event.type, event.trigger),
        words=digest(f"event {event.type} {event.status.value} {event.trigger} {event.evidence.sentence}"),
        type=event.type,
        status=event.status,
        edtf=event.date.edtf if event.date else None,
        place=event.place,
        who=tuple(participant.entity for participant in event.participants),
        trigger=fold(event.trigger).removeprefix("ال"),
        killed=event.killed,
        wounded=event.wounded,
    )


def _name(proof: Evidence, *parts: str) -> str:
    return f"{proof.start}-{proof.end}-{digest(*parts)[:6]}"
