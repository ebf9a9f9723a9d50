"""Positions: where words said stand towards each force that they name, composed of cues, wishes and negations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.lexicon import Match
from kg.records import NEUTRAL, OPPOSES, SUPPORTS
from kg.statements.cues import Cue
from kg.statements.position_reach import Forces, Named, Reach
from kg.statements.position_regard import Regard
from kg.statements.position_voice import Voice, Wishes
from kg.statements.scene import Scene

_BEFORE, _BEHIND = 14, 19  # tokens around a force in which a cue may stand that is about it
_CALLING = frozenset({"describes", "believes"})  # وصفها بالإرهابية، اعتبرها إرهابية
_DIRECT = frozenset({"rejects", "threatens"})  # they are towards a force only where it is their object itself


@dataclass(frozen=True, slots=True)
class Words:
    """The words said: tokens ``first`` to ``last`` (half-open), the forces named in them, and how they are reported.

    ``attitude`` is what the speech act does to its content, ``regard`` what it does to whom it is about: 1, -1 or 0.
    """

    first: int
    last: int
    forces: Forces
    voice: Voice
    stance: str
    attitude: int
    regard: int


class Positions:
    """Finds the positions of the words said in a text; ``homes`` are the countries for which people speak, by key."""

    def __init__(self, scene: Scene, homes: Mapping[str, str]) -> None:
        self.scene = scene
        self.homes = homes

    @cached_property
    def _cues(self) -> dict[int, Match]:
        found: dict[int, Match] = {}
        for match in self.scene.doc.matches_of("position-cues"):
            verb = self.scene.tag(match.start) == "VERB"
            if self._of_another_person(match):
                continue
            if match.start not in found or verb == (match.features.person is not None):
                found[match.start] = match
        return found

    @cached_property
    def _nouns(self) -> dict[int, Match]:
        """The cues as they are read where words said begin: أيد نشر القوات."""
        nouns = {m.start: m for m in self.scene.doc.matches_of("position-cues") if m.features.person is None}
        return self._cues | nouns

    @cached_property
    def _wishes(self) -> Wishes:
        return Wishes(self.scene, self._cues, self._nouns, self.homes)

    @cached_property
    def _reach(self) -> Reach:
        return Reach(self.scene, self._cues)

    @cached_property
    def _regards(self) -> Regard:
        return Regard(self.scene, self._cues, self._reach)

    def _of_another_person(self, match: Match) -> bool:
        """Whether a form read as "I do" is "he did": استهدف without a hamza, قد أرسل, التحالف أرسل."""
        if match.features.person != 1 or match.features.tense != "imperfect":
            return False
        before = match.start - 1
        told = before >= 0 and self.scene.norms[before] in ("قد", "لقد")
        named = before >= 0 and self.scene.tag(before) in ("NOUN", "PROPN", "ADJ") and _singular(self.scene, match)
        return told or named or self.scene.tokens[match.start].text.startswith("ا")

    def of(self, first: int, last: int, named: Sequence[Named], cue: Cue | None, voice: Voice) -> dict[str, str]:
        """Return the position that tokens ``first`` to ``last`` take towards each force ``named`` in them, by key."""
        if not named:
            return {}
        words = self._words(first, last, named, cue, voice)
        regards = self._regard(words)
        told: dict[str, list[int]] = {}
        for force in named:
            stands = list(self._deeds(force, words)) if words.stance != "accuses" else []
            told.setdefault(force.key, []).extend(stands or regards.get(force.start, ()))
        turned = -1 if cue is not None and cue.negated else 1
        return {key: _position(stands, turned) for key, stands in told.items()}

    def _words(self, first: int, last: int, named: Sequence[Named], cue: Cue | None, voice: Voice) -> Words:
        attitude, regard = (self._of_stance(cue, name) for name in ("attitude", "regard"))
        return Words(first, last, Forces(named), voice, cue.entry.stance if cue else "", attitude, regard)

    def _of_stance(self, cue: Cue | None, name: str) -> int:
        """Return 1 or -1 for what the speech act does to its content (attitude) or to whom it is about (regard)."""
        if cue is None:
            return 0
        stance = self.scene.doc.lexicon.concepts.get(f"https://khabar.example/stance/{cue.entry.stance}")
        told = cue.entry.concept.get(name) or (stance.get(name) if stance else None)
        return int(told) if told else 0

    def _deeds(self, force: Named, words: Words) -> Iterator[int]:
        """Yield a stand for each thing that the words want or refuse to be done to the force: 1 or -1."""
        for at in range(max(words.first, force.start - _BEFORE), min(words.last, force.end + _BEHIND)):
            match = self._nouns.get(at) if at == words.first else self._cues.get(at)
            if match is not None and (sign := self._stand(match, force, words)):
                yield sign

    def _stand(self, match: Match, force: Named, words: Words) -> int:
        at, first = match.start, words.first
        direction = self._reach.direction(match)
        done = match.features.tense == "perfect" and match.features.person == 3
        if direction == 0 or done or at in words.forces.at:
            return 0
        asked = self._asked(force, words)
        if not self._reach.near(match, force, words.forces, asked=asked) or self._wishes.conditional(at, first):
            return 0
        if match.concept.name == "home" and not self._reach.goes_home(force):
            direction = -direction
        return direction * self._wishes.negation(at, first) * self._wanted(match, words, asked=asked)

    def _wanted(self, match: Match, words: Words, *, asked: bool) -> int:
        """Return 1 or -1 where the speaker wants or refuses what the cue tells, or the cue judges by itself."""
        at, first = match.start, words.first
        if wish := self._wishes.wanted(at, first, match, words.voice):
            return wish
        if match.concept.get("evaluates") == "true" and not self._wishes.charged(at, first):
            return 1 if match.concept.name != "side" or self._wishes.owns(match, first, words.voice) else 0
        return words.attitude if self._wishes.headed(at, first, asked=asked) else 0

    def _asked(self, force: Named, words: Words) -> bool:
        """Whether the force itself is asked for something: طالب الميليشيات بالخروج."""
        if words.attitude and words.first <= force.start <= words.first + 1:
            return True
        near = range(max(words.first, force.start - 4), force.start)
        return any(self._wishes.wish(place, words.first, words.voice) for place in near)

    def _regard(self, words: Words) -> dict[int, list[int]]:
        """Return by the place of each force the praise (1) and blame (-1) that it gets."""
        found: dict[int, list[int]] = defaultdict(list)
        charged = words.stance == "accuses"
        if words.regard:
            for force, head in self._regards.objects(words.first, words.last, words.forces, charged=charged):
                if self._is_regarded(force, head, words):
                    found[force.start].append(words.regard)
        if words.stance in _CALLING:
            for force, sign in self._regards.called(words.first, words.last, words.forces):
                found[force.start].append(sign)
        for match, sign in self._judges(words):
            for force, head in self._regards.objects(match.end, words.last, words.forces, charged=False):
                if sign < 0 or not self._regards.is_said(head):
                    found[force.start].append(sign)
        return found

    def _is_regarded(self, force: Named, head: int, words: Words) -> bool:
        if words.stance in _DIRECT:
            return head == force.start
        return words.regard < 0 or not self._regards.is_said(head)

    def _judges(self, words: Words) -> Iterator[tuple[Match, int]]:
        """Yield the verbs and nouns of praise and blame inside the words that are the speaker's own."""
        for at in range(words.first, words.last):
            match = self._cues.get(at)
            regard = match.concept.get("regard") if match else None
            if match is None or regard is None or match.features.tense == "perfect":
                continue
            if self._wishes.owns(match, words.first, words.voice):
                yield match, int(regard) * self._wishes.negation(at, words.first)


def _singular(scene: Scene, match: Match) -> bool:
    return scene.tokens[match.start].norm.startswith("ا")


def _position(stands: list[int], turned: int) -> str:
    """Return the position of stands on one force: that of the first where as many are for it as against it."""
    if not stands:
        return NEUTRAL
    total = sum(stands) or stands[0]
    return SUPPORTS if total * turned > 0 else OPPOSES
