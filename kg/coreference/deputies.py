"""The deputy of someone called by name (نائب ترامب X): the office that the deputy of such an office holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.document import Document
from kg.roles import TitleMention
from kg.roles.counterparts import DEPUTY_OF
from kg.roles.grammar import DEPUTY


def as_deputies(doc: Document, titles: Sequence[TitleMention], keys: Mapping[int, str]) -> list[TitleMention]:
    """Return ``titles``, those of deputies by the offices of whom they serve; ``keys`` names people by first token."""
    offices: dict[str, str] = {}
    for title in titles:
        if title.name and title.role in DEPUTY_OF:
            offices.setdefault(keys[title.name[0]], title.role)
    return [_as_deputy(doc, title, keys, offices) for title in titles]


def _as_deputy(doc: Document, title: TitleMention, keys: Mapping[int, str], offices: Mapping[str, str]) -> TitleMention:
    served = offices.get(keys.get(title.served[0], "")) if title.served else None
    deputizes = doc.tokens[title.title[0]].stem in DEPUTY
    return replace(title, role=DEPUTY_OF[served]) if deputizes and served else title
