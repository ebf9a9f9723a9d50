"""Verbs: from the third person masculine singular of the perfect to the spellings that newswire shows.

Forms are normal forms (see ``kg.arabic.normal``), so that vowels do not matter: what is written alike is one form.
The future س and the pronouns are clitics and no part of a form.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kg.arabic.normal import fold
from kg.arabic.tables import read_lines

PERFECT, IMPERFECT, JUSSIVE = "perfect", "imperfect", "jussive"
ACTIVE, PASSIVE, EITHER = "active", "passive", "either"
_SHADDA = "ّ"


@cache
def _class(name: str) -> frozenset[str]:
    """Return the verbs of one class of the table."""
    rows = (line.split(": ") for line in read_lines("verbs"))
    return frozenset(verb for row, verbs in rows if row == name for verb in verbs.split())


_IRREGULAR = {
    "راي": "يري", "سال": "يسال", "اتخذ": "يتخذ", "اطمان": "يطمين", "استحي": "يستحيي", "ليس": "",
    "حيي": "يحيي", "اري": "يري", "اوي": "ياوي",
    "راس": "يراس",
}  # fmt: skip
_PERFECT_IRREGULAR = {"ليس": ("ليس", "لس")}


class VerbForm(NamedTuple):
    """A form of a verb: ``person`` 1 to 3, ``gender`` m, f or empty (both), ``number`` s, d, p.

    ``tense`` is perfect, imperfect (with the subjunctive) or jussive (only where its spelling differs: لم يقل);
    ``voice`` is active, passive (قيل), or either where both are spelled alike (كتب).
    """

    form: str
    person: int
    gender: str
    number: str
    tense: str
    voice: str


def inflect_verb(perfect: str, imperfect: str | None = None) -> list[VerbForm]:
    """Return the forms of a verb given in the third person masculine singular (قال), with its imperfect where no
    rule gives it (يقول).

    >>> sorted({form.form for form in inflect_verb("قال")})[:4]
    ['اقال', 'اقل', 'اقول', 'تقال']
    """
    active = [
        *_perfects(perfect, ACTIVE),
        *(f for stem in _imperfect_stems(perfect, imperfect) for f in _imperfects(stem, ACTIVE)),
    ]
    passive = [
        *_passive_perfects(perfect),
        *(f for stem in _passive_stems(perfect, imperfect) for f in _imperfects(stem, PASSIVE)),
    ]
    return _merge([*active, *passive])


def _merge(forms: list[VerbForm]) -> list[VerbForm]:
    """Join the voices of forms that are spelled alike, keep the order."""
    voices: dict[tuple[str, int, str, str, str], str] = {}
    for form in forms:
        spelled = form.form[1:] if form.form.startswith("اا") else form.form  # آخذ
        key = (spelled, *form[1:5])
        voices[key] = form.voice if voices.get(key, form.voice) == form.voice else EITHER
    return [VerbForm(*key, voice) for key, voice in voices.items()]


def _letters(perfect: str) -> str:
    return fold(perfect)


def is_hollow(perfect: str) -> bool:
    """Whether the last letter but one is a long ا that short endings lose: قال قلت, أفاد أفدت, استعاد استعدت."""
    norm = _letters(perfect)
    return len(norm) >= 3 and norm[-2] == "ا" and norm[-1] not in "اي" and not _is_middle_hamza(perfect)


def _is_middle_hamza(perfect: str) -> bool:
    """سأل, رأس and استأنف have hamza where قال has a long vowel."""
    marked = [char for char in perfect if fold(char)]
    return len(marked) >= 2 and marked[-2] == "أ"


def is_defective(perfect: str) -> bool:
    """Whether the last root letter is weak: نفى, دعا, لقي; not بدأ, whose last letter is hamza."""
    last = next((char for char in reversed(perfect) if fold(char)), "")
    return last in "ىاي"


def is_doubled(perfect: str) -> bool:
    """Whether the last root letter is doubled and written once: رد, أصر, احتل, استمر."""
    norm = _letters(perfect)
    if perfect.rstrip("َ").endswith(_SHADDA):
        return True
    if is_defective(perfect) or is_hollow(perfect):
        return False
    if len(norm) == 2:
        return True
    if len(norm) == 3 and norm[0] == "ا":
        return norm in _class("causative-hamza")
    if norm.startswith("است"):
        return len(norm) == 5 and norm not in _class("not-doubled")
    return (
        len(norm) == 4
        and norm not in _class("not-doubled")
        and norm[0] == "ا"
        and perfect[0] not in "أإآ"
        and not norm.startswith("ات")
    )


def _perfects(perfect: str, voice: str) -> Iterator[VerbForm]:
    norm = _letters(perfect)
    long, short, plural = _perfect_stems(norm, perfect)
    yield VerbForm(norm, 3, "m", "s", PERFECT, voice)
    yield VerbForm(long + "ت", 3, "f", "s", PERFECT, voice)
    for form in plural:
        yield VerbForm(form, 3, "m", "p", PERFECT, voice)
    yield VerbForm(short + "ن" if not short.endswith("ن") else short, 3, "f", "p", PERFECT, voice)
    yield VerbForm(_dual(norm, perfect), 3, "m", "d", PERFECT, voice)
    yield VerbForm(long + "تا", 3, "f", "d", PERFECT, voice)
    for ending, person, number in (("ت", 1, "s"), ("نا", 1, "p"), ("تم", 2, "p")):
        yield VerbForm(_contract(short, ending), person, "", number, PERFECT, voice)


def _contract(stem: str, ending: str) -> str:
    """Join, a doubled letter written once: أعلن + نا is أعلنا."""
    return stem + ending[1:] if stem[-1:] == ending[0] else stem + ending


def _perfect_stems(  # noqa: PLR0911 - one return a class of verbs
    norm: str, perfect: str
) -> tuple[str, str, tuple[str, ...]]:
    """Return the stem before vowels (قال-ت), before consonants (قل-ت), and the forms of the masculine plural."""
    if norm in _PERFECT_IRREGULAR:
        long, short = _PERFECT_IRREGULAR[norm]
        return long, short, (long + "وا",)
    if is_defective(perfect):
        if perfect.rstrip("َِ").endswith("ي"):  # لقي لقيت لقوا
            return norm, norm, (norm[:-1] + "وا",)
        weak = "و" if norm.endswith("ا") else "ي"
        return norm[:-1], norm[:-1] + weak, (norm[:-1] + "وا",)
    if norm.endswith("اء"):  # جاء جئت جاءوا جاؤوا
        return norm, norm[:-2] + "ي", (norm + "وا", norm[:-1] + "ووا")
    if is_hollow(perfect):
        return norm, norm[:-2] + norm[-1], (norm + "وا",)
    if is_doubled(perfect):
        return norm, norm + norm[-1], (norm + "وا",)
    if norm.endswith("ا"):  # بدأ بدأت بدأوا بدؤوا
        return norm, norm, (norm + "وا", norm[:-1] + "ووا")
    return norm, norm, (norm + "وا",)


def _dual(norm: str, perfect: str) -> str:
    if not is_defective(perfect):
        return norm + "ا" if not norm.endswith("ا") else norm
    return norm[:-1] + ("وا" if norm.endswith("ا") else "يا")


def imperfect_of(perfect: str) -> tuple[str, ...]:  # noqa: PLR0911 - one return a class of verbs
    """Return the possible third persons masculine singular of the imperfect, normal forms.

    >>> imperfect_of("استعاد")
    ('يستعيد',)
    """
    norm = _letters(perfect)
    if norm in _IRREGULAR:
        return (_IRREGULAR[norm],) if _IRREGULAR[norm] else ()
    if perfect[0] == "آ":  # آثر يؤثر, آزر يؤازر
        return ("يو" + _causative(norm[1:]), "يوا" + _causative(norm[1:]))
    if perfect[0] == "أ" and len(norm) == 3:
        return _of_short_hamza(norm)
    if perfect[0] == "أ" or (norm[0] == "ا" and len(norm) > 3 and norm[2:3] == "ا" and len(norm) == 4):
        return ("ي" + _causative(norm[1:]),)
    if norm.startswith("است") and len(norm) >= 5:
        return ("ي" + _causative(norm[1:]) if len(norm) >= 6 or is_defective(perfect) else "ي" + norm[1:],)
    if norm[0] == "ا" and len(norm) > 3:
        return ("ي" + _final_weak(norm[1:], perfect),)
    if len(norm) == 3:
        return _of_three(norm, perfect)
    return ("ي" + _final_weak(norm, perfect),)


def _causative(stem: str) -> str:
    """The vowel before the last letter becomes ي: فاد in أفاد is يفيد; a last hamza is written on ي: نبأ in أنبأ
    is ينبئ.
    """
    if len(stem) >= 3 and stem[-2] == "ا" and stem[-1] != "ا":
        return stem[:-2] + "ي" + stem[-1]
    return stem[:-1] + "ي" if stem.endswith("ا") else stem


def _final_weak(stem: str, perfect: str) -> str:
    """A last hamza is written on ي after i: هنأ يهنئ, فاجأ يفاجئ; but تنبأ يتنبأ."""
    return stem[:-1] + "ي" if stem.endswith("ا") and not perfect.startswith("ت") else stem


def _of_short_hamza(norm: str) -> tuple[str, ...]:
    root, doubled, causative = "يا" + norm[1:], "يو" + norm[1:], "ي" + norm[1:]
    known = [
        form
        for form, verbs in (
            (root, _class("root-hamza")),
            (doubled, _class("doubled-hamza")),
            (causative, _class("causative-hamza")),
        )
        if norm in verbs
    ]
    return tuple(known) if known else (root, doubled, causative)


def _of_three(norm: str, perfect: str) -> tuple[str, ...]:
    if norm[1] == "ا" and not _is_middle_hamza(perfect):
        vowels = {"و": "hollow-waw", "ي": "hollow-ya", "ا": "hollow-alif"}
        known = [letter for letter, name in vowels.items() if norm in _class(name)]
        return tuple("ي" + norm[0] + letter + norm[2] for letter in known[:1] or "وي")
    if norm[0] == "و":
        keeps = (_SHADDA in perfect or norm in _class("keeps-waw")) and norm not in _class("both-waw")
        dropped = () if keeps else ("ي" + norm[1:],)
        return (*dropped, *(("ي" + norm,) if keeps or norm in _class("both-waw") else ()))
    if perfect[-1] == "أ":
        return (
            ("ي" + norm, "ي" + norm[:-1] + "ي")
            if _SHADDA in perfect or norm in ("هنا", "خبا", "عبا", "هدا", "برا")
            else ("ي" + norm,)
        )
    if norm.endswith("ا"):
        return ("ي" + norm[:-1] + "و",)
    return ("ي" + norm,)


def _imperfect_stems(perfect: str, imperfect: str | None) -> tuple[str, ...]:
    return (fold(imperfect)[1:],) if imperfect else tuple(form[1:] for form in imperfect_of(perfect))


def _imperfects(stem: str, voice: str) -> Iterator[VerbForm]:
    """Yield the forms of the imperfect whose stem, without its person, is ``stem``."""
    base = stem[:-1] if stem[-1:] in ("و", "ي") else stem
    for prefix, person, gender, number in (
        ("ي", 3, "m", "s"),
        ("ت", 3, "f", "s"),
        ("ا", 1, "", "s"),
        ("ن", 1, "", "p"),
    ):
        yield VerbForm(prefix + stem, person, gender, number, IMPERFECT, voice)
        if base != stem or _is_long(stem):
            yield VerbForm(
                prefix + (base if base != stem else stem[:-2] + stem[-1]), person, gender, number, JUSSIVE, voice
            )
    for prefix, person in (("ي", 3), ("ت", 2)):
        for ending in ("ون", "وا"):
            yield VerbForm(prefix + base + ending, person, "m", "p", IMPERFECT, voice)
    for prefix, gender in (("ي", "m"), ("ت", "f")):
        for ending in ("ان", "ا"):
            yield VerbForm(prefix + stem + ending, 3, gender, "d", IMPERFECT, voice)
    short = stem[:-2] + stem[-1] if _is_long(stem) else stem
    yield VerbForm("ي" + _contract(short, "ن"), 3, "f", "p", IMPERFECT, voice)


def _is_long(stem: str) -> bool:
    return len(stem) >= 3 and stem[-2] in "اوي" and stem[-1] not in "اويء" and stem[0] not in "و"


def _passive_perfects(perfect: str) -> Iterator[VerbForm]:
    norm = _letters(perfect)
    if len(norm) == 3 and is_hollow(perfect) and norm != "قال":  # عيد and بيع are nouns in newswire.
        return
    passive = _passive_of(norm, perfect)
    yield VerbForm(passive, 3, "m", "s", PERFECT, PASSIVE)
    yield VerbForm(passive + "ت", 3, "f", "s", PERFECT, PASSIVE)
    plural = passive[:-1] + "وا" if is_defective(perfect) else passive + "وا"
    yield VerbForm(plural, 3, "m", "p", PERFECT, PASSIVE)


def _passive_of(norm: str, perfect: str) -> str:
    """قال قيل, أفاد أفيد, استعاد استعيد, دعا دعي, طالب طولب, تبادل تبودل, سأل سئل."""
    if _is_middle_hamza(perfect):
        return norm[:-2] + "ي" + norm[-1]
    if is_hollow(perfect):
        return norm[:-2] + "ي" + norm[-1]
    if norm.endswith("ا") and (is_defective(perfect) or len(norm) > 2):
        norm = norm[:-1] + "ي"
    if len(norm) >= 4 and norm[1] == "ا" and norm[0] not in "ات":
        return norm[0] + "و" + norm[2:]
    if len(norm) >= 5 and norm[0] == "ت" and norm[2] == "ا":
        return norm[:2] + "و" + norm[3:]
    return norm


def _passive_stems(perfect: str, imperfect: str | None) -> Iterator[str]:
    """The passive of the imperfect has a in its last syllable: يقال, يستعاد, يدعى; وصف has يوصف."""
    norm = _letters(perfect)
    if len(norm) == 3 and is_hollow(perfect) and norm not in _class("hollow-with-passive"):
        return
    for stem in _imperfect_stems(perfect, imperfect):
        if _is_long(stem) and is_hollow(perfect):
            yield stem[:-2] + "ا" + stem[-1]
        elif len(norm) == 3 and norm[0] == "و" and not stem.startswith("و"):
            yield norm[:2] + norm[2].replace("ا", "ي")
        elif len(norm) == 3 and norm[0] == "ا" and stem.startswith("ا"):
            yield "و" + stem[1:]
        else:
            yield stem[:-1] + "ي" if stem.endswith("و") else stem
