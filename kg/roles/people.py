"""People's names of a document: those that the name finder sees and those of well-known people, whole."""

from __future__ import annotations

from kg.arabic.words import marks
from kg.document import Document


def people_names(doc: Document) -> list[tuple[int, int]]:
    """Return the names as half-open token indexes, in order, none overlapping; of two that overlap the one that
    begins first
    and is longer.
    """
    known = [(match.start, match.end) for match in doc.matches_of("people") if match.end - match.start > 1]
    if not known:
        return doc.names
    starts = {end: start for start, end in known}
    found = [(_known_start(doc, start, end, starts), end) for start, end in doc.names]
    names: list[tuple[int, int]] = []
    for start, end in sorted({*found, *known}, key=lambda span: (span[0], -span[1])):
        if not names or start >= names[-1][1]:
            names.append((start, end))
        elif end > names[-1][1]:
            names[-1] = (names[-1][0], end)
    return names


def _known_start(doc: Document, start: int, end: int, starts: dict[int, int]) -> int:
    """Return where a name begins of which the end is well known, without a word before it that is no name."""
    known = starts.get(end, start)
    return known if known > start and marks(doc.tokens[start].norm).name == "0" else start
