"""Which countries an article names, where and how often, and which one it is about."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable

from kg.document import Document
from kg.entities import Found
from kg.records import Kind
from kg.roles import TitleMention
from kg.roles.phrase import MEDIA
from kg.roles.tables import words

NEAR = 30
"""Tokens within which a country's name tells whose an office is."""


class Lands:
    """Where an article names which countries; without ``news`` no medium counts, else a state's own agency does."""

    def __init__(self, doc: Document, found: Found, titles: Iterable[TitleMention] = (), *, news: bool = True) -> None:
        self.doc = doc
        opening = _after_dateline(doc)
        places = [
            (m.start, country)
            for m in found.mentions
            if m.key in found.entities
            and (country := found.entities[m.key].country)
            and m.kind in (Kind.COUNTRY, Kind.ORGANIZATION, Kind.PLACE, Kind.FORCE)
            and not _carries_news(doc, found.entities[m.key].concept, own=news)
        ]
        places += [(title.start, title.country) for title in titles if title.country]
        places = sorted(place for place in places if place[0] >= opening)
        self.starts = [start for start, _ in places]
        self.codes = [code for _, code in places]
        self.counts = Counter(self.codes)

    def leader(self, factor: float) -> str | None:
        """Return the country named at least ``factor`` times as often as any other."""
        ranked = self.counts.most_common(2)
        if not ranked or (len(ranked) > 1 and ranked[0][1] < factor * ranked[1][1]):
            return None
        return ranked[0][0]

    def other_than(self, country: str) -> str | None:
        """Return the country that leads clearly among those other than ``country``."""
        ranked = Counter({code: count for code, count in self.counts.items() if code != country}).most_common(2)
        if not ranked or (len(ranked) > 1 and ranked[0][1] < 1.5 * ranked[1][1]):
            return None
        return ranked[0][0]

    def near(self, place: int) -> str | None:
        """Return the one country named around token ``place``, in its sentence or else in the one before, if none is
        named more often; None for several.
        """
        sentence = self.doc.sentence_of(place)
        here = self._between(max(sentence.first, place - NEAR), min(sentence.last, place + NEAR))
        if not here and sentence.first > 0:
            before = self.doc.sentence_of(sentence.first - 1)
            here = self._between(max(before.first, sentence.first - NEAR), sentence.first)
        alone = here.pop() if len(here) == 1 else ""
        return alone if alone and self.counts[alone] == max(self.counts.values()) else None

    def _between(self, low: int, high: int) -> set[str]:
        return set(self.codes[bisect_left(self.starts, low) : bisect_left(self.starts, high)])


_LONGEST_DATELINE = 14


def _after_dateline(doc: Document) -> int:
    """Return the token after a line that tells where the article was written: دبي، الإمارات (CNN) -- ..."""
    for place in range(1, min(_LONGEST_DATELINE, len(doc.tokens) - 1)):
        if doc.tokens[place].text == ")" and doc.tokens[place + 1].text[0] in "-–—":
            return place + 1
    return 0


_WORLDWIDE = words(
    """
    reuters afp ap upi dpa bloomberg cnn bbc sky-news sky-news-arabia aljazeera alarabiya alhadath alhurra rt sputnik
    france24 dw voa fox-news nbc abc cbs
    """
)
"""Media that write of everywhere."""


def _carries_news(doc: Document, concept: str | None, *, own: bool) -> bool:
    """Whether a body is a news agency or a newspaper: whose it is tells nothing of what it writes about.

    ``own``: a state's own agency tells whose its ministers are.
    """
    known = doc.lexicon.concepts.get(concept) if concept else None
    if known is None or known.get("organizationKind") not in MEDIA:
        return False
    return not own or known.get("organizationKind") != "agency" or known.name in _WORLDWIDE


def article_country(doc: Document, found: Found) -> str | None:
    """Return the country that is named clearly more often than any other, None where none is."""
    return Lands(doc, found).leader(1.5)
