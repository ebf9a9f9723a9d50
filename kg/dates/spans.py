"""Spans and pairs: من ... إلى, بين ... و, 19-20 نوفمبر, يومي السبت والأحد, and what recurs."""

from __future__ import annotations

from dataclasses import replace

from kg.dates import calendars
from kg.dates import words as w
from kg.dates.absolute import day_month, day_number, month
from kg.dates.dated import day_of_period
from kg.dates.outcome import Expression, basis_of, explained
from kg.dates.reader import Reader
from kg.dates.simple import simple
from kg.dates.values import BY_DAY, Interval, When, resolve
from kg.dates.weekdays import in_week


def between(r: Reader, i: int, at: int, links: tuple[str, ...]) -> Expression | None:
    """«من X إلى Y», «من X حتى Y», «بين X وY»; «من 4 حتى 23 من هذا الشهر»."""
    days = days_of_one_month(r, at, links=links)
    if days is not None:
        return replace(days, start=i)
    left = simple(r, at) or (_year_alone(r, at) or _month_alone(r, at) if links else None)
    if left is None:
        return None
    left = explained(r, left)
    to = _link(r, left.end, links)
    if to is None:
        return None
    if links and r.is_word(to, "الان"):
        return until(r, i, left)
    right = simple(r, to) or _year_alone(r, to)
    return _span(r, i, left, explained(r, right)) if right is not None else None


def until(r: Reader, i: int, left: When) -> Expression | None:
    """«منذ 2003 وحتى 2011», «من عام 2014 حتى الآن»: the end that follows a beginning."""
    to = _link(r, left.end, ("الي", "حتي", "غايه"))
    if to is None or to == left.end:
        return None
    today = r.at(to, w.UNIT)
    if r.is_word(to, "الان") or (today is not None and today.value == w.DAY and today.definite and r.closes(to + 1)):
        span = resolve(left, r.reference, w.PAST)
        return Expression(i, to + 1, f"{span.head()}/.." if span else None, "since", basis_of(left))
    right = simple(r, to) or _year_alone(r, to) if r.items[to] is not None else None
    return _span(r, i, left, right) if right is not None else None


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
    if i >= r.size or (r.items[i] is None and r.words[i] != "و") or not r.joined(i, "،,-–)"):
        return None
    if r.words[i] == "و":
        i += 1
        return i if not links and i < r.size and r.joined(i) and r.items[i] is not None else None
    item = r.word(i)
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
    return Expression(i, right.end, f"{first.head()}/{last.tail()}", "span", basis_of(left))


def _ordered(
    r: Reader, left: When, right: When, first: Interval, last: Interval, tense: int
) -> tuple[Interval, Interval]:
    """Two ends resolved apart may cross (من الثلاثاء إلى الخميس): move the one that the tense leaves free."""
    if tense < 0 and left.yearless and left.month:
        left.year = first.first.year - 1
        return resolve(left, r.reference, tense) or first, last
    if right.yearless and right.month:
        right.year = last.first.year + 1
        return first, resolve(right, r.reference, tense) or last
    if left.weekday is not None and right.weekday is not None:
        if tense < 0:
            day = calendars.add_days(first.first, -7)
            return (Interval(day, day), last) if day else (first, last)
        day = calendars.add_days(last.first, 7)
        return (first, Interval(day, day)) if day else (first, last)
    return first, last


def dashed(r: Reader, i: int, left: When) -> Expression | None:
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


def span_in_week(r: Reader, i: int, week: When) -> Expression | None:
    """«الأسبوع المقبل بين الأربعاء والجمعة», «هذا الأسبوع من الثلاثاء إلى الخميس»."""
    span = week.interval
    if (
        span is None
        or span.unit != BY_DAY
        or (span.last - span.first).days != 6
        or not r.is_word(week.end, "بين", "من")
    ):
        return None
    links = () if r.word(week.end).name == "بين" else ("الي", "حتي")
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


def days_of_one_month(r: Reader, i: int, links: tuple[str, ...] = _DAY_LINKS) -> Expression | None:
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


def weekday_pair(r: Reader, i: int, item: w.Item) -> Expression | None:
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


def repeated(r: Reader, i: int) -> Expression | None:
    """كل جمعة, كل يوم أحد, كل عام: no date, but not to be read as one either."""
    at = i + 1
    unit = r.at(at, w.UNIT)
    day = r.at(at + 1, w.WEEKDAY) if unit is not None and unit.value == w.DAY else r.at(at, w.WEEKDAY)
    if day is not None:
        return Expression(i, at + (2 if unit is not None else 1), None, "repeated", "weekday")
    if unit is not None and unit.note == w.SINGULAR and not unit.definite:
        return Expression(i, at + 1, None, "repeated", "relative")
    return None
