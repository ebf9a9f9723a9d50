"""The forms in which a label of the ontology stands in text, with what each form tells.

A label is listed once. Nouns come in case, dual and sound plurals, verbs in persons and tenses; spelling is that of
the normal form (hamza, ى and ة unified, no vowels). Broken plurals and unusual imperfects are listed beside the label.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from kg.arabic.normal import fold


class Features(NamedTuple):
    """What a form tells; None where it leaves it open.

    ``tense`` is None for nouns, else ``perfect``, ``imperfect``, ``jussive``, ``participle`` or ``masdar``; ``voice``
    is ``active`` or ``passive`` (where both are written alike: ``active``); ``person`` is 1 or 3; ``gender`` ``m`` or
    ``f``; ``number`` ``s``, ``d`` or ``p``.
    """

    tense: str | None = None
    voice: str | None = None
    person: int | None = None
    gender: str | None = None
    number: str | None = None


Form = tuple[str, Features]

_NOUN = {
    (gender, number): Features(gender=gender, number=number)
    for gender in ("m", "f", None)
    for number in ("s", "d", "p")
}


def noun_forms(word: str, *, people: bool = False) -> Iterator[Form]:
    """Yield the forms of one noun without article; ``people`` adds feminine and sound masculine plurals (مسؤولة،
    مسؤولون).
    """
    base = fold(word)
    if base.endswith("ه") and len(base) > 2:
        yield from _feminine(base[:-1])
        return
    yield base, _NOUN["m", "s"]
    if not base.endswith("ا"):
        yield base + "ا", _NOUN["m", "s"]
    if base.endswith("اء"):
        yield from ((base[:-1] + seat, _NOUN["m", "s"]) for seat in "يو")  # before a pronoun: اعتدائه، اعتداؤه
    yield from ((base + ending, _NOUN["m", "d"]) for ending in ("ان", "ين"))
    if people:
        yield from ((base + ending, _NOUN["m", "p"]) for ending in ("ون", "و", "ي"))
        yield from _feminine(base)
    elif len(base) > 3:
        yield base + "ات", _NOUN["f", "p"]


def _feminine(base: str) -> Iterator[Form]:
    yield base + "ه", _NOUN["f", "s"]
    yield from ((base + ending, _NOUN["f", "d"]) for ending in ("تان", "تين", "تا", "تي"))
    yield base + "ات", _NOUN["f", "p"]


def plural_forms(word: str) -> Iterator[Form]:
    """Yield a listed plural with its cases: جنودا، مراقبون and مراقبين, خبرائه."""
    base = fold(word)
    yield base, _NOUN[None, "p"]
    if base.endswith(("ون", "ين")):
        yield from ((base[:-2] + ending, _NOUN["m", "p"]) for ending in ("ون", "ين", "و", "ي"))
    elif base.endswith("اء"):
        yield from ((base[:-1] + seat, _NOUN[None, "p"]) for seat in "يو")
    elif base.endswith("ه"):
        yield base[:-1] + "ت", _NOUN[None, "p"]
    elif not base.endswith(("ا", "ات")):
        yield base + "ا", _NOUN[None, "p"]


def name_forms(label: str) -> Iterator[Form]:
    """Yield a name as it is, and with the other case where a word of it is a sound plural (الحوثيون، الحوثيين)."""
    words = [fold(word) for word in label.split()]
    none = Features()
    yield " ".join(words), none
    for index, word in enumerate(words):
        for ending, other in (("ون", "ين"), ("ين", "ون")):
            if word.endswith("ي" + ending) or (word.endswith(ending) and word in _PLURAL_NAMES):
                yield " ".join([*words[:index], word[:-2] + other, *words[index + 1 :]]), none


_PLURAL_NAMES_WORDS = """
    المسلمون المسلمين مسلمون مسلمين المجاهدون المجاهدين المقاتلون المقاتلين مقاتلون مقاتلين المتمردون المتمردين
"""
_PLURAL_NAMES = frozenset(_PLURAL_NAMES_WORDS.split())


def adjective_forms(word: str) -> Iterator[Form]:
    """Yield the forms of one adjective in gender, number and case, as far as they follow from the masculine."""
    base = fold(word)
    root = base[:-1] if base.endswith("ه") else base
    for ending, features in _AGREEMENT:
        yield root + ending, features


def adjective_phrase_forms(label: str) -> Iterator[Form]:
    """Yield the forms of an adjective of one word or more (شبه عسكري): the last word agrees."""
    *before, last = label.split()
    for form, features in adjective_forms(last):
        yield " ".join([*map(fold, before), form]), features


_AGREEMENT = [
    ("", _NOUN["m", "s"]),
    ("ا", _NOUN["m", "s"]),
    ("ه", _NOUN["f", "s"]),
    ("ان", _NOUN["m", "d"]),
    ("ين", _NOUN["m", "p"]),
    ("ون", _NOUN["m", "p"]),
    ("تان", _NOUN["f", "d"]),
    ("تين", _NOUN["f", "d"]),
    ("ات", _NOUN["f", "p"]),
]


def nisba_forms(word: str) -> Iterator[Form]:
    """Yield the forms of an adjective of belonging, of one word or two (كوري جنوبي), in gender, number and case."""
    parts = [fold(part) for part in word.split()]
    for ending, features in _AGREEMENT:
        yield " ".join(part + ending if part.endswith("ي") else part for part in parts), features


def phrase_forms(label: str, *, people: bool = False, plural: bool = False, agreeing: bool = True) -> Iterator[Form]:
    """Yield the forms of a noun phrase, words parted by one space and without article on the first.

    The head is inflected; what follows stays (رئيسة الوزراء) or, where it may be an adjective, agrees (سكرتيرة صحفية).
    """
    words = label.split()
    rest = [fold(word) for word in words[1:]]
    adjective = agreeing and bool(rest) and rest[0].startswith("ال") == words[0].startswith("ال") and len(rest[0]) > 2
    head = bare(fold(words[0])) if plural else _without_article(words[0])
    tail = " ".join(["", *rest])
    for form, features in plural_forms(head) if plural else noun_forms(head, people=people):
        yield form + tail, features
        if adjective and not plural and features != _NOUN["m", "s"]:
            yield from _agreed(form, rest, features, people)


def _agreed(head: str, rest: list[str], features: Features, people: bool) -> Iterator[Form]:
    wanted = _NOUN["f", "s"] if features.number == "p" and not people else features
    for adjective, other in adjective_forms(bare(rest[0])):
        if other.gender == wanted.gender and (other.number == wanted.number or adjective.endswith("ين")):
            yield " ".join([head, adjective, *rest[1:]]), features


def bare(norm: str) -> str:
    """Return a normal form without its article."""
    return norm[2:] if norm.startswith("ال") and len(norm) > 4 else norm


def _without_article(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


def perfect_forms(label: str) -> Iterator[Form]:
    """Yield the perfect of a verb listed in the third person masculine singular; words after it stay (أطلق النار)."""
    verb, *rest = label.split()
    for form, features in _perfect(verb):
        yield " ".join([form, *map(fold, rest)]), features


def imperfect_forms(label: str) -> Iterator[Form]:
    """Yield the imperfect of a verb listed in the third person masculine singular imperfect; words after it stay."""
    verb, *rest = label.split()
    for form, features in _imperfect(verb):
        yield " ".join([form, *map(fold, rest)]), features


def skeleton(verb: str) -> str:
    """Return what a verb's perfect and imperfect share: يقول and قال are both قل."""
    word = fold(verb.split(maxsplit=1)[0])
    root = word[1:] if word.startswith("ي") and len(word) > 2 else word
    return "".join(letter for letter in root if letter not in "اوي")


@lru_cache(maxsize=200)
def _verb(tense: str, person: int, gender: str | None, number: str, voice: str = "active") -> Features:
    return Features(tense, voice, person, gender, number)


_PERFECT = [
    ("", 3, "m", "s"),
    ("ت", 3, "f", "s"),
    ("وا", 3, "m", "p"),
    ("و", 3, "m", "p"),
    ("ا", 3, "m", "d"),
    ("تا", 3, "f", "d"),
]
_PERFECT_FIRST = [("ت", 1, None, "s"), ("نا", 1, None, "p"), ("ن", 3, "f", "p")]


def _perfect(verb: str) -> Iterator[Form]:
    base = fold(verb)
    weak = verb.endswith(("ى", "ا", "ي")) and len(base) > 2
    stem = base[:-1] if weak else base
    for ending, person, gender, number in _PERFECT:
        form = base + ending if not weak or ending in ("", "ا") else stem + ending
        yield form, _verb("perfect", person, gender, number)
    if weak and base.endswith("ي"):
        yield stem + "ا", _verb("perfect", 3, "m", "s")  # before a pronoun: نفاه
    long = _before_consonant(verb, base)
    for suffix, who, sex, count in _PERFECT_FIRST:
        yield long + suffix, _verb("perfect", who, sex, count)
    for passive in _passive_perfect(verb, base):
        for ending, person, gender, number in _PERFECT[:4]:
            form = passive[:-1] + ending if passive.endswith("ي") and ending in ("وا", "و") else passive + ending
            yield form, _verb("perfect", person, gender, number, "passive")


def _before_consonant(verb: str, base: str) -> str:
    """نفى: نفي(ت); دعا: دعو(ت); قال: قل(ت); رد: ردد(ت)."""
    if verb.endswith("ا") and len(base) == 3:
        return base[:-1] + "و"
    if len(base) >= 3 and base[-2] == "ا" and not (len(base) == 4 and base[0] != "ا"):
        return base[:-2] + base[-1]
    return base + base[-1] if len(base) == 2 else base


def _passive_perfect(verb: str, base: str) -> Iterator[str]:
    if len(base) >= 3 and base[-2] == "ا" and verb[-1] not in "ىاي":
        yield base[:-2] + "ي" + base[-1]  # قال: قيل; أعاد: أعيد; استقال: استقيل
    if len(base) == 4 and base[1] == "ا":
        yield base[0] + "و" + base[2:]  # هاجم: هوجم
    if verb.endswith("ا") and len(base) == 3:
        yield base[:-1] + "ي"  # دعا: دعي


def imperfects(verb: str) -> Iterator[str]:
    """Yield the imperfect (third person masculine singular) by the measure of the perfect; both guesses where it is
    open.

    >>> list(imperfects("أعلن"))
    ['يعلن']
    """
    base = fold(verb)
    if verb[0] in "أا" and len(base) >= 4:
        yield _vowel_i("ي" + base[1:], verb) if verb[0] == "أ" or base.startswith("است") else "ي" + base[1:]
    elif verb[0] == "أ":
        yield from ("يو" + base[1:], "يا" + base[1:])  # أكد: يؤكد; أخذ: يأخذ
    elif len(base) == 3 and base[1] == "ا":
        yield "ي" + base[0] + "و" + base[2]
    elif verb.endswith("ا") and len(base) == 3:
        yield "ي" + base[:-1] + "و"
    else:
        yield "ي" + base
        if len(base) == 3 and base[0] == "و":
            yield "ي" + base[1:]


def _vowel_i(form: str, verb: str) -> str:
    """أفاد: يفيد; استقال: يستقيل; أجرى: يجري."""
    if len(form) >= 4 and form[-2] == "ا" and verb[-1] not in "ىا":
        return form[:-2] + "ي" + form[-1]
    return form


_IMPERFECT = [("ي", "", 3, "m", "s"), ("ت", "", 3, "f", "s"), ("ن", "", 1, None, "p"), ("ا", "", 1, None, "s")]
_IMPERFECT_MANY = [
    ("ي", "ون", 3, "m", "p"),
    ("ي", "وا", 3, "m", "p"),
    ("ي", "و", 3, "m", "p"),
    ("ي", "ان", 3, "m", "d"),
    ("ت", "ان", 3, "f", "d"),
]


def _imperfect(listed: str) -> Iterator[Form]:
    stem = fold(listed)[1:]
    weak = listed.endswith(("ي", "ى", "و")) and len(stem) > 1
    for prefix, _, person, gender, number in _IMPERFECT:
        yield prefix + stem, _verb("imperfect", person, gender, number)
        for short in _jussive(stem, weak):
            yield prefix + short, _verb("jussive", person, gender, number)
    for prefix, ending, person, gender, number in _IMPERFECT_MANY:
        root = stem[:-1] if weak and ending != "ان" else stem
        yield prefix + root + ending, _verb("imperfect", person, gender, number)
    if len(stem) >= 3 and stem[-2] in "وي" and not weak:
        for prefix, _, person, gender, number in _IMPERFECT[:2]:
            yield prefix + stem[:-2] + "ا" + stem[-1], _verb("imperfect", person, gender, number, "passive")


def _jussive(stem: str, weak: bool) -> Iterator[str]:
    if weak and len(stem) > 2:
        yield stem[:-1]
    elif len(stem) >= 3 and stem[-2] in "ويا":
        yield stem[:-2] + stem[-1]


def participle_forms(label: str) -> Iterator[Form]:
    """Yield the forms of an active participle, listed in the masculine singular: قائلا، مؤكدة، مشيرين."""
    head, *rest = fold(label).split()
    for ending, gender, number in _PARTICIPLE:
        root = head[:-1] if head.endswith("ي") and ending in ("ين", "ون") else head
        yield " ".join([root + ending, *rest]), Features("participle", "active", None, gender, number)


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


def masdar_forms(label: str) -> Iterator[Form]:
    """Yield the forms of a verbal noun, listed in the singular or as a plural."""
    for form, features in phrase_forms(label):
        yield form, Features("masdar", None, None, features.gender, features.number)
