"""The shipped questions: SPARQL with parameters, each described in Arabic and English by the comments it begins with.

A parameter is a variable of the query that may be bound: ``# param: force Force`` names it and says what it takes;
``required`` may follow. A line ``#if force: ...`` counts only where the parameter has a value. Entities, roles and
classes are found by any of their names, folded, in Arabic or English.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import resources
from pathlib import Path

import pyoxigraph as ox

from kg.asking.graph_store import Askable
from kg.asking.guard import PREFIXES, QueryError
from kg.asking.names import TERMS, find_entity, find_term
from kg.edtf import bounds

_HEADER = re.compile(r"^# (ar|en|param|example|answer): (.*)$", re.MULTILINE)
_XSD = PREFIXES["xsd"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a question takes.

    ``takes`` is a class of entity (``Force``), ``any``, ``role``, ``class``, ``date-start``, ``date-end``, ``number``
    or ``iri``.
    """

    name: str
    takes: str
    required: bool


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the library; ``answer`` is the first row of what its ``example`` gives on the sample."""

    name: str
    arabic: str
    english: str
    example: str
    answer: str
    parameters: tuple[Parameter, ...]
    query: str


def questions() -> dict[str, Question]:
    """Return the shipped questions by name."""
    folder = Path(str(resources.files("kg"))) / "queries"
    return {path.stem: _question(path) for path in sorted(folder.glob("*.rq"))}


def find_question(name: str) -> Question:
    """Return the question called ``name``; raises QueryError that suggests the nearest."""
    known = questions()
    if name not in known:
        near = get_close_matches(name, known, n=1, cutoff=0.5)
        hint = f"did you mean {near[0]}? " if near else ""
        raise QueryError(f"no question called {name}; {hint}kg query --list shows them")
    return known[name]


def _question(path: Path) -> Question:
    text = path.read_text(encoding="utf-8")
    found = _HEADER.findall(text)
    one = dict(found)
    parameters = tuple(_parameter(value) for key, value in found if key == "param")
    return Question(path.stem, one["ar"], one["en"], one["example"], one.get("answer", ""), parameters, text)


def _parameter(text: str) -> Parameter:
    name, takes, *rest = text.split()
    return Parameter(name, takes, "required" in rest)


def bind(question: Question, values: dict[str, str], graph: Askable) -> dict[str, str]:
    """Return the N-Triples terms for ``values`` (by parameter name), names looked up in ``graph``.

    Raises QueryError for an unknown or missing parameter, and for a name that the graph does not know, with the
    nearest.
    """
    known = {parameter.name: parameter for parameter in question.parameters}
    for name in values:
        if name not in known:
            takes = ", ".join(f"--{p}" for p in known) or "no parameters"
            raise QueryError(f"{question.name} has no --{name}; it takes {takes}")
    for parameter in question.parameters:
        if parameter.required and parameter.name not in values:
            raise QueryError(f"{question.name} needs --{parameter.name}; for example: {question.example}")
    return {name: _term(known[name], value, graph) for name, value in values.items()}


def _term(parameter: Parameter, value: str, graph: Askable) -> str:
    if made := _TERMS.get(parameter.takes):
        return made(value)
    find = find_term if parameter.takes in TERMS else find_entity
    return str(ox.NamedNode(find(graph, value, parameter.takes)))


def _day(value: str, *, last: bool) -> str:
    first_day, last_day = bounds(value)
    day = last_day if last else first_day
    if day is None:
        raise QueryError(f"{value!r} is no date: write it as 2021, 2021-07 or 2021-07-29")
    return str(ox.Literal(day.isoformat(), datatype=ox.NamedNode(_XSD + "date")))


def _number(value: str) -> str:
    if not re.fullmatch(r"\d+(\.\d+)?", value):
        raise QueryError(f"{value!r} is no number")
    return str(ox.Literal(value, datatype=ox.NamedNode(_XSD + "decimal")))


def _iri(value: str) -> str:
    try:
        return str(ox.NamedNode(value))
    except ValueError:
        raise QueryError(f"{value!r} is no IRI") from None


_TERMS: dict[str, Callable[[str], str]] = {
    "date-start": lambda value: _day(value, last=False),
    "date-end": lambda value: _day(value, last=True),
    "number": _number,
    "iri": _iri,
}
