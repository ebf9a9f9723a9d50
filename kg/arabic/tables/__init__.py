"""Tables of the language: words and spellings as data, one file a table; ``#`` begins a comment line."""

from __future__ import annotations

from importlib import resources


def read_lines(name: str) -> list[str]:
    """Return the lines of the table ``name``, comments and blank lines left out."""
    text = (resources.files("kg.arabic.tables") / f"{name}.txt").read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def read_words(name: str) -> list[str]:
    """Return the words of the table ``name``."""
    return [word for line in read_lines(name) for word in line.split()]
