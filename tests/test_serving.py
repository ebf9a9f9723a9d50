"""The endpoint, asked by the clients that people use, and by those who should not."""

from __future__ import annotations

import http.client
import re
import shlex
import shutil
import subprocess
import sys
import threading
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.asking.graph_store import Limits, open_graph
from kg.asking.guard import QueryError
from kg.asking.question_pages import answer_page
from kg.asking.questions import find_question, questions
from kg.asking.results import Answer
from kg.asking.serving import opened
from kg.cli import main
from tests.hostile import HOSTILE

PEOPLE = "SELECT (COUNT(DISTINCT ?p) AS ?n) { ?p a kg:Person }"
COUNT = "PREFIX kg: <https://khabar.example/ontology#> " + PEOPLE

OXIGRAPH = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
needs_extra = pytest.mark.skipif(OXIGRAPH is None, reason="the extra serve is not installed")


@contextmanager
def served(folder: Path, seconds: float) -> Iterator[str]:
    """Give the address at which the graph in ``folder`` is served while the block runs."""
    with opened(folder, 0, Limits(seconds)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    with served(built, 5) as found:
        yield found


def get(url: str, **headers: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=20) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def query(address: str, text: str) -> tuple[int, str]:
    return get(f"{address}/query?{urllib.parse.urlencode({'query': text})}")


@needs_extra
def test_real_clients_get_answers(address: str, built: Path) -> None:
    expected = int(open_graph(str(built)).ask(PEOPLE).values()[0][0] or 0)
    wrapper = pytest.importorskip("SPARQLWrapper").SPARQLWrapper(f"{address}/query", returnFormat="json")
    wrapper.setQuery(COUNT)
    assert int(wrapper.query().convert()["results"]["bindings"][0]["n"]["value"]) == expected
    pandas = pytest.importorskip("pandas")
    assert len(pandas.read_csv(f"{address}/questions/speakers?output=csv")) > 3
    assert open_graph(f"{address}/query").ask(PEOPLE).values() == [(str(expected),)]
    if curl := shutil.which("curl"):
        sent = [curl, "-sf", "-H", "Accept: text/csv", "--data-urlencode", f"query={COUNT}", f"{address}/query"]
        assert subprocess.run(sent, capture_output=True, check=True).stdout.split() == [b"n", str(expected).encode()]


@needs_extra
def test_shipped_questions_answer_over_the_endpoint_as_over_the_folder(address: str, built: Path) -> None:
    runner = CliRunner()
    arguments = ["query", "roles", "--country", "العراق", "--output", "csv", "--graph"]
    answers = [runner.invoke(main, [*arguments, place]) for place in (str(built), f"{address}/query")]
    assert answers[0].output == answers[1].output
    assert "الكاظمي" in answers[0].output


@needs_extra
def test_pages_are_there_offline(address: str) -> None:
    assert "yasgui" in get(f"{address}/")[1]
    assert "<html" in get(f"{address}/network")[1]
    assert "من يشغل أي منصب" in get(f"{address}/questions")[1]
    assert get(f"{address}/questions/nonsense")[0] == 400


@needs_extra
def test_the_query_page_sends_queries_here_and_asks_nobody_else(address: str) -> None:
    page = get(f"{address}/?query=SELECT")[1]
    assert "location.href" not in page
    assert 'href="/questions"' in page
    with urllib.request.urlopen(address, timeout=20) as answer:
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'self'")


@needs_extra
def test_every_question_is_a_form_whose_example_is_answered(address: str) -> None:
    page = get(f"{address}/questions")[1]
    for question in questions().values():
        assert f'action="/questions/{question.name}"' in page
        words = shlex.split(question.example)[3:]
        values = {name[2:]: value for name, value in zip(words[::2], words[1::2], strict=True)}
        form = values.get("output", "html")
        status, answer = get(f"{address}/questions/{question.name}?{urllib.parse.urlencode(values | {'output': form})}")
        assert status == 200
        assert ("<table>" in answer) == (form == "html")


def test_words_of_articles_are_no_markup_in_an_answer() -> None:
    rows = tuple(({"type": "literal", "value": text},) for text in HOSTILE)
    page = answer_page(find_question("speakers"), Answer(variables=("said",), rows=rows))
    tags = set(re.findall(r"<\s*/?\s*(\w+)", page))
    assert tags.isdisjoint({"script", "img", "iframe", "svg", "form", "b", "i", "object"})
    assert "table" in tags


@needs_extra
def test_the_usual_prefixes_need_no_declaration_and_reasons_are_one_line(address: str) -> None:
    assert query(address, PEOPLE)[0] == 200
    status, reason = query(address, "SELECT ?x ?n { ?x a kg:Person } GROUP BY ?x")
    assert (status, reason) == (400, "not SPARQL: The SELECT contains a variable that is unbound")
    assert get(f"{address}/questions/speakers?output=word")[1].startswith("no form called word; there are html")


@needs_extra
def test_heads_are_told_without_bodies(address: str) -> None:
    request = urllib.request.Request(f"{address}/questions", method="HEAD")
    with urllib.request.urlopen(request, timeout=20) as answer:
        assert answer.headers["Content-Type"].startswith("text/html")
        assert answer.read() == b""


@needs_extra
@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://192.0.2.1/> { ?s ?p ?o } }",
        "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
        "DROP ALL",
        "",
        "x",
    ],
)
def test_what_does_not_only_read_is_refused(address: str, text: str) -> None:
    assert query(address, text)[0] == 400


@needs_extra
@pytest.mark.parametrize("length", ["x", "-1", "99999999"])
def test_a_body_without_a_sensible_length_is_refused_at_once(address: str, length: str) -> None:
    connection = http.client.HTTPConnection(address.removeprefix("http://"), timeout=20)
    connection.request("POST", "/query", headers={"Content-Length": length})
    assert connection.getresponse().status == 403
    connection.close()


@needs_extra
def test_only_this_machine_is_served_and_nothing_is_written(address: str) -> None:
    assert get(f"{address}/network", Host="evil.example")[0] == 403
    for path in ("/update", "/store", "/"):
        request = urllib.request.Request(address + path, data=b"DROP ALL", method="POST")
        with pytest.raises(urllib.error.HTTPError, match="403"):
            urllib.request.urlopen(request, timeout=20)


def test_a_missing_graph_or_extra_is_said(tmp_path: Path, built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(QueryError, match=r"holds no graph\.nq"), opened(tmp_path, 0, Limits()):
        pass
    monkeypatch.setattr("shutil.which", lambda *_, **__: None)
    with pytest.raises(QueryError, match="khabar\\[serve\\]"), opened(built, 0, Limits()):
        pass
