"""Which of the possible splits of a word is the likeliest: a linear model over evidence from word counts and letters.

A split is over the letters of a word, marks removed, hamza and ة kept. The weights are learned by
``tools/train_clitics.py``; the features are defined here, once, for the trainer and for the reader.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from kg.arabic.article import has_article
from kg.arabic.clitic_words import SPLIT_WORDS, WHOLE_WORDS
from kg.arabic.forms import frequencies
from kg.arabic.model_files import read_lines
from kg.arabic.rare_clitics import conjunction_is_letter, rare_preposition, rare_pronoun

CONJUNCTIONS = ("", "و", "ف", "أ")
PREPOSITIONS = ("", "ب", "ل", "ك", "س")
PRONOUNS = ("", "ه", "ها", "هم", "هما", "هن", "ك", "كم", "كما", "نا", "ني", "ي")
_FUTURE_PERSONS = ("ي", "ت", "ن", "أ", "ا")
_PREFIX_EVIDENCE = ("و", "ال", "وال", "ب", "ل", "لل", "بال")
_SUFFIX_EVIDENCE = ("ه", "ها", "هم", "نا")
_SHORTEST_RARE = 5
_TO_KEY = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ؤ": "و"})


class Split(NamedTuple):
    """One way to split a word; the pieces join to its letters. The stem is empty in له and به."""

    conjunction: str
    preposition: str
    stem: str
    pronoun: str


def candidates(letters: str) -> list[Split]:
    """Return every split of ``letters`` that the grammar of clitics allows, the whole word first."""
    found: list[Split] = []
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
        if pronoun and _article_stands(preposition, stem):
            continue
        alone = bool(stem) and not (pronoun or preposition or conjunction)
        if len(stem) > 1 or alone or (not stem and pronoun and preposition in ("ب", "ل")):
            found.append(Split(conjunction, preposition, stem, pronoun))


def _article_stands(preposition: str, stem: str) -> bool:
    """Whether ``stem`` has the article, so that no pronoun follows: الانتباه, للاشتباه; but not لقائه in للقائه."""
    key = stem.translate(_TO_KEY)
    if preposition == "ل" and stem.startswith("ل"):
        return not any(form in frequencies() for form in stem_spellings(stem, "ه"))
    return stem.startswith("ال") and has_article(key)


def stem_spellings(stem: str, pronoun: str) -> tuple[str, ...]:
    """Return how ``stem`` may be written without its pronoun, as keys of the counts: مدرست is مدرسة, أعضاؤ is أعضاء."""
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
    """Return the evidence for ``split`` as names of features: for the conjunction, then for what is left without it."""
    rest = letters[len(split.conjunction) :]
    out = _conjunction_features(split.conjunction, letters, rest) + _rest_features(split, rest)
    stem = split.preposition + split.stem
    if split.conjunction:
        out.append("o" + split.conjunction + ":" + _compare(stem, split.conjunction + stem, split.pronoun))
    elif letters[0] in "وف" and len(letters) > 2:
        out.append("o-" + letters[0] + ":" + _compare(stem[1:], stem, split.pronoun))
    return out


def _compare(stem: str, other: str, pronoun: str) -> str:
    """Return how much more frequent ``stem`` is than ``other``, coarsely."""
    return _clip((_known(stem, pronoun) - _known(other, pronoun)) // 2, 8)


def _known(stem: str, pronoun: str) -> int:
    """Return how frequent ``stem`` is by itself, its spelling before the pronoun undone."""
    return max((frequencies().get(form, 0) for form in stem_spellings(stem, pronoun)), default=0)


def _conjunction_features(conjunction: str, letters: str, rest: str) -> list[str]:
    level = frequencies().get
    whole_key, rest_key = letters.translate(_TO_KEY), rest.translate(_TO_KEY)
    whole, alone = level(whole_key, 0), level(rest_key, 0)
    c = "c" + conjunction + ":"
    if not conjunction and letters[0] not in "وفأ":
        return []
    if not conjunction:
        c += letters[0]
        alone = level(letters[1:].translate(_TO_KEY), 0)
    difference = _clip((alone - whole) // 2, 8)
    kin = sum(1 for other in _PREFIX_EVIDENCE if other + whole_key in frequencies())
    return [
        c,
        c + "n" + str(min(len(letters), 7)),
        c + "a" + str(alone // 3),
        c + "d" + difference,
        c + "d" + difference + "w" + str(whole // 6),
        c + "k" + str(kin),
        c + "l" + str(level("ال" + whole_key, 0) // 3),
        c + "2" + letters[:3],
        c + "3" + letters[:4],
        c + "e" + letters[:2] + str(min(len(letters), 5)) + str(kin),
        c + ("w" + letters if len(letters) < 5 else "x"),
    ]


def _clip(value: int, limit: int) -> str:
    return str(max(-limit, min(limit, value)))


def _rest_features(split: Split, rest: str) -> list[str]:
    level = frequencies().get
    _, preposition, stem, pronoun = split
    p, s = "p" + preposition + ":", "s" + pronoun + ":"
    key, rest_key = stem.translate(_TO_KEY), rest.translate(_TO_KEY)
    whole = level(rest_key, 0)
    alone = _known(stem, pronoun)
    if preposition == "ل" and stem.startswith("ل"):
        alone = max(alone, level("ا" + key, 0))
    size = str(min(len(stem), 6))
    difference = _clip((alone - whole) // 2, 8)
    out = [p, s, p + s, p + size, s + size, p + s + "a" + str(alone // 4), p + "d" + difference, s + "d" + difference]
    out += [p + "d" + difference + "w" + str(whole // 6), p + s + "al" + str(level("ال" + key, 0) // 4)]
    out += [p + "f" + str(n) + stem[:n] for n in (1, 2, 3)] + [s + "l" + str(n) + stem[-n:] for n in (1, 2, 3)]
    out.append(p + "la" + str(min(len(stem), 4)) + str(level("ال" + rest_key, 0) // 3))
    out.append(p + "n" + str(sum(1 for other in _PREFIX_EVIDENCE if other + rest_key in frequencies())))
    out.append(p + "m" + str(sum(1 for other in _PREFIX_EVIDENCE if other + key in frequencies())))
    if len(stem) <= 4:
        out += ["w" + stem + ":" + p, "w" + stem + ":" + s]
    if pronoun:
        out += _pronoun_features(s, pronoun, rest[: len(rest) - len(pronoun)], whole)
        out.append(s + "la" + str(level("ال" + rest_key, 0) // 3))
        if pronoun[-1] == "ا":  # مياها is مياه with the ending of the accusative.
            out.append(s + "u" + _clip((level(rest_key[:-1], 0) - alone) // 2, 8))
            out.append(s + "lu" + str(level("ال" + rest_key[:-1], 0) // 3))
    if preposition:
        after = level(rest_key[1:], 0)
        out.append(p + "r" + _clip((after - whole) // 2, 8))
        out.append(p + "o" + _clip((alone - _known(preposition + stem, pronoun)) // 2, 8))
        if pronoun:
            out.append("ps" + str(after // 5))
    return out


def _pronoun_features(s: str, pronoun: str, before: str, whole: int) -> list[str]:
    level = frequencies().get
    key = before.translate(_TO_KEY)
    paradigm = sum(1 for other in _SUFFIX_EVIDENCE if other != pronoun and key + other in frequencies())
    out = [s + "x" + str(paradigm), s + "b" + str(max(level(form, 0) for form in stem_spellings(before, pronoun)) // 4)]
    if pronoun == "ه":
        out.append(s + "t" + _clip((level(key + "ة", 0) - whole) // 3, 4))
    return out


def best_split(letters: str, weights: dict[str, int]) -> Split:
    """Return the split of ``letters`` that ``weights`` prefer; the earliest candidate of equals."""
    known = _known_split(letters)
    if known:
        return known
    found = candidates(letters)
    if len(found) == 1:
        return found[0]
    get = weights.get
    return _with_rare(max(found, key=lambda split: sum(get(name, 0) for name in features(split, letters))))


def _with_rare(split: Split) -> Split:
    """Add to ``split`` the clitics that the weights cannot know."""
    conjunction, preposition, stem, pronoun = split
    if conjunction in ("و", "ف") and not preposition and not pronoun:
        whole = conjunction + stem
        if conjunction_is_letter(whole, stem.translate(_TO_KEY)):
            return Split("", "", whole, "")
    if pronoun or stem in WHOLE_WORDS or len(stem) < _SHORTEST_RARE:
        return split
    key = stem.translate(_TO_KEY)
    if not preposition and (rare := rare_preposition(key)):
        return Split(conjunction, rare, stem[1:], "")
    if preposition == "ل" and stem.startswith("ل"):
        return split
    pronoun = rare_pronoun(key)
    return Split(conjunction, preposition, stem[: len(stem) - len(pronoun)], pronoun)


def _known_split(letters: str) -> Split | None:
    """Return the split that the table of frequent words gives, with or without و before it."""
    if letters in WHOLE_WORDS:
        return Split("", "", letters, "")
    for conjunction in ("", "و", "ف"):
        rest = letters.removeprefix(conjunction)
        if len(rest) + len(conjunction) == len(letters) and rest in SPLIT_WORDS:
            return _listed_split(conjunction, SPLIT_WORDS[rest])
    if letters.startswith("و") and letters[1:] in WHOLE_WORDS:
        return Split("و", "", letters[1:], "")
    return None


def _listed_split(conjunction: str, parts: tuple[str, ...]) -> Split:
    """Return the split of which the table lists the ``parts``: ب+قول+ه, ب+سبب, ب+ه, وحد+ه."""
    pronoun = parts[-1] if parts[-1] in PRONOUNS else ""
    first, *rest = parts[:-1] if pronoun else parts
    if pronoun and not rest and first not in PREPOSITIONS:
        return Split(conjunction, "", first, pronoun)
    return Split(conjunction, first, "".join(rest), pronoun)


@cache
def load_weights() -> dict[str, int]:
    """Return the learned weights by the name of the feature."""
    lines = (line.rpartition("\t") for line in read_lines("clitics.xz"))
    return {name: int(weight) for name, _, weight in lines}
