"""The process that answers one query, within limits of time and memory set by whoever starts it.

Reads a JSON object from standard input: ``location`` (a store's folder or a graph file), ``query`` and
``memory`` (bytes that it may take); writes SPARQL JSON results, or N-Triples for CONSTRUCT and DESCRIBE. Imports
little, so that it starts fast.
"""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path
from typing import Any

import pyoxigraph as ox


def main() -> int:
    """Answer the query on standard input; return the exit status (0 answered, 1 not: the reason on standard error)."""
    request = json.loads(sys.stdin.buffer.read())
    resource.setrlimit(resource.RLIMIT_DATA, (request["memory"], request["memory"]))
    try:
        answer(request)
    except (SyntaxError, OSError, ValueError, RuntimeError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def answer(request: dict[str, Any]) -> None:
    """Write the answer to ``request`` to standard output."""
    results = open_store(Path(request["location"])).query(request["query"])
    if isinstance(results, ox.QueryTriples):
        results.serialize(output=sys.stdout.buffer, format=ox.RdfFormat.N_TRIPLES)
    else:
        results.serialize(output=sys.stdout.buffer, format=ox.QueryResultsFormat.JSON)


def open_store(location: Path) -> ox.Store:
    """Return the store in a folder, or a graph file loaded into memory."""
    if location.is_dir():
        return ox.Store.read_only(str(location))
    store = ox.Store()
    load(store, location)
    return store


def load(store: ox.Store, path: Path) -> None:
    """Load a graph file; what its named graphs say stands in the default graph too, each triple once.

    A query to the union of all graphs would count a triple once for each graph that repeats it.
    """
    form = ox.RdfFormat.from_extension(path.suffix[1:])
    store.bulk_load(path=str(path), format=form)
    if form in (ox.RdfFormat.N_QUADS, ox.RdfFormat.TRIG):
        store.bulk_extend(ox.Quad(q.subject, q.predicate, q.object) for q in ox.parse(path=str(path), format=form))


if __name__ == "__main__":
    sys.exit(main())
