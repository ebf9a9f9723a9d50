"""Weekdays: الاثنين, يوم الاثنين الماضي, الجمعة 15 شباط, الجمعة من الأسبوع المقبل, الأحد الثاني."""

from __future__ import annotations

from datetime import date

from kg.dates import calendars
from kg.dates import words as w
from kg.dates.absolute import number
from kg.dates.dated import GAP_DAY, dated, explicit_after
from kg.dates.reader import Reader
from kg.dates.relative import placed, unit_period
from kg.dates.values import BY_DAY, Interval, When


def weekday(r: Reader, i: int) -> When | None:
    """Read a weekday: الاثنين, يوم الاثنين الماضي, هذا الاثنين, الجمعة 15 شباط, الجمعة من الأسبوع المقبل, السبت 23."""
    start = i
    item = r.item(i)
    this = item is not None and item.kind == w.THIS
    if this:
        i += 1
        item = r.item(i) if i < r.size and r.joined(i) else None
    if (
        item is not None
        and item.kind == w.UNIT
        and item.value == w.DAY
        and item.note == w.SINGULAR
        and not item.definite
    ):
        i += 1
        item = r.item(i) if i < r.size and r.joined(i) else None
    if item is None or item.kind != w.WEEKDAY or (item.conj and i > start):
        return None
    if not item.definite and not item.prep and i == start and i + 1 < r.size and r.joined(i + 1):
        week = unit_period(r, i + 1)
        return in_week(week, item.value) if week and week.interval and _is_week(week.interval) else None
    if not item.definite or (i == start and _no_weekday(r, i, item)):
        return None
    when = When(i + 1, weekday=item.value, basis="weekday", direction=w.NOW if this else None)
    return _weekday_tail(r, when)


def _no_weekday(r: Reader, i: int, item: w.Item) -> bool:
    """الاثنين as the two of them: بين الاثنين, الاثنين معا."""
    if item.value != 0 or not item.name.startswith("ا"):
        return False
    return r.norm(i + 1) in ("معا", "كليهما") or (i > 0 and r.norm(i - 1) in ("هذين", "كلا", "كلي", "بين"))


def _weekday_tail(r: Reader, when: When) -> When:
    at = when.end
    item = r.item(at)
    if item is None or not r.joined(at, GAP_DAY):
        return when
    if item.kind == w.DIR and item.definite and not item.conj and r.joined(at):
        return _weekday_direction(r, when, item)
    if r.is_word(at, "قبل") and (direction := r.at(at + 1, w.DIR)) and direction.value == w.PAST:
        when.direction, when.twice, when.end = w.PAST, True, at + 2
        return when
    return _week_after(r, when) or _date_after(r, when) or when


def _weekday_direction(r: Reader, when: When, item: w.Item) -> When:
    if item.name in ("اخير", "اخيره"):
        if r.is_word(when.end + 1, "من", "في"):
            return when
        when.direction = w.PAST
    elif item.value == w.AFTER:
        when.vague, when.basis = True, "anchored"
    else:
        when.direction = item.value
    when.end += 1
    explicit = explicit_after(r, when.end)
    return explicit or when


def _week_after(r: Reader, when: When) -> When | None:
    """الجمعة من الأسبوع المقبل, الأحد من هذا الأسبوع."""
    at = when.end + (1 if r.is_word(when.end, "من") else 0)
    if at >= r.size or r.items[at] is None or not r.joined(at):
        return None
    period = unit_period(r, at)
    if period is None or period.interval is None or not _is_week(period.interval):
        return None
    return in_week(period, when.weekday or 0)


def _is_week(span: Interval) -> bool:
    return span.unit == BY_DAY and (span.last - span.first).days == 6


def in_week(period: When, weekday: int, end: int | None = None) -> When | None:
    """Return the day of a week that falls on ``weekday``."""
    if period.interval is None:
        return None
    shift = (weekday - period.interval.first.weekday()) % 7
    day = calendars.add_days(period.interval.first, shift)
    return When(end or period.end, interval=Interval(day, day), basis="relative") if day else None


def _date_after(r: Reader, when: When) -> When | None:
    """الجمعة 15 شباط, الأربعاء الموافق الثالث عشر من شباط, السبت السادس عشر, الأحد الثاني (the second one of the
    month)."""
    at = when.end
    if ((agrees := r.item(at)) is not None and agrees.kind == w.AGREES) or r.is_word(at, "في"):
        at += 1
    item = r.item(at)
    if item is None or item.conj or not r.joined(at, GAP_DAY):
        return None
    found = dated(r, at)
    if found is None:
        return _day_alone(r, when, at, item)
    found.weekday = when.weekday
    return found


def _day_alone(r: Reader, when: When, at: int, item: w.Item) -> When | None:
    found = number(r, at)
    if found is None or not 1 <= found[0] <= 31 or not r.joined(at) or r.reference is None:
        return None
    value, end = found
    if item.kind == w.ORD and item.definite and value <= 5 and at == when.end:
        return nth_weekday(r, end, value, when.weekday or 0, When(0, r.reference.year, r.reference.month))
    if (item.kind == w.DIGITS and ((not r.closes(end) and r.items[end] is None) or item.note > 2)) or (
        item.kind == w.ORD and value < 6 and not item.definite
    ):
        return None
    if item.kind == w.NUM:
        return None
    day = calendars.make_date(r.reference.year, r.reference.month, value)
    if day is None or day.weekday() != when.weekday:
        return None
    return When(end, interval=Interval(day, day), basis="relative")


def nth_weekday(r: Reader, end: int, nth: int, weekday: int, month: When) -> When | None:
    """Return the ``nth`` ``weekday`` of a month (-1 is the last); unresolved where the month has none."""
    if month.year is None or month.month is None:
        return None
    if nth > 0:
        first = date(month.year, month.month, 1)
        day = calendars.make_date(month.year, month.month, 1 + (weekday - first.weekday()) % 7 + 7 * (nth - 1))
    else:
        last = date(month.year, month.month, calendars.days_in(month.year, month.month))
        day = calendars.add_days(last, -((last.weekday() - weekday) % 7))
    return placed(end, Interval(day, day) if day else None)
