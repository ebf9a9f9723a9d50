"""Counts of units of time: ثلاثة أيام, شهرين, نحو عقدين, شهر و21 يوما, and the day so far back."""

from __future__ import annotations

from dataclasses import dataclass

from kg.dates import words as w
from kg.dates.absolute import number
from kg.dates.outcome import Expression
from kg.dates.reader import Reader
from kg.dates.relative import shifted
from kg.dates.values import BY_DAY, BY_MONTH, BY_YEAR


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
        return None if _names_one(r, i, item) else _unit_alone(r, i, item)
    if item.kind == w.VAGUE:
        unit = r.at(i + 1, w.UNIT)
        return (item.value, unit.value, i + 2, True) if unit and not unit.definite else None
    found = number(r, i) if item.kind in (w.NUM, w.DIGITS, w.WEEKDAY) else None
    unit = r.at(found[1], w.UNIT) if found else None
    if found is None or unit is None or unit.definite or unit.note == w.DUAL:
        return None
    return found[0], unit.value, found[1] + 1, False


def _names_one(r: Reader, i: int, unit: w.Item) -> bool:
    """عام 2007, شهر رمضان, يوم الاثنين, عامي 2014 و2015: the unit is named, not counted."""
    following = r.item(i + 1) if i + 1 < r.size and r.joined(i + 1, "(") else None
    if following is None or following.conj:
        return False
    return following.kind == w.DIGITS or (unit.note == w.SINGULAR and following.kind in _NAMING)


def _unit_alone(r: Reader, i: int, unit: w.Item) -> tuple[int, int, int, bool]:
    """يوم واحد, شهرين اثنين; سنوات أربع: the number, where there is one, stands behind the unit."""
    behind = r.at(i + 1, w.NUM)
    if behind is None or behind.conj:
        return _OWN_COUNT[unit.note], unit.value, i + 1, False
    said = number(r, i + 1) if unit.note == w.PLURAL and not behind.definite else None
    if said:
        return said[0], unit.value, said[1], False
    return _OWN_COUNT[unit.note], unit.value, i + 1 + (behind.value == unit.note), False


_OWN_COUNT = {w.SINGULAR: 1, w.DUAL: 2, w.PLURAL: 0}


def told_ago(r: Reader, i: int) -> Expression | None:
    """«ثلاثة أيام مضت», «شهر و 2 سنة من الآن»: a count of units that is told to lie behind."""
    found = quantity(r, i)
    if found is None:
        return None
    if r.at(found.end, w.AGO) is not None:
        found.end += 1
        return ago_value(r, i, found, None)
    if r.is_word(found.end, "من") and r.is_word(found.end + 1, "الان", "ان"):
        found.end += 2
        direction = r.tense(i, found.end)
        return moved_by(r, i, found, w.PAST if direction < 0 else w.NEXT)
    return None


def ago_value(r: Reader, i: int, found: Quantity, item: w.Item | None) -> Expression | None:
    if item is not None and item.name == "بعد":
        if r.is_word(found.end, "من") and r.is_word(found.end + 1, "الان"):
            found.end += 2
            return moved_by(r, i, found, w.NEXT)
        return Expression(i, found.end, None, "vague", "anchored")
    follower = r.item(found.end)
    if (
        follower is not None
        and follower.kind == w.WORD
        and follower.name in ("من", "علي")
        and not r.is_word(found.end + 1, "الان")
    ) and not _filler(r, found.end + 1):
        return Expression(i, found.end, None, "vague", "anchored")
    if r.norm(found.end) == "اخري" or any(r.norm(at) == "لن" for at in range(max(0, i - 5), i)):
        return Expression(i, found.end, None, "vague", "relative")
    return moved_by(r, i, found, w.PAST)


def _filler(r: Reader, i: int) -> bool:
    """«عقدين من الزمان»."""
    return r.norm(i) in ("الزمان", "الزمن")


def moved_by(r: Reader, i: int, found: Quantity, direction: int) -> Expression:
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
