"""Outlines: what of an article's facts is compared with those of other articles, and nothing more.

Whatever spans articles (who is the same person, which event is the same) is found in outlines alone, so that a build
need not open the facts of articles that it has read before. There are many of them: hence tuples, which are made fast.
"""

from __future__ import annotations

from typing import NamedTuple

from kg.arabic.normal import fold
from kg.namespaces import digest, local_name, resource
from kg.records import ArticleFacts, Entity, Event, Evidence, Kind, Statement, Status

_LONG = 40  # letters of a sentence that two articles do not share by chance


class Mention(NamedTuple):
    """An entity of the article: the fields of ``kg.records.Entity``, and its ``path``.

    That is its IRI after the base, ``{}`` for the article where the name means something in the article alone. What a
    person's IRI is, other articles decide.
    """

    key: str
    kind: Kind
    name: str
    aliases: tuple[str, ...]
    concept: str | None
    country: str | None
    force_kind: str | None
    part_of: str | None
    path: str
    leaning: bool = False


class Office(NamedTuple):
    """An office that someone holds: the holder's key, the role's slug, the country's code."""

    holder: str
    role: str
    country: str | None


class Said(NamedTuple):
    """A statement: its name within the article, and a digest of the words by which a repetition is known."""

    name: str
    words: str


class Happened(NamedTuple):
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


class Outline(NamedTuple):
    """What of one article is compared; ``sentences`` are digests of the longer sentences that hold facts."""

    identifier: str
    sha256: str
    published: str | None
    entities: tuple[Mention, ...]
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
        entities=tuple(map(_mention, facts.entities)),
        offices=tuple(Office(holder=role.holder, role=role.role, country=role.country) for role in facts.roles),
        sentences=_sentences(facts),
        statements=tuple(map(_said, facts.statements)),
        events=tuple(map(_happened, facts.events)),
    )


def _mention(e: Entity) -> Mention:
    path = "" if e.kind is Kind.PERSON else _path(e)
    return Mention(e.key, e.kind, e.name, e.aliases, e.concept, e.country, e.force_kind, e.part_of, path, e.leaning)


def _path(entity: Entity) -> str:
    if entity.kind is Kind.COUNTRY and entity.country:
        return resource("country", entity.country, base="")
    if entity.kind is Kind.UNNAMED:
        return f"source/{{}}/{local_name(entity.name)}"
    kind = Kind.PLACE if entity.kind is Kind.COUNTRY else entity.kind
    if entity.concept:
        return f"{kind.value}/{local_name(entity.concept.rstrip('/').rsplit('/', 1)[-1].rsplit('#', 1)[-1])}"
    path = resource(kind.value, *entity.key.split(":", 1)[-1].split("/"), base="")
    return f"{path}/{{}}" if _is_description(entity) else path


def _is_description(entity: Entity) -> bool:
    """Whether a name without an owner is only what the article calls it: الفصائل, بعثة استشارية, قواتنا."""
    if entity.country or entity.concept or entity.kind not in (Kind.FORCE, Kind.ORGANIZATION):
        return False
    words = entity.name.split()
    return entity.kind is Kind.FORCE or len(words) == 1 or not any(fold(word).startswith("ال") for word in words)


def _sentences(facts: ArticleFacts) -> tuple[str, ...]:
    proofs = [said.evidence for said in facts.statements] + [event.evidence for event in facts.events]
    found = {proof.sentence for proof in proofs + [role.evidence for role in facts.roles]}
    return tuple(sorted(digest(sentence) for sentence in found if len(sentence) > _LONG))


def _said(said: Statement) -> Said:
    kind = f"{said.stance} {' '.join(said.positions)} {said.quoted} {said.date.edtf if said.date else None}"
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
