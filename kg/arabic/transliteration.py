"""Names in Latin letters: the spelling that is usual where one is known, otherwise letter by letter."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.arabic.chain import read_model
from kg.arabic.normal import fold

_PARTICLES = {
    "بن": "bin", "ابن": "ibn", "بنت": "bint", "ولد": "Ould", "ابو": "Abu", "ابي": "Abi", "ابا": "Aba", "ام": "Umm", "ال": "Al",
    "ايت": "Ait", "ذو": "Dhu", "دي": "de", "دو": "do", "دا": "da", "دوس": "dos", "ديل": "del", "دير": "der", "دن": "den", "فان": "van",
    "فون": "von", "ديلا": "della", "اف": "of", "الله": "Allah", "الدين": "al-Din",
}  # fmt: skip
_LETTERS = {
    "ب": "b", "پ": "p", "ت": "t", "ث": "th", "ج": "j", "چ": "ch", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "ژ": "zh",
    "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "", "غ": "gh", "ف": "f", "ڤ": "v", "ق": "q", "ك": "k", "ک": "k",
    "گ": "g", "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "w", "ي": "y", "ی": "y", "ئ": "", "ؤ": "", "ء": "", "ى": "a", "ا": "a",
    "أ": "a", "إ": "i", "آ": "a", "ة": "a", "ٱ": "a",
}  # fmt: skip
_VOWELS = frozenset("aeiou")
_ALLAH = re.compile(r"عبد ?الله")


@cache
def _table() -> dict[str, str]:
    return dict(line.split("\t", 1) for line in read_model("latin.tsv.xz"))  # type: ignore[misc]


@lru_cache(maxsize=50_000)
def latin(name: str) -> str:
    """Return the person's name ``name`` in Latin letters; the same name always gives the same letters.

    >>> latin("عبد الفتاح السيسي")
    'Abd al-Fattah al-Sisi'
    """
    words = name.replace("(", " ").replace(")", " ").split()
    spelled: list[str] = []
    for at, word in enumerate(words):
        piece = _word(word, before=words[at - 1] if at else "", last=at == len(words) - 1)
        if piece.startswith("\b") and spelled:
            spelled[-1] += piece[1:]
        elif piece:
            spelled.append(piece.lstrip("\b"))
    text = " ".join(spelled)
    return text[:1].upper() + text[1:]


def _word(word: str, *, before: str, last: bool) -> str:
    """Spell one word; a leading backspace says that it is written together with the word before."""
    norm, previous = fold(word), fold(before)
    if not any("\u0600" <= letter <= "\u06ff" for letter in norm):
        return word
    if norm == "الله" and previous:
        return "\bullah" if previous == "عبد" else "\ballah"
    if norm == "عبد" and not last:
        return "Abd"
    if norm in _PARTICLES and not (last and norm not in ("الله", "الدين")):
        return _PARTICLES[norm]
    if norm.startswith("عبدال") and len(norm) > 6:
        rest = norm[3:]
        return "Abdullah" if rest == "الله" else f"Abd {_definite(rest[2:])}"
    if norm.startswith("ال") and len(norm) > 4:
        return _table_al(norm) or _definite(word[2:])
    return _capital(_plain(word))


def _table_al(norm: str) -> str | None:
    known = _table().get(norm)
    if known is None:
        return None
    rest = re.sub(r"^(?:al|el|an|ar|as|ash|at|az|ad)[- ]", "", known)
    return _capital(known) if rest == known and not known.startswith(("al", "el")) else f"al-{_capital(_cut(rest, known))}"


def _cut(rest: str, known: str) -> str:
    return known[2:] if rest == known else rest


def _definite(word: str) -> str:
    return f"al-{_capital(_plain(word))}"


def _plain(word: str) -> str:
    return _table().get(fold(word)) or romanize(word)


def _capital(word: str) -> str:
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))


def romanize(word: str) -> str:
    """Return ``word`` letter by letter in Latin letters, with short vowels where the consonants need them."""
    sounds = _sounds(word)
    out: list[str] = []
    for at, sound in enumerate(sounds):
        after = sounds[at + 1] if at + 1 < len(sounds) else ""
        if out and _needs_vowel(sounds, at):
            out.append("a")
        out.append(sound)
        if not after and len(sounds) == 1 and sound[-1] not in _VOWELS:
            out.append("a")
    return re.sub(r"aa+", "a", "".join(out)) or word


def _needs_vowel(sounds: list[str], at: int) -> bool:
    """Whether a short vowel is heard before the sound at ``at``: between the first two consonants, and in a final cluster."""
    here, before = sounds[at], sounds[at - 1]
    if here[0] in _VOWELS or before[-1] in _VOWELS:
        return False
    return at == 1 or at == len(sounds) - 1 or sounds[at - 2][-1] not in _VOWELS


def _sounds(word: str) -> list[str]:
    letters = [letter for letter in word if letter in _LETTERS]
    sounds = []
    for at, letter in enumerate(letters):
        before = sounds[-1] if sounds else ""
        after = letters[at + 1] if at + 1 < len(letters) else ""
        sound = _glide(letter, before, after) if letter in "ويی" else _LETTERS[letter]
        if letter in "اأ" and at == 0 and after and after in "ويی":
            continue
        if letter == "ع" and not before:
            sound = "" if after in ("ا", "ي", "و") else "a"
        if sound:
            sounds.append(sound)
    return sounds


def _glide(letter: str, before: str, after: str) -> str:
    consonant, vowel = ("w", "u") if letter == "و" else ("y", "i")
    if after in ("ا", "ى", "ة", "آ") or (before and before[-1] in _VOWELS):
        return consonant
    return consonant if not before and after and after not in "اويى" and letter != "و" else vowel if before else _first(letter, after)


def _first(letter: str, after: str) -> str:
    if letter == "و":
        return "w"
    return "y" if after else "i"
