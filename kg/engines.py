"""Where the work is done: in this process, in a pool of processes, or on the machines of a Dask cluster.

Every engine maps the same pure function over batches of articles; texts go out and facts come back, as JSON. In which
order they come back changes nothing.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import multiprocessing
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import ExitStack, contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from kg.records import Article

Job = tuple[str, Article]
_IN_FLIGHT = 3


class Outcome(NamedTuple):
    """What became of an article: its facts and their outline as JSON, or why there are none."""

    key: str
    facts: bytes | None
    outline: bytes | None
    error: str | None = None


class Knowledge(NamedTuple):
    """What a process has to know to read articles: the ontology's folder, and a file for its compiled matcher."""

    ontology: str
    matcher: str


def work(batch: list[Job], knowledge: Knowledge) -> list[Outcome]:
    """Return the facts of a batch of articles, each named by its key. Pure: any process on any machine may do it."""
    with rare_collections():
        return [_one(key, article, knowledge) for key, article in batch]


def _one(key: str, article: Article, knowledge: Knowledge) -> Outcome:
    from dataclasses import replace

    from kg.clean import complete
    from kg.codec import to_json
    from kg.extraction import extract
    from kg.outline import outline_of

    try:
        facts = extract(complete(article), _lexicon(knowledge))
    except Exception as error:  # one article that breaks a rule must not take the others with it
        return Outcome(key, None, None, f"{type(error).__name__}: {error}")
    facts = replace(facts, article=replace(facts.article, raw="", identifier=""))
    return Outcome(key, to_json(facts), to_json(outline_of(facts)))


def collect_rarely() -> None:
    """Let garbage be looked for rarely from now on: there are millions of records, and to read articles leaves no
    cycle.
    """
    gc.set_threshold(5_000_000, 20, 50)


@contextmanager
def rare_collections() -> Iterator[None]:
    """Let garbage be looked for rarely while the block runs."""
    before = gc.get_threshold()
    collect_rarely()
    try:
        yield
    finally:
        gc.set_threshold(*before)


def end_quickly() -> None:
    """Let this process end without a last look for garbage, which would go through all that it remembers."""
    atexit.register(gc.freeze)


@lru_cache(maxsize=2)
def _lexicon(knowledge: Knowledge):  # type: ignore[no-untyped-def]  # the lexicon's type would import all of the language layer
    from kg.lexicon import load_lexicon

    return load_lexicon(Path(knowledge.ontology), Path(knowledge.matcher))


def run(
    batches: Iterable[list[Job]], knowledge: Knowledge, *, workers: int = 1, dask: str | None = None
) -> Iterator[list[Outcome]]:
    """Yield the outcomes of ``batches``, as they come.

    ``workers`` is the number of processes; ``dask`` the address of a scheduler, ``local`` for a cluster on this
    machine.
    """
    if dask:
        yield from _on_dask(batches, knowledge, workers, dask)
    elif workers > 1:
        yield from _in_pool(batches, knowledge, workers)
    else:
        for batch in batches:
            yield work(batch, knowledge)


def _in_pool(batches: Iterable[list[Job]], knowledge: Knowledge, workers: int) -> Iterator[list[Outcome]]:
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=end_quickly) as pool:
        waiting: set[Future[list[Outcome]]] = set()
        for batch in batches:
            waiting.add(pool.submit(work, batch, knowledge))
            if len(waiting) >= workers * _IN_FLIGHT:
                done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                yield from (future.result() for future in done)
        yield from (future.result() for future in waiting)


def _on_dask(batches: Iterable[list[Job]], knowledge: Knowledge, workers: int, address: str) -> Iterator[list[Outcome]]:
    distributed: Any = importlib.import_module("distributed")

    with ExitStack() as stack:
        scheduler: object = address
        if address == "local":
            cluster = distributed.LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None)
            scheduler = stack.enter_context(cluster)
        client = stack.enter_context(distributed.Client(scheduler))
        waiting: set[object] = set()
        for batch in batches:
            waiting.add(client.submit(work, batch, knowledge, pure=False, retries=3))
            if len(waiting) >= max(1, len(client.nthreads())) * _IN_FLIGHT:
                yield from _finished(waiting)
        while waiting:
            yield from _finished(waiting)


def _finished(waiting: set[Any]) -> Iterator[list[Outcome]]:
    distributed: Any = importlib.import_module("distributed")

    done = distributed.wait(waiting, return_when="FIRST_COMPLETED").done
    waiting -= done
    yield from (future.result() for future in done)
