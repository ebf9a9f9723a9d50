"""The same fact in several places: repeated articles, and events that several sentences or articles tell.

An event joins another only by what the two say themselves (class, status, date, place, participants), never through a
third. Where the two differ in a toll or in the day, they may still be one, and the event is marked as disputed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from kg.edtf import bounds
from kg.namespaces import RESOURCES, resource
from kg.outline import Happened, Outline
from kg.records import Status
from kg.resolution import Resolution

_ALIKE = 0.6
_FEWEST = 3
# What happens at one place only, so that the place tells one from another.
_LOCAL = frozenset(
    {"Attack", "Airstrike", "Explosion", "Killing", "Assassination", "Clash", "Protest", "Arrest", "Accident"}
)
# What happens to a person once in a while, so that person and month tell one from another.
_ONCE = frozenset({"Appointment", "Resignation", "Assassination", "Death", "Execution", "Release"})
Place = tuple[str, int]


@dataclass(slots=True)
class Merged:
    """Facts that are one: the IRI of each article's statements and events by their number in the article.

    ``duplicates`` names for a repeated article the one that it repeats; ``disputed`` holds the events on which the
    places that tell them differ.
    """

    statements: dict[Place, str] = field(default_factory=dict)
    events: dict[Place, str] = field(default_factory=dict)
    duplicates: dict[str, str] = field(default_factory=dict)
    disputed: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Told:
    """An event as one sentence tells it, with entities by IRI."""

    article: str
    iri: str
    type: str
    status: Status
    edtf: str | None
    place: str | None
    who: frozenset[str]
    trigger: str
    toll: tuple[int | None, int | None]


def merge(articles: Iterable[Outline], resolution: Resolution, *, base: str = RESOURCES) -> Merged:
    """Return which facts of ``articles`` are one."""
    merged = Merged()
    originals = _Originals()
    roots: dict[tuple[str, Status], list[Told]] = defaultdict(list)
    for outline in articles:
        stem = outline.identifier
        original = originals.find(outline)
        if original:
            merged.duplicates[stem] = original
        home = resource("statement", stem, base=base)
        for index, said in enumerate(outline.statements):
            merged.statements[stem, index] = originals.again(original, said.words, f"{home}/{said.name}")
        home = resource("event", stem, base=base)
        for index, event in enumerate(outline.events):
            iri = f"{home}/{event.name}"
            again = originals.again(original, event.words, iri)
            merged.events[stem, index] = (
                again if again != iri else _join(_told(stem, iri, event, resolution), roots, merged)
            )
        originals.keep(outline)
    return merged


class _Originals:
    """The articles seen so far, to tell which repeat one of them; what an original said, by its words."""

    def __init__(self) -> None:
        self._by_text: dict[str, str] = {}
        self._by_sentence: dict[str, list[str]] = defaultdict(list)
        self._sentences: dict[str, int] = {}
        self._said: dict[tuple[str, str], str] = {}
        self._own = ""

    def find(self, outline: Outline) -> str | None:
        """Return the original that an article repeats, by its whole text or by most of its sentences."""
        self._own = outline.identifier
        if outline.sha256 in self._by_text:
            return self._by_text[outline.sha256]
        shared: dict[str, int] = defaultdict(int)
        for sentence in outline.sentences:
            for other in self._by_sentence.get(sentence, ()):
                shared[other] += 1
        best = max(sorted(shared), key=lambda other: shared[other], default=None)
        if best is None or shared[best] < _FEWEST:
            return None
        return best if shared[best] >= _ALIKE * min(len(outline.sentences), self._sentences[best]) else None

    def keep(self, outline: Outline) -> None:
        """Remember an article as one that others may repeat."""
        if outline.sha256 not in self._by_text:
            self._by_text[outline.sha256] = outline.identifier
            self._sentences[outline.identifier] = len(outline.sentences)
            for sentence in outline.sentences:
                self._by_sentence[sentence].append(outline.identifier)

    def again(self, original: str | None, words: str, iri: str) -> str:
        """Return the IRI of what ``original`` said in these words; remember them as said in the article itself, too."""
        found = self._said.get((original, words)) if original else None
        self._said.setdefault((self._own, words), found or iri)
        return found or iri


def _told(stem: str, iri: str, event: Happened, resolution: Resolution) -> Told:
    return Told(
        article=stem,
        iri=iri,
        type=event.type,
        status=event.status,
        edtf=event.edtf,
        place=resolution.iris.get((stem, event.place), event.place) if event.place else None,
        who=frozenset(resolution.iris.get((stem, key), key) for key in event.who),
        trigger=event.trigger,
        toll=(event.killed, event.wounded),
    )


def _join(told: Told, roots: dict[tuple[str, Status], list[Told]], merged: Merged) -> str:
    """Return the IRI of the event that ``told`` tells: an earlier one, or its own."""
    if told.edtf:
        for root in roots[f"{told.type} {(told.edtf or '')[:7]}", told.status]:
            near = told.article == root.article
            if _same_within(told, root) if near else _same_across(told, root):
                if not _agree(told, root) or _differ(told.toll, root.toll):
                    merged.disputed.add(root.iri)
                return root.iri
        roots[f"{told.type} {(told.edtf or '')[:7]}", told.status].append(told)
    return told.iri


def _same_within(told: Told, root: Told) -> bool:
    """Whether two sentences of one article tell one event."""
    if told.edtf != root.edtf or not _fit(told.place, root.place) or _differ(told.toll, root.toll):
        return False
    if told.who and root.who and not (told.who <= root.who or root.who <= told.who):
        return False
    return told.trigger == root.trigger or bool(told.who & root.who)


def _same_across(told: Told, root: Told) -> bool:
    """Whether two articles tell one event: on one day or the next, with the place or the company in common."""
    if told.type in _ONCE and _agree(told, root) and _fit(told.place, root.place):
        return any("/person/" in who for who in told.who & root.who)
    days = _days_apart(told, root)
    if days is None or days > 1 or not _fit(told.place, root.place):
        return False
    same_place = told.place is not None and told.place == root.place
    company = len(told.who & root.who)
    if told.type in _LOCAL:
        return same_place and (days == 0 or company > 0) and (company > 0 or not (told.who and root.who))
    return days == 0 and (company > 1 or (company == 1 and same_place))


def _agree(told: Told, root: Told) -> bool:
    """Whether one of the two dates holds the other: 2020-05-07 and 2020-05."""
    (start, end), (first, last) = bounds(told.edtf or ""), bounds(root.edtf or "")
    if told.edtf == root.edtf or not (start and end and first and last):
        return told.edtf == root.edtf
    return (start <= first and last <= end) or (first <= start and end <= last)


def _days_apart(told: Told, root: Told) -> int | None:
    """How many days lie between two events that are dated to the day."""
    first, second = _day(told.edtf), _day(root.edtf)
    return abs((first - second).days) if first and second else None


def _day(edtf: str | None) -> date | None:
    first, last = bounds(edtf) if edtf else (None, None)
    return first if first == last else None


def _fit(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _differ(one: tuple[int | None, int | None], other: tuple[int | None, int | None]) -> bool:
    return any(a is not None and b is not None and a != b for a, b in zip(one, other, strict=True))
