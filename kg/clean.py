"""Boilerplate out of scraped pages, with a map of offsets back to the raw text.

A page is cut into segments: lines, and the cells of a line that wide gaps part. ``kg/boilerplate.toml`` knows what
menus, share buttons, cookie notes, bylines and the like look like; the place of a segment (above the first paragraph,
below the last one) and its length tell the rest. The headline stays.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from importlib import resources

from kg.arabic.normal import fold
from kg.dates import find_dates
from kg.markup import article_text
from kg.records import Article

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_GAP = re.compile(r"[ \t\u00a0\u3000]{3,}")
_ARABIC = re.compile(r"[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_FULL_STOP = re.compile(r"[.؟?!…]['\"”»)\]]*\s*$")
_BYLINE = re.compile(r"\S+(?: \S+){0,2} ?[-–—] ?\S+(?: \S+){0,3}")
_NUMERIC = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b")
_LONGEST_LINE = 200
_PARAGRAPH = 12
_TOP = 30
_HEADLINE = 35


@dataclass(frozen=True, slots=True)
class CleanText:
    """An article's text without boilerplate.

    ``pieces`` are ``(start in text, start in raw, length)`` in order; what lies between two pieces (a line break that
    joins them) leads to the end of the earlier one. ``title`` is the headline, ``publisher`` and ``published`` (ISO)
    what the page's own lines tell; each None where they do not.
    """

    text: str
    pieces: tuple[tuple[int, int, int], ...]
    title: str | None = None
    publisher: str | None = None
    published: str | None = None

    def raw_offset(self, offset: int) -> int:
        """Return the place in the raw text of character ``offset`` of the clean text."""
        index = max(0, bisect_right(self.pieces, (offset, 1 << 60, 0)) - 1)
        start, raw, length = self.pieces[index]
        return raw + min(offset - start, length)

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the raw half-open span of the clean half-open span ``start``, ``end`` (``start`` < ``end``)."""
        return self.raw_offset(start), self.raw_offset(end - 1) + 1


@dataclass(slots=True)
class Segment:
    """A line or a cell of the raw text; offsets are into it. ``action`` is its boilerplate entry's, None for text."""

    start: int
    end: int
    text: str
    words: int
    folded: str = ""
    action: str | None = None
    publisher: str | None = None

    @property
    def is_paragraph(self) -> bool:
        """Whether this is running text: long, or a sentence to its full stop."""
        return self.words >= _PARAGRAPH or (self.words >= 6 and bool(_FULL_STOP.search(self.text)))


def clean(article: Article) -> CleanText:
    """Return the text of ``article`` that is news, without menus, cookie notes, share buttons and the like."""
    return _clean_page(article.raw) if article.media_type == "text/html" else _clean(article.raw)


@lru_cache(maxsize=4)
def _clean_page(source: str) -> CleanText:
    """Clean a web page: the article in it, then what is boilerplate in that; offsets lead to the page's source."""
    text, places = article_text(source)
    inner = _clean(text)
    outer = CleanText(text, places)
    pieces = tuple(piece for start, raw, length in inner.pieces for piece in _through(outer, start, raw, length))
    return replace(inner, pieces=pieces or ((0, 0, 0),))


def _through(outer: CleanText, start: int, inside: int, length: int) -> Iterator[tuple[int, int, int]]:
    """Yield the pieces of ``outer`` that make up ``length`` of its characters from ``inside``, moved to ``start``."""
    first = max(0, bisect_right(outer.pieces, (inside, 1 << 60, 0)) - 1)
    for begin, raw, size in outer.pieces[first:]:
        if begin >= inside + length:
            break
        cut = max(inside - begin, 0)
        if size > cut:
            yield start + max(begin - inside, 0), raw + cut, min(size - cut, inside + length - begin - cut)


def complete(article: Article) -> Article:
    """Return ``article`` with title, publisher and date as its page tells them, where no metadata did."""
    found = clean(article)
    return replace(
        article,
        title=article.title or found.title,
        publisher=article.publisher or found.publisher,
        published=article.published or found.published,
    )


@lru_cache(maxsize=4)
def _clean(raw: str) -> CleanText:
    segments = [_classified(segment) for segment in _segments(raw)]
    _mark_page_title(segments)
    first, last = _body(segments)
    _mark_related(segments, last)
    _mark_head(segments, first)
    _mark_tail(segments, last)
    kept = [s for s in segments if s.action is None] or [s for s in segments if _ARABIC.search(s.text)]
    text, pieces = _joined(raw, kept)
    return CleanText(
        text,
        pieces,
        title=_title(kept),
        publisher=next((s.publisher for s in segments if s.publisher), None),
        published=next(filter(None, (_published(s) for s in segments if s.action == "dated")), None),
    )


def _segments(raw: str) -> Iterator[Segment]:
    for line in _LINE.finditer(raw):
        start = line.start()
        for gap in (*_GAP.finditer(raw, start, line.end()), None):
            end = gap.start() if gap else line.end()
            text = raw[start:end].strip()
            if text:
                begin = raw.index(text[0], start)
                yield Segment(begin, begin + len(text), text, text.count(" ") + 1)
            start = gap.end() if gap else end


def _classified(segment: Segment) -> Segment:
    if not _ARABIC.search(segment.text):
        segment.action = "drop"
    if len(segment.text) <= _LONGEST_LINE:
        segment.folded = fold(segment.text).lower().strip()
        for entry in _table().candidates(segment.folded):
            segment.action = entry.action
            break
        else:
            if segment.words <= 4 and _table().is_menu(segment.folded):
                segment.action = "drop"
    if segment.action == "source":
        found = re.split("[:：+/-]", segment.text, maxsplit=1)[-1].strip(' *"«»')
        segment.publisher = re.sub(r"^نقلا?ً?ا? عن\s*", "", found).strip(' *"«»') or None
    return segment


def _body(segments: list[Segment]) -> tuple[int, int]:
    """Return the indexes of the first and the last paragraph (both the number of segments where there is none)."""
    places = [i for i, s in enumerate(segments) if s.action is None and s.is_paragraph]
    return (places[0], places[-1]) if places else (len(segments), len(segments))


def _mark_related(segments: list[Segment], last: int) -> None:
    """Headlines of other articles go with the line that announces them, up to the next sentence."""
    inside = False
    for segment in segments:
        if segment.action in ("related", "end"):
            inside = True
        elif inside and segment.action is None:
            inside = not segment.is_paragraph and not _FULL_STOP.search(segment.text)
            segment.action = "drop" if inside else None


def _mark_head(segments: list[Segment], first: int) -> None:
    """Above the first paragraph stand headlines; shorter lines and bylines go."""
    head = [s for s in segments[:first] if s.action is None]
    if any(s.words >= 4 for s in head) or _is_headline(segments, first):
        for segment in head:
            if segment.words < 4:
                segment.action = "drop"
    for index, segment in enumerate(head):
        if index and segment.words <= 6 and _BYLINE.fullmatch(segment.folded):
            segment.action = "drop"


def _mark_page_title(segments: list[Segment]) -> None:
    """The page's title, "Site - Section - Headline", goes where the headline stands below it."""
    top = [s for s in segments[:_TOP] if s.folded and s.action is None]
    for index, segment in enumerate(top):
        if any(len(s.folded) > 12 and segment.folded.endswith(s.folded) for s in top[index + 1 :]):
            segment.action = "drop"


def _is_headline(segments: list[Segment], index: int) -> bool:
    """Whether the paragraph at ``index`` is a long headline: no full stop, and another paragraph below it."""
    if index >= len(segments) or segments[index].words > _HEADLINE or _FULL_STOP.search(segments[index].text):
        return False
    return any(s.action is None and s.is_paragraph for s in segments[index + 1 :])


def _mark_tail(segments: list[Segment], last: int) -> None:
    for segment in segments[last + 1 :]:
        if segment.action is None and segment.words <= 5 and not _FULL_STOP.search(segment.text):
            segment.action = "drop"


def _joined(raw: str, kept: list[Segment]) -> tuple[str, tuple[tuple[int, int, int], ...]]:
    """Return the segments' text and where each piece of it stands; neighbours keep the line breaks between them."""
    runs: list[list[int]] = []
    for segment in kept:
        if runs and "\n" in (between := raw[runs[-1][1] : segment.start]) and not between.strip():
            runs[-1][1] = segment.end
        else:
            runs.append([segment.start, segment.end])
    parts, pieces, length = [], [], 0
    for start, end in runs:
        pieces.append((length, start, end - start))
        parts.append(raw[start:end])
        length += end - start + 1
    return "\n".join(parts), tuple(pieces) or ((0, 0, 0),)


def _title(kept: list[Segment]) -> str | None:
    if len(kept) > 1 and kept[0].words <= _HEADLINE and not kept[0].text.endswith("."):
        return kept[0].text
    return None


def _published(segment: Segment) -> str | None:
    if numeric := _NUMERIC.search(segment.folded):
        day, month, year = (int(part) for part in numeric.groups())
        found = f"{year + 2000 * (year < 100):04}-{month:02}-{day:02}"
        return found if 1 <= month <= 12 and 1 <= day <= 31 else None
    for mention in find_dates(segment.text):
        if mention.edtf and re.fullmatch(r"\d{4}-\d\d-\d\d", mention.edtf):
            return mention.edtf
    return None


@dataclass(frozen=True, slots=True)
class Entry:
    """A kind of boilerplate line; see ``kg/boilerplate.toml``."""

    name: str
    action: str
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    counter: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """The kinds of boilerplate line, and the words that menus are made of."""

    entries: tuple[Entry, ...]
    menu: frozenset[str]
    any: re.Pattern[str] = field(repr=False)

    def candidates(self, folded: str) -> Iterator[Entry]:
        """Yield the entries that match the whole folded line."""
        if self.any.fullmatch(folded):
            yield from (entry for entry in self.entries if entry.pattern.fullmatch(folded))

    def is_menu(self, folded: str) -> bool:
        """Whether the folded line is made of menu words alone."""
        return all(word in self.menu for word in re.findall(r"\w+", folded))


@lru_cache(maxsize=1)
def _table() -> Table:
    data = tomllib.loads(resources.files("kg").joinpath("boilerplate.toml").read_text(encoding="utf-8"))
    entries = tuple(
        Entry(
            name=entry["name"],
            action=entry["action"],
            pattern=re.compile(fold(entry["pattern"])),
            examples=tuple(entry["examples"]),
            counter=tuple(entry["counter"]),
        )
        for entry in data["entry"]
    )
    return Table(
        entries,
        frozenset(fold(data["menu"]["words"]).split()),
        re.compile("|".join(f"(?:{re.sub('[?]P<[a-z]+>', '?:', e.pattern.pattern)})" for e in entries)),
    )
