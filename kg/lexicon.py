"""The lexicon: the ontology's concepts, compiled to one matcher.

Every Arabic label of a concept becomes sequences of word stems in one trie, so that the cost of a match does not grow
with the number of entries. How a label is inflected follows from the property that holds it (see
``ontology/core.ttl``): ``skos:prefLabel``, ``skos:altLabel`` and ``skos:hiddenLabel`` are nouns, names or phrases;
``kg:verbLabel`` is a verb in the third person masculine singular perfect, ``kg:imperfectLabel`` its imperfect where it
is unusual; ``kg:pluralLabel`` is a broken plural.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import Any, NamedTuple

import pyoxigraph as ox

from kg.arabic.tokens import Token, TokenKind
from kg.labels import (
    CAPITAL,
    DEMONYM,
    DEMONYM_PLURAL,
    IMPERFECT_LABEL,
    KG,
    NOUN_LABELS,
    SKIPPED,
    SKOS,
    VERB_LABEL,
    Features,
    Inflect,
    inflections,
    label_forms,
    read_label,
)

__all__ = [
    "CAPITAL",
    "DEMONYM",
    "DEMONYM_PLURAL",
    "ENDS",
    "KG",
    "NOUN_LABELS",
    "RDF_TYPE",
    "SILENT",
    "SKOS",
    "Concept",
    "Lexicon",
    "Match",
    "load_lexicon",
    "ontology_folder",
]

RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
PEOPLE = frozenset({"roles", "sources"})
SILENT = frozenset({"stances", "positions", "tenures", "speech-nouns"})
_NO_FEATURES = Features()


@dataclass(frozen=True, slots=True)
class Concept:
    """One concept of the ontology: its IRI, the scheme it is in (``roles``), and all its properties by IRI.

    Arabic and English literals are kept as ``(value, language)``.
    """

    iri: str
    scheme: str
    values: dict[str, tuple[tuple[str, str], ...]] = field(hash=False, compare=False)

    @property
    def name(self) -> str:
        """The last part of the IRI: ``prime-minister``."""
        return self.iri.rstrip("/").rsplit("/", 1)[-1].rsplit("#", 1)[-1]

    def texts(self, prop: str, language: str = "ar") -> tuple[str, ...]:
        """Return the literals of ``prop`` (an IRI) in ``language`` (empty for none)."""
        return tuple(value for value, lang in self.values.get(prop, ()) if lang == language)

    def get(self, name: str) -> str | None:
        """Return the first value of ``kg:name``, a literal or an IRI, or None."""
        values = self.values.get(KG + name, ())
        return values[0][0] if values else None

    def all(self, name: str) -> tuple[str, ...]:
        """Return all values of ``kg:name``."""
        return tuple(value for value, _ in self.values.get(KG + name, ()))

    def label(self, language: str) -> str | None:
        """Return the preferred label in ``language``."""
        return next(iter(self.texts(SKOS + "prefLabel", language)), None)


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
ENDS = "\n"
"""A node of the trie leads from stems to nodes, and from ``ENDS`` to the list of entries that end there."""


class Lexicon:
    """The concepts of an ontology folder and one matcher over all their labels."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self.concepts = {concept.iri: concept for concept in concepts}

    def scheme(self, name: str) -> list[Concept]:
        """Return the concepts of one scheme (``roles``, ``events``, ``forces``, ``reporting``, ``countries`` ...)."""
        return [concept for concept in self.concepts.values() if concept.scheme == name]

    @cached_property
    def _trie(self) -> Node:
        trie: Node = {}
        for concept in self.concepts.values():
            if concept.scheme not in SILENT:
                _compile(trie, concept)
        return trie

    def match(self, tokens: Sequence[Token]) -> Iterator[Match]:
        """Yield every label found in ``tokens``, at each place the longest of each concept's."""
        trie = self._trie
        for start, token in enumerate(tokens):
            node = trie.get(token.stem)
            if node is not None:
                yield from _match_at(tokens, start, node)
            if token.stem.endswith("ه") and _may_be_hers(tokens, start) and (node := trie.get(token.stem[:-1] + "ت")):
                yield from (m for m in _match_at(tokens, start, node) if m.features.tense == "perfect")


def _may_be_hers(tokens: Sequence[Token], start: int) -> bool:
    """Whether what was read as a noun in ة before a pronoun is rather a verb that she is the subject of: التي
    استعادتها; أدانته, whose noun begins with إ.
    """
    text = tokens[start].text
    relative = start > 0 and tokens[start - 1].norm in _RELATIVES
    return text.endswith("ت") and (relative or text.startswith("أ"))


def _match_at(tokens: Sequence[Token], start: int, node: Node) -> Iterator[Match]:
    longest: dict[str, list[Match]] = {}
    position, end = start + 1, len(tokens)
    while True:
        if ENDS in node:
            _keep(longest, node[ENDS], tokens, start, position)
        while node and position < end and tokens[position].text in SKIPPED:
            position += 1
        found = node.get(tokens[position].stem) if node and position < end else None
        if found is None:
            break
        node, position = found, position + 1
    for matches in longest.values():
        yield from matches


def _keep(longest: dict[str, list[Match]], entries: list[Entry], tokens: Sequence[Token], start: int, end: int) -> None:
    for concept, label, prop, features in entries:
        if features.tense in _FINITE and not _verbal(tokens, start, features.tense or ""):
            continue
        kept = longest.setdefault(concept.iri, [])
        match = Match(start, end, concept, label, prop, features)
        if kept and kept[0].end < end:
            kept.clear()
        if not any(other.prop == prop or {other.prop, prop} <= _NOUN_SET for other in kept):
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


def _compile(trie: Node, concept: Concept) -> None:
    for prop, inflect in _inflections(concept).items():
        for label in concept.texts(prop) if prop in concept.values else ():
            for stems, features in label_forms(read_label(label), inflect).items():
                _insert(trie, stems, (concept, label, prop, features))


def _inflections(concept: Concept) -> dict[str, Inflect]:
    people = concept.scheme in PEOPLE or concept.get("people") == "true"
    verbs = (*concept.texts(VERB_LABEL), *concept.texts(KG + "sourceVerbLabel"))
    return inflections(
        concept.scheme,
        people=people,
        english=concept.label("en") or "",
        verbs=verbs,
        imperfects=concept.texts(IMPERFECT_LABEL),
    )


def _insert(trie: Node, stems: tuple[str, ...], entry: Entry) -> None:
    node = trie
    for stem in stems:
        node = node.setdefault(stem, {})
    entries = node.setdefault(ENDS, [])
    if not entries or entries[-1][:3] != entry[:3]:
        entries.append(entry)


def ontology_folder() -> Path:
    """Return the folder of the ontology: beside the package in a checkout, inside it in a wheel."""
    inside = Path(str(resources.files("kg"))) / "ontology"
    return inside if inside.is_dir() else inside.parent.parent / "ontology"


def load_lexicon(folder: Path | None = None) -> Lexicon:
    """Read every ``.ttl`` of ``folder`` and return its concepts, those with ``skos:inScheme``, as a lexicon.

    Raises ValueError naming the file where Turtle cannot be parsed, or the folder that holds none.
    """
    values: dict[str, dict[str, list[tuple[str, str]]]] = defaultdict(lambda: defaultdict(list))
    paths = sorted((folder or ontology_folder()).glob("*.ttl"))
    if not paths:
        raise ValueError(f"{folder}: holds no ontology (*.ttl)")
    for path in paths:
        try:
            for triple in ox.parse(path.read_bytes(), format=ox.RdfFormat.TURTLE):
                _remember(values, triple)
        except SyntaxError as error:
            raise ValueError(f"{path}: not Turtle: {error}") from error
    return Lexicon(_concept(iri, props) for iri, props in sorted(values.items()) if SKOS + "inScheme" in props)


def _remember(values: dict[str, dict[str, list[tuple[str, str]]]], triple: ox.Quad) -> None:
    if not isinstance(triple.subject, ox.NamedNode):
        return
    node = triple.object
    if isinstance(node, ox.Triple):
        return
    language = (node.language or "") if isinstance(node, ox.Literal) else ""
    values[triple.subject.value][triple.predicate.value].append((str(node.value), language))


def _concept(iri: str, props: dict[str, list[tuple[str, str]]]) -> Concept:
    scheme = props[SKOS + "inScheme"][0][0].rsplit("/", 1)[-1].rsplit("#", 1)[-1]
    return Concept(iri, scheme, {prop: tuple(sorted(set(found))) for prop, found in sorted(props.items())})
