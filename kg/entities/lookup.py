"""Small questions that later stages ask of a document's words."""

from __future__ import annotations

from kg.arabic.tokens import TokenKind
from kg.document import Document
from kg.lexicon import DEMONYM, DEMONYM_PLURAL


def demonym_at(doc: Document, at: int) -> str | None:
    """Return the code of the country whose demonym stands at token ``at``, or None."""
    for match in doc.matches:
        if match.start == at and match.prop in (DEMONYM, DEMONYM_PLURAL) and match.concept.get("iso3166"):
            return match.concept.get("iso3166")
    return None


def country_of(doc: Document, start: int, end: int) -> str | None:
    """Return the code of the country that tokens ``start`` to ``end`` (half-open) tell first: by name, capital or
    demonym.
    """
    for match in doc.matches:
        if start <= match.start and match.end <= end and match.concept.scheme == "countries":
            return match.concept.get("iso3166")
    return None


def is_definite(doc: Document, start: int, end: int) -> bool:
    """Whether the noun phrase of tokens ``start`` to ``end`` is definite: by article, pronoun, or the noun it belongs
    to.
    """
    tokens = doc.tokens
    if tokens[start].definite:
        return True
    return end - start > 1 and (tokens[start + 1].definite or tokens[start + 1].kind == TokenKind.ENCLITIC)
