"""What becomes of a date that was read: its value, its kind, and the explanation beside it that wins."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.dates import words as w
from kg.dates.absolute import day_month, month_first
from kg.dates.figures import figures
from kg.dates.reader import Reader
from kg.dates.values import BY_YEAR, Interval, When, last_day, resolve
from kg.dates.weekdays import weekday


@dataclass(slots=True)
class Expression:
    """A date expression: words ``start`` to ``end`` (half-open), its EDTF value, and what kind it is of."""

    start: int
    end: int
    edtf: str | None
    kind: str = "point"
    basis: str = "absolute"


def finish(r: Reader, i: int, when: When, item: w.Item) -> Expression | None:
    if when.basis == "open" and when.interval is not None:
        return _open_ended(i, when, when.interval)
    tense = r.tense(i, when.end)
    span = _known_weekday(r, i, when) or resolve(when, r.reference, tense)
    if span is None:
        return Expression(i, when.end, None, "vague" if when.vague else "point", when.basis)
    if when.part == w.END and (item.prep == "ب" or _with(r, i) or (tense == w.NEXT and span_is_year(when))):
        return Expression(i, when.end, f"../{last_day(_whole(r, when, tense) or span, w.END)}", "deadline", when.basis)
    kind = "point" if span.head() == span.tail() else "span"
    return Expression(i, when.end, span.edtf(), kind, basis_of(when))


def _known_weekday(r: Reader, i: int, when: When) -> Interval | None:
    """A weekday alone, where no verb decides: the day that the text gave that name before."""
    if when.weekday is None or when.month is not None or when.interval is not None or when.direction is not None:
        return None
    day = r.weekdays.get(when.weekday)
    return Interval(day, day) if day and not r.told(i, when.end) else None


def basis_of(when: When) -> str:
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


def _open_ended(i: int, when: When, interval: Interval) -> Expression:
    edge = interval.head()
    edtf = f"../{edge}" if when.direction == w.PAST else f"{edge}/.."
    return Expression(i, when.end, edtf, "span", "relative")


# Events and places that are called by a day: what follows them is their name.
_CALLED = frozenset(
    "ثوره ميدان جسر حرب كتايب حركه قوي فريق انتفاضه استاد مدينه حزب تيار جايزه شارع ساحه جامعه مستشفي محور ملعب "
    "ائتلاف تحالف جبهه كوبري دوار حي "
    "اتفاق وثيقه انقلاب مجموعه كتله قناه صحيفه مجله مصنع هجمات احداث اعتداءات تفجيرات".split()
)


def named_after(r: Reader, i: int, when: When) -> bool:
    """«ثورة 25 يناير», «قوى 14 آذار»: names, where no year makes a date of them."""
    if not when.yearless or when.direction is not None or i == 0:
        return False
    before = r.norm(i - 1)
    return before in _CALLED or before.removeprefix("و").removeprefix("ال") in _CALLED


def explained(r: Reader, when: When) -> When:
    """A Gregorian date that explains what stands before it wins: 14 رمضان 1439هـ (الموافق 30 مايو 2018)."""
    at = when.end
    item = r.item(at)
    if item is None or not at > 0 or item.conj:
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
    item = r.word(i)
    if item.kind == w.WEEKDAY:
        return weekday(r, i)
    return figures(r, i) or day_month(r, i) or (month_first(r, i) if item.kind in (w.MONTH, w.DOUBLE) else None)


def deadline_text(span: Interval, then: When, r: Reader | None = None, tense: int = 1) -> str:
    if then.part in (w.START, w.EARLY) and span.unit == BY_YEAR:
        return span.head()
    if then.part in (w.END, w.MID):
        whole = (_whole(r, then, tense) if r else None) or span
        return last_day(whole, then.part).isoformat()
    return span.tail()
