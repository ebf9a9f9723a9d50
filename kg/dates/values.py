"""What a date expression says, and the interval of days that follows from it and the reference date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from kg.dates import calendars
from kg.dates import words as w

BY_DAY, BY_MONTH, BY_YEAR = 10, 7, 4  # how many characters of an ISO date are said


@dataclass(frozen=True, slots=True)
class Interval:
    """Days ``first`` to ``last``, both in, said as precisely as ``unit``."""

    first: date
    last: date
    unit: int = BY_DAY

    def edtf(self) -> str:
        """Return the EDTF value: one date where one says it, else a span."""
        first, last = self.head(), self.tail()
        return first if first == last else f"{first}/{last}"

    def head(self) -> str:
        """Return the first end, as precise as the interval."""
        return self.first.isoformat()[: self.unit]

    def tail(self) -> str:
        """Return the last end, as precise as the interval."""
        return self.last.isoformat()[: self.unit]


@dataclass(slots=True)
class When:
    """An expression as parsed, before anything is decided.

    ``end`` is the index of the word after it. Either ``interval`` is known, or year, month, day and weekday as far as
    said; ``direction`` is PAST, NOW or NEXT where an adjective tells; ``part`` a part of the period; ``vague`` that no
    value follows.
    """

    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hijri: bool = False
    direction: int | None = None
    part: int = 0
    interval: Interval | None = None
    vague: bool = False
    basis: str = "absolute"
    explicit: bool = False
    twice: bool = False

    @property
    def yearless(self) -> bool:
        """Whether a month is named and no year."""
        return self.interval is None and self.year is None and self.month is not None


def month_interval(year: int, month: int) -> Interval | None:
    """Return a Gregorian month; None outside the calendar."""
    first = calendars.make_date(year, month, 1)
    if first is None:
        return None
    return Interval(first, date(year, month, calendars.days_in(year, month)), BY_MONTH)


def year_interval(year: int, last: int | None = None) -> Interval | None:
    """Return a year, or the years to ``last``; None outside the calendar."""
    last = year if last is None else last
    if not 1 <= year <= last <= 9999:
        return None
    return Interval(date(year, 1, 1), date(last, 12, 31), BY_YEAR)


def week_interval(day: date, weeks: int = 0) -> Interval | None:
    """Return the week of ``day``, ``weeks`` later: Monday to Sunday, or from Sunday on where ``day`` is one.

    ISO's week is what a count of weeks means. But on a Sunday, which opens the working week, "this week" is the one
    ahead.
    """
    sunday = day.weekday() == 6
    start = calendars.add_days(day, 7 * weeks - (0 if sunday else day.weekday()))
    end = start and calendars.add_days(start, 6)
    return Interval(start, end) if start and end else None


def resolve(when: When, reference: date | None, tense: int) -> Interval | None:
    """Return the days that ``when`` means, or None where text and reference do not decide it."""
    if when.vague:
        return None
    found = when.interval or _calendar(when, reference, tense)
    return cut(found, when.part) if found and when.part else found


def _calendar(when: When, reference: date | None, tense: int) -> Interval | None:
    if when.month is None and when.year is None and when.day is None:
        return _weekday(when, reference, tense) if when.weekday is not None and reference else None
    year = when.year
    if year is None:
        if reference is None:
            return None
        return _nearest(when, reference, tense)
    return _in_year(when, year)


def _in_year(when: When, year: int) -> Interval | None:
    if when.hijri:
        span = calendars.hijri_interval(year, when.month, when.day)
        return Interval(*span) if span else None
    if when.month is None:
        return year_interval(year)
    if when.day is None:
        return month_interval(year, when.month)
    day = calendars.make_date(year, when.month, when.day)
    return Interval(day, day) if day else None


def _nearest(when: When, reference: date, tense: int) -> Interval | None:
    """Resolve a month, or a day in it, without a year: the weekday, an adjective or the tense decide."""
    base = calendars.hijri_year(reference) if when.hijri else reference.year
    if base is None:
        return None
    if when.month is None:
        return _in_year(When(0, reference.year, reference.month, when.day), reference.year)
    direction = tense if when.direction is None else when.direction
    if when.direction == w.NOW:
        return _in_year(when, base)
    candidates = [found for year in range(base - 1, base + 2) if (found := _in_year(when, year)) is not None]
    if when.weekday is not None and when.day is not None:
        agreeing = [found for found in candidates if found.first.weekday() == when.weekday]
        candidates = agreeing or candidates
        if agreeing:
            return min(agreeing, key=lambda found: abs((found.first - reference).days))
    past = [found for found in candidates if found.first <= reference][-1:]
    ahead = [found for found in candidates if found.last >= reference][:1]
    if when.direction is None and past and ahead:
        direction = _nearer(past[0], ahead[0], reference, tense, exact=when.day is not None) or direction
    chosen = past if direction < 0 else ahead
    return chosen[0] if chosen else None


_BEHIND, _AHEAD, _FAR, _MONTHS_BACK = 45, 60, 290, 240


def _nearer(past: Interval, ahead: Interval, reference: date, tense: int, *, exact: bool) -> int:
    """A verb's tense is a sign, not a proof: where one reading is weeks away and the other most of a year, the near
    one is meant. Where no verb tells, what lies more than eight months back and within four ahead is ahead; a whole
    month ahead needs at least no verb of the past: «التي بدأت في يونيو», told in May.
    """
    behind, before = (reference - past.last).days, (ahead.first - reference).days
    if behind <= _BEHIND and before >= _FAR:
        return w.PAST
    if tense == w.BEHIND and behind > _MONTHS_BACK:
        return w.NEXT
    return w.NEXT if exact and before <= _AHEAD and behind >= _FAR else 0


def _weekday(when: When, reference: date, tense: int) -> Interval | None:
    """A weekday alone is the nearest one behind or ahead, today included; with الماضي or المقبل today is not meant."""
    direction = tense if when.direction is None else when.direction
    ahead = ((when.weekday or 0) - reference.weekday()) % 7
    behind = (reference.weekday() - (when.weekday or 0)) % 7
    if direction < 0:
        shift = -(behind or (7 if when.direction is not None else 0))
        shift -= 7 if when.twice else 0
    else:
        shift = ahead or (7 if when.direction == w.NEXT else 0)
    day = calendars.add_days(reference, shift)
    return Interval(day, day) if day else None


def cut(span: Interval, part: int) -> Interval:
    """Return a part of a period. Of a month newswire means hardly more than the month; of a year its first or last
    month, or half; of a week its first or last days.
    """
    days = (span.last - span.first).days + 1
    if days <= 1 or (span.unit == BY_MONTH and days <= 31):
        return span
    if days <= 7:
        return _part_of_week(span, part)
    if span.unit == BY_YEAR and span.first.year == span.last.year:
        return _part_of_year(span.first.year, part)
    return _third(span, part) if span.unit == BY_YEAR else span


def _third(span: Interval, part: int) -> Interval:
    """A decade's or a century's beginning, middle or end is about a third of it."""
    first, years = span.first.year, span.last.year - span.first.year + 1
    third = years // 3
    if part in (w.START, w.EARLY):
        return year_interval(first, first + third - 1) or span
    if part == w.MID:
        return year_interval(first + third, first + years - third - 1) or span
    return year_interval(first + years - third, first + years - 1) or span


def _part_of_week(span: Interval, part: int) -> Interval:
    if part in (w.START, w.EARLY):
        return Interval(span.first, span.first + timedelta(days=2))
    if part in (w.LATE, w.END):
        return Interval(span.last - timedelta(days=3), span.last)
    return span


_MONTHS_OF_PART = {w.START: (1, 1), w.EARLY: (1, 6), w.LATE: (7, 12), w.END: (12, 12)}


def _part_of_year(year: int, part: int) -> Interval:
    if part not in _MONTHS_OF_PART:
        return Interval(date(year, 1, 1), date(year, 12, 31), BY_YEAR)
    first, last = _MONTHS_OF_PART[part]
    return Interval(date(year, first, 1), date(year, last, calendars.days_in(year, last)), BY_MONTH)


def last_day(span: Interval, part: int) -> date:
    """Return the day by which a deadline in ``span`` ends; «منتصف» ends in the middle."""
    if part != w.MID:
        return span.last
    return span.first + (span.last - span.first) / 2
