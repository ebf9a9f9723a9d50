"""Offsets: events dated by how long before or after another day they were: بعد شهرين على مقتل، غداة هجوم."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from kg.arabic.numbers import number_word
from kg.arabic.tokens import TokenKind
from kg.clauses import word_set
from kg.dates import DateMention
from kg.events.dated import Dated
from kg.events.scene import Scene
from kg.events.triggers import Trigger

_BEFORE, _AFTER = "قبل", "بعد"
_NEXT_DAY = {"غداه": -1, "عشيه": 1}  # غداة هجوم: the day after it, so the attack was a day before
_FILLERS = word_set("مرور مضي نحو حوالي")
_LINKS = word_set("من علي")
_DUALS = {"يومين": ("day", 2), "شهرين": ("month", 2), "عامين": ("year", 2), "سنتين": ("year", 2)}
_UNITS = {
    **dict.fromkeys(word_set("يوم ايام يوما"), "day"),
    **dict.fromkeys(word_set("شهر اشهر شهور شهرا"), "month"),
    **dict.fromkeys(word_set("عام اعوام عاما سنه سنوات"), "year"),
}
_ONE = word_set("يوم شهر عام سنه")
_REACH, _MONTHS, _DAY = 3, 12, len("2018-01-01")


class _Span(NamedTuple):
    """So many days, months or years; ``end`` is the token after the words that say so."""

    unit: str
    number: int
    end: int


def offsets(scene: Scene) -> dict[Trigger, Dated]:
    """Return the event nouns of the sentence that such a phrase dates, each with its date."""
    found: dict[Trigger, Dated] = {}
    for place in range(scene.sentence.first, scene.sentence.last - 1):
        for trigger, edtf in _told(scene, place):
            found.setdefault(trigger, _dated(scene, place, trigger.start, edtf))
    return found


def _told(scene: Scene, place: int) -> Iterator[tuple[Trigger, str]]:
    """The event behind the phrase that opens at ``place``, and its date."""
    word = scene.doc.tokens[place].norm
    if word in _NEXT_DAY:
        span, sign = _Span("day", 1, place + 1), _NEXT_DAY[word]
    elif word in (_BEFORE, _AFTER) and (read := _duration(scene, place + 1)) is not None:
        span, sign = read, 1 if word == _BEFORE else -1
    else:
        return
    trigger = next((t for t in scene.nouns if 0 <= t.start - span.end < _REACH), None)
    edtf = _shifted(scene, place, span, sign) if trigger is not None else None
    if trigger is not None and edtf is not None:
        yield trigger, edtf


def _duration(scene: Scene, place: int) -> _Span | None:
    """شهرين على، ثلاثة أيام من، مرور عام على: a length of time and the preposition behind it."""
    tokens, last = scene.doc.tokens, scene.sentence.last
    while place < last and tokens[place].norm in _FILLERS:
        place += 1
    count = 0
    if place < last and (read := _number(tokens[place].text, tokens[place].norm, tokens[place].kind)) is not None:
        count, place = read, place + 1
    if place + 1 >= last or tokens[place + 1].norm not in _LINKS:
        return None
    word = tokens[place].norm
    if word in _DUALS:
        return _Span(*_DUALS[word], place + 2)
    known = word in _UNITS and not tokens[place].definite and (count or word in _ONE)
    return _Span(_UNITS[word], count or 1, place + 2) if known else None


def _number(text: str, norm: str, kind: TokenKind) -> int | None:
    if kind == TokenKind.NUMBER:
        return int(text) if text.isdecimal() and len(text) < _REACH else None
    word = number_word(norm)
    return word.value if word is not None and not word.ordinal else None


def _shifted(scene: Scene, place: int, span: _Span, sign: int) -> str | None:
    """The date so long before or after the day that the clause tells; for months also before the news."""
    number = scene.clauses.number(place)
    told = [m for m in scene.mentions if scene.clauses.number(m.start) == number and not m.coarse and not m.spans]
    day = date.fromisoformat(told[0].mention.edtf or "") if told and len(told[0].mention.edtf or "") == _DAY else None
    if day is None and span.unit == "month" and sign < 0:
        day = scene.doc.published
    if day is None:
        return None
    if span.unit == "day":
        return (day + timedelta(days=sign * span.number)).isoformat()
    months = day.year * _MONTHS + day.month - 1 + sign * span.number * (_MONTHS if span.unit == "year" else 1)
    year, month = divmod(months, _MONTHS)
    return str(year) if span.unit == "year" else f"{year:04d}-{month + 1:02d}"


def _dated(scene: Scene, place: int, end: int, edtf: str) -> Dated:
    first, last = scene.doc.tokens[place], scene.doc.tokens[end - 1]
    text = scene.doc.slice(place, end)
    return Dated(place, end, DateMention(first.start, last.end, text, edtf, "point", "relative"))
