"""Telling: whether a sentence tells that an event happened, or only refers to one (بعد الهجوم، مكافحة الهجمات)."""

from __future__ import annotations

from kg.arabic.tokens import TokenKind
from kg.clauses import Clause, Link, word_set
from kg.events.scene import CASUALTY, Scene
from kg.events.triggers import Trigger

_OCCASION = word_set("في خلال اثناء اثر جراء نتيجه ب بعد عقب بسبب اعقاب بفعل")


class Telling:
    """Which triggers of one sentence are told."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.doc, self.clauses = scene.doc, scene.clauses
        self.told: set[Trigger] = set()
        for trigger in scene.triggers:
            if self._by_itself(trigger):
                self.told.add(scene.same.get(trigger, trigger))
        for trigger in scene.nouns:
            if trigger not in self.told and self._occasion(trigger):
                self.told.add(trigger)

    def _by_itself(self, trigger: Trigger) -> bool:
        clause = self.clauses.clause(trigger.start)
        if trigger.verb:
            same = self.scene.same.get(trigger)
            return self._asserts(trigger, clause) and not (same and self._definite(same))
        verb = clause.verb
        if self._definite(trigger):
            return False
        if verb is None:
            return self._heads(trigger, clause)
        if verb in self.scene.carries:
            habit = verb in self.scene.imperfect and not (self._opening() and clause.link == Link.MAIN)
            return not habit and trigger in self.scene.carried(verb, self.scene.nouns_of(verb), clause)
        return verb in self.scene.announcing and self._object(trigger, verb)

    def _opening(self) -> bool:
        """Whether this is the article's first sentence, where the present tells news: إسرائيل تشن غارات."""
        return self.scene.sentence.first == self.doc.sentences[0].first

    def _asserts(self, trigger: Trigger, clause: Clause) -> bool:
        if trigger.tense != "perfect":
            return trigger.tense == "imperfect" and clause.link == Link.MAIN and self._opening()
        return clause.link != Link.RELATIVE or clause.opener is None

    def _definite(self, trigger: Trigger) -> bool:
        """Whether the noun refers to an event that is known: الهجوم، هجومهم."""
        following = self.doc.tokens[trigger.end] if trigger.end < len(self.doc.tokens) else None
        joined = following is not None and following.kind == TokenKind.ENCLITIC
        return self.doc.tokens[trigger.start].definite or (joined and trigger.type not in CASUALTY)

    def _heads(self, trigger: Trigger, clause: Clause) -> bool:
        """The first noun of a clause without a verb: a headline."""
        between = self.doc.tokens[clause.start : trigger.start]
        return clause.link == Link.MAIN and not self.doc.tokens[trigger.start].definite and len(between) < 2

    def _object(self, trigger: Trigger, verb: int) -> bool:
        """An event as the object of a verb of announcing, or joined to it: أعلن الجيش مقتل جنديين وإصابة ثالث."""
        if trigger.start < verb or self.scene.owned(trigger):
            return False
        before = self.doc.tokens[trigger.start - 1]
        earlier = [t for t in self.scene.nouns if verb < t.start < trigger.start]
        if earlier:
            return before.norm == "و" and earlier[-1] in self.told
        return before.norm == "عن" or self.scene.link(trigger) == "" or before.text in '«"“'

    def _occasion(self, trigger: Trigger) -> bool:
        """The event in which a told one happened: قتل جنديان في هجوم."""
        number = self.clauses.number(trigger.start)
        if self._definite(trigger) or self.scene.link(trigger) not in _OCCASION:
            return False
        return any(self.clauses.number(t.start) == number and t.start < trigger.start for t in self.told)
