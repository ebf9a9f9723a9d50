"""Whom a verb of praise or blame has for its object: the force itself, or who does what is praised or blamed."""

from __future__ import annotations

from collections.abc import Iterator

from kg.arabic.tokens import TokenKind
from kg.lexicon import Match
from kg.statements.position_reach import Forces, Named, Reach
from kg.statements.position_words import LEADS, MEMBERS, NAMED_SO, OTHER, PARTS, position_nouns
from kg.statements.scene import Scene

_QUOTES = '"“”«»#()'
_LONGEST = 60  # tokens of an object
_BESIDE = MEMBERS | {"و", "او", "،", ","}
_CALLED = 7  # tokens from a force to what it is called


class Regard:
    """Finds the forces that are praised or blamed. Indexes are tokens."""

    def __init__(self, scene: Scene, cues: dict[int, Match], reach: Reach) -> None:
        self.scene = scene
        self.cues = cues
        self.kinds = position_nouns(scene.doc.lexicon)
        self.reach = reach

    def objects(self, at: int, last: int, forces: Forces, *, charged: bool) -> Iterator[tuple[Named, int]]:
        """Yield the forces praised or blamed by a verb before ``at``, each with the noun it is the agent or owner of
        (its own place where there is none).

        ``charged`` tells that ب leads to what they are blamed for (اتهم الجيش بقصف القرية).
        """
        starts, last = forces.starts, min(last, at + _LONGEST)
        place = self._past_leads(at, last)
        head = -1
        while place < last:
            if (force := starts.get(place)) is not None:
                if self._stands(head, force):
                    yield force, head if head >= 0 else force.start
                place = force.end
                if place < last and not self._goes_on(place):
                    return
                continue
            following = self._next(place, last, charged=charged, starts=starts)
            if following is None:
                return
            if self.scene.tag(place) == "NOUN" or self.cues.get(place) is not None:
                head = place
            place = following

    def _goes_on(self, at: int) -> bool:
        """Whether the object goes on behind a force: with another beside it, its adjectives, or who belongs to it."""
        token = self.scene.tokens[at]
        return token.norm in _BESIDE or token.text in _QUOTES or self.scene.tag(at) == "ADJ"

    def _past_leads(self, at: int, last: int) -> int:
        """Return where the object begins: behind its preposition, and behind اللوم على, ما وصفه بـ."""
        scene = self.scene
        while at < last:
            norm, stem = scene.norms[at], scene.tokens[at].stem
            naming = norm == "ما" and at + 1 < last and self._names(at + 1)
            if not (
                norm in LEADS
                or stem in self.kinds.hollow
                or scene.tokens[at].text in _QUOTES
                or naming
                or self._names(at)
            ):
                return at
            at += 1
        return at

    def _names(self, at: int) -> bool:
        """Whether the word at ``at``, or what is left of it without its pronoun, gives a name: وصفته ب."""
        token = self.scene.tokens[at]
        return token.norm in NAMED_SO or token.stem in NAMED_SO or token.kind == TokenKind.ENCLITIC

    def _next(self, at: int, last: int, *, charged: bool, starts: dict[int, Named]) -> int | None:
        """Return where the object goes on behind ``at``, None where it is over."""
        scene, token = self.scene, self.scene.tokens[at]
        norm = token.norm
        if token.kind == TokenKind.PUNCT:
            listed = norm in ("،", ",") and (at + 1 in starts or scene.norms[at + 1 : at + 2] == ["و"])
            return at + 1 if token.text in _QUOTES or listed else None
        if norm in ("الذي", "التي", "الذين", "ما"):
            return self._done_by(at, last, starts)
        if norm in ("ل", "من", "علي"):
            return self._behind_preposition(at, starts)
        over = norm in OTHER or scene.tag(at) == "VERB" or (charged and token.stem == "مسووليه")
        return None if over and norm not in MEMBERS else at + 1

    def _behind_preposition(self, at: int, starts: dict[int, Named]) -> int | None:
        """Return where a preposition leads to an owner or a doer: الأعمال الإجرامية للقوات، من قبل، على يد."""
        scene, norm, following = self.scene, self.scene.norms[at], "".join(self.scene.norms[at + 1 : at + 2])
        if norm == "ل":
            return at + 1 if at + 1 in starts or at + 1 in scene.actors or self._definite(at + 1) else None
        if following in (("يد", "ايدي") if norm == "علي" else ("قبل", "جانب", "طرف")):
            return at + 2
        return at + 1 if norm == "من" and scene.tokens[at - 1].stem in PARTS else None

    def _definite(self, at: int) -> bool:
        return at < len(self.scene.tokens) and self.scene.tokens[at].definite

    def _done_by(self, at: int, last: int, starts: dict[int, Named]) -> int | None:
        """Return the force behind a relative pronoun and its verb: الهجمات التي شنها الحوثيون، ما تقوم به القوات."""
        if self.scene.tag(at + 1) != "VERB":
            return None
        for place in range(at + 2, min(last, at + 5)):
            if place in starts:
                return place
            if self.scene.tokens[place].kind != TokenKind.ENCLITIC and self.scene.norms[place] not in (
                "ب",
                "به",
                "بها",
            ):
                return None
        return None

    def _stands(self, head: int, force: Named) -> bool:
        """Whether a force behind the noun at ``head`` is praised or blamed with it, and does not suffer it."""
        cue = self.cues.get(head)
        if cue is None or cue.concept.get("direction") is None or cue.features.person is not None:
            return True
        name = cue.concept.name
        return name in ("attack", "stay", "deploy", "harm", "merit") or self.reach.acts(name, force)

    def is_said(self, head: int) -> bool:
        """Whether the noun at ``head`` is something said or decided."""
        return self.scene.tokens[head].stem in self.kinds.said

    def called(self, first: int, last: int, forces: Forces) -> Iterator[tuple[Named, int]]:
        """Yield the forces that are called good (1) or bad (-1): وصف الجماعة بأنها إرهابية، اعتبر الوحدات إرهابية."""
        for force, head in self.objects(first, last, forces, charged=True):
            if head != force.start:
                continue
            for at in range(force.end, min(last, force.end + _CALLED)):
                token = self.scene.tokens[at]
                told = not token.definite or self.scene.norms[at - 1] == "ب"
                if told and (token.stem in self.kinds.bad or token.stem in self.kinds.good):
                    yield force, 1 if token.stem in self.kinds.good else -1
                    break
