"""Whole expressions: what prepositions make of a date (منذ, قبل, بحلول, حتى), spans, and which reader begins at which word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from kg.dates import calendars
from kg.dates import words as w
from kg.dates.absolute import day_month, day_number, month, month_first, number
from kg.dates.figures import asks_for_day, figures
from kg.dates.periods import bare_year, century, decade, fraction, later, named_year, numbered, part, rest, season
from kg.dates.reader import Reader
from kg.dates.relative import (
    counted_period, day_of_period, day_word, in_week, shifted, unit_period, weekday,
)  # fmt: skip
from kg.dates.values import BY_DAY, BY_MONTH, BY_YEAR, Interval, When, last_day, resolve


@dataclass(slots=True)
class Expression:
    """A date expression: words ``start`` to ``end`` (half-open), its EDTF value, and what kind it is of."""

    start: int
    end: int
    edtf: str | None
    kind: str = "point"
    basis: str = "absolute"


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
        closed = r.closes(i + 1) or r.items[i + 1] is not None and r.items[i + 1].kind == w.WORD  # type: ignore[union-attr]
        if not closed:
            return None
    elif item.kind in (w.DIGITS, w.ORD):
        prep = item.prep == "ل" and r.item(i - 1) is not None and r.items[i - 1].kind == w.MOTION  # type: ignore[union-attr]
        if not prep and not asks_for_day(r, i):
            return None
    else:
        return None
    found = day_number(r, i)
    if found is None or r.reference is None or not r.closes(found[1]) and r.items[found[1]] is None:
        return None
    day = calendars.make_date(r.reference.year, r.reference.month, found[0])
    return When(found[1], interval=Interval(day, day), basis="relative") if day else None


def expression(r: Reader, i: int) -> Expression | None:
    """Read the longest expression that begins at word ``i``."""
    item = r.items[i]
    assert item is not None
    if item.kind == w.WORD:
        return _prepositional(r, i, item)
    if item.kind == w.EVERY:
        return _repeated(r, i)
    found = _days_of_one_month(r, i) or _days(r, i, item)
    if found is not None:
        return found
    quantity = _ago(r, i)
    if quantity is not None:
        return quantity
    when = simple(r, i)
    if when is None:
        return None
    if _named_after(r, i, when):
        return Expression(i, when.end, None, "name")
    when = _explained(r, when)
    if not when.vague and (week := _span_in_week(r, i, when)) is not None:
        return week
    span = _dashed(r, i, when)
    return span or _finish(r, i, when, item)


def _finish(r: Reader, i: int, when: When, item: w.Item) -> Expression | None:
    if when.basis == "open" and when.interval is not None:
        return _open_ended(i, when)
    tense = r.tense(i, when.end)
    span = _known_weekday(r, i, when) or resolve(when, r.reference, tense)
    if span is None:
        return Expression(i, when.end, None, "vague" if when.vague else "point", when.basis)
    if when.part == w.END and (item.prep == "ب" or _with(r, i) or (tense == w.NEXT and span_is_year(when))):
        return Expression(i, when.end, f"../{last_day(_whole(r, when, tense) or span, w.END)}", "deadline", when.basis)
    kind = "point" if span.head() == span.tail() else "span"
    return Expression(i, when.end, span.edtf(), kind, _basis(when))


def _known_weekday(r: Reader, i: int, when: When) -> Interval | None:
    """A weekday alone, where no verb decides: the day that the text gave that name before."""
    if when.weekday is None or when.month is not None or when.interval is not None or when.direction is not None:
        return None
    day = r.weekdays.get(when.weekday)
    return Interval(day, day) if day and not r.told(i, when.end) else None


def _basis(when: When) -> str:
    if when.interval is None and when.weekday is not None and when.month is None:
        return "weekday"
    return "month" if when.yearless else when.basis


def _with(r: Reader, i: int) -> bool:
    before = r.item(i - 1)
    return before is not None and before.name == "مع" and r.joined(i)


def span_is_year(when: When) -> bool:
    """Whether the whole period of a part is a year."""
    return when.month is None and (when.interval is None or when.interval.unit == BY_YEAR)


def _whole(r: Reader, when: When, tense: int) -> Interval | None:
    return resolve(replace(when, part=0), r.reference, tense)


def _open_ended(i: int, when: When) -> Expression:
    assert when.interval is not None
    edge = when.interval.head()
    edtf = f"../{edge}" if when.direction == w.PAST else f"{edge}/.."
    return Expression(i, when.end, edtf, "span", "relative")


# Events and places that are called by a day: what follows them is their name.
_CALLED = frozenset(
    "ثوره ميدان جسر حرب كتايب حركه قوي فريق انتفاضه استاد مدينه حزب تيار جايزه شارع ساحه جامعه مستشفي محور ملعب ائتلاف تحالف جبهه كوبري دوار حي "
    "اتفاق وثيقه انقلاب مجموعه كتله قناه صحيفه مجله مصنع هجمات احداث اعتداءات تفجيرات".split()
)


def _named_after(r: Reader, i: int, when: When) -> bool:
    """«ثورة 25 يناير», «قوى 14 آذار»: names, where no year makes a date of them."""
    if not when.yearless or when.direction is not None or i == 0:
        return False
    before = r.norm(i - 1)
    return before in _CALLED or before.removeprefix("و").removeprefix("ال") in _CALLED


def _explained(r: Reader, when: When) -> When:
    """A Gregorian date that explains what stands before it wins: 14 رمضان 1439هـ (الموافق 30 مايو 2018)."""
    at = when.end
    item = r.item(at)
    if item is None or not 0 < at or item.conj:
        return when
    bracket = "(" in r.gaps[at] and len(r.gaps[at]) <= 4 and "\n" not in r.gaps[at]
    slash = when.hijri and r.joined(at, "،,-–/")
    agrees = item.kind == w.AGREES and r.joined(at, "،,-(")
    if not (bracket or agrees or slash):
        return when
    at = at + 1 if agrees or item.kind == w.AGREES else at
    other = _plain_date(r, at) if r.item(at) is not None else None
    if other is None or (when.explicit and not when.hijri and other.hijri is False and not bracket):
        return when
    if other.hijri and not when.hijri:
        when.end = other.end
        return when
    return other if other.day is not None or when.hijri else when


def _plain_date(r: Reader, i: int) -> When | None:
    item = r.items[i]
    assert item is not None
    if item.kind == w.WEEKDAY:
        return weekday(r, i)
    return figures(r, i) or day_month(r, i) or (month_first(r, i) if item.kind in (w.MONTH, w.DOUBLE) else None)


# --- prepositions


def _prepositional(r: Reader, i: int, item: w.Item) -> Expression | None:
    if i + 1 >= r.size or r.items[i + 1] is None or not r.joined(i + 1):
        return None
    name = item.name
    if name in ("قبل", "بعد"):
        return _before_after(r, i, item)
    if name in ("منذ", "مذ"):
        return _since(r, i)
    if name == "من":
        return _between(r, i, i + 1, ("الي", "حتي", "غايه")) or _long_ago(r, i)
    if name == "بين":
        return _between(r, i, i + 1, ())
    if name in ("حتي", "حلول", "اقصاه", "غايه"):
        return _deadline(r, i, i + 1)
    if name in ("اعتبارا", "ابتداء", "بدءا"):
        return _from(r, i) if r.is_word(i + 1, "من") else None
    if name in ("خلال", "غضون", "مدي", "مدار", "طوال", "طيله"):
        return _during(r, i, name)
    if name in ("قبيل", "بعيد"):
        return None
    when = simple(r, i)
    return _finish(r, i, when, item) if when is not None else None


def _before_after(r: Reader, i: int, item: w.Item) -> Expression | None:
    moved = day_word(r, i)
    if moved is not None:
        return _finish(r, i, moved, item)
    if i > 0 and r.is_word(i - 1, "علي") and r.joined(i):
        return None  # «على بعد 3 ساعات»
    found = quantity(r, i + 1)
    if found is not None:
        return _ago_value(r, i, found, item)
    if r.items[i + 1].kind == w.DIR:  # type: ignore[union-attr]
        return None
    then = simple(r, i + 1)
    if then is None:
        return None
    then = _explained(r, then)
    span = resolve(then, r.reference, r.tense(i, then.end))
    if span is None:
        return Expression(i, then.end, None, "vague", then.basis)
    if item.name == "قبل":
        return Expression(i, then.end, f"../{_by(span, then)}", "deadline", _basis(then))
    return Expression(i, then.end, f"{span.head()}/..", "after", _basis(then))


@dataclass(slots=True)
class Quantity:
    """A count of units: «ثلاثة أيام», «شهرين», «نحو عقدين», «شهر و21 يوما»."""

    end: int
    parts: list[tuple[int, int]]
    hedged: bool = False
    vague: bool = False
    some: bool = False


def quantity(r: Reader, i: int) -> Quantity | None:
    """Read a count of units of time at word ``i``, with its hedge."""
    hedged = False
    item = r.item(i)
    if item is not None and item.kind == w.ABOUT and not item.definite:
        hedged = True
        i += 2 if r.is_word(i + 1, "من") else 1
    elif item is not None and item.name == "ما":
        return None
    if i >= r.size or r.items[i] is None or not r.joined(i):
        return None
    first = _counted(r, i)
    if first is None:
        return None
    found = Quantity(first[2], [(first[0], first[1])], hedged, first[0] == 0, first[3])
    while (nxt := r.item(found.end)) is not None and r.joined(found.end):
        at = found.end + (1 if r.words[found.end] == "و" else 0)
        more = _counted(r, at) if nxt.conj or at > found.end else None
        if more is None or len(found.parts) > 3:
            break
        found.parts.append((more[0], more[1]))
        found.end = more[2]
    return _half(r, found)


def _half(r: Reader, found: Quantity) -> Quantity:
    """«عامين ونصف العام»."""
    item = r.item(found.end)
    if item is None or item.kind != w.FRACTION or not item.conj or item.definite or not r.joined(found.end):
        return found
    found.end += 1
    unit = r.at(found.end, w.UNIT)
    if unit is not None and unit.definite and unit.note == w.SINGULAR:
        found.end += 1
    months = {w.YEAR: 12 // item.value, w.DECADES: 120 // item.value}.get(found.parts[0][1])
    if months:
        found.parts.append((months, w.MONTHS_))
    found.hedged = True
    return found


_NAMING = frozenset({w.MONTH, w.HIJRI, w.DOUBLE, w.HIJRI_DOUBLE, w.THU, w.WEEKDAY, w.SHIFT, w.DIGITS})


def _counted(r: Reader, i: int) -> tuple[int, int, int, bool] | None:
    """(count, unit, index after, whether the count is only «some»)."""
    item = r.item(i)
    if item is None or item.definite:
        return None
    if item.kind == w.UNIT:
        following = r.item(i + 1) if i + 1 < r.size and r.joined(i + 1, "(") else None
        if item.note == w.SINGULAR and following is not None and following.kind in _NAMING and not following.conj:
            return None  # عام 2007, شهر رمضان, يوم الاثنين
        if following is not None and following.kind == w.DIGITS and not following.conj:
            return None  # عامي 2014 و2015
        count = {w.SINGULAR: 1, w.DUAL: 2, w.PLURAL: 0}[item.note]
        one = r.at(i + 1, w.NUM)
        if (
            item.note == w.PLURAL
            and one is not None
            and not one.conj
            and not one.definite
            and (said := number(r, i + 1))
        ):
            return said[0], item.value, said[1], False  # سنوات أربع
        return count, item.value, i + (2 if one is not None and one.value == item.note and not one.conj else 1), False
    if item.kind == w.VAGUE:
        unit = r.at(i + 1, w.UNIT)
        return (item.value, unit.value, i + 2, True) if unit and not unit.definite else None
    if item.kind not in (w.NUM, w.DIGITS):
        return None
    found = number(r, i)
    if found is None:
        return None
    unit = r.at(found[1], w.UNIT)
    if unit is None or unit.definite or unit.note == w.DUAL:
        return None
    return found[0], unit.value, found[1] + 1, False


def _ago(r: Reader, i: int) -> Expression | None:
    """«ثلاثة أيام مضت», «شهر و 2 سنة من الآن»: a count of units that is told to lie behind."""
    found = quantity(r, i)
    if found is None:
        return None
    if r.at(found.end, w.AGO) is not None:
        found.end += 1
        return _ago_value(r, i, found, None)
    if r.is_word(found.end, "من") and r.is_word(found.end + 1, "الان", "ان"):
        found.end += 2
        direction = r.tense(i, found.end)
        return _moved(r, i, found, w.PAST if direction == w.PAST else w.NEXT)
    return None


def _ago_value(r: Reader, i: int, found: Quantity, item: w.Item | None) -> Expression | None:
    if item is not None and item.name == "بعد":
        if r.is_word(found.end, "من") and r.is_word(found.end + 1, "الان"):
            found.end += 2
            return _moved(r, i, found, w.NEXT)
        return Expression(i, found.end, None, "vague", "anchored")
    follower = r.item(found.end)
    if (
        follower is not None
        and follower.kind == w.WORD
        and follower.name in ("من", "علي")
        and not r.is_word(found.end + 1, "الان")
    ):
        if not _filler(r, found.end + 1):
            return Expression(i, found.end, None, "vague", "anchored")
    if r.norm(found.end) == "اخري" or any(r.norm(at) == "لن" for at in range(max(0, i - 5), i)):
        return Expression(i, found.end, None, "vague", "relative")
    return _moved(r, i, found, w.PAST)


def _filler(r: Reader, i: int) -> bool:
    """«عقدين من الزمان»."""
    return r.norm(i) in ("الزمان", "الزمن")


def _moved(r: Reader, i: int, found: Quantity, direction: int) -> Expression:
    if r.is_word(found.end, "من") and _filler(r, found.end + 1):
        found.end += 2
    day = r.reference
    for count, unit in found.parts:
        day = day and shifted(day, unit, count * direction)
    if day is None or found.vague:
        return Expression(i, found.end, None, "vague", "relative")
    return Expression(i, found.end, day.isoformat()[: _said(found)], "point", "relative")


def _said(found: Quantity) -> int:
    """How precisely a count tells the day: days and weeks to the day, months to the month, years to the year."""
    if len(found.parts) > 1 or found.some:
        return BY_DAY if not found.hedged else BY_YEAR
    unit = found.parts[0][1]
    if unit == w.MONTHS_:
        return BY_MONTH
    return BY_YEAR if unit in (w.YEAR, w.DECADES, w.CENTURY) else BY_DAY


def _since(r: Reader, i: int) -> Expression | None:
    found = quantity(r, i + 1)
    if found is not None:
        return _since_quantity(r, i, found)
    then = simple(r, i + 1)
    if then is None:
        return None
    then = _explained(r, then)
    if then.basis == "open":
        return Expression(i, then.end, None, "since", "relative")
    span = resolve(then, r.reference, w.PAST)
    if span is None:
        return Expression(i, then.end, None, "since", then.basis)
    current = then.part in (w.START, w.EARLY) and then.basis == "relative" and r.reference is not None
    if (
        current
        and r.reference is not None
        and then.interval
        and then.interval.first <= r.reference <= then.interval.last
    ):
        return _since_start(r, i, then, then.interval)
    return Expression(i, then.end, f"{span.head()}/..", "since", _basis(then))


def _since_start(r: Reader, i: int, then: When, period: Interval) -> Expression:
    """منذ مطلع العام: from its first month, or منذ بداية الشهر from its first day, to the reference."""
    unit = BY_MONTH if period.unit == BY_YEAR else BY_DAY
    assert r.reference is not None
    span = Interval(period.first, r.reference, unit)
    return Expression(i, then.end, span.edtf(), "since", "relative")


def _since_quantity(r: Reader, i: int, found: Quantity) -> Expression:
    if r.at(found.end, w.AGO) is not None:
        found.end += 1
    if r.is_word(found.end, "من") and r.is_word(found.end + 1, "الان"):
        found.end += 2
        return _moved(r, i, found, w.PAST)
    moved = _moved(r, i, found, w.PAST)
    return replace(moved, edtf=moved.edtf and f"{moved.edtf}/..", kind="since")


def _long_ago(r: Reader, i: int) -> Expression | None:
    """«من أسبوع»: a week ago, where it stands alone."""
    found = quantity(r, i + 1) if r.bare else None
    return _moved(r, i, found, w.PAST) if found is not None and r.closes(found.end) else None


def _deadline(r: Reader, i: int, at: int) -> Expression | None:
    item = r.item(at)
    if item is not None and item.name == "الان":
        return None
    then = simple(r, at)
    if then is None:
        return None
    then = _explained(r, then)
    if then.interval is None and then.direction is None and r.items[i].name == "حلول":  # type: ignore[union-attr]
        tense = w.NEXT
    else:
        tense = r.tense(i, then.end)
    span = resolve(then, r.reference, tense)
    if span is None or then.basis == "open":
        return Expression(i, then.end, None, "deadline", then.basis)
    return Expression(i, then.end, f"../{_by(span, then, r, tense)}", "deadline", _basis(then))


def _by(span: Interval, then: When, r: Reader | None = None, tense: int = 1) -> str:
    if then.part in (w.START, w.EARLY) and span.unit == BY_YEAR:
        return span.head()
    if then.part in (w.END, w.MID):
        whole = (_whole(r, then, tense) if r else None) or span
        return last_day(whole, then.part).isoformat()
    return span.tail()


def _from(r: Reader, i: int) -> Expression | None:
    then = simple(r, i + 2) if i + 2 < r.size and r.joined(i + 2) else None
    if then is None:
        return None
    span = resolve(_explained(r, then), r.reference, r.tense(i, then.end))
    return Expression(i, then.end, f"{span.head()}/.." if span else None, "since", _basis(then))


def _during(r: Reader, i: int, name: str) -> Expression | None:
    """خلال الأسبوع الماضي is the seven days up to now; خلال ثلاثة أيام a duration, placed only where a verb looks ahead."""
    found = quantity(r, i + 1)
    if found is not None:
        return _duration(r, i, found, name)
    week = unit_period(r, i + 1)
    if week is not None and _last_week(r, week) and r.reference is not None and r.at(week.end, w.WEEKDAY) is None:
        first = shifted(r.reference, w.DAY, -7)
        return Expression(i, week.end, Interval(first, r.reference).edtf() if first else None, "span", "relative")
    then = expression(r, i + 1) if r.items[i + 1].kind != w.WORD else None  # type: ignore[union-attr]
    return replace(then, start=i) if then is not None else None


def _last_week(r: Reader, week: When) -> bool:
    span, reference = week.interval, r.reference
    return bool(
        span
        and reference
        and span.unit == BY_DAY
        and (span.last - span.first).days == 6
        and 0 < (reference - span.last).days <= 7
    )


def _duration(r: Reader, i: int, found: Quantity, name: str) -> Expression | None:
    ahead = name in ("خلال", "غضون") and r.tense(i, found.end) == w.NEXT and not r.bare
    if not ahead or found.vague or found.some or r.reference is None:
        return Expression(i, found.end, None, "duration", "relative")
    day = r.reference
    for count, unit in found.parts:
        moved = shifted(day, unit, count)
        if moved is None:
            return Expression(i, found.end, None, "duration", "relative")
        day = moved
    return Expression(i, found.end, Interval(r.reference, day, BY_DAY).edtf(), "span", "relative")


# --- spans


def _between(r: Reader, i: int, at: int, links: tuple[str, ...]) -> Expression | None:
    """«من X إلى Y», «من X حتى Y», «بين X وY»; «من 4 حتى 23 من هذا الشهر»."""
    days = _days_of_one_month(r, at, links=links)
    if days is not None:
        return replace(days, start=i)
    left = simple(r, at) or (_year_alone(r, at) or _month_alone(r, at) if links else None)
    if left is None:
        return None
    left = _explained(r, left)
    to = _link(r, left.end, links)
    if to is None:
        return None
    right = simple(r, to) or _year_alone(r, to)
    return _span(r, i, left, _explained(r, right)) if right is not None else None


def _month_alone(r: Reader, i: int) -> When | None:
    """A month at the beginning of a span, its name doubtful or not: «من مارس إلى مايو 2017»."""
    found = month(r, i)
    return When(found[3], month=found[0], hijri=found[1]) if found else None


def _year_alone(r: Reader, i: int) -> When | None:
    """A bare year at the end of a span: «من 2014 حتى 2018»."""
    item = r.items[i]
    if item is None or item.kind != w.DIGITS or item.note != 4 or not 1800 <= item.value <= 2100 or item.prep:
        return None
    return When(i + 1, year=item.value)


def _link(r: Reader, i: int, links: tuple[str, ...]) -> int | None:
    """Return the index of the second end, where a link to it stands at word ``i``."""
    if i >= r.size or r.items[i] is None and r.words[i] != "و" or not r.joined(i, "،,-–)"):
        return None
    if r.words[i] == "و":
        i += 1
        return i if not links and i < r.size and r.joined(i) and r.items[i] is not None else None
    item = r.items[i]
    assert item is not None
    if links and item.kind == w.WORD and item.name in links:
        return i + 1 if i + 1 < r.size and r.joined(i + 1) else None
    if not links and item.conj:
        if item.kind == w.WORD and item.name in ("حتي", "الي"):
            return i + 1
        return i
    return i if "-" in r.gaps[i] or "–" in r.gaps[i] else None


def _span(r: Reader, i: int, left: When, right: When) -> Expression | None:
    tense = r.tense(i, right.end)
    if left.yearless and right.year is not None and right.month is not None:
        same = right.year if (left.month or 0) <= right.month else right.year - 1
        left.year = same
    last = resolve(right, r.reference, tense)
    first = resolve(left, r.reference, tense)
    if first is None or last is None:
        return Expression(i, right.end, None, "span", "relative")
    if first.first > last.last:
        first, last = _ordered(r, left, right, first, last, tense)
    if first.first > last.last:
        return Expression(i, right.end, None, "span", "relative")
    return Expression(i, right.end, f"{first.head()}/{last.tail()}", "span", _basis(left))


def _ordered(
    r: Reader, left: When, right: When, first: Interval, last: Interval, tense: int
) -> tuple[Interval, Interval]:
    """Two ends resolved apart may cross (من الثلاثاء إلى الخميس): move the one that the tense leaves free."""
    if tense == w.PAST and left.yearless and left.month:
        left.year = first.first.year - 1
        return resolve(left, r.reference, tense) or first, last
    if right.yearless and right.month:
        right.year = last.first.year + 1
        return first, resolve(right, r.reference, tense) or last
    if left.weekday is not None and right.weekday is not None:
        if tense == w.PAST:
            day = calendars.add_days(first.first, -7)
            return (Interval(day, day), last) if day else (first, last)
        day = calendars.add_days(last.first, 7)
        return (first, Interval(day, day)) if day else (first, last)
    return first, last


def _dashed(r: Reader, i: int, left: When) -> Expression | None:
    """«2 أكتوبر إلى 22 أكتوبر», «الأول من يناير حتى الأربعاء 22 يناير», «يناير - مارس 2018»."""
    if left.interval is not None or left.vague or left.end >= r.size:
        return None
    to = _link(r, left.end, ("الي", "حتي"))
    if to is None or r.items[to] is None or (left.year is not None and left.month is None):
        return None
    right = simple(r, to)
    if right is None or right.month is None or (right.day is None) != (left.day is None):
        return None
    return _span(r, i, left, right)


def _span_in_week(r: Reader, i: int, week: When) -> Expression | None:
    """«الأسبوع المقبل بين الأربعاء والجمعة», «هذا الأسبوع من الثلاثاء إلى الخميس»."""
    span = week.interval
    if (
        span is None
        or span.unit != BY_DAY
        or (span.last - span.first).days != 6
        or not r.is_word(week.end, "بين", "من")
    ):
        return None
    links = () if r.items[week.end].name == "بين" else ("الي", "حتي")  # type: ignore[union-attr]
    first = r.at(week.end + 1, w.WEEKDAY)
    to = _link(r, week.end + 2, links) if first is not None else None
    last = r.item(to) if to is not None else None
    if first is None or last is None or to is None or last.kind != w.WEEKDAY:
        return None
    left, right = in_week(week, first.value), in_week(week, last.value)
    if left is None or right is None or left.interval is None or right.interval is None:
        return None
    return Expression(i, to + 1, f"{left.interval.head()}/{right.interval.tail()}", "span", "relative")


_DAY_LINKS = ("الي", "حتي")


def _days_of_one_month(r: Reader, i: int, links: tuple[str, ...] = _DAY_LINKS) -> Expression | None:
    """«19-20 نوفمبر», «10 و11 يونيو», «بين 3 و 12 سبتمبر», «4 حتى 23 من هذا الشهر»: two days, the month said once."""
    first = day_number(r, i)
    item = r.items[i]
    if first is None or item is None or item.kind == w.NUM or (item.kind == w.DIGITS and item.name):
        return None
    to = _second_day(r, first[1], links)
    if to is None:
        return None
    whole = day_month(r, to) or day_of_period(r, to)
    if whole is None or whole.day is None or whole.day <= first[0]:
        return None
    left = replace(whole, day=first[0], weekday=None, end=first[1])
    return _span(r, i, left, whole)


def _second_day(r: Reader, i: int, links: tuple[str, ...]) -> int | None:
    if i >= r.size:
        return None
    item = r.items[i]
    if r.words[i] == "و" and r.joined(i):
        return i + 1 if i + 1 < r.size and r.joined(i + 1) else None
    if item is None:
        return None
    if item.kind == w.WORD and item.name in ("الي", "حتي") and r.joined(i):
        return i + 1 if i + 1 < r.size and r.joined(i + 1) else None
    if item.conj and r.joined(i):
        return i
    return i if len(r.gaps[i]) <= 3 and r.gaps[i].strip() in {"-", "–", "/", "،"} else None


def _days(r: Reader, i: int, item: w.Item) -> Expression | None:
    """«يومي السبت والأحد», «الجمعة والسبت المقبلين»: two weekdays that follow each other are a span."""
    at = i
    if item.kind == w.UNIT and item.value == w.DAY and item.note == w.PLURAL and not item.definite:
        day = r.at(i + 1, w.WEEKDAY)  # «أيام الجمعة»
        return Expression(i, i + 2, None, "repeated", "weekday") if day is not None and day.definite else None
    if item.kind == w.UNIT and item.value == w.DAY and item.note == w.DUAL and item.name.endswith("ي"):
        at = i + 1
    first, second = r.item(at), r.item(at + 1)
    if first is None or second is None or first.kind != w.WEEKDAY or second.kind != w.WEEKDAY or not second.conj:
        return None
    if not first.definite or not second.definite or not r.joined(at + 1) or (at > i and not r.joined(at)):
        return None
    direction = r.at(at + 2, w.DIR)
    end = at + 3 if direction is not None and direction.definite and direction.value in (w.PAST, w.NEXT) else at + 2
    towards = direction.value if direction is not None and end > at + 2 else None
    if at == i and end == at + 2:
        return None
    left = When(at + 1, weekday=first.value, direction=towards, basis="weekday")
    right = When(end, weekday=second.value, direction=towards, basis="weekday")
    return _span(r, i, left, right)


def _repeated(r: Reader, i: int) -> Expression | None:
    """كل جمعة, كل يوم أحد, كل عام: no date, but not to be read as one either."""
    at = i + 1
    unit = r.at(at, w.UNIT)
    day = r.at(at + 1, w.WEEKDAY) if unit is not None and unit.value == w.DAY else r.at(at, w.WEEKDAY)
    if day is not None:
        return Expression(i, at + (2 if unit is not None else 1), None, "repeated", "weekday")
    if unit is not None and unit.note == w.SINGULAR and not unit.definite:
        return Expression(i, at + 1, None, "repeated", "relative")
    return None
