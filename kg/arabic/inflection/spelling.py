"""Spellings that newswire uses side by side: أميركي and أمريكي, مسؤول and مسئول, غوانتانامو and جوانتانامو."""

from __future__ import annotations

import re
from functools import cache
from itertools import product

from kg.arabic.stems import frequency_of_folded
from kg.arabic.tables import read_lines


def spelling_variants(norm: str) -> list[str]:
    """Return ``norm`` and the spellings that newswire uses for it beside it: اميركي, امريكي; مسوول, مسيول."""
    found = _alternating().search(norm)
    if found is None:
        return [norm]
    written = found[0]
    group = _groups()[written]
    return [norm, *(norm.replace(written, other) for other in group if other != written)]


def foreign_spellings(norm: str, latin: str) -> list[str]:
    """Return ``norm``, a word of the name ``latin``, in the spellings of its g: غلاسكو, جلاسكو, كلاسكو.

    Only ``norm`` where no word of ``latin`` that has a g begins as it does (غضب, Rage), and without the spellings that
    newswire knows as another word (غينيا, كينيا).
    """
    if not (0 < norm.count("غ") <= 3 and _has_foreign_g(norm, latin)):
        return [norm]
    most = max(frequency_of_folded(norm) - 2, 0)
    spelled = ("".join(letters) for letters in product(*(("غ", "ج", "ك") if char == "غ" else char for char in norm)))
    return [norm, *(other for other in spelled if other != norm and frequency_of_folded(other) <= most)]


def _has_foreign_g(norm: str, latin: str) -> bool:
    words = (word for word in re.split(r"[\W_]+", latin.lower()) if _FOREIGN_G.search(word))
    return any(word[0] in _INITIALS.get(norm[0], "") for word in words)


_FOREIGN_G = re.compile("g(?!h)")
# What a word in Latin letters may begin with, by the first letter of the Arabic.
_INITIALS = {
    "ا": "aeiou", "ب": "bp", "ت": "t", "ث": "t", "ج": "jg", "ح": "h", "خ": "k", "د": "d", "ذ": "d", "ر": "r",
    "ز": "z", "س": "sc", "ش": "sc", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "aeiou", "غ": "g", "ف": "fvp",
    "ق": "qkgc", "ك": "kgcq", "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "wvou", "ي": "yijeu",
}  # fmt: skip


@cache
def _groups() -> dict[str, tuple[str, ...]]:
    """Return the letters that are written for one another in certain names and words, normal forms, by each of them."""
    groups = [tuple(line.split()) for line in read_lines("spellings")]
    return {written: group for group in groups for written in group}


@cache
def _alternating() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_groups(), key=len, reverse=True)))
