"""The text by token: parts of speech, quotations, dates, capitals and nationalities."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate

from kg.arabic.tokens import Token, TokenKind
from kg.context import in_future
from kg.document import Document
from kg.lexicon import CAPITAL, DEMONYM, DEMONYM_PLURAL, Concept
from kg.records import DateValue
from kg.statements.agreement import noun_agreement
from kg.statements.vocabulary import SpeechWords, speech_words
from kg.statements.words import COMPLEMENTIZERS

_WORDS = frozenset({TokenKind.WORD, TokenKind.LATIN, TokenKind.NUMBER})


class Layout:
    """What the text itself shows at each token. Indexes are tokens, spans half-open."""

    def __init__(self, doc: Document) -> None:
        self.doc: Document = doc
        self.tokens: list[Token] = doc.tokens
        self.norms: list[str] = [token.norm for token in self.tokens]
        self.words: SpeechWords = speech_words(doc.lexicon)
        self._tags: dict[int, str] = {}

    @cached_property
    def capitals(self) -> dict[int, tuple[int, Concept]]:
        """Where each capital that begins at a token ends, and its country."""
        matches = (m for m in self.doc.matches_of("countries") if m.prop == CAPITAL)
        return {match.start: (match.end, match.concept) for match in matches}

    @cached_property
    def demonyms(self) -> dict[int, str]:
        """The code of the country whose adjective stands at a token."""
        matches = (m for m in self.doc.matches_of("countries") if m.prop in (DEMONYM, DEMONYM_PLURAL))
        return {match.start: match.concept.get("iso3166") or "" for match in matches if match.concept.get("iso3166")}

    @cached_property
    def stems(self) -> dict[str, list[int]]:
        """Where each stem stands, in order."""
        found: dict[str, list[int]] = {}
        for at, token in enumerate(self.tokens):
            if token.kind == TokenKind.WORD:
                found.setdefault(token.stem, []).append(at)
        return found

    def tag(self, token: int) -> str:
        """Return the part of speech of ``token``; none before and behind the text."""
        found = self._tags.get(token)
        if found is None:
            if not 0 <= token < len(self.tokens):
                return ""
            sentence = self.doc.sentence_of(token)
            self._tags.update(enumerate(self.doc.tags(sentence), sentence.first))
            found = self._tags[token]
        return found

    def form(self, token: int) -> tuple[str | None, str]:
        """Return gender (None where open) and number of the noun at ``token`` by its form."""
        return noun_agreement(self.tokens[token].norm, self.words)

    @cached_property
    def date_ends(self) -> dict[int, int]:
        """Where the date expression that begins at a token ends."""
        found = {}
        for date in self.doc.dates:
            first = self.doc.token_at(date.start)
            found[first] = max(first + 1, self.doc.token_at(date.end - 1) + 1)
        return found

    @cached_property
    def date_starts(self) -> dict[int, int]:
        """Where the date expression that ends before a token starts."""
        return {end: start for start, end in self.date_ends.items()}

    def date_in(self, first: int, last: int) -> DateValue | None:
        """Return the first resolved date expression in tokens ``first`` to ``last``, else the first one, else None."""
        if first >= last:
            return None
        low, high = self.tokens[first].start, self.tokens[last - 1].end
        at = bisect_left(self._date_offsets, low)
        inside = []
        while at < len(self.doc.dates) and self.doc.dates[at].end <= high:
            date = self.doc.dates[at]
            lasting = (date.edtf or "").endswith("/..")  # يرأس البلاد منذ العام الماضي
            ahead = in_future(date.edtf, self.doc.published)  # what is reported was said before
            if not lasting and not ahead and not self._describes(date.start):
                inside.append(date)
            at += 1
        best = next((d for d in inside if d.edtf), inside[0] if inside else None)
        return DateValue(text=best.text, edtf=best.edtf) if best else None

    @cached_property
    def _date_offsets(self) -> list[int]:
        return [date.start for date in self.doc.dates]

    def _describes(self, offset: int) -> bool:
        """Whether a date describes a noun before it (اتفاق 2015، أهداف العام 2030) and not when something was said."""
        token = self.doc.token_at(offset)
        if token == 0 or self.doc.sentence_of(token).first == token:
            return False
        before = self.tokens[token - 1]
        if before.kind == TokenKind.PROCLITIC:
            return before.norm == "ل"
        return self.tokens[token].kind == TokenKind.NUMBER and self.tag(token - 1) == "NOUN"

    @cached_property
    def quotes(self) -> list[tuple[int, int]]:
        """The outermost quotations as token spans, marks included."""
        spans: list[tuple[int, int]] = []
        for quotation in self.doc.quotations:
            first, last = self.doc.token_at(quotation.start), self.doc.token_at(quotation.end - 1) + 1
            broken = not quotation.closed and self.norms[last - 1] in COMPLEMENTIZERS  # قناة "الشرق بأن "قوات
            if not broken and (not spans or first >= spans[-1][1]):
                spans.append((first, last))
        return spans

    @cached_property
    def _quote_starts(self) -> list[int]:
        return [first for first, _ in self.quotes]

    def quote_at(self, token: int) -> tuple[int, int] | None:
        """Return the outermost quotation that holds ``token``, as a token span."""
        index = bisect_right(self._quote_starts, token) - 1
        if index >= 0 and token < self.quotes[index][1]:
            return self.quotes[index]
        return None

    def quote_opening(self, token: int) -> tuple[int, int] | None:
        """Return the outermost quotation whose opening mark is ``token``."""
        found = self.quote_at(token)
        return found if found and found[0] == token else None

    def words_in(self, first: int, last: int) -> int:
        """Return how many words stand in a span."""
        return self._words_before[last] - self._words_before[first] if first < last else 0

    @cached_property
    def _words_before(self) -> list[int]:
        """How many words stand before each token, and in the whole text."""
        return list(accumulate([token.kind in _WORDS for token in self.tokens], initial=0))
