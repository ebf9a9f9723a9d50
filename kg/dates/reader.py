"""A text as words for the date grammar: which words matter, what stands between them, and which tense they stand in."""

from __future__ import annotations

import re
from datetime import date
from functools import cached_property
from itertools import accumulate

from kg.arabic.normal import fold
from kg.dates import words as w
from kg.dates.tense import after_qad, cue, may, reporting, reports, scheduled, was

# Words keep their marks and the invisible characters inside them; whatever is between is a gap, an empty one where a
# word and a number are written together (منذ19, في30, 19حزيران).
_GAP = re.compile(
    r"([^\w\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+"
    r"|(?<=[\u0621-\u063a\u0641-\u0655]{3})(?=\d)|(?<=\b\u0641\u064a)(?=\d)|(?<=\d)(?=[\u0621-\u063a\u0641-\u0655]{3}))"
)
_VOCABULARY = w.Vocabulary()
_SENTENCE_END = re.compile(r"[.!?؟][^\w]*\s|[؛\n]")
_TRIPLE = re.compile(r"(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}(?![\d/.-])")
_LOOK_BACK = 14
_LOOK_AHEAD = 5
_APPOINTMENT = 6


class Reader:
    """The words of ``text``: ``items[i]`` is what word ``i`` means in a date, None for any other word.

    ``gaps[i]`` is what stands before word ``i``; ``ends`` are code points into ``text``.
    ``weekdays`` remembers which day a weekday was said to be (غدا الاثنين): the same name later means the same day.
    """

    def __init__(self, text: str, reference: date | None) -> None:
        parts = _GAP.split(text)
        self.text = text
        self.reference = reference
        self.words = parts[0::2]
        self.gaps = ["", *parts[1::2]]
        self.items = list(map(_VOCABULARY.__getitem__, self.words))
        self.ends = list(accumulate(map(len, parts)))[0::2]
        self.size = len(self.words)
        self.weekdays: dict[int, date] = {}

    def start(self, i: int) -> int:
        """Return where word ``i`` starts."""
        return self.ends[i] - len(self.words[i])

    def item(self, i: int) -> w.Item | None:
        """Return the item at ``i``, None also beyond the text."""
        return self.items[i] if 0 <= i < self.size else None

    def word(self, i: int) -> w.Item:
        """Return the item at ``i``, where it is known that one stands there."""
        item = self.items[i]
        if item is None:
            raise LookupError(f"word {i} means nothing in a date")
        return item

    def at(self, i: int, kind: int, gap: str = "") -> w.Item | None:
        """Return the item at ``i`` when it is of ``kind`` and only spaces, or one of ``gap``, stand before it."""
        if not 0 < i < self.size:
            return None
        item = self.items[i]
        if item is None or item.kind != kind or not self.joined(i, gap):
            return None
        return item

    def joined(self, i: int, gap: str = "") -> bool:
        """Whether words ``i - 1`` and ``i`` stand on one line with nothing but spaces or one of the signs ``gap``
        between."""
        between = self.gaps[i]
        if between == " ":
            return True
        if "\n" in between or len(between) > 4:
            return False
        stripped = between.strip()
        return not stripped or (len(stripped) == 1 and stripped in gap)

    def is_word(self, i: int, *names: str, gap: str = "") -> bool:
        """Whether word ``i`` is one of ``names`` (function words, in normal form) and joined to the one before it."""
        item = self.item(i)
        return item is not None and item.name in names and i > 0 and self.joined(i, gap)

    def norm(self, i: int) -> str:
        """Return the normal form of word ``i``, empty beyond the text."""
        return fold(self.words[i]) if 0 <= i < self.size else ""

    def closes(self, i: int) -> bool:
        """Whether the clause ends before word ``i``: the text ends there or a sign that is no space stands before
        it."""
        return i >= self.size or bool(self.gaps[i].strip()) or "\n" in self.gaps[i] or not self.words[i]

    @cached_property
    def bare(self) -> bool:
        """Whether the text holds nothing but date words: an appointment rather than a report."""
        return all(item is not None for word, item in zip(self.words, self.items, strict=True) if word)

    @cached_property
    def orders(self) -> frozenset[str]:
        """The orders of day and month, ``dm`` or ``md``, that dates in figures of this text show beyond doubt."""
        pairs = [(int(match[1]), int(match[2])) for match in _TRIPLE.finditer(self.text)]
        shown = {"dm" for first, second in pairs if first > 12 >= second}
        return frozenset(shown | {"md" for first, second in pairs if second > 12 >= first})

    def tense(self, first: int, last: int) -> int:
        """Return PAST, NEXT or BEHIND: what the nearest verb before, else after, words ``first`` to ``last`` says.

        BEHIND is the past that news tells, where no verb does or where it only reports (قال, أعلن) what may lie ahead.
        """
        told = self._told(first, last)
        if told is not None:
            return told
        return w.NEXT if self.bare else w.BEHIND

    def told(self, first: int, last: int) -> bool:
        """Whether a verb near words ``first`` to ``last`` tells the tense."""
        return self._told(first, last) is not None

    def _told(self, first: int, last: int) -> int | None:
        if last < self.size and reports(self.words[last]) and "،" in self.gaps[last] and "،" in self.gaps[first]:
            return w.PAST
        behind = self._told_before(first)
        return behind if behind is not None else self._told_after(last)

    def _told_before(self, first: int) -> int | None:
        words = self.words
        for i in range(first - 1, max(-1, first - 1 - _LOOK_BACK), -1):
            if self.gaps[i + 1] != " " and _SENTENCE_END.search(self.gaps[i + 1]):
                break
            found = cue(words[i])
            if found is not None and not (i and fold(words[i - 1]) == "غير"):
                return w.BEHIND if found == w.PAST and reporting(words[i]) else found
            if i + 1 < first and may(words[i]) and (found := after_qad(words[i + 1])) is not None:
                return found
            if first - i <= _APPOINTMENT and scheduled(words[i]):
                return w.PAST if any(was(word) for word in words[max(0, i - 2) : i]) else w.NEXT
        return None

    def _told_after(self, last: int) -> int | None:
        for i in range(last, min(self.size, last + _LOOK_AHEAD)):
            if (self.gaps[i] != " " and _SENTENCE_END.search(self.gaps[i])) or (
                "،" in self.gaps[i] and self.words[i].startswith("و")
            ):
                break
            if (found := cue(self.words[i])) is not None:
                return found
        return None
