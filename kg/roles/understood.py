"""An office that goes without saying for the second of two holders: الرئيس الأميركي X والروسي Y."""

from __future__ import annotations

from dataclasses import replace

from kg.roles.mention import TitleMention
from kg.roles.reading import Reading


def understood(reading: Reading, at: int, stop: int, last: TitleMention | None) -> TitleMention | None:
    """Return the office of whoever the adjective of a country at ``at`` describes: that of ``last``, right before."""
    tokens = reading.tokens
    if last is None or last.name is None or last.country is None or last.number > 1 or last.end != at - 1:
        return None
    land = reading.demonym(at) if tokens[at - 1].norm == "و" and tokens[at].definite else None
    end = reading.name_ends.get(land[0]) if land and land[0] < stop else None
    if land is None or end is None or land[1] == last.country:
        return None
    return replace(
        last, start=at, end=end, name=(land[0], end), country=land[1], rule="office understood", confidence=0.85,
        organization=None, place=None,
    )  # fmt: skip
