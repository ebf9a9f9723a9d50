"""Dates in figures alone: 2018-05-16, 16/5/2018, 5.2018, and the order of day and month that the text itself shows."""

from __future__ import annotations

from kg.dates import words as w
from kg.dates.reader import Reader
from kg.dates.values import When

_SIGNS = "/-.–\\"
_CHAIN_LIMIT = 3


def figures(r: Reader, i: int) -> When | None:
    """Read a date written in figures at word ``i``."""
    chain = _chain(r, i)
    if chain is None:
        return None
    if len(chain) == 3:
        return _triple(r, i, chain)
    return _pair(r, i, chain)


def _chain(r: Reader, i: int) -> list[w.Item] | None:
    """The run of digits joined by one sign; None where it is longer than a date (a version, an address, a phone
    number)."""
    item = r.items[i]
    if item is None or item.kind != w.DIGITS:
        return None
    sign = _sign(r, i + 1)
    if not sign or (_sign(r, i) and _is_digits(r, i - 1)):
        return None
    chain = [item]
    while len(chain) <= _CHAIN_LIMIT and _sign(r, i + len(chain)) == sign and _is_digits(r, i + len(chain)):
        chain.append(r.word(i + len(chain)))
    return chain if 2 <= len(chain) <= _CHAIN_LIMIT else None


def _is_digits(r: Reader, i: int) -> bool:
    item = r.item(i)
    return item is not None and item.kind == w.DIGITS and not item.prep and not item.definite


def _sign(r: Reader, i: int) -> str:
    gap = r.gaps[i].strip() if 0 < i < r.size and len(r.gaps[i]) <= 3 else ""
    return gap if len(gap) == 1 and gap in _SIGNS else ""


def _triple(r: Reader, i: int, chain: list[w.Item]) -> When | None:
    first, second, third = (item.value for item in chain)
    lengths = [item.note for item in chain]
    end = i + 3
    hijri = chain[2].name.startswith("ه") or chain[0].name.startswith("ه")
    era = r.at(end, w.ERA)
    if era is not None:
        hijri, end = hijri or era.value == 1, end + 1
    if lengths[0] == 4 and lengths[1] <= 2 and lengths[2] <= 2:
        return _ymd(end, first, second, third, hijri)
    if lengths[2] == 4 and lengths[0] <= 2 and lengths[1] <= 2:
        return _dmy(r, end, first, second, third, hijri)
    return None


def _ymd(end: int, year: int, second: int, third: int, hijri: bool) -> When | None:
    if not 1000 <= year <= 2999:
        return None
    hijri = hijri or year < 1500
    if second > 12 >= third:
        second, third = third, second
    return When(end, year, second, third, hijri=hijri, explicit=True, vague=not _valid(second, third))


def _dmy(r: Reader, end: int, first: int, second: int, year: int, hijri: bool) -> When | None:
    """Arabic writes the day first; where the text shows the other order as well, nothing decides."""
    if not 1000 <= year <= 2999:
        return None
    hijri = hijri or year < 1500
    day, month, vague = first, second, False
    if second > 12 >= first:
        day, month = second, first
    elif first <= 12 and second <= 12 and first != second:
        vague = len(r.orders) == 2
        if r.orders == {"md"}:
            day, month = second, first
    return When(end, year, month, day, hijri=hijri, explicit=True, vague=vague or not _valid(month, day))


def _valid(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= 31


def _pair(r: Reader, i: int, chain: list[w.Item]) -> When | None:
    (first, second), (long_first, long_second) = (item.value for item in chain), (item.note for item in chain)
    if long_second == 4 and long_first <= 2 and 1 <= first <= 12 and 1900 <= second <= 2100:
        return When(i + 2, second, first)
    if long_first == 4 and long_second <= 2 and 1 <= second <= 12 and 1900 <= first <= 2100:
        return When(i + 2, first, second)
    if long_first <= 2 and long_second <= 2:
        return _day_and_month(r, i, first, second)
    return None


def _day_and_month(r: Reader, i: int, first: int, second: int) -> When | None:
    """«4/22», «22-4», «08/12, 2015»: only where a year follows, or where a day is asked for (يوم 22/4, سأعود في
    22-4)."""
    comma = i + 2 < r.size and r.gaps[i + 2].strip() in {",", "،"} and len(r.gaps[i + 2]) <= 3
    tail = r.item(i + 2) if comma else None
    if tail is not None and tail.kind == w.DIGITS and tail.note in (2, 4) and "/" in r.gaps[i + 1]:
        year = tail.value if tail.note == 4 else 2000 + tail.value
        month, day = (second, first) if first > 12 else (first, second)
        return When(i + 3, year, month, day, explicit=True) if _valid(month, day) else None
    if not asks_for_day(r, i):
        return None
    day, month = (second, first) if second > 12 >= first else (first, second)
    return When(i + 2, None, month, day) if _valid(month, day) else None


def asks_for_day(r: Reader, i: int) -> bool:
    """Whether a day is expected at word ``i``: after يوم or بتاريخ, or where a verb of going and coming leads to it."""
    before = r.item(i - 1)
    if before is None or not i > 0:
        return False
    if (
        before.kind == w.UNIT and before.value == w.DAY and before.note == w.SINGULAR and not before.definite
    ) or before.name == "تاريخ":
        return r.joined(i)
    if before.kind == w.WORD and before.name in ("في", "الي"):
        before = r.item(i - 2)
    return before is not None and before.kind == w.MOTION
