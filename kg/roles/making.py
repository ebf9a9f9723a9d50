"""From a parsed phrase to the record of a title."""

from __future__ import annotations

from kg.roles.holders import Holder
from kg.roles.international import is_international
from kg.roles.mention import TitleMention
from kg.roles.phrase import Phrase


def mention_of(phrase: Phrase, holder: Holder | None) -> TitleMention:
    """Return the title that ``phrase`` and the name beside it are."""
    end = holder.edge if holder else phrase.firm
    return TitleMention(
        start=min(phrase.head, holder.start) if holder else phrase.head,
        end=end,
        title=(phrase.head, min(phrase.title_end, end)),
        role=phrase.role,
        name=(holder.start, holder.end) if holder else None,
        country=_country(phrase),
        inner=(phrase.inner.head, phrase.inner.role) if phrase.inner else None,
        rule=holder.rule if holder else "title alone",
        confidence=holder.confidence if holder else 0.9,
        organization=phrase.organization,
        place=phrase.place,
        former=phrase.former,
        standing=phrase.standing,
        relative=phrase.relative,
        likely=phrase.likely,
        served=phrase.served,
        international=_international(phrase),
        feminine=phrase.chosen.feminine,
        number=phrase.chosen.number,
    )


_AWAY = frozenset({"ambassador", "envoy", "commander", "deputy-commander"})
"""Roles that serve one country in another: where they sit is not whose they are."""


def _international(phrase: Phrase) -> bool:
    return phrase.body == "international" or is_international(phrase.organization)


def _country(phrase: Phrase) -> str | None:
    away = phrase.role in _AWAY or _international(phrase)
    if phrase.country and not (phrase.country_is == "seat" and away):
        return phrase.country
    return phrase.chosen.country or _only(phrase)


def _only(phrase: Phrase) -> str | None:
    """Return the one country that has such an office (المرشد الأعلى)."""
    held_in = phrase.chosen.held_in
    return next(iter(held_in)) if len(held_in) == 1 else None
