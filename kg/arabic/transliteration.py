"""Names in Latin letters: the spelling that is usual where one is known, otherwise letter by letter."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.arabic.latin_tables import CLEAR_INITIALS, INITIALS, LETTERS, PARTICLES, RULERS
from kg.arabic.model_files import read_texts
from kg.arabic.normal import fold

_VOWELS = frozenset("aeiou")
_NG = re.compile("نغ$")
_ARTICLE = re.compile(r"^(?:[ae]l|an|ar|as|ash|at|az|ad)[- ]|^[ae]l(?=[^aeiou]{1,2}[aeiou])")


@cache
def _table() -> dict[str, str]:
    return read_texts("latin.xz")


@lru_cache(maxsize=50_000)
def latin(name: str) -> str:
    """Return the person's name ``name`` in Latin letters; the same name always gives the same letters.

    >>> latin("عبد الفتاح السيسي")
    'Abd al-Fattah al-Sisi'
    """
    words = name.replace("(", " ").replace(")", " ").split()
    spelled: list[str] = []
    norms = [fold(word) for word in words]
    for at, word in enumerate(words):
        initial = _initial(norms, at)
        piece = initial or _word(word, before=words[at - 1] if at else "", last=at == len(words) - 1)
        if piece.startswith("\b") and spelled:
            spelled[-1] += piece[1:]
        elif piece:
            spelled.append(piece.lstrip("\b"))
    text = " ".join(spelled)
    return text[:1].upper() + text[1:]


def _initial(norms: list[str], at: int) -> str | None:
    """The letter that the word at ``at`` names, among other names: سي كيو براون."""
    letter = INITIALS.get(norms[at])
    if letter is None or len(norms) == 1 or at == len(norms) - 1:
        return None
    beside = norms[max(0, at - 1) : at] + norms[at + 1 : at + 2]
    if norms[at] not in CLEAR_INITIALS and not any(word in CLEAR_INITIALS for word in beside):
        return None
    joined = at > 0 and norms[at - 1] in INITIALS
    return ("\b" if joined else "") + letter + "."


def _word(word: str, *, before: str, last: bool) -> str:
    """Spell one word; a leading backspace says that it is written together with the word before."""
    norm, previous = fold(word), fold(before)
    if not any("\u0600" <= letter <= "\u06ff" for letter in norm):
        return word
    if previous and (joined := _after_name(norm, previous, last=last)):
        return joined
    if norm in PARTICLES and (not last or norm in ("الله", "الدين")):
        return PARTICLES[norm]
    return _servant(word, norm) or _noun(word, norm)


def _after_name(norm: str, previous: str, *, last: bool) -> str | None:
    if norm == "الله":
        return "\bullah" if previous == "عبد" else "\ballah"
    if norm in ("اوغلو", "اوغلي"):
        return "\boglu"
    return RULERS.get(norm) if last and previous != "ال" else None


def _servant(word: str, norm: str) -> str | None:
    """عبد written together with the name that follows."""
    if not norm.startswith("عبدال") or len(norm) < 7:
        return None
    return "Abdullah" if norm == "عبدالله" else f"Abd al-{_capital(_plain(word[5:]))}"


def _noun(word: str, norm: str) -> str:
    return _with_article(word, norm) if word.startswith("ال") and len(norm) > 4 else _capital(_plain(word))


def _with_article(word: str, norm: str) -> str:
    known = _table().get(norm)
    if known is None:
        return f"al-{_capital(_plain(word[2:]))}"
    if known[0].isupper():
        return known
    rest = _ARTICLE.sub("", known)
    return f"al-{_capital(rest)}" if rest != known or norm[2:] not in _table() else f"al-{_capital(_plain(word[2:]))}"


def _plain(word: str) -> str:
    return _table().get(fold(word)) or romanize(word)


def _capital(word: str) -> str:
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))


def romanize(word: str) -> str:
    """Return ``word`` letter by letter in Latin letters, with short vowels where the consonants need them."""
    sounds = _sounds(word)
    out: list[str] = []
    for at, sound in enumerate(sounds):
        if out and _needs_vowel(out, sound, at == len(sounds) - 1):
            out.append("a")
        out.append(sound)
    text = re.sub(r"aa+", "a", "".join(out))
    return (_foreign_ending(text) if not word.startswith("ال") else text) or word


# How Slavic family names end, letter by letter and as they are spelled.
_ENDINGS = (("uf", "ov"), ("ufa", "ova"), ("yif", "yev"), ("yifa", "yeva"), ("ifich", "evich"), ("fich", "vich"))
_LONG = 6


def _foreign_ending(text: str) -> str:
    for heard, spelled in _ENDINGS:
        if len(text) > _LONG and text.endswith(heard):
            return text.removesuffix(heard) + spelled
    return text


def _needs_vowel(out: list[str], sound: str, last: bool) -> bool:
    """Whether a short vowel is heard before ``sound``: where no vowel stands yet, and in a final cluster."""
    if sound[0] in _VOWELS or out[-1][-1] in _VOWELS:
        return False
    return last or len(out) == 1 or out[-2][-1] not in _VOWELS


def _sounds(word: str) -> list[str]:
    letters = [letter for letter in _NG.sub("ڭ", word.replace("تش", "چ")) if letter in LETTERS]
    sounds: list[str] = []
    for at, letter in enumerate(letters):
        after = letters[at + 1] if at + 1 < len(letters) else ""
        if at == 0 and letter in "اأإآ" and after and after in "ويی":
            continue
        if sound := _sound(letter, letters[at - 1] if at else "", sounds[-1] if sounds else "", after):
            sounds.append(sound)
    return sounds


def _sound(letter: str, previous: str, before: str, after: str) -> str:
    if letter == "ع" and not before:
        return "" if after in "اويى" else "a"
    if letter not in "ويی":
        return LETTERS[letter]
    consonant, vowel = ("w", "u") if letter == "و" else ("y", "i")
    if (after and after in "اىةآ") or (before and before[-1] in _VOWELS):
        return consonant
    if before:
        return vowel
    if not previous:
        return consonant
    return "o" if letter == "و" else "ay" if previous == "أ" else "i"
