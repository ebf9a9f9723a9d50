"""From names and titles to the cast of an article."""

from __future__ import annotations

from kg.arabic.normal import fold
from kg.coreference.announced import named_by_rank, named_while_speaking
from kg.coreference.cast import Cast
from kg.coreference.deputies import as_deputies
from kg.coreference.fame import country_of_famous
from kg.coreference.holdings import distinct
from kg.coreference.lands import article_country
from kg.coreference.leaders import with_bodies
from kg.coreference.owners import settle_countries
from kg.coreference.people import NameForm, Person, join, name_form
from kg.coreference.terms import with_terms
from kg.coreference.titles import Held, holder_of
from kg.document import Document
from kg.entities import Found, Mention
from kg.records import Entity, Kind
from kg.roles import TitleMention
from kg.roles.people import people_names
from kg.roles.reading import BODY_KINDS


def assemble(doc: Document, found: Found, titles: list[TitleMention]) -> Cast:
    """Return the cast of ``doc``: names found, short forms joined to full ones, titles alone resolved."""
    titles = with_bodies(doc, found, with_terms(doc, named_while_speaking(doc, named_by_rank(doc, titles))))
    people = join(doc, _forms(doc, titles))
    keys = {form.start: person.key for person in people for form in person.forms}
    titles = as_deputies(doc, titles, keys)
    country = article_country(doc, found)
    fame = {p.key: land for p in people if (land := country_of_famous(doc.lexicon, p))}
    titles = settle_countries(doc, found, titles, keys, fame)
    held = [Held(title, keys[title.name[0]]) for title in titles if title.name]
    starts = [h.title.start for h in held]
    bodies = {m.start: found.entities[m.key].name for m in found.mentions if m.kind in BODY_KINDS}
    pairs = [
        (title, keys[title.name[0]] if title.name else holder_of(doc, title, held, starts, bodies)) for title in titles
    ]
    pairs = distinct(pairs)
    entities = dict(found.entities) | {p.key: _entity(doc, p) for p in people}
    mentions = list(found.mentions) + _mentions(doc, people, pairs, entities)
    mentions.sort(key=lambda m: (m.start, -m.end))
    feminine = frozenset(person for title, person in pairs if person and title.feminine and title.name)
    return Cast(doc, mentions, entities, pairs, country, feminine)


def _forms(doc: Document, titles: list[TitleMention]) -> list[NameForm]:
    """Return every name: those with titles as the titles have them, the others as the name finder has them."""
    roles: dict[tuple[int, int], str | None] = {title.served: None for title in titles if title.served}
    roles |= {title.name: title.role for title in titles if title.name}
    covered = {place for start, end in roles for place in range(start, end)}
    others = [span for span in people_names(doc) if not covered.intersection(range(*span))]
    forms = (name_form(doc, *span, role=roles.get(span)) for span in sorted([*roles, *others]))
    return [form for form in forms if form.words]


def _entity(doc: Document, person: Person) -> Entity:
    """Return the entity of ``person``; a name in a hashtag stands as it is written, too (عبدالملك_الحوثي)."""
    tagged = {text for form in person.forms if "_" in (text := doc.slice(form.start, form.end))}
    others = ({form.text for form in person.forms} | tagged) - {person.name}
    return Entity(key=person.key, kind=Kind.PERSON, name=person.name, aliases=tuple(sorted(others)))


def _mentions(
    doc: Document, people: list[Person], pairs: list[tuple[TitleMention, str | None]], entities: dict[str, Entity]
) -> list[Mention]:
    """Return a mention for each title phrase and each name outside of them; unnamed holders of titles become
    entities.
    """
    mentions = []
    covered: set[int] = set()
    for title, person in pairs:
        key = person or _unnamed(doc, title, entities)
        kind = Kind.PERSON if person else Kind.UNNAMED
        mentions.append(Mention(title.start, title.end, title.title[0], kind, key, title.rule))
        covered.update(range(title.start, title.end))
    for person_ in people:
        key = person_.key
        mentions += [
            Mention(form.start, form.end, form.start, Kind.PERSON, key, "name")
            for form in person_.forms
            if form.start not in covered
        ]
    return mentions


def _unnamed(doc: Document, title: TitleMention, entities: dict[str, Entity]) -> str:
    name = doc.name_text(title.start, title.end)
    key = "title:" + fold(name)
    entities.setdefault(key, Entity(key=key, kind=Kind.UNNAMED, name=name, country=title.country))
    return key
