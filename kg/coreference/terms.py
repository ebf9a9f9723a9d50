"""Since when and until when an office is held, where the text tells it beside the title."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from kg.dates import DateMention
from kg.document import Document
from kg.roles import TitleMention

_BETWEEN = frozenset(
    {"،", ",", "الذي", "التي", "تولي", "تولت", "يتولي", "تتولي", "يشغل", "شغل", "المنصب", "منصب", "ه", "هذا", "("}
)
_SINCE = frozenset({"منذ"})
_UNTIL = frozenset({"حتي", "لغايه"})
_FARTHEST = 7


def with_terms(doc: Document, titles: Sequence[TitleMention]) -> list[TitleMention]:
    """Return ``titles`` with ``since`` and ``until`` where a date follows: وزير الدفاع X، الذي يتولى المنصب منذ
    2019.
    """
    cues = [title.end for title in titles if title.name and _cue_after(doc, title.end) is not None]
    if not cues:
        return list(titles)
    starts = [mention.start for mention in doc.dates]
    return [_with_term(doc, title, doc.dates, starts) if title.name else title for title in titles]


def _cue_after(doc: Document, end: int) -> int | None:
    """Return the place of منذ or حتى after token ``end``, with only linking words between."""
    for place in range(end, min(end + _FARTHEST, len(doc.tokens) - 1)):
        norm = doc.tokens[place].norm
        if norm in _SINCE or norm in _UNTIL:
            return place
        if norm not in _BETWEEN:
            return None
    return None


def _with_term(doc: Document, title: TitleMention, dates: list[DateMention], starts: list[int]) -> TitleMention:
    cue = _cue_after(doc, title.end)
    if cue is None:
        return title
    at = bisect_left(starts, doc.tokens[cue].start)
    if at == len(dates) or dates[at].start > doc.tokens[cue + 1].start or not dates[at].edtf:
        return title
    first, _, last = (dates[at].edtf or "").partition("/")
    if doc.tokens[cue].norm in _SINCE:
        return replace(title, since=_plain(first))
    return replace(title, until=_plain(last or first))


def _plain(edtf: str) -> str | None:
    return edtf if edtf and edtf != ".." else None
