"""The language layer: words, sentences, quotations, inflection, as cases; offsets and folding as properties;
tables as data.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.arabic import find_quotations, fold, segment, split_sentences
from kg.arabic.clitic_model import best_split, load_weights
from kg.arabic.inflection import (
    foreign_spellings,
    inflect_adjective,
    inflect_noun,
    inflect_phrase,
    inflect_plural,
    inflect_verb,
    spelling_variants,
)
from kg.arabic.normal import fold_with_map
from kg.arabic.splits import decode, remembered
from kg.arabic.tokens import TokenKind, tokenize
from tests.conftest import ROOT, cases

TABLES = sorted((ROOT / "kg" / "arabic" / "tables").glob("*.txt"))
ARABIC = st.text(alphabet="وفبلكسأإآاىيةهمنرقتدعحج ًَُِّْـ\u200f\u0654ﻻﷲﷺگی٣۳3.،«»“”\"'‘’\n؟! ", max_size=80)


@pytest.mark.parametrize("case", cases("language_words"))
def test_words(case: dict[str, Any]) -> None:
    for word in case.get("whole", "").split():
        assert segment(word) == [word]
    if "word" in case:
        assert " ".join(segment(case["word"])) == case["pieces"]
    if "norms" in case:
        tokens = tokenize(case["word"])
        assert " ".join(token.norm for token in tokens) == case["norms"]
        words = [token.stem for token in tokens if token.kind is TokenKind.WORD]
        assert words == ([case["stem"]] if "stem" in case else [])


@pytest.mark.parametrize("case", cases("language_texts"))
def test_texts(case: dict[str, Any]) -> None:
    text = case["text"]
    assert [text[start:end] for start, end in split_sentences(text)] == case["sentences"]
    found = [f"{q.level} {text[q.start : q.end]}{'' if q.closed else ' open'}" for q in find_quotations(text)]
    assert found == case["quotations"]


@pytest.mark.parametrize("case", cases("language_inflection"))
def test_inflection(case: dict[str, Any]) -> None:
    if "verb" in case:
        found = inflect_verb(case["verb"], *case.get("imperfect", "").split())
        forms = {form for form, features in found if features.voice != "passive" or not case.get("active")}
    elif "noun" in case:
        forms = {form for form, _ in inflect_noun(case["noun"], people=case.get("people", False))}
    elif "plural" in case:
        forms = {form for form, _ in inflect_plural(case["plural"])}
    elif "adjective" in case:
        forms = {form for form, _ in inflect_adjective(case["adjective"])}
    elif "foreign" in case:
        forms = set(foreign_spellings(case["foreign"], case["latin"]))
    else:
        forms = set(spelling_variants(case["spelling"]))
    assert forms.issuperset(case["has"].split())
    assert forms.isdisjoint(case.get("not", "").split())


@pytest.mark.parametrize("case", cases("language_phrases"))
def test_phrases(case: dict[str, Any]) -> None:
    head, *rest = case["phrase"].split()
    found = inflect_phrase(head, tuple(rest), people=case.get("people", False), agrees=case.get("agrees", False))
    forms = {" ".join(stems) for stems, _ in found}
    assert forms.issuperset(case["has"])
    assert forms.isdisjoint(case["not"])


@given(ARABIC)
@example("وًلﻻ")  # a mark less and a ligature's letter more
@settings(max_examples=300, deadline=None)
def test_tokens_are_substrings_in_order(text: str) -> None:
    end = 0
    for token in tokenize(text):
        assert text[token.start : token.end] == token.text
        assert token.start >= end
        assert token.glued == (token.start == end and end > 0)
        end = token.end


@given(ARABIC)
@settings(max_examples=300, deadline=None)
def test_folding_is_stable_and_maps_back(text: str) -> None:
    folded, offsets = fold_with_map(text)
    assert folded == fold(text)
    assert fold(folded) == folded
    assert len(offsets) == len(folded) + 1
    assert offsets == sorted(offsets)
    assert all(letter in fold(text[at]) for letter, at in zip(folded, offsets, strict=False))
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(ARABIC)
@settings(max_examples=300, deadline=None)
def test_pieces_join_to_the_word(text: str) -> None:
    for word in text.split():
        assert "".join(segment(word)) == word


@given(ARABIC)
@settings(max_examples=300, deadline=None)
def test_sentences_and_quotations_stand_in_the_text(text: str) -> None:
    end = 0
    for start, stop in split_sentences(text):
        assert end <= start < stop <= len(text)
        assert text[start:stop].strip() == text[start:stop]
        assert not text[end:start].strip()
        end = stop
    assert not text[end:].strip()
    for quotation in find_quotations(text):
        assert 0 <= quotation.start < quotation.end <= len(text)
        assert quotation.level >= 1


@pytest.mark.parametrize(
    "text",
    [
        "ب" * 1_000_000,
        "ا" + "\u064b" * 100_000,
        "\ufdfa" * 300_000,
        "[" * 100_000,
        "،" * 100_000,
        '"' * 100_000,
        "«" * 100_000,
        '"\n' * 50_000,
        ". " * 100_000,
        "م." * 100_000,
        " " * 300_000,
        "1." * 100_000,
        "😀" * 50_000,
        "\ud800",
        "",
    ],
    ids=lambda text: ascii(text[:2]),
)
def test_hostile_text_is_read(text: str) -> None:
    tokens = tokenize(text)
    assert sum(len(token.text) for token in tokens) <= len(text)
    assert len(fold(text)) <= 4 * len(text)
    split_sentences(text, find_quotations(text))


def test_remembered_splits_are_the_models() -> None:
    weights = load_weights()
    for letters in sorted(remembered())[::997]:
        assert decode(letters, remembered()[letters]) == best_split(letters, weights)


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_tables_hold_clean_letters(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text == unicodedata.normalize("NFC", text)
    for char in text:
        assert char.isascii() or "\u0621" <= char <= "\u063a" or "\u0641" <= char <= "\u0652", (
            f"{char!r} in {path.name}"
        )
