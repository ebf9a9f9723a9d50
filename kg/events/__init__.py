"""Events: what happened, when, to whom, and whether it really did."""

from __future__ import annotations

from kg.context import clauses_of, status_of
from kg.coreference import Cast
from kg.document import Document, Sentence
from kg.events.dating import Dated, Dating
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
        if trigger not in told and trigger not in dates:
            continue
        known: list[Dated | None] = [*_apart(dates.get(trigger, []))]
        events += [_event(cast.doc, evidence, trigger, dated, dating) for dated in known or [None]]
    return [event for event in events if event.date or event.status != Status.HYPOTHETICAL]


def _apart(dates: list[Dated]) -> list[Dated]:
    return dates[:1]


def _event(doc: Document, evidence: Evidencer, trigger: Trigger, dated: Dated | None, dating: Dating) -> Event:
    first, last = _span(doc, trigger, dated)
    return Event(
        type=trigger.type,
        trigger=doc.slice(trigger.start, trigger.end),
        evidence=evidence.of_tokens(first, last, rule=trigger.rule, confidence=0.8 if dated else 0.7),
        status=_status(doc, trigger, dating),
        date=DateValue(text=dated.mention.text, edtf=dated.mention.edtf) if dated else None,
    )


def _span(doc: Document, trigger: Trigger, dated: Dated | None) -> tuple[int, int]:
    if dated is None:
        return trigger.start, trigger.end
    return min(trigger.start, dated.start), max(trigger.end, dated.end)


def _status(doc: Document, trigger: Trigger, dating: Dating) -> Status:
    status = status_of(doc, trigger.start)
    clause = clauses_of(doc, doc.sentence_of(trigger.start)).clause(trigger.start)
    if status == Status.ACTUAL and not trigger.verb and clause.verb in dating.carries and clause.verb is not None:
        if trigger in dating.carried(clause.verb, dating.nouns_of(clause.verb), clause):
            return status_of(doc, clause.verb)
    return status
