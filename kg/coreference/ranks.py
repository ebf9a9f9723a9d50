"""A commander announced by title and then named by rank: نفى قائد الشرطة الخبر. وقال العميد X."""

from __future__ import annotations

from dataclasses import replace

from kg.document import Document
from kg.roles import TitleMention

_OPENING = 4
COMMANDS = frozenset({"commander", "deputy-commander", "chief-of-staff", "spokesperson", "director", "official"})


def named_by_rank(doc: Document, titles: list[TitleMention]) -> list[TitleMention]:
    """Return ``titles`` with the office of an unnamed commander given to the officer whom the next sentence names."""
    out = list(titles)
    for index in range(1, len(out)):
        officer, office = out[index], out[index - 1]
        if officer.role == "military-officer" and officer.name and _announces(doc, office, officer):
            out[index] = replace(
                officer, role=office.role, title=office.title, organization=office.organization, place=office.place,
                country=officer.country or office.country, rule="title, then rank name", confidence=0.8,
            )  # fmt: skip
    return out


def _announces(doc: Document, office: TitleMention, officer: TitleMention) -> bool:
    if office.name or office.number > 1 or office.role not in COMMANDS:
        return False
    if doc.tokens[office.title[0]].norm.endswith("ا"):
        return False
    opening = doc.sentence_of(officer.start).first
    return doc.sentence_of(office.start).last == opening and officer.start - opening <= _OPENING
