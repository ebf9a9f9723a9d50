"""How a name goes on: given names before it, compounds, family names and the last syllables behind it."""

from __future__ import annotations

from collections.abc import Sequence

from kg.arabic.closed_classes import folded_words
from kg.arabic.name_eastern import ends_eastern_name
from kg.arabic.name_particles import begins_family_name, wrongly_split
from kg.arabic.name_parts import LEADING, TRAILING
from kg.arabic.name_words import (
    NAMES_TOO,
    TITLES,
    can_be_surname,
    is_family_part,
    is_first_name,
    is_function_word,
    is_given_name,
    is_last_name,
    is_stop,
)
from kg.arabic.tokens import Token, TokenKind
from kg.arabic.words import marks

Span = tuple[int, int]
_ORDINARY = folded_words(
    """
    الثاني الحالي الماضي التالي العسكري الرئاسي السياسي الأمني الرسمي الإعلامي الصحفي الشخصي الاثنين النووي
    """
)
_AFTER_FAMILY = frozenset({"زاده", "اوغلو", "اوغلي", "اوغلى"})
# How Slavic, Turkish, Armenian, Georgian and German family names end.
_FAMILY_ENDINGS = ("وف", "وفا", "ييف", "يفا", "سكي", "فيتش", "يتش", "نكو", "شفيلي", "اوغلو", "زاده", "برغ", "شتاين")
_BEFORE_VERBS = frozenset({"قد", "لقد", "لم", "لن", "سوف"})
# ابن عم is a cousin, no part of a name.
_UNCLES = frozenset({"عم", "عمه", "عمت", "خال", "خاله", "خالت", "شقيق", "شقيقه", "شقيقت", "اخ", "اخت"})
# زاده ends Iranian names; after other words ه is a pronoun.
_ZADEH = ("زاد", "ه")


def grown(tokens: Sequence[Token], start: int, end: int, least: int) -> Span:
    """Return the name at tokens ``start`` to ``end`` with what belongs to it on both sides, from ``least`` on."""
    while (
        start > least
        and not tokens[start].glued
        and _leads(tokens[start - 1])
        and not follows_particle(tokens, start - 1)
        and not belongs_to_phrase(tokens, start - 1, end)
    ):
        start -= 1
    while end < len(tokens) and _goes_on(tokens, start, end):
        end += 1
    return start, end


def _leads(token: Token) -> bool:
    if token.kind is not TokenKind.WORD or token.norm == "ذو":
        return False
    return (token.norm in ("عبد", "ابو", "ابي", "بن", "ال") and is_family_part(token)) or is_first_name(token)


def follows_particle(tokens: Sequence[Token], at: int) -> bool:
    """Whether the particle before makes the word a verb, whatever else it may be: قد أشرف محمد."""
    return at > 0 and tokens[at - 1].norm in _BEFORE_VERBS


def belongs_to_phrase(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the word before a name is part of the phrase before: الشاب الأمير محمد, المشرعة جو كوكس, لصالح بوتين."""
    if end - start < 2:
        return False
    token, after = tokens[start], tokens[start + 1]
    if token.norm == "صالح":
        before = tokens[start - 1] if start and token.glued else None
        return before is not None and before.norm == "ل" and not after.definite
    titled = token.definite and after.definite and after.norm in TITLES and end - start > 2
    feminine = token.definite and token.text.endswith("ة") and not after.definite and not marks(token.norm).lists
    return titled or (feminine and marks(token.norm).named < "4")


def _goes_on(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the token at ``end`` belongs to the name that so far is ``start`` to ``end``."""
    token, last = tokens[end], tokens[end - 1]
    if token.glued:
        started = last.kind is TokenKind.PROCLITIC and (token.kind is TokenKind.WORD or token.norm == "ي")
        return started or (last.norm, token.norm) == _ZADEH
    if ends_eastern_name(tokens, start, end) or _begins_zadeh(tokens, end):
        return True
    if token.kind is TokenKind.PROCLITIC and end + 1 < len(tokens):
        family = is_first_name(last) and begins_family_name(tokens, end)
        follows = last.norm in LEADING or tokens[end + 1].norm == "ي" or family
        return follows and tokens[end + 1].glued and wrongly_split(tokens, end)
    if token.kind is not TokenKind.WORD or is_stop(token) or is_function_word(token):
        return False
    if end + 1 < len(tokens) and tokens[end + 1].norm in _AFTER_FAMILY and not token.definite:
        return True
    return _is_compound(tokens, start, end) or _is_next_name(tokens, start, end)


def _begins_zadeh(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at ``at`` is the زاد of زاده, taken for a verb with its pronoun."""
    return at + 1 < len(tokens) and (tokens[at].norm, tokens[at + 1].norm) == _ZADEH and tokens[at + 1].glued


def _is_compound(tokens: Sequence[Token], start: int, end: int) -> bool:
    token, last = tokens[end], tokens[end - 1]
    if last.norm in LEADING and last.kind is TokenKind.WORD and last.text != "أبي":
        return not (last.norm == "ابن" and end - start == 1)
    son = token.norm in ("بن", "ابن") and end + 1 < len(tokens) and tokens[end + 1].norm not in _UNCLES
    return token.norm in TRAILING or son


def _is_next_name(tokens: Sequence[Token], start: int, end: int) -> bool:
    token, last = tokens[end], tokens[end - 1]
    given = is_given_name(last) and (is_given_name(token) or is_last_name(token) or token.text in NAMES_TOO)
    return given or _is_family_name(tokens, start, end) or _is_foreign_name(last, token)


def _is_foreign_name(last: Token, token: Token) -> bool:
    """Whether ``token`` after a given name is written nowhere else in newswire, or in names only."""
    known = marks(token.norm)
    rare = known.word == "0" and known.named not in "01234"
    family = len(token.norm) > 4 and token.norm.endswith(_FAMILY_ENDINGS) and known.verb < "3" and known.word < "6"
    given = marks(last.norm).name >= "3"
    return not token.definite and given and (rare or (family and is_first_name(last)))


def _is_family_name(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the definite word at ``end`` is the family name of a kunya or of given names (محمد شياع السوداني)."""
    token = tokens[end]
    if not token.definite or token.norm in _ORDINARY:
        return False
    if ends_compound(tokens, start, end):
        return token.norm[-1] == "ي"
    if tokens[end - 1].definite:
        return False
    kunya = tokens[start].norm in ("ابو", "ابي", "ابا") and end - start == 2 and can_be_surname(token)
    nisba = token.norm[-1] == "ي" or marks(token.norm).word < "3"
    given = end - start >= 2 and "f" in marks(tokens[start].norm).lists and nisba
    return kunya or given


def compounds(tokens: Sequence[Token]) -> list[Span]:
    """Return the given names made with عبد and a name of God, in one word or two: whoever is called so is a person."""
    found: list[Span] = []
    for at, token in enumerate(tokens):
        if token.kind is not TokenKind.WORD:
            continue
        if token.norm == "عبد" and at + 1 < len(tokens) and tokens[at + 1].definite:
            found.append((at, at + 2))
        elif token.norm.startswith("عبدال") and len(token.norm) > 6:
            found.append((at, at + 1))
    return found


def ends_compound(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the name ``start`` to ``end`` ends with a given name made of two words (عبد الملك، عبدالملك، نصر الله).

    What follows is a family name, never an adjective: عبد الملك الحوثي.
    """
    last = tokens[end - 1].norm
    parted = end - start >= 2 and (tokens[end - 2].norm == "عبد" or last in TRAILING)
    return parted or (last.startswith("عبدال") and len(last) > 6)
