"""A rank alone with a name: الجنرال الإيراني قاسم سليماني."""

from __future__ import annotations

from kg.roles.holders import skip_ranks
from kg.roles.mention import TitleMention
from kg.roles.reading import Reading

_AFTER = frozenset({"متقاعد", "سابق", "راحل"})


def ranked_name(reading: Reading, at: int, stop: int) -> list[TitleMention]:
    """Return the title that the rank at ``at`` is, where a name follows it."""
    title_end = place = skip_ranks(reading, at, stop)
    land = reading.demonym(place) if place < stop and place not in reading.name_ends else None
    if land is not None:
        if reading.tokens[at].stem == "فريق" and place == at + 1:  # الفريق المصري is a team
            return []
        place = land[0]
    if place < stop and reading.tokens[place].stem in _AFTER:
        place += 1
    end = reading.name_ends.get(place)
    if end is None or place >= stop:
        return []
    country = land[1] if land else None
    return [
        TitleMention(
            start=at,
            end=end,
            title=(at, title_end),
            role="military-officer",
            name=(place, end),
            country=country,
            rule="rank name",
            confidence=0.9,
        )
    ]
