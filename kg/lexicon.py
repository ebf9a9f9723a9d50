"""The lexicon: the ontology's concepts, compiled to matchers.

Every Arabic label of a concept becomes a sequence of word stems in one trie, so that the cost of a match does not grow with the
number of entries. Which labels are inflected how is said by the property that holds them (see ``ontology/core.ttl``):
``skos:prefLabel``, ``skos:altLabel`` and ``skos:hiddenLabel`` are nouns, names or phrases; ``kg:verbLabel`` is a verb in the third person
masculine singular perfect, conjugated by rule.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox

from kg.arabic.tokens import Token, tokenize

KG = "https://khabar.example/ontology#"
ROLE = "https://khabar.example/role/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
NOUN_LABELS = (SKOS + "prefLabel", SKOS + "altLabel", SKOS + "hiddenLabel")
VERB_LABEL = KG + "verbLabel"


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
    """A concept's label found in tokens: ``start`` and ``end`` are token indexes, half-open."""

    start: int
    end: int
    concept: Concept
    label: str
    prop: str


class Lexicon:
    """The concepts of an ontology folder and one matcher over all their labels."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self.concepts = {concept.iri: concept for concept in concepts}

    def scheme(self, name: str) -> list[Concept]:
        """Return the concepts of one scheme (``roles``, ``events``, ``forces``, ``reporting``, ``countries`` ...)."""
        return [concept for concept in self.concepts.values() if concept.scheme == name]

    @cached_property
    def _trie(self) -> dict[str, object]:
        trie: dict[str, object] = {}
        for concept in self.concepts.values():
            for prop in (*NOUN_LABELS, VERB_LABEL):
                for label in concept.texts(prop):
                    for stems in forms(label, prop):
                        _insert(trie, stems, (concept, label, prop))
        return trie

    def match(self, tokens: Sequence[Token]) -> Iterator[Match]:
        """Yield every label found in ``tokens``, at each place the longest of each concept's."""
        for start in range(len(tokens)):
            yield from self._match_at(tokens, start)

    def _match_at(self, tokens: Sequence[Token], start: int) -> Iterator[Match]:
        node: dict[str, object] = self._trie
        longest: dict[str, Match] = {}
        for position in range(start, len(tokens)):
            found = node.get(tokens[position].stem)
            if found is None:
                break
            node = found  # type: ignore[assignment]
            for concept, label, prop in node.get("", ()):  # type: ignore[attr-defined]
                longest[concept.iri] = Match(start, position + 1, concept, label, prop)
        yield from longest.values()


def forms(label: str, prop: str) -> Iterator[tuple[str, ...]]:
    """Yield the stem sequences under which ``label`` stands in text."""
    yield tuple(token.stem for token in tokenize(label))


def _insert(trie: dict[str, object], stems: tuple[str, ...], entry: tuple[Concept, str, str]) -> None:
    node = trie
    for stem in stems:
        node = node.setdefault(stem, {})  # type: ignore[assignment]
    node.setdefault("", []).append(entry)  # type: ignore[attr-defined]


def ontology_folder() -> Path:
    """Return the folder of the ontology: beside the package in a checkout, inside it in a wheel."""
    inside = Path(str(resources.files("kg"))) / "ontology"
    return inside if inside.is_dir() else inside.parent.parent / "ontology"


def load_lexicon(folder: Path | None = None) -> Lexicon:
    """Read every ``.ttl`` of ``folder`` and return its concepts, those with ``skos:inScheme``, as a lexicon.

    Raises ValueError naming the file where Turtle cannot be parsed.
    """
    values: dict[str, dict[str, list[tuple[str, str]]]] = defaultdict(lambda: defaultdict(list))
    for path in sorted((folder or ontology_folder()).glob("*.ttl")):
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
    language = (node.language or "") if isinstance(node, ox.Literal) else ""
    values[triple.subject.value][triple.predicate.value].append((str(node.value), language))


def _concept(iri: str, props: dict[str, list[tuple[str, str]]]) -> Concept:
    scheme = props[SKOS + "inScheme"][0][0].rsplit("/", 1)[-1].rsplit("#", 1)[-1]
    return Concept(iri, scheme, {prop: tuple(sorted(set(found))) for prop, found in sorted(props.items())})
