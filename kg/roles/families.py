"""Family names by which the well-known people of the ontology go."""

from __future__ import annotations

from functools import lru_cache

from kg.arabic.normal import fold
from kg.lexicon import NOUN_LABELS, Lexicon


@lru_cache(maxsize=8)
def known_families(lexicon: Lexicon) -> frozenset[str]:
    """Return the last words of the names of the well-known people of ``lexicon``, in normal form."""
    names = (text for person in lexicon.scheme("people") for prop in NOUN_LABELS for text in person.texts(prop))
    return frozenset(fold(name.split()[-1]) for name in names if " " in name)
