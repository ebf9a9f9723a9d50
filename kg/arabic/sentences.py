"""Sentences of Arabic newswire.

A line ends a sentence; so do . ! ? ؟ … before white space, with the brackets and quotation marks that close there. Not
the point of an abbreviation (د. محمد, أ. ف. ب, U. S.), of a numbered line (1. ), nor one inside a quotation that the
sentence only contains.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from kg.arabic.quotations import Quotation, find_quotations

LONGEST_WHOLE_QUOTATION = 700
LONGEST_SENTENCE = 6000
_LINE = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_CLOSERS = "\"”“»’›)]}'\u200f\u200e\u202c"
_END = re.compile(
    rf"(?:[.!?؟…۔]+)([{re.escape(_CLOSERS)}]*)(?=\s|$)|(?<=[\u0621-\u064a]{{3}})\.(?=(?:و|ال)[\u0621-\u064a]{{3}})"
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[\"«“/،.])(?:و[دمأا]|[\u0621-\u064a]|[A-Z]|أ\.د|ا\.د|د\.م|ص\.ب|Mr|Mrs|Ms|Dr|St|Gen|Lt|Col|Sen|Rep|Gov|vs|No)\.$"
)
_AFTER_NUMBER = re.compile(r"[\d٠-٩۰-۹]\s?(?:م|هـ|ه|ق\.م)\.$")
_NUMBERED = re.compile(r"^\s*[\d٠-٩۰-۹]{1,2}\.$")
_WORD = re.compile(r"\S+")


def split_sentences(text: str, quotations: list[Quotation] | None = None) -> list[tuple[int, int]]:
    """Return the sentences of ``text`` as half-open offsets, without the white space around them.

    ``quotations``: those of ``text``, where they are known already.
    """
    whole = _WholeQuotations(find_quotations(text) if quotations is None else quotations)
    spans: list[tuple[int, int]] = []
    start = 0
    for line in _LINE.finditer(text):
        _split_line(text, start, line.start(), whole, spans)
        start = line.end()
    _split_line(text, start, len(text), whole, spans)
    return spans


class _WholeQuotations:
    """The outermost closed quotations, to ask in logarithmic time which of them covers an offset."""

    def __init__(self, quotations: list[Quotation]) -> None:
        self._kept = [q for q in quotations if q.level == 1 and q.closed]
        self._starts = [q.start for q in self._kept]

    def around(self, offset: int) -> Quotation | None:
        """Return the quotation that covers the character at ``offset``."""
        at = bisect_right(self._starts, offset) - 1
        return self._kept[at] if at >= 0 and offset < self._kept[at].end else None


def _split_line(text: str, start: int, end: int, whole: _WholeQuotations, spans: list[tuple[int, int]]) -> None:
    for match in _END.finditer(text, start, end):
        if match.end() < end and not _is_end(text, start, match, whole):
            continue
        _append(text, start, match.end(), spans)
        start = match.end()
    _append(text, start, end, spans)


def _append(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST_SENTENCE:  # no sentence of a person: cut, so that no later stage grows with its square
        cut = text.rfind(" ", start + 1, start + LONGEST_SENTENCE)
        cut = cut if cut > 0 else start + LONGEST_SENTENCE
        spans.append((start, cut))
        start = cut + (text[cut] == " ")
    if start < end:
        spans.append((start, end))


def _is_end(text: str, start: int, match: re.Match[str], whole: _WholeQuotations) -> bool:
    """Whether the sentence that began at ``start`` ends with ``match``, which does not end its line."""
    mark = match.start()
    before = text[max(start, mark - 12) : mark + 1]
    if (
        text[mark] == "."
        and match.end() - mark <= 2
        and _is_no_stop(before, text[start : mark + 1] if mark - start < 8 else "")
    ):
        return False
    if match.end() - mark > 1 and text[mark : mark + 2] in ("..", "…") and _is_pause(text, start, mark):
        return False
    quotation = whole.around(mark)
    if quotation is None:
        return True
    if quotation.end > match.end():  # inside a quotation
        return quotation.end - quotation.start > LONGEST_WHOLE_QUOTATION
    return not _attributed_behind(text, start, match.end(), quotation)


def _is_no_stop(before: str, head: str) -> bool:
    if _NUMBERED.match(head):
        return True
    return bool(_ABBREVIATION.search(before)) and not _AFTER_NUMBER.search(before)


def _is_pause(text: str, start: int, mark: int) -> bool:
    """Dots with a space before them leave words out; dots after one or two words set off a topic (سوريا.. قتلى)."""
    if mark > start and text[mark - 1] in " (":
        return True
    return len(_WORD.findall(text, start, min(mark, start + 40))) <= 2 and mark - start < 40


def _attributed_behind(text: str, start: int, end: int, quotation: Quotation) -> bool:
    """«...», قال فلان: the quotation opens the sentence, and what follows is no new sentence (وأضاف)."""
    opens = not text[start : quotation.start].strip(" -–—•*")
    rest = text[end : end + 3].lstrip()
    return opens and not rest.startswith(("و", "ف", *_CLOSERS, "«", "“", "-", "–"))
