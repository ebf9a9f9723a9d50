"""Gold facts: what a careful reader puts into the graph after reading an article; ``docs/gold.md`` tells the format."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

KINDS = ("roles", "statements", "events")


class GoldError(ValueError):
    """A gold file that cannot be used; the message names the file and what to mend."""


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """The gold facts of one article, by kind, each as written in the file."""

    identifier: str
    facts: dict[str, list[dict[str, Any]]]


def read_gold(folder: Path) -> list[GoldArticle]:
    """Return the gold of every YAML file in ``folder``, named as its article's file is.

    Raises GoldError where a file is no YAML, lacks a span, or where there is none at all.
    """
    files = sorted([*folder.glob("*.yaml"), *folder.glob("*.yml")]) if folder.is_dir() else []
    if not files:
        raise GoldError(f"{folder}: holds no gold files (*.yaml), one an article, named after it")
    return [_read(path) for path in files]


def _read(path: Path) -> GoldArticle:
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: not YAML: {' '.join(str(error).split())}") from None
    if not isinstance(data, dict):
        raise GoldError(f"{path}: holds no gold: write roles, statements and events, each a list")
    facts = {kind: data.get(kind) or [] for kind in KINDS}
    for kind, entries in facts.items():
        if not isinstance(entries, list):
            raise GoldError(f"{path}: {kind} is no list")
        for entry in entries:
            if not isinstance(entry, dict) or not isinstance(entry.get("span"), str):
                raise GoldError(f"{path}: an entry of {kind} has no span: copy it from the article")
    return GoldArticle(path.stem, facts)


def places(raw: str, span: str, inside: str | None = None) -> list[tuple[int, int]]:
    """Return where ``span`` stands in ``raw`` (half-open), narrowed to ``inside`` where that stands in it."""
    found = _occurrences(raw, span)
    narrowed = [(start + a, start + b) for start, _ in found for a, b in _occurrences(span, inside or "")]
    return narrowed or found


def _occurrences(text: str, part: str) -> list[tuple[int, int]]:
    found, start = [], text.find(part) if part else -1
    while start >= 0:
        found.append((start, start + len(part)))
        start = text.find(part, start + 1)
    return found
