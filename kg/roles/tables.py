"""How the tables of the grammar are written: words in normal form, apart by white space."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Return the words of ``text``."""
    return frozenset(text.split())
