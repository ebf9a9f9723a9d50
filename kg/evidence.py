"""Evidence: from places in a document to places in the raw article. The only maker of ``Evidence``."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from kg.clean import CleanText
from kg.document import Document
from kg.records import Evidence


@dataclass(frozen=True)
class Evidencer:
    """Makes the evidence of facts found in ``doc``, whose text is ``clean.text``, a cleaned form of ``raw``."""

    doc: Document
    clean: CleanText
    raw: str

    def of_tokens(self, first: int, last: int, *, rule: str, confidence: float) -> Evidence:
        """Return the evidence for tokens ``first`` to ``last`` (half-open)."""
        tokens = self.doc.tokens
        return self.of_text(tokens[first].start, tokens[last - 1].end, rule=rule, confidence=confidence)

    def of_text(self, start: int, end: int, *, rule: str, confidence: float) -> Evidence:
        """Return the evidence for characters ``start`` to ``end`` (half-open) of the document's text."""
        raw_start, raw_end = self.clean.raw_span(start, end)
        sentence = self.doc.sentence_of(self.doc.token_at(start))
        return Evidence(
            start=raw_start,
            end=raw_end,
            exact=self.raw[raw_start:raw_end],
            sentence=self.doc.text[sentence.start : max(sentence.end, min(end, len(self.doc.text)))],
            rule=rule,
            confidence=round(confidence, 2),
        )

    def text_span(self, evidence: Evidence) -> tuple[int, int]:
        """Return the half-open span of ``evidence`` in the document's text."""
        return self._text_offset(evidence.start), self._text_offset(evidence.end - 1) + 1

    def _text_offset(self, raw_offset: int) -> int:
        pieces = self.clean.pieces
        start, raw, _ = pieces[max(0, bisect_right(pieces, raw_offset, key=lambda piece: piece[1]) - 1)]
        return start + raw_offset - raw
