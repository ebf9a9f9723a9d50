"""Which country an office belongs to where its phrase leaves it out, and which country an article is about."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace

from kg.document import Document
from kg.entities import Found
from kg.records import Kind
from kg.roles import TitleMention

STATE = frozenset(
    {
        "prime-minister", "president", "vice-president", "monarch", "crown-prince", "defense-minister", "foreign-minister",
        "interior-minister", "minister", "deputy-minister", "parliament-speaker", "chief-of-staff", "national-security-adviser",
    }
)  # fmt: skip
"""Roles that belong to a state, so that the article's country may fill in."""


def article_country(doc: Document, found: Found) -> str | None:
    """Return the country that is named clearly more often than any other, None where none is."""
    counts = Counter(found.entities[m.key].country for m in found.mentions if m.kind is Kind.COUNTRY and m.key in found.entities)
    counts.pop(None, None)
    ranked = counts.most_common(2)
    if not ranked:
        return None
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1] else None


def settle_countries(
    doc: Document, found: Found, titles: list[TitleMention], keys: dict[int, str], country: str | None
) -> list[TitleMention]:
    """Return ``titles`` with the countries that the same person has elsewhere or that the article decides."""
    known = _known(titles, keys)
    return [replace(title, country=_country(title, keys, known, country)) if title.country is None else title for title in titles]


def _known(titles: list[TitleMention], keys: dict[int, str]) -> dict[str, Counter[str]]:
    known: dict[str, Counter[str]] = defaultdict(Counter)
    for title in titles:
        if title.name and title.country:
            known[keys[title.name[0]]][title.country] += 1
    return known


def _country(title: TitleMention, keys: dict[int, str], known: dict[str, Counter[str]], country: str | None) -> str | None:
    if title.name and keys[title.name[0]] in known:
        return known[keys[title.name[0]]].most_common(1)[0][0]
    if title.name and title.role in STATE and title.organization is None:
        return country
    return None
