"""One title for several people (الرئيسان الأمريكي X والروسي Y, الوزيران X وY), and the title of another (نظيره
التركي X).
"""

from __future__ import annotations

from dataclasses import replace

from kg.arabic.tokens import TokenKind
from kg.roles.holders import skip_ranks
from kg.roles.known import known_roles
from kg.roles.mention import TitleMention
from kg.roles.phrase import Phrase
from kg.roles.reading import COMMAS, Reading

COUNTERPART = frozenset(
    {"نظير", "نظيره", "نظيرت", "نظيرته", "نظيرها", "نظيرتها", "نظيريه", "نظيري", "نظراي", "نظرايه", "نظراء"}
)
PREDECESSOR = frozenset({"سلف", "سلفه", "سلفها"})
DEPUTY = frozenset({"نايب", "نايبه", "نايبت", "نايبته", "نايبها"})
DEPUTY_OF = {
    "president": "vice-president",
    "prime-minister": "deputy-minister",
    "minister": "deputy-minister",
    "defense-minister": "deputy-minister",
    "foreign-minister": "deputy-minister",
    "interior-minister": "deputy-minister",
    "commander": "deputy-commander",
    "chief-of-staff": "deputy-commander",
}
"""What نائبه is to the holder of a role."""

_SPEAKING = frozenset({"spokesperson", "press-secretary", "adviser", "official", "director", "analyst", "other"})
"""Roles of those who speak for or serve whoever meets a counterpart."""
_RULERS = frozenset({"president", "monarch", "prime-minister", "crown-prince"})
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


def counterpart(reading: Reading, at: int, stop: int, last: TitleMention | None) -> TitleMention | None:
    """Return the title that نظيره or سلفه at ``at`` lends from ``last``, the title before it."""
    tokens = reading.tokens
    stem = tokens[at].stem
    if last is None or stem not in COUNTERPART | PREDECESSOR | DEPUTY:
        return None
    if stem in DEPUTY:
        last = replace(last, role=DEPUTY_OF.get(last.role, "official"), relative=False)
    place = at + 1
    if place < stop and tokens[place].kind is TokenKind.ENCLITIC:
        place += 1
    elif not tokens[at].norm.endswith(("يره", "يرته", "يرها", "يرتها", "لفه", "لفها", "نايبها", "نايبته")):
        return None
    lent = _lent(reading, at, place, stop, last)
    return _as_known(reading, lent) if stem in COUNTERPART else lent


def _as_known(reading: Reading, title: TitleMention) -> TitleMention:
    """Return ``title`` with the office for which its holder is known, where that is another: the title before may be of
    who speaks for the person met.
    """
    roles = known_roles(reading, *title.name) if title.name and title.role in _SPEAKING else ()
    return title if not roles or title.role in roles else replace(title, role=roles[0])


def _lent(reading: Reading, at: int, place: int, stop: int, last: TitleMention) -> TitleMention:
    former = reading.tokens[at].stem in PREDECESSOR
    title_end = place
    land = reading.demonym(place) if place < stop and place not in reading.name_ends else None
    same_land = former or reading.tokens[at].stem in DEPUTY
    country = land[1] if land else last.country if same_land else None
    place = land[0] if land else place
    if place < stop and reading.tokens[place].text in COMMAS:
        place += 1
    place = skip_ranks(reading, place, stop)
    end = reading.name_ends.get(place) if place < stop else None
    return replace(
        last, start=at, end=end or (land[0] if land else title_end), title=(at, title_end), name=(place, end) if end
        else None,
        country=country, rule="predecessor" if former else "counterpart", confidence=0.92, former=former,
        relative=country is None, organization=None, place=None, standing="former" if former else None,
    )  # fmt: skip


def succeeded(reading: Reading, at: int, stop: int, last: TitleMention | None) -> TitleMention | None:
    """Return the former title of the person whom خلفا لـ names: عين X وزيرا للدفاع خلفا لـY."""
    tokens = reading.tokens
    appoints = last is not None and last.role in _RULERS and last.rule.startswith("title")
    if (
        last is None
        or last.number > 1
        or appoints
        or tokens[at].norm != "خلفا"
        or at + 2 >= stop
        or tokens[at + 1].norm != "ل"
    ):
        return None
    start = skip_ranks(reading, at + 2, stop)
    end = reading.name_ends.get(start)
    if end is None:
        return None
    return replace(
        last, start=at, end=end, name=(start, end), rule="succeeded", confidence=0.88, former=True, standing="former"
    )
