"""khabar from Python, and the spaCy pipeline."""

from __future__ import annotations

from pathlib import Path

import networkx
import pytest

import kg
from kg.asking.guard import QueryError
from kg.pipeline import create_nlp

TEXT = "قال وزير الدفاع الفرنسي سيباستيان لوكورنو في باريس إن القوات الفرنسية ستغادر النيجر بحلول نهاية عام 2023."


def test_records_tables_rdf_and_network_tell_the_same(built: Path) -> None:
    graph = kg.load(built)
    assert [facts.article.identifier for facts in graph.articles] == sorted(
        p.stem for p in Path("data/articles").glob("*.txt")
    )
    assert len(graph.to_pandas("statements")) == len(graph.statements)
    assert set(graph.to_pandas("roles").columns) >= {"person", "role", "country", "sentence", "article"}
    dataset = graph.to_rdflib()
    found = dataset.query("PREFIX kg: <https://khabar.example/ontology#> SELECT (COUNT(*) AS ?n) { ?s a kg:Statement }")
    assert int(next(iter(found))[0]) == len(graph.statements)
    network = graph.to_networkx()
    assert isinstance(network, networkx.MultiDiGraph)
    assert network.number_of_edges() > 0


def test_questions_take_parameters(built: Path) -> None:
    graph = kg.load(built)
    assert any(row["name"] == "مصطفى الكاظمي" for row in graph.query("roles", country="العراق"))
    assert graph.query("events", from_="2021-01", to="2021-12")
    assert graph.query("ASK { ?s a kg:Person }") == [{"answer": "true"}]
    triples = graph.query("CONSTRUCT { ?s a kg:Person } WHERE { ?s a kg:Person }")
    assert {"subject", "predicate", "object"} == set(triples[0])
    with pytest.raises(QueryError):
        graph.query("roles", planet="x")


def test_a_build_without_a_folder_goes_with_its_graph(tmp_path: Path) -> None:
    article = tmp_path / "one.txt"
    article.write_text(TEXT, encoding="utf-8")
    graph = kg.build([article])
    assert graph.folder.is_dir()
    assert [role.role for role in graph.roles] == ["defense-minister"]


def test_what_is_not_there_is_said(tmp_path: Path, built: Path) -> None:
    with pytest.raises(FileNotFoundError, match="holds no graph"):
        kg.load(tmp_path)
    with pytest.raises(ValueError, match="choose roles, statements or events"):
        kg.load(built).to_pandas("persons")


def test_the_pipeline_shows_facts_as_spans() -> None:
    doc = create_nlp()(TEXT)
    assert doc.text == TEXT
    assert [span.text for span in doc.spans["roles"]] == ["وزير الدفاع الفرنسي سيباستيان لوكورنو"]
    assert doc.spans["statements"][0].text.startswith("القوات الفرنسية ستغادر")
    assert "force" in {span.label_ for span in doc.spans["entities"]}
    assert [span.label_ for span in doc.spans["events"]] == ["Withdrawal"]


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "  قال  \n\n  بايدن ", "a b", "\u200f«", "وللقوات\u200f.", "\ufeffقال"]
)
def test_tokens_give_the_text_back(text: str) -> None:
    assert create_nlp()(text).text == text
