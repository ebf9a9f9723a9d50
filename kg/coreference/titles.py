"""Titles that stand alone: whom they mean in their article."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

from kg.arabic.tokens import TokenKind
from kg.document import Document
from kg.roles import TitleMention
from kg.roles.kinds import MINISTERS, SINGLE

_LEADERS = frozenset({"قايد", "رييس", "زعيم", "امير"})

_BEFORE, _AFTER = 60, 20
"""How many named titles before and after one that stands alone may tell whom it means."""


@dataclass(frozen=True, slots=True)
class Held:
    """A title with the key of the person who is named with it."""

    title: TitleMention
    person: str


def holder_of(
    doc: Document, title: TitleMention, held: list[Held], starts: list[int], bodies: Mapping[int, str]
) -> str | None:
    """Return the person whom ``title``, standing alone, means: the last holder of it before, else the first after.

    ``held`` is in order, ``starts`` their places; ``bodies`` are the names of forces and organizations by first token.
    """
    if title.number > 1 or _introduces(doc, title):
        return None
    at = bisect_left(starts, title.start)
    around = held[max(0, at - _BEFORE) : at + _AFTER]
    fits = [h for h in around if _fits(doc, bodies, title, h.title)]
    fits = [h for h in fits if _words(doc, h.title) == _words(doc, title)] or fits
    before = [h for h in fits if h.title.start < title.start]
    if before:
        return _best(title, before[::-1]).person
    same = {h.person for h in fits if h.title.country == title.country or title.country is None}
    return fits[0].person if len(same) == 1 and fits[0].person in same else None


def _introduces(doc: Document, title: TitleMention) -> bool:
    """Whether an indefinite phrase below the headline speaks of somebody new: قال متحدث عسكري، مسؤول في الوزارة."""
    head = title.title[0]
    if doc.tokens[head].definite or head + 1 >= len(doc.tokens) or head < doc.sentences[0].last:
        return False
    sentence = doc.sentence_of(head)
    tag = doc.tags(sentence)[head + 1 - sentence.first] if head + 1 < sentence.last else ""
    behind = doc.tokens[head + 1]
    return behind.norm in ("ب", "في", "لدي", "ل") or (tag == "ADJ" and not behind.definite)


def _best(title: TitleMention, fits: list[Held]) -> Held:
    return next((h for h in fits if h.title.country == title.country and title.country), fits[0])


def _fits(doc: Document, bodies: Mapping[int, str], alone: TitleMention, named: TitleMention) -> bool:
    if alone.country and named.country and alone.country != named.country:
        return False
    if (alone.former and not named.former) or (alone.feminine and not named.feminine):
        return False
    if alone.role == named.role:
        return _same_office(doc, bodies, alone, named)
    if _leads(doc, alone) and _leads(doc, named) and _of_one_body(doc, bodies, alone, named):
        return True
    bare = alone.title[1] - alone.title[0] == 1 and alone.organization is None
    return bare and doc.tokens[alone.title[0]].definite and _same_head(doc, alone, named)


def _same_office(doc: Document, bodies: Mapping[int, str], alone: TitleMention, named: TitleMention) -> bool:
    """Whether two titles of one role may be of one office; زعيمه is that of the body which the pronoun means."""
    if named.relative and named.organization:
        return len(_words(doc, alone)) < 2 or _names_only(doc, bodies, alone, named.organization)
    return _same_body(doc, alone, named) or _of_one_body(doc, bodies, alone, named)


def _same_body(doc: Document, alone: TitleMention, named: TitleMention) -> bool:
    """Whether both titles may be of the same office: an office of which a state has one, or the same words."""
    if alone.role in SINGLE:
        return True
    one, other = _words(doc, alone), _words(doc, named)
    return len(one) < 2 or len(other) < 2 or _shortens(one, other) or one[: len(other)] == other[: len(one)]


def _shortens(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether ``one`` leaves out words of ``other``: المتحدث باسم التحالف of المتحدث الرسمي باسم قوات التحالف; where
    the body is (رئيس لجنة في المجلس) is none of them.
    """
    told = other[: other.index("في")] if "في" in other else other
    return len(one) < len(told) and set(one) <= set(told)


def _leads(doc: Document, title: TitleMention) -> bool:
    """Whether the title is one of those that whoever leads a body may have in turn: قائد, رئيس, زعيم."""
    return title.role not in SINGLE and doc.tokens[title.title[0]].stem in _LEADERS


def _of_one_body(doc: Document, bodies: Mapping[int, str], one: TitleMention, other: TitleMention) -> bool:
    """Whether both titles are of one body, whatever it is called, and tell of nothing beside it."""
    if one.organization is None or one.organization != other.organization or one.place != other.place:
        return False
    return all(_names_only(doc, bodies, title, one.organization) for title in (one, other))


def _names_only(doc: Document, bodies: Mapping[int, str], title: TitleMention, body: str) -> bool:
    """Whether nothing stands between the first noun and ``body``: رئيس القيادة, not رئيس عمليات القيادة."""
    behind = title.title[0] + 1
    behind += doc.tokens[behind].norm == "ل"
    return bodies.get(behind) == body


def _words(doc: Document, title: TitleMention) -> tuple[str, ...]:
    return tuple(token.stem for token in doc.tokens[slice(*title.title)] if token.kind is not TokenKind.ENCLITIC)


def _same_head(doc: Document, alone: TitleMention, named: TitleMention) -> bool:
    head, other = doc.tokens[alone.title[0]].stem, doc.tokens[named.title[0]].stem
    return head == other or (alone.role in MINISTERS and named.role in MINISTERS)
