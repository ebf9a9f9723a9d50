"""Dates that name their day, and such a one as explains a relative date beside it."""

from __future__ import annotations

from kg.dates import calendars
from kg.dates import words as w
from kg.dates.absolute import day_month, number
from kg.dates.figures import figures
from kg.dates.reader import Reader
from kg.dates.relative import unit_period
from kg.dates.values import BY_MONTH, When

GAP_DAY = "،,(-–/"


def explicit_after(r: Reader, at: int) -> When | None:
    """A full date that follows a relative one, in parentheses or after a comma, explains it and wins."""
    item = r.item(at)
    if item is None or not at > 0 or item.conj or not r.joined(at, GAP_DAY + ")"):
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
    if r.word(at - 1).kind != w.DIGITS or direction.name in ("سابق", "اخير", "اخيره"):
        return None
    moved = calendars.add_months(r.reference, direction.value)
    return When(at + 1, moved.year, moved.month, day, basis="relative") if moved else None
