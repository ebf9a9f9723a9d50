"""The structure of people's names: their parts, compounds kept whole, and whether two names can be one person's."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.arabic.closed_classes import folded_words
from kg.arabic.normal import fold
from kg.arabic.tokens import strip_article

# Words that make one part with the word that follows.
LEADING = folded_words(
    """
    عبد أبو أبي أبا أم بن ابن بنت ولد آل آيت ذو ذي دي دا دو دل ديل ديلا دوس دير دن فان فون فاندر سان سانت سانتا
    ماك تن لا لو
    """
)
# Words that make one part with the word before.
TRAILING = frozenset({"الدين", "الله", "الاسلام", "الزمان", "العابدين", "اوغلو", "اوغلي", "زاده", "اللات"})
# Given names that are borne by so many that one alone names nobody.
_COMMONEST = folded_words(
    """
    محمد أحمد محمود علي حسن حسين عبدالله عمر عثمان خالد يوسف إبراهيم مصطفى سعيد كريم جمال عادل حسام طارق ياسر
    أيمن هشام عبدالرحمن عبدالعزيز ماجد فهد سعد سالم ناصر صالح عباس جعفر قاسم كاظم حيدر جاسم فاطمة مريم سارة زينب
    عائشة نور
    """
)
_COMMON_FOREIGN = folded_words("جون جورج مايكل ديفيد روبرت جيمس ويليام مارك بول توماس بيتر ريتشارد دانيال جوزيف سكوت")
COMMON_GIVEN = _COMMONEST | folded_words(
    """
    عبدالكريم عبدالقادر إسماعيل موسى عيسى سليمان داود عامر فيصل سلطان راشد حمد حمدان خليفة منصور زايد بدر تركي نايف
    بندر مشعل سامي سمير فارس فادي رامي وليد زياد جهاد كمال جلال فؤاد رشيد حميد مجيد عزيز سلمان عمار ياسين طه أمين
    أنور أكرم أشرف شريف حازم حاتم السيد سيد حسني حمدي فتحي صبري شوقي رضا حنا جورج إلياس بطرس
    """
)
"""Given names of which two together name nobody either."""
_WORD = re.compile(r"[^\s()«»\"“”،,\-–]+")
_WEAK = re.compile(r"(?<=.)[اويه]")
_ALIKE = str.maketrans(
    {"غ": "ك", "ج": "ك", "ق": "ك", "ط": "ت", "ث": "ت", "ذ": "د", "ض": "د", "ظ": "س", "ص": "س", "ز": "س"}
)


def split_name(name: str) -> list[str]:
    """Return the parts of a person's name as written, with compounds kept whole.

    >>> split_name("عبد الفتاح السيسي")
    ['عبد الفتاح', 'السيسي']
    >>> split_name("محمد بن سلمان")
    ['محمد', 'بن سلمان']
    """
    parts: list[list[str]] = []
    waiting = False
    for word in _WORD.findall(name):
        norm = fold(word)
        if parts and (waiting or norm in TRAILING):
            parts[-1].append(word)
        else:
            parts.append([word])
        waiting = norm in LEADING
    return [" ".join(words) for words in parts]


@lru_cache(maxsize=50_000)
def _keys(name: str) -> tuple[str, ...]:
    """The parts in a form for comparing: folded, compounds without a space, without the article."""
    return tuple(_key(part) for part in split_name(name))


def _key(part: str) -> str:
    words = [_bare(word) if len(word) > 3 else word for word in fold(part).split()]
    if words[0] in ("ابي", "ابا") and len(words) > 1:
        words[0] = "ابو"
    return "".join(words)


def _bare(word: str) -> str:
    """Return ``word`` without the article, also where عبد is written together with it (عبدالعزيز, عبد العزيز)."""
    return "عبد" + word[5:] if word.startswith("عبدال") and word != "عبدالله" else strip_article(word)


def last_part(name: str) -> str:
    """Return the last part of ``name`` in a form for comparing: that of سلمان بن عبدالعزيز and of سلمان بن عبد العزيز
    is one; empty where there is none.
    """
    keys = _keys(name)
    return keys[-1] if keys else ""


def first_part(name: str) -> str:
    """Return the first part of ``name`` in a form for comparing; empty where there is none."""
    keys = _keys(name)
    return keys[0] if keys else ""


@cache
def _common_keys() -> frozenset[str]:
    return frozenset(map(_key, _COMMONEST | _COMMON_FOREIGN))


def _without_son(key: str) -> str:
    return next((key[len(word) :] for word in ("ابن", "بن") if key.startswith(word) and len(key) > len(word) + 2), key)


def compatible(first: str, second: str) -> str | None:
    """Return why both names can be one person's, None where they cannot.

    The reasons, from the strongest: ``same name``, ``same name, spelled differently``, ``middle names left out``,
    ``given name left out``, ``family name left out``, ``family name alone``, ``given name alone``, ``family name alone,
    spelled differently``.
    """
    a, b = _keys(first), _keys(second)
    if not a or not b:
        return None
    if a == b:
        return "same name"
    if len(a) == len(b):
        return "same name, spelled differently" if _alike(a, b) else None
    if "".join(a) == "".join(b):
        return "same name, spelled differently"
    short, long = (a, b) if len(a) < len(b) else (b, a)
    return _one_part(short[0], long) if len(short) == 1 else _shortened(short, long)


def _one_part(part: str, long: tuple[str, ...]) -> str | None:
    if part == long[-1]:
        return "family name alone"
    if part == long[0] and part not in _common_keys():
        return "given name alone"
    return "family name alone, spelled differently" if _same_part(part, long[-1]) else None


def _shortened(short: tuple[str, ...], long: tuple[str, ...]) -> str | None:
    if _is_father(short, long):
        return None
    short, long = tuple(map(_without_son, short)), tuple(map(_without_son, long))
    if short[0] == long[0] and short[-1] == long[-1] and _within(short, long):
        return "middle names left out"
    if short == long[-len(short) :]:
        return "given name left out"
    if short == long[: len(short)]:
        return "family name left out"
    return None


def _is_father(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether ``short`` is what the son's name calls the father: حمد آل ثاني and تميم بن حمد آل ثاني."""
    own = long[-len(short)]
    return own != _without_son(own) == short[0] and short[1:] == long[len(long) - len(short) + 1 :]


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    rest = iter(long)
    return all(part in rest for part in short)


def _alike(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether each part is the other's spelled differently: foreign names and long vowels (ترامب, ترمب)."""
    if tuple(map(_without_son, a)) == tuple(map(_without_son, b)):
        return True
    return all(_same_part(x, y) for x, y in zip(a, b, strict=True))


def _same_part(a: str, b: str) -> bool:
    return a == b or (min(len(a), len(b)) > 3 and consonants(a) == consonants(b))


@lru_cache(maxsize=50_000)
def consonants(key: str) -> str:
    """Return the consonants of a part of a name, with those that foreign names alternate between made one (غ, ج, ك)."""
    return _WEAK.sub("", key).translate(_ALIKE)
