"""The whole run: sources to outputs. What was read before is not read again; outputs appear together or not at all."""

from __future__ import annotations

import json
import os
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import Any

from kg.articles import read_articles
from kg.engines import Job, run
from kg.namespaces import RESOURCES, local_name
from kg.outputs import finish, together
from kg.readers.items import Repaired, Skipped
from kg.records import Article, ArticleFacts
from kg.store import FactStore, key_of, program_digest

STATE = ".khabar"
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


@dataclass(frozen=True, slots=True)
class Entry:
    """An article of the build: its identifier, alone in the build, and the key of its facts."""

    identifier: str
    key: str


Progress = Callable[[int], None]


class BuildError(Exception):
    """Nothing can be built; the message says why and what to do."""


def build(sources: list[str], output: Path, options: Options | None = None, progress: Progress | None = None) -> Report:
    """Read ``sources`` and write the graph's files into ``output``; return what was done.

    ``progress`` is called with the number of articles read so far. Raises BuildError where nothing can be built.
    """
    from kg.lexicon import ontology_folder

    started = time.perf_counter()
    options = options or Options()
    ontology = options.ontology or ontology_folder()
    _prepare(sources, output)
    store = FactStore(output / STATE / "facts.db", program_digest(ontology))
    try:
        report = Report()
        entries = _read(sources, output, store, ontology, options, report, progress or (lambda _: None))
        if not entries:
            raise BuildError(_nothing(sources, report))
        stamp = _stamp(entries, store.program, options)
        report.articles = len(entries)
        if not _is_current(output, stamp, report):
            _write(entries, store, output, ontology, options, report, stamp, started)
            store.forget_but({entry.key for entry in entries})
        report.seconds = time.perf_counter() - started
        return report
    finally:
        store.close()


def _prepare(sources: list[str], output: Path) -> None:
    """Make the output folder and finish what a killed run left; refuse what cannot be an output folder."""
    if output.exists() and not output.is_dir():
        raise BuildError(f"{output}: is a file; --output must name a folder")
    if any(Path(source).is_dir() and Path(source).resolve() == output.resolve() for source in sources):
        raise BuildError(f"{output}: is a source; --output must name another folder")
    try:
        (output / STATE).mkdir(parents=True, exist_ok=True)
        finish(output, output / STATE)
        if not os.access(output, os.W_OK):
            raise PermissionError(13, "Permission denied")
    except OSError as error:
        raise BuildError(f"{output}: cannot be written ({error.strerror})") from error


def _nothing(sources: list[str], report: Report) -> str:
    if report.skipped:
        return "nothing to build: every article was skipped"
    return f"nothing to build: no article in {', '.join(sources)} (.txt, .html, .jsonl, .csv or .warc files)"


def _read(
    sources: list[str],
    output: Path,
    store: FactStore,
    ontology: Path,
    options: Options,
    report: Report,
    progress: Progress,
) -> list[Entry]:
    """Read every article, extract the facts of those that are new, and return the entries of all."""
    known = store.known()
    found: dict[str, tuple[str, str, str]] = {}

    def jobs() -> Iterator[Job]:
        for count, item in enumerate(read_articles(sources, apart=output), 1):
            progress(count)
            if isinstance(item, Article):
                key = key_of(item, store.program)
                found[f"{local_name(item.identifier)} {key}"] = (item.identifier, key, item.sha256)
                if key not in known:
                    known.add(key)
                    yield key, item
            elif isinstance(item, Skipped):
                report.skipped.append(item)
            else:
                report.repaired.append(item)

    batches, workers = _batches(jobs(), options)
    failed: dict[str, str] = {}
    for outcomes in run(batches, ontology, workers=workers, dask=options.dask):
        store.put((o.key, o.data) for o in outcomes if o.data is not None)
        failed |= {o.key: o.error or "" for o in outcomes if o.data is None}
        report.new += len(outcomes)
    report.skipped += [
        Skipped(name, f"could not be analysed ({failed[key]})") for name, key, _ in found.values() if key in failed
    ]
    report.skipped.sort(key=lambda item: (item.source, item.reason))
    return _named([(name, key, digest) for name, key, digest in found.values() if key not in failed])


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


def _named(found: list[tuple[str, str, str]]) -> list[Entry]:
    """Return entries in order of their identifiers; where two texts bear one name, all but one get a part of their hash."""
    names: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for name, key, digest in found:
        names[local_name(name)].append((digest, key, name))
    entries = []
    for same in names.values():
        first, *others = sorted(same)
        entries.append(Entry(first[2], first[1]))
        entries += [Entry(f"{name}~{digest[:6]}{key[:6]}", key) for digest, key, name in others]
    return sorted(entries, key=lambda entry: entry.identifier)


def _stamp(entries: list[Entry], program: str, options: Options) -> dict[str, Any]:
    import hashlib

    text = "\n".join(f"{entry.identifier}\t{entry.key}" for entry in entries)
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    return {
        "articles": digest,
        "program": program,
        "base": options.base,
        "formats": sorted(options.formats),
        "page": options.page,
    }


def _is_current(output: Path, stamp: dict[str, Any], report: Report) -> bool:
    """Whether the outputs are those of this very build, untouched since; their counts go into ``report``."""
    try:
        state = json.loads((output / STATE / "state.json").read_text(encoding="utf-8"))
        if state["stamp"] != stamp or any(_mark(output / name) != mark for name, mark in state["files"].items()):
            return False
    except (OSError, ValueError, KeyError):
        return False
    report.counts, report.unchanged = state["counts"], True
    return True


def _mark(path: Path) -> list[int]:
    status = path.stat()
    return [status.st_size, status.st_mtime_ns]


def _write(
    entries: list[Entry],
    store: FactStore,
    output: Path,
    ontology: Path,
    options: Options,
    report: Report,
    stamp: dict[str, Any],
    started: float,
) -> None:
    from kg.exports import write_all

    facts = Facts(entries, store)
    with together(output, output / STATE) as aside:
        report.counts = write_all(
            facts, aside, ontology=ontology, base=options.base, formats=options.formats, page=options.page
        )
        names = sorted(path.name for path in aside.iterdir())
        report.seconds = time.perf_counter() - started
        (aside / "report.json").write_text(report.as_json(), encoding="utf-8")
    state: dict[str, Any] = {"stamp": stamp, "counts": report.counts, "files": {name: _mark(output / name) for name in names}}
    state["entries"] = [[entry.identifier, entry.key] for entry in entries]
    (output / STATE / "state.json").write_text(json.dumps(state), encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of every article of a build, in order; each time they are gone through, they are read anew."""

    entries: list[Entry]
    store: FactStore

    def __iter__(self) -> Iterator[ArticleFacts]:
        from kg.codec import from_json

        for entry, data in zip(self.entries, self.store.get(e.key for e in self.entries), strict=True):
            facts = from_json(data)
            yield replace(facts, article=replace(facts.article, identifier=entry.identifier))


def kept_facts(output: Path) -> list[ArticleFacts]:
    """Return the facts of every article that was built into ``output``, in order of their identifiers."""
    state = json.loads((output / STATE / "state.json").read_text(encoding="utf-8"))
    store = FactStore(output / STATE / "facts.db", state["stamp"]["program"])
    try:
        return list(Facts([Entry(*entry) for entry in state["entries"]], store))
    finally:
        store.close()
