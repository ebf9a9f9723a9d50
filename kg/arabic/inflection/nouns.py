"""Nouns: from a listed singular or plural to the forms that newswire shows, as normal forms without the article.

Gender, dual, sound plurals with their cases and their shape before a genitive (مسؤولو), the indefinite accusative
(رئيسا) come by rule; broken plurals are listed. Which of several possible plurals a noun has is not asked: a form that
no one writes matches nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kg.arabic.inflection.features import NOUN, Features, Form
from kg.arabic.normal import fold
from kg.arabic.tables import read_lines, read_words
from kg.arabic.tokens import strip_article

_MARKS = "ًٌٍَُِّْ"


def inflect_noun(word: str, *, people: bool = False) -> Iterator[Form]:
    """Yield the forms of one noun given in the singular, without or with the article.

    ``people``: whether it names people, who have feminines and sound masculine plurals (مسؤولة, مسؤولون).

    >>> [form for form, _ in inflect_noun("جيش")]
    ['جيش', 'جيشا', 'جيشان', 'جيشين', 'جيوش', 'جيوشا']
    """
    stem = strip_article(fold(word))
    if not people and len(stem) > 3 and stem.endswith("ات"):  # listed as a plural: قوات, or a singular: إثباتا
        yield from ((stem + ending, NOUN["m", "s"]) for ending in ("", "ا"))
        return
    if word.rstrip(_MARKS).endswith("ة") and len(stem) > 2:
        yield from _feminine(stem[:-1])
    else:
        yield from _masculine(stem, people)
    for plural in broken_plurals().get(stem, ()):
        yield from inflect_plural(plural)


def _masculine(stem: str, people: bool) -> Iterator[Form]:
    yield stem, NOUN["m", "s"]
    if not stem.endswith("ا"):
        yield stem + "ا", NOUN["m", "s"]
    yield stem + "ان", NOUN["m", "d"]
    yield stem + "ين", NOUN["m", "d"]
    if not people:
        if len(stem) > 3:
            yield stem + "ات", NOUN["f", "p"]
        return
    weak = is_weak(stem)
    if weak:  # قاض: the indefinite of a noun with a weak end
        yield stem[:-1], NOUN["m", "s"]
    for ending in ("ون", "و", "ي", *(("ين",) if weak else ())):
        yield (stem[:-1] if weak else stem) + ending, NOUN["m", "p"]
    yield from _feminine(stem)


def _feminine(base: str) -> Iterator[Form]:
    yield base + "ه", NOUN["f", "s"]
    for ending in ("تان", "تين", "تا", "تي"):
        yield base + ending, NOUN["f", "d"]
    yield base + "ات", NOUN["f", "p"]
    if base.endswith("ا"):  # قناة قنوات, مباراة مباريات, مكافأة مكافآت
        for ending in ("وات", "يات", "ات") if len(base) < 6 else ("يات", "ات"):
            yield base[:-1] + ending, NOUN["f", "p"]


def inflect_plural(word: str) -> Iterator[Form]:
    """Yield a listed plural with its cases: جنودا, مراقبون and مراقبين; and what a pronoun makes of it: قادت-هم."""
    base = strip_article(fold(word))
    yield base, NOUN[None, "p"]
    if _is_sound(base):
        for ending in ("ون", "ين", "و", "ي"):
            yield base[:-2] + ending, NOUN["m", "p"]
    elif base.endswith("ه"):
        yield base[:-1] + "ت", NOUN[None, "p"]
    elif not (base.endswith(("ا", "ات", "اء", "ي")) or (len(base) >= 5 and base[2] == "ا")):  # not مجالس, تقارير
        yield base + "ا", NOUN[None, "p"]


def _is_sound(plural: str) -> bool:
    """Whether ``plural`` ends as sound masculine plurals do and is none like تمارين, قوانين."""
    return plural.endswith("ون") or (plural.endswith("ين") and (len(plural) != 6 or plural[2] != "ا"))


def inflect_participle(word: str) -> Iterator[Form]:
    """Yield the forms of an active participle given in the masculine singular: قائلا, مؤكدة, مشيرين."""
    stem = fold(word)
    for ending, gender, number in _PARTICIPLE:
        root = stem[:-1] if stem.endswith("ي") and ending in ("ين", "ون") else stem
        yield root + ending, Features("participle", "active", None, gender, number)


_PARTICIPLE = [
    ("", "m", "s"),
    ("ا", "m", "s"),
    ("ه", "f", "s"),
    ("ان", "m", "d"),
    ("ين", "m", "p"),
    ("ون", "m", "p"),
    ("تان", "f", "d"),
    ("ات", "f", "p"),
]


def is_weak(stem: str) -> bool:
    """Whether the ي at the end is of the root (قاضي, موالي), not of a nisba (عراقي)."""
    return stem in _weak()


@cache
def _weak() -> frozenset[str]:
    return frozenset(map(fold, read_words("weak_endings")))


@cache
def broken_plurals() -> dict[str, tuple[str, ...]]:
    """Return the table of broken plurals: singular to plurals, normal forms."""
    table = {}
    for line in read_lines("broken_plurals"):
        singular, plurals = line.split(":")
        table[fold(singular.strip())] = tuple(fold(plural) for plural in plurals.split())
    return table
