"""The lint of the ontology: what ships is clean, and each mistake is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.lexicon import Lexicon, load_lexicon
from kg.ontology_check import check_examples, check_ontology, fires
from kg.ontology_survey import survey

HEAD = """
@prefix kg: <https://khabar.example/ontology#> .
@prefix x: <https://khabar.example/x/> .
@prefix scheme: <https://khabar.example/scheme/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
x:US a skos:Concept ; skos:inScheme scheme:countries ; kg:iso3166 "US" ; skos:prefLabel "أميركا"@ar, "US"@en .
"""
FORCE = "x:a a skos:Concept ; skos:inScheme scheme:forces ; "
TENURE = 'a skos:Concept ; skos:inScheme scheme:tenures ; kg:role x:r ; skos:prefLabel "ولاية"@ar, "tenure"@en ; '
MISTAKES = {
    "missing label": FORCE + 'skos:prefLabel "قوة النور"@ar .',
    "foreign code point": FORCE + 'skos:prefLabel "قوة نوری"@ar, "N"@en .',
    "unknown country": FORCE + 'kg:countryCode "UX" ; skos:prefLabel "نور"@ar, "N"@en .',
    "two owners": FORCE + 'skos:prefLabel "أمـيركا"@ar, "N"@en .',
    "reversed dates": "x:t " + TENURE + 'kg:from "2020-01-01" ; kg:until "2019-01-01" .',
    "overlapping dates": "x:t " + TENURE + 'kg:from "2018-01-01" . x:u ' + TENURE + 'kg:from "2019-01-01" .',
}


@pytest.mark.parametrize("check", MISTAKES)
def test_a_mistake_is_named(check: str, tmp_path: Path) -> None:
    (tmp_path / "own.ttl").write_text(HEAD + MISTAKES[check], encoding="utf-8")
    assert check in {finding.check for finding in check_ontology(load_lexicon(tmp_path))}


def test_the_shipped_ontology_is_clean(lexicon: Lexicon) -> None:
    assert check_ontology(lexicon) == []


def test_every_shipped_example_fires_and_no_counter_example(lexicon: Lexicon) -> None:
    assert check_examples(lexicon) == []


def test_a_wrong_example_is_told_from_a_right_one(lexicon: Lexicon) -> None:
    mali = next(concept for concept in lexicon.scheme("countries") if concept.name == "ML")
    assert fires(lexicon, mali, "سافر الوفد إلى مالي أمس.")
    assert not fires(lexicon, mali, "تقرير مالي جديد.")


def test_a_survey_tells_what_fired_and_what_is_not_covered(lexicon: Lexicon) -> None:
    told = survey(["هرطقت الوكالة أن فصائل النسيم عادت. وقال الوزير إن بلاده هادئة."] * 3, lexicon)
    assert told.fired["https://khabar.example/reporting/say"] == 3
    assert "https://khabar.example/country/TV" in told.never_seen(lexicon)
    assert "فصائل النسيم" in {suggestion.label for suggestion in told.suggestions()}
    assert "https://khabar.example/position/must-leave" not in told.never_seen(lexicon)
    assert all("skos:Concept" in suggestion.turtle() for suggestion in told.suggestions())


def test_the_command_tells_what_articles_lack(tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text("هرطقت الوكالة أن فصائل النسيم عادت.", encoding="utf-8")
    result = CliRunner().invoke(main, ["check", "--survey", str(tmp_path), "--least", "1"])
    assert result.exit_code == 0, result.output
    assert "# 1 times" in result.output
    assert "فصائل النسيم" in result.output
    assert "https://khabar.example/country/TV\n" in result.output


def test_a_survey_of_nothing_is_a_fault(tmp_path: Path) -> None:
    assert CliRunner().invoke(main, ["check", "--survey", str(tmp_path)]).exit_code == 1
