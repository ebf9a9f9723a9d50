"""A look at the graph: what one request of the network page has at hand."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox

from kg.asking.live.part import part_of_store, sentences
from kg.view import View, sized

Values = dict[str, str]
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_OF_KIND = "SELECT 1 FROM tie JOIN node ON node.id = tie.node WHERE tie.fact = fact.id AND node.kind"


@dataclass(frozen=True, slots=True)
class Look:
    """One request: its values, and the store and index that answer it."""

    store: ox.Store
    database: sqlite3.Connection
    values: Values

    def rows(self, query: str, *values: object) -> list[Any]:
        """The rows of an SQL query over the index."""
        return self.database.execute(query, values).fetchall()

    def number(self, name: str) -> int:
        """The node that a value of the request names by its IRI."""
        found = self.rows("SELECT id FROM node WHERE iri = ?", self.values[name])
        if not found:
            raise KeyError(self.values[name])
        return int(found[0][0])

    def condition(self) -> tuple[str, list[str]]:
        """What the range of time and the hidden kinds admit of ``fact``, as SQL with its values."""
        since, until = (day if _DAY.fullmatch(day := self.values.get(name, "")) else "" for name in ("from", "until"))
        admitted, given = ["1"], []
        if since or until:
            admitted.append("(fact.kind = 'role' OR fact.lo <> '' AND fact.lo <= ? AND fact.hi >= ?)")
            given += [until or "9999", since]
        if hidden := [kind for kind in self.values.get("hidden", "").split(",") if kind]:
            marks = ", ".join("?" * len(hidden))
            admitted.append(f"NOT EXISTS ({_OF_KIND} IN ({marks}))")
            given += hidden
        return " AND ".join(admitted), given

    def part(self, facts: Iterable[str], nodes: Iterable[str] = ()) -> dict[str, Any]:
        """Return the view of these facts and nodes, given as IRIs, as data."""
        return self.view(facts, nodes).data()

    def view(self, facts: Iterable[str], nodes: Iterable[str] = ()) -> View:
        """Return the view of these facts and nodes, given as IRIs; nodes are sized by the whole graph."""
        view = part_of_store(self.store, facts, nodes)
        for entry in view.nodes:
            for degree, articles in self.rows("SELECT degree, articles FROM node WHERE iri = ?", entry["i"]):
                entry["g"] = degree
                sized(entry, articles)
        return view

    def kinds(self) -> list[str]:
        """The kinds of node that a value of the request names."""
        return [kind for kind in self.values.get("kinds", "").split(",") if kind]

    def apart(self, one: str, other: str) -> bool:
        """Whether no sentence tells both facts."""
        return sentences(self.store, one).isdisjoint(sentences(self.store, other))

    def own_facts(self, node: str) -> list[int]:
        """The fact that is told where the node called ``node`` is an event; nothing of others."""
        return [number for (number,) in self.rows("SELECT id FROM fact WHERE iri = ?", node)]

    def iris(self, table: str, numbers: Iterable[int]) -> list[str]:
        """The IRIs of nodes or facts, in the order of their numbers here."""
        query = f"SELECT iri FROM {table} WHERE id = ?"  # noqa: S608 - node or fact
        return [str(self.rows(query, number)[0][0]) for number in numbers]
