"""One matcher over all labels of a lexicon: a trie over word stems.

The cost of a match does not grow with the number of entries. To compile one takes longer than to read thirty articles,
so that it can be kept as JSON.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import orjson

from kg.arabic.tokens import Token, TokenKind
from kg.concepts import Concept
from kg.labels import (
    IMPERFECT_LABEL,
    KG,
    NOUN_LABELS,
    SKIPPED,
    VERB_LABEL,
    Features,
    Inflect,
    inflections,
    label_forms,
    read_label,
)

_PEOPLE = frozenset({"roles", "sources"})
SILENT = frozenset({"stances", "positions", "tenures", "speech-nouns", "position-nouns"})
_NO_FEATURES = Features()


class Match(NamedTuple):
    """A concept's label found in tokens: ``start`` and ``end`` are token indexes, half-open; ``features`` what the
    form tells.
    """

    start: int
    end: int
    concept: Concept
    label: str
    prop: str
    features: Features = _NO_FEATURES


Entry = tuple[Concept, str, str, Features]
Node = dict[str, Any]
_ENDS = "\n"
"""A node of the trie leads from stems to nodes, and from ``_ENDS`` to the numbers of the entries that end there."""


class Matcher:
    """The labels of concepts, ready to be found in text."""

    def __init__(self, trie: Node, entries: list[Entry]) -> None:
        self._trie = trie
        self._entries = entries

    @classmethod
    def compiled(cls, concepts: Iterable[Concept]) -> Matcher:
        """Return the matcher of all labels of ``concepts``, inflected."""
        compiler = _Compiler()
        for concept in concepts:
            if concept.scheme not in SILENT:
                compiler.add(concept)
        return cls(compiler.trie, compiler.entries)

    @classmethod
    def from_json(cls, data: bytes, concepts: Mapping[str, Concept]) -> Matcher:
        """Return the matcher that ``to_json`` wrote; ``concepts`` by IRI are those that it was compiled of."""
        trie, kinds, entries = orjson.loads(data)
        features = [Features(*kind) for kind in kinds]
        return cls(trie, [(concepts[iri], label, prop, features[kind]) for iri, label, prop, kind in entries])

    def to_json(self) -> bytes:
        """Return the matcher as JSON, concepts by IRI."""
        kinds = {kind: number for number, kind in enumerate(dict.fromkeys(entry[3] for entry in self._entries))}
        entries = [(concept.iri, label, prop, kinds[kind]) for concept, label, prop, kind in self._entries]
        return orjson.dumps([self._trie, [tuple(kind) for kind in kinds], entries])

    def match(self, tokens: Sequence[Token]) -> Iterator[Match]:
        """Yield every label found in ``tokens``, at each place the longest of each concept's."""
        trie = self._trie
        for start, token in enumerate(tokens):
            node = trie.get(token.stem)
            if node is not None:
                yield from self._match_at(tokens, start, node)
            if token.stem.endswith("ه") and _may_be_hers(tokens, start) and (node := trie.get(token.stem[:-1] + "ت")):
                yield from (m for m in self._match_at(tokens, start, node) if m.features.tense == "perfect")

    def _match_at(self, tokens: Sequence[Token], start: int, node: Node) -> Iterator[Match]:
        longest: dict[str, list[Match]] = {}
        position, end = start + 1, len(tokens)
        while True:
            for number in node.get(_ENDS, ()):
                _keep(longest, Match(start, position, *self._entries[number]), tokens)
            while node and position < end and tokens[position].text in SKIPPED:
                position += 1
            found = node.get(tokens[position].stem) if node and position < end else None
            if found is None:
                break
            node, position = found, position + 1
        for matches in longest.values():
            yield from matches


def _may_be_hers(tokens: Sequence[Token], start: int) -> bool:
    """Whether what was read as a noun in ة before a pronoun is rather a verb that she is the subject of: التي
    استعادتها; أدانته, whose noun begins with إ.
    """
    text = tokens[start].text
    relative = start > 0 and tokens[start - 1].norm in _RELATIVES
    return text.endswith("ت") and (relative or text.startswith("أ"))


def _keep(longest: dict[str, list[Match]], match: Match, tokens: Sequence[Token]) -> None:
    tense = match.features.tense
    if tense in _FINITE and not _verbal(tokens, match.start, tense or ""):
        return
    kept = longest.setdefault(match.concept.iri, [])
    if kept and kept[0].end < match.end:
        kept.clear()
    if not any(other.prop == match.prop or {other.prop, match.prop} <= _NOUN_SET for other in kept):
        kept.append(match)


def _verbal(tokens: Sequence[Token], start: int, tense: str) -> bool:
    """Whether a form of ``tense`` may stand here: no finite verb has an article, the jussive has its particle before
    it.
    """
    if tokens[start].definite or (
        start and tokens[start - 1].kind == TokenKind.PROCLITIC and tokens[start - 1].norm in "بك"
    ):
        return False
    return tense != "jussive" or (start > 0 and tokens[start - 1].norm in _JUSSIVE)


_FINITE = frozenset({"perfect", "imperfect", "jussive"})
_NOUN_SET = frozenset(NOUN_LABELS)
_RELATIVES = frozenset({"التي", "الذي", "الذين"})
_JUSSIVE = frozenset({"لم", "لا", "ل", "ولم"})


class _Compiler:
    """Numbers the entries and puts their stems into the trie."""

    def __init__(self) -> None:
        self.trie: Node = {}
        self.entries: list[Entry] = []

    def add(self, concept: Concept) -> None:
        """Add all labels of ``concept`` in all their forms."""
        for prop, inflect in _inflections(concept).items():
            for label in concept.texts(prop) if prop in concept.values else ():
                numbers: dict[Features, int] = {}
                for stems, features in label_forms(read_label(label), inflect).items():
                    if features not in numbers:
                        numbers[features] = len(self.entries)
                        self.entries.append((concept, label, prop, features))
                    self._insert(stems, numbers[features])

    def _insert(self, stems: tuple[str, ...], number: int) -> None:
        node = self.trie
        for stem in stems:
            node = node.setdefault(stem, {})
        found = node.setdefault(_ENDS, [])
        if not found or self.entries[found[-1]][:3] != self.entries[number][:3]:
            found.append(number)


def _inflections(concept: Concept) -> dict[str, Inflect]:
    people = concept.scheme in _PEOPLE or concept.get("people") == "true"
    verbs = (*concept.texts(VERB_LABEL), *concept.texts(KG + "sourceVerbLabel"))
    return inflections(
        concept.scheme,
        people=people,
        english=concept.label("en") or "",
        verbs=verbs,
        imperfects=concept.texts(IMPERFECT_LABEL),
    )
