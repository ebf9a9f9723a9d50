"""Marks and particles in and before names: what ends a name, and what is but the first letter of one (ب + ايدن)."""

from __future__ import annotations

from collections.abc import Sequence

from kg.arabic.name_words import is_first_name
from kg.arabic.tokens import Token, TokenKind
from kg.arabic.words import marks

_JOINTS = frozenset("-.'’‘")
_CLOSING = frozenset({"،", ",", ")", "-", "–", "—"})
_SHORTEST = 2


def divides(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token at ``at`` ends a name that stands before it."""
    token = tokens[at]
    if token.kind is TokenKind.NUMBER:
        return True
    if token.kind is TokenKind.PUNCT:
        return not (token.norm in _JOINTS and token.glued)
    return token.kind is TokenKind.PROCLITIC and not token.glued and not wrongly_split(tokens, at)


def wrongly_split(tokens: Sequence[Token], at: int) -> bool:
    """Whether a foreign name was taken for a particle and a word (ب + ايدن)."""
    if at + 1 >= len(tokens) or not tokens[at + 1].glued:
        return False
    if at and is_first_name(tokens[at - 1]) and begins_family_name(tokens, at):
        return True
    if tokens[at + 1].definite:
        return False
    if tokens[at].norm == "ف":
        return True
    if tokens[at + 1].norm == "ي":
        return at > 0 and _is_lee(tokens, at)
    whole, rest = marks(tokens[at].norm + tokens[at + 1].norm), marks(tokens[at + 1].norm)
    return rest.word < "3" or whole.name > max(rest.name, whole.word)


def begins_family_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether the particle at ``at``, after a given name, begins a family name cut in two, because nobody writes the
    rest as a word, or hardly anybody and nothing follows that it could govern (إريك باهون،).

    A name of the Maghreb begins with بو (بوحجة), and nothing that و begins stands after ب.
    """
    particle, rest = tokens[at], tokens[at + 1]
    if particle.norm not in ("ب", "ك", "ل") or rest.kind is not TokenKind.WORD:
        return False
    whole, alone, bare = marks(particle.norm + rest.norm), marks(rest.norm), marks(rest.stem)
    maghrebi = particle.norm == "ب" and rest.norm.startswith("و") and len(rest.norm) > 3
    unknown = alone.word in "0" and alone.name == "0" and bare.word == "0"
    if (maghrebi and alone.word < "5") or (unknown and whole.word >= alone.word):
        return True
    rare = alone.word < "4" and alone.name == "0" and not alone.lists and not rest.definite
    closed = at + 2 < len(tokens) and tokens[at + 2].text in _CLOSING
    return rare and closed and len(rest.norm) > _SHORTEST


def _is_lee(tokens: Sequence[Token], at: int) -> bool:
    """Whether لي is no pronoun but the name, after a name that is not Arabic."""
    known = marks(tokens[at - 1].norm)
    borne = (known.name > "1" and known.named not in "0123") or known.word == "0"
    borne = borne and tokens[at - 1].kind is TokenKind.WORD and not tokens[at - 1].definite
    return tokens[at].norm == "ل" and tokens[at + 1].glued and borne and not known.lists


def begins_foreign_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether the particle at ``at`` is the first letter of a name that newswire hardly writes (ف + رويد)."""
    if at + 1 >= len(tokens) or tokens[at + 1].kind is not TokenKind.WORD or tokens[at + 1].definite:
        return False
    whole, rest = marks(tokens[at].norm + tokens[at + 1].norm), marks(tokens[at + 1].norm)
    return rest.word < "3" and rest.name <= whole.name
