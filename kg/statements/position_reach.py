"""What a cue of position is done to: which of the forces named stands where the cue speaks of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.arabic.tokens import TokenKind
from kg.lexicon import Match
from kg.records import Kind
from kg.statements.position_words import (
    LINKS,
    NO_PREDICATE,
    OTHER,
    OWN_LINKS,
    PARTS,
    position_nouns,
)
from kg.statements.scene import Scene

_REACH = 9  # tokens between a cue and its force
_BLOWS = frozenset({"fight", "attack", "press"})
_GOES = frozenset({"leave", "stay"})  # what a force does itself
_TURNS = frozenset({"end", "reduce"})  # nouns that turn what the noun behind them does round: وقف دعم، إنهاء وجود
_SAID_OF = frozenset({"harm", "merit"})
_OF_FORCE = _SAID_OF | {"attack", "stay", "deploy"}  # what a force does: whoever stops it is against the force
_BESIDE = frozenset({"yield", "side"})  # a preposition right before the force tells it
_LINKED = _BESIDE | {"attack", "press", "rid", "need"}  # a preposition of its own leads to the force
_TIES = OWN_LINKS | {"need": OWN_LINKS["need"] | LINKS}  # by what a noun of its kind is tied to its force
_QUOTES = '"“”«»#()'


@dataclass(frozen=True, slots=True)
class Named:
    """A force named in tokens ``start`` to ``end`` (half-open), by its key."""

    start: int
    end: int
    key: str


class Forces:
    """The forces that words name, by the tokens where they stand."""

    def __init__(self, named: Sequence[Named]) -> None:
        self.named = named
        self.starts: dict[int, Named] = {}
        self.at: dict[int, Named] = {}
        for force in named:
            self.starts.setdefault(force.start, force)
            for token in range(force.start, force.end):
                self.at.setdefault(token, force)

    def another(self, force: Named, first: int, last: int) -> bool:
        """Whether another force than ``force`` stands in tokens ``first`` to ``last`` (half-open)."""
        return any(token in self.at and self.at[token].key != force.key for token in range(first, last))


class Reach:
    """Tells whether a cue is about a force, and which way. Indexes are tokens."""

    def __init__(self, scene: Scene, cues: dict[int, Match]) -> None:
        self.scene = scene
        self.cues = cues
        self.kinds = position_nouns(scene.doc.lexicon)

    def direction(self, match: Match) -> int:
        """Return what a cue does to its force, 0 where it does nothing: the end of support is against it."""
        told = match.concept.get("direction")
        inner = (
            self.cues.get(match.end) if match.concept.name in _TURNS and self._inner(match.end) is not None else None
        )
        if told is None or (inner is not None and inner.concept.name not in _BLOWS):
            return 0
        before = (self.cues.get(match.start - 1), self.cues.get(match.start - 2))
        outer = next((c for c in before if c is not None and c.end <= match.start), None)
        turned = outer is not None and outer.concept.name in _TURNS and self._inner(outer.end) == match.start
        return int(told) * (-1 if turned else 1)

    def _inner(self, at: int) -> int | None:
        """Return the noun right behind a noun of ending that itself is a cue: وقف دعم، إنهاء وجود."""
        inner = self.cues.get(at)
        return at if inner is not None and inner.features.person is None and inner.concept.get("direction") else None

    def near(self, match: Match, force: Named, forces: Forces, *, asked: bool) -> bool:
        """Whether ``force`` stands where the cue speaks of it.

        What is done to a force has it behind (دحر المسلحين), what is said of it before (وجود القوات احتلال), what it
        does itself on either side; ``asked`` tells whether the force is asked to do something.
        """
        name = match.concept.name
        if name in _SAID_OF:
            return self._predicate(match) and self._nearest_before(force, match.start, forces)
        if self.governs(match, force, forces):
            return name != "fight" or match.features.person != 3 or self._is_object(match, force)
        if name in _GOES and asked and self._called_on(match, force):
            return True
        if not self._nearest_before(force, match.start, forces):
            return False
        end = match.end
        owned = end < len(self.scene.tokens) and self.scene.tokens[end].kind == TokenKind.ENCLITIC
        return owned and name not in _BLOWS if match.features.person is None else name in _GOES

    def _is_object(self, verb: Match, force: Named) -> bool:
        """Whether a force is what is fought and not who fights: أن يواجه العالم الميليشيات."""
        before = self.scene.norms[verb.start - 1]
        return before == "ان" and any(self.scene.tag(at) in ("NOUN", "PROPN") for at in range(verb.end, force.start))

    def _called_on(self, match: Match, force: Named) -> bool:
        """دعا القوات إلى مغادرة المدينة، طالب الميليشيات بالخروج."""
        led = self.scene.norms[match.start - 1] in ("الي", "علي", "ب", "ل")
        return led and 0 <= match.start - force.end <= 2 * _REACH

    def _nearest_before(self, force: Named, at: int, forces: Forces) -> bool:
        """Whether ``force`` is the last one named before ``at``, in the same sentence and not far."""
        if not force.end <= at <= force.end + _REACH:
            return False
        if forces.another(force, force.end, at):
            return False
        return not any(self.scene.tokens[place].text in ".؛" for place in range(force.end, at))

    def _predicate(self, match: Match) -> bool:
        """Whether a judgement is told of what stands before it, and is not joined or governed (هناك عدوان)."""
        before = self.scene.norms[match.start - 1] if match.start else ""
        called = match.start > 0 and self.scene.tokens[match.start - 1].kind == TokenKind.ENCLITIC  # وصفها بأنها الحصن
        return before not in NO_PREDICATE and (called or not self.scene.tokens[match.start].definite)

    def governs(self, match: Match, force: Named, forces: Forces) -> bool:
        """Whether ``force`` is what the cue's noun or verb is done to."""
        name, end = match.concept.name, match.end
        if not end <= force.start <= end + (5 if name in _BLOWS else _REACH):
            return False
        if match.features.person == 1:
            return not forces.another(force, end, force.start)  # لن ننسحب وستبقى قواتنا
        links = LINKS | OWN_LINKS.get(name, frozenset())
        linked, verb = False, match.features.person is not None  # سحب من الشوارع القوات
        for at in range(end, force.start):
            aside = at == end and verb and self.scene.norms[at] in ("من", "في") and force.start > end + 2
            if not aside and not self._leads_on(at, end, links, force, forces):
                return False
            linked = linked or self.scene.norms[at] in _TIES.get(name, ())
        return self._fits(match, force, linked=linked)

    def _fits(self, match: Match, force: Named, *, linked: bool) -> bool:
        """Whether the words around the cue and its force let it be done to the force."""
        name, noun = match.concept.name, match.features.person is None
        if name in _LINKED and noun:
            talks = any(self.scene.tokens[at].stem in self.kinds.talks for at in range(match.end, force.start))
            return not talks and self._linked_at(force, OWN_LINKS[name] | LINKS) if name in _BESIDE else linked
        if self.scene.norms[match.start] == "اعاده":
            return self.goes_home(force)
        if self.scene.norms[match.start] == "رفع":
            return self.scene.tokens[match.end].stem in self.kinds.measure
        return not (noun and name in ("fight", "strengthen") and not linked and self.acts(name, force))

    def _linked_at(self, force: Named, links: frozenset[str]) -> bool:
        at = force.start - 1
        return self.scene.norms[at] in links or (
            self.scene.tokens[at].text in _QUOTES and self.scene.norms[at - 1] in links
        )

    def _leads_on(self, at: int, end: int, links: frozenset[str], force: Named, forces: Forces) -> bool:
        """Whether the token at ``at`` between a cue that ends at ``end`` and its force leads from one to the other."""
        scene, token = self.scene, self.scene.tokens[at]
        if token.kind == TokenKind.PUNCT and token.text not in _QUOTES:
            return False
        other = forces.at.get(at)
        if other is not None and other.key != force.key:
            return self._listed(other, force) or self._given(other, force)
        if token.norm == "من" and at > end and scene.tokens[at - 1].stem in PARTS:
            return True
        linked = token.norm in links
        if scene.tag(at) == "VERB" or (scene.norms[at] in OTHER and not linked) or token.stem in self.kinds.remains:
            return False
        inner = self.cues.get(at)
        deed = inner is not None and inner.concept.get("direction") is not None and at > end
        of_force = inner is not None and inner.concept.name in _OF_FORCE and inner.features.person is None
        return not deed or of_force or scene.norms[at - 1] == "و"

    def _listed(self, other: Named, force: Named) -> bool:
        """Whether ``force`` is named beside ``other``: الحوثيين وحزب الله."""
        between = self.scene.norms[other.end : force.start]
        return len(between) <= 3 and "و" in between

    def _given(self, other: Named, force: Named) -> bool:
        """Whether ``other`` is who does it to ``force``: دعم التحالف للجيش."""
        return other.end == force.start - 1 and self.scene.norms[other.end] == "ل"

    def acts(self, name: str, force: Named) -> bool:
        """Whether what stands behind a force is what it does something to: استهداف الحوثيين لمطار."""
        scene, stop = self.scene, force.end
        if stop >= len(scene.tokens):
            return False
        token = scene.tokens[stop]
        if token.norm == "ل" and token.kind == TokenKind.PROCLITIC:
            deed = self.cues.get(stop + 1)
            return (
                stop + 1 in scene.actors if name == "strengthen" else deed is None or deed.features.person is not None
            )
        if name == "strengthen":
            return False
        counted = token.kind == TokenKind.NUMBER
        return counted or (scene.tag(stop) == "NOUN" and not token.definite and token.kind == TokenKind.WORD)

    def goes_home(self, force: Named) -> bool:
        """عودة الجنود من الجبهة، إعادة القوات إلى الوطن: a return of others is a coming."""
        after = range(force.end, min(len(self.scene.tokens), force.end + _REACH))
        if any(self.scene.tokens[at].stem in self.kinds.home for at in range(force.start, after.stop)):
            return True
        own = self._country(force.key)
        return own is not None and any(self.scene.norms[at] == "من" or self._land(at) == own for at in after)

    def _land(self, at: int) -> str | None:
        actor = self.scene.actors.get(at)
        return self._country(actor.key) if actor is not None and actor.key and actor.kind == Kind.COUNTRY else None

    def _country(self, key: str) -> str | None:
        entity = self.scene.entity(key)
        return entity.country if entity else None
