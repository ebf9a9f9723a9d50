"""From names and titles to the cast of an article."""

from __future__ import annotations

import re

from kg.arabic.normal import fold
from kg.coreference.cast import Cast
from kg.coreference.fame import country_of_famous
from kg.coreference.lands import article_country, settle_countries
from kg.coreference.people import NameForm, Person, join, name_form
from kg.coreference.holdings import distinct
from kg.coreference.titles import Held, holder_of
from kg.document import Document
from kg.entities import Found, Mention
from kg.records import Entity, Kind
from kg.roles import TitleMention


def assemble(doc: Document, found: Found, titles: list[TitleMention]) -> Cast:
    """Return the cast of ``doc``: names found, short forms joined to full ones, titles alone resolved."""
    people = join(_forms(doc, titles))
    keys = {form.start: _key(doc, person) for person in people for form in person.forms}
    country = article_country(doc, found)
    fame = {_key(doc, p): land for p in people if (land := country_of_famous(doc.lexicon, p))}
    titles = settle_countries(doc, found, titles, keys, fame)
    held = [Held(title, keys[title.name[0]]) for title in titles if title.name]
    pairs = [(title, keys[title.name[0]] if title.name else holder_of(doc, title, held)) for title in titles]
    pairs = distinct(pairs)
    entities = dict(found.entities) | {_key(doc, p): _entity(doc, p) for p in people}
    mentions = list(found.mentions) + _mentions(doc, people, pairs, entities)
    mentions.sort(key=lambda m: (m.start, -m.end))
    feminine = frozenset(person for title, person in pairs if person and title.feminine and title.name)
    return Cast(doc, mentions, entities, pairs, country, feminine)


def _forms(doc: Document, titles: list[TitleMention]) -> list[NameForm]:
    """Return every name: those with titles as the titles have them, the others as the name finder has them."""
    spans = sorted({title.name for title in titles if title.name})
    covered = {place for start, end in spans for place in range(start, end)}
    spans += [(start, end) for start, end in doc.names if not covered.intersection(range(start, end))]
    return [name_form(doc, *span) for span in sorted(spans)]


def _text(doc: Document, form: NameForm) -> str:
    return re.sub(r"\s+", " ", doc.slice(form.start, form.end))


def _key(doc: Document, person: Person) -> str:
    return "person:" + _text(doc, person.fullest)


def _entity(doc: Document, person: Person) -> Entity:
    name = _text(doc, person.fullest)
    others = {_text(doc, form) for form in person.forms} - {name}
    return Entity(key="person:" + name, kind=Kind.PERSON, name=name, aliases=tuple(sorted(others)))


def _mentions(
    doc: Document, people: list[Person], pairs: list[tuple[TitleMention, str | None]], entities: dict[str, Entity]
) -> list[Mention]:
    """Return a mention for each title phrase and each name outside of them; unnamed holders of titles become entities."""
    mentions = []
    covered: set[int] = set()
    for title, person in pairs:
        key = person or _unnamed(doc, title, entities)
        kind = Kind.PERSON if person else Kind.UNNAMED
        mentions.append(Mention(title.start, title.end, title.title[0], kind, key, title.rule))
        covered.update(range(title.start, title.end))
    for person_ in people:
        key = _key(doc, person_)
        mentions += [
            Mention(form.start, form.end, form.start, Kind.PERSON, key, "name") for form in person_.forms if form.start not in covered
        ]
    return mentions


def _unnamed(doc: Document, title: TitleMention, entities: dict[str, Entity]) -> str:
    name = re.sub(r"\s+", " ", doc.slice(title.start, title.end))
    key = "title:" + fold(name)
    entities.setdefault(key, Entity(key=key, kind=Kind.UNNAMED, name=name, country=title.country))
    return key
