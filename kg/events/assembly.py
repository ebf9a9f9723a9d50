"""Assembly: the triggers of one sentence become events, with date, status, participants and numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.arabic.numbers import number_word
from kg.arabic.tokens import Token, TokenKind
from kg.clauses import word_set
from kg.context import in_future, mentions_in, status_of
from kg.coreference import Cast
from kg.document import Sentence
from kg.events.acts import acts_of
from kg.events.agreements import signed
from kg.events.counts import Counts
from kg.events.dated import Dated
from kg.events.dating import Dating
from kg.events.participants import Arguments
from kg.events.scene import Scene
from kg.events.telling import Telling
from kg.events.triggers import Trigger, find_triggers
from kg.events.words import CASUALTY, PLURALS, VIOLENT
from kg.evidence import Evidencer
from kg.records import DateValue, Event, Status

_SPAN, _SHORT, _BACK = 25, 3, 10
_WHEN = word_set("عندما حينما حين")
_PAST = word_set("بعد منذ عقب اعقاب اثر غداه")
_AT_ONCE = frozenset(
    {"Founding", "Meeting", "Visit", "PhoneCall", "Agreement", "Explosion", "Death", "Resignation", "Coup"}
)
_BLOWS = _AT_ONCE | {"Attack", "Airstrike", "Assassination", "Overthrow"}
_LONGEST = 1_000  # tokens: what is longer is a list or a table, no sentence


def events_of(cast: Cast, evidence: Evidencer, sentence: Sentence) -> list[Event]:
    """Return the events that ``sentence`` tells, in the order of their triggers."""
    if sentence.last - sentence.first > _LONGEST:
        return []
    triggers = find_triggers(cast, sentence)
    if not triggers and not mentions_in(cast.doc, sentence):
        return []
    return list(_Assembly(cast, evidence, sentence, triggers).events())


def _confidence(trigger: Trigger, dated: Dated | None) -> float:
    return 0.5 if trigger.type == "Other" else 0.8 if dated else 0.7


def _value(trigger: Trigger, dated: Dated, tokens: Sequence[Token]) -> DateValue:
    """The date of an event; what is over at once and was since ستة أشهر was that long ago (اجتمع منذ ستة أشهر), and so
    was what a clause tells that begins then (منذ 1949 عندما فرت).
    """
    edtf, since = dated.mention.edtf, dated.mention.kind == "since"
    ago = edtf and since and dated.mention.basis == "relative" and _over_at_once(trigger, edtf, tokens)
    then = trigger.verb and trigger.start == dated.end + 1 and tokens[dated.end].norm in _WHEN
    if edtf and since and (ago or then):
        edtf = edtf.partition("/")[0]
    return DateValue(text=dated.mention.text, edtf=edtf)


def _over_at_once(trigger: Trigger, edtf: str, tokens: Sequence[Token]) -> bool:
    if trigger.verb:
        return trigger.tense == "perfect" and trigger.type in _AT_ONCE
    norm, before = tokens[trigger.start].norm, tokens[trigger.start - 1]
    several = norm in PLURALS or norm.endswith("ات") or before.kind == TokenKind.NUMBER or number_word(before.norm)
    return trigger.type in _BLOWS and edtf.endswith("/..") and not several


class _Assembly:
    """The events of one sentence."""

    def __init__(self, cast: Cast, evidence: Evidencer, sentence: Sentence, triggers: list[Trigger]) -> None:
        self.doc, self.evidence = cast.doc, evidence
        self.scene = Scene(cast.doc, sentence, triggers)
        self.dates = Dating(self.scene).dates()
        acts = acts_of(cast, sentence, triggers, {d for known in self.dates.values() for d in known})
        self.dates.update(acts)
        told = Telling(self.scene).told
        self.kept = [t for t in [*triggers, *acts] if t not in self.scene.same and (t in told or t in self.dates)]
        self.arguments = Arguments(cast, self.scene)
        self.counts = Counts(cast.doc, sentence)
        self.triggers = triggers

    def events(self) -> Iterator[Event]:
        """Yield the events; one for each date of a trigger that has several."""
        hurt = self._wounded()
        for trigger in self.kept:
            if trigger.type == "Injury" and hurt is not None and hurt[0] != trigger:
                continue
            known: list[Dated | None] = [*self.dates.get(trigger, [])]
            for dated in known or [None]:
                event = self._event(trigger, dated, hurt[1] if hurt and hurt[0] == trigger else None)
                if event.date or event.status != Status.HYPOTHETICAL:
                    yield event

    def _wounded(self) -> tuple[Trigger, int | None] | None:
        """Return the event whose wounded the sentence tells, with their number: the first killing, else the first
        attack.
        """
        violent = [t for t in self.kept if t.type in CASUALTY | VIOLENT]
        first = min(violent, key=lambda t: (t.type == "Injury", t.type not in CASUALTY, t.start), default=None)
        return (first, self.counts.wounded(self.triggers)) if first else None

    def _event(self, trigger: Trigger, dated: Dated | None, wounded: int | None) -> Event:
        first, last = self._span(trigger, dated)
        return Event(
            type=trigger.type,
            trigger=self.doc.slice(trigger.start, trigger.end),
            evidence=self.evidence.of_tokens(first, last, rule=trigger.rule, confidence=_confidence(trigger, dated)),
            status=self._status(trigger, dated),
            date=self._date(trigger, dated) if dated else None,
            participants=self.arguments.participants(trigger),
            place=self.arguments.place(trigger),
            killed=self.counts.killed(trigger),
            wounded=wounded,
            weapon=self.counts.weapon(trigger),
        )

    def _span(self, trigger: Trigger, dated: Dated | None) -> tuple[int, int]:
        """The trigger with the verb that carries it and its date."""
        places = [(trigger.start, trigger.end)]
        if trigger.verb and trigger.company is not None:
            places.append((trigger.company, trigger.company + 1))
        places += [
            (t.start, t.end) for t, kept in self.scene.same.items() if kept == trigger and self._completes(t, kept)
        ]
        carrier = self._carrier(trigger)
        if carrier is not None and abs(carrier - trigger.start) < _SPAN:
            places.append((carrier, carrier + 1))
        if dated is not None and abs(dated.start - trigger.start) < _SPAN:
            places.append((dated.start, dated.end))
            if trigger.type == "Other" and 0 < dated.start - trigger.end < _SHORT:
                places.append((dated.end, self._object_end(dated.end)))
        return min(first for first, _ in places), max(last for _, last in places)

    def _completes(self, noun: Trigger, verb: Trigger) -> bool:
        same = self.scene.clauses.number(noun.start) == self.scene.clauses.number(verb.start)
        return verb.verb and not noun.verb and same and abs(noun.start - verb.start) < _SPAN

    def _object_end(self, place: int) -> int:
        """The end of the words right behind a date that parts a verb from its object: أنهى في نيسان دراسة الطلبات."""
        last = min(place + 2, self.scene.sentence.last)
        words = (n for n in range(place, last) if self.doc.tokens[n].kind != TokenKind.WORD)
        return next(words, last)

    def _carrier(self, trigger: Trigger) -> int | None:
        """Return the verb that carries an event noun, in its clause or in one that describes it: شن هجوما، محادثات
        تجرى.
        """
        if trigger.verb:
            return None
        scene = self.scene
        clause = scene.clauses.clause(trigger.start)
        if clause.verb in scene.carries and clause.verb is not None:
            carried = scene.carried(clause.verb, scene.nouns_of(clause.verb), clause)
            return clause.verb if trigger in carried else None
        described = (c for c in scene.clauses.clauses if c.head is not None and c.verb in scene.carries)
        return next((c.verb for c in described if trigger in scene.antecedent(c)), None)

    def _described(self, trigger: Trigger, carrier: int) -> bool:
        """Whether the verb stands in a clause that describes the noun: what it tells of the event is the nearer
        witness.
        """
        return self.scene.clauses.number(carrier) != self.scene.clauses.number(trigger.start)

    def _date(self, trigger: Trigger, dated: Dated) -> DateValue:
        """The date of an event, a month without a year in the past where the event is (بعد انقلاب في نوفمبر)."""
        value = _value(trigger, dated, self.doc.tokens)
        if value.edtf is None or dated.mention.basis != "month" or not self._looks_back(trigger):
            return value
        ahead = in_future(value.edtf, self.doc.published) and "/" not in value.edtf
        return replace(value, edtf=f"{int(value.edtf[:4]) - 1}{value.edtf[4:]}") if ahead else value

    def _looks_back(self, trigger: Trigger) -> bool:
        """Whether a noun of what went before governs the event, with no verb between: بعد الإطاحة به في انقلاب."""
        start = max(self.scene.clauses.clause(trigger.start).start, trigger.start - _BACK)
        words = range(trigger.start - 1, start - 1, -1)
        place = next((n for n in words if self.doc.tokens[n].norm in _PAST), None)
        return place is not None and not any(place < v < trigger.start for v in self.scene.clauses.verbs)

    def _status(self, trigger: Trigger, dated: Dated | None) -> Status:
        if dated is not None and signed(self.scene, dated):
            return Status.ACTUAL
        status = status_of(self.doc, trigger.start)
        carrier = self._carrier(trigger)
        if carrier is not None and (status == Status.ACTUAL or self._described(trigger, carrier)):
            status = status_of(self.doc, carrier)
        if (
            status == Status.ACTUAL
            and dated is not None
            and in_future(self._date(trigger, dated).edtf, self.doc.published)
        ):
            return Status.PLANNED
        return status
