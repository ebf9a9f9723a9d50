"""One title for several people: الرئيسان الأمريكي X والروسي Y, الوزيران X وY."""

from __future__ import annotations

from dataclasses import replace

from kg.arabic.tokens import TokenKind
from kg.roles.holders import skip_ranks
from kg.roles.mention import TitleMention
from kg.roles.phrase import Phrase
from kg.roles.reading import COMMAS, Reading

_MOST = 12
_MANY = 3
"""The number of a plural: after it one name alone is no holder but an object (انتقد زعماء المعارضة X)."""


def shared_title(reading: Reading, phrase: Phrase, title: TitleMention, stop: int) -> list[TitleMention]:
    """Return a title for each person named after a dual or plural ``phrase``, ``title`` being what they share."""
    shared: list[TitleMention] = []
    at = phrase.title_end
    least = 1 if any(entry.number < _MANY for entry in phrase.entries) else 2
    while at < stop and len(shared) < _MOST:
        item = _item(reading, title, at, stop)
        if item is None:
            break
        shared.append(item)
        at = _next(reading, item.end, stop)
        if at == item.end:
            break
    return shared if len(shared) >= least else []


def _item(reading: Reading, title: TitleMention, at: int, stop: int) -> TitleMention | None:
    """One person of the list: whose, rank, name."""
    place, country = at, title.country if at == title.title[1] else None
    land = reading.demonym(place) or reading.country(place)
    if land is not None and place not in reading.name_ends:
        place, country = land
    place = skip_ranks(reading, place, stop)
    end = reading.name_ends.get(place)
    if end is None or place >= stop:
        return None
    first = title.title[0] if at == title.title[1] else at
    return replace(
        title, start=first, end=end, name=(place, end), country=country, rule="shared title", confidence=0.92, number=1
    )


def _next(reading: Reading, at: int, stop: int) -> int:
    """Return where the next person of a list may begin, ``at`` itself where the list ends."""
    place = at
    if place < stop and reading.tokens[place].text in COMMAS:
        place += 1
    if place < stop and reading.tokens[place].norm == "و" and reading.tokens[place].kind is TokenKind.PROCLITIC:
        place += 1
    return place
