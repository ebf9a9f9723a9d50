"""Days told from today: أمس, أول من أمس, غدا, اليوم, الليلة, with the part of the day and the weekday about them."""

from __future__ import annotations

from kg.arabic.normal import fold
from kg.dates import calendars
from kg.dates import words as w
from kg.dates.dated import GAP_DAY, dated, explicit_after
from kg.dates.reader import Reader
from kg.dates.relative import placed, today
from kg.dates.values import Interval, When
from kg.dates.weekdays import weekday


def day_word(r: Reader, i: int) -> When | None:
    """Read أمس, أمس الأول, أول من أمس, غدا, بعد غد, اليوم, الليلة, each with the part of the day and the weekday
    about it."""
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
    item = r.word(i)
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
    if when is None and r.word(i + 1).kind in (w.DIGITS, w.ORD, w.UNIT):
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
    item = r.word(i)
    if not item.definite:
        return None
    direction = r.at(i + 1, w.DIR)
    if direction is not None and direction.value == w.PAST:
        return placed(i + 2, today(r, -1))
    if r.is_word(i + 1, "قبل") and (direction := r.at(i + 2, w.DIR)) and direction.value == w.PAST:
        return placed(i + 3, today(r, -2))
    return placed(i + 1, today(r)) if direction is None else None


def _shift_phrase(r: Reader, i: int) -> When | None:
    """أمس and غدا with what moves them one day further."""
    item = r.word(i)
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
        return placed(i + 2, today(r, -2))  # أمس الأول
    if shift.prep and not shift.definite:
        return None  # «بأمس الحاجة»
    if shift.name == "غداه" or (shift.value > 0 and shift.name == "غد" and shift.definite and _is_future_noun(r, i)):
        return None
    return placed(i + 1, today(r, value))


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
        sign = -1 if r.word(at).name == "قبل" else 1
        shift = r.at(at + 1, w.SHIFT)
        return placed(at + 2, today(r, 2 * sign)) if shift and shift.value == sign else None
    shift = r.at(at, w.SHIFT)
    if shift is None or item.definite:
        return None
    follower = r.at(at + 1, w.ORD)
    twice = follower is not None and follower.value == 1 and follower.definite and shift.value < 0
    return placed(at + 1 + twice, today(r, shift.value * (1 + twice)))


def _today_phrase(r: Reader, i: int) -> When | None:
    """اليوم, هذا اليوم, اليوم نفسه (which day that is, the text before tells), اليوم المنصرم."""
    item = r.word(i)
    if item.kind == w.THIS and (unit := r.at(i + 1, w.UNIT)) and unit.value == w.DAY and unit.definite:
        if i > 0 and r.norm(i - 1) == "مثل":
            return When(i + 2, vague=True, basis="anchored")
        return placed(i + 2, today(r)) if unit.note == w.SINGULAR else None
    if not (item.kind == w.UNIT and item.value == w.DAY and item.note == w.SINGULAR and item.definite):
        return None
    follower = r.item(i + 1) if i + 1 < r.size and r.joined(i + 1) else None
    if follower is not None and not follower.conj and _other_day(follower):
        return When(i + 2, vague=True, basis="anchored")
    if item.prep != "ب" and _no_today(r, i, item):
        return None
    if follower is None or follower.conj:
        return placed(i + 1, today(r))
    if follower.kind == w.DIR:
        moved = {w.PAST: -1, w.NEXT: 1, w.NOW: 0}[follower.value]
        return placed(i + 2, today(r, moved)) if follower.definite and follower.name not in ("اخير", "اخيره") else None
    return None if follower.kind == w.ORD and follower.definite else placed(i + 1, today(r))


def _other_day(follower: w.Item) -> bool:
    """في اليوم نفسه، في اليوم التالي: a day that the text before tells."""
    return follower.kind == w.SAME or (follower.kind == w.DIR and follower.value == w.AFTER)


# «أخبار اليوم», «المصري اليوم»: names; «نفس اليوم», «في اليوم»: another day; «اليوم العالمي», «اليوم التالي»: none.
_BEFORE_TODAY = frozenset(
    fold(word) for word in "أخبار المصري روسيا صحيفة جريدة قناة مثل طوال طيلة عرب رأي البوابة لليوم".split()
)


_AFTER_TODAY = frozenset(
    fold(word)
    for word in "العالمي الوطني الدولي القومي الموعود التالي الأخير الأول الواحد السابع الإعلامي المفتوح "
    "المشهود المقدس الافتتاحي الختامي العاشر الذي التي "
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
    if item is None or not at > 0 or not r.joined(at, GAP_DAY) or item.conj:
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
    explicit = explicit_after(r, when.end)
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
