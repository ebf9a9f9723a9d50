"""One article to its facts: a pure function of the article and the lexicon."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from spacy.language import Language

from kg.clean import clean
from kg.evidence import Evidencer
from kg.lexicon import Lexicon
from kg.pipeline import create_nlp
from kg.records import Article, ArticleFacts


def extract(article: Article, lexicon: Lexicon) -> ArticleFacts:
    """Return the facts of ``article``, each with its evidence in ``article.raw``."""
    nlp = nlp_of(lexicon)
    cleaned = clean(article)
    doc = nlp.make_doc(cleaned.text)
    doc._.khabar.published = date.fromisoformat(article.published) if article.published else None
    doc._.evidence = Evidencer(doc._.khabar, cleaned, article.raw)
    doc = nlp(doc)
    entities = doc._.cast.entities
    return ArticleFacts(
        article=article,
        entities=tuple(entities[key] for key in sorted(entities)),
        roles=tuple(doc._.roles),
        statements=tuple(doc._.statements),
        events=tuple(doc._.events),
    )


@lru_cache(maxsize=2)
def nlp_of(lexicon: Lexicon) -> Language:
    """Return the pipeline driven by ``lexicon``, made once."""
    return create_nlp(lexicon)
