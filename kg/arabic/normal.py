"""Normal form of Arabic text: one definition of which spellings are the same, used by every matcher.

``القوّات الأميركيّة``, ``القوات الأمريكية`` and ``القوات الامريكيه`` meet here as far as spelling goes (the alternation
أمريك-/أميرك- belongs to inflection).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Marks of vowels and recitation, tatweel, and characters without a glyph: zero-width, bidi, soft hyphen, BOM.
_INVISIBLE = [
    *range(0x0610, 0x061B), *range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06DD),
    *range(0x06DF, 0x06E5),
    *range(0x06E7, 0x06E9), *range(0x06EA, 0x06EE), *range(0x08D3, 0x08E2), *range(0x08E3, 0x0900),
    *range(0x0300, 0x0370),
    0x0640, 0x00AD, 0x034F, 0x061C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070),
    0xFEFF,
    *range(0xFE00, 0xFE10), *range(0xFFF9, 0xFFFC),
]  # fmt: skip
_LETTERS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ٲ": "ا", "ٳ": "ا", "ٵ": "ا",
    "ى": "ي", "ی": "ي", "ې": "ي", "ے": "ي", "ۓ": "ي", "ۍ": "ي", "ؽ": "ي", "ؾ": "ي", "ؿ": "ي", "ئ": "ي",
    "ٸ": "ي", "ؠ": "ي",
    "ؤ": "و", "ٶ": "و", "ۆ": "و", "ۇ": "و", "ۈ": "و", "ۉ": "و", "ۋ": "و", "ۊ": "و", "ۏ": "و",
    "ة": "ه", "ۀ": "ه", "ە": "ه", "ہ": "ه", "ھ": "ه", "ۂ": "ه", "ۃ": "ه", "ۿ": "ه",
    "ک": "ك", "ڪ": "ك", "ګ": "ك", "ڬ": "ك", "ڭ": "ك", "گ": "ك", "ڮ": "ك", "ڰ": "ك", "ػ": "ك", "ؼ": "ك", "ݣ": "ك",
    "پ": "ب", "ڀ": "ب", "ٻ": "ب", "چ": "ج", "ڃ": "ج", "ڄ": "ج", "ژ": "ز", "ڤ": "ف", "ڥ": "ف", "ڨ": "ق",
    "ڧ": "ق", "ڢ": "ف",
    "ٹ": "ت", "ٺ": "ت", "ټ": "ت", "ٽ": "ت", "ڈ": "د", "ډ": "د", "ڌ": "د", "ڑ": "ر", "ړ": "ر", "ڕ": "ر", "ۯ": "ر",
    "ڵ": "ل", "ں": "ن", "ڼ": "ن", "ڽ": "ن", "څ": "ج", "ځ": "ح", "ښ": "ش",
    "٫": ".", "٬": ",",
}  # fmt: skip
_DIGITS = {chr(base + n): str(n) for base in (0x0660, 0x06F0) for n in range(10)}
_TABLE: dict[int, str | None] = dict.fromkeys(_INVISIBLE)
_TABLE |= {ord(letter): folded for letter, folded in (_LETTERS | _DIGITS).items()}
_KEPT = "أإآٱىئؤةۀ"
_TABLE_OF_LETTERS = {code: folded for code, folded in _TABLE.items() if chr(code) not in _KEPT}
# The marks that make أ of ا when a text is decomposed stay with the letters that are kept.
_COMPOSED = re.compile("[اوي][\u0653-\u0655]")
# Presentation forms, but for the symbols that stand for a whole phrase (ﷺ ﷻ ﷽), which are no words.
_PRESENTED = re.compile("[\ufb50-\ufdf9\ufdfc\ufe70-\ufefc]")


def fold(text: str) -> str:
    """Return the normal form of ``text``: marks, tatweel and invisible characters gone, letters and digits unified.

    >>> fold("القوّات الأميركيّة")
    'القوات الاميركيه'
    """
    return text if text.isascii() else _expand(text).translate(_TABLE)


def fold_with_map(text: str) -> tuple[str, list[int]]:
    """Return the normal form of ``text`` and, for each of its characters and its end, the offset in ``text`` it
    comes from.

    >>> fold_with_map("قوّة")
    ('قوه', [0, 1, 3, 4])
    """
    folded: list[str] = []
    offsets: list[int] = []
    for at, char in enumerate(text):
        for letter in fold(char):
            folded.append(letter)
            offsets.append(at)
    return "".join(folded), [*offsets, len(text)]


def fold_keeping_letters(text: str) -> str:
    """Return ``text`` without marks and invisible characters, but with hamza, ة and ى as written."""
    expanded = _expand(text)
    if _COMPOSED.search(expanded):
        expanded = _COMPOSED.sub(lambda match: unicodedata.normalize("NFC", match[0]), expanded)
    return expanded.translate(_TABLE_OF_LETTERS)


def _expand(text: str) -> str:
    """Replace presentation forms by the letters that they show."""
    return _PRESENTED.sub(_present, text)


def _present(match: re.Match[str]) -> str:
    return _letters_shown(match[0])


@lru_cache(maxsize=1024)
def _letters_shown(form: str) -> str:
    """Isolated marks are shown on a space or a tatweel; here they are marks alone."""
    return unicodedata.normalize("NFKC", form).replace(" ", "").replace("\u0640", "")


@lru_cache(maxsize=200_000)
def fold_word(word: str) -> str:
    """Return the normal form of one word; remembered, because words repeat."""
    return fold(word)
