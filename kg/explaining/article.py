"""The facts of one article, explained from its records."""

from __future__ import annotations

from kg.explaining.model import Item, Section
from kg.records import ArticleFacts, Event, Evidence, RoleHolding, Statement


def explain_facts(facts: ArticleFacts, *, named: bool = False) -> list[Section]:
    """Return the roles, statements and events of an article, each with its sentence, span, rule and confidence.

    ``named`` adds the article's identifier to the titles: there are several.
    """
    names = {entity.key: entity.name for entity in facts.entities}
    where = f" · {facts.article.identifier}" if named else ""
    return [
        Section("المناصب", f"roles{where}", tuple(_role(role, names) for role in facts.roles)),
        Section("التصريحات", f"statements{where}", tuple(_statement(said, names) for said in facts.statements)),
        Section("الأحداث", f"events{where}", tuple(_event(event, names) for event in facts.events)),
    ]


def _item(head: str, evidence: Evidence, *notes: str) -> Item:
    start = max(0, evidence.sentence.find(evidence.exact))
    end = start + len(evidence.exact) if evidence.exact in evidence.sentence else start
    place = f"{evidence.start}-{evidence.end}"
    said = (f"rule: {evidence.rule}", f"confidence: {evidence.confidence}", f"characters: {place}")
    return Item(head, evidence.sentence, start, end, (*(note for note in notes if note), *said))


def _role(role: RoleHolding, names: dict[str, str]) -> Item:
    former = "former" if role.former else ""
    where = f"country: {role.country}" if role.country else "country: not told"
    return _item(f"{names.get(role.holder, role.holder)} — {role.title} ({role.role})", role.evidence, where, former)


def _statement(said: Statement, names: dict[str, str]) -> Item:
    speakers = "، ".join(names.get(key, key) for key in said.speakers)
    stands = zip(said.about, said.positions, strict=True)
    forces = "، ".join(f"{names.get(key, key)} ({position})" for key, position in stands)
    notes = (
        f"stance: {said.stance}",
        f"about: {forces}" if forces else "",
        f"date: {said.date.edtf} ({said.date.text})" if said.date else "",
        "denied" if said.negated else "",
    )
    return _item(f"{speakers}: {said.verb or ''}", said.evidence, *notes)


def _event(event: Event, names: dict[str, str]) -> Item:
    people = "، ".join(f"{names.get(p.entity, p.entity)} ({p.role})" for p in event.participants)
    notes = (
        f"status: {event.status.value}",
        f"date: {event.date.edtf or 'unresolved'} ({event.date.text})" if event.date else "date: none",
        f"participants: {people}" if people else "",
        f"place: {names.get(event.place, event.place)}" if event.place else "",
    )
    return _item(f"{event.type}: {event.trigger}", event.evidence, *notes)
