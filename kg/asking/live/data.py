"""What answers the network page: the graph's store and its index."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.asking.guard import QueryError
from kg.asking.live.look import Look, Values
from kg.asking.live.requests import FACTS_OF_A_NEIGHBOUR, REQUESTS
from kg.view import View

_FIRST_NODES, _FIRST_FACTS = 1000, 6000  # of the page before anything is asked
_FIRST = """
WITH best AS (SELECT id FROM node WHERE degree > 0 ORDER BY degree DESC, id LIMIT ?),
  numbered AS (SELECT fact, row_number() OVER (PARTITION BY a, b ORDER BY fact) AS place
    FROM pair WHERE a IN best AND b IN best AND fact > 0)
SELECT DISTINCT fact FROM numbered WHERE place <= ? ORDER BY fact LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class PageData:
    """Answers from a graph's store and its index; safe to use from many threads."""

    store: ox.Store
    index: Path
    seconds: float

    def answer(self, name: str, values: Values) -> dict[str, Any]:
        """Return the answer to the request ``name`` (search, node, around, facts, company, path, contradictions,
        months) with ``values`` from the address.

        Raises KeyError for a request or a node that there is not, QueryError for one that takes too long.
        """
        with self._opened() as database:
            try:
                return REQUESTS[name](Look(self.store, database, values))
            except sqlite3.OperationalError as error:
                if "interrupt" not in str(error):
                    raise
                raise QueryError(f"stopped after {self.seconds:g} seconds: narrow the time or hide kinds") from None

    def first(self) -> tuple[View, dict[str, Any]]:
        """Return the best connected nodes with the newest facts that tie them, and what there is in the whole graph."""
        with self._opened() as database:
            look = Look(self.store, database, {})
            facts = look.rows(_FIRST, _FIRST_NODES, FACTS_OF_A_NEIGHBOUR, _FIRST_FACTS)
            view = look.view(look.iris("fact", (number for (number,) in facts)))
            (counts,) = look.rows("SELECT (SELECT count(*) FROM node), (SELECT count(*) FROM fact), day FROM newest")
            return view, dict(zip(("nodes", "facts", "newest"), counts, strict=True))

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        database = sqlite3.connect(f"{self.index.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        end = time.monotonic() + self.seconds
        database.set_progress_handler(lambda: time.monotonic() > end, 20_000)
        try:
            yield database
        finally:
            database.close()
