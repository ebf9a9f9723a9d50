"""Sentences of Arabic newswire."""

from __future__ import annotations

import re

_END = re.compile(r"(?<=[.!?؟…])[\"”»’)\]]*\s+|\n+")


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Return the sentences of ``text`` as half-open offsets, without the white space around them."""
    spans, start = [], 0
    for match in _END.finditer(text):
        spans.append((start, match.end()))
        start = match.end()
    spans.append((start, len(text)))
    return [span for span in (_strip(text, *span) for span in spans) if span[0] < span[1]]


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
