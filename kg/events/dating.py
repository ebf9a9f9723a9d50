"""Dating: which event a date expression dates, by clause and attachment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.arabic.tokens import TokenKind
from kg.clauses import AUXILIARIES, PARTICLES, Clause, Clauses, Link, word_set
from kg.context import clauses_of, matches_in
from kg.dates import DateMention
from kg.document import Document, Sentence
from kg.events.triggers import Trigger

VIOLENT = frozenset(
    {"Attack", "Airstrike", "Explosion", "Clash", "Assassination", "Arrest", "Accident", "Disaster", "Protest", "War"}
)
CASUALTY = frozenset({"Killing", "Death", "Assassination", "Execution"})
_DURING = word_set("في خلال لدي اثناء هامش اثر جراء نتيجه بسبب ب غضون عن الي")
_AROUND = word_set("بعد قبل منذ عقب اعقاب غداه عشيه قبيل بعيد حتي")
_ABOUT = word_set("ل بشان حول علي ضد")
_ADJACENT = 5
_NEAR = 7
_LEADS = word_set(
    "في ب خلال منذ حتي يوم مساء صباح فجر ليل نهار عام سنه شهر مطلع نهايه بدايه منتصف من و ف ، , ( بحلول مع قبل بعد"
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date expression in a sentence: token range (half-open) and the mention."""

    start: int
    end: int
    mention: DateMention


class Dating:
    """The dates of the triggers of one sentence."""

    def __init__(self, doc: Document, sentence: Sentence, triggers: Sequence[Trigger]) -> None:
        self.doc, self.sentence, self.triggers = doc, sentence, triggers
        self.clauses: Clauses = clauses_of(doc, sentence)
        self.at = {trigger.start: trigger for trigger in triggers}
        self.nouns = [trigger for trigger in triggers if not trigger.verb]
        self.carries: dict[int, set[str]] = {}
        self.reporting: set[int] = set()
        for match in matches_in(doc, sentence):
            if match.concept.scheme == "support" and match.features.voice:
                self.carries.setdefault(match.start, set()).add(match.concept.get("carries") or "")
            elif match.concept.scheme == "reporting":
                self.reporting.add(match.start)

    def dates(self) -> dict[Trigger, list[Dated]]:
        """Return the dates of each trigger that has any."""
        found: dict[Trigger, list[Dated]] = {}
        mentions = list(self._mentions())
        for dated in mentions:
            for trigger in self._attached(dated):
                found.setdefault(trigger, []).append(dated)
        for dated in mentions:
            self._share(dated, found)
        return found

    def _mentions(self) -> Iterator[Dated]:
        for mention in self.doc.dates:
            if self.sentence.start <= mention.start < self.sentence.end:
                start, end = self.doc.token_at(mention.start), self.doc.token_at(mention.end - 1) + 1
                if start < end <= self.sentence.last:
                    yield Dated(start, end, mention)

    # One date ----------------------------------------------------------------------------------------------------------------

    def _attached(self, dated: Dated) -> list[Trigger]:
        clause = self.clauses.clause(dated.start)
        number = self.clauses.number(dated.start)
        nouns = [t for t in self.nouns if self.clauses.number(t.start) == number]
        verb = clause.verb
        if verb is None:
            return self._nominal(dated, nouns, clause)
        before = [t for t in nouns if t.end <= dated.start]
        if before and verb > dated.start and self._close(before[-1], dated):
            return self._chain(before, before[-1])
        between = [t for t in before if t.start > verb]
        if between and self._only_nearest(between[-1], dated, verb):
            return [between[-1]]
        return self._by_verb(dated, verb, nouns, between, clause)

    def _by_verb(
        self, dated: Dated, verb: int, nouns: list[Trigger], between: list[Trigger], clause: Clause
    ) -> list[Trigger]:
        if verb in self.at:
            return self._with_head(clause, [self.at[verb], *self._linked(self.at[verb], nouns, verb)])
        if verb in self.carries:
            carried = self.carried(verb, nouns, clause)
            return [*carried, *self._linked(carried[0], nouns, verb)] if carried else self._antecedent(clause)
        if between and (verb in self.reporting or self._close(between[-1], dated)):
            return self._chain(between, between[-1])
        return [] if verb in self.reporting else self._antecedent(clause)

    def carried(self, verb: int, nouns: Sequence[Trigger], clause: Clause) -> list[Trigger]:
        """Return the events that a carrying verb carries: its object or subject; both of a result."""
        kinds = self.carries[verb]
        after = [t for t in nouns if t.start > verb]
        before = [t for t in nouns if t.end <= verb]
        if "result" in kinds:
            return [*before[-1:], *after[:2], *([] if before else self._antecedent(clause))]
        head = self._antecedent(clause)
        if head and "subject" in kinds | {"object"} and not (after and after[0].start == verb + 1):
            return head
        return after[:1] or before[-1:]

    def _antecedent(self, clause: Clause) -> list[Trigger]:
        """Return the event that a relative clause describes."""
        if clause.link != Link.RELATIVE or clause.head is None:
            return []
        near = [
            t for t in self.nouns if t.start <= clause.head and clause.head - t.end < _NEAR and t.start < clause.start
        ]
        agreeing = [t for t in near if self._agrees(t, clause)]
        return agreeing[-1:] or ([] if clause.opener is not None else near[-1:])

    def _agrees(self, trigger: Trigger, clause: Clause) -> bool:
        opener = self.doc.tokens[clause.opener].norm if clause.opener is not None else ""
        stem = self.doc.tokens[trigger.start].stem
        feminine = stem.endswith(("ه", "ات")) or stem in _PLURALS
        if opener == "الذي":
            return not feminine
        return feminine if opener == "التي" else True

    def _with_head(self, clause: Clause, triggers: list[Trigger]) -> list[Trigger]:
        """A verb that describes an event noun (ضربة استهدفت) dates it with itself."""
        return [*self._antecedent(clause), *triggers]

    def _nominal(self, dated: Dated, nouns: list[Trigger], clause: Clause) -> list[Trigger]:
        """A clause without a verb: a headline, a caption, the rest of a list."""
        before = [t for t in nouns if t.end <= dated.start]
        if before:
            return self._chain(before, before[-1])
        return nouns[:1] or self._antecedent(clause)

    def _chain(self, nouns: Sequence[Trigger], nearest: Trigger) -> list[Trigger]:
        """The nearest event and the one that it is the occasion of: مقتل ثلاثة في غارة الأحد."""
        found = [nearest]
        place = list(nouns).index(nearest)
        if place and self.link(nearest) in _DURING and nouns[place - 1].type in CASUALTY:
            found.insert(0, nouns[place - 1])
        return found

    def _linked(self, main: Trigger, nouns: Sequence[Trigger], verb: int) -> list[Trigger]:
        """Return the events in which ``main`` happened: قتل في غارة، أجرى محادثات خلال زيارة."""
        found = []
        for noun in nouns:
            if noun.start > verb and noun != main and self.link(noun) in _DURING:
                if (main.type in CASUALTY and noun.type in VIOLENT) or self.link(noun) in (
                    "خلال",
                    "لدي",
                    "اثناء",
                    "هامش",
                ):
                    found.append(noun)
        return found

    def link(self, trigger: Trigger) -> str:
        """Return the preposition before a noun, words of measure skipped."""
        for number in range(trigger.start - 1, max(self.sentence.first - 1, trigger.start - 4), -1):
            token = self.doc.tokens[number]
            if token.norm in _DURING | _AROUND | _ABOUT:
                return token.norm
            if token.kind == TokenKind.PUNCT or number in self.clauses.verbs:
                return ""
        return ""

    def _only_nearest(self, nearest: Trigger, dated: Dated, verb: int) -> bool:
        """Whether the date belongs to the noun before it and not to the verb: اتفاق عام 2015، بعد هجوم الأحد."""
        if not self._close(nearest, dated):
            return False
        coarse = dated.mention.edtf is not None and len(dated.mention.edtf) <= len("2015-01")
        main = self.at.get(verb)
        if (
            main is None
            and verb in self.carries
            and self.carried(verb, self.nouns_of(verb), self.clauses.clause(verb))[:1] == [nearest]
        ):
            return False
        return self.link(nearest) in _AROUND or (
            coarse and dated.start - nearest.end <= 3 and self.link(nearest) not in _DURING
        )

    def nouns_of(self, token: int) -> list[Trigger]:
        """Return the noun triggers in the clause of ``token``."""
        number = self.clauses.number(token)
        return [t for t in self.nouns if self.clauses.number(t.start) == number]

    def _close(self, trigger: Trigger, dated: Dated) -> bool:
        """Whether the date follows the noun phrase of ``trigger`` closely, no verb or comma pair between."""
        if dated.start - trigger.end > _ADJACENT:
            return False
        return not any(number in self.clauses.verbs for number in range(trigger.end, dated.start))

    # Dates that reach further ------------------------------------------------------------------------------------------------

    def _share(self, dated: Dated, found: dict[Trigger, list[Dated]]) -> None:
        """A date at the start of a clause also dates the undated clauses joined to it."""
        home = self.clauses.number(dated.start)
        if not self._initial(dated, home) or not any(dated in dates for dates in found.values()):
            return
        for number in self._followers(home):
            clause = self.clauses.clauses[number]
            own = [t for t in self.triggers if self.clauses.number(t.start) == number]
            if clause.verb is None or clause.verb in self.reporting or any(t in found for t in own):
                return
            for trigger in self._by_verb(dated, clause.verb, [t for t in own if not t.verb], [], clause):
                found.setdefault(trigger, [dated])

    def _followers(self, home: int) -> Iterator[int]:
        joined = {home}
        for number, clause in enumerate(self.clauses.clauses):
            if clause.link == Link.COORDINATE and clause.previous in joined:
                joined.add(number)
                yield number
            elif clause.link == Link.ADVERBIAL and clause.parent in joined and self._when(clause):
                yield number

    def _when(self, clause: Clause) -> bool:
        return clause.opener is not None and self.doc.tokens[clause.opener].norm in ("عندما", "حينما", "حين", "حيث")

    def _initial(self, dated: Dated, home: int) -> bool:
        start = self.clauses.clauses[home].start
        return all(
            self.doc.tokens[n].norm in _LEADS | PARTICLES | AUXILIARIES or self.doc.tokens[n].kind == TokenKind.PUNCT
            for n in range(start, dated.start)
        )


_PLURALS = word_set("غارات هجمات معارك حروب مجازر قمم مذابح كمائن محادثات مباحثات مفاوضات انتخابات مناورات احداث")
