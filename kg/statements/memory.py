"""Who spoke last: empty subjects, pronouns and short nouns (المصدر، البيان) resolved to earlier speakers."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from kg.arabic.normal import fold
from kg.arabic.tokens import TokenKind
from kg.document import Sentence
from kg.labels import Features
from kg.records import Entity, Kind
from kg.statements.issuers import issued_before
from kg.statements.noun_phrases import definite_phrase, proper_phrase
from kg.statements.phrases import Subject
from kg.statements.scene import Actor, Scene
from kg.statements.words import PAIRS

FAR = 12


@dataclass(frozen=True)
class Spoke:
    """One who spoke: entity keys, what verbs show of them, and whether they spoke through a statement or a report."""

    keys: tuple[str, ...]
    gender: str | None
    number: str
    at: int


class Memory:
    """The speakers of a text so far; ``quiet`` is the sentence before, where it reports nothing."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.spoke: list[Spoke] = []
        self.issuer: Spoke | None = None
        self.issued: dict[str, Spoke] = {}
        self.quiet: Sentence | None = None

    def remember(self, spoke: Spoke, *, issued: str | None) -> None:
        """Note that ``spoke`` reported speech, through the text whose noun has the stem ``issued``."""
        self.spoke.append(spoke)
        if issued is not None:
            self.issuer = self.issued[issued] = spoke

    def last(self, features: Features | None = None) -> Spoke | None:
        """Return the last speaker whom a verb of these features may have for its unsaid subject."""
        recent = self.spoke[-FAR:]
        for spoke in reversed(recent):
            text = spoke is self.issuer and spoke is recent[-1] and features is not None
            if text and features is not None and features.number == "s" and features.gender != "f":
                return spoke  # لم يذكر بيان للبلدين، لكنه قال
            if features is None or _may_be(features, spoke):
                return spoke
        return None

    def keys_of(self, subject: Subject) -> tuple[str, ...]:
        """Return the entity keys of a speakers' phrase; words that name nobody known become a source of their own."""
        keys: list[str] = []
        for actor in subject.actors:
            for key in self._keys(actor):
                if key not in keys:
                    keys.append(key)
        return tuple(keys)

    def _keys(self, actor: Actor) -> tuple[str, ...]:
        if self.scene.tokens[actor.start].definite and (actor.key is None or actor.kind == Kind.UNNAMED):
            meant = self.meant_by(actor)
            if meant:
                return meant
        if actor.kind == Kind.UNNAMED and (known := self._of_a_trade(actor) or self._close_to(actor)) is not None:
            return (known,)
        if actor.kind in (Kind.FORCE, Kind.UNNAMED) and (officer := self._officer(actor)) is not None:
            return (officer,)
        if actor.kind == Kind.PERSON and self.scene.tokens[actor.start].definite and not self._known(actor):
            return self._spoke_before(self.scene.tokens[actor.start].stem, actor.end) or (actor.key or "",)
        return (actor.key or self.unnamed(actor.start, actor.end),)

    def _of_a_trade(self, actor: Actor) -> str | None:
        """Return the only person of the text before whom a trade and a nationality take up: وقالت الممثلة الأميركية."""
        first, scene = actor.start, self.scene
        taken_up = scene.tokens[first].definite and scene.tokens[first].stem in scene.words.trade
        if not taken_up or actor.end != first + 2:
            return None
        before = [a for a in scene.actors_before(first) if a.kind == Kind.PERSON and a.key]
        keys = {a.key for a in before}
        return keys.pop() if len(keys) == 1 and first + 1 in scene.demonyms else None

    def _close_to(self, actor: Actor) -> str | None:
        """Return who was named before as what somebody is to another: خطيبة فلان، فلانة ... قالت خطيبة فلان."""
        scene, stem = self.scene, self.scene.tokens[actor.start].stem
        if stem not in scene.words.kin or actor.end == actor.start + 1:
            return None
        places = sorted(place for form in {stem, stem.removesuffix("ه") + "ت"} for place in scene.stems.get(form, ()))
        for place in reversed(places[: bisect_left(places, actor.start)][-FAR:]):
            named = self._named_beside(place)
            if named is not None and named.kind == Kind.PERSON:
                return named.key
        return None

    def _named_beside(self, noun: int) -> Actor | None:
        """Return who is named right before a noun, or behind it and those whom it belongs to."""
        scene, last = self.scene, len(self.scene.tokens) - 2
        if (before := scene.ending.get(noun - (scene.tokens[noun - 1].text in "،,"))) is not None:
            return before
        end = noun + 1
        if end < last and (scene.tokens[end].kind == TokenKind.ENCLITIC or end in scene.actors):
            end = scene.actors[end].end if end in scene.actors else end + 1
        end += end < last and scene.tokens[end].text in "،,"
        return scene.actors.get(end)

    def _officer(self, actor: Actor) -> str | None:
        """Return the officer named last whom a rank and his country's adjective take up: قال اللواء الأميركي."""
        first, scene = actor.start, self.scene
        taken_up = scene.tokens[first].definite and scene.tokens[first].stem in scene.words.rank
        if not taken_up or actor.end - first > 2:
            return None
        country = scene.demonyms.get(first + 1) if actor.end == first + 2 else None
        if country is None and actor.end == first + 2:
            return None
        for title, key in reversed(scene.cast.titles):
            named = key is not None and title.name is not None and title.start < first
            if named and title.role in _OFFICERS and (country or title.country) == title.country:
                return key
        return None

    def _known(self, actor: Actor) -> bool:
        """Whether the person's name stands in the phrase, or the text named them before it."""
        entity = self.scene.entity(actor.key or "")
        names = set(fold(entity.name).split()) if entity else set()
        if names & set(self.scene.norms[actor.start : actor.end]):
            return True
        return any(earlier.key == actor.key for earlier in self.scene.actors_before(actor.start))

    def meant_by(self, actor: Actor) -> tuple[str, ...]:
        """Return whom a definite noun phrase takes up again (المصدر، الصحيفة، الجانبان), or nothing."""
        norm, stem = self.scene.norms[actor.start], self.scene.tokens[actor.start].stem
        if norm in PAIRS:
            return self._pair(actor.start)
        if stem in self.scene.words.issued and (issuers := self.issuers(actor.start)):
            return issuers
        if actor.end - actor.start > 2:
            return ()
        found = self._named_before(actor, stem) or self._bearer(actor, stem) or self._spoke_before(stem, actor.end)
        if found or stem in self.scene.words.taken_up:
            return found or self._last_source(actor)
        return self._described_before(actor.start, stem) if actor.end - actor.start == 1 else ()

    def issuers(self, at: int) -> tuple[str, ...]:
        """Return who issued the statement or report that the noun at ``at`` takes up, or nothing."""
        told, stem = issued_before(self.scene, at), self.scene.tokens[at].stem
        issuer = self.issued.get(stem, self.issuer)
        if told is not None and (issuer is None or told[0] > issuer.at):
            return self.keys_of(told[1])
        if issuer is None and stem in self.scene.words.statement:
            return self._last_body()
        resolved = stem == "قرار"  # of a council, not of whoever spoke of it
        return issuer.keys if issuer is not None and not resolved else ()

    def _last_body(self) -> tuple[str, ...]:
        """Return the body or state that spoke last: a statement that nobody is said to have issued is its."""
        last = self.spoke[-1] if self.spoke else None
        entity = self.scene.entity(last.keys[0]) if last is not None and len(last.keys) == 1 else None
        if last is None or entity is None or self.scene.is_outlet(entity.key):
            return ()
        return last.keys if entity.kind in (Kind.ORGANIZATION, Kind.COUNTRY) else ()

    def text_before(self, at: int) -> str | None:
        """Return the key of the text that spoke before under the noun at ``at`` (تقرير الخبراء: التقرير النهائي)."""
        found = self._spoke_before(self.scene.tokens[at].stem, at + 1)
        return found[0] if found else None

    def _described_before(self, at: int, stem: str) -> tuple[str, ...]:
        """Return the last phrase that told more of the noun: الفريق الأممي المعني باليمن."""
        places = self.scene.stems.get(stem, [])
        for place in reversed(places[: bisect_left(places, at)][-FAR:]):
            if not self.scene.tokens[place].definite:
                whole = self._whole_body(place) if stem in self.scene.words.printed else None
                if whole is not None and whole.end > place + 1:
                    return (self.unnamed(place, whole.end),)  # رابطة أهالي المفقودين: الرابطة
                continue
            end = self.scene.described_end(place)
            if end > place + 1:
                return (self.unnamed(place, end),)
        return ()

    def _whole_body(self, place: int) -> Subject | None:
        """Return the definite phrase that begins with a body's noun, or the noun with a name that nobody knows."""
        whole = definite_phrase(self.scene, place, place + 6)
        name = proper_phrase(self.scene, place + 1, place + 6) if whole is None else None
        return whole if name is None else Subject(place, name.end, (), None, "s")

    def _named_before(self, actor: Actor, stem: str) -> tuple[str, ...]:
        """Return the last one whose fuller name begins with the noun, or for an outlet's noun the last outlet."""
        for earlier in self.scene.actors_before(actor.start):
            fuller = self.scene.tokens[earlier.start].stem == stem and earlier.end - earlier.start > 1
            if earlier.key and (fuller or (stem in self.scene.words.outlet and self.scene.is_outlet(earlier.key))):
                return (earlier.key,)
        return ()

    def _bearer(self, actor: Actor, stem: str) -> tuple[str, ...]:
        """Return the person whom the text named last right behind the same noun: المدرس سالم ... قال المدرس."""
        places, end = self.scene.stems.get(stem, []), actor.end
        if end < len(self.scene.tokens) and self.scene.tokens[end].definite and self.scene.tag(end) == "ADJ":
            return ()  # قال الفنان اللبناني
        for place in reversed(places[: bisect_left(places, actor.start)][-FAR:]):
            person = self.scene.actors.get(place + 1) if self.scene.tokens[place].definite else None
            if person is not None and person.kind == Kind.PERSON and person.key and actor.end == actor.start + 1:
                return (person.key,)
        return ()

    def _spoke_before(self, stem: str, end: int) -> tuple[str, ...]:
        """Return the last unnamed source that spoke under the noun and under the adjective at ``end``, if one does."""
        described = end < len(self.scene.tokens) and self.scene.tokens[end].definite and self.scene.tag(end) == "ADJ"
        adjective = self.scene.tokens[end].stem if described else ""
        for spoke in reversed(self.spoke[-FAR:]):
            entity = self.scene.entity(spoke.keys[0]) if len(spoke.keys) == 1 else None
            if entity is None or entity.kind != Kind.UNNAMED:
                continue
            name = fold(entity.name)
            if stem in name.split(" ")[0] and (adjective in name or " " not in name):
                return spoke.keys
        return ()

    def _last_source(self, actor: Actor) -> tuple[str, ...]:
        for spoke in reversed(self.spoke[-FAR:]):
            entity = self.scene.entity(spoke.keys[0])
            fits = spoke.number == actor.number and not (actor.gender == "f" and spoke.gender != "f")
            if entity and entity.kind in (Kind.PERSON, Kind.UNNAMED) and fits:
                return spoke.keys
        return ()

    def _pair(self, at: int) -> tuple[str, ...]:
        """Return the two whom a dual takes up: people of its sentence, else the last who spoke or were named."""
        states = "بلد" in self.scene.norms[at] or "دول" in self.scene.norms[at]
        near = () if states else self._people_near(at)
        if near:
            return near
        for spoke in reversed(self.spoke[-FAR:]):
            if len(spoke.keys) == 2:
                return spoke.keys
        for kind in (Kind.COUNTRY, Kind.PERSON) if states else (Kind.PERSON, Kind.COUNTRY):
            found: list[str] = []
            for actor in self.scene.actors_before(at):
                if actor.kind == kind and actor.key and actor.key not in found:
                    found.append(actor.key)
                if len(found) == 2:
                    return tuple(reversed(found))
        return ()

    def _people_near(self, at: int) -> tuple[str, ...]:
        """Return the two people whom the sentence names before ``at``, or one and his counterpart."""
        first = self.scene.doc.sentence_of(at).first
        near = [a for a in self.scene.actors_before(at, first) if a.kind == Kind.PERSON and a.key]
        keys = tuple(dict.fromkeys(actor.key or "" for actor in reversed(near)))[:2]
        if len(keys) != 1:
            return keys
        for place in range(first, at - 1):
            if (
                self.scene.tokens[place].stem in self.scene.words.counterpart
                and self.scene.tokens[place + 1].kind == TokenKind.ENCLITIC
            ):
                end = place + 2 + (place + 2 in self.scene.demonyms)
                return (*keys, self.unnamed(place, end))
        return keys

    def unnamed(self, first: int, last: int) -> str:
        """Return the key of a source known by its words alone, made an entity of the cast."""
        text = " ".join(self.scene.doc.slice(first, last).split())
        if self.scene.norms[first].startswith("ال") and text.startswith("ل"):
            text = "ا" + text  # للفريق
        key = f"unnamed:{text}"
        self.scene.cast.entities.setdefault(key, Entity(key=key, kind=Kind.UNNAMED, name=text))
        return key


_OFFICERS = frozenset({"commander", "deputy-commander", "military-officer", "chief-of-staff"})


def _may_be(features: Features, spoke: Spoke) -> bool:
    if features.gender and spoke.gender and features.gender != spoke.gender:
        return False
    if features.number in ("d", "p"):
        return spoke.number in ("d", "p")
    return spoke.number == "s"
