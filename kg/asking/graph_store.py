"""Where the graph lies: a built folder, a graph file or an endpoint, and queries to it within limits."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox

from kg.asking.guard import QueryError, check, in_a_line, with_prefixes
from kg.asking.results import Answer, read_answer
from kg.asking.worker import load
from kg.outputs import reading

SUFFIXES = (".ttl", ".nt", ".nq", ".trig", ".rdf", ".jsonld")
_STORE = ".store"
_LONGEST_REASON = 10_000  # bytes of an endpoint's answer that say why it refuses


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how large a query may grow: seconds, and bytes of memory of its own."""

    seconds: float = 10.0
    memory: int = 1 << 30


@dataclass(frozen=True, slots=True)
class GraphStore:
    """A graph that can be asked. ``location`` is an on-disk store's folder or a graph file."""

    location: Path
    limits: Limits = field(default_factory=Limits)

    def ask(self, query: str, bindings: dict[str, str] | None = None) -> Answer:
        """Return the answer to the SPARQL ``query``; ``bindings`` gives variables a value, written as N-Triples terms.

        The prefixes of ``kg.asking.guard.PREFIXES`` need no declaration. Raises QueryError for what is not SPARQL,
        may not be asked, or takes more than ``limits``.
        """
        check(query)
        text = with_prefixes(_bound(query, bindings or {}))
        request = {"location": str(self.location), "query": text, "memory": self.limits.memory}
        return read_answer(_run(json.dumps(request).encode(), self.limits))


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A SPARQL 1.1 Protocol endpoint at an http(s) address."""

    address: str
    limits: Limits = field(default_factory=Limits)

    def ask(self, query: str, bindings: dict[str, str] | None = None) -> Answer:
        """Return the endpoint's answer to ``query``, as ``GraphStore.ask`` does."""
        check(query)
        text = with_prefixes(_bound(query, bindings or {}))
        request = urllib.request.Request(  # noqa: S310 - open_graph admits http and https alone
            self.address,
            data=text.encode(),
            headers={
                "Content-Type": "application/sparql-query",
                "Accept": "application/sparql-results+json, application/n-triples;q=0.9",
            },
        )
        try:
            with urllib.request.urlopen(request, timeout=self.limits.seconds) as answered:  # noqa: S310
                return read_answer(answered.read())
        except urllib.error.HTTPError as error:
            said = error.read(_LONGEST_REASON).decode("utf-8", "replace").strip().partition("\n")[0]
            raise QueryError(f"{self.address}: refused ({error.code}): {in_a_line(said)}") from None
        except OSError as error:
            raise QueryError(f"{self.address}: no answer: {getattr(error, 'reason', error)}") from None


Askable = GraphStore | Endpoint


def _bound(query: str, bindings: dict[str, str]) -> str:
    """Write values into a query's text: neither the protocol nor Oxigraph binds variables that are not projected.

    A line that begins with ``#if name:`` is a comment as long as ``name`` has no value.
    """
    for name, term in bindings.items():
        query = query.replace(f"#if {name}: ", "")
        query = re.sub(rf"BOUND\(\?{name}\)", "true", query)
        query = re.sub(rf"\?{name}\b", lambda _, term=term: term, query)  # type: ignore[misc]
    return query


def _run(request: bytes, limits: Limits) -> bytes:
    command = [sys.executable, "-m", "kg.asking.worker"]
    try:
        done = subprocess.run(  # noqa: S603 - our own module, the query goes through standard input
            command, input=request, capture_output=True, timeout=limits.seconds, check=False
        )
    except subprocess.TimeoutExpired:
        raise QueryError(f"stopped after {limits.seconds:g} seconds: narrow the query or raise --timeout") from None
    if done.returncode < 0 or b"memory allocation" in done.stderr or b"MemoryError" in done.stderr:
        raise QueryError(
            f"stopped: it needs more than {limits.memory >> 20} MB of memory: narrow the query or add LIMIT"
        )
    if done.returncode:
        raise QueryError(in_a_line(done.stderr.decode("utf-8", "replace")))
    return done.stdout


def open_graph(location: str, limits: Limits | None = None) -> Askable:
    """Return the graph at ``location``: a folder that ``kg build`` wrote, a graph file, or an endpoint's address.

    Raises QueryError where there is none.
    """
    limits = limits or Limits()
    if location.startswith(("http://", "https://")):
        return Endpoint(location, limits)
    source = Path(location)
    if source.is_dir():
        return GraphStore(_store_or_file(source), limits)
    if not source.exists():
        raise QueryError(f"{source}: no such graph; build one with: kg build data/articles --output {source}")
    if source.suffix not in SUFFIXES:
        raise QueryError(f"{source}: not a graph file; it should end in one of {', '.join(SUFFIXES)}")
    return GraphStore(source, limits)


def _store_or_file(folder: Path) -> Path:
    """Return the kept store of the graph in ``folder``; its file where no store can be kept beside it."""
    try:
        return kept_store(folder)
    except OSError:
        return folder / "graph.nq"


def kept_store(folder: Path) -> Path:
    """Return the store of the graph built into ``folder``, made where it is missing or older than the graph.

    The store is made aside and renamed, so that whoever reads sees a whole one; its name holds the graph file's mark.
    Raises QueryError where there is no graph, OSError where the store cannot be written.
    """
    quads = folder / "graph.nq"
    try:
        with reading(folder):
            if not quads.is_file():
                raise QueryError(f"{folder}: holds no graph.nq; build it with: kg build SOURCE --output {folder}")
            store = folder / _STORE / _mark(quads)
            if not store.is_dir():
                _make_store(quads, store)
            return store
    except ValueError as error:
        raise QueryError(str(error)) from None


def _mark(path: Path) -> str:
    """What changes whenever a build writes the file anew: its size and time."""
    status = path.stat()
    return f"{status.st_size:x}-{status.st_mtime_ns:x}"


def _make_store(quads: Path, store: Path) -> None:
    shutil.rmtree(store.parent, ignore_errors=True)
    store.parent.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix="making-", dir=store.parent))
    made = ox.Store(str(aside))
    merged = quads.with_suffix(".ttl")
    if merged.is_file():
        made.bulk_load(path=str(quads), format=ox.RdfFormat.N_QUADS)
        made.bulk_load(path=str(merged), format=ox.RdfFormat.TURTLE)
    else:
        load(made, quads)
    made.flush()
    made.optimize()
    del made
    aside.replace(store)
