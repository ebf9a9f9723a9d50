"""Clitics: the particles written together with a word.

Conjunctions و ف and the question أ, then the prepositions ب ل ك and the future س, stand before the word; pronouns stand
after it. The article ال stays on its noun. Pieces are substrings of the word: للقوات is ل + لقوات, whose normal form is
القوات.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.arabic.clitic_model import Split, best_split, load_weights
from kg.arabic.normal import fold_keeping_letters
from kg.arabic.splits import decode, remembered

PROCLITICS = frozenset({"و", "ف", "أ", "ا", "ب", "ل", "ك", "س"})
ENCLITICS = frozenset({"ه", "ها", "هم", "هما", "هن", "ك", "كم", "كما", "نا", "ني", "ي"})
LONGEST_WORD = 40
_TATWEEL = "ـ"
_PLAIN = re.compile("[\u0621-\u063a\u0641-\u064a]+")  # letters alone, each of which stays one letter
_NUMBER = re.compile(r"([^\W\d_]{1,2})(\d.*)", re.DOTALL)


def segment(word: str) -> list[str]:
    """Split ``word`` into proclitics, stem and enclitic; the pieces join to ``word``.

    >>> segment("وقال")
    ['و', 'قال']
    """
    return segment_with(word, _decide)


def _decide(letters: str) -> Split:
    code = remembered().get(letters)
    return best_split(letters, load_weights()) if code is None else decode(letters, code)


def letters_of(word: str) -> str:
    """Return the letters of ``word`` without marks, tatweel and invisible characters; hamza, ة and ى kept."""
    return fold_keeping_letters(word)


def segment_with(word: str, decide: Callable[[str], Split]) -> list[str]:
    """Split ``word`` where ``decide`` splits its letters."""
    number = None if word.isalpha() or len(word) > LONGEST_WORD else _NUMBER.fullmatch(word)
    if number:  # ب15 and وب15: only what can stand before a number, so not ال53.
        return [*number[1], number[2]] if set(number[1]) <= PROCLITICS - {"ا"} else [word]
    if word[:1] == _TATWEEL or word[-1:] == _TATWEEL:
        return _segment_dashed(word, decide)
    return _segment_letters(word, decide)


def _segment_dashed(word: str, decide: Callable[[str], Split]) -> list[str]:
    """Split a word with a tatweel at its edge: there it is a dash, but after one letter or the article: هـ, الـ, بـ."""
    core = word.lstrip(_TATWEEL)
    before, after = len(word) - len(core), 0
    if len(letters_of(word[:8])) > 3:
        core = core.rstrip(_TATWEEL)
        after = len(word) - before - len(core)
    if not core:
        return [word]
    return [*[word[:before]] * bool(before), *_segment_letters(core, decide), *[word[-after:]] * bool(after)]


def _segment_letters(word: str, decide: Callable[[str], Split]) -> list[str]:
    letters = letters_of(word) if len(word) <= LONGEST_WORD * 4 else ""
    if not 1 < len(letters) <= LONGEST_WORD:
        return [word]
    split = decide(letters)
    return _cut(word, letters, split)


def _cut(word: str, letters: str, split: Split) -> list[str]:
    """Return the pieces of ``word`` that hold the pieces of ``split``; marks stay with the letter before them."""
    sizes = [len(piece) for piece in split if piece]
    if len(sizes) == 1:
        return [word]
    if _PLAIN.fullmatch(word):
        starts = list(range(len(word)))
    else:
        starts = [at for at, char in enumerate(word) if letters_of(char)]
        if len(starts) != len(letters):
            return [word]
    pieces, begin, count = [], 0, 0
    for size in sizes[:-1]:
        count += size
        pieces.append(word[begin : starts[count]])
        begin = starts[count]
    return [*pieces, word[begin:]]
