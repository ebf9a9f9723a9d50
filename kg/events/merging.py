"""Merging: one event that an article tells several times, with all its evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from kg.events.triggers import family
from kg.lexicon import Lexicon
from kg.records import Event, Participant


def merge(events: list[Event], lexicon: Lexicon) -> list[Event]:
    """Return ``events`` with later mentions of the same event joined to the first, in order of their place."""
    kept: list[Event] = []
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for event in events:
        near = {place for key in _marks(event, lexicon) for place in index[key][-_LOOK_BACK:]}
        place = next((n for n in sorted(near) if same(kept[n], event, lexicon)), len(kept))
        if place == len(kept):
            kept.append(event)
        else:
            kept[place] = join(kept[place], event, lexicon)
        for key in _marks(kept[place], lexicon):
            if place not in index[key][-_LOOK_BACK:]:
                index[key].append(place)
    return kept


_LOOK_BACK = 50


def _marks(event: Event, lexicon: Lexicon) -> Iterator[tuple[str, ...]]:
    """Yield what another mention of the same event shares with it: the widest class with the date or a participant."""
    kind = family(lexicon, event.type)[-1]
    if _date(event):
        yield kind, "date", _date(event) or ""
    for key in sorted(_keys(event)):
        yield kind, "who", key


def same(one: Event, other: Event, lexicon: Lexicon) -> bool:
    """Whether two mentions tell one event: class, status, date, place, participants and counts agree, and something
    ties them.
    """
    if one.status != other.status or not _kin(one.type, other.type, lexicon):
        return False
    if one.type == "Other" and one.trigger != other.trigger:
        return False
    if _elsewhere(one.place, other.place) or _differ(one.killed, other.killed) or _differ(one.wounded, other.wounded):
        return False
    shared = _keys(one) & _keys(other)
    if _date(one) and _date(other):
        told_little = not _keys(one) or not _keys(other)
        return _date(one) == _date(other) and bool(shared or told_little)
    return (
        bool(shared) and not _against(one, other) and (bool(one.place and one.place == other.place) or len(shared) > 1)
    )


def join(first: Event, later: Event, lexicon: Lexicon) -> Event:
    """Return the first mention, completed by what the later one adds."""
    narrow = later if len(family(lexicon, later.type)) > len(family(lexicon, first.type)) else first
    lead, rest = (later, first) if later.date and not first.date else (first, later)
    known = {p.entity for p in lead.participants}
    more: tuple[Participant, ...] = tuple(p for p in rest.participants if p.entity not in known)
    return replace(
        lead,
        type=narrow.type,
        participants=lead.participants + more,
        place=lead.place or rest.place,
        killed=lead.killed if lead.killed is not None else rest.killed,
        wounded=lead.wounded if lead.wounded is not None else rest.wounded,
        weapon=lead.weapon or rest.weapon,
        more_evidence=(*lead.more_evidence, rest.evidence, *rest.more_evidence),
    )


def _kin(one: str, other: str, lexicon: Lexicon) -> bool:
    return one in family(lexicon, other) or other in family(lexicon, one)


def _differ(one: object, other: object) -> bool:
    return one is not None and other is not None and one != other


def _elsewhere(one: str | None, other: str | None) -> bool:
    """Whether two places differ; a country and a town may be one place."""
    return _differ(one, other) and (one or "").split(":")[0] == (other or "").split(":")[0]


def _date(event: Event) -> str | None:
    return event.date.edtf if event.date else None


def _keys(event: Event) -> set[str]:
    return {p.entity for p in event.participants}


def _against(one: Event, other: Event) -> bool:
    """Whether agent or target are known on both sides and differ."""
    for role in ("agent", "target"):
        first = {p.entity for p in one.participants if p.role == role}
        second = {p.entity for p in other.participants if p.role == role}
        if first and second and not first & second:
            return True
    return False
