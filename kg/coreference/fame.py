"""People whose country any reader knows, from the scheme of people."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from kg.arabic.name_parts import compatible
from kg.arabic.tokens import TokenKind, tokenize
from kg.coreference.people import Person
from kg.lexicon import NOUN_LABELS, Lexicon

_Known = dict[str, list[tuple[str, str]]]


@lru_cache(maxsize=8)
def _actors(lexicon: Lexicon) -> _Known:
    """Return the names of the well-known people, by their last word."""
    known: _Known = defaultdict(list)
    for concept in lexicon.scheme("people"):
        country = concept.get("countryCode")
        for label in (text for prop in NOUN_LABELS for text in concept.texts(prop)):
            words = tuple(t.stem for t in tokenize(label) if t.kind in (TokenKind.WORD, TokenKind.PROCLITIC))
            if country and words:
                known[words[-1]].append((label, country))
    return known


def country_of_famous(lexicon: Lexicon, person: Person) -> str | None:
    """Return the country of ``person`` where the scheme of people knows exactly one of that name."""
    words = person.fullest.words
    if not words:
        return None
    countries = {country for label, country in _actors(lexicon).get(words[-1], ()) if compatible(person.name, label)}
    return countries.pop() if len(countries) == 1 else None
