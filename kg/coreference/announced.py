"""Holders announced by title and then named: نفى قائد الشرطة الخبر. وقال العميد X; قال المتحدث كذا. وأضاف X كذا."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kg.document import Document, Sentence
from kg.roles import TitleMention
from kg.roles.grammar import SAYING
from kg.roles.people import people_names
from kg.roles.tables import words

_OPENING = 4
_GOING_ON = words("اضاف اضافت تابع تابعت اوضح اوضحت اردف اردفت استطرد استطردت واصل واصلت")
"""Verbs by which whoever spoke before goes on speaking."""
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


def named_while_speaking(doc: Document, titles: list[TitleMention]) -> list[TitleMention]:
    """Return ``titles`` with an office for who goes on speaking by name, where only a title spoke before."""
    spoke = {doc.sentence_of(title.start).first: title for title in titles if _speaks(doc, title)}
    named = list(_named_next(doc, spoke)) if spoke else []
    return sorted([*titles, *named], key=lambda title: title.start) if named else titles


def _named_next(doc: Document, spoke: Mapping[int, TitleMention]) -> Iterator[TitleMention]:
    """Yield the office of whoever is named for the first time right after a sentence of ``spoke``, by first tokens."""
    names, seen = dict(people_names(doc)), set[str]()
    last: TitleMention | None = None
    for sentence in doc.sentences:
        at = _speaker_place(doc, sentence)
        end = names.get(at, at)
        new = end - at > 1 and doc.tokens[end - 1].stem not in seen
        if last is not None and new and _agrees(doc, at, last):
            yield replace(last, start=at, end=end, name=(at, end), rule="title, then name", confidence=0.8)
        here = (names[place] for place in range(sentence.first, sentence.last) if place in names)
        seen.update(doc.tokens[place - 1].stem for place in here)
        last = spoke.get(sentence.first)


def _speaker_place(doc: Document, sentence: Sentence) -> int:
    """Return the place after the verb of going on that opens ``sentence``; where none does, its start."""
    verb = sentence.first + (doc.tokens[sentence.first].norm in ("و", "ف"))
    goes_on = verb + 1 < sentence.last and doc.tokens[verb].norm in _GOING_ON
    return verb + 1 if goes_on else sentence.first


def _agrees(doc: Document, at: int, title: TitleMention) -> bool:
    """Whether the verb before the name at ``at`` has the gender of ``title``."""
    verb = doc.tokens[at - 1].norm
    return verb in _GOING_ON and verb.endswith("ت") == title.feminine


def _speaks(doc: Document, title: TitleMention) -> bool:
    """Whether ``title``, alone, is the subject of the verb of saying that opens its sentence."""
    if title.name or title.number > 1 or title.again:
        return False
    first = doc.sentence_of(title.start).first
    verb = first + (doc.tokens[first].norm in ("و", "ف"))
    return title.start == verb + 1 and doc.tokens[verb].norm in SAYING
