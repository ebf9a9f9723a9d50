"""The lexicon's matches of a document by place, as this stage asks for them: countries, demonyms, heads, names."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from kg.arabic.normal import fold
from kg.arabic.tokens import strip_article
from kg.document import Document
from kg.lexicon import CAPITAL, DEMONYM, DEMONYM_PLURAL, KG, Match

CONTEXTUAL = KG + "contextualLabel"
ADJECTIVE = KG + "adjectiveLabel"
_BELONGING = (DEMONYM, DEMONYM_PLURAL)
_SCHEMES = frozenset(
    [
        *("countries", "peoples", "forces", "force-heads", "force-kinds", "organizations", "organization-heads"),
        *("places", "place-heads", "sources", "people"),
    ]
)


@dataclass(frozen=True, slots=True)
class Belonging:
    """An adjective of belonging in text: its end (token), the country's code (None for كردي, عربي), and its concept's
    name.
    """

    end: int
    country: str | None
    name: str
    match: Match


class Index:
    """One document's matches by the token where they start."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.tokens = doc.tokens
        self.by_start: dict[int, list[Match]] = defaultdict(list)
        self.seen: set[str] = set()
        self.titles = {at for match in doc.matches_of("roles") for at in range(match.start, match.end)}
        doubtful: list[Match] = []
        for match in doc.matches:
            if match.concept.scheme not in _SCHEMES or self._lost_article(match):
                continue
            if _is_doubtful(match):
                doubtful.append(match)
            else:
                self.by_start[match.start].append(match)
                self.seen.add(match.concept.iri)
        for match in doubtful:
            if match.concept.iri in self.seen:
                self.by_start[match.start].append(match)

    def _lost_article(self, match: Match) -> bool:
        """Whether a name of one word that has the article lacks it here: دوما is not الدوما."""
        named = match.concept.scheme in ("organizations", "places") and match.end - match.start == 1
        return named and match.label.startswith("ال") and not self.tokens[match.start].definite

    def words(self, start: int, end: int) -> str:
        """Return the words of tokens ``start`` to ``end``, the article restored that ل has swallowed (للقوات:
        القوات).
        """
        text = self.doc.slice(start, end)
        swallowed = start < end and self.tokens[start].definite and text.startswith("ل")
        return "ا" + text if swallowed else text

    def is_noun(self, place: int) -> bool:
        """Whether the tagger takes token ``place`` for a noun, not for an adjective."""
        sentence = self.doc.sentence_of(place)
        return self.doc.tags(sentence)[place - sentence.first] in ("NOUN", "PROPN", "X")

    def starting(self, place: int, *schemes: str) -> Match | None:
        """Return the longest match of one of ``schemes`` that starts at token ``place``; adjectives are left out."""
        best: Match | None = None
        for match in self.by_start.get(place, ()):
            contextual = match.prop == CONTEXTUAL
            fits = match.concept.scheme in schemes and match.prop not in _BELONGING and match.prop != ADJECTIVE
            rank = (match.end, contextual, self._literal(match))
            if fits and (best is None or rank > (best.end, best.prop == CONTEXTUAL, self._literal(best))):
                best = match
        return best

    def _literal(self, match: Match) -> bool:
        """Whether the label stands as it is listed: قوات is قوات before it is the plural of قوة."""
        return strip_article(fold(match.label.split()[0])) == self.tokens[match.start].stem

    def belonging(self, place: int) -> Belonging | None:
        """Return the demonym, or the adjective of a people, at token ``place``; countries first, then the longer one."""
        best: Belonging | None = None
        accusative = self.tokens[place].stem.endswith("ا")  # سوريا is the country before it is سوريّا
        if accusative and self.starting(place, "countries") is not None:
            return None
        for match in self.by_start.get(place, ()):
            if match.prop in _BELONGING:
                found = Belonging(match.end, match.concept.get("iso3166"), match.concept.name, match)
                if best is None or (found.end, found.country is not None) > (best.end, best.country is not None):
                    best = found
        return best

    def adjective(self, place: int) -> Match | None:
        """Return the adjective of a kind of force at token ``place`` (قتالية، مسلحة)."""
        return next((match for match in self.by_start.get(place, ()) if match.prop == ADJECTIVE), None)

    def country(self, place: int, *, capitals: bool = True) -> tuple[int, str] | None:
        """Return where a country's name, or its capital's, ends that starts at token ``place``, and its code."""
        match = self.starting(place, "countries")
        if match is None or (match.prop == CAPITAL and not capitals):
            return None
        return match.end, match.concept.get("iso3166") or ""


_DOUBTFUL_DEMONYMS = frozenset({"ML", "KM"})
_DOUBTFUL_PLURALS = frozenset({"AL", "RO"})  # ألبان, رومان


def _is_doubtful(match: Match) -> bool:
    """Whether the label has other common senses, so that it counts only where its concept is named otherwise too."""
    if match.prop == CONTEXTUAL:
        return True
    code = match.concept.get("iso3166")
    doubtful = code in _DOUBTFUL_DEMONYMS or (match.prop == DEMONYM_PLURAL and code in _DOUBTFUL_PLURALS)
    return match.prop in _BELONGING and doubtful
