"""A rank alone with a name: الجنرال الإيراني قاسم سليماني."""

from __future__ import annotations

from kg.roles.grammar import FORMER
from kg.roles.holders import skip_ranks
from kg.roles.mention import TitleMention
from kg.roles.reading import BODY_KINDS, COMMAS, Reading
from kg.roles.tables import words

_AFTER = frozenset({"متقاعد", "سابق", "راحل"})


_OF_TEAMS = words(
    """
    نجم نجوم لاعب لاعبو لاعبي مدرب قايد حارس مهاجم مدافع هداف كابتن صفوف زميل زملاء جماهير جمهور مدير رييس ظهير
    جناح صانع
    """
)
"""Nouns that الفريق completes where it is a team."""


def _of_team(reading: Reading, at: int, place: int) -> bool:
    """Whether الفريق at ``at``, without a further word of rank, is a team: نجم الفريق رونالدو."""
    if reading.tokens[at].stem != "فريق" or place != at + 1 or at == 0:
        return False
    return reading.tokens[at - 1].stem in _OF_TEAMS and not reading.tokens[at - 1].definite


def ranked_name(reading: Reading, at: int, stop: int) -> list[TitleMention]:
    """Return the title that the rank at ``at`` is, where a name follows it."""
    title_end = place = skip_ranks(reading, at, stop)
    if _of_team(reading, at, place):
        return []
    land = reading.demonym(place) if place < stop and place not in reading.name_ends else None
    if land is not None:
        if reading.tokens[at].stem == "فريق" and place == at + 1:  # الفريق المصري is a team
            return []
        place = land[0]
    described = place < stop and reading.tokens[place].stem in _AFTER
    former = described and reading.tokens[place].stem in FORMER
    place += described
    body = _body(reading, place, stop) if land is None else None
    place, organization, country = body or (place, None, land[1] if land else None)
    after = place
    place = _past_comma(reading, place, stop)
    end = reading.name_ends.get(place)
    if end is None or place >= stop:
        return _behind_name(reading, at, title_end, after, organization, country, former=former) if body else []
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
            organization=organization,
        )
    ]


def _behind_name(
    reading: Reading, at: int, title_end: int, end: int, organization: str | None, country: str | None, *, former: bool
) -> list[TitleMention]:
    """Return the rank of whoever is named before it, with the body served in: X، اللواء في الجيش الكيني."""
    start = reading.name_starts.get(at - 1) if at and reading.tokens[at - 1].text in COMMAS else None
    if start is None or start < reading.sentence(at).first:
        return []
    return [
        TitleMention(
            start=start, end=end, title=(at, title_end), role="military-officer", name=(start, at - 1), country=country,
            rule="name, rank", confidence=0.88, organization=organization, former=former,
        )
    ]  # fmt: skip


def _past_comma(reading: Reading, place: int, stop: int) -> int:
    """Return where the name begins that stands between two commas: الجنرال، X،."""
    if place + 1 >= stop or reading.tokens[place].text not in COMMAS:
        return place
    end = reading.name_ends.get(place + 1)
    return place + 1 if end is not None and end < stop and reading.tokens[end].text in COMMAS else place


def _body(reading: Reading, place: int, stop: int) -> tuple[int, str, str | None] | None:
    """Return where the name may begin after the body of an officer, the body and its country: الرائد في القيادة
    المركزية الأميركية، X.
    """
    if place + 2 >= stop or reading.tokens[place].norm not in ("في", "ب"):
        return None
    hit = reading.mention(place + 1, *BODY_KINDS)
    if hit is None:
        return None
    end = hit[0].end
    start = end + 1 if end + 1 < stop and reading.tokens[end].text in COMMAS else end
    return start, reading.doc.slice(place + 1, end), hit[1].country
