"""Whole expressions: what prepositions make of a date (منذ, قبل, بحلول, حتى), spans, and which reader begins at which
word."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kg.dates import words as w
from kg.dates.day_words import day_word
from kg.dates.outcome import Expression, basis_of, deadline_text, explained, finish, named_after
from kg.dates.quantities import Quantity, ago_value, moved_by, quantity, told_ago
from kg.dates.reader import Reader
from kg.dates.relative import shifted, unit_period
from kg.dates.simple import simple
from kg.dates.spans import between, dashed, days_of_one_month, repeated, span_in_week, until, weekday_pair
from kg.dates.values import BY_DAY, BY_MONTH, BY_YEAR, Interval, When, resolve


def expression(r: Reader, i: int) -> Expression | None:
    """Read the longest expression that begins at word ``i``."""
    item = r.word(i)
    if item.kind == w.WORD:
        return _prepositional(r, i, item)
    if item.kind == w.EVERY:
        return repeated(r, i)
    found = days_of_one_month(r, i) or weekday_pair(r, i, item)
    if found is not None:
        return found
    quantity = told_ago(r, i)
    if quantity is not None:
        return quantity
    when = simple(r, i)
    if when is None:
        return None
    if named_after(r, i, when):
        return Expression(i, when.end, None, "name")
    when = explained(r, when)
    if not when.vague and (week := span_in_week(r, i, when)) is not None:
        return week
    span = dashed(r, i, when)
    return span or finish(r, i, when, item)


def _prepositional(r: Reader, i: int, item: w.Item) -> Expression | None:
    if i + 1 >= r.size or r.items[i + 1] is None or not r.joined(i + 1):
        return None
    name = item.name
    if name in ("قبل", "بعد"):
        return _before_after(r, i, item)
    if name in ("منذ", "مذ"):
        return _since(r, i)
    if name == "من":
        return between(r, i, i + 1, ("الي", "حتي", "غايه")) or _long_ago(r, i)
    if name == "بين":
        return between(r, i, i + 1, ())
    if name in ("حتي", "حلول", "اقصاه", "غايه"):
        return _deadline(r, i, i + 1)
    if name in ("اعتبارا", "ابتداء", "بدءا"):
        return _from(r, i) if r.is_word(i + 1, "من") else None
    if name in ("خلال", "غضون", "مدي", "مدار", "طوال", "طيله"):
        return _during(r, i, name)
    if name in ("قبيل", "بعيد"):
        return None
    when = simple(r, i)
    return finish(r, i, when, item) if when is not None else None


def _before_after(r: Reader, i: int, item: w.Item) -> Expression | None:
    moved = day_word(r, i)
    if moved is not None:
        return finish(r, i, moved, item)
    if i > 0 and r.is_word(i - 1, "علي") and r.joined(i):
        return None  # «على بعد 3 ساعات»
    found = quantity(r, i + 1)
    if found is not None:
        return ago_value(r, i, found, item)
    if r.word(i + 1).kind == w.DIR:
        return None
    then = simple(r, i + 1)
    if then is None:
        return None
    then = explained(r, then)
    span = resolve(then, r.reference, r.tense(i, then.end))
    if span is None:
        return Expression(i, then.end, None, "vague", then.basis)
    if item.name == "قبل":
        return Expression(i, then.end, f"../{deadline_text(span, then)}", "deadline", basis_of(then))
    return Expression(i, then.end, f"{span.head()}/..", "after", basis_of(then))


def _since(r: Reader, i: int) -> Expression | None:
    found = quantity(r, i + 1)
    if found is not None:
        return _since_quantity(r, i, found)
    then = simple(r, i + 1)
    if then is None:
        return None
    then = explained(r, then)
    if then.basis == "open":
        return Expression(i, then.end, None, "since", "relative")
    if (whole := until(r, i, then)) is not None:
        return whole
    span = resolve(then, r.reference, w.PAST)
    if span is None:
        return Expression(i, then.end, None, "since", then.basis)
    current = then.interval if then.part in (w.START, w.EARLY) and then.basis == "relative" else None
    if current and r.reference is not None and current.first <= r.reference <= current.last:
        return _since_start(i, then, current, r.reference)
    return Expression(i, then.end, f"{span.head()}/..", "since", basis_of(then))


def _since_start(i: int, then: When, period: Interval, reference: date) -> Expression:
    """منذ مطلع العام: from its first month, or منذ بداية الشهر from its first day, to the reference."""
    unit = BY_MONTH if period.unit == BY_YEAR else BY_DAY
    span = Interval(period.first, reference, unit)
    return Expression(i, then.end, span.edtf(), "since", "relative")


def _since_quantity(r: Reader, i: int, found: Quantity) -> Expression:
    if r.at(found.end, w.AGO) is not None:
        found.end += 1
    if r.is_word(found.end, "من") and r.is_word(found.end + 1, "الان"):
        found.end += 2
        return moved_by(r, i, found, w.PAST)
    moved = moved_by(r, i, found, w.PAST)
    return replace(moved, edtf=moved.edtf and f"{moved.edtf}/..", kind="since")


def _long_ago(r: Reader, i: int) -> Expression | None:
    """«من أسبوع»: a week ago, where it stands alone."""
    found = quantity(r, i + 1) if r.bare else None
    return moved_by(r, i, found, w.PAST) if found is not None and r.closes(found.end) else None


def _deadline(r: Reader, i: int, at: int) -> Expression | None:
    item = r.item(at)
    if item is not None and item.name == "الان":
        return None
    then = simple(r, at)
    if then is None:
        return None
    then = explained(r, then)
    if then.interval is None and then.direction is None and r.word(i).name == "حلول":
        tense = w.NEXT
    else:
        tense = r.tense(i, then.end)
    span = resolve(then, r.reference, tense)
    if span is None or then.basis == "open":
        return Expression(i, then.end, None, "deadline", then.basis)
    return Expression(i, then.end, f"../{deadline_text(span, then, r, tense)}", "deadline", basis_of(then))


def _from(r: Reader, i: int) -> Expression | None:
    then = simple(r, i + 2) if i + 2 < r.size and r.joined(i + 2) else None
    if then is None:
        return None
    span = resolve(explained(r, then), r.reference, r.tense(i, then.end))
    return Expression(i, then.end, f"{span.head()}/.." if span else None, "since", basis_of(then))


def _during(r: Reader, i: int, name: str) -> Expression | None:
    """خلال الأسبوع الماضي is the seven days up to now; خلال ثلاثة أيام a duration, placed only where a verb looks
    ahead."""
    found = quantity(r, i + 1)
    if found is not None:
        return _duration(r, i, found, name)
    week = unit_period(r, i + 1)
    if week is not None and _last_week(r, week) and r.reference is not None and r.at(week.end, w.WEEKDAY) is None:
        first = shifted(r.reference, w.DAY, -7)
        return Expression(i, week.end, Interval(first, r.reference).edtf() if first else None, "span", "relative")
    then = expression(r, i + 1) if r.word(i + 1).kind != w.WORD else None
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
