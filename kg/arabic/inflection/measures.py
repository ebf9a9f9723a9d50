"""Measures of verbs: what the letters of a perfect tell of its root, and the imperfect that follows from it.

Verbs are given in the third person masculine singular, spelled with care: hamza and ى tell بدأ from نفى.
"""

from __future__ import annotations

from functools import cache

from kg.arabic.normal import fold
from kg.arabic.tables import read_lines

_SHADDA = "ّ"
_IRREGULAR = {
    "راي": "يرى", "سال": "يسأل", "اتخذ": "يتخذ", "اطمان": "يطمئن", "استحي": "يستحيي", "ليس": "",
    "حيي": "يحيي", "اري": "يري", "اوي": "يأوي", "راس": "يرأس",
}  # fmt: skip


@cache
def verb_class(name: str) -> frozenset[str]:
    """Return the verbs of one class of the table, normal forms."""
    rows = (line.split(": ") for line in read_lines("verbs"))
    return frozenset(verb for row, verbs in rows if row == name for verb in verbs.split())


def has_middle_hamza(perfect: str) -> bool:
    """سأل, رأس and استأنف have hamza where قال has a long vowel."""
    marked = [char for char in perfect if fold(char)]
    return len(marked) >= 2 and marked[-2] == "أ"


def is_hollow(perfect: str) -> bool:
    """Whether the last letter but one is a long vowel that short endings lose: قال قلت, أفاد أفدت, أصيب أصبت."""
    norm = fold(perfect)
    if len(norm) < 3 or norm[-1] in "اي" or has_middle_hamza(perfect):
        return False
    if norm[-2] == "ا":
        return len(norm) != 4 or norm[0] == "ا"
    return norm[-2] == "ي" and len(norm) >= 4 and norm[0] == "ا" and not norm.startswith("ات")


def is_defective(perfect: str) -> bool:
    """Whether the last root letter is weak: نفى, دعا, لقي; not بدأ, whose last letter is hamza."""
    last = next((char for char in reversed(perfect) if fold(char)), "")
    return last in "ىاي"


def is_doubled(perfect: str) -> bool:  # noqa: PLR0911 - one return a class of verbs
    """Whether the last root letter is doubled and written once: رد, أصر, احتل, استمر."""
    norm = fold(perfect)
    if perfect.rstrip("َ").endswith(_SHADDA):
        return True
    if is_defective(perfect) or is_hollow(perfect):
        return False
    if len(norm) == 2:
        return True
    if len(norm) == 3 and norm[0] == "ا":
        return norm in verb_class("causative-hamza") and norm not in verb_class("doubled-hamza")
    if norm in verb_class("not-doubled"):
        return False
    if norm.startswith("است"):
        return len(norm) == 5
    return len(norm) == 4 and norm[0] == "ا" and perfect[0] not in "أإآ" and norm[1] != "ت"


def imperfects_of(perfect: str) -> tuple[str, ...]:  # noqa: PLR0911 - one return a class of verbs
    """Return the possible third persons masculine singular of the imperfect of a verb in the perfect, as written.

    >>> imperfects_of("استعاد")
    ('يستعيد',)
    """
    norm = fold(perfect)
    if norm in _IRREGULAR:
        return (_IRREGULAR[norm],) if _IRREGULAR[norm] else ()
    if perfect[0] == "آ":  # آثر يؤثر, آزر يؤازر
        return ("يؤ" + _causative(perfect[1:]), "يؤا" + _causative(perfect[1:]))
    if perfect[0] == "أ" and len(norm) == 3:
        return _of_short_hamza(perfect)
    if perfect[0] == "أ" or (norm[0] == "ا" and len(norm) == 4 and norm[2] == "ا"):
        return ("ي" + _causative(perfect[1:]),)
    if norm.startswith("است") and len(norm) >= 5:
        longer = len(norm) >= 6 or is_defective(perfect)
        return ("ي" + (_causative(perfect[1:]) if longer else perfect[1:]),)
    if norm[0] == "ا" and len(norm) > 3:
        return ("ي" + _final_weak(perfect[1:], perfect),)
    if len(norm) == 3:
        return _of_three(norm, perfect)
    return ("ي" + _final_weak(perfect, perfect),)


def _causative(stem: str) -> str:
    """The vowel before the last letter becomes i: فاد in أفاد is يفيد, جرى in أجرى يجري, نبأ in أنبأ ينبئ."""
    if stem.endswith("أ"):
        return stem[:-1] + "ئ"
    if stem.endswith(("ى", "ا")):
        return stem[:-1] + "ي"
    return stem[:-2] + "ي" + stem[-1] if len(stem) >= 3 and stem[-2] == "ا" else stem


def _final_weak(stem: str, perfect: str) -> str:
    """A last vowel becomes i: التقى يلتقي, هنأ يهنئ; but after ت stays a: تولى يتولى, تنبأ يتنبأ."""
    if perfect.startswith("ت"):
        return stem
    if stem.endswith("أ"):
        return stem[:-1] + "ئ"
    return stem[:-1] + "ي" if stem.endswith("ى") else stem


def _of_short_hamza(perfect: str) -> tuple[str, ...]:
    norm, rest = fold(perfect), perfect[1:]
    forms = {"root-hamza": "يأ" + rest, "doubled-hamza": "يؤ" + rest, "causative-hamza": "ي" + rest}
    known = [form for name, form in forms.items() if norm in verb_class(name)]
    return tuple(known or forms.values())


def _of_three(norm: str, perfect: str) -> tuple[str, ...]:
    if norm[1] == "ا" and not has_middle_hamza(perfect):
        vowels = {"و": "hollow-waw", "ي": "hollow-ya", "ا": "hollow-alif"}
        known = [letter for letter, name in vowels.items() if norm in verb_class(name)]
        return tuple("ي" + perfect[0] + letter + perfect[2] for letter in known[:1] or "وي")
    if norm[0] == "و":
        both = norm in verb_class("both-waw")
        keeps = _SHADDA in perfect or norm in verb_class("keeps-waw")
        return (*(() if keeps and not both else ("ي" + perfect[1:],)), *(("ي" + perfect,) if keeps or both else ()))
    if perfect[-1] == "أ":
        doubled = _SHADDA in perfect or norm in verb_class("doubled-with-hamza")
        return ("ي" + perfect, "ي" + perfect[:-1] + "ئ") if doubled else ("ي" + perfect,)
    weak = {"ا": "و", "ى": "ي"}.get(perfect[-1])  # دعا يدعو, نفى ينفي; سعى يسعى folds alike
    return ("ي" + perfect[:-1] + weak,) if weak else ("ي" + perfect,)
