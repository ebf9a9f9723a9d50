"""Whole builds: what every graph satisfies, whatever the order, the machine and the input."""

from __future__ import annotations

import csv
import gzip
import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib
from click.testing import CliRunner, Result

from kg.articles import read_articles
from kg.building import STATE, build
from kg.cli import main
from kg.graph import DCTERMS
from kg.lexicon import ontology_folder
from kg.namespaces import ONTOLOGY
from kg.outputs import reading, together
from kg.records import Article
from kg.sections import Sections
from kg.shapes import Graph, load_shapes, violations
from kg.terms import KG
from kg.verification import check_graph
from tests.conftest import ROOT

SAMPLE = ROOT / "data" / "articles"
FILES = ("graph.ttl", "graph.nq", "network.html")
NEWS = (
    "قال وزير الدفاع الأردني سالم العجارمة إن القوات الأردنية لن تنسحب من الحدود.\n\n"
    "وأضاف العجارمة أن الجيش سيبقى هناك حتى نهاية عام 2019. وقُتل ثلاثة جنود في هجوم يوم 5 مارس 2019.\n"
)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, built once."""
    folder = tmp_path_factory.mktemp("sample")
    build([str(SAMPLE)], folder)
    return folder


def kg(*arguments: object, stdin: bytes = b"") -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments], input=stdin)


# What every graph satisfies


def test_sample_is_sound(sample: Path) -> None:
    findings = check_graph(sample, None, ontology_folder())
    assert findings.sound, findings.examples
    assert findings.facts > 100 and findings.spans >= findings.facts


def test_evidence_is_there(sample: Path) -> None:
    raw = {a.identifier: a.raw for a in read_articles([str(SAMPLE)]) if isinstance(a, Article)}
    graph = rdflib.Graph()
    graph.parse(sample / "graph.ttl")
    found = 0
    for proof in graph.subjects(rdflib.RDF.type, KG.Evidence):
        article = graph.value(graph.value(proof, KG.article), rdflib.URIRef(DCTERMS + "identifier"))
        start, end = int(graph.value(proof, KG.start)), int(graph.value(proof, KG.end))
        assert raw[str(article)][start:end] == str(graph.value(proof, KG.exact))
        found += 1
    assert found > 100


def test_pyshacl_agrees_with_our_validator(sample: Path) -> None:
    from pyshacl import validate

    shapes = ontology_folder() / "shapes.ttl"
    conforms, _, report = validate(str(sample / "graph.ttl"), shacl_graph=str(shapes))
    assert conforms, report
    graph = Graph(ox.parse(path=str(sample / "graph.ttl"), format=ox.RdfFormat.TURTLE))
    assert not list(violations(graph, load_shapes(shapes)))


BROKEN = {
    "no evidence": "DELETE WHERE { ?fact kg:evidence ?e }",
    "two holders": "INSERT { ?r kg:holder ?other } WHERE { ?r a kg:RoleHolding . ?other a kg:Country }",
    "reversed span": "DELETE { ?e kg:end ?n } INSERT { ?e kg:end 0 } WHERE { ?e kg:end ?n }",
    "no label": "DELETE WHERE { ?person a kg:Person ; skos:prefLabel ?label }",
    "a status of no kind": 'DELETE { ?e kg:status ?s } INSERT { ?e kg:status "maybe" } WHERE { ?e kg:status ?s }',
    "about a person": "INSERT { ?s kg:about ?p } WHERE { ?s a kg:Statement . ?p a kg:Person }",
    "a code too long": 'DELETE { ?c kg:iso3166 ?o } INSERT { ?c kg:iso3166 "IRQ" } WHERE { ?c kg:iso3166 ?o }',
    "too sure": "DELETE { ?e kg:confidence ?c } INSERT { ?e kg:confidence 1.5 } WHERE { ?e kg:confidence ?c }",
    "two preferred labels": 'INSERT { ?p skos:prefLabel "آخر"@ar } WHERE { ?p a kg:Person }',
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_graph_is_found(sample: Path, name: str) -> None:
    from pyshacl import validate

    shapes = ontology_folder() / "shapes.ttl"
    graph = rdflib.Graph()
    graph.parse(sample / "graph.ttl")
    graph.update(BROKEN[name], initNs={"kg": ONTOLOGY, "skos": str(rdflib.SKOS)})
    ours = Graph(ox.parse(graph.serialize(format="nt").encode(), format=ox.RdfFormat.N_TRIPLES))
    assert list(violations(ours, load_shapes(shapes)))
    assert not validate(graph, shacl_graph=str(shapes))[0]


def test_quads_hold_what_turtle_holds(sample: Path) -> None:
    quads = {quad.triple for quad in ox.parse(path=str(sample / "graph.nq"), format=ox.RdfFormat.N_QUADS)}
    triples = {quad.triple for quad in ox.parse(path=str(sample / "graph.ttl"), format=ox.RdfFormat.TURTLE)}
    assert quads == triples
    assert not any(isinstance(term, ox.BlankNode) for triple in triples for term in (triple.subject, triple.object))


def test_terms_come_with_the_graph(sample: Path) -> None:
    graph = rdflib.Graph()
    graph.parse(sample / "graph.ttl")
    above = set(graph.transitive_subjects(rdflib.RDFS.subClassOf, KG.Event))
    for event in graph.subjects(rdflib.RDF.type, KG.Event):
        assert set(graph.objects(event, rdflib.RDF.type)) <= above
    for concept in set(graph.objects(None, KG.role)) | set(graph.objects(None, KG.stance)):
        assert graph.value(concept, rdflib.SKOS.prefLabel)


# The same bytes


def _bytes(folder: Path) -> list[bytes]:
    return [(folder / name).read_bytes() for name in FILES]


def test_same_bytes_for_any_order_and_environment(sample: Path, tmp_path: Path) -> None:
    files = sorted(str(path) for path in SAMPLE.glob("*.txt"))
    random.Random(3).shuffle(files)
    env = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C", "LANG": "C"}
    command = [sys.executable, "-m", "kg", "build", *files, "--output", str(tmp_path / "out"), "--workers", "2"]
    done = subprocess.run(command, env=env, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert _bytes(tmp_path / "out") == _bytes(sample)


def test_second_run_reads_nothing_and_changes_nothing(sample: Path) -> None:
    before = _bytes(sample)
    report = build([str(SAMPLE)], sample)
    assert report.new == 0 and report.unchanged and _bytes(sample) == before
    (sample / "graph.ttl").write_text("spoiled", encoding="utf-8")
    report = build([str(SAMPLE)], sample)
    assert report.new == 0 and not report.unchanged and _bytes(sample) == before


def test_changed_and_removed_articles(tmp_path: Path) -> None:
    source, grown, fresh = tmp_path / "in", tmp_path / "grown", tmp_path / "fresh"
    source.mkdir()
    for name, text in (
        ("a", NEWS),
        ("b", NEWS.replace("الأردني", "التونسي")),
        ("c", "أعلن الجيش وقف إطلاق النار يوم الأحد."),
    ):
        (source / f"{name}.txt").write_text(text, encoding="utf-8")
    assert build([str(source)], grown).new == 3
    (source / "b.txt").unlink()
    (source / "c.txt").write_text(NEWS.replace("سالم", "زياد"), encoding="utf-8")
    assert build([str(source)], grown).new == 1
    build([str(source)], fresh)
    assert _bytes(grown) == _bytes(fresh)


# Articles that change who is who, which event is one, and what repeats what in those that stay.
NEIGHBOURS = {
    "a": NEWS,
    "b": NEWS + "وأكد العجارمة أن الحوار مستمر مع دول الجوار كلها.\n",
    "c": "قال العجارمة إن القوات الأردنية باقية. وقُتل خمسة جنود في هجوم يوم 5 مارس 2019 في المفرق.\n",
    "d": "قُتل ستة جنود أردنيين في هجوم في المفرق يوم 5 مارس 2019، وفق وزارة الدفاع الأردنية.\n",
    "e": "أعلن وزير الدفاع العراقي سالم العجارمة وقف التعاون مع القوات الأميركية.\n",
    "f": "قال رئيس الوزراء الأردني سالم محمد العجارمة إن الجيش الأردني سينسحب عام 2020.\n",
}


def test_grown_graph_is_the_graph_of_what_it_holds(tmp_path: Path) -> None:
    draw, source, grown = random.Random(11), tmp_path / "in", tmp_path / "grown"
    source.mkdir()
    for step in range(6):
        for name, text in NEIGHBOURS.items():
            (source / f"{name}.txt").unlink(missing_ok=True)
            if step == 0 or draw.random() < 0.6:
                (source / f"{name}.txt").write_text(text, encoding="utf-8")
        build([str(source)], grown)
        build([str(source)], tmp_path / f"fresh{step}")
        assert _bytes(grown) == _bytes(tmp_path / f"fresh{step}")


def test_unchanged_sections_are_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    for number in range(5):
        text = NEWS.replace("سالم", f"سالم {'أبتثج'[number] * 3}")
        (source / f"{number}.txt").write_text(text, encoding="utf-8")
    build([str(source)], out)
    (source / "new.txt").write_text("أعلن الجيش وقف إطلاق النار يوم الأحد.", encoding="utf-8")
    made: list[str] = []
    article = Sections.article
    monkeypatch.setattr(
        Sections, "article", lambda self, facts: (made.append(facts.article.identifier), article(self, facts))[1]
    )
    build([str(source)], out)
    assert made == ["new"]


def test_no_clock_host_or_path(sample: Path) -> None:
    for data in _bytes(sample)[:2]:
        assert str(ROOT).encode() not in data and str(sample).encode() not in data


# All or nothing


def _publish(folder: Path, **files: str) -> None:
    with together(folder) as new:
        for name, text in files.items():
            (new.folder / name).write_text(text, encoding="utf-8")


def _texts(folder: Path) -> dict[str, str]:
    with reading(folder):
        return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir()) if path.is_file()}


def test_interrupted_run_leaves_the_old(tmp_path: Path) -> None:
    _publish(tmp_path, a="old")
    with pytest.raises(KeyboardInterrupt), together(tmp_path) as new:
        (new.folder / "a").write_text("new", encoding="utf-8")
        raise KeyboardInterrupt
    assert _texts(tmp_path) == {"a": "old"}


@pytest.mark.parametrize("moved", range(7))
def test_killed_at_any_rename(tmp_path: Path, moved: int) -> None:
    """A process that dies before its first, second ... rename: whoever reads next finds the files of one run."""
    _publish(tmp_path, a="old", b="old", c="old", d="old")
    program = f"""
import os, pathlib
from tests.test_build import _publish
rename, left = pathlib.Path.replace, [{moved}]
def replace(path, target):
    if not left[0]:
        os._exit(9)
    left[0] -= 1
    return rename(path, target)
pathlib.Path.replace = replace
_publish(pathlib.Path({str(tmp_path)!r}), a="new", b="new", c="new")
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False)
    assert done.returncode == (9 if moved < 5 else 0)
    new = {"a": "new", "b": "new", "c": "new"}
    assert _texts(tmp_path) == ({"a": "old", "b": "old", "c": "old", "d": "old"} if moved == 0 else new)
    _publish(tmp_path, a="newer")
    assert _texts(tmp_path) == {"a": "newer"}


def test_one_build_at_a_time(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NEWS, encoding="utf-8")
    with together(tmp_path / "out"):
        result = kg("build", tmp_path / "a.txt", "--output", tmp_path / "out")
    assert result.exit_code == 1 and "another build" in result.output


def test_spoiled_memory_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NEWS, encoding="utf-8")
    build([str(tmp_path / "a.txt")], tmp_path / "out")
    before = _bytes(tmp_path / "out")
    (tmp_path / "out" / STATE / "facts.db").write_bytes(b"no database at all" * 100)
    (tmp_path / "out" / "graph.nq").unlink()
    assert build([str(tmp_path / "a.txt")], tmp_path / "out").new == 1
    assert _bytes(tmp_path / "out") == before


# Formats


def test_formats(sample: Path, tmp_path: Path) -> None:
    names = ("trig", "nt", "jsonld", "graphml", "gexf", "csv")
    options = [part for name in names for part in ("--format", name)]
    assert kg("export", sample, *options, "--output", tmp_path).exit_code == 0
    whole = rdflib.Graph()
    whole.parse(sample / "graph.ttl")
    again = rdflib.Graph()
    again.parse(tmp_path / "graph.nt")
    assert len(again) == len(whole)
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(tmp_path / "graph.trig")
    assert len(dataset) == len(whole)
    for name in ("roles", "statements", "events"):
        rows = list(csv.DictReader((tmp_path / f"{name}.csv").open(encoding="utf-8-sig")))
        assert len(rows) > 10
        assert all(row["published"] and row["sentence"] and float(row["confidence"]) <= 1 for row in rows)
    import networkx as nx

    assert len(nx.read_graphml(tmp_path / "graph.graphml")) == len(nx.read_gexf(tmp_path / "graph.gexf")) > 50
    assert "lastmodified" not in (tmp_path / "graph.gexf").read_text(encoding="utf-8")
    assert kg("export", sample, "--format", "word").exit_code == 1
    (tmp_path / "file").touch()
    result = kg("export", sample, "--format", "nt", "--output", tmp_path / "file")
    assert result.exit_code == 1 and "is a file" in result.output


@pytest.mark.parametrize("text", ["=cmd()", "+1+cmd", "-2+3", "@x", "\t=1", "\u200f=1", "|x", "%0A"])
def test_no_cell_is_a_formula(text: str) -> None:
    from kg.formats import safe_cell

    assert safe_cell(text).startswith("'")


@pytest.mark.parametrize("text", ["2021-07-29", "-5", "العراق", "3.5"])
def test_plain_cells_stay(text: str) -> None:
    from kg.formats import safe_cell

    assert safe_cell(text) == text


# Repeated articles


def test_repeated_article_keeps_facts_once(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(NEWS, encoding="utf-8")
    build([str(tmp_path)], tmp_path / "out")
    graph = rdflib.Graph()
    graph.parse(tmp_path / "out" / "graph.ttl")
    statements = list(graph.subjects(rdflib.RDF.type, KG.Statement))
    assert statements and all(len(list(graph.objects(s, KG.evidence))) == 2 for s in statements)
    assert len(list(graph.subject_objects(KG.duplicateOf))) == 1
    assert check_graph(tmp_path / "out", None, ontology_folder()).sound


def test_one_name_with_two_texts(tmp_path: Path) -> None:
    rows = [{"id": "x", "text": NEWS}, {"id": "x", "text": NEWS.replace("سالم", "زياد")}, {"id": "x", "text": NEWS}]
    (tmp_path / "in.jsonl").write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    assert build([str(tmp_path / "in.jsonl")], tmp_path / "out").articles == 2
    assert check_graph(tmp_path / "out", None, ontology_folder()).sound


def test_long_names_of_rows_stay_whole(tmp_path: Path) -> None:
    names = {"row-" + "0" * 250 + end for end in ("a", "b")}
    rows = [{"id": name, "text": NEWS.replace("سالم", name[-1])} for name in sorted(names)]
    (tmp_path / "in.jsonl").write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    build([str(tmp_path / "in.jsonl")], tmp_path / "out")
    graph = rdflib.Graph()
    graph.parse(tmp_path / "out" / "graph.ttl")
    assert {str(name) for name in graph.objects(None, rdflib.DCTERMS.identifier)} == names


# What must not hurt


def _bad() -> Iterator[tuple[str, bytes, str]]:
    yield "empty.txt", b"", "empty"
    yield "blank.txt", b" \n\t ", "empty"
    yield "latin.txt", b"No Arabic at all.", "no Arabic"
    yield "program.txt", b"\x7fELF\x02\x01\x01" + bytes(100), "program"
    yield "picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(100), "picture"
    yield "report.txt", b"%PDF-1.7 \n%\xe2\xe3", "PDF"
    yield "office.txt", b"PK\x03\x04" + bytes(50), "ZIP"
    yield "noise.txt", bytes(range(1, 32)) * 40, "binary"
    yield "cut.txt.gz", gzip.compress(NEWS.encode())[:60], "cannot be read"
    yield "rows.jsonl", b'{"id": 1, "text": 5}\n[1]\nnull\n{"id": \n' + b"[" * 100_000, "text"
    yield "table.csv", b"a,b\n1,2\n", "column"


@pytest.mark.parametrize(
    ("name", "data", "reason"), list(_bad()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_bad_file_is_skipped_and_said(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / name).write_bytes(data)
    (tmp_path / "in" / "good.txt").write_text(NEWS, encoding="utf-8")
    result = kg("build", tmp_path / "in", "--output", tmp_path / "out", "--no-page")
    assert result.exit_code == 3, result.output
    assert reason in result.output and f"skipped {tmp_path / 'in' / name}" in result.output
    assert json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))["articles"] == 1
    (tmp_path / "in" / "good.txt").unlink()
    result = kg("build", tmp_path / "in", "--output", tmp_path / "out2")
    assert (
        result.exit_code == 1 and "nothing to build" in result.output and not (tmp_path / "out2" / "graph.ttl").exists()
    )


ENCODED: dict[str, Any] = {
    "utf-8-sig": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "utf-16": lambda text: text.encode("utf-16"),
    "utf-16-le": lambda text: text.encode("utf-16-le"),
    "utf-16-be": lambda text: text.encode("utf-16-be"),
    "utf-32": lambda text: text.encode("utf-32"),
    "cp1256": lambda text: text.encode("cp1256"),
    "iso8859-6": lambda text: text.encode("iso8859-6"),
    "cut utf-8": lambda text: text.encode()[:-3] + b"\xd9",
    "utf-8 saved twice": lambda text: text.encode().decode("latin-1").encode(),
    "mixed lines": lambda text: text.encode() + b"\n" + "قال الجيش ذلك".encode("cp1256"),
    "gzip": lambda text: gzip.compress(text.encode()),
    "crlf": lambda text: text.replace("\n", "\r\n").encode(),
    "surrogates": lambda text: text.encode() + b"\xed\xa0\xbd\xed\xb8\x80",
}


@pytest.mark.parametrize("encoding", ENCODED)
def test_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(ENCODED[encoding](NEWS))
    found = [item for item in read_articles([str(tmp_path)]) if isinstance(item, Article)]
    assert len(found) == 1 and "وزير الدفاع الأردني سالم العجارمة" in found[0].raw


def test_wrong_calls(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    for arguments, words in (
        ((tmp_path / "empty", "--output", tmp_path / "o"), "no article"),
        ((tmp_path / "missing", "--output", tmp_path / "o"), "no such file"),
        ((SAMPLE, "--output", tmp_path / "file"), "is a file"),
        ((SAMPLE, "--output", SAMPLE), "is a source"),
        ((SAMPLE, "--output", tmp_path / "o", "--ontology", tmp_path / "empty"), "holds no ontology"),
    ):
        result = kg("build", *arguments)
        assert result.exit_code == 1 and words in result.output, result.output
    assert kg("build").exit_code == 2
    assert kg("build", SAMPLE, "--base", "not an iri").exit_code == 2


def test_links_pipes_and_names(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (tmp_path / "outside.txt").write_text(NEWS, encoding="utf-8")
    (folder / "out.txt").symlink_to(tmp_path / "outside.txt")
    (folder / "loop").symlink_to(folder)
    os.mkfifo(folder / "pipe.txt")
    for name in ("a\nb.txt", "-x.txt", "\u202egnp.txt", "é.txt", "e\u0301.txt", os.fsdecode(b"\xff\xfe.txt")):
        (folder / name).write_text(NEWS.replace("سالم", f"سالم {name[:1]}"), encoding="utf-8", errors="replace")
    result = kg("build", folder, "--output", tmp_path / "out", "--no-page")
    assert result.exit_code == 3
    assert "leads out of the folder" in result.output and "not a regular file" in result.output
    assert json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))["articles"] == 6
    assert check_graph(tmp_path / "out", None, ontology_folder()).sound


HOSTILE = [
    '"""', "\\", "\\u0022", "> <http://evil/p> <http://evil/o> . <", "} ; DROP ALL #", "<script>alert(1)</script>",
    "{{7*7}}", "../../etc/passwd", "\x00", "\u0085", "\u202e", "\ud800", "\ufdfa", "%ZZ", "javascript:alert(1)",
    "a\nb", "\x1b[31m",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_hostile_text_stays_text(tmp_path: Path, text: str) -> None:
    article = f"{text}\n{NEWS}قال المتحدث {text} سامي {text} العبدلي: «{text} انسحبت القوات»."
    row = {"id": f"x{text}", "text": article, "title": text, "publisher": text, "url": f"http://x/{text}"}
    (tmp_path / "in.jsonl").write_text(json.dumps(row), encoding="utf-8")
    build([str(tmp_path / "in.jsonl")], tmp_path / "out")
    graph = rdflib.Graph()
    graph.parse(tmp_path / "out" / "graph.ttl")
    assert len(graph) == len(set(ox.parse(path=str(tmp_path / "out" / "graph.ttl"), format=ox.RdfFormat.TURTLE)))
    assert not any(
        str(term).startswith("http://evil") for triple in graph for term in triple if isinstance(term, rdflib.URIRef)
    )
    assert check_graph(tmp_path / "out", None, ontology_folder()).sound
