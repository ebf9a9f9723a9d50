"""People of one article: every name form joined to the person it means."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.arabic.name_parts import compatible
from kg.arabic.normal import fold
from kg.arabic.tokens import TokenKind
from kg.arabic.words import marks
from kg.document import Document
from kg.roles.kinds import ROYAL
from kg.roles.known import held_by_another
from kg.roles.tables import words

_FEW = 200
"""Up to so many people each name is compared with all; above, with those that share a word."""

_BEARERS = 50
"""Of so many people who share a word each is looked at; a word that more bear tells nobody from another."""

ALIAS_CUES = words(
    """
    كنيه كنيته المكني الملقب المعروف الشهير المشهور لقبه
    """
)
_CALLED = frozenset({"المكني", "الملقب", "كنيته", "لقبه"})
"""Cues that a name may follow without ب: X، المكنى أبو هاشم."""

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
    """One person: every form of the name, and where each text of it stands.

    ``name`` is the fullest form: of those with most words the one written most often, then the first.
    """

    forms: list[NameForm] = field(default_factory=list)
    texts: dict[str, None] = field(default_factory=dict)
    starts: list[int] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    name: str = ""
    words: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The key of the person's entity."""
        return "person:" + self.name

    def add(self, forms: Iterable[NameForm]) -> None:
        """Add ``forms`` of the name."""
        for form in forms:
            self.forms.append(form)
            self.texts[form.text] = None
            insort(self.starts, form.start)
            self.roles |= {form.role} if form.role else set()

    def settle(self) -> None:
        """Put the forms in order of their place and choose the name."""
        self.forms.sort(key=lambda form: form.start)
        counts = Counter(form.words for form in self.forms)
        sure = [form for form in self.forms if not _overgrown(form, counts)] or self.forms
        fullest = max(sure, key=lambda form: (len(form.words), counts[form.words], -form.start))
        self.name, self.words = fullest.text, fullest.words


def _overgrown(form: NameForm, counts: Counter[tuple[str, ...]]) -> bool:
    """Whether a full name elsewhere in the text is ``form`` without a common word at its edge, written here once."""
    words, definite = form.words, form.text.split()[-1].startswith("ال")
    if counts[words] > 1 or len(words) < 3:
        return False
    tail = not definite and words[:-1] in counts and words[-3] != "عبد" and _no_surname(words[-1])
    return tail or (words[1:] in counts and words[0] != "عبد" and _no_given_name(words[0]))


def _no_surname(word: str) -> bool:
    known = marks(word)
    return not known.lists and known.name in "01" and known.named in "0123"


def _no_given_name(word: str) -> bool:
    known = marks(word)
    common = known.word >= "3" and known.article > "0"
    return not known.lists and common and known.name in "012" and known.named in "0123"


def name_form(doc: Document, start: int, end: int, role: str | None = None) -> NameForm:
    """Return the form of the name in tokens ``start`` to ``end``."""
    kinds = (TokenKind.WORD, TokenKind.LATIN, TokenKind.PROCLITIC)
    words = tuple(token.stem for token in doc.tokens[start:end] if token.kind in kinds and token.stem)
    text = " ".join(word for word in re.split(r'[\s#_"“”«»()]+', doc.name_text(start, end)) if fold(word))
    return NameForm(start, end, text, words, role)


def _without_word_before(doc: Document, forms: Sequence[NameForm]) -> list[NameForm]:
    """Return ``forms``, those without a title freed of a word before the name that the text has without it: a common
    word (جادل ترامب), or the name of someone else (ترامب تيريزا ماي).
    """
    whole = {form.words for form in forms}
    families = {form.words[-1:] for form in forms if len(form.words) > 1 and not _no_given_name(form.words[0])}
    return [
        name_form(doc, form.start + 1, form.end) if _has_word_before(doc, form, whole, families) else form
        for form in forms
    ]


def _has_word_before(
    doc: Document, form: NameForm, whole: set[tuple[str, ...]], families: set[tuple[str, ...]]
) -> bool:
    first, rest = form.words[:1], form.words[1:]
    if form.role or not rest or first == ("عبد",) or (rest not in whole and len(rest) > 1):
        return False
    if len(rest) > 1:
        return first in families or _no_given_name(first[0])
    return (rest in whole or rest in families) and (_no_given_name(first[0]) or _read_as_word(doc, form.start))


def _read_as_word(doc: Document, place: int) -> bool:
    """Whether the word at ``place``, hardly known as a name, is a noun or a verb in its sentence."""
    known = marks(doc.tokens[place].norm)
    if known.lists or known.name not in "01" or known.word < "3" or (known.named and known.named in "456789"):
        return False
    sentence = doc.sentence_of(place)
    tag = doc.tags(sentence)[place - sentence.first]
    return tag == "VERB" or (tag in ("NOUN", "ADJ") and known.article > "0")


def join(doc: Document, forms: Sequence[NameForm]) -> list[Person]:
    """Return the people that ``forms`` name: long names first, each short one to the person it fits."""
    alike: dict[str, list[NameForm]] = defaultdict(list)
    for form in _without_word_before(doc, forms):
        alike[form.text].append(form)
    people: list[Person] = []
    by_word: dict[str, list[Person]] = defaultdict(list)
    for text, group in sorted(alike.items(), key=lambda item: (-len(item[1][0].words), item[1][0].start)):
        near = people if len(people) <= _FEW else _sharing(group[0].words, by_word)
        fits = [person for person in near if any(compatible(text, other) for other in person.texts)]
        fits = [person for person in fits if not _of_kin(doc, group, person)]
        fits = fits or [person for person in near if any(_same_ruler(form, person) for form in group)]
        for form in group if len(fits) > 1 else ():
            _best(form, fits).add([form])
        if len(fits) == 1:
            fits[0].add(group)
        if not fits:
            people.append(_person(group))
            for word in group[0].words:
                by_word[word].append(people[-1])
    return _ordered(_with_aliases(doc, people))


def _of_kin(doc: Document, group: Sequence[NameForm], person: Person) -> bool:
    """Whether a family name with a title is that of a known holder, of whom ``person`` is but kin: الرئيس ترامب, where
    the text names ميلانيا ترامب.
    """
    roles = {form.role for form in group if form.role} if len(group[0].words) == 1 else ()
    return any(held_by_another(doc.lexicon, text, role) for role in roles for text in person.texts if " " in text)


def _sharing(words: Iterable[str], by_word: dict[str, list[Person]]) -> list[Person]:
    """Return the people who share one of ``words``: of a word that very many bear, those named last."""
    found = {id(person): person for word in words for person in by_word[word][-_BEARERS:]}
    return list(found.values())


def _same_ruler(form: NameForm, person: Person) -> bool:
    """Whether ``form`` is the given name by which a ruler goes whom the text names in full: الملك عبدالله."""
    return len(form.words) == 1 and form.role in ROYAL & person.roles and person.words[0] == form.words[0]


def _person(forms: list[NameForm]) -> Person:
    person = Person(words=forms[0].words)
    person.add(forms)
    return person


def _ordered(people: list[Person]) -> list[Person]:
    for person in people:
        person.settle()
    return sorted(people, key=lambda person: person.starts[0])


def _best(form: NameForm, people: list[Person]) -> Person:
    """Of several people that ``form`` fits: who has the same title, whose family name it is, who was named last."""

    def score(person: Person) -> tuple[bool, bool, int]:
        at = bisect_right(person.starts, form.start)
        last = person.starts[at - 1] if at else -person.starts[0]
        return form.role in person.roles, person.words[-1] == form.words[-1], last

    return max(people, key=score)


def _with_aliases(doc: Document, people: list[Person]) -> list[Person]:
    """Join two people whom the text says to be one: X، وكنيته Y; X الملقب بـY."""
    owner = {form.start: person for person in people for form in person.forms}
    ends = {form.start: form.end for person in people for form in person.forms}
    gone: set[int] = set()
    for first, second in itertools.pairwise(sorted(owner)):
        one, other = owner[first], owner[second]
        if one is not other and _alias_between(doc, ends[first], second):
            one.add(other.forms)
            gone.add(id(other))
            owner |= {form.start: one for form in other.forms}
    return [person for person in people if id(person) not in gone]


def _alias_between(doc: Document, end: int, start: int) -> bool:
    if doc.sentence_of(end).first != doc.sentence_of(start).first:
        return False
    at = start - 1
    while at > end and doc.tokens[at].norm in _AFTER_CUE:
        at -= 1
    norm = doc.tokens[at].norm
    return at >= end and norm in (ALIAS_CUES if at < start - 1 else _CALLED)
