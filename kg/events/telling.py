"""Telling: whether a sentence tells that an event happened, or only refers to one (بعد الهجوم، مكافحة الهجمات)."""

from __future__ import annotations

from kg.arabic.numbers import number_word
from kg.arabic.tokens import TokenKind
from kg.clauses import Clause, Link, conjugated, word_set
from kg.events.recalling import Recall
from kg.events.scene import Scene
from kg.events.triggers import Trigger
from kg.events.words import CASUALTY, DIPLOMATIC, VIOLENT, WHILE

_OCCASION = word_set("في خلال اثناء اثر جراء نتيجه ب بعد عقب سبب اعقاب")
_ANY = word_set("كل اي ايه ايما كافه")
_PERIPHRASIS = conjugated("تم جرى/يجري قام أقدم")
_PARTITIVE = word_set("عدد سلسله احد احدي اثنين اثنتين مزيد بعض موجه")
_SUFFERING = "تعرض"


class Telling:
    """Which triggers of one sentence are told."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.doc, self.clauses = scene.doc, scene.clauses
        self.told: set[Trigger] = set()
        self.recall = Recall(scene)
        aside = []
        for trigger in scene.triggers:
            if self._by_itself(trigger):
                if self.recall.subordinate(trigger):
                    aside.append(trigger)
                else:
                    self.told.add(scene.same.get(trigger, trigger))
        self.told.update(scene.same.get(t, t) for t in aside if self.recall.beside_told(t, self.told))
        for trigger in scene.nouns:
            if trigger not in self.told and self._occasion(trigger):
                self.told.add(trigger)

    def _by_itself(self, trigger: Trigger) -> bool:
        clause = self.clauses.clause(trigger.start)
        if trigger.verb:
            same = self.scene.same.get(trigger)
            known = same is not None and (self._definite(same) or self.recall.placed_by(same))
            return self._asserts(trigger, clause) and not known
        verb = clause.verb
        if self._any(trigger) or self.recall.charged(trigger) or self.recall.generic(trigger):
            return False
        if self._definite(trigger) and not self._carried_whole(trigger, verb):
            return False
        if verb is None:
            return self._heads(trigger, clause)
        if verb in self.scene.carries:
            return self._carried(trigger, verb, clause)
        return verb in self.scene.announcing and self._object(trigger, verb)

    def _carried(self, trigger: Trigger, verb: int, clause: Clause) -> bool:
        """Whether the verb that carries the noun tells it: no habit, and not what الهجوم الذي أسفر عن recalls."""
        habit = verb in self.scene.imperfect and not (self._opening() and clause.link == Link.MAIN)
        if habit or self.recall.restrictive(clause) or self.recall.free_relative(verb, clause):
            return False
        return trigger in self.scene.carried(verb, self.scene.nouns_of(verb), clause)

    def _carried_whole(self, trigger: Trigger, verb: int | None) -> bool:
        """تم تدميرها، قاموا بالتظاهر: the deed itself; تعرض للتعذيب: the article only names the kind."""
        if verb is None or verb not in self.scene.carries or not trigger.masdar:
            return False
        norm = self.doc.tokens[verb].norm
        if self.doc.tokens[trigger.start].definite and norm not in _PERIPHRASIS:
            return "undergoes" in self.scene.carries[verb] and trigger.end >= self.clauses.end - 1
        return norm in _PERIPHRASIS

    def _any(self, trigger: Trigger) -> bool:
        """كل هجوم، أي هجوم: no one event."""
        before = self.doc.tokens[trigger.start - 1] if trigger.start > self.clauses.first else None
        return before is not None and before.norm in _ANY

    def _opening(self) -> bool:
        """Whether this is the first sentence of several, where the present tells news: إسرائيل تشن غارات."""
        return len(self.doc.sentences) > 1 and self.scene.sentence.first == self.doc.sentences[0].first

    def _asserts(self, trigger: Trigger, clause: Clause) -> bool:
        if trigger.given:
            return False
        if trigger.tense != "perfect":
            news = clause.link == Link.MAIN and clause.auxiliary is None and self._opening()
            return trigger.tense == "imperfect" and news
        if self.recall.free_relative(trigger.start, clause) or self.recall.within_known(clause):
            return False
        return clause.link != Link.RELATIVE or clause.opener is None

    def _definite(self, trigger: Trigger) -> bool:
        """Whether the noun refers to an event that is known: الهجوم، هجومهم; not in اثنان من التفجيرات."""
        if trigger.type not in CASUALTY and self._partitive(trigger):
            return False
        following = self.doc.tokens[trigger.end] if trigger.end < len(self.doc.tokens) else None
        joined = following is not None and following.kind == TokenKind.ENCLITIC
        article = self.doc.tokens[trigger.start].definite or trigger.definite
        return article or (joined and trigger.type not in CASUALTY)

    def _partitive(self, trigger: Trigger) -> bool:
        place = trigger.start - 1
        if place - 1 < self.clauses.first or self.doc.tokens[place].norm != "من":
            return False
        amount = self.doc.tokens[place - 1]
        return amount.norm in _PARTITIVE or amount.kind == TokenKind.NUMBER or number_word(amount.norm) is not None

    def _heads(self, trigger: Trigger, clause: Clause) -> bool:
        """The first noun of a clause without a verb: a headline, or what follows the date of a chronicle."""
        between = self.doc.tokens[clause.start : trigger.start]
        headline = clause.link == Link.MAIN or self.scene.dated_line(clause) is not None
        return headline and not self.doc.tokens[trigger.start].definite and len(between) < 2

    def _object(self, trigger: Trigger, verb: int) -> bool:
        """An event as the object of a verb of announcing, or joined to it: أعلن الجيش مقتل جنديين وإصابة ثالث."""
        if trigger.start < verb or self.scene.owned(trigger):
            return False
        before = self.doc.tokens[trigger.start - 1]
        earlier = [t for t in self.scene.nouns if verb < t.start < trigger.start]
        if earlier:
            return before.norm == "و" and earlier[-1] in self.told
        suffered = any(t.norm == _SUFFERING for t in self.doc.tokens[verb : trigger.start])
        return before.norm == "عن" or self.scene.link(trigger) == "" or before.text in '«"“' or suffered

    def _occasion(self, trigger: Trigger) -> bool:
        """The event in which a told one happened: قتل جنديان في هجوم."""
        number = self.clauses.number(trigger.start)
        if self.recall.charged(trigger) or self.recall.generic(trigger) or self._any(trigger):
            return False
        if self._definite(trigger) or self.scene.link(trigger) not in _OCCASION:
            return False
        meanwhile = self.scene.link(trigger) in WHILE
        before = (t for t in self.told if self.clauses.number(t.start) == number and t.start < trigger.start)
        return any(meanwhile or _holds(t.type, trigger.type) for t in before)


def _holds(main: str, other: str) -> bool:
    """Whether one event may be the occasion of another: people are killed in attacks, and meet on visits."""
    violent = CASUALTY | VIOLENT | {"Abduction", "Displacement", "Siege", "Seizure", "Liberation", "Invasion"}
    return (main in violent and other in violent) or {main, other} <= DIPLOMATIC
