"""Verbs: from the third person masculine singular of the perfect to the spellings that newswire shows.

Forms are normal forms (see ``kg.arabic.normal``), so that vowels do not matter: what is written alike is one form.
The future س and the pronouns are clitics and no part of a form; the spellings that a pronoun causes are forms (قتلو-ه,
نفا-ه). Second persons are left out: newswire narrates.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kg.arabic.inflection.features import Features, Form
from kg.arabic.inflection.measures import (
    has_middle_hamza,
    imperfects_of,
    is_defective,
    is_doubled,
    is_hollow,
    verb_class,
)
from kg.arabic.normal import fold

ACTIVE, PASSIVE = "active", "passive"


def inflect_verb(perfect: str, *imperfects: str) -> list[Form]:
    """Return the forms of a verb given in the third person masculine singular (قال), with its imperfects where no
    rule gives them (يقول); a form with several readings comes once, with the likeliest.

    >>> sorted(form for form, _ in inflect_verb("قال"))[:4]
    ['اقل', 'اقول', 'تقال', 'تقالا']
    """
    forms = [*inflect_perfect(perfect)]
    for imperfect in imperfects or imperfects_of(perfect):
        forms += inflect_imperfect(imperfect, perfect)
    readings: dict[str, Features] = {}
    for form, features in forms:
        readings.setdefault(form, features)
    return list(readings.items())


@cache
def _verb(tense: str, voice: str, person: int, gender: str | None, number: str) -> Features:
    return Features(tense, voice, person, gender, number)


def inflect_perfect(perfect: str) -> Iterator[Form]:
    """Yield the perfect of ``perfect``, active before passive; a form may come with several readings."""
    norm = fold(perfect)
    long, short, before_wa = _perfect_stems(norm, perfect)
    yield norm, _verb("perfect", ACTIVE, 3, "m", "s")
    yield long + "ت", _verb("perfect", ACTIVE, 3, "f", "s")
    if perfect.endswith("ي"):  # لقت is written for لقيت
        yield norm[:-1] + "ت", _verb("perfect", ACTIVE, 3, "f", "s")
    for stem in before_wa:
        yield stem + "وا", _verb("perfect", ACTIVE, 3, "m", "p")
        yield stem + "و", _verb("perfect", ACTIVE, 3, "m", "p")
    yield _dual(norm, perfect), _verb("perfect", ACTIVE, 3, "m", "d")
    yield long + "تا", _verb("perfect", ACTIVE, 3, "f", "d")
    if is_defective(perfect):
        yield norm[:-1] + "ا", _verb("perfect", ACTIVE, 3, "m", "s")  # before a pronoun: نفاه
    for ending, person, gender, number in (("ت", 1, None, "s"), ("نا", 1, None, "p"), ("ن", 3, "f", "p")):
        yield _contract(short, ending), _verb("perfect", ACTIVE, person, gender, number)
    yield from _passive_perfect(norm, perfect)


def _contract(stem: str, ending: str) -> str:
    """Join, a doubled letter written once: أعلن + نا is أعلنا."""
    return stem + ending[1:] if stem[-1:] == ending[0] else stem + ending


def _perfect_stems(  # noqa: PLR0911 - one return a class of verbs
    norm: str, perfect: str
) -> tuple[str, str, tuple[str, ...]]:
    """Return the stem before vowels (قال-ت), before consonants (قل-ت), and those before وا."""
    if norm == "ليس":
        return norm, "لس", (norm,)
    if is_defective(perfect):
        if perfect.endswith("ي"):  # لقي لقيت لقوا
            return norm, norm, (norm[:-1],)
        weak = "و" if perfect.endswith("ا") else "ي"
        return norm[:-1], norm[:-1] + weak, (norm[:-1],)
    if norm.endswith("اء"):  # جاء جئت جاءوا جاؤوا
        return norm, norm[:-2] + "ي", (norm, norm[:-1] + "و")
    if is_hollow(perfect):
        return norm, norm[:-2] + norm[-1], (norm,)
    if is_doubled(perfect):
        return norm, norm + norm[-1], (norm,)
    return norm, norm, (norm, norm[:-1] + "و") if norm.endswith("ا") else (norm,)  # بدأ بدأوا بدؤوا


def _dual(norm: str, perfect: str) -> str:
    if not is_defective(perfect):
        return norm + "ا" if not norm.endswith("ا") else norm
    return norm[:-1] + ("وا" if len(norm) == 3 and perfect.endswith("ا") else "يا")


def _passive_perfect(norm: str, perfect: str) -> Iterator[Form]:
    """Yield the passive where it is written unlike the active: قيل, أفيد, هوجم, دعي."""
    if len(norm) == 3 and is_hollow(perfect) and norm != "قال":  # عيد, بيع, قيد and سير are nouns in newswire
        return
    passive = _passive_of(norm, perfect)
    if passive == norm:
        return
    yield passive, _verb("perfect", PASSIVE, 3, "m", "s")
    yield passive + "ت", _verb("perfect", PASSIVE, 3, "f", "s")
    stem = passive[:-1] if is_defective(perfect) else passive
    yield stem + "وا", _verb("perfect", PASSIVE, 3, "m", "p")
    yield stem + "و", _verb("perfect", PASSIVE, 3, "m", "p")


def _passive_of(norm: str, perfect: str) -> str:
    """قال قيل, أفاد أفيد, استعاد استعيد, دعا دعي, طالب طولب, تبادل تبودل, سأل سئل, بدأ بدئ."""
    if has_middle_hamza(perfect) or is_hollow(perfect):
        return norm[:-2] + "ي" + norm[-1]
    if norm.endswith("ا") and len(norm) > 2:
        norm = norm[:-1] + "ي"
    if len(norm) >= 4 and norm[1] == "ا" and norm[0] not in "ات":
        return norm[0] + "و" + norm[2:]
    if len(norm) == 4 and norm[1] == "ا" and norm[0] == "ت":  # تابع توبع
        return norm[0] + "و" + norm[2:]
    if len(norm) >= 5 and norm[0] == "ت" and norm[2] == "ا" and norm[1] != "و":
        return norm[:2] + "و" + norm[3:]
    return norm


_SINGULAR = (("ي", 3, "m", "s"), ("ت", 3, "f", "s"), ("ن", 1, None, "p"), ("ا", 1, None, "s"))
_DUALS = (("ي", "m"), ("ت", "f"))


def inflect_imperfect(imperfect: str, perfect: str | None = None) -> Iterator[Form]:
    """Yield the imperfect of a verb given in its third person masculine singular (يقول), active before passive.

    ``perfect`` tells يعين of عيّن from that of أعان; without it, a long vowel is taken for one of a hollow verb.
    """
    stem = fold(imperfect)[1:]
    if not stem:
        return
    hollow = _is_long(stem) if perfect is None else is_hollow(perfect) and len(stem) > 2 and stem[-2] in "اوي"
    yield from _imperfect(stem, ACTIVE, hollow, imperfect.endswith(("ي", "ى", "و")) and len(stem) > 1)
    passive = _passive_stem(stem, hollow, perfect)
    if passive != stem:
        yield from _imperfect(passive, PASSIVE, hollow, passive.endswith("ي"))


def _imperfect(stem: str, voice: str, hollow: bool, weak: bool) -> Iterator[Form]:
    short = _short(stem, hollow, weak)
    for prefix, person, gender, number in _SINGULAR[: 2 if voice == PASSIVE else 4]:
        form = prefix + stem if (prefix, stem[0]) != ("ا", "ا") else stem  # آخذ
        yield form, _verb("imperfect", voice, person, gender, number)
        if short != stem:
            yield prefix + short, _verb("jussive", voice, person, gender, number)
    base = stem[:-1] if weak else stem
    for ending in ("ون", "وا", "و"):
        yield "ي" + base + ending, _verb("imperfect", voice, 3, "m", "p")
    for prefix, gender in _DUALS:
        yield prefix + stem + "ان", _verb("imperfect", voice, 3, gender, "d")
        yield prefix + stem + "ا", _verb("imperfect", voice, 3, gender, "d")
    yield "ي" + _contract(short if hollow else stem, "ن"), _verb("imperfect", voice, 3, "f", "p")


def _short(stem: str, hollow: bool, weak: bool) -> str:
    """The jussive: يقول يقل, ينفي ينف, يجيء يجئ."""
    if weak:
        return stem[:-1]
    if len(stem) > 2 and stem[-1] == "ء":
        return stem[:-1]
    return stem[:-2] + stem[-1] if hollow else stem


def _is_long(stem: str) -> bool:
    return len(stem) >= 3 and stem[-2] in "اوي" and stem[-1] not in "اويء" and stem[0] != "و"


def _passive_stem(stem: str, hollow: bool, perfect: str | None) -> str:
    """The passive has a in its last syllable: يقال, يستعاد, يدعى; وصف has يوصف, أخذ يؤخذ."""
    norm = fold(perfect) if perfect else ""
    if hollow:
        written = len(norm) != 3 or norm in verb_class("hollow-with-passive")
        return stem[:-2] + "ا" + stem[-1] if written else stem
    if norm in verb_class("waw-with-passive") and stem[0] != "و":
        return norm
    if len(norm) == 3 and norm[0] == "ا" and stem[0] == "ا":
        return "و" + stem[1:]
    return stem[:-1] + "ي" if stem.endswith("و") else stem
