"""Spellings that newswire uses side by side: أميركي and أمريكي, مسؤول and مسئول, غوانتانامو and جوانتانامو."""

from __future__ import annotations

import re
from functools import cache
from itertools import product

from kg.arabic.tables import read_lines


def spelling_variants(norm: str) -> list[str]:
    """Return ``norm`` and the spellings that newswire uses for it beside it: اميركي, امريكي; مسوول, مسيول."""
    found = _alternating().search(norm)
    if found is None:
        return [norm]
    written = found[0]
    group = _groups()[written]
    return [norm, *(norm.replace(written, other) for other in group if other != written)]


def foreign_spellings(norm: str) -> list[str]:
    """Return ``norm``, a foreign name, in the spellings of its g: غوانتانامو, جوانتانامو, كوانتانامو."""
    letters = [("غ", "ج", "ك") if letter == "غ" else (letter,) for letter in norm]
    return ["".join(spelled) for spelled in product(*letters)] if norm.count("غ") <= 3 else [norm]


@cache
def _groups() -> dict[str, tuple[str, ...]]:
    """Return the letters that are written for one another in certain names and words, normal forms, by each of them."""
    groups = [tuple(line.split()) for line in read_lines("spellings")]
    return {written: group for group in groups for written in group}


@cache
def _alternating() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_groups(), key=len, reverse=True)))
