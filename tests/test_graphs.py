"""A case is a folder: articles, and the graph that they must give. Graphs are compared by isomorphism, never as text.

Compared is what the graph says of people, facts and evidence; not the terms of the ontology that it carries, and not
which rule fired with what confidence. ``KHABAR_WRITE_EXPECTED=1 pytest tests/test_graphs.py`` writes the graphs anew.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import rdflib
from rdflib.compare import graph_diff, isomorphic, to_isomorphic

from kg.building import Options, build
from kg.namespaces import ONTOLOGY, RESOURCES
from kg.terms import KG
from tests.conftest import ROOT

FOLDERS = sorted((ROOT / "tests" / "graphs").iterdir())
STANDS = {KG.position, KG.supports, KG.opposes, KG.neutralTowards}
LEFT_OUT = STANDS | {KG.rule, KG.confidence, KG.version, rdflib.PROV.wasGeneratedBy, rdflib.PROV.used}


def told(path: Path) -> rdflib.Graph:
    """Return what the graph in ``path`` says of resources of its own."""
    whole, kept = rdflib.Graph(), rdflib.Graph()
    whole.parse(path)
    names = {node: rdflib.URIRef(str(node).rsplit("-", 1)[0]) for node in whole.subjects(rdflib.RDF.type, KG.Evidence)}
    for subject, predicate, value in whole:
        if str(subject).startswith(RESOURCES) and predicate not in LEFT_OUT and "/build/" not in str(subject):
            kept.add((names.get(subject, subject), predicate, names.get(value, value)))
    return kept


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_graph(folder: Path, tmp_path: Path) -> None:
    build([str(folder / "articles")], tmp_path, Options(page=False))
    found = told(tmp_path / "graph.ttl")
    expected = folder / "expected.ttl"
    if os.environ.get("KHABAR_WRITE_EXPECTED"):
        for prefix, name in (("kg", ONTOLOGY), ("id", RESOURCES)):
            found.bind(prefix, name)
        expected.write_text(found.serialize(format="turtle"), encoding="utf-8")
    wanted = rdflib.Graph()
    wanted.parse(expected)
    _, missing, unwanted = graph_diff(to_isomorphic(wanted), to_isomorphic(found))
    assert isomorphic(wanted, found), f"missing:\n{missing.serialize()}\nunwanted:\n{unwanted.serialize()}"


def test_cases_are_there() -> None:
    assert FOLDERS
