"""Positions: whether words said want a force to stay or to leave, composed of cues, attitudes and negations."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from kg.arabic.tokens import TokenKind
from kg.clauses import word_set
from kg.lexicon import Match
from kg.records import NEUTRAL, OPPOSES, SUPPORTS
from kg.statements.cues import Cue, Reporting
from kg.statements.scene import Scene
from kg.statements.words import COMPLEMENTIZERS, PREPOSITIONS, RELATIVES

_OBJECT_REACH = 4  # tokens before a force that is itself praised, accused or threatened
_REACH = 9  # tokens between a cue and its force
_SCOPE = 6  # tokens over which a negation or an attitude reaches
_NEGATIONS = word_set("لا لم لن ليس ليست لسنا لست ليسوا عدم دون غير بدون كفي الا")
_CONDITIONS = frozenset({"اذا", "لو", "حال", "شرط"})
_STEPS = frozenset({"،", ",", ".", "؛", "لكن", "ولكن", "بل"})
_OUGHT = word_set(
    "يجب ينبغي يتعين لابد بد ضروره ضروري حان الاوان اوان نريد نطلب نطالب ندعو نامل نتمني اريد اطالب ادعو نحث نرحب نويد"
)
_OUGHT_NOT = word_set("نرفض ارفض نعارض نستنكر ندين كفي يكفي نحذر مرفوض مرفوضه")


# Nouns that turn what the noun behind them does round: وقف دعم، إنهاء وجود، تقليص وجود.
_CHAINED = frozenset({"end", "reduce"})
# Prepositions and pronouns behind a cue that lead away from it; those that link it to its force.
_OTHER = (PREPOSITIONS | RELATIVES | COMPLEMENTIZERS) - {"غير"}
_LINKS = word_set("ل من")
_OWN_LINKS = {"need": ("الي",), "fight": ("علي",), "end": ("علي",), "leave": ("ب",), "host": ("ب",), "stay": ("ب",)}
# What a judgement calls the staying or leaving of a force.
_WELCOME = word_set(
    "ضروري ضروريه مهم مهمه مطلوب مطلوبه حيوي حيويه اساسي اساسيه مرحب مقبول مقبوله شرعي شرعيه مشروع مشروعه قانوني "
    "قانونيه"
)
_UNWELCOME = word_set("مرفوض مرفوضه مكلف مكلفه خطا خاطي خاطيه كارثه كارثي مضر مضره خطير خطيره")
_MATTERS = word_set("امر شيء عمل خطوه قرار خيار مساله وجود بقاء")
_REMAINS = word_set("رفات جثامين جثث جثمان جثه اسري اسير")
_NO_PREDICATE = word_set("و هناك ثمه من في عن الي ب ل ضد بسبب اي")


@dataclass(frozen=True, slots=True)
class Named:
    """A force named in tokens ``start`` to ``end`` (half-open), by its key."""

    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class _Stand:
    """One stand towards a force: ``sign`` 1 or -1."""

    at: int
    sign: int


def _position(stands: list[_Stand], turned: int) -> str:
    """Return the position of stands on one force: that of the first where as many are for it as against it."""
    if not stands:
        return NEUTRAL
    total = sum(stand.sign for stand in stands) or stands[0].sign
    return SUPPORTS if total * turned > 0 else OPPOSES


class Positions:
    """Finds the position of the words said in a text."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

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

    def _of_another_person(self, match: Match) -> bool:
        """Whether a form read as "I do" is "he did": استهدف without a hamza, قد أرسل."""
        if match.features.person != 1 or match.features.tense != "imperfect":
            return False
        told = match.start > 0 and self.scene.norms[match.start - 1] in ("قد", "لقد")
        return told or self.scene.tokens[match.start].text.startswith("ا")

    def of(self, first: int, last: int, named: list[Named], cue: Cue | None) -> dict[str, str]:
        """Return the position that tokens ``first`` to ``last`` take towards each force ``named`` in them, by key."""
        told: dict[str, list[_Stand]] = {}
        for force in named:
            told.setdefault(force.key, []).extend(self._towards(force, first, last, named, cue))
        turned = -1 if cue is not None and cue.negated else 1
        return {key: _position(stands, turned) for key, stands in told.items()}

    def _towards(self, force: Named, first: int, last: int, named: list[Named], cue: Cue | None) -> list[_Stand]:
        """Return the stands that the words take on one force where it is named."""
        entry = cue.entry if cue else None
        attitude, regard = self._of_stance(entry, "attitude"), self._of_stance(entry, "regard")
        accused = entry is not None and entry.stance == "accuses"
        found = [] if accused else [self._stand(at, first, force, named, attitude) for at in range(first, last)]
        stands = [stand for stand in found if stand is not None]
        if not stands and regard and force.start - first <= _OBJECT_REACH:
            stands = [_Stand(first, regard * self._negation(force.start, first))]
        return stands

    def _of_stance(self, entry: Reporting | None, name: str) -> int:
        """Return 1 or -1 for what the speech act does to its content (attitude) or to whom it is about (regard)."""
        if entry is None:
            return 0
        stance = self.scene.doc.lexicon.concepts.get(f"https://khabar.example/stance/{entry.stance}")
        told = entry.concept.get(name) or (stance.get(name) if stance else None)
        return int(told) if told else 0

    def _stand(self, at: int, first: int, force: Named, named: list[Named], attitude: int) -> _Stand | None:
        match = self._cues.get(at)
        direction = self._direction(match, at)
        if match is None or direction == 0 or self._inside_force(at, named) or not self._near(match, first, force):
            return None
        if match.features.tense == "perfect" and match.features.person == 3:
            return None
        evaluates = match.concept.get("evaluates") == "true"
        wanted = self._wanted(at, first, match)
        if self._conditional(at, first):
            return None
        sign = direction * self._negation(at, first)
        if wanted:
            return _Stand(at, sign * wanted)
        if evaluates:
            return _Stand(at, sign)
        return _Stand(at, sign * attitude) if attitude else None

    def _direction(self, match: Match | None, at: int) -> int:
        """Return what a cue does to its force, 0 where it does nothing: the end of support is against it."""
        told = match.concept.get("direction") if match else None
        if match is None or told is None or (match.concept.name in _CHAINED and self._inner(match.end) is not None):
            return 0
        outer = next(
            (c for c in (self._cues.get(at - 1), self._cues.get(at - 2)) if c is not None and c.end <= at), None
        )
        chained = outer is not None and outer.concept.name in _CHAINED and self._inner(outer.end) == at
        return int(told) * (-1 if chained else 1)

    def _inner(self, at: int) -> int | None:
        """Return the noun right behind a noun of ending that itself is a cue: وقف دعم، إنهاء وجود."""
        inner = self._cues.get(at)
        return at if inner is not None and inner.features.person is None and inner.concept.get("direction") else None

    def _inside_force(self, at: int, named: list[Named]) -> bool:
        return any(force.start <= at < force.end for force in named)

    def _near(self, match: Match, first: int, force: Named) -> bool:
        """Whether a force stands where the cue speaks of it.

        What is done to a force has it behind (دحر المسلحين), what is said of it before (وجود القوات احتلال).
        """
        name, (at, end) = match.concept.name, (match.start, match.end)
        if name in ("harm", "merit"):
            return self._predicate(match) and self._follows(force.end, at)
        behind = self._governs(match, force.start, force.end)
        if name == "fight":
            return behind and match.features.person != 3
        before = self._follows(force.end, at)
        told = self.scene.norms[at - 1] in ("الي", "علي", "ب") and (
            first <= force.start <= first + 1 or self._asked(force.start, at)
        )
        owned = end < len(self.scene.tokens) and self.scene.tokens[end].kind == TokenKind.ENCLITIC
        return behind or told or (before and (owned or match.features.person is not None))

    def _follows(self, stop: int, at: int) -> bool:
        return stop <= at <= stop + _REACH and not any(self.scene.tokens[p].text in ".؛" for p in range(stop, at))

    def _asked(self, start: int, at: int) -> bool:
        """Whether somebody within the words asks the force at ``start`` for it: تطالب الحكومة الميليشيات بالخروج."""
        wanted = any(self._operator(place) for place in range(max(0, start - 4), start))
        return wanted and 0 < at - start <= 2 * _REACH

    def _predicate(self, match: Match) -> bool:
        """Whether a judgement is told of what stands before it, and is not joined or governed (هناك عدوان)."""
        before = self.scene.norms[match.start - 1] if match.start else ""
        called = match.start > 0 and self.scene.tokens[match.start - 1].kind == TokenKind.ENCLITIC  # وصفها بأنها الحصن
        return before not in _NO_PREDICATE and (called or not self.scene.tokens[match.start].definite)

    def _governs(self, match: Match, start: int, stop: int) -> bool:
        """Whether the force from ``start`` to ``stop`` is what the cue's noun or verb is done to."""
        scene, end = self.scene, match.end
        if match.features.person == 1:
            return end <= start <= end + _REACH  # لن ننسحب وستبقى قواتنا
        if not end <= start <= end + (3 if match.concept.name == "fight" else _REACH):
            return False
        for at in range(end, start):
            token = scene.tokens[at]
            if token.kind == TokenKind.PUNCT and token.text not in '"“”«»#':
                return False
            linked = token.norm in _LINKS or token.norm in _OWN_LINKS.get(match.concept.name, ())
            if scene.tag(at) == "VERB" or (scene.norms[at] in _OTHER and not linked) or token.stem in _REMAINS:
                return False
        agent = match.concept.name == "fight" and match.features.person is None and self._acts(stop)
        return not agent

    def _acts(self, stop: int) -> bool:
        """Whether what stands behind a force is what it does something to: استهداف الحوثيين لمطار."""
        if stop >= len(self.scene.tokens):
            return False
        token = self.scene.tokens[stop]
        indefinite = self.scene.tag(stop) == "NOUN" and not token.definite and token.kind == TokenKind.WORD
        return (token.norm == "ل" and token.kind == TokenKind.PROCLITIC) or indefinite

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
        return at > 0

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
            if self._describes(place):
                continue
            if norm in _WELCOME:
                return self._negation(place, at)
            if norm in _UNWELCOME or (norm == "غير" and self._word(place + 1) in _WELCOME):
                return -1
        return 0

    def _word(self, at: int) -> str:
        return self.scene.norms[at] if at < len(self.scene.norms) else ""

    def _describes(self, at: int) -> bool:
        """Whether an indefinite word describes the indefinite noun before it and judges nothing: مليشيات مسلحة مهمة."""
        token, before = self.scene.tokens[at], self.scene.tokens[at - 1]
        plain = before.kind == TokenKind.WORD and self.scene.tag(at - 1) in ("NOUN", "ADJ")
        return plain and before.stem not in _MATTERS and not before.definite and not token.definite

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
