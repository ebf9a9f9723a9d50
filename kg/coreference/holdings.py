"""One title for each office of a person: the others say nothing new."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from kg.roles import TitleMention

Pair = tuple[TitleMention, str | None]

VAGUER = {
    "minister": frozenset(
        {"defense-minister", "foreign-minister", "interior-minister", "deputy-minister", "deputy-prime-minister"}
    ),
    "official": frozenset(
        {"director", "party-leader", "militia-leader", "commander", "spokesperson", "member-of-parliament", "envoy"}
    ),
    "commander": frozenset({"chief-of-staff", "militia-leader"}),
    "director": frozenset({"party-leader", "parliament-speaker", "prime-minister", "president", "head-of-state"}),
    "party-leader": frozenset({"militia-leader", "secretary-general", "president", "head-of-state"}),
    "analyst": frozenset({"director"}),
    "adviser": frozenset({"prime-minister", "national-security-adviser"}),
}
"""Roles whose bare head (الوزير, القائد) may mean one of these."""


_BARE = {"director": 2}
"""Most words of a bare title: رئيس المجلس of whoever is told to be رئيس مجلس النواب."""


def distinct(pairs: Sequence[Pair]) -> list[Pair]:
    """Return ``pairs`` with one named title for each person, role and country: the surest, else the first.

    The others lose their name. A rank is no role beside an office, and a bare head none beside the office that it
    shortens.
    """
    roles: dict[str, set[str]] = defaultdict(set)
    for title, person in pairs:
        if title.name and person:
            roles[person].add(title.role)
    best: dict[tuple[str, str, str | None], TitleMention] = {}
    for title, person in pairs:
        if title.name and person and not _said_better(title, roles[person]):
            key = (person, title.role, title.country)
            if key not in best or title.confidence > best[key].confidence + 0.05:
                best[key] = title
    _drop_landless(best)
    kept = set(map(id, best.values()))
    return [
        (title if not title.name or id(title) in kept else replace(title, name=None, again=True), person)
        for title, person in pairs
    ]


def _said_better(title: TitleMention, roles: set[str]) -> bool:
    if title.role == "military-officer":
        return len(roles) > 1
    styled = title.name is not None and title.title == (title.name[0] - 1, title.name[0])
    if title.role in ("ambassador", "adviser") and styled and len(roles) > 1:
        return True
    bare = title.title[1] - title.title[0] <= _BARE.get(title.role, 1) and title.organization is None
    bare = bare or title.rule == "counterpart"
    return bare and bool(VAGUER.get(title.role, frozenset()) & roles)


def _drop_landless(best: dict[tuple[str, str, str | None], TitleMention]) -> None:
    """Drop a role without a country where the same person has it with one."""
    landed = {(person, role) for person, role, country in best if country}
    for key in [key for key in best if key[2] is None and key[:2] in landed]:
        del best[key]
