"""The ontology as data under test: what a reader of ``ontology/`` would call a mistake, found by rule.

``check_ontology`` reads labels alone and is fast; ``check_examples`` runs the whole extraction on every example.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from kg.arabic.normal import fold
from kg.coreference import assemble
from kg.document import analyse
from kg.entities import find_entities
from kg.extraction import extract
from kg.lexicon import KG, SKOS, Concept, Lexicon
from kg.records import Article, ArticleFacts
from kg.roles import find_titles
from kg.statements.cues import find_cues
from kg.statements.position_words import words_of
from kg.statements.scene import Scene
from kg.statements.vocabulary import stems_of

NAMED = ("countries", "organizations", "forces", "places", "people")
FORMER = frozenset({"SU", "YU", "CS", "DD", "YD", "VD"})
"""ISO 3166-3: countries that are no more and whose offices newswire still names."""
HEADS = {
    "force-heads": "force-head",
    "organization-heads": "organization-head",
    "place-heads": "place-head",
    "sources": "source",
}
MUTE = frozenset({"heading", "rule", "act", "matter", "platform", "waved", "work"})
"""Kinds of nouns of speech that cannot speak."""
_NAMES = (SKOS + "prefLabel", SKOS + "altLabel", SKOS + "hiddenLabel", KG + "capital")
_CODES = ("countryCode", "heldIn")
_LABEL_ENDINGS = ("Label", "demonym", "demonymPlural", "capital", "titleHead")


class Finding(NamedTuple):
    """Something to mend: ``check`` names the rule, ``concept`` is the IRI, ``message`` says what and where."""

    check: str
    concept: str
    message: str


def check_ontology(lexicon: Lexicon) -> list[Finding]:
    """Return what is wrong with the labels, codes and dates of ``lexicon``, in the order of its concepts."""
    findings = [finding for concept in lexicon.concepts.values() for finding in _of_concept(lexicon, concept)]
    return findings + list(_two_owners(lexicon)) + list(_tenures(lexicon))


def _of_concept(lexicon: Lexicon, concept: Concept) -> Iterator[Finding]:
    if SKOS + "prefLabel" in concept.values and concept.label("en") is None:
        yield Finding("missing label", concept.iri, "no skos:prefLabel in English")
    if not any(True for _ in arabic_labels(concept)):
        yield Finding("missing label", concept.iri, "no label in Arabic")
    for label in arabic_labels(concept):
        for problem in foreign_characters(label):
            yield Finding("foreign code point", concept.iri, f"{label!r} holds {problem}")
    codes = {country.get("iso3166") for country in lexicon.scheme("countries")} | FORMER
    for name in _CODES:
        for code in concept.all(name):
            if code not in codes:
                yield Finding("unknown country", concept.iri, f"kg:{name} {code!r} is the code of no country")


def arabic_labels(concept: Concept) -> Iterator[str]:
    """Yield every Arabic label of ``concept``, of whatever property."""
    for prop, values in concept.values.items():
        if prop.endswith(_LABEL_ENDINGS):
            yield from (value for value, language in values if language == "ar")


def foreign_characters(label: str) -> Iterator[str]:
    """Yield what does not belong into an Arabic label: letters of other scripts' keyboards, forms of display,
    tatweel.
    """
    if unicodedata.normalize("NFC", label) != label:
        yield "decomposed characters (not NFC)"
    if label != label.strip() or "  " in label:
        yield "white space at an end, or doubled"
    for char in dict.fromkeys(label):
        if not (_is_arabic(char) or char.isascii()):
            yield f"U+{ord(char):04X} {unicodedata.name(char, 'without a name')}"


def _is_arabic(char: str) -> bool:
    return (
        "\u0621" <= char <= "\u063a" or "\u0641" <= char <= "\u0652" or "\u0660" <= char <= "\u0669" or char in "،؟؛ٱ"
    )


def _two_owners(lexicon: Lexicon) -> Iterator[Finding]:
    owners: dict[tuple[str, str], list[Concept]] = defaultdict(list)
    for concept in lexicon.concepts.values():
        if concept.scheme in NAMED:
            for label in sorted({fold(label) for prop in _NAMES for label in concept.texts(prop)}):
                owners["named", label].append(concept)
    for (_, label), concepts in owners.items():
        for concept in concepts[1:]:
            yield Finding("two owners", concept.iri, f"the label {label!r} belongs to {concepts[0].iri} too")


def _tenures(lexicon: Lexicon) -> Iterator[Finding]:
    """Known roles with dates: no range ends before it begins, no office of one kind is held twice at a time."""
    offices: dict[tuple[str | None, str | None], list[Concept]] = defaultdict(list)
    for tenure in lexicon.scheme("tenures"):
        start, end = tenure.get("from") or "", tenure.get("until") or "9999"
        if end < start:
            yield Finding("reversed dates", tenure.iri, f"ends {end} before it begins {start}")
        offices[tenure.get("role"), tenure.get("countryCode")].append(tenure)
    for held in offices.values():
        for one, other in combinations(sorted(held, key=lambda tenure: tenure.get("from") or ""), 2):
            if (other.get("from") or "") < (one.get("until") or "9999"):
                yield Finding(
                    "overlapping dates",
                    other.iri,
                    f"begins {other.get('from')}, while {one.iri} still holds the office",
                )


def check_examples(lexicon: Lexicon) -> list[Finding]:
    """Return the examples in which their concept does not fire and the counter-examples in which it does."""
    findings = []
    for concept in lexicon.concepts.values():
        for sentence in concept.texts(SKOS + "example"):
            if not (fires(lexicon, concept, sentence) or _is_cue(lexicon, concept, sentence)):
                findings.append(Finding("example does not fire", concept.iri, sentence))
        for sentence in concept.texts(KG + "counterExample"):
            if fires(lexicon, concept, sentence):
                findings.append(Finding("counter-example fires", concept.iri, sentence))
    return findings


def fires(lexicon: Lexicon, concept: Concept, sentence: str) -> bool:
    """Whether ``sentence``, read as an article, shows what ``concept`` is there for."""
    if concept.scheme in NAMED:
        return _names_it(lexicon, concept, sentence)
    if concept.scheme in HEADS:
        mentions = find_entities(analyse(sentence, lexicon)).mentions
        return any(mention.rule.startswith(f"{HEADS[concept.scheme]}/{concept.name}") for mention in mentions)
    if concept.scheme == "speech-nouns":
        return _stands_by_words(lexicon, concept, sentence)
    if concept.scheme == "position-nouns":
        return any(token.stem in words_of(concept) for token in analyse(sentence, lexicon).tokens)
    if concept.scheme not in ("roles", "reporting", "events"):
        return any(match.concept == concept for match in analyse(sentence, lexicon).matches)
    facts = extract(Article(identifier="example", raw=sentence, published="2020-01-15"), lexicon)
    return _in_facts(lexicon, concept, facts)


def _stands_by_words(lexicon: Lexicon, concept: Concept, sentence: str) -> bool:
    """Whether a noun of speech stands beside words said and not in them; one that cannot speak, and is no speaker."""
    facts = extract(Article(identifier="example", raw=sentence, published="2020-01-15"), lexicon)
    said = [(found.evidence.start, found.evidence.end) for found in facts.statements]
    stems = frozenset(stems_of(concept))
    nouns = [token for token in analyse(sentence, lexicon).tokens if token.stem in stems]
    if MUTE.intersection(concept.all("speechKind")):
        speakers = {word for found in facts.statements for key in found.speakers for word in key.split()}
        return bool(nouns) and not any(noun.text in speakers for noun in nouns)
    return bool(said) and any(all(not start <= noun.start < end for start, end in said) for noun in nouns)


def _is_cue(lexicon: Lexicon, concept: Concept, sentence: str) -> bool:
    """Whether a reporting word is read as one, though the sentence alone does not tell who speaks (وأضاف أن)."""
    if concept.scheme != "reporting":
        return False
    doc = analyse(sentence, lexicon)
    found = find_entities(doc)
    cues = find_cues(Scene(assemble(doc, found, find_titles(doc, found))))
    return any(cue.entry.concept == concept for cue in cues)


def _names_it(lexicon: Lexicon, concept: Concept, sentence: str) -> bool:
    code = concept.get("iso3166")
    entities = find_entities(analyse(sentence, lexicon)).entities.values()
    return any(entity.concept == concept.iri or (code is not None and entity.country == code) for entity in entities)


def _in_facts(lexicon: Lexicon, concept: Concept, facts: ArticleFacts) -> bool:
    if concept.scheme == "roles":
        return any(role.role == _root(lexicon, concept).name for role in facts.roles)
    if concept.scheme == "reporting":
        rules = [statement.evidence.rule for statement in facts.statements]
        return any(rule.split(":")[-1].split("/")[0] == concept.name for rule in rules)
    kinds = {concept.name, (concept.get("eventClass") or "").rsplit("#", 1)[-1]}
    return any(event.type in kinds for event in facts.events)


def _root(lexicon: Lexicon, concept: Concept) -> Concept:
    for _ in range(8):
        broader = concept.values.get(SKOS + "broader")
        above = lexicon.concepts.get(broader[0][0]) if broader else None
        if above is None:
            break
        concept = above
    return concept
