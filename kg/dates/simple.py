"""Which reader begins at which word: one date, without a preposition."""

from __future__ import annotations

from collections.abc import Callable

from kg.dates import calendars
from kg.dates import words as w
from kg.dates.absolute import day_month, day_number, month_first
from kg.dates.dated import day_of_period
from kg.dates.day_words import day_word
from kg.dates.figures import asks_for_day, figures
from kg.dates.numbered import numbered
from kg.dates.periods import century, decade, fraction, later, part, rest, season
from kg.dates.reader import Reader
from kg.dates.relative import counted_period, unit_period
from kg.dates.values import BY_DAY, Interval, When
from kg.dates.weekdays import in_week, weekday
from kg.dates.years import bare_year, named_year

_Reader = Callable[[Reader, int], When | None]


_SIMPLE: dict[int, tuple[_Reader, ...]] = {
    w.DIGITS: (figures, day_month, day_of_period, counted_period, bare_year),
    w.ORD: (day_word, day_month, day_of_period, numbered),
    w.NUM: (day_month, day_of_period, counted_period, bare_year),
    w.MONTH: (month_first,),
    w.DOUBLE: (month_first,),
    w.HIJRI: (month_first,),
    w.HIJRI_DOUBLE: (month_first,),
    w.THU: (month_first,),
    w.WEEKDAY: (numbered, weekday),
    w.UNIT: (named_year, century, numbered, fraction, unit_period, day_word, weekday, counted_period, month_first),
    w.SHIFT: (day_word,),
    w.THIS: (unit_period, weekday, day_word),
    w.PART: (numbered, counted_period, part),
    w.REST: (rest,),
    w.DAYPART: (day_word,),
    w.SEASON: (season, month_first),
    w.DECADE: (decade,),
    w.FRACTION: (fraction,),
    w.WORD: (),
}


def simple(r: Reader, i: int) -> When | None:
    """Read one date, without a preposition, at word ``i``."""
    item = r.item(i)
    if item is None:
        return None
    for read in _SIMPLE.get(item.kind, ()):
        when = read(r, i)
        if when is not None:
            return _weekday_in_week(r, when)
    if item.kind == w.WORD and item.name in ("وقت", "لاحقا"):
        return later(r, i)
    return _day_by_number(r, i, item)


def _weekday_in_week(r: Reader, when: When) -> When:
    """«الأسبوع الماضي الأحد»: the day in that week."""
    span = when.interval
    day = r.at(when.end, w.WEEKDAY)
    if day is None or not day.definite or day.conj or span is None or span.unit != BY_DAY:
        return when
    if (span.last - span.first).days != 6:
        return when
    return in_week(when, day.value, when.end + 1) or when


def _day_by_number(r: Reader, i: int, item: w.Item) -> When | None:
    """«يوم 27», «عدت في 27», «عدت للثاني والعشرين»: a day of the month of the reference."""
    if item.kind == w.UNIT and item.value == w.DAY and item.note == w.SINGULAR and not item.definite:
        if (figure := r.at(i + 1, w.DIGITS)) is None or figure.conj or figure.prep:
            return None
        i += 1
        if (full := figures(r, i) or day_month(r, i) or day_of_period(r, i)) is not None:
            return full
        closed = r.closes(i + 1) or (r.items[i + 1] is not None and r.word(i + 1).kind == w.WORD)
        if not closed:
            return None
    elif item.kind in (w.DIGITS, w.ORD):
        prep = item.prep == "ل" and r.item(i - 1) is not None and r.word(i - 1).kind == w.MOTION
        if not prep and not asks_for_day(r, i):
            return None
    else:
        return None
    found = day_number(r, i)
    if found is None or r.reference is None or (not r.closes(found[1]) and r.items[found[1]] is None):
        return None
    day = calendars.make_date(r.reference.year, r.reference.month, found[0])
    return When(found[1], interval=Interval(day, day), basis="relative") if day else None
