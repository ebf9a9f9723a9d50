"""People's names, their parts, parts of speech and Latin spellings."""

from __future__ import annotations

from typing import Any

import pytest

from kg.arabic.name_doubts import without_things
from kg.arabic.name_joints import carried
from kg.arabic.names import compatible, extend_name, find_names, split_name
from kg.arabic.tagger import TAGS, tag
from kg.arabic.tokens import Token, tokenize
from kg.arabic.transliteration import latin
from kg.document import analyse
from kg.lexicon import load_lexicon
from tests.conftest import cases


def _texts(text: str, tokens: list[Token], spans: list[tuple[int, int]]) -> list[str]:
    return [text[tokens[start].start : tokens[end - 1].end] for start, end in spans]


@pytest.mark.parametrize("case", cases("names"))
def test_find_names(case: dict[str, Any]) -> None:
    tokens = tokenize(case["text"])
    assert _texts(case["text"], tokens, find_names(tokens)) == case["names"]


@pytest.mark.parametrize("case", cases("name_ends"))
def test_extend_name(case: dict[str, Any]) -> None:
    text = f"{case['cue']} {case['rest']}"
    tokens = tokenize(text)
    start = next(number for number, token in enumerate(tokens) if token.start >= len(case["cue"]) + 1)
    end = extend_name(tokens, start)
    assert (text[tokens[start].start : tokens[end - 1].end] if end else "") == case["name"]


@pytest.mark.parametrize("case", cases("name_doubts"))
def test_names_of_text(case: dict[str, Any]) -> None:
    doc = analyse(case["text"], load_lexicon())
    assert [doc.slice(start, end) for start, end in doc.names] == case["names"]


def test_what_a_thing_is_called_by_is_no_name_elsewhere() -> None:
    tokens = tokenize("هبط في مطار فورت كارنديل وعاد إلى فورت كارنديل")
    words = [token.text for token in tokens]
    spans = [(at, at + 2) for at, word in enumerate(words) if word == "فورت"]
    assert len(spans) == 2
    assert without_things(tokens, spans) == []


@pytest.mark.parametrize("case", cases("tags"))
def test_tags(case: dict[str, Any]) -> None:
    tokens = tokenize(case["text"])
    found = {token.text: name for token, name in zip(tokens, tag(tokens), strict=True)}
    assert {word: found[word] for word in case["tags"]} == case["tags"]


@pytest.mark.parametrize("text", ["", "،", "( ( (", "ـ", "١٢٣", "و", "a" * 5000, "ب" * 5000, "عبد", "قال " * 2000])
def test_odd_sentences(text: str) -> None:
    tokens = tokenize(text)
    assert len(tag(tokens)) == len(tokens)
    assert set(tag(tokens)) <= set(TAGS)
    assert all(0 <= start < end <= len(tokens) for start, end in find_names(tokens))
    assert all((extend_name(tokens, start) or start + 1) > start for start in range(min(len(tokens), 20)))


def test_family_names_are_carried_through_the_text() -> None:
    text = "وصل أنطونيو غوتيريش إلى جنيف. وقد غوتيريش الوفد."
    tokens = tokenize(text)
    assert _texts(text, tokens, carried(tokens, [(1, 3)])) == ["غوتيريش"]


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("عبد الفتاح السيسي", ["عبد الفتاح", "السيسي"]),
        ("محمد بن سلمان", ["محمد", "بن سلمان"]),
        ("تميم بن حمد آل ثاني", ["تميم", "بن حمد", "آل ثاني"]),
        ("أورسولا فون دير لاين", ["أورسولا", "فون دير لاين"]),
        ("صلاح الدين ربيع", ["صلاح الدين", "ربيع"]),
        ("حسن نصر الله", ["حسن", "نصر الله"]),
        ("أبو مهدي المهندس", ["أبو مهدي", "المهندس"]),
    ],
)
def test_split_name(name: str, parts: list[str]) -> None:
    assert split_name(name) == parts


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        ("الكاظمي", "مصطفى الكاظمي", "family name alone"),
        ("مصطفى الكاظمي", "مصطفى عبد اللطيف الكاظمي", "middle names left out"),
        ("عبد الله", "عبدالله", "same name"),
        ("دونالد ترامب", "دونالد ترمب", "same name, spelled differently"),
        ("محمد شياع", "محمد شياع السوداني", "family name left out"),
        ("صدام", "صدام حسين", "given name alone"),
        ("بن سلمان", "محمد بن سلمان", "family name alone"),
        ("سلمان", "محمد بن سلمان", None),
        ("محمد", "محمد علي", None),
        ("حسن", "حسين", None),
        ("جو بايدن", "هانتر بايدن", None),
        ("", "جو بايدن", None),
        ("حمد آل ثاني", "تميم بن حمد آل ثاني", None),  # his father
    ],
)
def test_compatible(first: str, second: str, reason: str | None) -> None:
    assert compatible(first, second) == reason
    assert compatible(second, first) == reason


@pytest.mark.parametrize(
    ("name", "spelling"),
    [
        ("جو بايدن", "Joe Biden"),
        ("مصطفى الكاظمي", "Mustafa al-Kadhimi"),
        ("محمد بن سلمان", "Mohammed bin Salman"),
        ("حسن نصر الله", "Hassan Nasrallah"),
        ("عبد الله الثاني", "Abdullah II"),
        ("سي كيو براون", "C.Q. Brown"),
        ("تميم بن حمد آل ثاني", "Tamim bin Hamad Al Thani"),
        ("أورسولا فون دير لاين", "Ursula von der Leyen"),
        ("تشارلي رولي", "Charlie Rulli"),
        ("عبد الرحمن السيد", "Abd al-Rahman al-Sayed"),
        ("جورج بوش الابن", "George Bush Jr."),
        ("ماريا بوتشكوفا", "Maria Puchkova"),
        ("Joe Biden", "Joe Biden"),
        ("", ""),
    ],
)
def test_latin(name: str, spelling: str) -> None:
    assert latin(name) == spelling
