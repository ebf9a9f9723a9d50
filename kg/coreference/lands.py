"""Which country an office belongs to where its phrase leaves it out, and which country an article is about."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from kg.document import Document
from kg.entities import Found
from kg.records import Kind
from kg.roles import TitleMention

STATE = frozenset(
    {
        "prime-minister", "president", "vice-president", "monarch", "crown-prince", "defense-minister", "foreign-minister",
        "interior-minister", "minister", "deputy-minister", "parliament-speaker", "chief-of-staff", "national-security-adviser",
        "member-of-parliament", "governor",
    }
)  # fmt: skip
"""Roles that belong to a state, so that the article's country may fill in."""

LOCAL = frozenset({"spokesperson", "press-secretary", "commander", "deputy-commander", "director", "official", "adviser", "party-leader", "military-officer", "other"})
"""Roles that mostly belong to the country that an article is about, where it is about one alone."""

_NEAR = 30
"""Tokens within which a country's name tells whose an office is."""


class Lands:
    """Where an article names which countries."""

    def __init__(self, doc: Document, found: Found) -> None:
        self.doc = doc
        places = [
            (m.start, country)
            for m in found.mentions
            if m.key in found.entities and (country := found.entities[m.key].country) and m.kind in (Kind.COUNTRY, Kind.ORGANIZATION, Kind.PLACE, Kind.FORCE)
        ]
        self.starts = [start for start, _ in places]
        self.codes = [code for _, code in places]
        self.counts = Counter(self.codes)

    def leader(self, factor: float) -> str | None:
        """Return the country named at least ``factor`` times as often as any other."""
        ranked = self.counts.most_common(2)
        if not ranked or (len(ranked) > 1 and ranked[0][1] < factor * ranked[1][1]):
            return None
        return ranked[0][0]

    def near(self, place: int) -> str | None:
        """Return the one country that is named in the sentence of token ``place``, None where it names none or several."""
        sentence = self.doc.sentence_of(place)
        low = max(sentence.first, place - _NEAR)
        high = min(sentence.last, place + _NEAR)
        here = set(self.codes[bisect_left(self.starts, low) : bisect_left(self.starts, high)])
        return here.pop() if len(here) == 1 else None


def article_country(doc: Document, found: Found) -> str | None:
    """Return the country that is named clearly more often than any other, None where none is."""
    return Lands(doc, found).leader(1.5)


def settle_countries(doc: Document, found: Found, titles: list[TitleMention], keys: dict[int, str], fame: dict[str, str]) -> list[TitleMention]:
    """Return ``titles`` with the countries that the same person has elsewhere or that the article decides.

    ``keys`` names the person of each name by its first token; ``fame`` the country of well-known people, by person.
    """
    lands = Lands(doc, found)
    known = _known(titles, keys)
    settled: list[TitleMention] = []
    for title in titles:
        country = title.country
        if country is None:
            country = _lent(title, settled) if title.relative else None
            country = country or _country(title, keys, known, fame, lands)
        settled.append(replace(title, country=country) if country != title.country else title)
    return settled


def _known(titles: Iterable[TitleMention], keys: dict[int, str]) -> dict[str, Counter[str]]:
    known: dict[str, Counter[str]] = defaultdict(Counter)
    for title in titles:
        if title.name and title.country:
            known[keys[title.name[0]]][title.country] += 1
    return known


def _lent(title: TitleMention, before: list[TitleMention]) -> str | None:
    """Return the country of the person that the pronoun in وزير خارجيته means: the last one named with a country."""
    return next((other.country for other in reversed(before) if other.country and other.end <= title.start), None)


def _country(
    title: TitleMention, keys: dict[int, str], known: dict[str, Counter[str]], fame: dict[str, str], lands: Lands
) -> str | None:
    person = keys[title.name[0]] if title.name else None
    if person in known:
        return known[person].most_common(1)[0][0]
    if person in fame and (title.role in STATE or title.organization is None):
        return fame[person]
    if not title.name:
        return None
    if title.role in STATE and title.organization is None:
        return lands.near(title.start) or lands.leader(1.2)
    if title.role in STATE or title.role in LOCAL:
        return lands.leader(2)
    return None
