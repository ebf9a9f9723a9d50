"""The lexicon's matches of a document by place, as this stage asks for them: countries, demonyms, heads, names."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache

from kg.arabic.normal import fold
from kg.arabic.tokens import strip_article
from kg.document import Document
from kg.lexicon import CAPITAL, DEMONYM, DEMONYM_PLURAL, KG, NOUN_LABELS, Match

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
        self.seen: set[str] = set()
        self.titles: set[int] = set()
        self.starts: set[int] = set()
        self._best: dict[tuple[int, str], Match] = {}
        self._belonging: dict[int, list[Match]] = defaultdict(list)
        self._adjective: dict[int, Match] = {}
        doubtful: list[Match] = []
        for match in doc.matches:
            if match.concept.scheme == "roles":
                self.titles.update(range(match.start, match.end))
            elif match.concept.scheme in _SCHEMES and not self._is_other(match):
                if _is_doubtful(match):
                    doubtful.append(match)
                else:
                    self._add(match)
        for match in doubtful:
            if match.concept.iri in self.seen or not self.seen.isdisjoint(match.concept.all("context")):
                self._add(match)

    def _add(self, match: Match) -> None:
        start, prop = match.start, match.prop
        self.starts.add(start)
        if match.prop != CONTEXTUAL:
            self.seen.add(match.concept.iri)
        if prop in _BELONGING:
            self._belonging[start].append(match)
        elif prop == ADJECTIVE:
            self._adjective.setdefault(start, match)
        else:
            kept = self._best.get((start, match.concept.scheme))
            if kept is None or self._rank(match) > self._rank(kept):
                self._best[start, match.concept.scheme] = match

    def _rank(self, match: Match) -> tuple[int, bool, bool]:
        """The longer match first, then the doubtful one that the article bears out, then the label as it is listed."""
        return match.end, match.prop == CONTEXTUAL, _listed(match.label) == self.tokens[match.start].stem

    @cached_property
    def inside_names(self) -> set[int]:
        """Tokens of people's names of more than one word: no country and no place is looked for there."""
        return {at for start, end in self.doc.names if end - start > 1 for at in range(start, end)}

    @cached_property
    def name_starts(self) -> set[int]:
        """Tokens where a person's name begins."""
        return {start for start, _ in self.doc.names}

    def _is_other(self, match: Match) -> bool:
        """Whether the article tells that this is another word: دوما is not الدوما, المالي not مالي, تحالف دولي not yet
        التحالف الدولي.
        """
        gained = self.tokens[match.start].definite and not match.label.startswith("ال")
        if gained and match.concept.scheme == "countries" and match.prop in NOUN_LABELS:
            return True
        if self.tokens[match.start].definite or not match.label.startswith("ال"):
            return False
        scheme = match.concept.scheme
        return scheme in ("organizations", "places") or (scheme == "forces" and match.end - match.start > 1)

    def is_noun(self, place: int) -> bool:
        """Whether the tagger takes token ``place`` for a noun, not for an adjective."""
        sentence = self.doc.sentence_of(place)
        return self.doc.tags(sentence)[place - sentence.first] in ("NOUN", "PROPN", "X")

    def starting(self, place: int, *schemes: str) -> Match | None:
        """Return the longest match of one of ``schemes`` that starts at token ``place``; adjectives are left out."""
        best: Match | None = None
        for scheme in schemes:
            match = self._best.get((place, scheme))
            if match is not None and (best is None or self._rank(match) > self._rank(best)):
                best = match
        return best

    def belonging(self, place: int) -> Belonging | None:
        """Return the demonym, or the adjective of a people, at token ``place``: the longest, countries first."""
        best: Belonging | None = None
        matches = self._belonging.get(place, ())
        accusative = self.tokens[place].stem.endswith("ا")  # سوريا is the country before it is سوريّا
        if matches and accusative and (place, "countries") in self._best:
            return None
        for match in matches:
            found = Belonging(match.end, match.concept.get("iso3166"), match.concept.name, match)
            if best is None or (found.end, found.country is not None) > (best.end, best.country is not None):
                best = found
        return best

    def adjective(self, place: int) -> Match | None:
        """Return the adjective of a kind of force at token ``place`` (قتالية، مسلحة)."""
        return self._adjective.get(place)

    def country(self, place: int, *, capitals: bool = True) -> tuple[int, str] | None:
        """Return where a country's name, or its capital's, ends that starts at token ``place``, and its code."""
        match = self.starting(place, "countries")
        if match is None or (match.prop == CAPITAL and not capitals):
            return None
        return match.end, match.concept.get("iso3166") or ""


@lru_cache(maxsize=20_000)
def _listed(label: str) -> str:
    """Return the first word of a label as a stem: قوات stands as listed before it is the plural of قوة."""
    return strip_article(fold(label.split(maxsplit=1)[0]))


_DOUBTFUL_DEMONYMS = frozenset({"ML", "KM"})
_DOUBTFUL_PLURALS = frozenset({"AL", "RO"})  # ألبان, رومان


def _is_doubtful(match: Match) -> bool:
    """Whether the label has other common senses, so that it counts only where its concept is named otherwise too."""
    if match.prop == CONTEXTUAL:
        return True
    code = match.concept.get("iso3166")
    doubtful = code in _DOUBTFUL_DEMONYMS or (match.prop == DEMONYM_PLURAL and code in _DOUBTFUL_PLURALS)
    return match.prop in _BELONGING and doubtful
