"""Numbers: digits, words, duals, ordinals and hedges."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.arabic.numbers import CARDINAL_WORDS, ORDINAL_WORDS, NumberMention, find_numbers
from tests.conftest import cases

_PIECES = st.sampled_from(
    [*sorted(CARDINAL_WORDS), "و", " ", "ال", "12", "و300", "٣", "۵", ",", ".", "نحو", "أكثر من", "جنديين"]
)
_TEXT = st.lists(_PIECES, max_size=20).map("".join)


def _said(number: NumberMention) -> str:
    return number.modifier or ("dual" if number.dual else "ordinal" if number.ordinal else "")


@pytest.mark.parametrize("case", cases("numbers"))
def test_numbers(case: dict[str, Any]) -> None:
    found = [[number.text, number.value, _said(number)] for number in find_numbers(case["text"])]
    assert found == case["numbers"]


@given(st.one_of(st.text(), _TEXT))
def test_numbers_stand_in_the_text(text: str) -> None:
    end = 0
    for number in find_numbers(text):
        assert text[number.start : number.end] == number.text
        assert number.end > number.start
        assert number.end >= end
        end = number.end


@pytest.mark.parametrize("word", sorted(CARDINAL_WORDS))
def test_every_cardinal_is_read(word: str) -> None:
    assert [number.value for number in find_numbers(word)] == [CARDINAL_WORDS[word]]


@pytest.mark.parametrize("word", sorted(ORDINAL_WORDS))
def test_every_ordinal_is_read_with_and_without_the_article(word: str) -> None:
    for form in (word, "ال" + word):
        assert [(number.value, number.ordinal) for number in find_numbers(form)] == [(ORDINAL_WORDS[word], True)]


def test_digits_beyond_measure_have_no_value() -> None:
    assert [number.value for number in find_numbers("9" * 5000)] == [None]
