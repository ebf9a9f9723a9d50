"""Periods: years, decades, centuries, seasons, quarters, numbered weeks, and the parts of a period (مطلع, منتصف, نهاية)."""

from __future__ import annotations

from datetime import date, timedelta

from kg.dates import calendars
from kg.dates import words as w
from kg.dates.absolute import month_first, number, plausible_year, year, year_number
from kg.dates.reader import Reader
from kg.dates.relative import nth_weekday, unit_period
from kg.dates.values import BY_DAY, BY_MONTH, BY_YEAR, Interval, When, resolve, week_interval, year_interval

_COUNTED_ENDING = "ا"
_YEAR_LEADS = frozenset({"في", "قبل", "بعد", "منذ", "مذ", "حتي", "حلول", "غايه"})


def named_year(r: Reader, i: int) -> When | None:
    """Read «عام 2014», «العام 2014», «سنة ألفين وثلاثة», «عامي 2014 و2015», «عام 1439هـ»."""
    item = r.items[i]
    if item is None or item.kind != w.UNIT or item.value != w.YEAR or item.note == w.PLURAL:
        return None
    if i + 1 >= r.size or not r.joined(i + 1, "("):
        return None
    if item.prep == "ل" and not item.definite and r.at(i - 1, w.DIGITS) is not None:
        return None  # «القانون رقم 12 لسنة 2008»
    named = item.note == w.SINGULAR or not item.name.endswith("ين")
    found = year_number(r, i + 1, named=named)
    if found is None:
        return None
    value, hijri, end = found
    last = _second_year(r, end, value)
    if last is not None:
        return When(last[1], interval=year_interval(value, last[0]), vague=year_interval(value, last[0]) is None)
    if item.note == w.DUAL and not item.name.endswith("ي"):
        return None
    return When(end, year=value, hijri=hijri)


def _second_year(r: Reader, i: int, first: int) -> tuple[int, int] | None:
    item = r.item(i)
    if item is None or item.kind != w.DIGITS or not 0 < i or item.name:
        return None
    dashed = len(r.gaps[i]) <= 3 and r.gaps[i].strip() in {"-", "–", "—", "/"}
    if not dashed and not (item.conj and r.joined(i)):
        return None
    value = item.value if item.note == 4 else first // 100 * 100 + item.value if item.note == 2 and dashed else 0
    return (value, i + 1) if first < value <= first + 150 else None


def bare_year(r: Reader, i: int) -> When | None:
    """Read four digits that are a year: 2014-2018, or after a preposition of time where no counted noun follows."""
    item = r.items[i]
    assert item is not None
    if item.kind != w.DIGITS:
        return _spelled_year(r, i, item)
    if not plausible_year(item, named=False) or not 1800 <= item.value <= 2100 or item.definite:
        if not (item.name.startswith("ه") and 1200 <= item.value <= 1500):
            return None
    if item.name == "م" or item.name.startswith("ه"):
        return When(i + 1, year=item.value, hijri=item.name.startswith("ه"))
    last = _second_year(r, i + 1, item.value)
    if last is not None and not _glued(r, last[1]) and not _glued(r, i):
        return When(last[1], interval=year_interval(item.value, last[0]))
    if _glued(r, i) or _glued(r, i + 1) or not (_led(r, i, item) or _heads(r, i)) or _counts(r, i, item.value):
        return None
    return When(i + 1, year=item.value)


def _spelled_year(r: Reader, i: int, item: w.Item) -> When | None:
    """«ألفين وأربعة عشر» after من, إلى, في: a year where nothing is counted."""
    if item.value not in (1000, 2000) or not _led(r, i, item) and not r.is_word(i - 1, "من", "الي"):
        return None
    found = number(r, i)
    if (
        found is None
        or not 1800 <= found[0] <= 2100
        or not r.closes(found[1])
        and not r.is_word(found[1], "الي", "حتي", "و")
    ):
        return None
    if found[0] == 2000 and item.definite:
        return When(found[1], interval=year_interval(2000, 2009))
    return When(found[1], year=found[0])


def _glued(r: Reader, i: int) -> bool:
    return (
        0 < i < r.size
        and bool(r.gaps[i])
        and r.gaps[i].strip() in {"-", "–", "/", ".", ":", "٫"}
        and _digits(r, i)
        and _digits(r, i - 1)
    )


def _digits(r: Reader, i: int) -> bool:
    item = r.item(i)
    return item is not None and item.kind == w.DIGITS


def _led(r: Reader, i: int, item: w.Item) -> bool:
    before = r.item(i - 1)
    if i == 0 or before is None or not r.joined(i):
        return False
    if item.conj:
        return False
    if before.name == "من" and i > 1:
        lead = r.item(i - 2)
        return lead is not None and lead.kind in (w.UNIT, w.DIR, w.ORD, w.SAME) and r.joined(i - 1)
    return before.name in _YEAR_LEADS or before.kind in (w.PART, w.SEASON)


# Events that a year tells apart: «حرب 1948», «انتخابات 2016»; a law's or a championship's year is its name.
_OF_YEAR = frozenset(
    "حرب غزو احتلال ثوره انتفاضه انتخابات انقلاب هجوم هجمات تفجيرات مجزره مذبحه زلزال استفتاء ازمه نكسه نكبه عدوان معركه اجتياح".split()
)


def _heads(r: Reader, i: int) -> bool:
    """Whether what stands before a bare year, or after it, makes it one: an event of that year, or a list by years («- 1953: »)."""
    if i > 0 and r.joined(i):
        return r.norm(i - 1).removeprefix("و").removeprefix("ب").removeprefix("ل") in _OF_YEAR
    begins = i == 0 or "\n" in r.gaps[i] or not r.words[i - 1]
    return begins and i + 1 < r.size and ":" in r.gaps[i + 1]


def _counts(r: Reader, i: int, value: int) -> bool:
    """Whether a counted noun follows: «في 2000 قرية», «منذ 1950 يوما»."""
    if r.closes(i + 1):
        return False
    follower = r.norm(i + 1)
    item = r.item(i + 1)
    if item is not None and item.kind in (w.UNIT, w.NUM) and not item.conj and not item.prep:
        return not item.definite
    if follower.endswith(_COUNTED_ENDING) and len(follower) > 3 and not follower.startswith(("ال", "و", "ل", "ب")):
        return True
    return value % 100 == 0 and item is None and not follower.startswith(("ال", "و", "ف", "ل", "ب"))


def decade(r: Reader, i: int) -> When | None:
    """Read الثمانينيات, ثمانينيات القرن الماضي, الستينيات من القرن التاسع عشر; the twenties to forties may be an age."""
    item = r.items[i]
    assert item is not None
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
    """Read القرن الماضي, القرن التاسع عشر, القرن العشرين; returns the first year of the century and the index after it."""
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
    item = r.items[i]
    assert item is not None
    if i + 1 >= r.size or not r.joined(i + 1) or r.items[i + 1] is None:
        return None
    if item.definite:
        direction = r.at(i + 1, w.DIR)
        if direction is None or direction.value not in (w.PAST, w.NEXT, w.NOW) or direction.name in ("سابق", "اخير"):
            return None
        return _directed_season(r, i + 2, item.value, direction.value)
    then = named_year(r, i + 1) or _year_here(r, i + 1) or unit_period(r, i + 1)
    if then is None:
        return None
    span = resolve(then, r.reference, w.PAST)
    if span is None or span.unit != BY_YEAR or span.first.year != span.last.year:
        return None
    return When(then.end, interval=_season(span.first.year, item.value))


def _year_here(r: Reader, i: int) -> When | None:
    found = year(r, i)
    return When(found[2], year=found[0], hijri=found[1]) if found else None


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
    item = r.items[i]
    assert item is not None
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


def year_like(r: Reader, i: int) -> When | None:
    """Read whatever means one year: عام 2016, 2016, العام الجاري, ألفين وعشرين; العام alone is the year of publication."""
    if i >= r.size or r.items[i] is None or not r.joined(i):
        return None
    return named_year(r, i) or unit_period(r, i) or _year_here(r, i) or _this_unit(r, i, (w.YEAR,))


def _this_unit(r: Reader, i: int, units: tuple[int, ...]) -> When | None:
    item = r.item(i)
    if item is None or item.kind != w.UNIT or item.value not in units or not item.definite or item.note != w.SINGULAR:
        return None
    from kg.dates.relative import _period  # noqa: PLC0415

    return _period(r, i + 1, item.value, w.NOW)


def numbered(r: Reader, i: int) -> When | None:
    """Read a week, weekday or last day by its number: الأسبوع الثالث من عام 2027, أول ثلاثاء من شهر أكتوبر, آخر يوم من الشهر."""
    found = _noun_then_number(r, i) or _number_then_noun(r, i)
    if found is None:
        return None
    kind, value, nth, at = found
    if r.is_word(at, "بعد") and kind == w.WEEKDAY and (feast := r.at(at + 1, w.HOLIDAY)):
        return _after_feast(r, at + 2, nth, value, feast.value)
    at += 1 if r.is_word(at, "من", "في", "ل") else 0
    whole = _whole(r, at)
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
    item = r.items[i]
    assert item is not None
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
    item = r.items[i]
    assert item is not None
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


def _whole(r: Reader, i: int) -> When | None:
    if i >= r.size or r.items[i] is None or not r.joined(i):
        return None
    return _numbered_month(r, i) or month_first(r, i) or year_like(r, i) or _this_unit(r, i, (w.MONTHS_,))


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
    """The weeks of a year are ISO's; those of a month the whole ones that begin in it, the last the one that ends with it."""
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


def part(r: Reader, i: int) -> When | None:
    """Read a part of a period: مطلع العام, نهاية 2011, منتصف ديسمبر الماضي, أواخر التسعينيات, نهاية الأسبوع."""
    item = r.items[i]
    assert item is not None
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
    return found or _year_here(r, i) or _this_unit(r, i, (w.YEAR, w.MONTHS_, w.WEEK))


def _weekend(r: Reader, i: int, item: w.Item) -> When | None:
    """نهاية الأسبوع, عطلة نهاية هذا الأسبوع: Saturday and Sunday; نهاية الأسبوع المقبل is the last days of that week."""
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
    past = not this and not shift[0] and r.tense(i, shift[1]) == w.PAST
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
    item = r.items[i]
    assert item is not None
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
