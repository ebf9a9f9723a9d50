"""The leader of a body that a pronoun means: in تنظيم القاعدة وزعيمه X the leader of an armed group."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from kg.document import Document
from kg.entities import Found
from kg.records import Entity, Kind
from kg.roles import TitleMention
from kg.roles.grammar import LEADERS
from kg.roles.kinds import ARMED

_LED = frozenset({Kind.COUNTRY, Kind.FORCE, Kind.ORGANIZATION})


def with_bodies(doc: Document, found: Found, titles: Sequence[TitleMention]) -> list[TitleMention]:
    """Return ``titles``, those of leaders by a pronoun with the body that it means: the last named in the sentence."""
    starts = [mention.start for mention in found.mentions]
    return [_with_body(doc, found, starts, title) if _is_theirs(doc, title) else title for title in titles]


def _is_theirs(doc: Document, title: TitleMention) -> bool:
    bare = title.relative and title.organization is None and title.country is None
    return bare and doc.tokens[title.title[0]].stem in LEADERS


def _with_body(doc: Document, found: Found, starts: list[int], title: TitleMention) -> TitleMention:
    body = _last_body(found, starts, doc.sentence_of(title.start).first, title.start)
    if body is None or body.kind is Kind.COUNTRY:
        return title
    role = "militia-leader" if body.force_kind in ARMED else title.role
    return replace(title, role=role, organization=body.name, country=body.country)


def _last_body(found: Found, starts: list[int], first: int, end: int) -> Entity | None:
    """Return the last country, force or organization that is named from token ``first`` to ``end``."""
    near = found.mentions[bisect_left(starts, first) : bisect_left(starts, end)]
    return next((found.entities[m.key] for m in reversed(near) if m.kind in _LED), None)
