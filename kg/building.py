"""The whole run: sources to outputs. What was read before is not read again; outputs appear together or not at all."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor
from dataclasses import dataclass, field
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from kg.articles import read_articles
from kg.corpus import Corpus, Entry
from kg.engines import Job, Knowledge, rare_collections, run
from kg.namespaces import RESOURCES, local_name
from kg.outputs import read_state, reading, settle, together, untouched
from kg.readers.items import Repaired, Skipped
from kg.records import ArticleFacts
from kg.state import STATE
from kg.store import Store, key_of, outline_key, program_digest

if TYPE_CHECKING:
    from kg.blocks import Places

_BATCH = 20
_WORTH_A_POOL = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to build. ``workers`` is the number of processes (None: as many as help); ``dask`` a scheduler's address."""

    base: str = RESOURCES
    ontology: Path | None = None
    workers: int | None = None
    dask: str | None = None
    formats: tuple[str, ...] = ()
    page: bool = True


@dataclass(slots=True)
class Report:
    """What a build did, for ``report.json`` and for people."""

    articles: int = 0
    new: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    repaired: list[Repaired] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0
    unchanged: bool = False

    def as_json(self) -> str:
        """Return the report as JSON."""
        data: dict[str, Any] = {"version": version("khabar"), "articles": self.articles, "new": self.new}
        data |= {"facts": self.counts, "seconds": round(self.seconds, 2)}
        data["skipped"] = [{"source": item.source, "reason": item.reason} for item in self.skipped]
        data["repaired"] = [{"source": item.source, "note": item.note} for item in self.repaired]
        return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


Progress = Callable[[int], None]


class BuildError(Exception):
    """Nothing can be built; the message says why and what to do."""


def build(sources: list[str], output: Path, options: Options | None = None, progress: Progress | None = None) -> Report:
    """Read ``sources`` and write the graph's files into ``output``; return what was done.

    ``progress`` is called with the number of articles read so far. Raises BuildError where nothing can be built.
    """
    from kg.lexicon import ontology_folder

    options = options or Options()
    ontology = options.ontology or ontology_folder()
    if not any(ontology.glob("*.ttl")):
        raise BuildError(f"{ontology}: holds no ontology (*.ttl)")
    _prepare(sources, output)
    store = _store(output, ontology)
    try:
        with rare_collections():
            return _Run(sources, output, options, ontology, store).run(progress or (lambda _: None))
    except BlockingIOError as error:
        raise BuildError(f"{output}: another build is writing into it; wait for its end") from error
    except BrokenExecutor as error:
        raise BuildError("a worker process died; what was read is kept: run again, with --workers 1") from error
    except (OSError, sqlite3.Error) as error:
        told = getattr(error, "strerror", None) or error
        raise BuildError(f"{output}: not written ({told}); what was there before is as it was") from error
    finally:
        store.close()


def _store(output: Path, ontology: Path) -> Store:
    try:
        return Store(output / STATE / "facts.db", program_digest(ontology))
    except (OSError, sqlite3.Error) as error:
        raise BuildError(f"{output}: cannot be written ({getattr(error, 'strerror', None) or error})") from error


def _prepare(sources: list[str], output: Path) -> None:
    """Make the output folder and finish what a killed run left; refuse what cannot be an output folder."""
    if output.exists() and not output.is_dir():
        raise BuildError(f"{output}: is a file; --output must name a folder")
    if any(Path(source).is_dir() and Path(source).resolve() == output.resolve() for source in sources):
        raise BuildError(f"{output}: is a source; --output must name another folder")
    try:
        (output / STATE).mkdir(parents=True, exist_ok=True)
        settle(output)
        if not os.access(output, os.W_OK):
            raise PermissionError(13, "Permission denied")
    except OSError as error:
        raise BuildError(f"{output}: cannot be written ({error.strerror})") from error


@dataclass(slots=True)
class _Run:
    """One run of the build; ``started`` is for the report alone."""

    sources: list[str]
    output: Path
    options: Options
    ontology: Path
    store: Store
    report: Report = field(default_factory=Report)
    started: float = field(default_factory=time.perf_counter)

    def run(self, progress: Progress) -> Report:
        entries = self._read(progress)
        if not entries:
            raise BuildError(self._nothing())
        self.report.articles = len(entries)
        stamp = self._stamp(entries)
        if not self._is_current(stamp):
            places = self._write(entries, stamp)
            self.store.forget_but({key for entry in entries for key in (entry.key, outline_key(entry.key))} | {*places})
        self.report.seconds = time.perf_counter() - self.started
        return self.report

    def _nothing(self) -> str:
        if self.report.skipped:
            first = self.report.skipped[0]
            return f"nothing to build: every article was skipped ({first.source}: {first.reason})"
        return f"nothing to build: no article in {', '.join(self.sources)} (.txt, .html, .jsonl, .csv or .warc files)"

    def _read(self, progress: Progress) -> list[Entry]:
        """Read every article, extract the facts of those that are new, and return the entries of all."""
        found: dict[str, _Found] = {}
        batches, workers = _batches(self._jobs(found, progress), self.options)
        failed: dict[str, str] = {}
        for outcomes in run(batches, self._knowledge(), workers=workers, dask=self.options.dask):
            self.store.put((o.key, o.facts) for o in outcomes if o.facts is not None)
            outlines = [(outline_key(o.key), o.outline) for o in outcomes if o.outline is not None]
            self.store.put(outlines, plain=True)
            failed |= {o.key: o.error for o in outcomes if o.error is not None}
            self.report.new += len(outcomes)
        lost = [
            Skipped(one.name, f"could not be analysed ({failed[one.key]})")
            for one in found.values()
            if one.key in failed
        ]
        self.report.skipped = sorted([*self.report.skipped, *lost], key=lambda item: (item.source, item.reason))
        return _named([one for one in found.values() if one.key not in failed])

    def _knowledge(self) -> Knowledge:
        """Return what readers need; the matcher of another version of program or ontology goes."""
        matcher = self.output / STATE / f"matcher-{self.store.program[:16]}.json"
        for old in matcher.parent.glob("matcher-*"):
            if old != matcher:
                old.unlink(missing_ok=True)
        return Knowledge(str(self.ontology), str(matcher))

    def _jobs(self, found: dict[str, _Found], progress: Progress) -> Iterator[Job]:
        """Yield the articles that are new; note all of them in ``found``."""
        known = self.store.known()
        for count, item in enumerate(read_articles(self.sources, apart=self.output), 1):
            progress(count)
            if isinstance(item, Skipped):
                self.report.skipped.append(item)
            elif isinstance(item, Repaired):
                self.report.repaired.append(item)
            else:
                key = key_of(item, self.store.program)
                found[f"{local_name(item.identifier)} {key}"] = _Found(item.identifier, item.sha256, key)
                if key not in known or outline_key(key) not in known:
                    known |= {key, outline_key(key)}
                    yield key, item

    def _stamp(self, entries: list[Entry]) -> dict[str, Any]:
        text = "\n".join(f"{entry.identifier}\t{entry.key}" for entry in entries)
        digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
        options = {"base": self.options.base, "formats": sorted(self.options.formats), "page": self.options.page}
        return {"articles": digest, "program": self.store.program, **options}

    def _is_current(self, stamp: dict[str, Any]) -> bool:
        """Whether the outputs are those of this very build, untouched since; their counts go into the report."""
        state = read_state(self.output)
        if state is None or state.get("stamp") != stamp or not untouched(self.output, state):
            return False
        self.report.counts, self.report.unchanged = state["counts"], True
        return True

    def _write(self, entries: list[Entry], stamp: dict[str, Any]) -> Places:
        from kg.exports import write_all

        options = self.options
        state = read_state(self.output) or {}
        known = "places" in state and untouched(self.output, state)
        with together(self.output) as new:
            written = write_all(
                Corpus(entries, self.store),
                new.folder,
                ontology=self.ontology,
                base=options.base,
                formats=options.formats,
                page=options.page,
                before=(self.output, state["places"]) if known else None,
            )
            self.report.counts = written.counts
            self.report.seconds = time.perf_counter() - self.started
            (new.folder / "report.json").write_text(self.report.as_json(), encoding="utf-8")
            sources = [source if source == "-" else str(Path(source).absolute()) for source in self.sources]
            new.state = {"stamp": stamp, "counts": written.counts, "sources": sources, "places": written.places}
            new.state["entries"] = [[entry.identifier, entry.key] for entry in entries]  # read by kept_facts
        return written.places


class _Found(NamedTuple):
    """An article that was read: its name, the digest of its text, and the key of its facts."""

    name: str
    digest: str
    key: str


def _batches(jobs: Iterator[Job], options: Options) -> tuple[Iterator[list[Job]], int]:
    """Return the jobs in batches, and how many processes they are worth."""
    first = list(islice(jobs, _WORTH_A_POOL))
    workers = options.workers or (len(os.sched_getaffinity(0)) if len(first) == _WORTH_A_POOL else 1)

    def batches() -> Iterator[list[Job]]:
        for start in range(0, len(first), _BATCH):
            yield first[start : start + _BATCH]
        while batch := list(islice(jobs, _BATCH)):
            yield batch

    return batches(), workers


def _named(found: list[_Found]) -> list[Entry]:
    """Return entries in order of their identifiers; of two texts with one name, the second gets a part of its hash."""
    names: dict[str, list[_Found]] = defaultdict(list)
    for one in found:
        names[local_name(one.name)].append(one)
    entries = []
    for same in names.values():
        first, *others = sorted(same, key=lambda one: (one.digest, one.key, one.name))
        entries.append(Entry(first.name, first.key))
        entries += [Entry(f"{one.name}~{one.digest[:6]}{one.key[:6]}", one.key) for one in others]
    return sorted(entries, key=lambda entry: entry.identifier)


def kept_facts(output: Path) -> list[ArticleFacts]:
    """Return the facts of every article that was built into ``output``, in order of their identifiers.

    Raises FileNotFoundError where nothing was.
    """
    with reading(output):
        state = read_state(output)
        if state is None:
            raise FileNotFoundError(f"{output}: holds no graph")
        store = Store(output / STATE / "facts.db", state["stamp"]["program"])
        try:
            return list(Corpus([Entry(*entry) for entry in state["entries"]], store))
        finally:
            store.close()
