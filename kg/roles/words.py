"""What kind of word stands at a place, as far as titles care."""

from __future__ import annotations

from kg.arabic.tokens import Token, TokenKind
from kg.records import Kind
from kg.roles import grammar as g
from kg.roles.reading import BODY_KINDS, COMMAS, QUOTES, Reading
from kg.roles.vocabulary import Use


def begins_construct(reading: Reading, at: int, stop: int, *tags: str) -> bool:
    """Whether token ``at`` is a noun without the article that a definite noun or a known name completes: تحرير
    الصحيفة.
    """
    if at + 1 >= stop or reading.tokens[at].definite or reading.tag(at) not in tags or at in reading.name_ends:
        return False
    following = reading.tokens[at + 1]
    closes = following.kind is TokenKind.WORD and following.definite and following.norm not in g.TIME_WORDS
    return closes or reading.mention(at + 1, *BODY_KINDS, Kind.COUNTRY, Kind.PLACE) is not None


def begins_office(reading: Reading, at: int) -> bool:
    """Whether a title of several words begins at ``at``, so that the word is no adjective: الرئيس التنفيذي."""
    if not reading.tokens[at].definite or not reading.vocabulary.starts(reading.tokens[at]):
        return False
    found = reading.vocabulary.match(reading.tokens, at, min(at + 4, len(reading.tokens)))
    return any(match.end - at > 1 and match.entries[0].use is Use.LABEL for match in found)


def still_agrees(reading: Reading, at: int) -> bool:
    """Whether the definite word at ``at`` may still be an adjective of the title after its country's adjective was
    read.
    """
    stem = reading.tokens[at].stem
    return stem.endswith(("ي", "يه")) or stem in g.IDLE_ADJECTIVES or reading.tag(at - 1) in ("NOUN", "PROPN")


def is_adjective(reading: Reading, at: int) -> bool:
    """Whether token ``at`` is an adjective by its tag, its ending ي or the table."""
    return reading.tag(at) == "ADJ" or surely_adjective(reading, at)


def surely_adjective(reading: Reading, at: int) -> bool:
    """Whether token ``at`` is an adjective by its form alone: الديني, البارز."""
    stem = reading.tokens[at].stem
    return stem.endswith(("ي", "يه")) or stem in g.IDLE_ADJECTIVES


def before_name(reading: Reading, at: int, stop: int) -> bool:
    """Whether a name, a rank or a country's adjective stands at token ``at``: what comes before it is complete."""
    if at + 1 < stop and reading.tokens[at].text in COMMAS:
        at += 1
    return at < stop and (at in reading.name_ends or is_titled(reading.tokens[at]) or reading.demonym(at) is not None)


def is_titled(token: Token) -> bool:
    """Whether ``token`` is a rank or an honorific with its article."""
    return token.definite and (token.stem in g.RANKS or token.stem in g.HONORIFICS)


_OF_YEARS = frozenset({"الماضي", "المقبل", "الجاري", "الحالي", "المنصرم", "القادم", "الفايت", "الدراسي", "المالي"})


def public(reading: Reading, at: int, stop: int, head: int) -> bool:
    """Whether العام at token ``at`` of the title that begins at ``head`` is no year but an adjective: الأمن العام."""
    before = reading.tokens[at - 1]
    other_title = at - 1 != head and reading.vocabulary.starts(before)
    if reading.tokens[at].norm != "العام" or not before.definite or other_title:
        return False
    return at + 1 >= stop or reading.tokens[at + 1].norm not in _OF_YEARS


def may_hold_office(reading: Reading, at: int) -> bool:
    """Whether the word after ب may be the body in which an office is held: بجامعة القاهرة, بالمحكمة; never بإيقاف X."""
    token = reading.tokens[at]
    if token.stem in g.LEADERSHIP or reading.vocabulary.starts(token):
        return False
    known = reading.mention(at, *BODY_KINDS, Kind.COUNTRY, Kind.PLACE) is not None
    return token.definite or known or token.stem in g.BODIES or token.text in QUOTES


def second_adjective(reading: Reading, at: int) -> bool:
    """Whether the word after و is an adjective like the one before: الشؤون السياسية والبرلمانية."""
    first, second = reading.tokens[at - 2], reading.tokens[at]
    return first.definite and second.definite and first.stem.endswith("يه") and second.stem.endswith("يه")
