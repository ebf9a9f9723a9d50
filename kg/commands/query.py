"""``kg query``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from kg.asking.graph_store import Askable
    from kg.asking.results import Answer

FORMATS = click.Choice(["table", "csv", "tsv", "json", "ttl"])


@click.command("query", context_settings={"ignore_unknown_options": True})
@click.argument("query", required=False)
@click.argument("parameters", nargs=-1, type=click.UNPROCESSED)
@click.option(
    "--graph", "source", default="output", show_default=True, help="A built folder, a graph file, or an endpoint."
)
@click.option(
    "--output",
    "form",
    type=FORMATS,
    help="How to write the answer. Default: a table in a terminal, CSV in a pipe, Turtle for triples.",
)
@click.option("--list", "listing", is_flag=True, help="Show the shipped questions, what they take and an example.")
@click.option("--show", is_flag=True, help="Print the question's SPARQL instead of asking it.")
@click.option(
    "--timeout", type=click.FloatRange(0.1), default=10.0, show_default=True, help="Seconds a query may take."
)
@click.option("--memory", type=click.IntRange(64), default=1024, show_default=True, help="Megabytes a query may take.")
def command(
    query: str | None,
    parameters: tuple[str, ...],
    source: str,
    form: str | None,
    listing: bool,
    show: bool,
    timeout: float,
    memory: int,
) -> None:
    """Ask the graph a shipped question, or SPARQL.

    QUERY is the name of a shipped question with its parameters, SPARQL 1.1 text, a .rq file, or - for standard input.

    \b
    Examples:
      kg query --list
      kg query roles --country Iraq
      kg query said-about --force "القوات الأميركية" --from 2021-01 --to 2021-12
      kg query 'SELECT ?name { ?p a kg:Person ; skos:prefLabel ?name }' --output csv
      kg query around --entity "مصطفى الكاظمي" > around.ttl
      kg query speakers --graph http://127.0.0.1:7878/query

    Questions find people, countries and forces by any of their names, in Arabic or English. The usual prefixes (kg,
    role, id, skos, xsd, ...) need no declaration. A query only reads: SERVICE, FROM, LOAD and updates are refused.
    """
    from kg.asking.graph_store import Limits, open_graph
    from kg.asking.guard import QueryError

    if listing:
        click.echo(_listing())
        return
    if query is None:
        raise click.UsageError("say what to ask: SPARQL, a .rq file, - or a question's name (kg query --list)")
    try:
        if show:
            click.echo(_text(query, parameters), nl=False)
            return
        _tell(_ask(query, parameters, open_graph(source, Limits(timeout, memory << 20))), form)
    except QueryError as error:
        raise click.ClickException(str(error)) from None


def _ask(query: str, parameters: tuple[str, ...], graph: Askable) -> Answer:
    from kg.asking.questions import bind, find_question

    if _is_text(query):
        return graph.ask(_text(query, parameters))
    question = find_question(query)
    return graph.ask(question.query, bind(question, _pairs(parameters), graph))


def _is_text(query: str) -> bool:
    return query == "-" or query.endswith(".rq") or any(mark in query for mark in "{ \n")


def _text(query: str, parameters: tuple[str, ...]) -> str:
    from kg.asking.guard import QueryError
    from kg.asking.questions import find_question

    if not _is_text(query):
        return find_question(query).query
    if parameters:
        raise QueryError(f"what is {parameters[0]}? Only shipped questions take parameters")
    if query == "-":
        return sys.stdin.read()
    try:
        return Path(query).read_text(encoding="utf-8") if query.endswith(".rq") else query
    except OSError as error:
        raise QueryError(f"{query}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise QueryError(f"{query}: cannot be read: it is not UTF-8") from None


def _pairs(parameters: tuple[str, ...]) -> dict[str, str]:
    from kg.asking.guard import QueryError

    found: dict[str, str] = {}
    rest = list(parameters)
    while rest:
        name, equals, value = rest.pop(0).partition("=")
        if not name.startswith("--"):
            raise QueryError(f"what is {name}? A parameter is written --name value")
        if not equals and not rest:
            raise QueryError(f"{name} needs a value")
        found[name[2:]] = value if equals else rest.pop(0)
    return found


def _listing() -> str:
    from kg.asking.questions import questions

    entries = []
    for question in questions().values():
        takes = " ".join(f"--{p.name}" if p.required else f"[--{p.name}]" for p in question.parameters)
        lines = (question.arabic, question.english, question.example, f"→ {_cell(question.answer)}")
        entries.append("\n    ".join((f"{question.name} {takes}".rstrip(), *lines)))
    return "\n".join(entries)


def _tell(answer: Answer, form: str | None) -> None:
    from kg.asking.results import write

    rows = answer.yes is None and answer.triples is None
    if rows and (form == "table" or (form is None and sys.stdout.isatty())):
        _table(answer)
    else:
        usual = "csv" if answer.triples is None else "ttl"
        click.echo(write(answer, form or usual), nl=False)


def _table(answer: Answer) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(*answer.variables, show_lines=True)
    for row in answer.values():
        table.add_row(*(_cell(value) for value in row))
    console = Console()
    console.print(table, markup=False)
    console.print(f"{len(answer.rows)} rows", highlight=False)


def _cell(value: str | None) -> str:
    """A value for the terminal: control characters of an article would be commands there."""
    return "".join(c if c.isprintable() or c == "\n" else " " for c in value or "")
