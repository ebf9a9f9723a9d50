"""One article to its facts: a pure function of the article and the lexicon. The whole flow in ten lines."""

from __future__ import annotations

from datetime import date

from kg.clean import clean
from kg.coreference import Cast, assemble
from kg.document import analyse
from kg.entities import find_entities
from kg.events import find_events
from kg.evidence import Evidencer
from kg.lexicon import Lexicon
from kg.records import Article, ArticleFacts, RoleHolding
from kg.roles import find_titles
from kg.statements import find_statements


def extract(article: Article, lexicon: Lexicon) -> ArticleFacts:
    """Return the facts of ``article``, each with its evidence in ``article.raw``."""
    cleaned = clean(article)
    published = date.fromisoformat(article.published) if article.published else None
    doc = analyse(cleaned.text, lexicon, published)
    found = find_entities(doc)
    cast = assemble(doc, found, find_titles(doc, found))
    evidence = Evidencer(doc, cleaned, article.raw)
    roles = holdings(cast, evidence)
    events = find_events(cast, evidence)
    statements = find_statements(cast, roles, events, evidence)
    entities = tuple(cast.entities[key] for key in sorted(cast.entities))
    return ArticleFacts(article=article, entities=entities, roles=tuple(roles), statements=tuple(statements), events=tuple(events))


def holdings(cast: Cast, evidence: Evidencer) -> list[RoleHolding]:
    """Return the role holdings of the titles whose person is named."""
    return [
        RoleHolding(
            holder=person,
            role=title.role,
            title=cast.doc.slice(*title.title),
            country=title.country,
            organization=title.organization,
            place=title.place,
            former=title.former,
            standing=title.standing,
            since=title.since,
            until=title.until,
            evidence=evidence.of_tokens(title.start, title.end, rule=title.rule, confidence=title.confidence),
        )
        for title, person in cast.titles
        if person is not None and title.name is not None
    ]
