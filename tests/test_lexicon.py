"""The lexicon: labels are found in all their forms, and the ontology folder teaches the program."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kg.arabic.inflection import imperfects_of
from kg.arabic.tokens import tokenize
from kg.document import analyse
from kg.entities import find_entities
from kg.lexicon import Lexicon, load_lexicon, ontology_folder

NEW = """
@prefix kg: <https://khabar.example/ontology#> .
@prefix scheme: <https://khabar.example/scheme/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://khabar.example/force/sun-guard> a skos:Concept ; skos:inScheme scheme:forces ;
  skos:prefLabel "كتائب الشمس الخضراء"@ar, "Green Sun Brigades"@en ; kg:countryCode "PT" ; kg:forceKind "militia" .
<https://khabar.example/reporting/chirp> a skos:Concept ; skos:inScheme scheme:reporting ;
  skos:prefLabel "chirps"@en ; kg:verbLabel "زقزق"@ar .
"""


def names(lexicon: Lexicon, text: str) -> set[str]:
    return {match.concept.name for match in lexicon.match(tokenize(text))}


def test_a_new_concept_in_a_copied_folder_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "ontology"
    shutil.copytree(ontology_folder(), folder)
    (folder / "mine.ttl").write_text(NEW, encoding="utf-8")
    lexicon = load_lexicon(folder)
    found = find_entities(analyse("تقدمت كتائب الشمس الخضراء شرقا.", lexicon))
    assert found.entities["force:sun-guard"].country == "PT"
    assert "chirp" in names(lexicon, "وزقزقت المتحدثة")


def test_a_file_that_is_no_turtle_is_named(tmp_path: Path) -> None:
    (tmp_path / "broken.ttl").write_text("this is no Turtle", encoding="utf-8")
    with pytest.raises(ValueError, match=r"broken\.ttl"):
        load_lexicon(tmp_path)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وقالوا", "say"),
        ("ستقول", "say"),
        ("لم يقل", "say"),
        ("مشيرة", "point-out"),
        ("الأميركيين", "US"),
        ("الأمريكية", "US"),
        ("الكوريون الجنوبيون", "KR"),
        ("رئيسة الوزراء", "prime-minister"),
        ("وزيرا الدفاع", "defense-minister"),
        ("تنظيم «داعش»", "daesh"),
        ("الحوثيين", "houthis"),
        ("الأفغان", "AF"),
        ("أوجندا", "UG"),
        ("البلجارية", "BG"),
        ("المسئول", "official"),
    ],
)
def test_forms_of_labels(text: str, name: str, lexicon: Lexicon) -> None:
    if name == "point-out":
        assert any(match.features.tense == "participle" for match in lexicon.match(tokenize(text)))
    else:
        assert name in names(lexicon, text)


@pytest.mark.parametrize(
    ("perfect", "imperfect"),
    [
        ("أعلن", "يعلن"),
        ("استقال", "يستقيل"),
        ("انسحب", "ينسحب"),
        ("طالب", "يطالب"),
        ("دعا", "يدعو"),
        ("اتهم", "يتهم"),
        ("نفى", "ينفي"),
    ],
)
def test_imperfects_by_measure(perfect: str, imperfect: str) -> None:
    assert imperfect in imperfects_of(perfect)


def test_no_finite_verb_after_an_article(lexicon: Lexicon) -> None:
    verbs = [m for m in lexicon.match(tokenize("القال والأكد")) if m.features.tense == "perfect"]
    assert not verbs


def test_the_compiled_matcher_is_kept_and_finds_the_same(tmp_path: Path) -> None:
    text = "وقال وزير الدفاع الأميركي إن تنظيم «داعش» أعلن مسؤوليته، ولم يقل المتظاهرون متى اقتحموا المقر"
    kept = tmp_path / "matcher.json"
    first, second = (list(load_lexicon(None, kept).match(tokenize(text))) for _ in range(2))
    assert kept.is_file() and first == second == list(load_lexicon().match(tokenize(text)))


@pytest.mark.parametrize("content", ["", "[]", '[{}, [], [["unknown", "قال", "p", 0]]]'])
def test_a_broken_matcher_is_compiled_anew(tmp_path: Path, content: str) -> None:
    kept = tmp_path / "matcher.json"
    kept.write_text(content, encoding="utf-8")
    assert "say" in names(load_lexicon(None, kept), "وقال الوزير")
    assert kept.stat().st_size > 1000
