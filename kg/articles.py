"""Sources to articles: folders, files and standard input, read one by one; what cannot be read is skipped, with a reason."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.records import Article

SUFFIXES = {".txt", ".jsonl"}


@dataclass(frozen=True, slots=True)
class Skipped:
    """A source, or a part of it, that gave no article, and why."""

    source: str
    reason: str


def read_articles(sources: list[str]) -> Iterator[Article | Skipped]:
    """Yield the articles of ``sources`` (files or folders) in order, and what was skipped."""
    for source in sources:
        path = Path(source)
        files = sorted(p for p in path.rglob("*") if p.suffix in SUFFIXES) if path.is_dir() else [path]
        for file in files:
            yield from _read(file)


def _read(path: Path) -> Iterator[Article | Skipped]:
    try:
        data = path.read_bytes()
        if path.suffix == ".jsonl":
            yield from _rows(data.decode("utf-8-sig"))
        else:
            meta = _manifest(path.parent / "manifest.csv").get(path.name, {})
            yield _article(path.stem, data.decode("utf-8-sig"), meta)
    except (OSError, UnicodeDecodeError) as error:
        yield Skipped(str(path), str(error))


def _manifest(path: Path) -> dict[str, dict[str, str]]:
    import csv

    if not path.is_file():
        return {}
    return {row["file"]: row for row in csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines())}


def _rows(text: str) -> Iterator[Article]:
    for line in text.split("\n"):
        if line.strip():
            row = json.loads(line)
            yield _article(str(row["id"]), row["text"], row)


def _article(identifier: str, raw: str, meta: dict[str, str]) -> Article:
    return Article(
        identifier=identifier,
        raw=raw,
        title=meta.get("title") or None,
        published=meta.get("published") or None,
        publisher=meta.get("publisher") or None,
        url=meta.get("url") or None,
        sha256=hashlib.sha256(raw.encode("utf-8", "surrogatepass")).hexdigest(),
    )
