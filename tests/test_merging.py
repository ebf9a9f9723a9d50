"""One event told by several articles: joined with all its evidence, and marked where they differ."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import rdflib

from kg.building import build
from kg.namespaces import ONTOLOGY
from kg.ontology import ontology_folder
from kg.terms import KG
from kg.verification import check_graph

ATTACK = "قتل {toll} جنود عراقيين في هجوم لتنظيم داعش قرب كركوك يوم {day}."
OFFICE = "أعلن البيان ما يلي.\nتولى سامي العبدلي رئاسة الوزراء في {when}."


def events(tmp_path: Path, *texts: str, kind: str) -> tuple[rdflib.Graph, list[rdflib.term.Node]]:
    """The graph of articles with these texts, all of one day, and its events of a class."""
    rows = [{"id": f"a{n}", "published": "2020-06-16", "text": text} for n, text in enumerate(texts)]
    (tmp_path / "in.jsonl").write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    build([str(tmp_path / "in.jsonl")], tmp_path / "out")
    assert check_graph(tmp_path / "out", None, ontology_folder()).sound
    graph = rdflib.Graph()
    graph.parse(tmp_path / "out" / "graph.ttl")
    return graph, sorted(graph.subjects(rdflib.RDF.type, rdflib.URIRef(f"{ONTOLOGY}{kind}")))


def sources(graph: rdflib.Graph, event: rdflib.term.Node) -> set[str]:
    return {str(graph.value(proof, KG.article))[-2:] for proof in graph.objects(event, KG.evidence)}


def test_tolls_that_differ_stay_with_one_disputed_event(tmp_path: Path) -> None:
    texts = [ATTACK.format(toll=toll, day="الأحد") for toll in ("خمسة", "سبعة")]
    graph, (event,) = events(tmp_path, *texts, kind="Killing")
    assert {int(value) for value in graph.objects(event, KG.killed)} == {5, 7}
    assert sources(graph, event) == {"a0", "a1"}
    assert graph.value(event, KG.disputed)


def test_days_that_differ_stay_with_one_disputed_event(tmp_path: Path) -> None:
    texts = [ATTACK.format(toll="خمسة", day=day) for day in ("الأحد", "الاثنين")]
    graph, (event,) = events(tmp_path, *texts, kind="Killing")
    assert {str(value) for value in graph.objects(event, KG.edtf)} == {"2020-06-14", "2020-06-15"}
    assert sources(graph, event) == {"a0", "a1"}
    assert graph.value(event, KG.disputed)


def test_what_agrees_is_not_disputed(tmp_path: Path) -> None:
    texts = [ATTACK.format(toll="خمسة", day="الأحد"), "وقع ما يلي. " + ATTACK.format(toll="خمسة", day="الأحد")]
    graph, (event,) = events(tmp_path, *texts, kind="Killing")
    assert sources(graph, event) == {"a0", "a1"}
    assert graph.value(event, KG.disputed) is None


@pytest.mark.parametrize("when", ["أيار 2020", "7 أيار 2020"])
def test_one_office_taken_in_one_month(tmp_path: Path, when: str) -> None:
    later = "وكان سامي العبدلي رئيس الوزراء العراقي تولى منصبه في أيار 2020."
    graph, (event,) = events(tmp_path, OFFICE.format(when=when), later, kind="Appointment")
    assert sources(graph, event) == {"a0", "a1"}
    assert graph.value(event, KG.disputed) is None


def test_offices_of_other_people_or_months_are_apart(tmp_path: Path) -> None:
    other = OFFICE.format(when="أيار 2020").replace("سامي العبدلي", "نادر الخفاجي")
    texts = [OFFICE.format(when="أيار 2020"), other, OFFICE.format(when="أيار 2016")]
    _, found = events(tmp_path, *texts, kind="Appointment")
    assert len(found) == 3
