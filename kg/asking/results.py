"""Answers: rows, a yes or no, or triples, and how they are written."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox

from kg.asking.guard import PREFIXES, QueryError

_TRIPLE = ("subject", "predicate", "object")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gives.

    ``variables`` and ``rows`` for SELECT (a cell is a SPARQL JSON term or None), ``yes`` for ASK, ``triples``
    (N-Triples) for CONSTRUCT and DESCRIBE.
    """

    variables: tuple[str, ...] = ()
    rows: tuple[tuple[dict[str, str] | None, ...], ...] = ()
    yes: bool | None = None
    triples: bytes | None = None

    def values(self) -> list[tuple[str | None, ...]]:
        """Return the rows as plain text."""
        return [tuple(cell["value"] if cell else None for cell in row) for row in self.rows]

    def rows_by_name(self) -> list[dict[str, str | None]]:
        """Return the rows with their variables; of ASK one row, of triples one each."""
        if self.yes is not None:
            return [{"answer": str(self.yes).lower()}]
        if self.triples is not None:
            parsed = sorted(ox.parse(self.triples, format=ox.RdfFormat.N_TRIPLES), key=str)
            return [{part: _value(getattr(quad, part)) for part in _TRIPLE} for quad in parsed]
        return [dict(zip(self.variables, row, strict=True)) for row in self.values()]


def _value(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    return str(term) if isinstance(term, ox.Triple) else term.value


def read_answer(data: bytes) -> Answer:
    """Return the answer written by the worker."""
    if not data.startswith(b"{"):
        return Answer(triples=data)
    found = json.loads(data)
    if "boolean" in found:
        return Answer(yes=found["boolean"])
    names = tuple(found["head"]["vars"])
    rows = tuple(tuple(row.get(name) for name in names) for row in found["results"]["bindings"])
    return Answer(variables=names, rows=rows)


def write(answer: Answer, form: str) -> str:
    """Return ``answer`` as ``csv``, ``tsv``, ``json`` or ``ttl`` text; ``table`` is the terminal's affair.

    Raises QueryError where what was asked for has no such form: triples are Turtle, rows are not.
    """
    if (form == "ttl") != (answer.triples is not None):
        wanted = "ttl" if answer.triples is not None else "table, csv, tsv or json"
        raise QueryError(f"this answer cannot be written as {form}: choose --output {wanted}")
    if answer.triples is not None:
        return _turtle(answer.triples)
    if answer.yes is not None:
        return json.dumps({"boolean": answer.yes}) + "\n" if form == "json" else f"{str(answer.yes).lower()}\n"
    return {"csv": _csv, "tsv": _tsv, "json": _json}[form](answer)


def _turtle(triples: bytes) -> str:
    parsed = sorted(ox.parse(triples, format=ox.RdfFormat.N_TRIPLES), key=str)
    written = ox.serialize((quad.triple for quad in parsed), format=ox.RdfFormat.TURTLE, prefixes=PREFIXES)
    return (written or b"").decode()


def _csv(answer: Answer) -> str:
    """SPARQL 1.1 CSV; a cell that a spreadsheet would take for a formula begins with an apostrophe."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(answer.variables)
    writer.writerows([_plain(value) for value in row] for row in answer.values())
    return file.getvalue()


def _plain(value: str | None) -> str:
    text = value or ""
    return "'" + text if text[:1] in ("=", "+", "-", "@", "\t", "\r") and not _is_number(text) else text


def _is_number(text: str) -> bool:
    return text[1:].replace(".", "", 1).isdecimal()


def _tsv(answer: Answer) -> str:
    lines = ["\t".join(f"?{name}" for name in answer.variables)]
    lines += ["\t".join(_term(cell) if cell else "" for cell in row) for row in answer.rows]
    return "\n".join(lines) + "\n"


def _term(cell: dict[str, str]) -> str:
    """A SPARQL JSON term as SPARQL 1.1 TSV writes it."""
    if cell["type"] == "uri":
        return str(ox.NamedNode(cell["value"]))
    datatype = ox.NamedNode(cell["datatype"]) if "datatype" in cell else None
    return str(ox.Literal(cell["value"], language=cell.get("xml:lang"), datatype=datatype)).replace("\t", "\\t")


def _json(answer: Answer) -> str:
    rows: list[dict[str, Any]] = [
        {name: cell for name, cell in zip(answer.variables, row, strict=True) if cell} for row in answer.rows
    ]
    found = {"head": {"vars": list(answer.variables)}, "results": {"bindings": rows}}
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"
