"""Which role a title means, once it is read."""

from __future__ import annotations

from kg.arabic.tokens import TokenKind
from kg.roles.phrase import Phrase
from kg.roles.reading import Reading
from kg.roles.vocabulary import Entry, Use


def choose(reading: Reading, phrase: Phrase) -> Entry | None:
    """Return the entry that fits what was read: a country's own title first, then what a complement decides."""
    entries = [entry for entry in phrase.entries if not entry.held_in or phrase.country in entry.held_in]
    entries = entries or [entry for entry in phrase.entries if len(entry.held_in) == 1 and phrase.country is None]
    whose = (phrase.country or phrase.likely) is not None and not phrase.complement
    definite = reading.tokens[phrase.head].norm.startswith("ال") or phrase.entries[0].words > 1

    def rank(entry: Entry) -> int:
        if entry.held_in:
            return 4
        if entry.use is Use.COUNTRY:
            return 3 if whose else -1
        if entry.role == "analyst" and phrase.relative:
            return -1  # أستاذها: her teacher
        if entry.use is Use.HEAD:
            return 2 if phrase.complement or phrase.relative else 0 if phrase.country_is == "name" or definite else -1
        return 1 if definite or whose or phrase.complement or phrase.relative else -1

    best = max(entries, key=rank, default=None)
    definite = definite or any(t.kind is TokenKind.ENCLITIC for t in reading.tokens[phrase.head : phrase.title_end])
    phrase.generic = not definite and not (phrase.complement or phrase.relative or phrase.country_is == "name")
    phrase.bare = best is not None and best.use is Use.HEAD and rank(best) == 0 and phrase.country_is != "name"
    return best if best is not None and rank(best) >= 0 else None
