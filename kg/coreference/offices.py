"""Offices by whose they are: of a state, of a body at home in a country, of a private or an international body."""

from __future__ import annotations

from kg.document import Document
from kg.roles import TitleMention
from kg.roles.grammar import INTERNATIONAL, PRIVATE
from kg.roles.kinds import SINGLE, STATE
from kg.roles.tables import words

LOCAL = frozenset(
    {
        "spokesperson",
        "press-secretary",
        "commander",
        "deputy-commander",
        "director",
        "official",
        "adviser",
        "party-leader",
        "military-officer",
        "other",
    }
)
"""Roles that mostly belong to the country that an article is about, where it is about one alone."""

_OF_ANY_LAND = words("وطني وطنيه سياسي سياسيه ديني دينيه روحي حالي حاليه تاريخي جمهوري ثوري قومي حزبي")
_EUROPEAN = words("اوروبي اوروبيه")


def of_state(title: TitleMention) -> bool:
    """Whether the office is one of a state."""
    return title.state or title.role in STATE


def is_private(doc: Document, title: TitleMention) -> bool:
    """Whether the body of a title is of a kind that no country leads: شركة, نادي, جامعة."""
    first = title.title[0]
    end = title.end if title.name is None or title.name[1] <= first else max(title.title[1], title.name[0])
    return any(token.stem in PRIVATE for token in doc.tokens[first:end])


def is_international(doc: Document, title: TitleMention) -> bool:
    """Whether the office is one of many countries: رئيس البرلمان الأوروبي, مدير الوكالة الدولية."""
    stems = {token.stem for token in doc.tokens[slice(*title.title)]}
    if of_state(title):
        european = title.role in ("member-of-parliament", "parliament-speaker") and bool(stems & _EUROPEAN)
        return title.international or european
    return title.international or bool(stems & INTERNATIONAL)


def of_other_land(doc: Document, title: TitleMention) -> bool:
    """Whether the title names a people that is no country's: الملك الفارسي, الرئيس الكاتالوني."""
    first, last = title.title
    if title.role not in SINGLE | {"party-leader"} or last - first != 2 or not doc.tokens[first].definite:
        return False
    people = doc.tokens[first + 1]
    return people.definite and people.stem.endswith(("ي", "يه")) and people.stem not in _OF_ANY_LAND
