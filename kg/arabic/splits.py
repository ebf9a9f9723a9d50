"""The splits of frequent words, remembered in a file, so that the model is asked only for words that are rare.

``tools/pack_splits.py`` writes what the model says of each word in the counts.
"""

from __future__ import annotations

import lzma
from functools import cache
from importlib import resources

from kg.arabic.clitic_model import Split

BASE = 0x40


def encode(split: Split) -> str:
    """Return one character that tells the sizes of the clitics of ``split``."""
    return chr(BASE + len(split.conjunction) + 2 * len(split.preposition) + 4 * len(split.pronoun))


def decode(letters: str, code: int) -> Split:
    """Return the split of ``letters`` that ``code`` (an encoded character's number) tells."""
    first = code & 1
    second = first + (code >> 1 & 1)
    last = len(letters) - (code >> 2)
    return Split(letters[:first], letters[first:second], letters[second:last], letters[last:])


@cache
def remembered() -> dict[str, int]:
    """Return the table: the letters of a word to the code of its split."""
    packed = (resources.files("kg.arabic") / "models" / "splits.xz").read_bytes()
    table: dict[str, int] = {}
    previous = ""
    for line in lzma.decompress(packed).decode("utf-8").split("\n"):
        previous = previous[: ord(line[0]) - 0x30] + line[1:-1]
        table[previous] = ord(line[-1]) - BASE
    return table
