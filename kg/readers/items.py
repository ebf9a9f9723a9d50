"""What every reader yields, and how rows of metadata become articles."""

from __future__ import annotations

import hashlib
import html
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from kg.decoding import has_arabic, without_surrogates
from kg.records import Article

LARGEST = 20_000_000
_LONGEST_NAME = 2_000  # as long as an address may be: what is cut would no longer name its row
_URL = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20\x7f-\xa0]+")


@dataclass(frozen=True, slots=True)
class Skipped:
    """A source, or a part of it, that gave no article, and why."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Repaired:
    """A source that was read after mending, and what was mended."""

    source: str
    note: str


Item = Article | Skipped | Repaired


def article(
    source: str, identifier: str, raw: str, meta: Mapping[str, Any], media_type: str = "text/plain"
) -> Article | Skipped:
    """Return the article with text ``raw`` and what ``meta`` tells of it, or why it is none."""
    raw = without_surrogates(raw)
    if not raw.strip():
        return Skipped(source, "empty")
    if len(raw) > LARGEST:
        return Skipped(source, f"longer than an article may be ({len(raw):,} of {LARGEST:,} characters)")
    if not has_arabic(raw) and not (media_type == "text/html" and has_arabic(html.unescape(raw))):
        return Skipped(source, "no Arabic text in it")
    return Article(
        identifier=_identifier(identifier),
        raw=raw,
        title=_line(meta.get("title")),
        published=_date(meta.get("published")),
        publisher=_line(meta.get("publisher")),
        url=_url(meta.get("url")),
        sha256=hashlib.sha256(raw.encode("utf-8")).hexdigest(),
        media_type=media_type,
    )


def row_article(source: str, row: object) -> Article | Skipped:
    """Return the article of one row of a table: ``text``, and optionally ``id`` and metadata."""
    if not isinstance(row, dict):
        return Skipped(source, "not an object with a text")
    text = row.get("text")
    if not isinstance(text, str):
        return Skipped(source, "no text in it (field 'text')")
    name = row.get("id")
    text = without_surrogates(text)
    given = str(name) if isinstance(name, (str, int)) and str(name).strip() else ""
    return article(source, given or hashlib.sha256(text.encode("utf-8")).hexdigest()[:16], text, row)


def shown(name: str) -> str:
    """Return a file's name as it can be printed on one line; what is no text, or moves the cursor, is escaped."""
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


def _identifier(name: str) -> str:
    text = without_surrogates(name)
    text = _printable(unicodedata.normalize("NFC", text), "_")
    return text.strip()[:_LONGEST_NAME] or "article"


def _line(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    text = " ".join(_printable(without_surrogates(value), " ").split())
    return text[:500] or None


def _printable(text: str, other: str) -> str:
    """Return ``text`` with ``other`` for what cannot be printed, white space but the blank among it."""
    return text if text.isprintable() else "".join(c if c.isprintable() else other for c in text)


def _date(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    try:
        return date.fromisoformat(value.strip()[:10]).isoformat()
    except ValueError:
        return None


def _url(value: object) -> str | None:
    if not isinstance(value, str) or not value.strip().isprintable():
        return None
    return value.strip() if _URL.fullmatch(value.strip()) else None
