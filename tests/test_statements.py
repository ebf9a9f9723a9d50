"""Statements: who said what, on sentences written for each way in which newswire reports speech."""

from __future__ import annotations

import shutil
import sys
from dataclasses import fields
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from kg.extraction import extract
from kg.lexicon import Lexicon, load_lexicon, ontology_folder
from kg.records import Article, ArticleFacts, Statement
from kg.statements.vocabulary import SpeechWords
from tests.conftest import cases


def facts_of(text: str, lexicon: Lexicon) -> ArticleFacts:
    """Return the facts of ``text`` as an article of its own."""
    return extract(Article(identifier="case", raw=text, published="2024-05-01"), lexicon)


def speaker(said: Statement, facts: ArticleFacts) -> str:
    """Return the names of who speaks, joined as Arabic joins them."""
    names = {entity.key: entity.name for entity in facts.entities}
    return " و".join(names[key] for key in said.speakers)


@pytest.mark.parametrize("case", cases("statements"))
def test_statements(case: dict[str, Any], lexicon: Lexicon) -> None:
    """Each text reports exactly what its case lists, in order."""
    facts = facts_of(case["text"], lexicon)
    wanted = [tuple(part.strip() for part in line.split("|")) for line in case["said"]]
    found = [(speaker(said, facts), said.verb or "-", said.content) for said in facts.statements]
    assert [f[:2] for f in found] == [w[:2] for w in wanted], found
    for (_, _, words), (_, _, beginning) in zip(found, wanted, strict=True):
        assert words.startswith(beginning)


@pytest.mark.parametrize("case", [c for c in cases("statements") if "forces" in c.values[0]])
def test_forces_inside_the_words(case: dict[str, Any], lexicon: Lexicon) -> None:
    """A statement is about the forces that its words name."""
    facts = facts_of(case["text"], lexicon)
    countries = {entity.key: entity.country for entity in facts.entities}
    assert [countries[key] for said in facts.statements for key in said.about] == case["forces"]


@pytest.mark.parametrize("case", cases("statements"))
def test_words_are_in_the_text(case: dict[str, Any], lexicon: Lexicon) -> None:
    """The evidence of a statement is really there."""
    for said in facts_of(case["text"], lexicon).statements:
        assert case["text"][said.evidence.start : said.evidence.end] == said.evidence.exact


def test_chain_of_reports(lexicon: Lexicon) -> None:
    """A report inside another's words knows who reports it."""
    text = "قالت صحيفة الغد إن قائد الشرطة الأردنية سالم العلي أكد أن المهاجم اعتقل."
    outer, inner = facts_of(text, lexicon).statements
    assert inner.reported_by == 0
    assert outer.reported_by is None


def test_date_of_saying(lexicon: Lexicon) -> None:
    """A statement has the date of its own clause, one that carries it on the same, others none."""
    text = (
        "قال وزير النفط العراقي حيان عبد الغني الأحد إن الحقول آمنة. وأضاف أن العمل مستمر. "
        "وقال السفير الهندي أرون كومار إن بلاده تشتري."
    )
    dates = [said.date.edtf if said.date else None for said in facts_of(text, lexicon).statements]
    assert dates == ["2024-04-28", "2024-04-28", None]


def test_carrier_is_no_speaker(lexicon: Lexicon) -> None:
    """An outlet to which someone speaks carries the words."""
    text = "قال وزير الخارجية القطري محمد بن عبد الرحمن آل ثاني لقناة الجزيرة إن المحادثات مستمرة."
    (said,) = facts_of(text, lexicon).statements
    assert said.via is not None and "الجزيرة" in said.via


def test_denied_saying(lexicon: Lexicon) -> None:
    """A saying that is denied is marked."""
    text = "لم يقل الرئيس الصيني شي جينبينغ إن القوات ستنسحب."
    assert [said.negated for said in facts_of(text, lexicon).statements] == [True]


def test_relative_pronoun_denies_nothing(lexicon: Lexicon) -> None:
    """What a source said is said: ما before its verb is no negation."""
    facts = facts_of("قتل ثلاثة، وفق ما أوردت وكالة سانا.", lexicon)
    assert [said.negated for said in facts.statements] == [False]


@pytest.mark.parametrize(
    "unit",
    ["«قال ", "قال الوزير إن الجيش انسحب وأكد أن الهدنة قائمة ", '"', "(قال) ", "البيان ", "وقال الجيش: "],
)
def test_steps_grow_with_the_text(unit: str, lexicon: Lexicon) -> None:
    """Four times as much of a text that never closes takes about four times as many steps."""
    facts_of(unit, lexicon)
    short, long = (_steps(unit * times, lexicon) for times in (100, 400))
    assert long < 6 * short


def _steps(text: str, lexicon: Lexicon) -> int:
    """Return how many lines of Python run to read ``text``."""
    steps = 0

    def count(_frame: FrameType, event: str, _arg: object) -> Any:
        nonlocal steps
        steps += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        facts_of(text, lexicon)
    finally:
        sys.settrace(before)
    return steps


def test_a_new_noun_of_speech_needs_no_code(tmp_path: Path) -> None:
    """A noun that a copy of the ontology calls a carrier carries words."""
    shutil.copytree(ontology_folder(), tmp_path / "ontology")
    (tmp_path / "ontology" / "own.ttl").write_text(
        "@prefix kg: <https://khabar.example/ontology#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> . "
        "<https://own.example/podcast> a skos:Concept ; skos:inScheme <https://khabar.example/scheme/speech-nouns> ; "
        'skos:prefLabel "بودكاست"@ar, "Podcast"@en ; kg:speechKind "carrier" .',
        encoding="utf-8",
    )
    text = "قال وزير النفط العراقي حيان عبد الغني في بودكاست إن الحقول آمنة."
    (said,) = facts_of(text, load_lexicon(tmp_path / "ontology")).statements
    assert said.via == "بودكاست"


def test_every_kind_of_noun_is_known(lexicon: Lexicon) -> None:
    """No concept names a kind that nothing asks for."""
    kinds = {kind.replace("-", "_") for concept in lexicon.concepts.values() for kind in concept.all("speechKind")}
    assert kinds <= {field.name for field in fields(SpeechWords)}


def test_nothing_is_said_after_the_article(lexicon: Lexicon) -> None:
    meeting = "قال الوزير الكيني سامي ناصر، الذي يلتقي نظيره الأوغندي في 3 مايو، إن القوات باقية."
    facts = facts_of(f"{meeting} وقال الوزير الثلاثاء إن الطريق آمن.", lexicon)
    assert [said.date.edtf if said.date else None for said in facts.statements] == [None, "2024-04-30"]
