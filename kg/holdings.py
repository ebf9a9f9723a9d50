"""From titles to role holdings: each with every place that tells it, and the event by which it began or ended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from kg.coreference import Cast
from kg.evidence import Evidencer
from kg.records import Event, Evidence, RoleHolding, Status
from kg.roles import TitleMention
from kg.roles.vocabulary import role_vocabulary

_BEGINS, _ENDS = "Appointment", "Resignation"
_OFFICIAL = frozenset({_BEGINS, _ENDS, "Election"})


def holdings(cast: Cast, evidence: Evidencer) -> list[RoleHolding]:
    """Return the role holdings of the titles whose person is named, each with the other places that tell it."""
    vocabulary = role_vocabulary(cast.doc.lexicon)
    again: dict[tuple[str, str], list[TitleMention]] = defaultdict(list)
    for title, person in cast.titles:
        if title.again and person is not None:
            again[person, title.role].append(title)
    return [
        RoleHolding(
            holder=person,
            role=vocabulary.told(title.role),
            title=cast.title_text(title),
            country=title.country,
            organization=title.organization,
            place=title.place,
            former=title.former,
            standing=title.standing,
            since=title.since,
            until=title.until,
            evidence=_proof(title, evidence),
            more_evidence=tuple(
                _proof(other, evidence)
                for other in again[person, title.role]
                if other.country in (title.country, None) and other.former == title.former
            ),
        )
        for title, person in cast.titles
        if person is not None and title.name is not None
    ]


def _proof(title: TitleMention, evidence: Evidencer) -> Evidence:
    return evidence.of_tokens(title.start, title.end, rule=title.rule, confidence=title.confidence)


def with_events(roles: Sequence[RoleHolding], events: Sequence[Event]) -> list[RoleHolding]:
    """Return ``roles`` with the indexes of the ``events`` by which they began or ended, and their dates where those
    tell since or until when.
    """
    out = list(roles)
    for index, event in enumerate(events):
        if event.type in _OFFICIAL:
            for place in _concerned(out, event):
                out[place] = _dated(replace(out[place], events=(*out[place].events, index)), event)
    return out


def _concerned(roles: Sequence[RoleHolding], event: Event) -> list[int]:
    """Return the places of the roles that ``event`` gives or takes: told in its sentence, of whom it concerns."""
    targets = {p.entity for p in event.participants if p.role == "target"}
    whose = targets or {p.entity for p in event.participants}
    near = [
        place
        for place, role in enumerate(roles)
        if role.holder in whose and role.evidence.sentence == event.evidence.sentence
    ]
    if event.type == _ENDS:
        return near
    return [place for place in near if not roles[place].former and _is_given(roles[place], event)]


def _is_given(role: RoleHolding, event: Event) -> bool:
    """Whether the office follows the verb that gives it: an office named before is an older one."""
    at = event.evidence.exact.find(event.trigger)
    return role.evidence.end > event.evidence.start + at >= event.evidence.start and role.evidence.rule in _GIVEN


_GIVEN = frozenset({"name title", "name, title", "name, verb of office, title", "name, linked title"})


def _dated(role: RoleHolding, event: Event) -> RoleHolding:
    edtf = event.date.edtf if event.date else None
    if not edtf or "/" in edtf or event.status is not Status.ACTUAL:
        return role
    if event.type == _ENDS:
        return replace(role, until=role.until or edtf)
    return replace(role, since=role.since or edtf)
