"""People's names of a document: those that the name finder sees and those of well-known people, whole."""

from __future__ import annotations

from kg.arabic.words import marks
from kg.document import Document
from kg.roles.tables import words

_OF_LANDS = words("اقليم اقليه شعب قبيله مدينه بلده قريه جزيره مقاطعه ريف عرقيه")
"""Nouns without the article that are completed by the name of a land, a town or a people."""

_RULERS = words("شاه ملك ملكه سلطان امير قيصر امبراطور حاكم زعيم")


def people_names(doc: Document) -> list[tuple[int, int]]:
    """Return the names as half-open token indexes, in order, none overlapping; of two that overlap the one that begins
    first and is longer.
    """
    known = [(match.start, match.end) for match in doc.matches_of("people") if match.end - match.start > 1]
    lands = _lands(doc)
    borne = [(start, end) for start, end in doc.names if end - start > 1 or doc.tokens[start].norm not in lands]
    borne = [span for span in borne if not _ruler_of_land(doc, *span)]
    if not known:
        return borne
    starts = {end: start for start, end in known}
    ends = dict(known)
    borne = [part for span in borne for part in _two_people(doc, *span, ends.get(span[0], span[1]))]
    found = [(_known_start(doc, start, end, starts), end) for start, end in borne]
    names: list[tuple[int, int]] = []
    for start, end in sorted({*found, *known}, key=lambda span: (span[0], -span[1])):
        if not names or start >= names[-1][1]:
            names.append((start, end))
        elif end > names[-1][1]:
            names[-1] = (names[-1][0], end)
    return names


_GOES_ON = words("بن ابن بنت ابو ابي ال عبد ولد آل")


def _two_people(doc: Document, start: int, end: int, known: int) -> list[tuple[int, int]]:
    """Return the name at ``start``, cut after the well-known name that it begins with where two or more words follow
    that do not go on with it: دونالد ترامب | جينا هاسبل.
    """
    apart = start < known and end - known > 1 and doc.tokens[known].norm not in _GOES_ON
    return [(start, known), (known, end)] if apart and not doc.tokens[known].definite else [(start, end)]


def _ruler_of_land(doc: Document, start: int, end: int) -> bool:
    """Whether what looks like a name is a ruler's title with a land: شاه إيران."""
    if end - start > 2 or doc.tokens[start].norm not in _RULERS:
        return False
    return any(match.start == start + 1 and match.end >= end for match in doc.matches_of("countries"))


def _lands(doc: Document) -> set[str]:
    """Return the single names of ``doc`` that somewhere complete the word for a land or its people: إقليم كاشين."""
    singles = [start for start, end in doc.names if end - start == 1]
    before = {start: doc.tokens[start - 1] for start in singles if start}
    return {doc.tokens[at].norm for at, token in before.items() if token.norm in _OF_LANDS}


def _known_start(doc: Document, start: int, end: int, starts: dict[int, int]) -> int:
    """Return where a name begins of which the end is well known, without a word before it that is no name."""
    known = starts.get(end, start)
    return known if known > start and marks(doc.tokens[start].norm).name == "0" else start
