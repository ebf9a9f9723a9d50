"""EDTF values (ISO 8601-2) read for the graph: bounds and typed dates. Calendars are ``kg.dates``' matter."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

_PLAIN = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?[~?%]?")
_DECADE = re.compile(r"(?P<decade>\d{3})X[~?%]?")
_XSD = {4: "gYear", 7: "gYearMonth", 10: "date"}


def typed(edtf: str) -> tuple[str, str] | None:
    """Return ``(value, XSD type's local name)`` of an EDTF value that is one day, month or year; None for any other.

    >>> typed("2021-07")
    ('2021-07', 'gYearMonth')
    """
    plain = edtf.rstrip("~?%")
    kind = _XSD.get(len(plain))
    return (plain, kind) if kind and _PLAIN.fullmatch(plain) and _days(plain) != (None, None) else None


@lru_cache(maxsize=50_000)
def bounds(edtf: str) -> tuple[date | None, date | None]:
    """Return the first and last day that ``edtf`` allows; None where it is open or not understood.

    >>> bounds("2021-02")
    (datetime.date(2021, 2, 1), datetime.date(2021, 2, 28))
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        return _days(first)
    return _days(first)[0], _days(last)[1]


def _days(value: str) -> tuple[date | None, date | None]:
    if decade := _DECADE.fullmatch(value):
        start = int(decade["decade"]) * 10
        return (date(start, 1, 1), date(start + 9, 12, 31)) if start else (None, None)
    plain = _PLAIN.fullmatch(value)
    if not plain:
        return None, None
    year, month, day = (int(part) if part else None for part in plain.group("year", "month", "day"))
    try:
        return _span(year or 0, month, day)
    except ValueError:
        return None, None


def _span(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)
