"""Who is meant: short names, titles alone, and those whom the text never names."""

from __future__ import annotations

from typing import Any

import pytest

from kg.coreference import Cast, assemble
from kg.document import analyse
from kg.entities import find_entities
from kg.lexicon import Lexicon
from kg.records import Kind
from kg.roles import find_titles
from tests.conftest import cases


def cast_of(text: str, lexicon: Lexicon) -> Cast:
    """Return the cast of a text."""
    doc = analyse(text, lexicon)
    found = find_entities(doc)
    return assemble(doc, found, find_titles(doc, found))


def meant(cast: Cast, words: str) -> str:
    """Return whom ``words`` mean where they stand last: a person, ``-`` where it is none."""
    fits = [
        mention
        for mention in cast.mentions
        if mention.kind in (Kind.PERSON, Kind.UNNAMED) and cast.doc.slice(mention.start, mention.end) == words
    ]
    assert fits, f"no mention {words}"
    person = cast.entities[fits[-1].key]
    return person.name if person.kind is Kind.PERSON else "-"


@pytest.mark.parametrize("case", cases("coreference"))
def test_who_is_meant(case: dict[str, Any], lexicon: Lexicon) -> None:
    cast = cast_of(case["text"], lexicon)
    for line in case["means"]:
        words, _, person = line.partition(" = ")
        assert meant(cast, words) == person


def test_mentions_stand_in_order_and_name_entities(lexicon: Lexicon) -> None:
    cast = cast_of("قال رئيس الوزراء الأردني سليم العامري إن وزير الدفاع سيزور بغداد. وأضاف العامري ذلك.", lexicon)
    places = [(mention.start, -mention.end) for mention in cast.mentions]
    assert places == sorted(places)
    assert all(mention.key in cast.entities for mention in cast.mentions)


def test_two_people_of_one_family_stay_apart(lexicon: Lexicon) -> None:
    cast = cast_of("التقى مسعود البارزاني رئيس الحكومة نيجيرفان البارزاني في أربيل.", lexicon)
    people = {entity.name for entity in cast.entities.values() if entity.kind is Kind.PERSON}
    assert people == {"مسعود البارزاني", "نيجيرفان البارزاني"}


def test_the_last_actor_agrees_in_gender(lexicon: Lexicon) -> None:
    cast = cast_of("قالت وزيرة الدفاع الإسبانية ماريا غارسيا إن سليم العامري وصل.", lexicon)
    people = (Kind.PERSON,)
    assert cast.last_actor(len(cast.doc.tokens), kinds=people) == "person:سليم العامري"
    assert cast.last_actor(len(cast.doc.tokens), kinds=people, feminine=True) == "person:ماريا غارسيا"
