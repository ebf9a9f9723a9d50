"""What is known of word forms before a text is read: how often newswire writes them, and how often they are part of names.

The table comes from counts (``tools/train_words.py``); a form has four marks, each one character:
how common it is in names, how common among words, which of both prevails, and the class of words that it keeps company with.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from kg.arabic.chain import read_model


class WordMarks(NamedTuple):
    """Marks of a form: ``name`` and ``word`` 0 (never seen) to 9; ``lists`` of first (f) and last (l) names; ``company``."""

    name: str
    word: str
    lists: str
    company: str


UNKNOWN = WordMarks("0", "0", "", "")


@cache
def _table() -> dict[str, str]:
    return dict(line.split("\t") for line in read_model("words.tsv.xz"))  # type: ignore[misc]


def marks(norm: str) -> WordMarks:
    """Return the marks of the form whose normal form is ``norm``."""
    code = _table().get(norm)
    if code is None:
        return UNKNOWN
    return WordMarks(code[0], code[1], code[2].strip("-"), code[3:])
