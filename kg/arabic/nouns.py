"""Nouns and adjectives: from a listed form to the forms that newswire shows, as normal forms without the article.

Gender, dual, sound plurals with their cases and their shape before a genitive (مسؤولو), the indefinite accusative
(رئيسا) come by
rule; broken plurals from a table. Which of several possible feminines or plurals a noun has is not asked: a form
that no one writes matches nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import NamedTuple

from kg.arabic.forms import frequency
from kg.arabic.normal import fold
from kg.arabic.tables import read_lines, read_words
from kg.arabic.tokens import Token, TokenKind, tokenize


class NounForm(NamedTuple):
    """A form of a noun or adjective: ``gender`` m or f, ``number`` s, d, p; ``construct`` when it must stand
    before a genitive.
    """

    form: str
    gender: str
    number: str
    construct: bool = False


def inflect_noun(word: str, *, feminine: bool = True) -> list[NounForm]:
    """Return the forms of one noun or adjective given in the singular, without or with the article.

    ``feminine``: whether a masculine noun also has a feminine (رئيس رئيسة, but not جيش).

    >>> sorted({form.form for form in inflect_noun("أميركي")})[:4]
    ['اميركي', 'اميركيا', 'اميركيات', 'اميركيان']
    """
    stem = tokenize(word)[-1].stem if word else ""
    if _is_sound_plural(stem):
        return _plural(stem)
    forms = [*_feminine(stem)] if stem.endswith("ه") and fold_keeps_ta(word) else [*_masculine(stem, feminine)]
    for plural in broken_plurals().get(stem, ()):
        forms += [NounForm(plural, "p" if not plural.endswith("ات") else "f", "p"), *_accusative(plural)]
    return list(dict.fromkeys(forms))


def _is_sound_plural(stem: str) -> bool:
    """Whether ``stem`` is a sound plural; أمين and قانون only end so, as the counts of their other cases tell."""
    if stem in broken_plurals():
        return False
    if stem.endswith(("ون", "ين")):
        base, levels = frequency(stem[:-2]), [frequency(stem[:-2] + ending) for ending in ("ون", "ين")]
        return base > 0 and min(levels) > 0 and max(levels) - min(levels) <= 10
    return len(stem) > 3 and stem.endswith("ات")


def _plural(stem: str) -> list[NounForm]:
    """The forms of a sound plural: قوات; مسؤولون, مسؤولين, مسؤولو, مسؤولي."""
    if stem.endswith("ات"):
        return [NounForm(stem, "f", "p")]
    base = stem[:-2]
    return [
        NounForm(stem, "m", "p"),
        NounForm(base + ("ين" if stem.endswith("ون") else "ون"), "m", "p"),
        NounForm(base + "و", "m", "p", True),
        NounForm(base + "ي", "m", "p", True),
    ]


def fold_keeps_ta(word: str) -> bool:
    """Whether ``word`` ends in ة, not in a ه of its root (وجه)."""
    return word.rstrip("ًٌٍَُِّْ").endswith("ة")


def _masculine(stem: str, feminine: bool) -> Iterator[NounForm]:
    yield NounForm(stem, "m", "s")
    if not stem.endswith(("ا", "اء")):
        yield NounForm(stem + "ا", "m", "s")
    for ending in ("ان", "ين"):
        yield NounForm(stem + ending, "m", "d")
    yield NounForm(stem + "ون", "m", "p")
    yield NounForm(stem + "ين", "m", "p")
    yield NounForm(stem + "ا", "m", "d", True)
    yield NounForm(stem + "ي", "m", "p", True)
    yield NounForm(stem + "و", "m", "p", True)
    yield NounForm(stem + "ات", "f", "p")
    if _is_weak(stem):  # قاض, محام: the indefinite of a noun with a weak end; محامون its plural
        yield NounForm(stem[:-1], "m", "s")
        yield NounForm(stem[:-1] + "ون", "m", "p")
        yield NounForm(stem[:-1] + "ين", "m", "p")
        yield NounForm(stem[:-1] + "و", "m", "p", True)
    if feminine and not stem.endswith(("ا", "اء")):
        yield from _feminine(stem + "ه")


def _is_weak(stem: str) -> bool:
    """Whether the ي at the end is of the root (قاضي, والي), not of a nisba (عراقي)."""
    return (len(stem) == 4 and stem[1] == "ا" and stem.endswith("ي")) or stem == "محامي"


def _feminine(stem: str) -> Iterator[NounForm]:
    base = stem[:-1]
    yield NounForm(stem, "f", "s")
    for ending in ("تان", "تين"):
        yield NounForm(base + ending, "f", "d")
    for ending in ("تا", "تي"):
        yield NounForm(base + ending, "f", "d", True)
    yield NounForm(base + ("وات" if base.endswith("ا") else "ات"), "f", "p")


def _accusative(plural: str) -> list[NounForm]:
    """قادة and وزراء take no ا, جنود does: جنودا."""
    return [] if plural.endswith(("ه", "اء", "ا", "ات", "ي")) else [NounForm(plural + "ا", "p", "p")]


@cache
def broken_plurals() -> dict[str, tuple[str, ...]]:
    """Return the table of broken plurals: singular to plurals, normal forms."""
    table = {}
    for line in read_lines("broken_plurals"):
        singular, plurals = line.split(":")
        table[fold(singular.strip())] = tuple(fold(plural) for plural in plurals.split())
    return table


def inflect_phrase(label: str) -> list[tuple[str, ...]]:
    """Return the sequences of token stems under which ``label`` may stand in text.

    The first word is inflected; an adjective after it agrees; a genitive stays as it is, and the first word then
    also has its shape before a genitive (نائبا الرئيس, مسؤولو الأمن).

    >>> ("رييسي", "وزراء") in inflect_phrase("رئيس الوزراء")
    True
    """
    tokens = tokenize(label)
    if not tokens or any(token.kind in (TokenKind.PROCLITIC, TokenKind.ENCLITIC) for token in tokens[:1]):
        return [tuple(token.stem for token in tokens)]
    head, rest = tokens[0], tokens[1:]
    if head.kind is not TokenKind.WORD:
        return [tuple(token.stem for token in tokens)]
    agreeing = _agreeing(head, rest)
    out = [tuple(token.stem for token in tokens)]
    tail = tuple(token.stem for token in rest[agreeing:])
    for form in inflect_noun(head.text):
        if form.construct and (agreeing or not rest):
            continue
        choices = [_agreeing_forms(token, form) for token in rest[:agreeing]]
        out += [(form.form, *adjectives, *tail) for adjectives in product(*choices)]
    return list(dict.fromkeys(out))


def _agreeing(head: Token, rest: list[Token]) -> int:
    """Return how many words after ``head`` are adjectives of it: as definite as it, and nisba or known as an
    adjective.
    """
    count = 0
    for token in rest:
        if token.kind is not TokenKind.WORD or token.definite != head.definite:
            break
        if not (head.definite or looks_adjectival(token)):
            break
        count += 1
    return count


def looks_adjectival(token: Token) -> bool:
    """Whether ``token`` has the shape of a nisba adjective or is in the table of adjectives."""
    nisba = token.text.endswith(("ي", "ية", "يين", "يون", "يات")) and len(token.stem) > 3
    return nisba or token.stem in adjectives()


@cache
def adjectives() -> frozenset[str]:
    """Return the frequent adjectives without nisba shape, masculine and feminine, normal forms."""
    return frozenset(form for word in read_words("adjectives") for form in (fold(word), fold(word) + "ه"))


def _agreeing_forms(token: Token, head: NounForm) -> tuple[str, ...]:
    base = token.stem[:-1] if token.stem.endswith("ه") else token.stem
    forms = {form for form in inflect_noun(base) if not form.construct}
    fits = {form.form for form in forms if _agrees(form, head)}
    return tuple(sorted(fits | ({token.stem} if not fits else set())))


def _agrees(form: NounForm, head: NounForm) -> bool:
    """Plurals of things take the feminine singular (القوات الأميركية), of people the plural; both are allowed."""
    if head.number == "p":
        return form.number == "p" or (form.gender == "f" and form.number == "s")
    return form.number == head.number and form.gender in (head.gender, "p")


def spelling_variants(norm: str) -> list[str]:
    """Return ``norm`` and the spellings that newswire uses for it beside it: اميركي, امريكي; مسوول, مسيول; سوريا,
    سوريه.
    """
    found = [norm]
    for group in spelling_groups():
        for written in group:
            if written in norm:
                found += [norm.replace(written, other) for other in group if other != written]
                break
    return list(dict.fromkeys(found))


def foreign_spellings(norm: str) -> list[str]:
    """Return ``norm``, a foreign name, in the spellings of its g: غوانتانامو, جوانتانامو, كوانتانامو; and of its v
    and p.
    """
    letters = [("غ", "ج", "ك") if letter == "غ" else (letter,) for letter in norm]
    return ["".join(spelled) for spelled in product(*letters)] if norm.count("غ") <= 3 else [norm]


@cache
def spelling_groups() -> tuple[tuple[str, ...], ...]:
    """Return the groups of letters that are written for one another in certain names and words, normal forms."""
    return tuple(tuple(line.split()) for line in read_lines("spellings"))
