"""What property of a concept is inflected how: from a label of the ontology to the stems under which it stands in text.

A label is listed once; ``kg.arabic.inflection`` knows its forms. Unusual imperfects are listed beside their verb, and
broken plurals that no table has beside their noun.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from kg.arabic.inflection import (
    Features,
    Form,
    Phrase,
    foreign_spellings,
    imperfects_of,
    inflect_adjective,
    inflect_imperfect,
    inflect_name,
    inflect_nisba,
    inflect_participle,
    inflect_perfect,
    inflect_phrase,
    inflect_plural,
    spelling_variants,
)
from kg.arabic.normal import fold
from kg.arabic.tokens import Token, TokenKind, strip_article, tokenize

__all__ = ["SKIPPED", "Features", "Form", "Inflect", "Label", "inflections", "label_forms", "read_label"]

KG = "https://khabar.example/ontology#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
NOUN_LABELS = (SKOS + "prefLabel", SKOS + "altLabel", SKOS + "hiddenLabel")
_NOUNS = (*NOUN_LABELS, *(KG + name for name in ("sourceLabel", "carrierLabel", "hearsayLabel", "contextualLabel")))
VERB_LABEL = KG + "verbLabel"
IMPERFECT_LABEL = KG + "imperfectLabel"
DEMONYM = KG + "demonym"
DEMONYM_PLURAL = KG + "demonymPlural"
CAPITAL = KG + "capital"
NAMES = frozenset({"countries", "organizations", "people", "forces", "places"})
ONLY_ADJECTIVES = frozenset({"force-kinds"})
SKIPPED = frozenset("\"“”«»‘’'„()[]_#")
"""Marks that may stand inside a label's text without parting it."""


class Label(NamedTuple):
    """A label as read: its first word as written, the stems of the words after it, all stems as a text would show
    them, and whether the second word may agree with the first.
    """

    head: str
    rest: tuple[str, ...]
    stems: tuple[str, ...]
    agreeing: bool


Inflect = Callable[[Label], Iterator[Phrase]]


def read_label(text: str) -> Label:
    """Return ``text`` with its words tokenized once."""
    tokens = [token for token in tokenize(text) if token.text not in SKIPPED]
    head, _, _ = text.partition(" ")
    rest = [token for token in tokens if token.start > len(head)]
    return Label(
        head,
        tuple(token.stem for token in rest),
        tuple(token.stem for token in tokens),
        _may_agree(head, rest),
    )


def _may_agree(head: str, rest: list[Token]) -> bool:
    return (
        bool(rest)
        and rest[0].kind is TokenKind.WORD
        and len(rest[0].norm) > 2
        and rest[0].definite == head.startswith("ال")
    )


def label_forms(label: Label, inflect: Inflect) -> dict[tuple[str, ...], Features]:
    """Return the sequences of stems under which ``label`` may stand, each with what its likeliest reading tells."""
    forms: dict[tuple[str, ...], Features] = {}
    for stems, features in inflect(label):
        forms.setdefault(stems, features)
    if label.stems:
        forms.setdefault(label.stems, next(iter(forms.values()), Features()))
    if len(spelling_variants(" ".join((fold(label.head), *label.rest)))) > 1:
        for stems, features in list(forms.items()):
            for other in spelling_variants(" ".join(stems))[1:]:
                forms.setdefault(tuple(other.split(" ")), features)
    return forms


def inflections(
    scheme: str,
    *,
    people: bool = False,
    english: str = "",
    verbs: tuple[str, ...] = (),
    imperfects: tuple[str, ...] = (),
) -> dict[str, Inflect]:
    """Return how the labels of a concept of ``scheme`` are inflected, by the IRI of their property.

    ``people``: whether its nouns name people; ``english``: its English name, which tells a foreign g; ``verbs`` and
    ``imperfects`` are its listed perfects and imperfects.
    """
    if scheme in ONLY_ADJECTIVES:
        return {KG + "adjectiveLabel": _adjective}
    noun = _foreign(_name, english) if scheme in NAMES else _noun(people=people, agrees=scheme != "roles")
    verb, imperfect = _verbs(verbs, imperfects)
    return {
        **dict.fromkeys(_NOUNS, noun),
        KG + "titleHead": _noun(people=True, agrees=True),
        KG + "pluralLabel": _plural,
        KG + "masdarLabel": _masdar,
        KG + "participleLabel": _participle,
        **dict.fromkeys((VERB_LABEL, KG + "sourceVerbLabel"), verb),
        IMPERFECT_LABEL: imperfect,
        KG + "adjectiveLabel": _adjective,
        DEMONYM: _foreign(_nisba, english),
        DEMONYM_PLURAL: _plural,
        CAPITAL: _name,
    }


def _noun(*, people: bool, agrees: bool) -> Inflect:
    return lambda label: inflect_phrase(label.head, label.rest, people=people, agrees=label.agreeing and agrees)


def _verbs(verbs: tuple[str, ...], imperfects: tuple[str, ...]) -> tuple[Inflect, Inflect]:
    """Return how a perfect and how a listed imperfect is inflected; a perfect makes the imperfects that none lists."""
    perfect_of = {skeleton(verb): verb.split(" ", 1)[0] for verb in verbs}
    listed = {skeleton(imperfect) for imperfect in imperfects}

    def verb(label: Label) -> Iterator[Phrase]:
        yield from _with_rest(inflect_perfect(label.head), label)
        if skeleton(label.head) not in listed:
            for imperfect in imperfects_of(label.head):
                yield from _with_rest(inflect_imperfect(imperfect, label.head), label)

    def imperfect(label: Label) -> Iterator[Phrase]:
        return _with_rest(inflect_imperfect(label.head, perfect_of.get(skeleton(label.head))), label)

    return verb, imperfect


def skeleton(verb: str) -> str:
    """Return what a verb's perfect and imperfect share: يقول and قال are both قل."""
    word = fold(verb.split(maxsplit=1)[0])
    root = word[1:] if word.startswith("ي") and len(word) > 2 else word
    return "".join(letter for letter in root if letter not in "اوي")


def _with_rest(forms: Iterable[Form], label: Label) -> Iterator[Phrase]:
    for form, features in forms:
        yield (form, *label.rest), features


def _name(label: Label) -> Iterator[Phrase]:
    yield from inflect_name((strip_article(fold(label.head)), *label.rest))


def _foreign(inflect: Inflect, english: str) -> Inflect:
    """Return ``inflect`` with the spellings of a foreign g, which the ``english`` name tells."""
    return lambda label: _with_foreign(inflect(label), english)


def _with_foreign(forms: Iterable[Phrase], english: str) -> Iterator[Phrase]:
    """Yield ``forms``, and each with the other spellings of a foreign g that the first of them may have."""
    spellings: list[tuple[int, str, str]] | None = None
    for stems, features in forms:
        if spellings is None:
            spellings = list(_foreign_beginnings(stems, english))
        yield stems, features
        for at, usual, other in spellings:
            if stems[at].startswith(usual):
                yield (*stems[:at], other + stems[at][len(usual) :], *stems[at + 1 :]), features


def _foreign_beginnings(stems: tuple[str, ...], english: str) -> Iterator[tuple[int, str, str]]:
    for at, stem in enumerate(stems):
        until = stem.rfind("غ") + 1
        for other in foreign_spellings(stem, english)[1:]:
            yield at, stem[:until], other[:until]


def _plural(label: Label) -> Iterator[Phrase]:
    return _with_rest(inflect_plural(label.head), label)


def _participle(label: Label) -> Iterator[Phrase]:
    return _with_rest(inflect_participle(label.head), label)


def _masdar(label: Label) -> Iterator[Phrase]:
    for stems, features in inflect_phrase(label.head, label.rest, agrees=label.agreeing):
        yield stems, Features("masdar", None, None, features.gender, features.number)


def _nisba(label: Label) -> Iterator[Phrase]:
    return inflect_nisba((strip_article(fold(label.head)), *label.rest))


def _adjective(label: Label) -> Iterator[Phrase]:
    """An adjective of one word or more (شبه عسكري): the last word agrees."""
    *before, last = (fold(label.head), *label.rest)
    for form, features in inflect_adjective(last):
        yield (*before, form), features
