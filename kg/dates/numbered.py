"""Weeks, weekdays and last days by their number: الأسبوع الثالث من عام 2027, أول ثلاثاء من أكتوبر."""

from __future__ import annotations

from datetime import date, timedelta

from kg.dates import calendars
from kg.dates import words as w
from kg.dates.absolute import month_first, year
from kg.dates.reader import Reader
from kg.dates.values import BY_MONTH, BY_YEAR, Interval, When, resolve
from kg.dates.weekdays import nth_weekday
from kg.dates.years import this_unit, year_like


def numbered(r: Reader, i: int) -> When | None:
    """Read a week, weekday or last day by its number: الأسبوع الثالث من عام 2027, أول ثلاثاء من شهر أكتوبر, آخر يوم
    من الشهر."""
    found = _noun_then_number(r, i) or _number_then_noun(r, i)
    if found is None:
        return None
    kind, value, nth, at = found
    if r.is_word(at, "بعد") and kind == w.WEEKDAY and (feast := r.at(at + 1, w.HOLIDAY)):
        return _after_feast(r, at + 2, nth, value, feast.value)
    at += 1 if r.is_word(at, "من", "في", "ل") else 0
    whole = _whole_period(r, at)
    if whole is None:
        return None
    span = resolve(whole, r.reference, r.tense(i, whole.end))
    if span is None:
        return When(whole.end, vague=True)
    if kind == w.WEEKDAY:
        if span.unit != BY_MONTH or span.first.month != span.last.month:
            return None
        return nth_weekday(r, whole.end, nth, value, When(0, span.first.year, span.first.month))
    return _nth_week(whole.end, span, nth) if value == w.WEEK else _last_day(whole.end, span, nth)


def _noun_then_number(r: Reader, i: int) -> tuple[int, int, int, int] | None:
    item = r.word(i)
    if not item.definite or not (
        item.kind == w.WEEKDAY or (item.kind == w.UNIT and item.value == w.WEEK and item.note == 1)
    ):
        return None
    which = r.at(i + 1, w.ORD) or r.at(i + 1, w.DIR)
    if which is None or not which.definite:
        return None
    nth = which.value if which.kind == w.ORD else -1 if which.name.startswith("اخير") else 0
    return (item.kind, item.value, nth, i + 2) if nth and nth <= 5 else None


def _number_then_noun(r: Reader, i: int) -> tuple[int, int, int, int] | None:
    item = r.word(i)
    nth = item.value if item.kind == w.ORD else -1 if item.kind == w.PART and item.name == "اخر" else 0
    noun = r.item(i + 1)
    if not nth or nth > 5 or item.definite or noun is None or noun.definite or not r.joined(i + 1):
        return None
    if noun.kind == w.WEEKDAY:
        return w.WEEKDAY, noun.value, nth, i + 2
    if (
        noun.kind == w.UNIT
        and noun.note == w.SINGULAR
        and (noun.value == w.WEEK or (noun.value == w.DAY and nth == -1))
    ):
        return w.UNIT, noun.value, nth, i + 2
    return None


def _whole_period(r: Reader, i: int) -> When | None:
    if i >= r.size or r.items[i] is None or not r.joined(i):
        return None
    return _numbered_month(r, i) or month_first(r, i) or year_like(r, i) or this_unit(r, i, (w.MONTHS_,))


def _numbered_month(r: Reader, i: int) -> When | None:
    """«شهر عشرة»: the month by its number, as speech has it."""
    item = r.items[i]
    number_at = r.at(i + 1, w.NUM)
    if item is None or item.kind != w.UNIT or item.value != w.MONTHS_ or item.note != w.SINGULAR or number_at is None:
        return None
    if not 1 <= number_at.value <= 12:
        return None
    when = When(i + 2, month=number_at.value)
    found = year(r, i + 2)
    if found is not None:
        when.year, _, when.end = found
    return when


def _nth_week(end: int, span: Interval, nth: int) -> When | None:
    """The weeks of a year are ISO's; those of a month the whole ones that begin in it, the last the one that ends
    with it."""
    if span.unit == BY_YEAR and nth > 0:
        start = date.fromisocalendar(span.first.year, nth, 1)
    elif nth > 0:
        start = span.first + timedelta(days=(7 - span.first.weekday()) % 7 + 7 * (nth - 1))
    else:
        start = span.last - timedelta(days=(span.last.weekday() + 1) % 7 + 6)
    return When(end, interval=Interval(start, start + timedelta(days=6)))


def _last_day(end: int, span: Interval, nth: int) -> When | None:
    return When(end, interval=Interval(span.last, span.last)) if nth == -1 else None


def _after_feast(r: Reader, at: int, nth: int, weekday: int, feast: int) -> When | None:
    found = year(r, at)
    if found is None:
        return None
    day = calendars.make_date(found[0], feast // 100, feast % 100)
    if day is None:
        return None
    gap = (weekday - day.weekday()) % 7 or 7
    hit = calendars.add_days(day, gap + 7 * (nth - 1))
    return When(found[2], interval=Interval(hit, hit)) if hit else None
