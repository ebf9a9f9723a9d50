"""People's names of a document: those that the name finder sees and those of well-known people, whole."""

from __future__ import annotations

from kg.document import Document


def people_names(doc: Document) -> list[tuple[int, int]]:
    """Return the names as half-open token indexes, in order, none overlapping; of two that overlap the one that
    begins first
    and is longer.
    """
    known = [(match.start, match.end) for match in doc.matches_of("people") if match.end - match.start > 1]
    if not known:
        return doc.names
    names: list[tuple[int, int]] = []
    for start, end in sorted({*doc.names, *known}, key=lambda span: (span[0], -span[1])):
        if not names or start >= names[-1][1]:
            names.append((start, end))
        elif end > names[-1][1]:
            names[-1] = (names[-1][0], end)
    return names
