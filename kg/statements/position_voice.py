"""Whose wish it is: whether somebody who wants or refuses speaks for who says the words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.arabic.normal import fold
from kg.arabic.tokens import TokenKind
from kg.clauses import PARTICLES
from kg.lexicon import Match
from kg.records import Kind
from kg.statements.position_words import (
    CLOSERS,
    CONDITIONS,
    MAYBE,
    NEGATIONS,
    OUGHT,
    OUGHT_NOT,
    STEPS,
    STILL,
    position_nouns,
)
from kg.statements.scene import Actor, Scene
from kg.statements.words import RELATIVES

_SCOPE = 6  # tokens over which a negation reaches
_WISH = 10  # tokens over which a wish does
_OBJECT = 60  # tokens of what is wanted
_JUDGED = 9  # tokens from a cue to the judgement behind it
_SELF = frozenset({"انه", "انها", "انهم", "انهما", "اننا", "انني", "اني", "انا", "بانه", "بانها", "بلاده", "بلادها"})
_LAND = frozenset({"بلاد", "حكومه", "دوله", "اداره"})
_HELD = frozenset({"معارضه"})  # with the article: those who oppose a government


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says the words: their keys, and the country that all of them stand for; the press stands for none."""

    keys: tuple[str, ...]
    country: str | None

    @classmethod
    def of(cls, scene: Scene, keys: tuple[str, ...], country: str | None) -> Voice:
        """Return the voice of the speakers ``keys`` of one ``country``."""
        return cls(keys, None if any(_is_press(scene, key) for key in keys) else country)


def _attitude(match: Match) -> int:
    """What a cue does to what follows, as 1, -1 or 0: who supports a withdrawal wants it."""
    told = match.concept.get("attitude")
    if told is None and match.concept.name == "strengthen" and match.features.person is not None:
        return 1
    return int(told) if told else 0


def _is_press(scene: Scene, key: str) -> bool:
    entity = scene.entity(key)
    press = position_nouns(scene.doc.lexicon).press
    return scene.is_outlet(key) or (entity is not None and not press.isdisjoint(fold(entity.name).split()))


class Wishes:
    """Finds what is wanted and refused inside words said. Indexes are tokens, ``first`` the first of the words.

    ``nouns`` are the cues as they are read where words begin (أكد رفضه).
    """

    def __init__(self, scene: Scene, cues: dict[int, Match], nouns: dict[int, Match], homes: Mapping[str, str]) -> None:
        self.scene = scene
        self.cues = cues
        self.kinds = position_nouns(scene.doc.lexicon)
        self.nouns = nouns
        self.homes = homes

    def wanted(self, at: int, first: int, match: Match, voice: Voice) -> int:
        """Return 1 or -1 where the speaker wants or refuses what the cue at ``at`` names, else 0."""
        if match.features.tense == "imperfect" and self._will_do(match, first, voice):
            return 1  # سننسحب، لن ننسحب: what we do is what we want
        for place in range(at - 1, max(first, at - _WISH) - 1, -1):
            text, norm = self.scene.tokens[place].text, self.scene.norms[place]
            if (text in "،,.؛" and place < at - 1) or norm in CLOSERS:
                break
            if wish := self.wish(place, first, voice):
                sign = wish * self.negation(place, first)
                return 0 if sign < 0 and self._is_purpose(place, at) else sign
        return self._judged(at)

    def wish(self, at: int, first: int, voice: Voice) -> int:
        """Return 1 or -1 where the word at ``at`` tells that the speaker wants or refuses what follows, else 0."""
        norm = self.scene.norms[at]
        if norm in OUGHT:
            return 1
        if norm == "بد" and self.scene.norms[at - 1] == "لا":
            return -1  # لا بد من: the negation turns it
        if norm in OUGHT_NOT:
            return -1
        match = (self.nouns if at == first else self.cues).get(at)
        attitude = _attitude(match) if match else 0
        if match is None or (match.features.tense == "perfect" and match.features.person != 1):
            return 0
        return attitude if match.concept.name == "ought" or (attitude and self.owns(match, first, voice)) else 0

    def _will_do(self, match: Match, first: int, voice: Voice) -> bool:
        """Whether it is the speaker who does it, or who will do it: ستسحب واشنطن قواتها."""
        if match.features.person == 1:
            return True
        will = self.scene.norms[match.start - 1] in ("س", "سوف")
        return will and match.features.person == 3 and self.owns(match, first, voice)

    def _is_purpose(self, need: int, at: int) -> bool:
        """Whether the cue at ``at`` is what somebody is no more needed for: ليس بحاجة إلى قوات لمحاربة التنظيم."""
        match = self.cues.get(need)
        return match is not None and match.concept.name == "need" and at > match.end + 1

    def owns(self, match: Match, first: int, voice: Voice) -> bool:
        """Whether who does what the cue tells is the speaker: إنه يريد، بلاده ترفض، not الأكراد يريدون."""
        if match.features.person in (1, 2):
            return True
        if match.features.person is None:
            return self._own_noun(match, first, voice)
        before = self._own_subject(match.start, first, voice)
        behind = self.scene.actors.get(match.end)
        if before is None and behind is not None and behind.kind != Kind.FORCE:
            return self.is_own(behind, voice)
        return before is not False

    def is_own(self, actor: Actor, voice: Voice) -> bool:
        """Whether ``actor`` is the speaker, or what he speaks for."""
        if actor.key in voice.keys:
            return True
        entity = self.scene.entity(actor.key) if actor.key else None
        country = self.homes.get(actor.key or "") or (entity.country if entity else None)
        return country is not None and country == voice.country

    def _own_noun(self, match: Match, first: int, voice: Voice) -> bool:
        """Whether a wish told by a noun is the speaker's: رفض الحكومة, رغبته."""
        token = self.scene.tokens[match.start]
        if token.definite and token.stem in _HELD:
            return False
        behind = self.scene.actors.get(match.end)
        if match.end < len(self.scene.tokens) and self.scene.tokens[match.end].kind == TokenKind.ENCLITIC:
            behind = next(self.scene.actors_before(match.start, first), None)  # أعلن الرئيس رغبته في
        return behind is None or self.is_own(behind, voice)

    def _own_subject(self, verb: int, first: int, voice: Voice) -> bool | None:
        """Whether the subject before a verb is the speaker, None where the words begin with the verb."""
        scene, at = self.scene, verb - 1
        while at >= first and scene.norms[at] in PARTICLES:
            at -= 1
        if at < first:
            return None
        called = scene.tokens[at].kind == TokenKind.ENCLITIC and scene.norms[at - 1] == "ان"
        if scene.norms[at] in _SELF or called:
            return True
        if scene.norms[at] in RELATIVES:
            return False
        actor = next(scene.actors_before(verb, first), None)
        if actor is not None:
            return self.is_own(actor, voice)
        return any(scene.tokens[place].stem in _LAND for place in range(max(first, verb - _WISH), verb))

    def negation(self, at: int, first: int) -> int:
        """Return -1 where an odd number of negations governs the word at ``at``, else 1."""
        sign = 1
        for place in range(at - 1, max(first, at - _SCOPE) - 1, -1):
            token = self.scene.tokens[place]
            if token.text in STEPS or token.norm in STEPS or self._any_wish(place):
                break
            if token.norm in NEGATIONS and token.kind == TokenKind.WORD and self._word(place + 1) not in STILL:
                sign = -sign
        return sign

    def _any_wish(self, at: int) -> bool:
        match = self.cues.get(at)
        told = match is not None and match.concept.get("attitude") is not None and match.features.tense != "perfect"
        return (
            told or self.scene.norms[at] in OUGHT or self.scene.norms[at] == "بد" or self.scene.norms[at] in OUGHT_NOT
        )

    def headed(self, at: int, first: int, *, asked: bool) -> bool:
        """Whether what the cue at ``at`` names is what the verb of the report itself has for its object.

        ``asked`` tells that a force is asked for it, whatever describes the force: طالب فصيلا يقوده ضابط بالخروج.
        """
        scene, inside = self.scene, at - first <= _OBJECT
        led = asked and scene.norms[at - 1] in ("ب", "الي")
        for place in range(max(first, at - _OBJECT), at):
            token = scene.tokens[place]
            if token.text in ".؛:":
                return False
            if token.text in "،,":
                inside = self._goes_on(place + 1, inside=inside)
            elif token.norm in CLOSERS or (scene.tag(place) == "VERB" and not self._wished_verb(place, first)):
                inside = False
        return inside or led

    def _goes_on(self, at: int, *, inside: bool) -> bool:
        """Whether the object goes on behind a comma: والتدخل لوقف دعمهم; where it is over, only with another noun."""
        if self.scene.norms[at] == "و":
            return inside or self.scene.tag(at + 1) == "NOUN"
        opens = self.scene.tokens[at].text in '"“«' or self.scene.norms[at] in ("ب", "الي", "علي")
        return inside and (opens or at in self.scene.actors)

    def _wished_verb(self, verb: int, first: int) -> bool:
        """Whether a verb is itself what is wanted: أن تعمل الحكومة على."""
        return any(self.scene.norms[place] in ("ان", "بان", "الا", "لا") for place in range(max(first, verb - 2), verb))

    def charged(self, at: int, first: int) -> bool:
        """Whether what is told at ``at`` is what somebody is accused of: متهمين الجيش بارتكاب انتهاكات."""
        return any(self.scene.tokens[place].stem in self.kinds.charge for place in range(max(first, at - _WISH), at))

    def conditional(self, at: int, first: int) -> bool:
        """Whether what is told at ``at`` hangs on a condition, or is only held possible."""
        scene = self.scene
        for place in range(at - 1, max(first, at - 8) - 1, -1):
            if scene.tokens[place].text in "،,.؛":
                return False
            if scene.norms[place] in CONDITIONS:
                return True
            if place >= at - 4 and self._maybe(place):
                return True
        return False

    def _maybe(self, at: int) -> bool:
        norm = self.scene.norms[at]
        return norm in MAYBE or (norm == "قد" and self.scene.tokens[at + 1].norm[:1] in ("ي", "ت"))

    def _judged(self, at: int) -> int:
        """بقاء القوات ضروري / مرفوض: a judgement behind the cue in its clause."""
        for place in range(at + 1, min(len(self.scene.tokens), at + _JUDGED)):
            norm = self.scene.norms[place]
            if self.scene.tokens[place].text in "،.؛":
                break
            if self._describes(place):
                continue
            if norm in self.kinds.welcome:
                return self.negation(place, at)
            if norm in self.kinds.unwelcome or (norm == "غير" and self._word(place + 1) in self.kinds.welcome):
                return -1
        return 0

    def _word(self, at: int) -> str:
        return self.scene.norms[at] if at < len(self.scene.norms) else ""

    def _describes(self, at: int) -> bool:
        """Whether an indefinite word describes the indefinite noun before it and judges nothing: مليشيات مسلحة مهمة."""
        token, before = self.scene.tokens[at], self.scene.tokens[at - 1]
        plain = before.kind == TokenKind.WORD and self.scene.tag(at - 1) in ("NOUN", "ADJ")
        return plain and before.stem not in self.kinds.matter and not before.definite and not token.definite
