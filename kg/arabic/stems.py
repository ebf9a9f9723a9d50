"""The normal form of a word's stem, clitics off: the article told from the first letters of a word, and spellings
undone that only a clitic causes (للقوات: القوات; مدرسته: مدرسه; أعضاؤه: اعضاء; مستشفاه: مستشفي; قتلوه: قتلوا).

What the letters do not decide is decided by how often the possible words stand in newswire.
"""

from __future__ import annotations

from kg.arabic.article import has_article
from kg.arabic.clitics import segment
from kg.arabic.forms import frequency
from kg.arabic.normal import fold


def normal_stem(piece: str, *, after_lam: bool = False, before_pronoun: bool = False) -> tuple[str, str]:
    """Return the normal form of the stem ``piece``, a substring of a word, and the same without the article.

    ``after_lam``: the preposition ل stands before it and has swallowed the article's alif; ``before_pronoun``: a
    pronoun follows.

    >>> normal_stem("لقوات", after_lam=True)
    ('القوات', 'قوات')
    """
    norm = fold(piece)
    if before_pronoun:
        norm = _restore_ending(norm, piece)
        return norm, norm
    if after_lam and norm == "له":
        return "الله", "الله"
    if after_lam and norm.startswith("ل") and len(norm) > 2:
        return _after_lam(norm, piece)
    if piece[0] not in "أإآ" and has_article(norm):
        return norm, norm[2:]
    return norm, norm


def frequency_of_folded(norm: str) -> int:
    """Return the frequency of a normal form, whose ه at the end may stand for ة."""
    level = frequency(norm)
    return max(level, frequency(norm[:-1] + "ة")) if norm.endswith("ه") else level


def _after_lam(norm: str, piece: str) -> tuple[str, str]:
    """Read ل + لقوات as the article, ل + لبنان as a word with ل of its own, ل + لجنة as both."""
    with_article = frequency_of_folded("ا" + norm)
    own = max(frequency_of_folded(norm), frequency_of_folded("ال" + norm)) if len(segment(piece)) == 1 else 0
    if own <= with_article and norm[1] != "ل":
        return "ا" + norm, norm[1:]
    if frequency_of_folded("ال" + norm):
        return "ال" + norm, norm
    return (norm, norm) if own else ("ا" + norm, norm[1:])


def _restore_ending(norm: str, piece: str) -> str:
    last = fold_last(piece)
    if len(norm) < 3:
        return norm
    if last == "ت":
        return _likelier(norm, norm[:-1] + "ه", frequency(norm[:-1] + "ة"))
    if last in "ؤئ" and norm[-2] == "ا":
        return norm[:-1] + "ء"
    if last == "ا":
        return _likelier(norm, norm[:-1] + "ي", frequency(norm[:-1] + "ى"))
    if last == "و":
        return _likelier(norm, norm + "ا", frequency(norm + "ا"))
    return norm


def fold_last(piece: str) -> str:
    """Return the last letter of ``piece`` as written, marks after it left out."""
    return next((char for char in reversed(piece) if fold(char)), "")


def _likelier(norm: str, other: str, level: int) -> str:
    return other if level > frequency(norm) else norm
