"""Positions towards a force's presence, on sentences written for it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from kg.extraction import extract
from kg.lexicon import Lexicon, load_lexicon, ontology_folder
from kg.records import Article
from tests.conftest import cases

LEAST_RIGHT = 0.85


def position(text: str, lexicon: Lexicon) -> str | None:
    """Return the position of the first statement of ``text``."""
    facts = extract(Article(identifier="case", raw=text, published="2024-05-01"), lexicon)
    return facts.statements[0].position if facts.statements else "no statement"


def test_positions(lexicon: Lexicon) -> None:
    """Most sentences get the position that a reader gives them; each class has its share."""
    wanted: list[Any] = [case.values[0] for case in cases("position")]
    wrong = [case["text"] for case in wanted if position(case["text"], lexicon) != case["position"]]
    assert len(wrong) <= len(wanted) * (1 - LEAST_RIGHT), "\n".join(wrong)


@pytest.mark.parametrize("case", cases("stands"))
def test_each_force_has_its_own_position(case: dict[str, Any], lexicon: Lexicon) -> None:
    """The position is that towards the force that is blamed, praised, wanted or refused; who is only named has none."""
    said = extract(Article(identifier="case", raw=case["text"], published="2024-05-01"), lexicon).statements[0]
    found = {key.removeprefix("force:"): stand for key, stand in zip(said.about, said.positions, strict=True)}
    assert found == dict(line.split(" | ") for line in case["stands"])


def test_a_new_word_of_blame_needs_no_code(tmp_path: Path, lexicon: Lexicon) -> None:
    """An adjective that a copy of the ontology calls bad makes what is called so opposed."""
    shutil.copytree(ontology_folder(), tmp_path / "ontology")
    (tmp_path / "ontology" / "own.ttl").write_text(
        "@prefix kg: <https://khabar.example/ontology#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> . "
        "<https://own.example/rowdy> a skos:Concept ; skos:inScheme <https://khabar.example/scheme/position-nouns> ; "
        'skos:prefLabel "غوغاء"@ar, "rowdy"@en ; skos:hiddenLabel "غوغائية"@ar ; kg:positionKind "bad" .',
        encoding="utf-8",
    )
    text = "وصف الوزير قوات الدعم السريع بأنها غوغائية."
    assert position(text, lexicon) == "neutral"
    assert position(text, load_lexicon(tmp_path / "ontology")) == "opposes"


@pytest.mark.parametrize("name", ["supports", "opposes", "neutral"])
def test_balance(name: str) -> None:
    """The cases are balanced, so that no constant answer can pass."""
    assert sum(case.values[0]["position"] == name for case in cases("position")) * 3 == len(cases("position"))
