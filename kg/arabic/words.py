"""What is known of word forms before a text is read: how often newswire writes them, how often people bear them.

The table comes from counts (``tools/train_words.py``).
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from kg.arabic.model_files import read_texts


class WordMarks(NamedTuple):
    """Marks of a form: ``name`` and ``word`` say how common it is in names and in newswire, "0" (never) to "9".

    ``lists`` tells first (f) and last (l) names; ``article`` how readily the form takes ال; ``paradigm`` how much of a
    verb's paradigm is written beside it; ``named`` and ``verb`` how often it was read as part of a name and as a verb
    ("0" to "9"); ``company`` is the class of words that it keeps company with.
    """

    name: str
    word: str
    lists: str
    article: str
    paradigm: str
    named: str
    verb: str
    company: str


UNKNOWN = WordMarks("0", "0", "", "", "", "", "", "")


@cache
def _table() -> dict[str, str]:
    return read_texts("words.xz")


@lru_cache(maxsize=100_000)
def marks(norm: str) -> WordMarks:
    """Return the marks of the form whose normal form is ``norm``."""
    code = _table().get(norm)
    if code is None:
        return UNKNOWN
    return WordMarks(code[0], code[1], code[2].strip("-"), code[3], code[4], code[5], code[6], code[7:])
