"""The date expressions of a text, in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from kg.arabic.normal import fold
from kg.dates import words as w
from kg.dates.expressions import expression
from kg.dates.outcome import Expression
from kg.dates.reader import Reader


class DateMention(NamedTuple):
    """A date expression: offsets in code points (half-open), the words, and the value, None where it cannot be
    resolved.

    ``kind`` is ``point``, ``span``, ``deadline`` (بحلول), ``since`` (منذ), ``after``, ``duration``, ``repeated`` (كل
    جمعة) or ``vague``; ``basis`` tells what decided: ``absolute``, ``month`` (a month without a year), ``weekday``,
    ``relative`` or ``anchored`` (to what the text told before).
    """

    start: int
    end: int
    text: str
    edtf: str | None
    kind: str = "point"
    basis: str = "absolute"


def find_dates(text: str, *, reference: date | None = None) -> Iterator[DateMention]:
    """Yield the date expressions of ``text`` in order; relative ones are resolved against ``reference``.

    >>> [mention.edtf for mention in find_dates("في 12 يناير 2016")]
    ['2016-01-12']
    """
    reader = Reader(text, reference)
    done, told = 0, ""
    items = reader.items
    for i in [i for i, item in enumerate(items) if item is not None and item.begin]:
        item = items[i]
        if item is None or i < done or not _promising(items, i, item):
            continue
        found = expression(reader, i)
        if found is None:
            continue
        found = _of_told_year(reader, found, told)
        done = found.end
        if found.kind == "name":
            continue
        start = reader.start(i) + _conjunction(reader.words[i], item)
        end = _bracket(text, start, reader.ends[found.end - 1])
        same = _same_as(told, text[start:end]) if found.edtf is None and found.basis == "anchored" else None
        told = found.edtf if found.edtf and "/" not in found.edtf else told
        yield DateMention(start, end, text[start:end], found.edtf or same, "point" if same else found.kind, found.basis)


def _of_told_year(reader: Reader, found: Expression, told: str) -> Expression:
    """Return مارس من العام نفسه as one expression: its year is that of the date that was told, and open without one."""
    if found.basis != "month" or reader.words[found.end : found.end + 1] != ["من"]:
        return found
    year = expression(reader, found.end + 1) if reader.item(found.end + 1) else None
    if year is None or year.edtf is not None or year.basis != "anchored" or not found.edtf:
        return found
    named = _same_as(told, " ".join(reader.words[found.end + 1 : year.end]))
    if named is None or len(named) != _YEAR:
        return Expression(found.start, year.end, None, "vague", "anchored")
    return replace(found, end=year.end, edtf=named + found.edtf[_YEAR:], basis="anchored")


def _same_as(told: str, words: str) -> str | None:
    """What في العام نفسه means after a date that was told, its year, its month or its day, and what في العام التالي
    does.
    """
    named = [fold(word) for word in words.split()]
    same = any(word.lstrip("ب").startswith(("نفس", "ذات")) for word in named)
    if not same and not any(word in _NEXT_WORDS for word in named):
        return None
    for unit, length in (("عام", 4), ("سنه", 4), ("شهر", 7), ("يوم", 10)):
        if any(word in (unit, "ال" + unit) for word in named) and len(told) >= length:
            return told[:length] if same else _after(told[:length])
    return None


_NEXT_WORDS = frozenset({"التالي", "التاليه", "اللاحق", "اللاحقه"})
_YEAR, _MONTHS = len("2016"), 12


def _after(told: str) -> str:
    """The year, month or day after the one that was told."""
    if len(told) == _YEAR:
        return str(int(told) + 1)
    if told.count("-") == 1:
        year, month = divmod(int(told[:_YEAR]) * _MONTHS + int(told[-2:]), _MONTHS)
        return f"{year:04d}-{month + 1:02d}"
    return (date.fromisoformat(told) + timedelta(days=1)).isoformat()


def _promising(items: list[w.Item | None], i: int, item: w.Item) -> bool:
    """Whether it is worth reading on: most words mean a date only beside another."""
    following = i + 1 < len(items) and items[i + 1] is not None
    if item.begin == 2:
        return item.kind != w.DIGITS or following or item.note == 4 or (i > 0 and items[i - 1] is not None)
    return (
        following
        or (item.kind == w.NUM and item.value == 2000)
        or (item.kind == w.ORD and item.prep == "ل" and i > 0 and items[i - 1] is not None)
    )


def _conjunction(word: str, item: w.Item) -> int:
    """The و or ف before an expression is no part of it."""
    return 1 if item.conj and word[0] in "وف" else 0


def _bracket(text: str, start: int, end: int) -> int:
    """Take in the bracket that closes one opened within the expression."""
    inner = text[start:end]
    return end + 1 if inner.count("(") > inner.count(")") and text[end : end + 1] == ")" else end
