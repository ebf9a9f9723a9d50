"""Sources to articles: folders, files and standard input, one by one; what cannot be read is skipped, with a reason.

Formats go by the name's ending (``.txt``, ``.html``, ``.jsonl``, ``.csv``, ``.warc``, each also ``.gz``, ``.bz2``,
``.xz``); compression goes by content. Beside text and HTML files a ``manifest.csv`` (file, published, publisher, url,
title) gives metadata.
"""

from __future__ import annotations

import csv
import io
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from kg.decoding import NotTextError, decode, opened
from kg.readers.items import LARGEST, Item, Repaired, Skipped, article, shown
from kg.readers.pages import read_html, read_warc
from kg.readers.rows import read_csv, read_jsonl

__all__ = ["Item", "Repaired", "Skipped", "read_articles"]
_COMPRESSED = (".gz", ".bz2", ".xz")
_KINDS = {
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".warc": "warc",
}
_MANIFEST = "manifest.csv"


def read_articles(sources: Iterable[str], *, apart: Path | None = None) -> Iterator[Item]:
    """Yield the articles of ``sources`` (files, folders, ``-`` for standard input) and what was skipped or mended.

    A folder ``apart`` inside a source is left alone.
    """
    _manifest.cache_clear()
    left = apart.resolve() if apart else None
    for source in sources:
        path = Path(source)
        if source == "-":
            yield from _standard_input()
        elif path.is_dir():
            yield from _folder(path, path, left)
        elif not os.path.lexists(source):
            yield Skipped(shown(source), "there is no such file or folder")
        else:
            yield from _file(path, path)


def _folder(folder: Path, top: Path, apart: Path | None) -> Iterator[Item]:
    """Yield what the files below ``folder`` hold, in order of their names; no link leads out of ``top``."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: os.fsencode(entry.name))
    except OSError as error:
        yield Skipped(shown(str(folder)), f"cannot be read ({error.strerror})")
        return
    for entry in entries:
        path = Path(entry.path)
        if entry.name.startswith(".") or entry.name == _MANIFEST:
            continue
        if entry.is_dir(follow_symlinks=False):
            if path.resolve() != apart:
                yield from _folder(path, top, apart)
        elif _kind(path) is not None:
            yield from _file(path, top)


def _file(path: Path, top: Path) -> Iterator[Item]:
    name = shown(str(path))
    try:
        if path.is_symlink() and path != top and not path.resolve().is_relative_to(top.resolve()):
            yield Skipped(name, "a link that leads out of the folder")
        elif not stat.S_ISREG(path.stat().st_mode):
            yield Skipped(name, "not a regular file")
        else:
            with path.open("rb") as file:
                yield from _read(name, path, opened(file))
    except NotTextError as error:
        yield Skipped(name, f"not a text file: {error}")
    except Exception as error:  # whatever a decompressor or a parser says to one file, the others are read
        yield Skipped(name, f"cannot be read ({shown(str(getattr(error, 'strerror', None) or error))[:200]})")


def _read(name: str, path: Path, file: BinaryIO) -> Iterator[Item]:
    kind = _kind(path) or "text"
    if kind == "jsonl":
        yield from read_jsonl(name, file)
    elif kind == "csv":
        yield from read_csv(name, file)
    elif kind == "warc":
        yield from read_warc(name, file)
    else:
        data = file.read(5 * LARGEST)
        if len(data) == 5 * LARGEST:
            yield Skipped(name, f"larger than an article may be ({5 * LARGEST:,} bytes)")
            return
        meta = _manifest(path.parent).get(path.name, {})
        if kind == "html" or data[:200].lstrip().lower().startswith((b"<!doctype html", b"<html")):
            yield from read_html(name, _stem(path), data, meta)
        else:
            yield from _text(name, _stem(path), data, meta)


def _text(name: str, identifier: str, data: bytes, meta: dict[str, str]) -> Iterator[Item]:
    text, repaired = decode(data)
    found = article(name, identifier, text, meta)
    if repaired and not isinstance(found, Skipped):
        yield Repaired(name, repaired)
    yield found


def _standard_input() -> Iterator[Item]:
    data = sys.stdin.buffer.read()
    try:
        if data.lstrip()[:1] == b"{":
            yield from read_jsonl("standard input", io.BytesIO(data))
        else:
            yield from _text("standard input", "stdin", data, {})
    except NotTextError as error:
        yield Skipped("standard input", f"not a text: {error}")


def _kind(path: Path) -> str | None:
    suffixes = [suffix.lower() for suffix in path.suffixes[-2:]]
    if suffixes and suffixes[-1] in _COMPRESSED:
        suffixes.pop()
    return _KINDS.get(suffixes[-1]) if suffixes else None


def _stem(path: Path) -> str:
    name = path.name
    for suffix in reversed(path.suffixes[-2:]):
        if suffix.lower() in (*_COMPRESSED, *_KINDS):
            name = name[: -len(suffix)]
    return name


@lru_cache(maxsize=64)
def _manifest(folder: Path) -> dict[str, dict[str, str]]:
    """Return the metadata of a folder's files by name; nothing where there is no sound manifest."""
    try:
        text = decode((folder / _MANIFEST).read_bytes()).text
    except (OSError, NotTextError):
        return {}
    rows = csv.DictReader(io.StringIO(text, newline=""), restval="")
    try:
        return {
            row["file"]: {k: v for k, v in row.items() if k and isinstance(v, str)} for row in rows if row.get("file")
        }
    except csv.Error:
        return {}
