"""Calendars: the names of months and weekdays in all Arab countries, and Hijri dates as Gregorian ones."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from kg.arabic.normal import fold

# The Gregorian months as newswire writes them: Egypt and the Gulf, the Levant and Iraq, Tunisia and Algeria, Morocco,
# Libya's
# decimal names left out. CLDR's names of all Arabic locales are among them (a test compares).
MONTHS: dict[int, str] = {
    1: "يناير ينائر ينير جانفي جنفي جانفييه كانون-الثاني",
    2: "فبراير فبرائر فيراير فيبراير فيفري فيفريه شباط",
    3: "مارس مارش آذار أذار اذار",
    4: "أبريل إبريل ابريل افريل أفريل إفريل نيسان",
    5: "مايو ماي أيار ايار مايس",
    6: "يونيو يونيه يونية يونيوه جوان حزيران",
    7: "يوليو يوليه يولية يوليوز يولوز جويلية جويليه تموز",
    8: "أغسطس اغسطس أغشت غشت أوت اوت آب",
    9: "سبتمبر سيبتمبر شتنبر شتمبر سبتنبر أيلول ايلول",
    10: "أكتوبر اكتوبر أوكتوبر اوكتوبر تشرين-الأول",
    11: "نوفمبر نونبر نوفنبر نوفمير تشرين-الثاني",
    12: "ديسمبر دجنبر دجمبر ديسنبر دسمبر ديسمر كانون-الأول",
}
# Names that are also words, people or makes: مارس practised, ماي a surname, آب returned, نيسان a car, جوان a first
# name.
AMBIGUOUS_MONTHS = frozenset(fold(word) for word in "مارس ماي آب جوان أوت نيسان مايس مارش تموز".split())
# «آب» is August; «أب» a father: the letters differ only in what the normal form drops.
AUGUST = "آب"
# The first word of a month of two words, and the month that its first one is: كانون الأول is 12, كانون الثاني is 1.
DOUBLE_MONTHS: dict[str, tuple[int, int]] = {"كانون": (12, 1), "تشرين": (10, 11)}

HIJRI_MONTHS: dict[int, str] = {
    1: "محرم المحرم", 2: "صفر", 7: "رجب", 8: "شعبان", 9: "رمضان", 10: "شوال",
}  # fmt: skip
DOUBLE_HIJRI: dict[str, tuple[int, int]] = {"ربيع": (3, 4), "جمادي": (5, 6), "جماد": (5, 6)}
THU_MONTHS: dict[str, int] = {
    fold(name): value for value, names in {11: "القعدة", 12: "الحجة"}.items() for name in names.split()
}

WEEKDAYS: dict[int, str] = {
    0: "اثنين إثنين أثنين",
    1: "ثلاثاء ثلاثا تلات ثلثاء",
    2: "أربعاء اربعا إربعاء",
    3: "خميس",
    4: "جمعة جمعه",
    5: "سبت",
    6: "أحد",
}

# Days of the year that have a name: month and day, Gregorian or Hijri.
HOLIDAYS: dict[str, tuple[int, int, bool]] = {
    "كريسماس": (12, 25, False),
    "كريستماس": (12, 25, False),
}


def days_in(year: int, month: int) -> int:
    """Return the number of days of a Gregorian month."""
    return monthrange(year, month)[1]


def make_date(year: int, month: int, day: int) -> date | None:
    """Return the Gregorian date, or None where there is no such day (31 February, year 0 or 99999)."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= days_in(year, month)):
        return None
    return date(year, month, day)


def add_months(day: date, months: int) -> date | None:
    """Return the same day of another month, or that month's last day; None beyond the calendar."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, days_in(year, month + 1)))


def add_days(day: date, days: int) -> date | None:
    """Return the date ``days`` later; None beyond the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def hijri_interval(year: int, month: int | None, day: int | None) -> tuple[date, date] | None:
    """Return the first and last Gregorian day of a Hijri day, month or year (Umm al-Qura); None outside 1343..1500."""
    from hijridate import Hijri

    try:
        if month is None:
            first = Hijri(year, 1, 1).to_gregorian()
            last = Hijri(year, 12, Hijri(year, 12, 1).month_length()).to_gregorian()
        elif day is None:
            start = Hijri(year, month, 1)
            first, last = start.to_gregorian(), Hijri(year, month, start.month_length()).to_gregorian()
        else:
            first = last = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(first.year, first.month, first.day), date(last.year, last.month, last.day)


def hijri_year(day: date) -> int | None:
    """Return the Hijri year of a Gregorian date; None outside the tables."""
    from hijridate import Gregorian

    try:
        return int(Gregorian(day.year, day.month, day.day).to_hijri().year)
    except (ValueError, OverflowError):
        return None
