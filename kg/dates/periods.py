"""Decades, centuries, seasons, quarters, and the parts of a period (مطلع, منتصف, نهاية)."""

from __future__ import annotations

from datetime import date, timedelta

from kg.dates import calendars
from kg.dates import words as w
from kg.dates.absolute import month_first, number
from kg.dates.reader import Reader
from kg.dates.relative import unit_period
from kg.dates.values import BY_DAY, BY_MONTH, BY_YEAR, Interval, When, resolve, week_interval, year_interval
from kg.dates.years import named_year, this_unit, year_here, year_like


def decade(r: Reader, i: int) -> When | None:
    """Read الثمانينيات, ثمانينيات القرن الماضي, الستينيات من القرن التاسع عشر; the twenties to forties may be an
    age."""
    item = r.word(i)
    at = i + 1
    at = at + 1 if r.is_word(at, "من") else at
    if item.definite and at == i + 1:
        return When(at, interval=_decade(1900, item.value), vague=item.value == 20) if not _age(r, at) else None
    base = century_base(r, at)
    if base is not None:
        return When(base[1], interval=_decade(base[0], item.value))
    if _age(r, at) or not item.definite:
        return None
    return When(i + 1, interval=_decade(1900, item.value), vague=item.value == 20)


_OF_LIFE = frozenset({"العمر", "عمره", "عمرها", "عمرهم", "عمرهن", "عمري"})


def _age(r: Reader, i: int) -> bool:
    return r.norm(i) in _OF_LIFE or (r.is_word(i, "من") and r.norm(i + 1) in _OF_LIFE)


def _decade(century: int, tens: int) -> Interval | None:
    return year_interval(century + tens, century + tens + 9)


def century_base(r: Reader, i: int) -> tuple[int, int] | None:
    """Read القرن الماضي, القرن التاسع عشر, القرن العشرين; returns the first year of the century and the index after
    it."""
    unit = r.item(i)
    if unit is None or unit.kind != w.UNIT or unit.value != w.CENTURY or not unit.definite or unit.note != w.SINGULAR:
        return None
    follower = r.item(i + 1)
    if follower is None or not r.joined(i + 1):
        return None
    if follower.kind == w.DIR and follower.value in (w.PAST, w.NOW) and r.reference is not None:
        return r.reference.year // 100 * 100 + 100 * follower.value, i + 2
    if follower.kind not in (w.ORD, w.NUM) or not follower.definite:
        return None
    found = number(r, i + 1)
    return ((found[0] - 1) * 100, found[1]) if found and 1 < found[0] <= 21 else None


def century(r: Reader, i: int) -> When | None:
    """Read القرن التاسع عشر, القرن الماضي."""
    base = century_base(r, i)
    if base is None:
        return None
    end = base[1] + (1 if r.at(base[1], w.ERA) else 0)
    span = year_interval(max(1, base[0]), base[0] + 99)
    return When(end, interval=span, vague=span is None)


def season(r: Reader, i: int) -> When | None:
    """Read صيف 2014, الصيف الماضي, ربيع العام المقبل; a season without a year stays out (الربيع العربي)."""
    item = r.word(i)
    if i + 1 >= r.size or not r.joined(i + 1) or r.items[i + 1] is None:
        return None
    if item.definite:
        direction = r.at(i + 1, w.DIR)
        if direction is None or direction.value not in (w.PAST, w.NEXT, w.NOW) or direction.name in ("سابق", "اخير"):
            return None
        return _directed_season(r, i + 2, item.value, direction.value)
    then = named_year(r, i + 1) or year_here(r, i + 1) or unit_period(r, i + 1)
    if then is None:
        return None
    span = resolve(then, r.reference, w.PAST)
    if span is None or span.unit != BY_YEAR or span.first.year != span.last.year:
        return None
    return When(then.end, interval=_season(span.first.year, item.value))


def _season(first: int, month: int) -> Interval | None:
    start = calendars.make_date(first, month, 1)
    last = start and calendars.add_months(start, 2)
    return (
        Interval(start, last.replace(day=calendars.days_in(last.year, last.month)), BY_MONTH)
        if start and last
        else None
    )


def _directed_season(r: Reader, end: int, month: int, direction: int) -> When:
    reference = r.reference
    if reference is None:
        return When(end, vague=True, basis="relative")
    spans = [span for shift in (-1, 0, 1) if (span := _season(reference.year + shift, month)) is not None]
    if direction == w.PAST:
        fitting = [span for span in spans if span.last < reference][-1:]
    elif direction == w.NEXT:
        fitting = [span for span in spans if span.first > reference][:1]
    else:
        fitting = [span for span in spans if span.first <= reference <= span.last]
    return When(end, interval=fitting[0] if fitting else None, vague=not fitting, basis="relative")


def fraction(r: Reader, i: int) -> When | None:
    """Read الربع الثالث من عام 2016, النصف الأول من العام الجاري."""
    item = r.word(i)
    which = r.at(i + 1, w.ORD) or r.at(i + 1, w.DIR)
    if item.kind == w.UNIT:
        return _months_of_year(r, i, item)
    if not item.definite or which is None or not which.definite:
        return None
    nth = which.value if which.kind == w.ORD else item.value if which.name.startswith("اخير") else 0
    if not 1 <= nth <= item.value:
        return None
    at = i + 2 + (1 if r.is_word(i + 2, "من", "في") else 0)
    then = year_like(r, at)
    span = resolve(then, r.reference, w.PAST) if then else None
    if then is None or span is None or span.unit != BY_YEAR or span.first.year != span.last.year:
        return None
    months = 12 // item.value
    first = date(span.first.year, months * (nth - 1) + 1, 1)
    last = date(span.first.year, months * nth, calendars.days_in(span.first.year, months * nth))
    return When(then.end, interval=Interval(first, last), basis=then.basis)


def _months_of_year(r: Reader, i: int, item: w.Item) -> When | None:
    """«الأشهر الستة الأولى من 2018», «الأشهر الثلاثة الأخيرة من العام»."""
    if item.value != w.MONTHS_ or item.note != w.PLURAL or not item.definite:
        return None
    found = number(r, i + 1) if r.at(i + 1, w.NUM) or r.at(i + 1, w.DIGITS) else None
    which = r.item(found[1]) if found else None
    if (
        found is None
        or which is None
        or not which.definite
        or not r.is_word(found[1] + 1, "من")
        or not 1 <= found[0] <= 11
    ):
        return None
    then = year_like(r, found[1] + 2)
    span = resolve(then, r.reference, w.PAST) if then else None
    first = which.kind == w.ORD and which.value == 1
    if then is None or span is None or span.unit != BY_YEAR or not (first or which.name.startswith("اخير")):
        return None
    year_said = span.first.year
    months = (1, found[0]) if first else (13 - found[0], 12)
    start, last = date(year_said, months[0], 1), date(year_said, months[1], calendars.days_in(year_said, months[1]))
    return When(then.end, interval=Interval(start, last, BY_MONTH), basis=then.basis)


def part(r: Reader, i: int) -> When | None:
    """Read a part of a period: مطلع العام, نهاية 2011, منتصف ديسمبر الماضي, أواخر التسعينيات, نهاية الأسبوع."""
    item = r.word(i)
    if i + 1 >= r.size or not r.joined(i + 1):
        return None
    weekend = _weekend(r, i, item)
    if weekend is not None:
        return weekend
    then = _inner(r, i + 1)
    if then is None:
        return None
    then.part = item.value
    return then


def _inner(r: Reader, i: int) -> When | None:
    item = r.item(i)
    if item is None or item.conj:
        return None
    if item.kind == w.DECADE:
        return decade(r, i)
    found = century(r, i) or named_year(r, i) or unit_period(r, i)
    if found is None and item.kind in (w.MONTH, w.DOUBLE, w.HIJRI, w.SEASON, w.UNIT, w.THU):
        found = month_first(r, i)
    return found or year_here(r, i) or this_unit(r, i, (w.YEAR, w.MONTHS_, w.WEEK))


def _weekend(r: Reader, i: int, item: w.Item) -> When | None:
    """نهاية الأسبوع, عطلة نهاية هذا الأسبوع: Saturday and Sunday; نهاية الأسبوع المقبل is the last days of that
    week."""
    if item.value != w.END or item.name != "نهايه":
        return None
    this = r.at(i + 1, w.THIS)
    at = i + 2 if this else i + 1
    unit = r.at(at, w.UNIT)
    if (
        unit is None
        or unit.value != w.WEEK
        or unit.note != w.SINGULAR
        or not (unit.definite or unit.name.endswith("ي"))
    ):
        return None
    holiday = r.is_word(i - 1, "عطله") or (i > 0 and r.norm(i - 1) in ("عطله", "العطله"))
    shift = _weekend_shift(r, at + 1)
    if shift[0] and not holiday:
        return None
    if r.reference is None:
        return When(shift[1], vague=True, basis="relative")
    past = not this and not shift[0] and r.tense(i, shift[1]) < 0
    days = -((r.reference.weekday() + 2) % 7) if past else (5 - r.reference.weekday()) % 7 + 7 * shift[0]
    saturday = calendars.add_days(r.reference, days)
    if saturday is None or saturday.year >= 9999:
        return None
    return When(shift[1], interval=Interval(saturday, saturday + timedelta(days=1)), basis="relative")


def _weekend_shift(r: Reader, at: int) -> tuple[int, int]:
    direction = r.at(at, w.DIR)
    if direction is not None and direction.definite:
        return (1 if direction.value == w.AFTER else direction.value), at + 1
    if r.is_word(at, "بعد") and (direction := r.at(at + 1, w.DIR)) and direction.value in (w.AFTER, w.NEXT):
        return 2, at + 2
    return 0, at


def rest(r: Reader, i: int) -> When | None:
    """Read بقية العام, باقي الشهر, بقية هذا الأسبوع: from the reference day to the end."""
    if i + 1 >= r.size or not r.joined(i + 1) or r.reference is None:
        return None
    then = _inner(r, i + 1)
    end = then.end if then else 0
    span = then.interval if then else None
    unit = r.at(i + 1, w.UNIT)
    if then is None and unit is not None and unit.value == w.WEEK and unit.name.endswith("ي"):
        span, end = week_interval(r.reference), i + 2
        monday = r.reference.weekday() == 6
        span = Interval(r.reference, r.reference) if monday else span
    if span is None or not span.first <= r.reference <= span.last:
        return None
    return When(end, interval=Interval(r.reference, span.last, BY_DAY), basis="relative")


def later(r: Reader, i: int) -> When | None:
    """Read في وقت سابق من هذا الشهر, في وقت لاحق من هذا العام, لاحقا هذا الأسبوع, في وقت سابق اليوم."""
    item = r.word(i)
    if item.name == "وقت":
        which = r.item(i + 1) if i + 1 < r.size and r.joined(i + 1) else None
        if which is None or which.name not in ("سابق", "لاحق", "مبكر", "متاخر"):
            return None
        late, at = which.name in ("لاحق", "متاخر"), i + 2
    else:
        late, at = True, i + 1
    at += 1 if r.is_word(at, "من", "في") else 0
    if at >= r.size or r.items[at] is None or not r.joined(at):
        return None
    unit = r.items[at]
    if unit is not None and unit.kind == w.UNIT and unit.value == w.DAY and unit.definite:
        return None
    then = unit_period(r, at)
    if then is None or then.interval is None or not late:
        return then
    then.interval = _late(then.interval, r.reference)
    return then


def _late(span: Interval, reference: date | None) -> Interval:
    """The later part of a period: what is left of a week, the second half of a month or year."""
    days = (span.last - span.first).days + 1
    if days == 7:
        tomorrow = reference + timedelta(days=1) if reference and span.first <= reference < span.last else span.first
        return Interval(tomorrow, span.last)
    if span.unit == BY_MONTH and days <= 31:
        return Interval(span.first.replace(day=16), span.last)
    return Interval(date(span.first.year, 7, 1), span.last, BY_MONTH) if days <= 366 else span
