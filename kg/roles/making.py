"""From a parsed phrase to the record of a title."""

from __future__ import annotations

from kg.roles.holders import Holder
from kg.roles.international import is_international
from kg.roles.kinds import PRIVATE
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
        inner=(phrase.inner.head, phrase.inner.role) if phrase.inner else phrase.ruler,
        rule=holder.rule if holder else "title alone",
        confidence=holder.confidence if holder else 0.9,
        organization=phrase.organization,
        place=phrase.place,
        former=phrase.former,
        standing=phrase.standing,
        relative=phrase.relative or (phrase.likely is not None and phrase.role in PRIVATE),
        likely=phrase.likely if phrase.role not in PRIVATE else None,
        served=phrase.served,
        international=_international(phrase),
        feminine=phrase.chosen.feminine,
        number=phrase.chosen.number,
        elsewhere=_elsewhere(phrase),
        state=phrase.served_by_deputy is not None and phrase.served_by_deputy.role == "prime-minister",
    )


def _elsewhere(phrase: Phrase) -> tuple[tuple[str, str], ...]:
    if phrase.country or phrase.complement or phrase.relative or phrase.deputies or phrase.chosen.held_in:
        return ()
    return tuple((land, entry.role) for entry in phrase.entries for land in sorted(entry.held_in))


def _international(phrase: Phrase) -> bool:
    if phrase.body == "international" or is_international(phrase.organization):
        return True
    return _posted(phrase) and not phrase.role.endswith("commander")


def _posted(phrase: Phrase) -> bool:
    """Whether all that is told of an office abroad is where it is: منسقة الشؤون الإنسانية في اليمن."""
    return (phrase.country_is == "seat" or (phrase.sent and phrase.country is None)) and phrase.chosen.abroad


def _country(phrase: Phrase) -> str | None:
    if phrase.country and not (phrase.country_is == "seat" and (_posted(phrase) or _international(phrase))):
        return phrase.country
    return phrase.chosen.country or _only(phrase)


def _only(phrase: Phrase) -> str | None:
    """Return the one country that has such an office (المرشد الأعلى)."""
    held_in = phrase.chosen.held_in
    return next(iter(held_in)) if len(held_in) == 1 else None
