"""The nouns of speech, compiled: which words name texts, outlets, bodies and people that speak, and which never do.

They are listed in the ontology (``kg:speechKind``); here they are sets of stems, so that asking costs nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from functools import cached_property, lru_cache

from kg.arabic.normal import fold
from kg.labels import KG, NOUN_LABELS, Features, inflections, label_forms, read_label
from kg.lexicon import Concept, Lexicon

PLURAL_LABEL = KG + "pluralLabel"


@dataclass(frozen=True)
class SpeechWords:
    """The stems of the nouns of each kind; what the kinds are is told in ``ontology/speech.ttl``."""

    issued: frozenset[str]
    statement: frozenset[str]
    carrier: frozenset[str]
    looked_back: frozenset[str]
    page: frozenset[str]
    platform: frozenset[str]
    study: frozenset[str]
    figures: frozenset[str]
    news: frozenset[str]
    vague: frozenset[str]
    outlet: frozenset[str]
    institution: frozenset[str]
    group: frozenset[str]
    circle: frozenset[str]
    kind_of_body: frozenset[str]
    kin: frozenset[str]
    entourage: frozenset[str]
    associate: frozenset[str]
    counterpart: frozenset[str]
    trade: frozenset[str]
    rank: frozenset[str]
    taken_up: frozenset[str]
    heading: frozenset[str]
    rule: frozenset[str]
    act: frozenset[str]
    matter: frozenset[str]
    derived_body: frozenset[str]
    waved: frozenset[str]
    work: frozenset[str]
    several: frozenset[str]
    many: frozenset[str]

    @cached_property
    def texts(self) -> frozenset[str]:
        """Texts that speak, whoever wrote them."""
        return self.issued | self.study

    @cached_property
    def reported(self) -> frozenset[str]:
        """Texts and figures whose words somebody else tells."""
        return self.issued | self.figures

    @cached_property
    def telling(self) -> frozenset[str]:
        """Texts, figures, news and circles that tell something by themselves."""
        return self.study | self.figures | self.news | self.circle

    @cached_property
    def printed(self) -> frozenset[str]:
        """Bodies that speak, outlets among them."""
        return self.institution | self.outlet

    @cached_property
    def speaking(self) -> frozenset[str]:
        """Whatever speaks though nobody knows its name."""
        return self.texts | self.institution | self.taken_up


@lru_cache(maxsize=2)
def speech_words(lexicon: Lexicon) -> SpeechWords:
    """Return the nouns of speech of ``lexicon``, made once."""
    found: dict[str, set[str]] = defaultdict(set)
    for concept in lexicon.concepts.values():
        for kind in concept.all("speechKind"):
            found[kind.replace("-", "_")].update(stems_of(concept, single=kind == "taken-up"))
            if kind in ("carrier", "looked-back"):
                found["looked_back"].update(form + ending for form in stems_of(concept) for ending in ("", "ا"))
    found["many"].update(_plurals(lexicon, ("sources", "roles"), people=True))
    found["many"].update(_plurals(lexicon, ("speech-nouns",), people=True))
    found["several"].update(_plurals(lexicon, ("speech-nouns", "organization-heads", "place-heads"), people=False))
    return SpeechWords(**{field.name: frozenset(found[field.name]) for field in fields(SpeechWords)})


def stems_of(concept: Concept, *, single: bool = False) -> Iterator[str]:
    """Yield the stems of a noun: its singular and dual, the plurals that are listed, sound plurals of people.

    The indefinite accusative is left out, in which nobody speaks (أصدر بيانا); ``single`` leaves out all but singulars.
    """
    forms = dict(_forms(concept))
    listed = set(map(fold, concept.texts(PLURAL_LABEL)))
    for form, told in forms.items():
        several = told.number == "d" or told.gender == "m" or form in listed
        accusative = form.endswith("ا") and form[:-1] in forms
        if not accusative and (told.number == "s" or (several and not single)):
            yield form


def _forms(concept: Concept) -> Iterator[tuple[str, Features]]:
    """Yield the forms of the first word of each label."""
    inflect = inflections(concept.scheme, people=_of_people(concept))
    for prop in (*NOUN_LABELS, PLURAL_LABEL):
        for label in concept.texts(prop):
            forms = label_forms(read_label(label.split(" ", 1)[0]), inflect[prop])
            yield from ((form[0], features) for form, features in forms.items())


def _plurals(lexicon: Lexicon, schemes: Iterable[str], *, people: bool) -> Iterator[str]:
    """Yield the broken plurals of the nouns of ``schemes`` that name people, or of those that do not."""
    for concept in (concept for scheme in schemes for concept in lexicon.scheme(scheme)):
        if _of_people(concept) == people:
            yield from (form for form, told in _forms(concept) if told.number == "p" and told.gender is None)


def _of_people(concept: Concept) -> bool:
    return concept.scheme in ("sources", "roles") or concept.get("people") == "true"
