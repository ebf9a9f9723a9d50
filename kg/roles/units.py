"""Units of an army that are told apart by number, and by arm: اللواء 117 مشاة, الفرقة الأولى, اللواء الثاني حرس."""

from __future__ import annotations

from kg.arabic.numbers import ORDINAL_WORDS
from kg.arabic.tokens import TokenKind
from kg.roles.phrase import Phrase, take
from kg.roles.reading import Reading
from kg.roles.tables import words

_UNITS = words("لواء فرقه كتيبه فوج سريه فيلق سرب")
_ARMS = words(
    """
    مشاه مدرع مدرعه مدرعات دروع الي ميكانيكي ميكا حرس صاعقه مظلات مظليين انزال مدفعيه دبابات احتياط تدخل كوماندوز جبلي
    تعزيز حمايه عمالقه حدود ساحلي جوي دفاع مغاوير اقتحام هندسه
    """
)
"""Arms by which a unit is called after its number."""


def numbered_unit(reading: Reading, phrase: Phrase, stop: int) -> bool:
    """Take a unit with its number; without one اللواء would be the rank of whoever is named next."""
    unit, end = phrase.end, phrase.end + 1
    if not phrase.open or reading.tokens[unit].stem not in _UNITS or end >= stop or not _is_number(reading, end):
        return False
    end += 1
    while end < stop and not reading.tokens[end].definite and reading.tokens[end].stem in _ARMS:
        end += 1
    phrase.open, phrase.complement = False, True
    phrase.organization = phrase.organization or reading.doc.name_text(unit, end)
    return take(phrase, end, title=True)


def _is_number(reading: Reading, at: int) -> bool:
    token = reading.tokens[at]
    return token.kind is TokenKind.NUMBER or (token.definite and token.stem in ORDINAL_WORDS)
