"""People of one article: every name form joined to the person it means."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from kg.arabic.tokens import TokenKind
from kg.document import Document
from kg.roles.grammar import HONORIFICS, RANKS

FATHER = frozenset({"بن", "ابن", "بنت", "ال", "ابو", "ام", "عبد"})


@dataclass(slots=True)
class NameForm:
    """A name where it stands: half-open token indexes, and its words in normal form without the article."""

    start: int
    end: int
    words: tuple[str, ...]


@dataclass(slots=True)
class Person:
    """One person: every form of the name in order of its place."""

    forms: list[NameForm] = field(default_factory=list)

    @property
    def fullest(self) -> NameForm:
        """The form with most words; of several, the one written most often, then the first."""
        counts = Counter(form.words for form in self.forms)
        return max(self.forms, key=lambda form: (len(form.words), counts[form.words], -form.start))


def name_form(doc: Document, start: int, end: int) -> NameForm:
    """Return the form of the name in tokens ``start`` to ``end``."""
    tokens = doc.tokens[start:end]
    words = tuple(t.stem for t in tokens if t.kind in (TokenKind.WORD, TokenKind.LATIN, TokenKind.PROCLITIC))
    kept = tuple(word for word in words if word not in RANKS and word not in HONORIFICS) or words
    return NameForm(start, end, kept)


def join(forms: list[NameForm]) -> list[Person]:
    """Return the people that ``forms`` name: long names first, each short one to the person it fits."""
    people: list[Person] = []
    for form in sorted(forms, key=lambda f: (-len(f.words), f.start)):
        fits = [person for person in people if fits_person(form, person)]
        if fits:
            _nearest(form, fits).forms.append(form)
        else:
            people.append(Person([form]))
    for person in people:
        person.forms.sort(key=lambda f: f.start)
    return sorted(people, key=lambda p: p.forms[0].start)


def _nearest(form: NameForm, people: list[Person]) -> Person:
    """Of several people that ``form`` fits, the one whose family name it is, then the one named last before it."""

    def score(person: Person) -> tuple[bool, bool, int]:
        before = [f.start for f in person.forms if f.start <= form.start]
        ends_alike = person.fullest.words[-1] == form.words[-1]
        return ends_alike, bool(before), max(before) if before else -min(f.start for f in person.forms)

    return max(people, key=score)


def fits_person(form: NameForm, person: Person) -> bool:
    """Whether ``form`` may be a shorter form of one of the names of ``person``."""
    return any(fits(form.words, other.words) for other in person.forms if len(other.words) >= len(form.words))


def fits(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether ``short`` names the one whom ``long`` names: the same, the family name, the first name, or a part in order.

    >>> fits(("كاظمي",), ("مصطفي", "كاظمي"))
    True
    >>> fits(("سلمان",), ("محمد", "بن", "سلمان"))
    False
    """
    if short == long or "".join(short) == "".join(long):
        return True
    if len(short) == 1:
        return short[0] in (long[0], long[-1]) and (short[0] == long[0] or not _fathers(long))
    if short[0] in FATHER and long[-len(short) :] == short:
        return True
    return _in_order(short, long) and (short[-1] == long[-1] or short[0] == long[0])


def _fathers(words: tuple[str, ...]) -> bool:
    return len(words) > 1 and words[-2] in ("بن", "ابن", "بنت")


def _in_order(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    rest = iter(long)
    return all(word in rest for word in short)
