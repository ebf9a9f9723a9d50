"""Holders that a text introduces by full name with their title, though a verb before them may have an object: انتقد X Y
سفير كينيا.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.arabic.tokens import TokenKind
from kg.roles.grammar import KIN
from kg.roles.mention import TitleMention
from kg.roles.reading import Reading

_FEWEST = 2


def with_introduced(reading: Reading, titles: Sequence[TitleMention]) -> list[TitleMention]:
    """Return ``titles``, each that stands alone right behind a full name of which the text tells no other office, with
    that name; not where someone else is named with the same office.
    """
    families = {reading.tokens[title.name[1] - 1].stem for title in titles if title.name}
    offices = {(title.role, title.country) for title in titles if title.name}
    famous = {match.end: match.concept.get("countryCode") for match in reading.doc.matches_of("people")}
    return [
        _introduced(reading, title) if _may_introduce(reading, title, families, offices, famous) else title
        for title in titles
    ]


def _may_introduce(
    reading: Reading,
    title: TitleMention,
    families: set[str],
    offices: set[tuple[str, str | None]],
    famous: Mapping[int, str | None],
) -> bool:
    start = reading.name_starts.get(title.start)
    if title.name or title.number > 1 or start is None or title.rule != "title alone":
        return False
    if famous.get(title.start, title.country) != title.country:
        return False  # whom any reader knows meets others
    words = [token for token in reading.tokens[start : title.start] if token.kind is TokenKind.WORD]
    if len(words) < _FEWEST or words[-1].stem in families or _of_kin(reading, start):
        return False
    told = title.country or title.organization or title.title[1] - title.title[0] > 1
    return bool(told) and (title.role, title.country) not in offices


def _of_kin(reading: Reading, start: int) -> bool:
    return start > 0 and reading.tokens[start - 1].stem in KIN


def _introduced(reading: Reading, title: TitleMention) -> TitleMention:
    start = reading.name_starts[title.start]
    return replace(title, start=start, name=(start, title.start), rule="name title (introduced)", confidence=0.75)
