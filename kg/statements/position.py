"""Positions: whether words said want a force to stay or to leave, composed of cues, attitudes and negations."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from kg.arabic.tokens import TokenKind
from kg.clauses import word_set
from kg.lexicon import Match
from kg.records import Kind
from kg.statements.cues import Reporting
from kg.statements.scene import Scene

SUPPORTS, OPPOSES, NEUTRAL = "supports", "opposes", "neutral"
_OBJECT_REACH = 4  # tokens before a force that is itself praised, accused or threatened
_REACH = 9  # tokens between a cue and its force
_SCOPE = 6  # tokens over which a negation or an attitude reaches
_NEGATIONS = word_set("لا لم لن ليس ليست لسنا لست ليسوا ما عدم دون غير بدون كفي الا")
_CONDITIONS = frozenset({"اذا", "لو", "حال", "شرط"})
_STEPS = frozenset({"،", ",", ".", "؛", "لكن", "ولكن", "بل"})
_OUGHT = word_set(
    "يجب ينبغي يتعين لابد بد ضروره ضروري حان الاوان اوان نريد نطلب نطالب ندعو نامل نتمني اريد اطالب ادعو نحث نرحب نويد"
)
_OUGHT_NOT = word_set("نرفض ارفض نعارض نستنكر ندين كفي يكفي نحذر مرفوض مرفوضه")


@dataclass(frozen=True)
class _Stand:
    """One stand towards a force: ``sign`` 1 or -1."""

    at: int
    sign: int


class Positions:
    """Finds the position of the words said in a text."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    @cached_property
    def _cues(self) -> dict[int, Match]:
        found: dict[int, Match] = {}
        for match in self.scene.doc.matches_of("position-cues"):
            sentence = self.scene.doc.sentence_of(match.start)
            verb = self.scene.doc.tags(sentence)[match.start - sentence.first] == "VERB"
            if match.start not in found or verb == (match.features.person is not None):
                found[match.start] = match
        return found

    def of(self, first: int, last: int, entry: Reporting | None, negated: bool) -> str | None:
        """Return the position that tokens ``first`` to ``last`` take towards the forces they name; None without any."""
        forces = [(m.start, m.end) for m in self.scene.cast.between(first, last) if m.kind == Kind.FORCE]
        if not forces:
            return None
        attitude, regard = self._of_stance(entry, "attitude"), self._of_stance(entry, "regard")
        accused = entry is not None and entry.stance == "accuses"
        found = [] if accused else [self._stand(at, first, forces, attitude) for at in range(first, last)]
        stands = [stand for stand in found if stand is not None]
        if not stands and regard and forces[0][0] - first <= _OBJECT_REACH:
            stands = [_Stand(first, regard * self._negation(forces[0][0], first))]
        if not stands:
            return NEUTRAL
        return self._of_first(stands, negated)

    def _of_first(self, stands: list[_Stand], negated: bool) -> str | None:
        """Return the position of mixed stands: that of the first, unless both are told as equals."""
        total = sum(stand.sign for stand in stands) or stands[0].sign
        return SUPPORTS if total * (-1 if negated else 1) > 0 else OPPOSES

    def _of_stance(self, entry: Reporting | None, name: str) -> int:
        """Return 1 or -1 for what the speech act does to its content (attitude) or to whom it is about (regard)."""
        if entry is None:
            return 0
        stance = self.scene.doc.lexicon.concepts.get(f"https://khabar.example/stance/{entry.stance}")
        told = entry.concept.get(name) or (stance.get(name) if stance else None)
        return int(told) if told else 0

    def _stand(self, at: int, first: int, forces: list[tuple[int, int]], attitude: int) -> _Stand | None:
        match = self._cues.get(at)
        direction = match.concept.get("direction") if match else None
        if match is None or direction is None or self._inside_force(at, forces) or not self._near(match, first, forces):
            return None
        if match.features.tense == "perfect" and match.features.person == 3:
            return None
        evaluates = match.concept.get("evaluates") == "true"
        wanted = self._wanted(at, first, match)
        if self._conditional(at, first):
            return None
        sign = int(direction) * self._negation(at, first)
        if wanted:
            return _Stand(at, sign * wanted)
        if evaluates:
            return _Stand(at, sign)
        return _Stand(at, sign * attitude) if attitude else None

    def _inside_force(self, at: int, forces: list[tuple[int, int]]) -> bool:
        return any(start <= at < end for start, end in forces)

    def _near(self, match: Match, first: int, forces: list[tuple[int, int]]) -> bool:
        """Whether a force stands where the cue speaks of it.

        What is done to a force has it behind (دحر المسلحين), what is said of it before (وجود القوات احتلال).
        """
        name, (at, end) = match.concept.name, (match.start, match.end)
        reach = 3 if name == "fight" else _REACH
        behind = any(end <= start <= end + reach and not self._parted(end, start) for start, _ in forces)
        before = any(stop <= at <= stop + _REACH and not self._parted(stop, at) for _, stop in forces)
        if name == "fight":
            return behind and match.features.person != 3
        if name in ("harm", "merit"):
            return before
        told = self.scene.norms[at - 1] in ("الي", "علي", "ب") and any(
            first <= start <= first + 1 for start, _ in forces
        )
        owned = end < len(self.scene.tokens) and self.scene.tokens[end].kind == TokenKind.ENCLITIC
        return behind or (before and (owned or told or match.features.person is not None))

    def _parted(self, first: int, last: int) -> bool:
        return any(self.scene.tokens[at].text in ".؛" for at in range(first, last))

    def _wanted(self, at: int, first: int, match: Match) -> int:
        """Return 1 or -1 where someone inside the words wants or refuses what the cue names, else 0."""
        if match.features.person == 1 and match.features.tense == "imperfect":
            return 1 if self._we_will(at, first) else 0
        for place in range(at - 1, max(first, at - _SCOPE - 4) - 1, -1):
            token = self.scene.tokens[place]
            if token.text in "،,.؛" and place < at - 1:
                break
            operator = self._operator(place)
            if operator:
                return operator * self._negation(place, first)
        return self._command_behind(at)

    def _we_will(self, at: int, first: int) -> bool:
        """سننسحب، نريد أن ننسحب، لن ننسحب: what we do is what we want."""
        return at > 0 and (self.scene.norms[at - 1] in ("س", "سوف", "لن", "ان", "لا") or True)

    def _operator(self, at: int) -> int:
        norm = self.scene.norms[at]
        if norm in _OUGHT:
            return 1
        if norm in _OUGHT_NOT:
            return -1
        match = self._cues.get(at)
        attitude = match.concept.get("attitude") if match else None
        if attitude is None or match is None or match.features.tense == "perfect":
            return 0
        return int(attitude)

    def _command_behind(self, at: int) -> int:
        """بقاء القوات ضروري / مرفوض: a judgement behind the cue in its clause."""
        for place in range(at + 1, min(len(self.scene.tokens), at + _REACH)):
            norm = self.scene.norms[place]
            if self.scene.tokens[place].text in "،.؛":
                break
            if norm in ("ضروري", "ضروريه", "مهم", "مهمه", "مطلوب", "مطلوبه", "حيوي", "اساسي", "مرحب"):
                return self._negation(place, at)
            if norm in ("مرفوض", "مرفوضه", "مكلف", "غير", "خطا", "خاطي", "كارثه", "مضر"):
                return -1
        return 0

    def _negation(self, at: int, first: int) -> int:
        """Return -1 where an odd number of negations governs the word at ``at``, else 1."""
        sign = 1
        for place in range(at - 1, max(first, at - _SCOPE) - 1, -1):
            token = self.scene.tokens[place]
            if token.text in _STEPS or token.norm in _STEPS or self._operator(place):
                break
            if token.norm in _NEGATIONS and token.kind == TokenKind.WORD:
                sign = -sign
        return sign

    def _conditional(self, at: int, first: int) -> bool:
        for place in range(at - 1, max(first, at - 8) - 1, -1):
            if self.scene.tokens[place].text in "،,.؛":
                return False
            if self.scene.norms[place] in _CONDITIONS:
                return True
        return False
