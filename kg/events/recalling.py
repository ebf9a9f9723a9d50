"""Recalling: how a sentence refers to events that it does not tell: in what it takes for known, supposes or charges."""

from __future__ import annotations

from collections.abc import Set

from kg.arabic.numbers import number_word
from kg.arabic.tokens import TokenKind
from kg.clauses import Clause, Link, conjugated, word_set
from kg.events.scene import Scene
from kg.events.triggers import Trigger
from kg.events.words import AROUND, CLOSE

_WHEN = word_set("بعدما قبلما كلما منذ")
_SINCE = word_set("بعد قبل منذ")
_FREE = word_set("من ما")
_LEADS_TO = conjugated("أدى/يؤدي خلف تسبب أوقع أفضى/يفضي")
_PLACES = AROUND | word_set("سبب ضد حول شان الي")
_CHARGE = word_set(
    "اتهام اتهامات متهم متهمه متهمين متهمون متهما تهمه تهم ضلوع ضالع ضالعين تورط متورط متورطين "
    "مسوول مسووله مشتبه اشتباه "
    "قضيه قضايا تحقيق تحقيقات تحقق محاكمه مدان مدانين ادانه منفذ منفذي مرتكب مرتكبي متورطا تدبير تخطيط ذكري"
)
_COUNTED = word_set("عدد عشرات ميات الاف معظم بعض احد احدي نحو حوالي قرابه زهاء ما")
_MASSES = frozenset({"Killing", "Execution", "Abduction"})


class Recall:
    """How the events of one sentence are referred to."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.doc, self.clauses = scene, scene.doc, scene.clauses

    def restrictive(self, clause: Clause) -> bool:
        """Whether a clause says which event is meant: الهجوم الذي أسفر عن مقتل ثلاثة; not so after a comma."""
        if clause.link != Link.RELATIVE or clause.opener is None or clause.opener == self.clauses.first:
            return self.within_known(clause)
        apart = self.doc.tokens[clause.opener - 1].text in ("،", ",", "و")
        return not apart and bool(self.scene.antecedent(clause))

    def within_known(self, clause: Clause) -> bool:
        """Whether a clause goes on from one that says which is meant: بعد الاعتداء الذي وقع شرقا وأسفر عن مقتل."""
        if self.doc.tokens[clause.start].norm == "ف":
            return False
        current = clause
        while current.link == Link.COORDINATE and current.previous is not None and current.head is not None:
            current = self.clauses.clauses[current.previous]
        return current is not clause and current.link == Link.RELATIVE and current.opener is not None

    def free_relative(self, verb: int, clause: Clause) -> bool:
        """Whether من or ما before the verb names who did it or what was done: محاكمة من اغتالوه."""
        place = verb - 1
        if place <= self.clauses.first or self.doc.tokens[place].norm not in _FREE:
            return False
        results = "result" in self.scene.carries.get(verb, set())
        return (
            not results
            and self.doc.tokens[verb].norm not in _LEADS_TO
            and self.doc.tokens[place - 1].text not in ("،", ",")
        )

    def subordinate(self, trigger: Trigger) -> bool:
        """Whether the event stands in a clause of what went before: بعدما هاجم، بعد أن قتل."""
        clause = self.clauses.clause(trigger.start)
        if clause.opener is None or clause.link != Link.ADVERBIAL:
            return False
        opener, before = self.doc.tokens[clause.opener], self.doc.tokens[max(0, clause.opener - 1)]
        return opener.norm in _WHEN or before.norm in _SINCE

    def beside_told(self, trigger: Trigger, told: Set[Trigger]) -> bool:
        """Whether the clause around one of time is about an event itself, so that this is part of the story."""
        clause = self.clauses.clause(trigger.start)
        around = [n for n in (clause.parent, clause.previous) if n is not None]
        verbs = [self.clauses.clauses[n].verb for n in around]
        eventful = any(verb in self.scene.at or verb in self.scene.carries for verb in verbs)
        return eventful or any(self.clauses.number(t.start) in around for t in told)

    def placed_by(self, noun: Trigger) -> bool:
        """Whether the noun only says when or why something else was: في أعقاب هجوم استهدف مدرسة."""
        return self.scene.link(noun) in _PLACES

    def charged(self, trigger: Trigger) -> bool:
        """Whether the noun completes a charge, a case or an inquiry: المتهم بقتل، قضية اغتيال."""
        first = max(self.clauses.first, trigger.start - CLOSE)
        words = range(trigger.start - 1, first - 1, -1)
        for number in words:
            token = self.doc.tokens[number]
            if token.stem in _CHARGE:
                return True
            if number in self.clauses.verbs or token.text in ("،", ",", "."):
                return False
        return False

    def generic(self, trigger: Trigger) -> bool:
        """Whether a verbal noun of killing has no one in particular as its object: من قتل وخطف، قتل الأبرياء."""
        if not trigger.masdar or trigger.type not in _MASSES or trigger.end != trigger.start + 1:
            return False
        if trigger.end >= self.scene.sentence.last:
            return True
        after = self.doc.tokens[trigger.end]
        if after.kind in (TokenKind.NUMBER, TokenKind.ENCLITIC) or after.definite:
            return False
        name = self.doc.tags(self.scene.sentence)[trigger.end - self.scene.sentence.first] == "PROPN"
        dual = after.norm.endswith(("ين", "ان")) and len(after.norm) > 4 and after.norm not in ("اخرين", "اخرون")
        return not (name or dual or after.norm in _COUNTED or number_word(after.norm) is not None)
