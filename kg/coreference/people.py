"""People of one article: every name form joined to the person it means."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.arabic.name_parts import compatible
from kg.arabic.normal import fold
from kg.arabic.tokens import TokenKind
from kg.document import Document
from kg.roles.tables import words

_FEW = 200
"""Up to so many people each name is compared with all; above, with those that share a word."""

ALIAS_CUES = words(
    """
    كنيه كنيته المكني الملقب المعروف الشهير المشهور لقبه
    """
)
_AFTER_CUE = frozenset({"ب", "ه", "اسم", '"', "«", "“", "لقب"})


@dataclass(slots=True)
class NameForm:
    """A name where it stands: half-open token indexes, the text, its words, and the role of its title, if it has
    one.
    """

    start: int
    end: int
    text: str
    words: tuple[str, ...]
    role: str | None = None


@dataclass(slots=True)
class Person:
    """One person: every form of the name in order of its place."""

    forms: list[NameForm] = field(default_factory=list)

    @property
    def fullest(self) -> NameForm:
        """The form with most words; of several, the one written most often, then the first."""
        counts = Counter(form.words for form in self.forms)
        return max(self.forms, key=lambda form: (len(form.words), counts[form.words], -form.start))

    @property
    def name(self) -> str:
        """The text of the fullest form."""
        return self.fullest.text

    @property
    def key(self) -> str:
        """The key of the person's entity."""
        return "person:" + self.name


def name_form(doc: Document, start: int, end: int, role: str | None = None) -> NameForm:
    """Return the form of the name in tokens ``start`` to ``end``."""
    kinds = (TokenKind.WORD, TokenKind.LATIN, TokenKind.PROCLITIC)
    words = tuple(token.stem for token in doc.tokens[start:end] if token.kind in kinds and token.stem)
    text = " ".join(word for word in re.split(r"[\s#_]+", doc.slice(start, end)) if fold(word))
    return NameForm(start, end, text, words, role)


def join(doc: Document, forms: Sequence[NameForm]) -> list[Person]:
    """Return the people that ``forms`` name: long names first, each short one to the person it fits."""
    people: list[Person] = []
    by_word: dict[str, list[Person]] = defaultdict(list)
    for form in sorted(forms, key=lambda f: (-len(f.words), f.start)):
        near = people if len(people) <= _FEW else [person for word in form.words for person in by_word[word]]
        fits = [person for person in near if _fits(form, person)]
        if fits:
            _best(form, fits).forms.append(form)
            continue
        people.append(Person([form]))
        for word in form.words:
            by_word[word].append(people[-1])
    return _ordered(_with_aliases(doc, people))


def _ordered(people: list[Person]) -> list[Person]:
    for person in people:
        person.forms.sort(key=lambda f: f.start)
    return sorted(people, key=lambda p: p.forms[0].start)


def _fits(form: NameForm, person: Person) -> bool:
    return any(compatible(form.text, text) for text in dict.fromkeys(other.text for other in person.forms))


def _best(form: NameForm, people: list[Person]) -> Person:
    """Of several people that ``form`` fits: who has the same title, whose family name it is, who was named last
    before it.
    """

    def score(person: Person) -> tuple[bool, bool, int]:
        same_title = form.role is not None and any(other.role == form.role for other in person.forms)
        before = [other.start for other in person.forms if other.start <= form.start]
        last = max(before) if before else -min(other.start for other in person.forms)
        return same_title, person.fullest.words[-1] == form.words[-1], last

    return max(people, key=score)


def _with_aliases(doc: Document, people: list[Person]) -> list[Person]:
    """Join two people whom the text says to be one: X، وكنيته Y; X الملقب بـY."""
    owner = {form.start: person for person in people for form in person.forms}
    starts = sorted(owner)
    merged: dict[int, Person] = {}
    for first, second in itertools.pairwise(starts):
        one, other = owner[first], owner[second]
        end = next(form.end for form in one.forms if form.start == first)
        if one is not other and _alias_between(doc, end, second):
            one.forms += other.forms
            merged[id(other)] = one
            owner |= {form.start: one for form in other.forms}
    return [person for person in people if id(person) not in merged]


def _alias_between(doc: Document, end: int, start: int) -> bool:
    if doc.sentence_of(end).first != doc.sentence_of(start).first:
        return False
    at = start - 1
    while at > end and doc.tokens[at].norm in _AFTER_CUE:
        at -= 1
    return at >= end and at < start - 1 and doc.tokens[at].norm in ALIAS_CUES
