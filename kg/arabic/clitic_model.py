"""Which of the possible splits of a word is the likeliest: a linear model over evidence from word counts and letters.

A split is ``(proclitics, stem, enclitic)`` over the letters of a word, marks removed, hamza and ة kept. The weights are learned by
``tools/train_clitics.py``; the features are defined here, once, for the trainer and for the reader.
"""

from __future__ import annotations

import lzma
from functools import cache
from importlib import resources
from typing import NamedTuple

from kg.arabic.forms import frequencies

CONJUNCTIONS = ("", "و", "ف", "أ")
PREPOSITIONS = ("", "ب", "ل", "ك", "س")
PRONOUNS = ("", "ه", "ها", "هم", "هما", "هن", "ك", "كم", "كما", "نا", "ني", "ي")
_FUTURE_PERSONS = ("ي", "ت", "ن", "أ", "ا")
_PREFIX_EVIDENCE = ("و", "ال", "وال", "ب", "ل", "لل", "بال")
_SUFFIX_EVIDENCE = ("ه", "ها", "هم", "نا")
_TO_KEY = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ؤ": "و"})


class Split(NamedTuple):
    """One way to split a word; the pieces join to its letters. The stem is empty in له and به."""

    conjunction: str
    preposition: str
    stem: str
    pronoun: str


def candidates(letters: str) -> list[Split]:
    """Return every split of ``letters`` that the grammar of clitics allows, the whole word first."""
    found = []
    for conjunction in CONJUNCTIONS:
        if letters.startswith(conjunction) and len(letters) > len(conjunction):
            rest = letters[len(conjunction) :]
            for preposition in PREPOSITIONS:
                if rest.startswith(preposition):
                    _add_candidates(found, conjunction, preposition, rest[len(preposition) :])
    return found


def _add_candidates(found: list[Split], conjunction: str, preposition: str, rest: str) -> None:
    if preposition == "س" and not rest.startswith(_FUTURE_PERSONS):
        return
    for pronoun in PRONOUNS:
        if not rest.endswith(pronoun):
            continue
        stem = rest[: len(rest) - len(pronoun)]
        if len(stem) > 1 or (not stem and pronoun and preposition in ("ب", "ل")):
            found.append(Split(conjunction, preposition, stem, pronoun))
        elif len(stem) == 1 and not pronoun and not preposition and not conjunction:
            found.append(Split(conjunction, preposition, stem, pronoun))


def stem_spellings(stem: str, pronoun: str) -> tuple[str, ...]:
    """Return how ``stem`` may be written without its pronoun, keys of the count table: مدرست is مدرسة, أعضاؤ is أعضاء."""
    key = stem.translate(_TO_KEY)
    if not pronoun or not stem:
        return (key,)
    last = stem[-1]
    if last == "ت":
        return (key, key[:-1] + "ة")
    if last == "ا":
        return (key, key[:-1] + "ي")
    if last in "ؤئء":
        return (key[:-1] + "ء", key)
    if stem.endswith("و"):
        return (key, key + "ا")
    return (key,)


def features(split: Split, letters: str) -> list[str]:
    """Return the evidence for ``split`` as names of features."""
    level = frequencies().get
    conjunction, preposition, stem, pronoun = split
    prefix = conjunction + preposition
    key = stem.translate(_TO_KEY)
    whole_key = letters.translate(_TO_KEY)
    whole = level(whole_key, 0)
    alone = max(level(form, 0) for form in stem_spellings(stem, pronoun))
    if preposition == "ل" and stem.startswith("ل"):
        alone = max(alone, level("ا" + key, 0))
    p, s = "p" + prefix + ":", "s" + pronoun + ":"
    size = str(min(len(stem), 6))
    out = [p, s, p + s, p + size, s + size, p + s + "a" + str(alone // 4)]
    difference = str(max(-8, min(8, (alone - whole) // 2)))
    out += [p + "d" + difference, s + "d" + difference, p + "d" + difference + "w" + str(whole // 6)]
    out += [p + "f" + stem[:1], p + "f" + stem[:2], p + "f" + stem[:3], s + "l" + stem[-1:], s + "l" + stem[-2:], s + "l" + stem[-3:]]
    article = level("ال" + key, 0)
    out += [p + s + "al" + str(article // 4), p + "la" + str(min(len(stem), 4)) + str(level("ال" + whole_key, 0) // 3)]
    out.append(p + "n" + str(sum(1 for other in _PREFIX_EVIDENCE if other + whole_key in frequencies())))
    out.append(p + "m" + str(sum(1 for other in _PREFIX_EVIDENCE if other + key in frequencies())))
    if pronoun:
        before = whole_key[: len(whole_key) - len(pronoun)]
        paradigm = sum(1 for other in _SUFFIX_EVIDENCE if other != pronoun and before + other in frequencies())
        out += [s + "x" + str(paradigm), s + "b" + str(max(level(f, 0) for f in stem_spellings(letters[: len(before)], pronoun)) // 4)]
        if pronoun in ("ه", "ها"):
            out.append(s + "t" + str(max(-4, min(4, (level(before + "ة", 0) - whole) // 3))) if pronoun == "ه" else s + "h")
    if prefix:
        after = whole_key[len(prefix) :]
        out += [p + "r" + str(max(-8, min(8, (level(after, 0) - whole) // 2)))]
        if pronoun:
            out.append("ps" + str(level(after, 0) // 5))
    if len(stem) <= 4:
        out += ["w" + stem + ":" + p, "w" + stem + ":" + s]
    return out


def best_split(letters: str, weights: dict[str, int]) -> Split:
    """Return the split of ``letters`` that ``weights`` prefer; the earliest candidate of equals."""
    found = candidates(letters)
    if len(found) == 1:
        return found[0]
    get = weights.get
    return max(found, key=lambda split: sum(get(name, 0) for name in features(split, letters)))


@cache
def load_weights() -> dict[str, int]:
    """Return the learned weights by the name of the feature."""
    packed = (resources.files("kg.arabic") / "models" / "clitics.xz").read_bytes()
    lines = (line.rpartition("\t") for line in lzma.decompress(packed).decode("utf-8").splitlines())
    return {name: int(weight) for name, _, weight in lines}
