"""Roles: titles in every order of newswire, whose they are, and what is none."""

from __future__ import annotations

from typing import Any

import pytest

from kg.extraction import extract
from kg.lexicon import KG, SKOS, Concept, Lexicon, load_lexicon
from kg.records import Article, RoleHolding
from tests.conftest import cases

EXAMPLE = SKOS + "example"
COUNTER_EXAMPLE = KG + "counterExample"


def tell(holding: RoleHolding) -> str:
    """Return a role as the cases write it."""
    parts = [holding.holder.removeprefix("person:"), holding.role, holding.country or "-", holding.title]
    return " | ".join([*parts, "former"] if holding.former else parts)


@pytest.mark.parametrize("case", cases("roles"))
def test_roles_of_a_text(case: dict[str, Any], lexicon: Lexicon) -> None:
    facts = extract(Article(identifier="case", raw=case["text"]), lexicon)
    assert sorted(map(tell, facts.roles)) == sorted(case["roles"])


@pytest.mark.parametrize("case", cases("roles"))
def test_evidence_stands_in_the_text(case: dict[str, Any], lexicon: Lexicon) -> None:
    facts = extract(Article(identifier="case", raw=case["text"]), lexicon)
    for holding in facts.roles:
        evidence = holding.evidence
        assert case["text"][evidence.start : evidence.end] == evidence.exact
        assert holding.holder.split()[-1] in evidence.exact
        assert 0 < evidence.confidence <= 1


ROLES_WITH_EXAMPLES = [c for c in load_lexicon().scheme("roles") if c.texts(EXAMPLE)]
ROLES_WITH_COUNTER_EXAMPLES = [c for c in load_lexicon().scheme("roles") if c.texts(COUNTER_EXAMPLE)]


@pytest.mark.parametrize("concept", ROLES_WITH_EXAMPLES, ids=lambda concept: concept.name)
def test_the_example_of_a_role_has_it(concept: Concept, lexicon: Lexicon) -> None:
    for text in concept.texts(EXAMPLE):
        facts = extract(Article(identifier="case", raw=text), lexicon)
        assert top(concept, lexicon) in [holding.role for holding in facts.roles]


@pytest.mark.parametrize("concept", ROLES_WITH_COUNTER_EXAMPLES, ids=lambda concept: concept.name)
def test_the_counter_example_of_a_role_has_it_not(concept: Concept, lexicon: Lexicon) -> None:
    for text in concept.texts(COUNTER_EXAMPLE):
        facts = extract(Article(identifier="case", raw=text), lexicon)
        assert top(concept, lexicon) not in [holding.role for holding in facts.roles]


def top(concept: Concept, lexicon: Lexicon) -> str:
    """Return the slug of the broadest role above ``concept``."""
    broader = concept.values.get(SKOS + "broader")
    return top(lexicon.concepts[broader[0][0]], lexicon) if broader else concept.name


def test_role_and_appointment_point_at_each_other(lexicon: Lexicon) -> None:
    text = "تولى سليم العامري رئاسة الحكومة التونسية عام 2015."
    facts = extract(Article(identifier="case", raw=text), lexicon)
    (role,) = facts.roles
    assert [facts.events[index].type for index in role.events] == ["Appointment"]
    assert role.since == "2015"


def test_who_appoints_is_not_appointed(lexicon: Lexicon) -> None:
    text = "أقال الرئيس الكيني جوزيف موانغي أمس وزير الدفاع دانيال موتوا."
    facts = extract(Article(identifier="case", raw=text, published="2020-06-10"), lexicon)
    ended = {role.holder for role in facts.roles if role.events}
    assert ended == {"person:دانيال موتوا"}


def test_other_places_of_a_role_are_its_evidence(lexicon: Lexicon) -> None:
    text = "قال وزير الدفاع الكيني دانيال موتوا إن الجيش مستعد. وزار وزير الدفاع دانيال موتوا القاعدة."
    (role,) = extract(Article(identifier="case", raw=text), lexicon).roles
    assert [text[e.start : e.end] for e in role.more_evidence] == ["وزير الدفاع دانيال موتوا"]
