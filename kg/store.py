"""What a build remembers: facts, outlines and sections, kept by what they depend on: content, program and ontology.

All of it can be made anew, so that the store may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources
from pathlib import Path

from kg.records import Article

_JSON = (b"[", b"{")
_SCHEMA = "CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, program TEXT, data BLOB)"


class Store:
    """Data by key, in one file that survives being killed at any moment."""

    def __init__(self, path: Path, program: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.program = program
        self._path = path
        self._base = self._open()

    def _open(self) -> sqlite3.Connection:
        try:
            return self._connect()
        except sqlite3.DatabaseError:
            self._path.unlink(missing_ok=True)  # not a store, or a broken one: everything in it can be made anew
            return self._connect()

    def _connect(self) -> sqlite3.Connection:
        base = sqlite3.connect(self._path, isolation_level=None)
        base.execute("PRAGMA journal_mode=WAL")
        base.execute("PRAGMA synchronous=NORMAL")
        base.execute(_SCHEMA)
        base.execute("SELECT COUNT(*) FROM kept").fetchone()
        return base

    def known(self) -> set[str]:
        """Return the keys of what is kept for this version of the program."""
        return {key for (key,) in self._base.execute("SELECT key FROM kept WHERE program = ?", (self.program,))}

    def put(self, found: Iterable[tuple[str, bytes]], *, plain: bool = False) -> None:
        """Keep JSON by key: all of it or none; ``plain``, without compression, what every run reads."""
        rows = [(key, self.program, data if plain else zlib.compress(data, 1)) for key, data in found]
        with self._base:
            self._base.execute("BEGIN")
            self._base.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)

    def find(self, key: str) -> bytes | None:
        """Return what is kept by ``key``, None where nothing is."""
        row = self._base.execute("SELECT data FROM kept WHERE key = ?", (key,)).fetchone()
        if row is None:
            return None
        data: bytes = row[0]
        return data if data.startswith(_JSON) else zlib.decompress(data)

    def get(self, key: str) -> bytes:
        """Return what is kept by ``key``, where it is known that something is."""
        found = self.find(key)
        if found is None:
            raise KeyError(key)
        return found

    def forget_but(self, keys: set[str]) -> None:
        """Drop what is kept by any other than ``keys``."""
        kept = [(key,) for (key,) in self._base.execute("SELECT key FROM kept") if key not in keys]
        with self._base:
            self._base.execute("BEGIN")
            self._base.executemany("DELETE FROM kept WHERE key = ?", kept)

    def close(self) -> None:
        """Write everything into the one file."""
        self._base.close()


def key_of(article: Article, program: str) -> str:
    """Return the key of an article's facts: everything that they depend on, but not the article's name."""
    meta = (article.title, article.published, article.publisher, article.url, article.media_type)
    parts = [program, article.sha256, *(value or "" for value in meta)]
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()


def outline_key(key: str) -> str:
    """Return the key of an article's outline, by the key of its facts."""
    return f"{key} outline"


@lru_cache(maxsize=4)
def program_digest(ontology: Path) -> str:
    """Return a digest of the program with its models and tables, and of the ontology in ``ontology``."""
    package = Path(str(resources.files("kg")))
    files = [p for p in package.rglob("*") if p.is_file() and "__pycache__" not in p.parts]
    digest = hashlib.sha256()
    for root, found in ((package, files), (ontology, list(ontology.glob("*.ttl")))):
        for path in sorted(found):
            digest.update(str(path.relative_to(root)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
