"""One article to its facts: a pure function of the article and the lexicon."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from spacy.language import Language

from kg.clean import clean
from kg.evidence import Evidencer
from kg.lexicon import Lexicon
from kg.pipeline import create_nlp
from kg.records import Article, ArticleFacts, Entity, Kind


def extract(article: Article, lexicon: Lexicon) -> ArticleFacts:
    """Return the facts of ``article``, each with its evidence in ``article.raw``."""
    nlp = nlp_of(lexicon)
    cleaned = clean(article)
    doc = nlp.make_doc(cleaned.text)
    doc._.khabar.published = date.fromisoformat(article.published) if article.published else None
    doc._.evidence = Evidencer(doc._.khabar, cleaned, article.raw)
    doc = nlp(doc)
    facts = ArticleFacts(
        article=article,
        roles=tuple(doc._.roles),
        statements=tuple(doc._.statements),
        events=tuple(doc._.events),
    )
    return replace(facts, entities=tuple(_entities(doc._.cast.entities, facts)))


def _entities(entities: dict[str, Entity], facts: ArticleFacts) -> Iterator[Entity]:
    """Yield the entities of an article in order; who has no name only as somebody to whom a fact belongs."""
    named = {role.holder for role in facts.roles}
    named |= {key for said in facts.statements for key in (*said.speakers, *said.about, said.via) if key}
    named |= {key for event in facts.events for key in (event.place, *(p.entity for p in event.participants)) if key}
    for key in sorted(entities):
        if entities[key].kind is not Kind.UNNAMED or key in named:
            yield entities[key]


@lru_cache(maxsize=2)
def nlp_of(lexicon: Lexicon) -> Language:
    """Return the pipeline driven by ``lexicon``, made once."""
    return create_nlp(lexicon)
