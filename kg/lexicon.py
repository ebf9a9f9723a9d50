"""The lexicon: the ontology's concepts, compiled to one matcher.

Every Arabic label of a concept becomes sequences of word stems in one trie (``kg.matcher``). How a label is inflected
follows from the property that holds it (see ``ontology/core.ttl``): ``skos:prefLabel``, ``skos:altLabel`` and
``skos:hiddenLabel`` are nouns, names or phrases; ``kg:verbLabel`` is a verb in the third person masculine singular
perfect, ``kg:imperfectLabel`` its imperfect where it is unusual; ``kg:pluralLabel`` is a broken plural.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cached_property
from importlib import resources
from pathlib import Path

import pyoxigraph as ox

from kg.arabic.tokens import Token
from kg.concepts import Concept
from kg.labels import CAPITAL, DEMONYM, DEMONYM_PLURAL, KG, NOUN_LABELS, SKOS
from kg.matcher import SILENT, Match, Matcher

__all__ = [
    "CAPITAL",
    "DEMONYM",
    "DEMONYM_PLURAL",
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


class Lexicon:
    """The concepts of an ontology folder and one matcher over all their labels.

    ``kept`` is a file for the compiled matcher, whose name tells the version of the ontology and of the program: where
    it is there, nothing is compiled; where it is not, it is written.
    """

    def __init__(self, concepts: Iterable[Concept], kept: Path | None = None) -> None:
        self.concepts = {concept.iri: concept for concept in concepts}
        self._kept = kept

    def scheme(self, name: str) -> list[Concept]:
        """Return the concepts of one scheme (``roles``, ``events``, ``forces``, ``reporting``, ``countries`` ...)."""
        return [concept for concept in self.concepts.values() if concept.scheme == name]

    def match(self, tokens: Sequence[Token]) -> Iterator[Match]:
        """Yield every label found in ``tokens``, at each place the longest of each concept's."""
        return self._matcher.match(tokens)

    @cached_property
    def _matcher(self) -> Matcher:
        with suppress(OSError, ValueError, LookupError, TypeError):  # whatever is wrong with it: it can be made anew
            if self._kept:
                return Matcher.from_json(self._kept.read_bytes(), self.concepts)
        matcher = Matcher.compiled(self.concepts.values())
        if self._kept:
            with suppress(OSError):
                _replace(self._kept, matcher.to_json())
        return matcher


def _replace(path: Path, data: bytes) -> None:
    """Write a file that other processes may be writing too: it is there whole or not at all."""
    aside = path.with_suffix(f".{os.getpid()}")
    aside.write_bytes(data)
    aside.replace(path)


def ontology_folder() -> Path:
    """Return the folder of the ontology: beside the package in a checkout, inside it in a wheel."""
    inside = Path(str(resources.files("kg"))) / "ontology"
    return inside if inside.is_dir() else inside.parent.parent / "ontology"


def load_lexicon(folder: Path | None = None, kept: Path | None = None) -> Lexicon:
    """Read every ``.ttl`` of ``folder`` and return its concepts, those with ``skos:inScheme``, as a lexicon.

    ``kept`` is the file of its compiled matcher (see ``Lexicon``). Raises ValueError naming the file where Turtle
    cannot be parsed, or the folder that holds none.
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
    concepts = (_concept(iri, props) for iri, props in sorted(values.items()) if SKOS + "inScheme" in props)
    return Lexicon(concepts, kept)


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
