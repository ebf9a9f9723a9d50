"""How often word forms stand in newswire: evidence for splitting clitics and for telling names from words.

The table holds counts of 13 million running words, on a logarithmic scale, keyed by the spelling that ``form_key``
gives.
"""

from __future__ import annotations

from functools import cache, lru_cache

from kg.arabic.model_files import read_numbers
from kg.arabic.normal import fold

_TA_MARBUTA_KEPT = "\ue000"


def form_key(word: str) -> str:
    """Return the normal form of ``word`` with ة kept, because مدرسة and مدرسه (his teacher) are different evidence."""
    return fold(word.replace("ة", _TA_MARBUTA_KEPT)).replace(_TA_MARBUTA_KEPT, "ة")


@lru_cache(maxsize=100_000)
def frequency(word: str) -> int:
    """Return how often ``word`` is written as a word of its own: 0 for never, else 1 + twice the binary logarithm."""
    return frequencies().get(form_key(word), 0)


@cache
def frequencies() -> dict[str, int]:
    """The whole table: form key to level."""
    return read_numbers("forms.xz")
