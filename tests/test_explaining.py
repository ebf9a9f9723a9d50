"""Explanations: what a fact rests on, and what the program sees in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.explaining.model import Item, Section
from kg.explaining.show import page
from tests.conftest import ROOT
from tests.hostile import HOSTILE


def explain(*arguments: str) -> str:
    result = CliRunner().invoke(main, ["explain", *arguments])
    assert result.exit_code == 0, result.output
    return result.output


def test_an_article_shows_each_fact_with_rule_and_place() -> None:
    shown = explain(str(ROOT / "data/articles/000_b72e3dc6bf515e6d.txt"))
    for word in ("لويد أوستن", "defense-minister", "rule:", "confidence:", "characters:", "stance:"):
        assert word in shown


def test_a_sentence_is_shown_layer_by_layer() -> None:
    shown = explain("قال وزير الدفاع الفرنسي سيباستيان لوكورنو إن القوات الفرنسية ستبقى حتى عام 2030")
    for word in (
        "tokens",
        "part of speech",
        "2030",
        "concepts of the ontology",
        "force:FR",
        "roles",
        "statements",
    ):
        assert word in shown


def test_an_entity_and_a_fact_are_explained_from_the_graph(built: Path) -> None:
    person = explain("https://khabar.example/id/country/IQ", "--graph", str(built))
    assert "العراق" in person
    assert "rule:" in person
    web = explain("https://khabar.example/id/country/IQ", "--graph", str(built), "--html")
    assert web.startswith("<!doctype html><html lang=ar dir=rtl>")
    assert "<mark>" in web


@pytest.mark.parametrize(
    ("what", "said"), [("missing.txt", "no such file"), ("https://khabar.example/id/person/nobody", "does not know")]
)
def test_what_is_not_known_is_said_in_one_line(what: str, said: str, built: Path) -> None:
    result = CliRunner().invoke(main, ["explain", what, "--graph", str(built)])
    assert result.exit_code == 1
    assert said in result.output


def test_words_of_articles_are_never_markup() -> None:
    items = tuple(Item(text, text, 0, 3, (text,)) for text in HOSTILE)
    written = page(HOSTILE[0], [Section("ع", "e", items)])
    for tag in ("<script", "<img", "<svg", "<iframe", "<base", "\u001b"):
        assert tag not in written
