"""What a set of articles says of the ontology: which concepts never fired, and which frequent words no concept
covers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import pyoxigraph as ox

from kg.arabic.tokens import TokenKind
from kg.document import Document, analyse
from kg.entities import find_entities
from kg.lexicon import SILENT, Lexicon
from kg.records import Kind


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A word or phrase that no concept covers: ``kind`` is ``reporting``, ``forces`` or ``roles``; ``example`` shows
    one place.
    """

    kind: str
    label: str
    count: int
    example: str

    def turtle(self) -> str:
        """Return the suggested entry in Turtle, to be named and completed by hand."""
        prop = "kg:verbLabel" if self.kind == "reporting" else "skos:prefLabel"
        scheme = f"<https://khabar.example/scheme/{self.kind}>"
        head = f"<#new> a skos:Concept ; skos:inScheme {scheme} ;"
        return f"{head}\n  {prop} {_literal(self.label)} ;\n  skos:example {_literal(self.example)} ."


def _literal(text: str) -> str:
    return str(ox.Literal(text, language="ar"))


@dataclass(slots=True)
class Survey:
    """Counts over articles: how many there were, how often each concept fired, by IRI, and what is not covered, by kind
    and words.
    """

    texts: int = 0
    fired: Counter[str] = field(default_factory=Counter)
    missing: Counter[tuple[str, str]] = field(default_factory=Counter)
    examples: dict[tuple[str, str], str] = field(default_factory=dict)

    def add(self, doc: Document) -> None:
        """Count what ``doc`` shows."""
        self.texts += 1
        self.fired.update(iri for iri, _ in {(match.concept.iri, match.start): None for match in doc.matches})
        for kind, words, at in [*_verbs(doc), *_forces(doc), *_titles(doc)]:
            self.missing[kind, words] += 1
            sentence = doc.sentence_of(at)
            self.examples.setdefault((kind, words), doc.text[sentence.start : sentence.end][:200])

    def never_seen(self, lexicon: Lexicon) -> list[str]:
        """Return the IRIs of the concepts whose labels were never found, of those that have labels to be found."""
        looked_for = (concept for concept in lexicon.concepts.values() if concept.scheme not in SILENT)
        return [concept.iri for concept in looked_for if not self.fired[concept.iri]]

    def suggestions(self, least: int = 3) -> list[Suggestion]:
        """Return what is not covered and was seen ``least`` times or more, the most frequent first."""
        found = [(count, key) for key, count in self.missing.items() if count >= least]
        ranked = sorted(found, key=lambda item: (-item[0], item[1]))
        return [Suggestion(kind, words, count, self.examples[kind, words]) for count, (kind, words) in ranked]


def survey(texts: Iterable[str], lexicon: Lexicon) -> Survey:
    """Return what ``texts``, one an article, say of ``lexicon``."""
    counts = Survey()
    for text in texts:
        counts.add(analyse(text, lexicon))
    return counts


Seen = tuple[str, str, int]


def _verbs(doc: Document) -> Iterator[Seen]:
    """Verbs right before أن and إن that are no reporting words."""
    known = {match.start for match in doc.matches_of("reporting")}
    for at, token in enumerate(doc.tokens[1:]):
        if token.norm == "ان" and at not in known and doc.tokens[at].kind == TokenKind.WORD:
            sentence = doc.sentence_of(at)
            if sentence.first <= at and doc.tags(sentence)[at - sentence.first] == "VERB":
                yield "reporting", doc.tokens[at].norm, at


def _forces(doc: Document) -> Iterator[Seen]:
    """Phrases that look like forces and whose owner neither the phrase nor the article tells."""
    found = find_entities(doc)
    for mention in found.mentions:
        entity = found.entities[mention.key]
        if mention.kind == Kind.FORCE and entity.country is None and entity.concept is None:
            yield "forces", entity.name, mention.start


def _titles(doc: Document) -> Iterator[Seen]:
    """Definite nouns right before people's names that are of no known role, country or other concept."""
    covered = {at for match in doc.matches for at in range(match.start, match.end)}
    for start, _ in doc.names:
        at = start - 1
        if at >= 0 and at not in covered and doc.tokens[at].definite and doc.tokens[at].kind == TokenKind.WORD:
            yield "roles", doc.tokens[at].text, at
