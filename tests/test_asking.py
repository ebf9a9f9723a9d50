"""Asking the graph: what is refused, what is answered, and in which form."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from click.testing import CliRunner

from kg.asking.graph_store import Limits, open_graph
from kg.asking.guard import QueryError, check
from kg.asking.questions import bind, find_question, questions
from kg.asking.results import write
from kg.asking.serving import opened
from kg.cli import main
from tests.conftest import cases
from tools.make_answers import answer_of

EVERYTHING = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.mark.parametrize("case", cases("refused"))
def test_what_does_not_only_read_is_refused(case: dict[str, str]) -> None:
    with pytest.raises(QueryError, match=case["reason"]):
        check(case["query"])


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s ?p ?o }",
        "SELECT * { ?s kg:service 'FROM SERVICE' ; ?from <http://x/service> } # SERVICE",
        "ASK { GRAPH ?g { ?service a kg:Article } }",
        "CONSTRUCT { ?s a kg:Event } WHERE { ?s a kg:Event }",
        "DESCRIBE <https://khabar.example/id/country/IQ>",
    ],
)
def test_reading_queries_pass_whatever_their_names(query: str) -> None:
    check(query)


@pytest.mark.parametrize("case", cases("wrong_queries"))
def test_a_wrong_query_is_answered_with_place_and_reason(case: dict[str, str]) -> None:
    with pytest.raises(QueryError) as error:
        check(case["query"])
    assert str(error.value) == case["told"]


@pytest.mark.parametrize("case", cases("questions"))
def test_each_question_answers_on_the_sample(case: dict[str, Any], built: Path) -> None:
    graph = open_graph(str(built))
    question = find_question(case["question"])
    rows = graph.ask(question.query, bind(question, case["parameters"], graph)).values()
    wanted = case["row"]
    if not wanted:
        assert rows == []
        return
    assert any(all(any(word in (cell or "") for cell in row) for word in wanted) for row in rows), rows


def test_every_question_is_described_and_tested() -> None:
    tested = {case.values[0]["question"] for case in cases("questions")} | {"around"}
    assert set(questions()) == tested
    assert all(q.arabic and q.english and q.example.startswith("kg query") for q in questions().values())
    assert len(tested) >= 20


@pytest.mark.parametrize("name", sorted(questions()))
def test_the_listed_answer_is_what_the_example_gives(name: str, built: Path) -> None:
    question = find_question(name)
    assert question.answer == answer_of(question, open_graph(str(built)))


def test_the_network_around_an_entity_is_a_graph(built: Path) -> None:
    graph = open_graph(str(built))
    question = find_question("around")
    answer = graph.ask(question.query, bind(question, {"entity": "الكاظمي"}, graph))
    turtle = write(answer, "ttl")
    assert "مصطفى الكاظمي" in turtle
    assert list(ox.parse(turtle, format=ox.RdfFormat.TURTLE))


def test_names_are_found_by_any_spelling_and_language(built: Path) -> None:
    graph = open_graph(str(built))
    question = find_question("roles")
    spellings = ["العراق", "عراق", "Iraq", "IQ"]
    assert len({bind(question, {"country": name}, graph)["country"] for name in spellings}) == 1


@pytest.mark.parametrize(
    ("question", "parameter", "names"),
    [
        ("events", "kind", ["Meeting", "meeting", "اجتماع"]),
        ("roles", "role", ["prime-minister", "Prime Minister", "رئيس الوزراء", "رييس الوزراء"]),
    ],
)
def test_terms_are_found_by_name_in_both_languages(
    question: str, parameter: str, names: list[str], built: Path
) -> None:
    graph = open_graph(str(built))
    assert len({bind(find_question(question), {parameter: name}, graph)[parameter] for name in names}) == 1


def test_unknown_names_suggest_the_nearest(built: Path) -> None:
    graph = open_graph(str(built))
    with pytest.raises(QueryError, match="did you mean said-about"):
        find_question("said-abuot")
    with pytest.raises(QueryError, match="near it"):
        bind(find_question("said-about"), {"force": "القوت الأميركية"}, graph)
    with pytest.raises(QueryError, match="no kind of event called Meating; near it: Meeting"):
        bind(find_question("events"), {"kind": "Meating"}, graph)
    with pytest.raises(QueryError, match="it takes --country"):
        bind(find_question("roles"), {"planet": "x"}, graph)
    with pytest.raises(QueryError, match="needs --country"):
        bind(find_question("succession"), {}, graph)
    with pytest.raises(QueryError, match="no date"):
        bind(find_question("events"), {"from": "yesterday"}, graph)


def test_a_query_that_runs_too_long_or_grows_too_large_is_stopped(built: Path) -> None:
    with pytest.raises(QueryError, match="stopped after 1 seconds"):
        open_graph(str(built), Limits(seconds=1)).ask(EVERYTHING + " LIMIT 100000000000")
    with pytest.raises(QueryError, match="memory"):
        open_graph(str(built), Limits(seconds=60, memory=150 << 20)).ask(EVERYTHING + " ORDER BY ?a")
    assert open_graph(str(built)).ask("ASK { ?s a kg:Person }").yes is True


def test_a_value_cannot_leave_its_place_in_the_query(built: Path) -> None:
    graph = open_graph(str(built))
    for value in ("x> } ; DROP ALL #", 'a" . ?s ?p ?o', "a b"):
        with pytest.raises(QueryError):
            bind(find_question("evidence"), {"this": value}, graph)
        with pytest.raises(QueryError):
            bind(find_question("roles"), {"role": value}, graph)


def test_answers_in_every_form(built: Path, tmp_path: Path) -> None:
    query = "SELECT ?name { ?p a kg:Person ; skos:prefLabel ?name FILTER(LANG(?name) = 'ar') } ORDER BY ?name"
    (tmp_path / "people.rq").write_text(query, encoding="utf-8")
    runner = CliRunner()

    def ask(*arguments: str, **more: Any) -> str:
        result = runner.invoke(main, ["query", "--graph", str(built), *arguments], **more)
        assert result.exit_code == 0, result.output
        return result.output

    names = [row["name"] for row in csv.DictReader(ask(query).splitlines())]
    assert "جو بايدن" in names
    assert ask(str(tmp_path / "people.rq")) == ask("-", input=query) == ask(query)
    found = json.loads(ask(query, "--output", "json"))
    assert [row["name"]["value"] for row in found["results"]["bindings"]] == names
    assert ask(query, "--output", "tsv").splitlines()[1].endswith("@ar")
    assert "جو بايدن" in ask(query, "--output", "table")
    assert ask("ASK { ?s a kg:Person }") == "true\n"


def test_a_graph_file_answers_like_the_folder(built: Path) -> None:
    query = "SELECT (COUNT(*) AS ?n) { ?s a kg:Statement }"
    folder = open_graph(str(built)).ask(query).values()
    assert folder == open_graph(str(built / "graph.ttl")).ask(query).values()
    assert folder == open_graph(str(built / "graph.nq")).ask(query).values()


def test_a_folder_that_cannot_be_written_is_asked_all_the_same(built: Path, tmp_path: Path) -> None:
    for name in ("graph.nq", "graph.ttl"):
        (tmp_path / name).symlink_to(built / name)
    (tmp_path / ".store").touch()  # stands where the store would be made
    query = "SELECT (COUNT(*) AS ?n) { ?s a kg:Statement }"
    assert open_graph(str(tmp_path)).ask(query).values() == open_graph(str(built)).ask(query).values()
    with pytest.raises(QueryError, match="cannot be kept there"), opened(tmp_path, 0, Limits()):
        pass


def test_cells_that_a_spreadsheet_would_run_are_defused(tmp_path: Path) -> None:
    (tmp_path / "g.ttl").write_text('<http://a/b> <http://a/c> "=cmd()", "-5", "+x" .', encoding="utf-8")
    text = write(open_graph(str(tmp_path / "g.ttl")).ask("SELECT ?o { ?s ?p ?o } ORDER BY ?o"), "csv")
    assert text.splitlines()[1:] == ["'+x", "-5", "'=cmd()"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["query"], "say what to ask"),
        (["query", "roles", "--graph", "/nonexistent"], "no such graph"),
        (["query", "nonsense"], "no question called"),
        (["query", "roles", "stray"], "what is stray"),
        (["query", "roles", "--country"], "needs a value"),
        (["query", "missing.rq"], "cannot be read: No such file"),
        (["query", "- ", "--graph", "README.md"], "not a graph file"),
        (["query", "SELECT * { ?s ?p ?o }", "--output", "ttl"], "choose --output table, csv, tsv or json"),
        (["query", "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "--output", "csv"], "choose --output ttl"),
        (["query", "SELECT ?x ?n { ?x a kg:Person } GROUP BY ?x"], "contains a variable that is unbound"),
        (["query", "roles", "--graph", "http://127.0.0.1:9/query"], "no answer: [Errno 111] Connection refused"),
        (["explain", ""], "no such file, no IRI and no sentence"),
        (["explain", "http://bad iri"], "'http://bad iri' is no IRI"),
        (["explain", "/dev/null"], "(not a regular file)"),
    ],
)
def test_errors_are_one_line_and_say_what_to_do(arguments: list[str], said: str, built: Path) -> None:
    if "--graph" not in arguments:
        arguments = [arguments[0], "--graph", str(built), *arguments[1:]]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code != 0
    assert said in result.output
    assert "Traceback" not in result.output
