"""Mentions: text in, the words, keys and countries of one kind out."""

from __future__ import annotations

from typing import Any

import pytest

from kg.document import analyse
from kg.entities import country_of, demonym_at, find_entities, is_definite
from kg.lexicon import Lexicon
from tests.conftest import cases


@pytest.mark.parametrize("case", cases("entities"))
def test_mentions_of_a_text(case: dict[str, Any], lexicon: Lexicon) -> None:
    doc = analyse(case["text"], lexicon)
    found = find_entities(doc)
    for kind in case.keys() - {"text"}:
        seen = [
            f"{doc.slice(m.start, m.end)} | {m.key} | {found.entities[m.key].country or '-'}"
            for m in found.mentions
            if m.kind.value == kind
        ]
        assert seen == case[kind], kind


@pytest.mark.parametrize("case", cases("entities"))
def test_every_mention_has_an_entity_that_bears_its_words(case: dict[str, Any], lexicon: Lexicon) -> None:
    found = find_entities(analyse(case["text"], lexicon))
    assert all(found.entities[m.key].key == m.key and found.entities[m.key].name for m in found.mentions)


def test_small_questions(lexicon: Lexicon) -> None:
    doc = analyse("القوات الكندية في باريس", lexicon)
    assert demonym_at(doc, 1) == "CA"
    assert demonym_at(doc, 0) is None
    assert country_of(doc, 2, 4) == "FR"
    assert is_definite(doc, 0, 1)
    assert not is_definite(doc, 2, 3)


def test_hostile_text_is_read_in_linear_steps(lexicon: Lexicon) -> None:
    for text in ("قوات " * 3000, "(" * 3000, "القوات الأميركية و" * 1000, "وزارة «" * 1000):
        find_entities(analyse(text, lexicon))
