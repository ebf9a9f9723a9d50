"""Dates of the calendar: days, months and years in every order that newswire uses, in figures and in words."""

from __future__ import annotations

from kg.arabic.numbers import read_cardinal, read_ordinal
from kg.dates import calendars
from kg.dates import words as w
from kg.dates.reader import Reader
from kg.dates.values import When


def number(r: Reader, i: int) -> tuple[int, int] | None:
    """Read the number at word ``i``, in figures, cardinal or ordinal words; returns its value and the index after
    it."""
    item = r.item(i)
    if item is None:
        return None
    if item.kind == w.DIGITS:
        return (item.value, i + 1) if not item.name else None
    if item.kind not in (w.NUM, w.ORD) and not _two(item) and not _eleven(r, i, item):
        return None
    run = [_as_number(item)]
    while len(run) < 12 and (at := i + len(run)) < r.size:
        nxt = r.items[at]
        if (
            nxt is None
            or nxt.kind not in (w.NUM, w.ORD)
            or not r.joined(at)
            or (item.kind == w.NUM and nxt.kind == w.ORD)
        ):
            break
        run.append(nxt)
    value, used = read_ordinal(run) if item.kind == w.ORD else read_cardinal(run)
    return value, i + used


def _two(item: w.Item) -> bool:
    return item.kind == w.WEEKDAY and item.value == 0 and not item.definite and item.name.startswith("ا")


def _eleven(r: Reader, i: int, item: w.Item) -> bool:
    """«أحد عشر يوما»."""
    ten = r.at(i + 1, w.NUM) if item.kind == w.WEEKDAY and item.value == 6 and not item.definite else None
    return ten is not None and ten.value == 10 and not ten.conj


def _as_number(item: w.Item) -> w.Item:
    if item.kind != w.WEEKDAY:
        return item
    return item._replace(kind=w.NUM, value=2 if item.value == 0 else 1)


def month(r: Reader, i: int, gap: str = "") -> tuple[int, bool, bool, int] | None:
    """Read a month's name at word ``i``, with its second name after a slash: (month, Hijri, sure, index after it).

    ``gap`` are the signs that may stand before word ``i``.
    """
    item = r.item(i)
    if item is None:
        return None
    sure = False
    if item.kind == w.UNIT and item.value == w.MONTHS_ and item.note == w.SINGULAR:
        found = _month_name(r, i + 1)
        if found is None or not r.joined(i + 1):
            return None
        value, hijri, end = found
        sure = True
    else:
        found = _month_name(r, i)
        if found is None:
            return None
        value, hijri, end = found
        sure = not _doubtful(item)
    after = _second_name(r, end, value) if not hijri else None
    return value, hijri, sure or after is not None, after or end


def _doubtful(item: w.Item) -> bool:
    return item.kind == w.HIJRI or item.note == 1 or item.name in calendars.AMBIGUOUS_MONTHS


def _month_name(r: Reader, i: int) -> tuple[int, bool, int] | None:
    item = r.item(i)
    if item is None:
        return None
    if item.kind == w.MONTH:
        return item.value, False, i + 1
    if item.kind == w.HIJRI:
        return item.value, True, i + 1
    second = r.item(i + 1)
    if second is None or not r.joined(i + 1):
        return _thu(r, i, item)
    if second.kind == w.ORD and second.value in (1, 2) and not second.conj:
        if item.kind == w.DOUBLE:
            return calendars.DOUBLE_MONTHS[item.name][second.value - 1], False, i + 2
        if item.name in calendars.DOUBLE_HIJRI and not item.definite:
            return calendars.DOUBLE_HIJRI[item.name][second.value - 1], True, i + 2
    if second.kind == w.PART and second.name in ("اخر", "اخره") and item.name in calendars.DOUBLE_HIJRI:
        return calendars.DOUBLE_HIJRI[item.name][1], True, i + 2
    return _thu(r, i, item)


def _thu(r: Reader, i: int, item: w.Item) -> tuple[int, bool, int] | None:
    """ذو القعدة and ذو الحجة: two words of which the second is no date word by itself."""
    if item.kind != w.THU or i + 1 >= r.size or not r.joined(i + 1):
        return None
    value = calendars.THU_MONTHS.get(r.norm(i + 1))
    return (value, True, i + 2) if value else None


def _second_name(r: Reader, i: int, value: int) -> int | None:
    """يناير/كانون الثاني, يناير (كانون الثاني), يناير كانون الثاني: the same month again."""
    if not (0 < i < r.size) or not r.joined(i, "/\\-–—(،_"):
        return None
    found = _month_name(r, i)
    if found is None or found[0] != value or found[1]:
        return None
    if "(" in r.gaps[i] and found[2] < len(r.gaps):
        r.gaps[found[2]] = r.gaps[found[2]].replace(")", "", 1)  # the year may follow: مارس (آذار) 2004
    return found[2]


def year(r: Reader, i: int, *, bare: bool = True, hijri: bool = False) -> tuple[int, bool, int] | None:
    """Read a year at word ``i`` as it follows a month: «2018», «من عام 2018», «، 2018», «لسنة ألفين وثمانية عشر».

    Returns (year, whether it says Hijri, index after it).
    """
    start = i
    if r.is_word(i, "من", "في"):
        i += 1
    named = False
    item = r.item(i)
    if (
        item is not None
        and item.kind == w.UNIT
        and item.value == w.YEAR
        and item.note == w.SINGULAR
        and r.joined(i, "،,")
    ):
        named, i = True, i + 1
    elif i > start and not bare:
        return None
    return year_number(r, i, named=named, gap="" if named else "/،,-–." if i == start else "", hijri=hijri)


def year_number(r: Reader, i: int, *, named: bool, gap: str = "", hijri: bool = False) -> tuple[int, bool, int] | None:
    """Read the number of a year at word ``i``; ``named`` tells that عام or سنة stands before it."""
    item = r.item(i)
    if item is None or not i > 0 or not r.joined(i, gap) or item.conj:
        return None
    if item.kind == w.DIGITS:
        if not plausible_year(item, named=named):
            return None
        era, end = _era(r, i + 1)
        said_hijri = item.name.startswith("ه") or era == 1
        return item.value, said_hijri or (hijri and item.value < 1600 and era != 0), end
    if item.kind != w.NUM or (item.value < 100 and not named) or (item.value < 1000 and not named):
        return None
    found = number(r, i)
    if found is None or not (1000 <= found[0] <= 2999 or (named and 100 <= found[0] <= 2999)):
        return None
    return found[0], False, found[1]


def plausible_year(item: w.Item, *, named: bool) -> bool:
    """Whether digits may be a year: four of them from 1000 on; after عام also three."""
    if named:
        return item.note in (3, 4) and 100 <= item.value <= 2999
    return item.note == 4 and (1000 <= item.value <= 2100)


def _era(r: Reader, i: int) -> tuple[int | None, int]:
    item = r.item(i)
    if item is not None and item.kind == w.ERA and r.joined(i) and not item.conj:
        return item.value, i + 1
    return None, i


def day_number(r: Reader, i: int) -> tuple[int, int] | None:
    """Read a day of the month at word ``i``."""
    found = number(r, i)
    if found is None or not 1 <= found[0] <= 31:
        return None
    item = r.items[i]
    if item is not None and item.kind == w.DIGITS and item.note > 2:
        return None
    return found


_DAY_MONTH = "-–./،_"


def day_month(r: Reader, i: int) -> When | None:
    """Read «15 يونيو 2016», «الحادي والعشرين من مايو», «15 من شهر رمضان 1439هـ», «الثلاثين من الشهر الماضي» left to
    others."""
    found = day_number(r, i)
    if found is None:
        return None
    day, at = found
    if at >= r.size:
        return None
    if r.is_word(at, "من"):
        at += 1
        named = month(r, at) if r.item(at) is not None and r.joined(at) else None
    else:
        named = month(r, at) if r.item(at) is not None and r.joined(at, _DAY_MONTH) else None
        if named is not None and named[:2] == (2, True) and not r.joined(at):
            return None  # «1-صفر» is a score
    if named is None:
        return None
    value, hijri, _, end = named
    return with_year(r, When(end, month=value, day=day, hijri=hijri))


def with_year(r: Reader, when: When) -> When:
    """Read what may follow a month: a year, or an adjective of direction (الماضي, المقبل, الجاري)."""
    last = r.items[when.end - 1]
    if last is not None and last.kind == w.MONTH and last.note > 1:
        when.year, when.explicit = last.note, when.day is not None
        return when
    item = r.item(when.end)
    if item is None:
        return when
    found = year(r, when.end, hijri=when.hijri)
    if found is not None and found[1] == when.hijri:
        when.year, _, when.end = found
        when.explicit = when.day is not None
        return when
    if item.kind == w.DIGITS and item.note >= 4 and r.joined(when.end) and not item.conj:
        when.vague = when.day is not None  # a year that no calendar has
    return _directed(r, when)


def _directed(r: Reader, when: When) -> When:
    at = when.end
    if r.is_word(at, "من", "في", "ل") and (unit := r.at(at + 1, w.UNIT)) and unit.value == w.YEAR:
        at += 1
    unit = r.at(at, w.UNIT)
    this = r.at(at, w.THIS)
    if this is None and r.is_word(at, "من", "في"):
        this = r.at(at + 1, w.THIS)
        at = at + 1 if this else at
    if this is not None and (unit := r.at(at + 1, w.UNIT)) and unit.value == w.YEAR:
        return _in_relative_year(r, when, w.NOW, at + 2)
    if unit is not None and unit.value == w.YEAR and unit.definite and unit.note == w.SINGULAR:
        direction = r.at(at + 1, w.DIR)
        if direction is not None and direction.definite:
            return _in_relative_year(r, when, direction.value, at + 2)
        return when
    direction = r.at(when.end, w.DIR)
    if direction is not None and direction.definite and not direction.conj and direction.value != w.AFTER:
        when.direction, when.end = direction.value, when.end + 1
    elif (both := _shared_direction(r, when.end)) is not None:
        when.direction = both
    return when


def _shared_direction(r: Reader, i: int) -> int | None:
    """«أغسطس ونوفمبر المقبلين»: the dual is said of both months."""
    other = r.at(i, w.MONTH)
    direction = r.at(i + 1, w.DIR) if other is not None and other.conj else None
    dual = direction is not None and direction.definite and direction.name.endswith(("ين", "ان"))
    return direction.value if direction is not None and dual and direction.value != w.AFTER else None


def _in_relative_year(r: Reader, when: When, direction: int, end: int) -> When:
    when.end = end
    if r.reference is None or direction == w.AFTER:
        when.vague = True
    else:
        when.year = r.reference.year + direction
    return when


def month_first(r: Reader, i: int) -> When | None:
    """Read «يناير 2018», «يناير الماضي», «سبتمبر الحادي والعشرين من عام 1978», «يناير-1», «يناير» alone where it is
    sure."""
    found = month(r, i)
    if found is None:
        return None
    value, hijri, sure, end = found
    if i > 0 and r.norm(i - 1) in ("واتس", "وتس"):
        return None  # واتس آب
    when = When(end, month=value, hijri=hijri)
    plain = with_year(r, When(end, month=value, hijri=hijri))
    if plain.end > end or plain.year is not None or plain.direction is not None:
        return plain
    day = _day_after(r, end)
    if day is not None and not hijri and _month_said(r, i) and r.word(end).note == 2:
        return When(day[1], 2000 + day[0], value)
    if day is not None and (value, hijri) == (2, True):
        return None  # «صفر-1» is a score
    if day is not None:
        when.day, when.end = day
        return with_year(r, when)
    return when if sure or _leads_to_month(r, i) else None


def _month_said(r: Reader, i: int) -> bool:
    """Whether شهر leads the name: a day then stands before it (16 من شهر سبتمبر), and what follows is the year."""
    return r.word(i).kind == w.UNIT


def _day_after(r: Reader, i: int) -> tuple[int, int] | None:
    item = r.item(i)
    if item is None or item.conj or item.kind not in (w.DIGITS, w.ORD) or not r.joined(i, "-–"):
        return None
    if (item.kind == w.ORD and not item.definite) or item.prep:
        return None
    found = day_number(r, i)
    if found is None:
        return None
    if (
        item.kind == w.DIGITS
        and found[1] < r.size
        and r.gaps[found[1]] in (".", ",", "٫", ":")
        and r.words[found[1]][:1].isdigit()
    ):
        return None  # «يوليو 1.56 دولار»
    if item.kind == w.DIGITS and not r.closes(found[1]) and "-" not in r.gaps[i]:
        follower = r.item(found[1])
        if follower is None or follower.kind != w.DIGITS:
            return None
    return found


def _leads_to_month(r: Reader, i: int) -> bool:
    """Whether what stands before a doubtful name calls for a time: في مارس, منذ نيسان, نهاية آب; not تيريزا ماي."""
    item = r.items[i]
    if item is None or item.note == 1 or item.definite or item.prep in {"ل", "ك"}:
        return False
    if item.kind == w.HIJRI and item.name != "رمضان":
        return False
    before = r.item(i - 1)
    if item.prep == "ب":
        return True
    if before is None or i == 0 or not r.joined(i):
        return False
    if before.kind == w.MONTH and item.conj:
        return True
    if before.kind == w.WORD:
        return before.name in ("في", "منذ", "حتي", "خلال", "حلول", "مذ") or (
            before.name in ("قبل", "بعد") and not item.conj
        )
    return before.kind == w.PART
