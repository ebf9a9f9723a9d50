"""Events: what happened, when, to whom, and whether it really did."""

from __future__ import annotations

from kg.context import status_of
from kg.coreference import Cast
from kg.document import Document, Sentence
from kg.events.dating import Dated, Dating, in_future
from kg.events.telling import Telling
from kg.events.triggers import Trigger, find_triggers
from kg.evidence import Evidencer
from kg.records import DateValue, Event, Status

__all__ = ["find_events"]


def find_events(cast: Cast, evidence: Evidencer) -> list[Event]:
    """Return the events that the article tells, dated or not, in order of their place."""
    events: list[Event] = []
    for sentence in cast.doc.sentences:
        triggers = find_triggers(cast, sentence)
        if triggers:
            events += _of_sentence(cast, evidence, sentence, triggers)
    return events


def _of_sentence(cast: Cast, evidence: Evidencer, sentence: Sentence, triggers: list[Trigger]) -> list[Event]:
    dating = Dating(cast.doc, sentence, triggers)
    dates = dating.dates()
    events = []
    told = Telling(dating).told
    for trigger in triggers:
        if trigger in dating.same or (trigger not in told and trigger not in dates):
            continue
        known: list[Dated | None] = [*dates.get(trigger, [])]
        events += [_event(cast.doc, evidence, trigger, dated, dating) for dated in known or [None]]
    return [event for event in events if event.date or event.status != Status.HYPOTHETICAL]


def _event(doc: Document, evidence: Evidencer, trigger: Trigger, dated: Dated | None, dating: Dating) -> Event:
    first, last = _span(trigger, dated, dating)
    return Event(
        type=trigger.type,
        trigger=doc.slice(trigger.start, trigger.end),
        evidence=evidence.of_tokens(first, last, rule=trigger.rule, confidence=0.8 if dated else 0.7),
        status=_status(doc, trigger, dating, dated),
        date=DateValue(text=dated.mention.text, edtf=dated.mention.edtf) if dated else None,
    )


def _span(trigger: Trigger, dated: Dated | None, dating: Dating) -> tuple[int, int]:
    """The trigger with the verb that carries it and its date."""
    places = [(trigger.start, trigger.end)]
    carrier = _carrier(trigger, dating)
    if carrier is not None and abs(carrier - trigger.start) < _SPAN:
        places.append((carrier, carrier + 1))
    if dated is not None and abs(dated.start - trigger.start) < _SPAN:
        places.append((dated.start, dated.end))
    return min(first for first, _ in places), max(last for _, last in places)


_SPAN = 25


def _carrier(trigger: Trigger, dating: Dating) -> int | None:
    """Return the verb that carries an event noun: شن هجوما."""
    clause = dating.clauses.clause(trigger.start)
    if trigger.verb or clause.verb is None or clause.verb not in dating.carries:
        return None
    return clause.verb if trigger in dating.carried(clause.verb, dating.nouns_of(clause.verb), clause) else None


def _status(doc: Document, trigger: Trigger, dating: Dating, dated: Dated | None) -> Status:
    status = status_of(doc, trigger.start)
    carrier = _carrier(trigger, dating)
    if status == Status.ACTUAL and carrier is not None:
        status = status_of(doc, carrier)
    if status == Status.ACTUAL and dated is not None and in_future(dated.mention.edtf, doc.published):
        return Status.PLANNED
    return status
