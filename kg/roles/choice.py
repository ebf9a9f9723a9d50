"""Which role a title means, once it is read."""

from __future__ import annotations

from kg.arabic.tokens import TokenKind
from kg.roles.phrase import Phrase
from kg.roles.reading import Reading
from kg.roles.vocabulary import Entry, Use

_SENT = frozenset({"خاص", "خاصه", "دايم", "دايمه", "سامي", "ساميه", "شخصي"})
"""What makes whoever represents an envoy, wherever it stands: الممثل الأميركي الخاص."""


def choose(reading: Reading, phrase: Phrase) -> Entry | None:
    """Return the entry that fits what was read: a country's own title first, then what a complement decides."""
    entries = [entry for entry in phrase.entries if not entry.held_in or phrase.country in entry.held_in]
    entries = entries or [entry for entry in phrase.entries if len(entry.held_in) == 1 and phrase.country is None]
    whose = (phrase.country or phrase.likely) is not None and not phrase.complement
    definite = reading.tokens[phrase.head].norm.startswith("ال") or phrase.entries[0].words > 1
    possessed = any(t.kind is TokenKind.ENCLITIC for t in reading.tokens[phrase.head : phrase.title_end])
    before = reading.tokens[phrase.head - 1].norm if phrase.head else ""
    told = phrase.former and before in ("هو", "هي")  # وهو حاكم سابق
    definite = definite or told
    sent = any(t.stem in _SENT for t in reading.tokens[phrase.head + 1 : phrase.end])
    plays = definite and not sent and phrase.organization is None and phrase.place is None and phrase.inner is None

    def rank(entry: Entry) -> int:
        if entry.held_in:
            return 4
        if entry.use is Use.COUNTRY:
            return 3 if whose else -1
        if _no_office(phrase, entry, possessed=possessed, definite=definite):
            return -1
        if entry.concept == "actor" and plays:
            return 3
        if entry.use is Use.HEAD:
            whole = phrase.complement or phrase.relative or sent
            return 2 if whole else 0 if phrase.country_is == "name" or definite else -1
        return 1 if definite or whose or phrase.complement or phrase.relative else -1

    best = max(entries, key=rank, default=None)
    definite = definite or possessed
    phrase.generic = not definite and not (phrase.complement or phrase.relative or phrase.country_is == "name")
    phrase.bare = (
        best is not None and best.use is Use.HEAD and rank(best) == 0 and phrase.country_is != "name" and not told
    )
    return best if best is not None and rank(best) >= 0 else None


def _no_office(phrase: Phrase, entry: Entry, *, possessed: bool, definite: bool) -> bool:
    """Whether the words are someone's own teacher (أستاذها), fiancée (خطيبته), lawyer, captain (قائده) or deputy
    (نائبه), a province (محافظة صعدة), or a king of no country (ملك البوب).
    """
    if possessed and (entry.role in ("analyst", "cleric") or entry.concept == "lawyer"):
        return True
    if entry.role == "cleric" and entry.feminine and entry.words == 1 and entry.concept != "preacher":
        return True
    if entry.role == "monarch" and not definite and phrase.complement and phrase.country is None:
        return True
    if possessed and entry.concept == "member-of-parliament":
        return True
    if entry.role == "governor" and entry.feminine and not definite and phrase.complement:
        return True
    captain = possessed and phrase.relative and phrase.title_end == phrase.head + 2
    return entry.role == "commander" and captain
