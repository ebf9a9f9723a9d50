"""The scheme of roles, compiled: which words begin a title, in which gender and number, and what the title means."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from kg.arabic.tokens import Token, TokenKind, tokenize
from kg.lexicon import KG, NOUN_LABELS, SKOS, Concept, Lexicon
from kg.roles.grammar import AGREEING, BROKEN_PLURALS, FORMER, STANDING

TITLE_HEAD = KG + "titleHead"
WITH_COUNTRY = KG + "countryTitle"


_MARKS = frozenset({"_", "#", "(", '"', "«", "“"})
"""What may stand between the words of a title: #وزير_المالية, رئيس #الحكومة, رئيس (الحكومة)."""


class Use(IntEnum):
    """When an entry is a title: by itself, once something completes it, or once a country does."""

    LABEL = 0
    HEAD = 1
    COUNTRY = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """One way to write a role: ``role`` is the slug that the graph uses, ``deputy`` that of its holders' deputies.
    Holders of offices that are ``abroad`` serve one country or body in another.
    """

    concept: str
    role: str
    use: Use
    words: int
    held_in: frozenset[str]
    country: str | None
    deputy: str
    office: bool = True
    abroad: bool = False
    feminine: bool = False
    number: int = 1


class HeadMatch(NamedTuple):
    """The entries whose words stand at a place, the longest first; ``end`` is a token index."""

    end: int
    entries: tuple[Entry, ...]


_FORMS = ((False, 1), (True, 1), (False, 2), (False, 3))
_Node: TypeAlias = dict[str, object]


class RoleVocabulary:
    """All titles in one trie over stems; the first word inflected for gender and number, what agrees with it for
    gender.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._trie: _Node = {}
        self._concepts = lexicon.concepts
        self._told: dict[str, str] = {}
        for concept in lexicon.scheme("roles"):
            self._told[concept.name] = self._top(concept, apart=False)
            self._add(concept)

    def match(
        self, tokens: list[Token], at: int, stop: int, describes: Callable[[int], object] | None = None
    ) -> list[HeadMatch]:
        """Return the titles that begin at token ``at``, the longest first; none reaches beyond ``stop``. What
        ``describes`` the office at a place by its country may stand inside (السيدة الأميركية الأولى).
        """
        node, found = self._trie, []
        for place in range(at, stop):
            if tokens[place].text in _MARKS and place > at:
                continue
            step = node.get(self.stem(tokens[place]))
            described = step is None and place == at + 1 and _agreeing_follows(tokens, place, stop) and describes
            if step is None and place > at and (_inserted(tokens[place]) or (described and described(place))):
                continue
            if step is None and tokens[place].norm == "ل" and tokens[place].kind is TokenKind.PROCLITIC and place > at:
                continue
            if step is None:
                break
            node = step  # type: ignore[assignment]
            if "" in node:
                found.append(HeadMatch(place + 1, tuple(node[""])))  # type: ignore[arg-type]
        return found[::-1]

    def stem(self, token: Token) -> str:
        """Return the stem of ``token``, without an article that only its being a title's head shows."""
        bare = token.norm[2:] if token.norm.startswith("ال") else token.norm
        return bare if bare in self._trie else token.stem

    def starts(self, token: Token) -> bool:
        """Whether some title begins with ``token``."""
        return self.stem(token) in self._trie

    def _add(self, concept: Concept) -> None:
        base = Entry(
            concept.name,
            self._top(concept),
            Use.LABEL,
            1,
            frozenset(concept.all("heldIn")),
            concept.get("countryCode"),
            self._deputy(concept),
            concept.get("noOffice") != "true",
            concept.get("abroad") == "true",
        )
        uses = [(Use.LABEL, prop) for prop in NOUN_LABELS] + [(Use.HEAD, TITLE_HEAD), (Use.COUNTRY, WITH_COUNTRY)]
        for use, prop in uses:
            for label in concept.texts(prop):
                words = tuple(token.stem for token in tokenize(label))
                listed = replace(base, use=use, words=len(words))
                forms = {form: replace(listed, feminine=form[0], number=form[1]) for form in _FORMS}
                for stems, feminine, number in inflections(words):
                    self._insert(stems, forms[feminine, number])

    def _insert(self, stems: tuple[str, ...], entry: Entry) -> None:
        node = self._trie
        for stem in stems:
            node = node.setdefault(stem, {})  # type: ignore[assignment]
        entries: list[Entry] = node.setdefault("", [])  # type: ignore[assignment]
        if entry not in entries:
            entries.append(entry)

    def told(self, role: str) -> str:
        """Return the slug of the role that the graph tells for titles whose grammar is that of ``role``."""
        return self._told.get(role, role)

    def _top(self, concept: Concept, *, apart: bool = True) -> str:
        """Return the slug of the uppermost role above ``concept``, with ``apart`` of the first whose grammar is its
        own.
        """
        broader = concept.values.get(SKOS + "broader")
        parent = self._concepts.get(broader[0][0]) if broader else None
        own = parent is None or (apart and concept.get("apart") == "true")
        return concept.name if own or parent is None else self._top(parent, apart=apart)

    def _deputy(self, concept: Concept) -> str:
        deputy = self._concepts.get(concept.get("deputy") or "")
        return self._top(deputy) if deputy is not None else "official"


def _agreeing_follows(tokens: list[Token], place: int, stop: int) -> bool:
    """Whether what follows ``place`` may still be of the title: السيدة الأميركية الأولى, المستشار الأميركي للأمن."""
    return place + 1 < stop and (tokens[place + 1].definite or tokens[place + 1].norm == "ل")


def _inserted(token: Token) -> bool:
    """Whether ``token`` may stand inside a title: مستشاره للأمن القومي, المستشار السابق للأمن القومي, وزيرا جديدا
    للداخلية.
    """
    predicate = token.norm.endswith("ا") and not token.definite and token.norm[:-1] in STANDING
    return token.kind is TokenKind.ENCLITIC or predicate or (token.definite and token.stem in FORMER)


def inflections(words: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], bool, int]]:
    """Yield ``words`` with the first in each gender and number, as ``(words, feminine, number)``; number 2 is
    dual, 3 plural.
    """
    first, rest = words[0], words[1:]
    yield words, first.endswith("ه"), 1
    yield (first + "ا", *rest), False, 1
    if not first.endswith("ه"):
        feminine = first.removesuffix("ي") + "يه" if first.endswith("ي") else first + "ه"
        yield (feminine, *(_feminine(word) for word in rest)), True, 1
        yield (feminine.removesuffix("ه") + "ت", *rest), True, 1
    for plural, number in plurals(first):
        yield (plural, *rest), False, number
        yield (plural, *(_feminine(word) for word in rest)), False, number


def plurals(word: str) -> Iterator[tuple[str, int]]:
    """Yield the duals (2) and plurals (3) of a title's head, in construct too."""
    stem = word.removesuffix("ه") + "ت" if word.endswith("ه") else word
    yield from ((stem + ending, 2) for ending in ("ان", "ين", "ا", "ي"))
    if word in BROKEN_PLURALS:
        yield BROKEN_PLURALS[word], 3
    else:
        yield from ((stem + ending, 3) for ending in ("ون", "ين", "و"))


def _feminine(word: str) -> str:
    return AGREEING.get(word) or (word + "ه" if word.endswith("ي") and len(word) > 3 else word)


@lru_cache(maxsize=8)
def role_vocabulary(lexicon: Lexicon) -> RoleVocabulary:
    """Return the compiled roles of ``lexicon``; remembered."""
    return RoleVocabulary(lexicon)
