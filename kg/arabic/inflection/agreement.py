"""Adjectives and what agrees: one adjective, the words of a nisba, a noun with the adjective after it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.arabic.inflection.features import NOUN, Features, Form
from kg.arabic.inflection.nouns import inflect_noun, is_weak
from kg.arabic.normal import fold
from kg.arabic.tokens import strip_article

Phrase = tuple[tuple[str, ...], Features]
"""The normal forms of a phrase's words, without articles, and what its head tells."""

_ENDINGS = [
    ("", NOUN["m", "s"]),
    ("ا", NOUN["m", "s"]),
    ("ه", NOUN["f", "s"]),
    ("ان", NOUN["m", "d"]),
    ("ين", NOUN["m", "p"]),
    ("ون", NOUN["m", "p"]),
    ("تان", NOUN["f", "d"]),
    ("تين", NOUN["f", "d"]),
    ("ات", NOUN["f", "p"]),
]


def inflect_adjective(word: str) -> Iterator[Form]:
    """Yield the forms of one adjective in gender, number and case, as far as they follow from the masculine.

    >>> [form for form, _ in inflect_adjective("أميركي")][:3]
    ['اميركي', 'اميركيا', 'اميركيه']
    """
    stem = strip_article(fold(word))
    stem = stem[:-1] if stem.endswith("ه") else stem
    weak = is_weak(stem)
    for ending, features in _ENDINGS:
        yield (stem[:-1] if weak and ending in ("ين", "ون") else stem) + ending, features
    if weak:  # موال
        yield stem[:-1], NOUN["m", "s"]


def inflect_nisba(words: tuple[str, ...]) -> Iterator[Phrase]:
    """Yield the forms of an adjective of belonging, of one stem or more (كوري جنوبي): each that is one agrees."""
    for ending, features in _ENDINGS:
        yield tuple(word + ending if word.endswith("ي") else word for word in words), features


def inflect_phrase(
    head: str, rest: tuple[str, ...] = (), *, people: bool = False, agrees: bool = False
) -> Iterator[Phrase]:
    """Yield the forms of a noun with the stems of the words after it.

    The head is inflected; what follows stays (رئيسة وزراء) and, where it may be an adjective (``agrees``), also agrees
    (سكرتيرة صحفية, قوات مسلحة).
    """
    adjectives = list(inflect_adjective(rest[0])) if agrees and rest else []
    for form, features in inflect_noun(head, people=people):
        yield (form, *rest), features
        if adjectives and features != NOUN["m", "s"]:
            wanted = NOUN["f", "s"] if features.number == "p" and not people else features
            for adjective, other in adjectives:
                if _fits(adjective, other, wanted):
                    yield (form, adjective, *rest[1:]), features
        elif adjectives and form.endswith("ا"):  # أمينا عاما
            yield (form, adjectives[1][0], *rest[1:]), features


def _fits(adjective: str, features: Features, wanted: Features) -> bool:
    if features.gender != wanted.gender and wanted.gender is not None:
        return False
    return features.number == wanted.number or adjective.endswith("ين")


def inflect_name(words: tuple[str, ...]) -> Iterator[Phrase]:
    """Yield the stems of a name, and with the other case where one is a sound plural (الحوثيون, الحوثيين)."""
    none = Features()
    yield words, none
    for index, word in enumerate(words):
        if word.endswith(("ون", "ين")) and (word[-3:-2] == "ي" or word[:-2] in _PLURAL_NAMES):
            other = "ين" if word.endswith("ون") else "ون"
            yield (*words[:index], word[:-2] + other, *words[index + 1 :]), none


_PLURAL_NAMES = frozenset({"مسلم", "مجاهد", "مقاتل", "متمرد"})
