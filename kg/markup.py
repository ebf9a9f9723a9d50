"""The article inside a web page, each character of it with its place in the page's source.

trafilatura tells which paragraphs are the article; where they stand is found by aligning them, letter by letter and
without regard to white space, with the page's visible text.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

Piece = tuple[int, int, int]
# Comments, scripts, styles and the like with all they hold; any other tag; a character reference.
_MARKUP = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|noscript|template|svg|iframe|textarea)\b[^>]*>.*?(?:</\1\s*>|\Z)|</?[a-zA-Z!?][^>]*(?:>|\Z)"
    r"|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});",
    re.S | re.I,
)
_BREAK = re.compile(
    r"</?(?:p|div|br|h[1-6]|li|ul|ol|tr|td|th|table|section|article|header|footer|title|blockquote)\b", re.I
)
_HEADING = re.compile(r"<h1\b[^>]{0,500}>(.{1,2000}?)</h1\s*>", re.I | re.S)
_HEADING_END = re.compile(r"</h1\s*>", re.I)
_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9]{0,20})\b[^>]{0,5000}>")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_HIDDEN = re.compile(r"\shidden(?=[\s=>/])", re.I)
_NOT_DISPLAYED = re.compile(r"\sstyle\s*=\s*[\"'][^\"']*\bdisplay\s*:\s*none", re.I)
_LONGEST_PAGE = 10_000_000


class Visible(NamedTuple):
    """The letters of a page without white space, and the place of each in the source."""

    letters: str
    places: list[int]


def _without_hidden(source: str) -> str:
    """Return ``source`` with blanks for the elements that it hides; all else keeps its place."""
    parts: list[str] = []
    place, endless = 0, {"html", "body"}
    for match in _TAG.finditer(source) if "hidden" in source or "none" in source else ():
        name = match[1].lower()
        if match.start() < place or name in endless or not _is_hidden(match.group()):
            continue
        end = _end_of(source, name, match.start())
        if end is None:
            endless.add(name)
            continue
        parts += [source[place : match.start()], " " * (end - match.start())]
        place = end
    return "".join([*parts, source[place:]])


def _is_hidden(tag: str) -> bool:
    if "hidden" not in tag and "none" not in tag:
        return False
    return bool(_HIDDEN.search(_QUOTED.sub('""', tag)) or _NOT_DISPLAYED.search(tag))


def _end_of(source: str, name: str, start: int) -> int | None:
    """Return where the element ``name`` that begins at ``start`` ends; None where nothing ends it."""
    depth = 0
    for match in re.compile(rf"<(/?){name}\b[^>]{{0,5000}}>", re.I).finditer(source, start):
        depth += -1 if match[1] else 1
        if depth == 0:
            return match.end()
    return None


def visible(source: str) -> Visible:
    """Return what a reader of the page ``source`` sees, without white space, hidden elements and markup."""
    letters: list[str] = []
    places: list[int] = []
    for text, start, width in _runs(source):
        for offset, char in enumerate(text):
            if not char.isspace():
                letters.append(char)
                places.append(start + (offset if width is None else 0))
    return Visible("".join(letters), places)


def _runs(source: str) -> Iterator[tuple[str, int, int | None]]:
    """Yield the visible text between markup with its start; a character reference comes with its width."""
    place = 0
    for match in _MARKUP.finditer(source):
        yield source[place : match.start()], place, None
        found = match.group()
        if found.startswith("&"):
            yield html.unescape(found), match.start(), len(found)
        place = match.end()
    yield source[place:], place, None


def article_text(source: str) -> tuple[str, tuple[Piece, ...]]:
    """Return the article in the page ``source``, a paragraph a line, and its pieces (start, start in source, length).

    The heading comes first. Where no article can be told from the rest of the page, all visible text is returned.
    """
    source = _without_hidden(source)
    seen = visible(source)
    paragraphs = [*_headings(source), *_paragraphs(source)]
    found = _aligned(paragraphs, seen)
    if sum(end - start for start, end in found) < 100:
        found = _everything(source, seen)
    return _text(source, seen, _in_order(found))


def _paragraphs(source: str) -> list[str]:
    from trafilatura import extract

    if len(source) > _LONGEST_PAGE or source.count("<") > 300_000:
        return []
    try:
        text = extract(
            source.encode("utf-8", "replace"), include_comments=False, include_tables=False, favor_recall=True
        )
    except Exception:  # whatever a parser says to a broken page, the page's text is still there
        return []
    return (text or "").split("\n")


def _headings(source: str) -> list[str]:
    end = _HEADING_END.search(source)
    begin = max(source.rfind("<h1", 0, end.start()), source.rfind("<H1", 0, end.start())) if end else -1
    found = _HEADING.match(source, begin) if begin >= 0 else None
    return ["".join(text for text, _, _ in _runs(found[1]))] if found else []


def _aligned(paragraphs: list[str], seen: Visible) -> list[tuple[int, int]]:
    """Return where each paragraph stands among the visible letters; one that is not there is left out."""
    spans = []
    last = 0
    for paragraph in paragraphs:
        letters = "".join(paragraph.split())
        start = seen.letters.find(letters, last) if letters else -1
        start = start if start >= 0 or not letters else seen.letters.find(letters)
        if start >= 0:
            last = start + len(letters)
            spans.append((start, last))
    return spans


def _in_order(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return ``spans`` in their order in the page, none inside another."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(set(spans)):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _everything(source: str, seen: Visible) -> list[tuple[int, int]]:
    """Return the visible letters cut at the elements that begin a new line."""
    breaks = sorted({bisect_left(seen.places, match.start()) for match in _BREAK.finditer(source)} | {len(seen.places)})
    starts = [0, *breaks]
    return [(a, b) for a, b in zip(starts, breaks, strict=False) if a < b]


def _text(source: str, seen: Visible, spans: list[tuple[int, int]]) -> tuple[str, tuple[Piece, ...]]:
    parts: list[str] = []
    pieces: list[Piece] = []
    length = 0
    for start, end in spans:
        for text, place, shift in _words(source, seen, start, end):
            pieces.append((length + shift, place, len(text) - shift))
            parts.append(text)
            length += len(text)
        parts.append("\n")
        length += 1
    return "".join(parts), tuple(pieces) or ((0, 0, 0),)


def _words(source: str, seen: Visible, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Yield the letters ``start`` to ``end`` as runs that stand in the source as they are: text, place, and how many
    leading characters of the text (a space) stand elsewhere.
    """
    first = start
    for at in range(start + 1, end + 1):
        if at < end and _joined(source, seen, at):
            continue
        gap = " " if first > start and _has_space(source, seen.places[first - 1] + 1, seen.places[first]) else ""
        text = _between(source, seen, first, at)
        yield gap + text, seen.places[first], len(gap)
        first = at


def _joined(source: str, seen: Visible, at: int) -> bool:
    """Whether letter ``at`` follows the one before it in the source, with nothing or one space between them."""
    before, here = seen.places[at - 1], seen.places[at]
    if source[before] != seen.letters[at - 1] or source[here] != seen.letters[at]:
        return False
    return here == before + 1 or (here == before + 2 and source[before + 1] in " \u00a0")


def _has_space(source: str, start: int, end: int) -> bool:
    gap = source[start:end]
    bare = _MARKUP.sub(lambda m: " " if _BREAK.match(m.group()) or "nbsp" in m.group() else "", gap)
    return any(c.isspace() for c in bare)


def _between(source: str, seen: Visible, first: int, last: int) -> str:
    if last - first == 1:
        return seen.letters[first]
    return source[seen.places[first] : seen.places[last - 1] + 1]
