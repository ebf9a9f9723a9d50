"""Periods that lean on the day of publication: الأسبوع المقبل, العام الجاري, الأشهر الثلاثة الماضية."""

from __future__ import annotations

from datetime import date

from kg.arabic.normal import fold
from kg.dates import calendars
from kg.dates import words as w
from kg.dates.absolute import number
from kg.dates.reader import Reader
from kg.dates.values import BY_DAY, BY_MONTH, BY_YEAR, Interval, When, month_interval, week_interval, year_interval

# «الأمين العام السابق»: here العام is no year.
_GENERAL = frozenset(
    fold(word)
    for word in "الامين المدير النائب المدعي الادعاء السكرتير القنصل المفتش القائد المراقب المشرف "
    "المحامي الحاكم الوكيل الرئيس المنسق المستشار الامانه الاداره النيابه "
    "الامن الراي القطاع الشان المال الوضع المشهد المستوي الصالح الاتجاه الاطار الخط الطابع العفو الاضراب المرشد "
    "الاتحاد الموتمر المقرر".split()
)


def _office(word: str) -> bool:
    """Whether العام behind ``word`` is its adjective, also after a conjunction: والأمين العام."""
    return word in _GENERAL or (word[:1] in "وفبك" and word[1:] in _GENERAL)


def today(r: Reader, shift: int = 0) -> Interval | None:
    """Return the reference day, ``shift`` days later; None without a reference."""
    day = r.reference and calendars.add_days(r.reference, shift)
    return Interval(day, day) if day else None


def placed(end: int, interval: Interval | None, basis: str = "relative", **more: bool) -> When:
    return When(end, interval=interval, vague=interval is None, basis=basis, **more)


def unit_period(r: Reader, i: int) -> When | None:
    """Read a week, month, year, decade or century with its adjective: الأسبوع الماضي, هذا العام, الشهر الجاري."""
    item = r.item(i)
    if item is None:
        return None
    if item.kind == w.THIS:
        unit = r.at(i + 1, w.UNIT)
        if unit is None or not unit.definite or unit.note != w.SINGULAR or unit.value in (w.DAY, w.HOUR, w.MINUTE):
            return None
        return _said_year(r, period_of(r, i + 2, unit.value, w.NOW), unit)
    if item.kind != w.UNIT or not item.definite or item.note != w.SINGULAR or item.value in (w.DAY, w.HOUR, w.MINUTE):
        return None
    return _modified(r, i, item)


def _modified(r: Reader, i: int, item: w.Item) -> When | None:
    follower = r.item(i + 1)
    if follower is None or not r.joined(i + 1):
        return None
    if r.is_word(i + 1, "قبل") and (direction := r.at(i + 2, w.DIR)) and direction.value == w.PAST:
        return period_of(r, i + 3, item.value, -2)
    if follower.kind == w.SAME or (follower.kind == w.DIR and follower.value == w.AFTER and _told_before(r, i)):
        return When(i + 2, vague=True, basis="anchored")
    if follower.kind == w.THIS and not follower.conj:
        return None
    if follower.kind != w.DIR or not follower.definite or follower.conj:
        return None
    if item.value == w.YEAR and i > 0 and _office(r.norm(i - 1)):
        return None
    if follower.name in ("اخير", "اخيره") and item.value != w.CENTURY:
        return None
    if follower.value == w.AFTER and item.value != w.WEEK:
        return When(i + 2, vague=True, basis="anchored")
    return _said_year(r, period_of(r, i + 2, item.value, w.NEXT if follower.value == w.AFTER else follower.value), item)


def _said_year(r: Reader, when: When, item: w.Item) -> When:
    """«العام الماضي 2017», «هذا العام (2018)»: the number wins."""
    number_at = r.at(when.end, w.DIGITS, "(،")
    if item.value != w.YEAR or number_at is None or number_at.note != 4 or not 1900 <= number_at.value <= 2100:
        return when
    return When(when.end + 1, year=number_at.value)


def _told_before(r: Reader, i: int) -> bool:
    """Whether something was told that التالي can follow: any words before it at all, beyond a preposition."""
    return i > 1


def period_of(r: Reader, end: int, unit: int, shift: int) -> When:
    reference = r.reference
    if reference is None:
        return When(end, vague=True, basis="relative")
    interval: Interval | None = None
    if unit == w.WEEK:
        interval = week_interval(reference, shift)
    elif unit == w.MONTHS_:
        moved = calendars.add_months(reference, shift)
        interval = month_interval(moved.year, moved.month) if moved else None
    elif unit == w.YEAR:
        interval = year_interval(reference.year + shift)
    elif unit == w.DECADES:
        first = reference.year // 10 * 10
        interval = year_interval(first, first + 9) if shift == 0 else _years_about(reference, 10 * shift)
    elif unit == w.CENTURY:
        first = reference.year // 100 * 100 + 100 * shift
        interval = year_interval(first, first + 99)
    return placed(end, interval)


def _years_about(reference: date, years: int) -> Interval | None:
    return year_interval(*sorted((reference.year, reference.year + years)))


_FEW = {w.DAY: 3, w.WEEK: 3, w.MONTHS_: 3, w.YEAR: 3, w.HOUR: 3}


def counted_period(r: Reader, i: int) -> When | None:
    """Read a count of units behind or ahead: الأشهر الثلاثة القادمة, العامين الأخيرين, الساعات الـ48 الماضية, آخر 24
    ساعة, الأيام القليلة الماضية; without a count (الأشهر الماضية) the far end stays open.

    So many days behind are whole days that are over: اليومين الماضيين are yesterday and the day before."""
    item = r.word(i)
    if item.kind == w.UNIT and item.definite and item.note in (w.DUAL, w.PLURAL):
        return _noun_first(r, i, item)
    if item.kind in (w.NUM, w.DIGITS):
        return _number_first(r, i)
    if item.kind == w.PART and item.name == "اخر":
        return _last_ones(r, i)
    return None


def _noun_first(r: Reader, i: int, item: w.Item) -> When | None:
    at, count = i + 1, 2 if item.note == w.DUAL else 0
    extra = r.item(at)
    if extra is None or not r.joined(at):
        return None
    few = False
    if extra.kind in (w.NUM, w.DIGITS) and (found := number(r, at)):
        count, at = found
    elif extra.kind == w.VAGUE:
        count, at, few = _FEW.get(item.value, 0) if extra.value else 0, at + 1, True
    direction = r.at(at, w.DIR)
    if direction is None or not direction.definite or direction.conj or direction.value in (w.NOW, w.AFTER):
        return None
    end = at + 1
    if item.value == w.MINUTE or (item.value == w.HOUR and r.is_word(end, "من")):
        return None
    if extra.kind == w.DIR and (few_after := r.at(end, w.VAGUE)) is not None and few_after.definite:
        count, end = _FEW.get(item.value, 0) if few_after.value else 0, end + 1
    return _span_of(r, end, item.value, count, direction.value, few=few)


def _number_first(r: Reader, i: int) -> When | None:
    found = number(r, i)
    if found is None:
        return None
    unit = r.at(found[1], w.UNIT)
    if unit is None or (unit.definite and unit.note != w.PLURAL):
        return None  # «بالمئة الشهر الماضي»
    direction = r.at(found[1] + 1, w.DIR)
    if direction is None or not direction.definite or direction.value in (w.NOW, w.AFTER):
        return None
    if unit.value == w.DECADES and r.reference is not None:
        first = r.reference.year // 10 * 10
        years = (
            (first - 10 * found[0], first - 1) if direction.value == w.PAST else (first + 10, first + 10 * found[0] + 9)
        )
        return placed(found[1] + 2, year_interval(*years))
    return _span_of(r, found[1] + 2, unit.value, found[0], direction.value)


def _last_ones(r: Reader, i: int) -> When | None:
    """آخر يومين, آخر 24 ساعة, آخر ثلاثة أشهر; آخر يوم من الشهر is none of them."""
    unit = r.at(i + 1, w.UNIT)
    if unit is not None and not unit.definite and unit.note in (w.SINGULAR, w.DUAL):
        if unit.note == w.SINGULAR and (unit.value != w.DAY or not r.closes(i + 2)):
            return None
        end, count = i + 2, unit.note
    else:
        found = number(r, i + 1) if i + 1 < r.size and r.joined(i + 1) else None
        unit = r.at(found[1], w.UNIT) if found else None
        if found is None or unit is None:
            return None
        end, count = found[1] + 1, found[0]
    if r.is_word(end, "من", "في", "ل") or (r.item(end) is not None and r.word(end).kind == w.DIR):
        return None
    if unit.value == w.DAY and count == 1:
        return placed(end, today(r, -1))
    return _span_of(r, end, unit.value, count, w.PAST)


def _span_of(r: Reader, end: int, unit: int, count: int, direction: int, *, few: bool = False) -> When:
    reference = r.reference
    if reference is None:
        return When(end, vague=True, basis="relative")
    if not count:
        return _open(end, reference, direction, unit)
    far = shifted(reference, unit, count * direction)
    if far is None:
        return When(end, vague=True, basis="relative")
    if direction == w.PAST:
        last = calendars.add_days(reference, -1) if unit == w.DAY else reference
        return placed(end, Interval(far, last, _unit_of(unit, count)) if last and last >= far else None)
    near = reference if unit == w.HOUR else calendars.add_days(reference, 1)
    precision = BY_YEAR if unit in (w.YEAR, w.DECADES, w.CENTURY) else BY_DAY
    return placed(end, Interval(near, far, precision) if near and near <= far else None)


def _unit_of(unit: int, count: int) -> int:
    if unit in (w.YEAR,):
        return BY_MONTH if count <= 2 else BY_YEAR
    if unit in (w.DECADES, w.CENTURY):
        return BY_YEAR
    return BY_MONTH if unit == w.MONTHS_ else BY_DAY


def _open(end: int, reference: date, direction: int, unit: int) -> When:
    """الأشهر الماضية, الأيام المقبلة: one end is the reference, the other is not told."""
    when = When(end, basis="open", interval=Interval(reference, reference, _unit_of(unit, 3)))
    when.direction = direction
    return when


def shifted(reference: date, unit: int, count: int) -> date | None:
    """Return the day ``count`` units after ``reference``; None beyond the calendar."""
    if abs(count) > 100_000:
        return None
    if unit == w.DAY:
        return calendars.add_days(reference, count)
    if unit == w.WEEK:
        return calendars.add_days(reference, 7 * count)
    if unit == w.HOUR:
        days = -(-abs(count) // 24)
        return calendars.add_days(reference, days if count > 0 else -days)
    if unit == w.MINUTE:
        return reference
    months = {w.MONTHS_: 1, w.YEAR: 12, w.DECADES: 120, w.CENTURY: 1200}[unit]
    return calendars.add_months(reference, months * count)
