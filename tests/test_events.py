"""Events: class, trigger, date and status; participants, places and counts; mentions that are one event."""

from __future__ import annotations

from typing import Any

import pytest

from kg.events.triggers import event_type, family, find_triggers
from kg.extraction import extract
from kg.lexicon import KG, SKOS, Concept, Lexicon, load_lexicon
from kg.records import Article, ArticleFacts, Event
from tests.conftest import cases


def facts(text: str, lexicon: Lexicon, published: str = "2020-06-15") -> ArticleFacts:
    return extract(Article(identifier="case", raw=text, published=published), lexicon)


def told(event: Event) -> str:
    return f"{event.type} | {event.trigger} | {(event.date and event.date.edtf) or '-'} | {event.status.value}"


@pytest.mark.parametrize("case", cases("events"))
def test_events(case: dict[str, Any], lexicon: Lexicon) -> None:
    found = facts(case["text"], lexicon, case.get("published", "2020-06-15")).events
    assert [told(event) for event in found] == case["events"]


def test_evidence_holds_trigger_and_date(lexicon: Lexicon) -> None:
    text = "أعلنت الشركة أرباحها. وشنت القوات يوم الأحد هجوما على الميناء. ثم هدأ الوضع."
    (event,) = facts(text, lexicon).events
    assert event.evidence.exact == text[event.evidence.start : event.evidence.end]
    assert "هجوما" in event.evidence.exact
    assert "الأحد" in event.evidence.exact


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قصف الجيش السوري مواقع تنظيم داعش يوم الأحد.", {"agent": "SY"}),
        ("نفذت الطائرات غارة إسرائيلية قرب دمشق يوم الأحد.", {"agent": "IL"}),
    ],
)
def test_participants(text: str, expected: dict[str, str], lexicon: Lexicon) -> None:
    found = facts(text, lexicon)
    entities = {entity.key: entity for entity in found.entities}
    roles = {(p.role, entities[p.entity].country) for event in found.events for p in event.participants}
    assert set(expected.items()) <= roles


def test_meeting_has_participants_without_sides(lexicon: Lexicon) -> None:
    text = "التقى وزير الخارجية المصري حسن العامري وزير الدفاع اليوناني نيكوس باباس في أثينا يوم الأحد."
    (event,) = facts(text, lexicon).events
    assert [p.role for p in event.participants] == ["participant", "participant"]
    assert event.place is not None


def test_counts(lexicon: Lexicon) -> None:
    text = "قتل خمسة عشر شخصا وأصيب ثلاثون آخرون في انفجار سيارة مفخخة وسط المدينة يوم الأحد."
    killing = next(event for event in facts(text, lexicon).events if event.type == "Killing")
    assert (killing.killed, killing.wounded) == (15, 30)


def test_mentions_of_one_event_are_joined(lexicon: Lexicon) -> None:
    text = (
        "زار وزير الخارجية المصري حسن العامري أثينا يوم الأحد.\n"
        "وكان وزير الخارجية المصري حسن العامري زار أثينا يوم الأحد للمرة الأولى."
    )
    visits = [event for event in facts(text, lexicon).events if event.type == "Visit"]
    assert len(visits) == 1
    assert len(visits[0].more_evidence) == 1


SHIPPED = load_lexicon()
CLASSES = [concept for concept in SHIPPED.scheme("events") if concept.texts(SKOS + "example")]


def named(text: str, lexicon: Lexicon) -> set[str]:
    """The classes that the triggers of ``text`` name, with those above them."""
    doc = facts_document(text, lexicon)
    return {name for found in doc for name in family(lexicon, found)}


def facts_document(text: str, lexicon: Lexicon) -> list[str]:
    from kg.coreference import assemble
    from kg.document import analyse
    from kg.entities import find_entities
    from kg.roles import find_titles

    doc = analyse(text, lexicon)
    found = find_entities(doc)
    cast = assemble(doc, found, find_titles(doc, found))
    return [trigger.type for sentence in doc.sentences for trigger in find_triggers(cast, sentence)]


@pytest.mark.parametrize("concept", CLASSES, ids=lambda concept: concept.name)
def test_every_example_fires(concept: Concept) -> None:
    for example in concept.texts(SKOS + "example"):
        assert event_type(concept) in named(example, SHIPPED), example


@pytest.mark.parametrize("concept", CLASSES, ids=lambda concept: concept.name)
def test_no_counterexample_fires(concept: Concept) -> None:
    for example in concept.texts(KG + "counterExample"):
        assert event_type(concept) not in named(example, SHIPPED), example
