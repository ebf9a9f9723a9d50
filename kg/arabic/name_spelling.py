"""Foreign names spelled differently: whether two spellings are one name (ساوثغيت, ساوثجيت; دانيلز, دانييلز).

In an Arabic name a long vowel tells one name from another (حسن, حسين); in a foreign one it is the writer's choice.
"""

from __future__ import annotations

from functools import lru_cache

from kg.arabic.article import has_article
from kg.arabic.name_parts import consonants, split_name
from kg.arabic.normal import fold
from kg.arabic.words import marks

_FEWEST = 3
_MOST = 3
_LONG = 5
_VOWELS = "اويه"


def same_foreign_name(first: str, second: str) -> bool:
    """Whether two names are one foreign name spelled in two ways.

    Each part that differs must be no Arabic name, have the same consonants, and differ in a letter or two.

    >>> same_foreign_name("غاريث ساوثغيت", "جاريث ساوثجيت")
    True
    """
    a, b = _parts(first), _parts(second)
    if len(a) != len(b) or len(a) < 2 or abs(len(first) - len(second)) > _MOST:
        return False
    pairs = list(zip(a, b, strict=True))
    different = [(x, y) for x, y in pairs if x != y]
    if any(consonants(x) != consonants(y) for x, y in different):
        return False
    given = different == pairs[:1] and edits(*pairs[0]) == 1 and min(map(len, pairs[0])) > _FEWEST
    if not different or not all(_respelled(x, y, least=_FEWEST - given) for x, y in different):
        return False
    distance = sum(edits(x, y) for x, y in different)
    long = all(min(len(x), len(y)) >= _LONG for x, y in different)
    return distance <= _MOST and (len(different) < len(a) or distance < _MOST or long)


@lru_cache(maxsize=50_000)
def _parts(name: str) -> tuple[str, ...]:
    return tuple(fold(part).replace(" ", "") for part in split_name(name))


def _respelled(x: str, y: str, *, least: int) -> bool:
    """Whether two parts of the same consonants are one foreign word."""
    if marks(x).lists or marks(y).lists or has_article(x) or has_article(y) or _other_ending(x, y):
        return False
    return len(consonants(x)) >= least and edits(x, y) < _MOST


def _other_ending(x: str, y: str) -> bool:
    """Whether only the last vowel differs, which tells one name from another: ماركو, مارك; سوزان, سوزانا."""
    return x.rstrip(_VOWELS) == y.rstrip(_VOWELS)


@lru_cache(maxsize=20_000)
def edits(x: str, y: str) -> int:
    """Return how many letters must be put in, left out or changed to make ``y`` of ``x``."""
    row = list(range(len(y) + 1))
    for number, letter in enumerate(x, 1):
        above, row[0] = row[0], number
        for at, other in enumerate(y, 1):
            above, row[at] = row[at], min(row[at] + 1, row[at - 1] + 1, above + (letter != other))
    return row[-1]
