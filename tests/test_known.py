"""People and offices that the ontology knows: found first, and told where an article says otherwise."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import rdflib

from kg.building import Options, build
from kg.known import KnownPeople
from kg.ontology import Ontology
from kg.people import Bearer
from kg.terms import KG


@pytest.fixture(scope="module")
def known() -> KnownPeople:
    return KnownPeople(Ontology())


def bearer(name: str, role: str | None = None, country: str | None = None, published: str | None = None) -> Bearer:
    offices = frozenset({(role, country)} if role else ())
    return Bearer("a", f"person:{name}", name, offices=offices, published=published)


@pytest.mark.parametrize(
    ("who", "concept"),
    [
        (bearer("باراك أوباما"), "barack-obama"),
        (bearer("باراك اوباما", "president", "US"), "barack-obama"),
        (bearer("ترمب", "president", "US", "2018-05-01"), "donald-trump"),
        (bearer("أوباما", "president", "US", "2012-05-01"), "barack-obama"),
        (bearer("أوباما", "president", "US", "2018-05-01"), None),
        (bearer("أوباما"), None),
        (bearer("باراك أوباما", "president", "KE"), None),
        (bearer("سامي العبدلي", "president", "US", "2018-05-01"), None),
    ],
    ids=lambda value: value if isinstance(value, str) else getattr(value, "name", "none"),
)
def test_found_by_name_or_office(known: KnownPeople, who: Bearer, concept: str | None) -> None:
    found = known.find(who)
    assert (found.rsplit("/", 1)[-1] if found else None) == concept


def test_contradiction(known: KnownPeople) -> None:
    obama = known.find(bearer("باراك أوباما"))
    other = known.contradiction(obama, "president", "US", "2018-05-01")
    assert other is not None and other.person.endswith("donald-trump")
    assert known.contradiction(obama, "president", "US", "2012-05-01") is None
    assert known.contradiction(obama, "president", "US", None) is None
    assert known.contradiction(None, "president", "US", "2018-05-01") is None


def test_namesake_of_one_long_dead(known: KnownPeople) -> None:
    senator = Bearer("a", "k", "جون كينيدي", None, frozenset({("member-of-parliament", "US")}), None, "2018-05-01")
    president = Bearer("a", "k", "جون كينيدي", None, frozenset({("president", "US")}), None, "2018-05-01")
    assert known.find(senator) is None
    assert known.find(president) is not None


def test_conflict_stands_in_the_graph_with_both_sources(tmp_path: Path) -> None:
    row = {"id": "a", "published": "2018-05-01", "text": "قال الرئيس الأميركي باراك أوباما إن القوات الأميركية باقية."}
    (tmp_path / "in.jsonl").write_text(json.dumps(row), encoding="utf-8")
    build([str(tmp_path / "in.jsonl")], tmp_path / "out", Options(page=False))
    graph = rdflib.Graph()
    graph.parse(tmp_path / "out" / "graph.ttl")
    holding = next(graph.subjects(rdflib.RDF.type, KG.RoleHolding))
    assert "donald-trump" in str(graph.value(holding, KG.conflict))
    assert graph.value(holding, KG.conflictsWith) and graph.value(holding, KG.evidence)
