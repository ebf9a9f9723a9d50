"""A title inside a title, and which of both the name belongs to: المتحدث باسم رئيس الوزراء X."""

from __future__ import annotations

from dataclasses import replace

from kg.arabic.tokens import TokenKind
from kg.roles.grammar import FORMER
from kg.roles.holders import Holder, name_before, skip_ranks
from kg.roles.kinds import HEADS
from kg.roles.known import known_roles
from kg.roles.links import kin_and
from kg.roles.making import mention_of
from kg.roles.mention import TitleMention
from kg.roles.phrase import Phrase
from kg.roles.reading import COMMAS, Reading

_CHOSEN = frozenset({"مرشح", "مرشحه"})


def split_names(
    reading: Reading, phrase: Phrase, holder: Holder | None, first: int, stop: int
) -> list[TitleMention] | None:
    """Return both titles where there is a name for each: مستشار الرئيس الأميركي X، Y; Y مستشار الرئيس الأميركي X.
    Else None.
    """
    inner = phrase.inner or _head_of_state(phrase.served_by_deputy)
    if inner is None or holder is None or holder.start < phrase.end:
        return None
    if not inner.chosen.office:
        return [mention_of(phrase, name_before(reading, phrase, first, set()))]
    outer = _second_name(reading, holder, stop) if phrase.inner else None
    outer = outer or name_before(reading, phrase, first, set()) or kin_and(reading, phrase, first)
    if outer is None:
        return None
    titles = [mention_of(phrase, outer._replace(rule="title of title, two names", confidence=0.8))]
    return [*titles, replace(mention_of(inner, holder), start=inner.head, end=holder.end)]


def _head_of_state(served: Phrase | None) -> Phrase | None:
    """Return ``served`` where everybody is told whose deputy one is: نائب الرئيس الأمريكي، X."""
    return served if served is not None and served.role in HEADS else None


def _second_name(reading: Reading, holder: Holder, stop: int) -> Holder | None:
    at = holder.end
    at += at < stop and reading.tokens[at].text in COMMAS
    start = skip_ranks(reading, at, stop)
    end = reading.name_ends.get(start)
    return holder._replace(start=start, end=end, edge=end) if end is not None and start < stop else None


def settle_inner(reading: Reading, titles: list[TitleMention]) -> list[TitleMention]:
    """Give the name to the inner title where the article names that person with it elsewhere, or where the outer
    is anyone's.
    """
    holders: dict[tuple[str, str], None] = {}
    for title in titles:
        if title.name and title.inner is None:
            holders[title.role, reading.tokens[title.name[1] - 1].stem] = None
    return [part for title in titles for part in _settled(reading, title, holders)]


def _settled(reading: Reading, title: TitleMention, holders: dict[tuple[str, str], None]) -> tuple[TitleMention, ...]:
    if title.name is None or not _inner_holds(reading, title, holders):
        return (title,)
    outer = replace(title, name=None, rule="title alone", inner=None)
    return outer, _given(reading, title)


def _inner_holds(reading: Reading, title: TitleMention, holders: dict[tuple[str, str], None]) -> bool:
    if title.inner is None or title.name is None or title.name[0] < title.inner[0]:
        return False
    if (title.inner[1], reading.tokens[title.name[1] - 1].stem) in holders:
        return True
    if _known_holder(reading, title):
        return True
    head, following = reading.tokens[title.start], reading.tokens[title.start + 1]
    if head.stem in _CHOSEN or (head.norm.endswith("ا") and not head.definite and not head.stem.endswith("يا")):
        return True
    return not head.definite and following.norm in ("من", "في", "ب", "ل")


def _known_holder(reading: Reading, title: TitleMention) -> bool:
    """Whether the name is that of someone known to have held the inner office: المتحدث باسم رئيسة الوزراء تيريزا
    ماي.
    """
    if title.inner is None or title.name is None:
        return False
    roles = known_roles(reading, *title.name)
    return title.inner[1] in roles and title.role not in roles


def _given(reading: Reading, title: TitleMention) -> TitleMention:
    at, role = title.inner or (title.start, title.role)
    end = title.title[1] if title.title[1] > at else _own_end(reading, title, at)
    return replace(title, start=at, title=(at, end), role=role, rule="title name", inner=None, organization=None)


def _own_end(reading: Reading, title: TitleMention, at: int) -> int:
    """Return where the words of the inner title at ``at`` end, an adjective having closed the outer one: مستشارا
    سابقا لنائب الرئيس السابق X.
    """
    end = title.name[0] if title.name else title.end
    while end > at + 1 and (reading.tokens[end - 1].kind is TokenKind.PUNCT or reading.tokens[end - 1].stem in FORMER):
        end -= 1
    return end
