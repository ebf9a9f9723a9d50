"""Adjectives of countries as a trie over stems: الأميركي, الكورية الشمالية."""

from __future__ import annotations

from functools import lru_cache

from kg.arabic.tokens import tokenize
from kg.lexicon import KG, Lexicon


@lru_cache(maxsize=8)
def country_adjectives(lexicon: Lexicon) -> dict[str, object]:
    """Return the demonyms of ``lexicon`` in the singular of both genders, each leading to its country's code."""
    trie: dict[str, object] = {}
    for concept in lexicon.scheme("countries"):
        code = concept.get("iso3166")
        for label in concept.texts(KG + "demonym"):
            words = [token.norm for token in tokenize(label)]
            for variant in (words, [word + "ه" for word in words], [words[0] + "ين", *words[1:]]):
                node = trie
                for word in variant:
                    node = node.setdefault(word, {})  # type: ignore[assignment]
                node.setdefault("", code)
    return trie
