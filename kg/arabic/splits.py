"""The splits of frequent words, remembered in a file, so that the model is asked only for words that are rare.

``tools/pack_splits.py`` writes what the model says of each word in the counts.
"""

from __future__ import annotations

from functools import cache

from kg.arabic.clitic_model import Split
from kg.arabic.model_files import read_numbers


def encode(split: Split) -> int:
    """Return a number that tells the sizes of the clitics of ``split``."""
    return len(split.conjunction) + 2 * len(split.preposition) + 4 * len(split.pronoun)


def decode(letters: str, code: int) -> Split:
    """Return the split of ``letters`` that ``code`` tells."""
    first = code & 1
    second = first + (code >> 1 & 1)
    last = len(letters) - (code >> 2)
    return Split(letters[:first], letters[first:second], letters[second:last], letters[last:])


@cache
def remembered() -> dict[str, int]:
    """Return the table: the letters of a word to the code of its split."""
    return read_numbers("splits.xz")
