"""Years: عام 2014, عامي 2014 و2015, 2014-2018, and four digits where a year is called for."""

from __future__ import annotations

from kg.dates import words as w
from kg.dates.absolute import number, plausible_year, year, year_number
from kg.dates.reader import Reader
from kg.dates.relative import period_of, unit_period
from kg.dates.values import When, year_interval

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
    if item is None or item.kind != w.DIGITS or not i > 0 or item.name:
        return None
    dashed = len(r.gaps[i]) <= 3 and r.gaps[i].strip() in {"-", "–", "—", "/"}
    if not dashed and not (item.conj and r.joined(i)):
        return None
    value = item.value if item.note == 4 else first // 100 * 100 + item.value if item.note == 2 and dashed else 0
    return (value, i + 1) if first < value <= first + 150 else None


def bare_year(r: Reader, i: int) -> When | None:
    """Read four digits that are a year: 2014-2018, or after a preposition of time where no counted noun follows."""
    item = r.word(i)
    if item.kind != w.DIGITS:
        return _spelled_year(r, i, item)
    gregorian = plausible_year(item, named=False) and 1800 <= item.value <= 2100 and not item.definite
    if not gregorian and not (item.name.startswith("ه") and 1200 <= item.value <= 1500):
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
    if item.value not in (1000, 2000) or (not _led(r, i, item) and not r.is_word(i - 1, "من", "الي")):
        return None
    found = number(r, i)
    if (
        found is None
        or not 1800 <= found[0] <= 2100
        or (not r.closes(found[1]) and not r.is_word(found[1], "الي", "حتي", "و"))
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
    "حرب غزو احتلال ثوره انتفاضه انتخابات انقلاب هجوم هجمات تفجيرات مجزره مذبحه زلزال استفتاء ازمه نكسه نكبه عدوان "
    "معركه اجتياح".split()
)


def _heads(r: Reader, i: int) -> bool:
    """Whether what stands before a bare year, or after it, makes it one: an event of that year, or a list by years
    («- 1953: »)."""
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


def year_here(r: Reader, i: int) -> When | None:
    found = year(r, i)
    return When(found[2], year=found[0], hijri=found[1]) if found else None


def year_like(r: Reader, i: int) -> When | None:
    """Read whatever means one year: عام 2016, 2016, العام الجاري, ألفين وعشرين; العام alone is the year of
    publication."""
    if i >= r.size or r.items[i] is None or not r.joined(i):
        return None
    return named_year(r, i) or unit_period(r, i) or year_here(r, i) or this_unit(r, i, (w.YEAR,))


def this_unit(r: Reader, i: int, units: tuple[int, ...]) -> When | None:
    item = r.item(i)
    if item is None or item.kind != w.UNIT or item.value not in units or not item.definite or item.note != w.SINGULAR:
        return None

    return period_of(r, i + 1, item.value, w.NOW)
