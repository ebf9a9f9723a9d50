"""Normal form of Arabic text: one definition of which spellings are the same, used by every matcher.

``القوّات الأميركيّة``, ``القوات الأمريكية`` and ``القوات الامريكيه`` meet here as far as spelling goes (the alternation
أمريك-/أميرك- belongs to inflection).
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Marks of vowels and recitation, tatweel, and characters without a glyph: zero-width, bidi, soft hyphen, BOM.
_INVISIBLE = (
    [*range(0x0610, 0x061B), *range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06DD), *range(0x06DF, 0x06E5)]
    + [*range(0x06E7, 0x06E9), *range(0x06EA, 0x06EE), 0x0640, 0x00AD, 0x061C, *range(0x200B, 0x2010)]
    + [*range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF, *range(0xFE00, 0xFE10)]
)
_LETTERS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ٲ": "ا", "ٳ": "ا",
    "ى": "ي", "ی": "ي", "ې": "ي", "ے": "ي", "ئ": "ي",
    "ؤ": "و", "ة": "ه", "ۀ": "ه", "ە": "ه", "ہ": "ه", "ھ": "ه", "ۃ": "ه",
    "ک": "ك", "ڪ": "ك", "گ": "ك", "ڭ": "ك", "پ": "ب", "چ": "ج", "ژ": "ز", "ڤ": "ف", "ۆ": "و", "ۇ": "و",
    "٫": ".", "٬": ",",
}  # fmt: skip
_DIGITS = {chr(base + n): str(n) for base in (0x0660, 0x06F0) for n in range(10)}
_TABLE: dict[int, str | None] = {code: None for code in _INVISIBLE}
_TABLE |= {ord(letter): folded for letter, folded in (_LETTERS | _DIGITS).items()}


_KEPT = "أإآٱىئؤةۀ"
_TABLE_OF_LETTERS = {code: folded for code, folded in _TABLE.items() if chr(code) not in _KEPT}


def _has_presentation_forms(text: str) -> bool:
    return any("\ufb50" <= c <= "\ufdff" or "\ufe70" <= c <= "\ufefc" for c in text)


def fold(text: str) -> str:
    """Return the normal form of ``text``: marks, tatweel and invisible characters gone, letters and digits unified.

    >>> fold("القوّات الأميركيّة")
    'القوات الاميركيه'
    """
    return _expand(text).translate(_TABLE)


def fold_keeping_letters(text: str) -> str:
    """Return ``text`` without marks and invisible characters, but with hamza, ة and ى as written."""
    return _expand(text).translate(_TABLE_OF_LETTERS)


def _expand(text: str) -> str:
    """Replace presentation forms by the letters that they show."""
    if not text.isascii() and _has_presentation_forms(text):
        return "".join(unicodedata.normalize("NFKC", c) if "\ufb50" <= c <= "\ufefc" else c for c in text)
    return text


@lru_cache(maxsize=200_000)
def fold_word(word: str) -> str:
    """Return the normal form of one word; remembered, because words repeat."""
    return fold(word)
