"""Dates that lean on the day of publication: أمس, الاثنين الماضي, الأسبوع المقبل, قبل ثلاثة أيام, الأشهر الثلاثة الماضية."""

from __future__ import annotations

from datetime import date

from kg.arabic.normal import fold
from kg.dates import calendars
from kg.dates import words as w
from kg.dates.absolute import day_month, number
from kg.dates.figures import figures
from kg.dates.reader import Reader
from kg.dates.values import BY_DAY, BY_MONTH, BY_YEAR, Interval, When, month_interval, week_interval, year_interval

# «الأمين العام السابق»: here العام is no year.
_GENERAL = frozenset(
    "الامين المدير النائب المدعي السكرتير القنصل المفتش القائد المراقب المشرف المحامي الحاكم الوكيل الرييس المنسق المستشار الامانه الاداره النيابه "
    "الامن الراي القطاع الشان المال الوضع المشهد المستوي الصالح الاتجاه الاطار الخط الطابع العفو الاضراب المرشد الاتحاد الموتمر المقرر".split()
)
_GAP_DAY = "،,(-–/"


def today(r: Reader, shift: int = 0) -> Interval | None:
    """Return the reference day, ``shift`` days later; None without a reference."""
    day = r.reference and calendars.add_days(r.reference, shift)
    return Interval(day, day) if day else None


def _when(end: int, interval: Interval | None, basis: str = "relative", **more: bool) -> When:
    return When(end, interval=interval, vague=interval is None, basis=basis, **more)


def day_word(r: Reader, i: int) -> When | None:
    """Read أمس, أمس الأول, أول من أمس, غدا, بعد غد, اليوم, الليلة, each with the part of the day and the weekday about it."""
    item = r.items[i]
    if item is None:
        return None
    if item.kind == w.DAYPART:
        return _after_daypart(r, i)
    if _leads_daypart(r, i, item):
        return _after_daypart(r, i + 1)
    return _plain_day(r, i)


def _plain_day(r: Reader, i: int) -> When | None:
    for read in (_shift_phrase, _today_phrase):
        when = read(r, i)
        if when is not None:
            return _named_day(r, when)
    return None


def _after_daypart(r: Reader, i: int) -> When | None:
    item = r.items[i]
    assert item is not None
    if item.definite:
        return _night(r, i) if item.name == "ليله" else None
    if i + 1 >= r.size or not r.joined(i + 1) or r.items[i + 1] is None:
        return _night(r, i) if item.name == "ليله" else None
    if (then := r.at(i + 1, w.DAYPART)) is not None and not then.conj and not then.definite:
        i += 1
    if i + 1 >= r.size or not r.joined(i + 1) or r.items[i + 1] is None:
        return None
    when = _plain_day(r, i + 1) or weekday(r, i + 1)
    if when is not None and when.weekday is not None and item.name.startswith("ليل"):
        return _night_between(r, when)
    if when is None and r.items[i + 1].kind in (w.DIGITS, w.ORD, w.UNIT):  # type: ignore[union-attr]
        when = dated(r, i + 1)
    return when


def _night_between(r: Reader, when: When) -> When:
    """«ليل الجمعة السبت»: the night that begins on the first day."""
    then = r.at(when.end, w.WEEKDAY, "-–/")
    if (
        then is not None
        and then.definite
        and not then.prep
        and when.month is None
        and ((when.weekday or 0) + 1) % 7 == then.value
    ):
        when.end += 1
    return when


def _leads_daypart(r: Reader, i: int, item: w.Item) -> bool:
    """«بعد ظهر الأربعاء», «قبل فجر اليوم», «منتصف ليل الخميس»: a part of the day."""
    then = r.at(i + 1, w.DAYPART)
    if then is None or then.definite or then.conj:
        return False
    if item.kind == w.WORD and item.name in ("بعد", "قبل"):
        return then.name in ("ظهر", "منتصف", "عصر")
    return item.kind == w.PART and item.value in (w.MID, w.LATE, w.EARLY, w.START)


def _night(r: Reader, i: int) -> When | None:
    """الليلة, الليلة الماضية, الليلة قبل الماضية."""
    item = r.items[i]
    assert item is not None
    if not item.definite:
        return None
    direction = r.at(i + 1, w.DIR)
    if direction is not None and direction.value == w.PAST:
        return _when(i + 2, today(r, -1))
    if r.is_word(i + 1, "قبل") and (direction := r.at(i + 2, w.DIR)) and direction.value == w.PAST:
        return _when(i + 3, today(r, -2))
    return _when(i + 1, today(r)) if direction is None else None


def _shift_phrase(r: Reader, i: int) -> When | None:
    """أمس and غدا with what moves them one day further."""
    item = r.items[i]
    assert item is not None
    start, moved = i, 0
    if item.kind == w.ORD and item.value == 1:  # أول من أمس, أول أمس
        i += 2 if r.is_word(i + 1, "من") else 1
        moved = 1
    elif item.kind == w.WORD and item.name in ("قبل", "بعد"):  # قبل أمس, قبل يوم أمس, بعد غد
        i += 2 if (unit := r.at(i + 1, w.UNIT)) and unit.value == w.DAY else 1
        moved = 1
    elif item.kind == w.UNIT and item.value == w.DAY and item.note == w.SINGULAR:
        return _day_of_shift(r, i, item)
    shift = r.item(i)
    if shift is None or shift.kind != w.SHIFT or (i > start and not r.joined(i)):
        return None
    value = shift.value * (1 + moved)
    if item.kind == w.WORD and (item.name == "قبل") != (shift.value < 0):
        return None
    if not moved and (follower := r.at(i + 1, w.ORD)) and follower.value == 1 and follower.definite and shift.value < 0:
        return _when(i + 2, today(r, -2))  # أمس الأول
    if shift.prep and not shift.definite:
        return None  # «بأمس الحاجة»
    if shift.name == "غداه" or (shift.value > 0 and shift.name == "غد" and shift.definite and _is_future_noun(r, i)):
        return None
    return _when(i + 1, today(r, value))


def _is_future_noun(r: Reader, i: int) -> bool:
    """«تيار الغد», «جيل الغد»: الغد as a name's last word; as a date it follows a verb, يوم or ب."""
    item = r.items[i]
    return item is not None and not item.prep


def _day_of_shift(r: Reader, i: int, item: w.Item) -> When | None:
    """يوم أمس, يوم غد, يوم قبل أمس, اليوم الذي بعد الغد."""
    at = i + 1
    if item.definite:
        if not r.is_word(at, "الذي", "اللي", "الي"):
            return None
        at += 1
    if r.is_word(at, "قبل", "بعد"):
        sign = -1 if r.items[at].name == "قبل" else 1  # type: ignore[union-attr]
        shift = r.at(at + 1, w.SHIFT)
        return _when(at + 2, today(r, 2 * sign)) if shift and shift.value == sign else None
    shift = r.at(at, w.SHIFT)
    if shift is None or item.definite:
        return None
    follower = r.at(at + 1, w.ORD)
    twice = follower is not None and follower.value == 1 and follower.definite and shift.value < 0
    return _when(at + 1 + twice, today(r, shift.value * (1 + twice)))


def _today_phrase(r: Reader, i: int) -> When | None:
    """اليوم, هذا اليوم, اليوم نفسه (which day that is, the text before tells), اليوم المنصرم."""
    item = r.items[i]
    assert item is not None
    if item.kind == w.THIS and (unit := r.at(i + 1, w.UNIT)) and unit.value == w.DAY and unit.definite:
        if i > 0 and r.norm(i - 1) == "مثل":
            return When(i + 2, vague=True, basis="anchored")
        return _when(i + 2, today(r)) if unit.note == w.SINGULAR else None
    if not (item.kind == w.UNIT and item.value == w.DAY and item.note == w.SINGULAR and item.definite):
        return None
    follower = r.item(i + 1) if i + 1 < r.size and r.joined(i + 1) else None
    if item.prep != "ب" and _no_today(r, i, item):
        return None
    if follower is None or follower.conj:
        return _when(i + 1, today(r))
    if follower.kind == w.DIR:
        if follower.value == w.AFTER:
            return When(i + 2, vague=True, basis="anchored")
        moved = {w.PAST: -1, w.NEXT: 1, w.NOW: 0}[follower.value]
        return _when(i + 2, today(r, moved)) if follower.definite and follower.name not in ("اخير", "اخيره") else None
    if follower.kind == w.SAME:
        return When(i + 2, vague=True, basis="anchored")
    return None if follower.kind == w.ORD and follower.definite else _when(i + 1, today(r))


# «أخبار اليوم», «المصري اليوم»: names; «نفس اليوم», «في اليوم»: another day; «اليوم العالمي», «اليوم التالي»: none.
_BEFORE_TODAY = frozenset(
    fold(word) for word in "أخبار المصري روسيا صحيفة جريدة قناة مثل طوال طيلة عرب رأي البوابة لليوم".split()
)
_AFTER_TODAY = frozenset(
    fold(word)
    for word in "العالمي الوطني الدولي القومي الموعود التالي الأخير الأول الواحد السابع الإعلامي المفتوح المشهود المقدس الافتتاحي الختامي العاشر الذي التي "
    "الدراسي العادي الأسود الدامي الطويل التاريخي".split()
)


def _no_today(r: Reader, i: int, item: w.Item) -> bool:
    before = r.item(i - 1) if i > 0 and r.joined(i) else None
    if before is not None and (before.kind == w.SAME or (before.kind == w.WORD and before.name == "في")):
        return True
    if i > 0 and r.joined(i) and r.norm(i - 1) in _BEFORE_TODAY:
        return True
    return i + 1 < r.size and r.joined(i + 1) and r.norm(i + 1) in _AFTER_TODAY


def _named_day(r: Reader, when: When) -> When:
    """أمس الاثنين, اليوم (الخميس), أمس الجمعة 5 أيار: the weekday, or the date, that follows names the same day."""
    at = when.end
    item = r.item(at)
    if item is None or not 0 < at or not r.joined(at, _GAP_DAY) or item.conj:
        return when
    if (
        item.kind == w.UNIT
        and item.value == w.DAY
        and item.note == w.SINGULAR
        and not item.definite
        and r.joined(at + 1 if at + 1 < r.size else at)
    ):
        item = r.item(at + 1)
        at += 1
    if item is not None and item.kind == w.WEEKDAY and item.definite and not item.prep:
        when.end = at + 1
        _correct(r, when, item.value)
        if when.interval is not None:
            r.weekdays[item.value] = when.interval.first
        at = at + 1
    explicit = _explicit_after(r, when.end)
    return explicit or when


def _correct(r: Reader, when: When, weekday: int) -> None:
    """Where أمس and the weekday beside it disagree, the weekday is right: the text was written a day or so before."""
    if when.interval is None or r.reference is None:
        return
    off = (when.interval.first.weekday() - weekday) % 7
    off = off - 7 if off > 3 else off
    day = calendars.add_days(when.interval.first, -off)
    if off and day:
        when.interval = Interval(day, day)


def _explicit_after(r: Reader, at: int) -> When | None:
    """A full date that follows a relative one, in parentheses or after a comma, explains it and wins."""
    item = r.item(at)
    if item is None or not 0 < at or item.conj or not r.joined(at, _GAP_DAY + ")"):
        return None
    if item.kind == w.AGREES:
        at += 1
    if r.is_word(at, "في"):
        at += 1
    found = dated(r, at) if r.item(at) is not None else None
    return found if found is not None and found.day is not None else None


def dated(r: Reader, i: int) -> When | None:
    """Read a date of the calendar that names its day: in figures, or day and month; «22 من الشهر الجاري» too."""
    if i >= r.size or r.items[i] is None:
        return None
    return figures(r, i) or day_month(r, i) or day_of_period(r, i)


def day_of_period(r: Reader, i: int) -> When | None:
    """«الثلاثين من الشهر الماضي», «23 من هذا الشهر»."""
    found = number(r, i)
    if found is None or not 1 <= found[0] <= 31:
        return None
    if not r.is_word(found[1], "من"):
        return _day_of_current(r, found[0], found[1])
    period = unit_period(r, found[1] + 1)
    if period is None or period.interval is None or period.interval.unit != BY_MONTH:
        return None
    first = period.interval.first
    return When(period.end, first.year, first.month, found[0], basis="relative")


def _day_of_current(r: Reader, day: int, at: int) -> When | None:
    """«15 الجاري», «20 الماضي»: a day of this month or of the one beside it."""
    direction = r.at(at, w.DIR)
    if (
        direction is None
        or not direction.definite
        or direction.conj
        or direction.value == w.AFTER
        or r.reference is None
    ):
        return None
    if r.items[at - 1].kind != w.DIGITS or direction.name in ("سابق", "اخير", "اخيره"):  # type: ignore[union-attr]
        return None
    moved = calendars.add_months(r.reference, direction.value)
    return When(at + 1, moved.year, moved.month, day, basis="relative") if moved else None


def weekday(r: Reader, i: int) -> When | None:
    """Read a weekday: الاثنين, يوم الاثنين الماضي, هذا الاثنين, الجمعة 15 شباط, الجمعة من الأسبوع المقبل, السبت 23."""
    start, item = i, r.items[i]
    assert item is not None
    this = item.kind == w.THIS
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
    if item is None or item.kind != w.WEEKDAY or item.conj and i > start:
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
    if item is None or not r.joined(at, _GAP_DAY):
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
    explicit = _explicit_after(r, when.end)
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
    """الجمعة 15 شباط, الأربعاء الموافق الثالث عشر من شباط, السبت السادس عشر, الأحد الثاني (the second one of the month)."""
    at = when.end
    if (agrees := r.item(at)) is not None and agrees.kind == w.AGREES:
        at += 1
    elif r.is_word(at, "في"):
        at += 1
    item = r.item(at)
    if item is None or item.conj or not r.joined(at, _GAP_DAY):
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
    if (item.kind == w.DIGITS and (not r.closes(end) and r.items[end] is None or item.note > 2)) or (
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
    return _when(end, Interval(day, day) if day else None)


def unit_period(r: Reader, i: int) -> When | None:
    """Read a week, month, year, decade or century with its adjective: الأسبوع الماضي, هذا العام, الشهر الجاري."""
    item = r.item(i)
    if item is None:
        return None
    if item.kind == w.THIS:
        unit = r.at(i + 1, w.UNIT)
        if unit is None or not unit.definite or unit.note != w.SINGULAR or unit.value in (w.DAY, w.HOUR, w.MINUTE):
            return None
        return _said_year(r, _period(r, i + 2, unit.value, w.NOW), unit)
    if item.kind != w.UNIT or not item.definite or item.note != w.SINGULAR or item.value in (w.DAY, w.HOUR, w.MINUTE):
        return None
    return _modified(r, i, item)


def _modified(r: Reader, i: int, item: w.Item) -> When | None:
    follower = r.item(i + 1)
    if follower is None or not r.joined(i + 1):
        return None
    if r.is_word(i + 1, "قبل") and (direction := r.at(i + 2, w.DIR)) and direction.value == w.PAST:
        return _period(r, i + 3, item.value, -2)
    if follower.kind == w.SAME or (follower.kind == w.DIR and follower.value == w.AFTER and _told_before(r, i)):
        return When(i + 2, vague=True, basis="anchored")
    if follower.kind == w.THIS and not follower.conj:
        return None
    if follower.kind != w.DIR or not follower.definite or follower.conj:
        return None
    if item.value == w.YEAR and i > 0 and r.norm(i - 1) in _GENERAL:
        return None
    if follower.name in ("اخير", "اخيره") and item.value != w.CENTURY:
        return None
    if follower.value == w.AFTER and item.value != w.WEEK:
        return When(i + 2, vague=True, basis="anchored")
    return _said_year(r, _period(r, i + 2, item.value, w.NEXT if follower.value == w.AFTER else follower.value), item)


def _said_year(r: Reader, when: When, item: w.Item) -> When:
    """«العام الماضي 2017», «هذا العام (2018)»: the number wins."""
    number_at = r.at(when.end, w.DIGITS, "(،")
    if item.value != w.YEAR or number_at is None or number_at.note != 4 or not 1900 <= number_at.value <= 2100:
        return when
    return When(when.end + 1, year=number_at.value)


def _told_before(r: Reader, i: int) -> bool:
    """Whether something was told that التالي can follow: any words before it at all, beyond a preposition."""
    return i > 1


def _period(r: Reader, end: int, unit: int, shift: int) -> When:
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
    return _when(end, interval)


def _years_about(reference: date, years: int) -> Interval | None:
    return year_interval(*sorted((reference.year, reference.year + years)))


_FEW = {w.DAY: 3, w.WEEK: 3, w.MONTHS_: 3, w.YEAR: 3, w.HOUR: 3}


def counted_period(r: Reader, i: int) -> When | None:
    """Read a count of units behind or ahead: الأشهر الثلاثة القادمة, العامين الأخيرين, الساعات الـ48 الماضية, آخر 24 ساعة,
    الأيام القليلة الماضية; without a count (الأشهر الماضية) the far end stays open."""
    item = r.items[i]
    assert item is not None
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
        return _when(found[1] + 2, year_interval(*years))
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
    if r.is_word(end, "من", "في", "ل") or (r.item(end) is not None and r.items[end].kind == w.DIR):  # type: ignore[union-attr]
        return None
    if unit.value == w.DAY and count == 1:
        return _when(end, today(r, -1))
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
        return _when(end, Interval(far, reference, _unit_of(unit, count)))
    near = reference if unit == w.HOUR else calendars.add_days(reference, 1)
    precision = BY_YEAR if unit in (w.YEAR, w.DECADES, w.CENTURY) else BY_DAY
    return _when(end, Interval(near, far, precision) if near and near <= far else None)


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
        return calendars.add_days(
            reference, -(-count // 24) if count > 0 else count // 24 if count % 24 else count // 24
        )
    if unit == w.MINUTE:
        return reference
    months = {w.MONTHS_: 1, w.YEAR: 12, w.DECADES: 120, w.CENTURY: 1200}[unit]
    return calendars.add_months(reference, months * count)
