"""The closed vocabulary of date expressions: every word that may stand in one, with what it means there."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.arabic.normal import fold
from kg.arabic.numbers import CARDINAL_WORDS, ORDINAL_WORDS
from kg.dates import calendars

# Kinds of word. Small integers: they are compared in the inner loop.
(
    DIGITS, NUM, ORD, MONTH, DOUBLE, HIJRI, HIJRI_DOUBLE, THU, WEEKDAY, UNIT, SHIFT, DIR, THIS, SAME, PART, REST,
    DAYPART, SEASON,
    DECADE, ERA, FRACTION, HOLIDAY, WORD, EVERY, ABOUT, VAGUE, AGO, MOTION, AGREES,
) = range(29)  # fmt: skip


class Item(NamedTuple):
    """A word of a date: ``kind`` and ``value``, the clitics before it, and ``note`` (number of a unit, length of
    digits)."""

    kind: int
    value: int
    name: str = ""
    conj: bool = False
    prep: str = ""
    definite: bool = False
    note: int = 0
    begin: int = 0


SINGULAR, DUAL, PLURAL = 1, 2, 3
DAY, WEEK, MONTHS_, YEAR, HOUR, MINUTE, DECADES, CENTURY, NIGHT = range(9)
PAST, NOW, NEXT, AFTER = -1, 0, 1, 2
BEHIND = -3  # the past for want of anything that tells: a weaker sign than PAST
START, EARLY, MID, LATE, END = range(1, 6)

_UNITS: dict[int, tuple[str, str, str]] = {
    DAY: ("يوم يوما", "يومان يومين يومي", "أيام أياما"),
    WEEK: ("أسبوع أسبوعا أسبوعي", "أسبوعان أسبوعين", "أسابيع أسابيعا"),
    MONTHS_: ("شهر شهرا", "شهران شهرين شهري", "أشهر شهور أشهرا شهورا"),
    YEAR: ("عام عاما سنة سنه", "عامان عامين عامي سنتان سنتين سنتي", "أعوام سنوات سنين سنون أعواما"),
    HOUR: ("ساعة", "ساعتان ساعتين", "ساعات"),
    MINUTE: ("دقيقة", "دقيقتان دقيقتين", "دقائق"),
    DECADES: ("عقد عقدا", "عقدان عقدين", "عقود"),
    CENTURY: ("قرن قرنا", "قرنان قرنين", "قرون"),
}
_DIRS: dict[int, str] = {
    PAST: "ماضي ماض ماضية ماضيين ماضيتين ماضيات ماضيان منصرم منصرمة منصرمين منصرمتين فائت فائتة فائتين "
    "فائتتين سابق سابقة "
    "سابقين سابقتين أخير أخيرة أخيرين أخيرتين آخيرة",
    NOW: "حالي حالية جاري جارية جار راهن راهنة حاليين",
    NEXT: "مقبل مقبلة مقبلين مقبلتين مقبلات قادم قادمة قادمين قادمتين قادمات جاي جاية آتي آتية",
    AFTER: "تالي تالية تاليين تاليات لاحق لاحقة",
}
_PARTS: dict[int, str] = {
    START: "مطلع بداية مستهل بدايات فاتحة",
    EARLY: "أوائل",
    MID: "منتصف أواسط",
    LATE: "أواخر",
    END: "نهاية ختام آخر نهايات",
}
_SHIFTS: dict[int, str] = {-1: "أمس بارحة امبارح إمبارح", 1: "غدا غد بكرة بكرا بكره غداة"}
_DAYPARTS = "صباح صباحا مساء فجر ظهر ظهيرة عصر ليل ليلا ليلة ضحى عشية سحر صبيحة نهار"
_SEASONS = {"ربيع": 3, "صيف": 6, "خريف": 9, "شتاء": 12}
_DECADES = {
    20: "عشرينيات عشرينات", 30: "ثلاثينيات ثلاثينات", 40: "أربعينيات أربعينات", 50: "خمسينيات خمسينات",
    60: "ستينيات ستينات", 70: "سبعينيات سبعينات", 80: "ثمانينيات ثمانينات", 90: "تسعينيات تسعينات",
}  # fmt: skip
_WORDS = (
    "من في إلى حتى بين منذ مذ قبل بعد قبيل بعيد خلال غضون حلول غاية مدى مدار طوال طيلة اعتبارا ابتداء بدءا مع وقت "
    "لاحقا مبكر متأخر "
    "و الذي اللي الي على ما الآن مستقبل عطلة أقصاه أثناء مدة فترة تاريخ القعدة الحجة"
)
_EVERY = "كل"
_ABOUT = "نحو حوالي قرابة زهاء تقريبا يقارب أكثر أقل أزيد"
_VAGUE = {"بضعة": 3, "بضع": 3, "عدة": 0, "قليلة": 3, "قليل": 3, "معدودة": 3, "عديدة": 0, "كثيرة": 0, "طويلة": 0}
_AGO = "مضت مضى خلت خلا"
# Verbs of one's own going and coming: what they reach without a noun is a day (عدت في 27).
_MOTION = "عدت رجعت غادرت سافرت سأعود سأرجع سأغادر سأسافر أعود أرجع نعود سنعود عدنا"

TABLE: dict[str, Item] = {}


def _add(words: str, kind: int, value: int, note: int = 0, name: str = "") -> None:
    for word in words.split():
        TABLE.setdefault(fold(word), Item(kind, value, name or fold(word), note=note))


def _fill() -> None:
    for value, words in calendars.MONTHS.items():
        _add(" ".join(word for word in words.split() if "-" not in word), MONTH, value)
    for word in calendars.DOUBLE_MONTHS:
        _add(word, DOUBLE, 0)
    for value, words in calendars.HIJRI_MONTHS.items():
        _add(words, HIJRI, value)
    for word in ("جمادى", "جماد"):
        _add(word, HIJRI_DOUBLE, 5)
    for word in ("ذو", "ذي", "ذا"):
        _add(word, THU, 0)
    for value, words in calendars.WEEKDAYS.items():
        _add(words, WEEKDAY, value)
    for unit, forms in _UNITS.items():
        for note, words in enumerate(forms, SINGULAR):
            _add(words, UNIT, unit, note)
    for value, words in _SHIFTS.items():
        _add(words, SHIFT, value)
    _fill_modifiers()


_MODIFIERS = (
    (_WORDS, WORD, 0),
    ("هذا هذه هذين", THIS, 0),
    ("ذلك تلك نفس ذات نفسه نفسها ذاته ذاتها", SAME, 0),
    ("بقية باقي", REST, 0),
    (_DAYPARTS, DAYPART, 0),
    ("م ميلادي ميلادية ميلاديا", ERA, 0),
    ("ه هجري هجرية هجريا", ERA, 1),
    ("نصف", FRACTION, 2),
    ("ربع", FRACTION, 4),
    (_EVERY, EVERY, 0),
    (_ABOUT, ABOUT, 0),
    (_AGO, AGO, 0),
    (_MOTION, MOTION, 0),
    ("الموافق موافق المصادف مصادف الموافقة", AGREES, 0),
)


def _fill_modifiers() -> None:
    for words, kind, value in _MODIFIERS:
        _add(words, kind, value)
    for values, kind in ((_PARTS, PART), (_DIRS, DIR), (_DECADES, DECADE)):
        for value, words in values.items():
            _add(words, kind, value)
    for numbers, kind in ((_SEASONS, SEASON), (_VAGUE, VAGUE)):
        for word, value in numbers.items():
            _add(word, kind, value)
    for word, (month, day, _) in calendars.HOLIDAYS.items():
        _add(word, HOLIDAY, month * 100 + day)
    for table, kind in ((ORDINAL_WORDS, ORD), (CARDINAL_WORDS, NUM)):
        for word, value in table.items():
            TABLE.setdefault(word, Item(kind, value, word))


_fill()

_DIGIT_WORD = re.compile(r"([وف]?)([بلك]?)(ال|ل)?([0-9]{1,8})(م|ه|هجري)?(?:T[0-9]{2}Z?)?")
_MONTH_YEAR = re.compile(r"([^0-9]{3,12})((?:19|20)[0-9]{2})")  # «أبريل2017», the space forgotten
_MAX_WORD = 24


def look_up(raw: str) -> Item | None:
    """Return what ``raw``, one word as written, means in a date, its clitics told apart; None for any other word.

    >>> look_up("والثلاثاء").value
    1
    """
    if not raw or len(raw) > 4 * _MAX_WORD:
        return None
    word = fold(raw)
    if not word or len(word) > _MAX_WORD:
        return None
    if (digits := _DIGIT_WORD.fullmatch(word)) is not None:
        conj, prep, article, number, era = digits.groups()
        return Item(DIGITS, int(number), era or "", bool(conj), prep, bool(article), len(number))
    if (glued := _MONTH_YEAR.fullmatch(word)) is not None:
        month = _word(glued[1])
        return month._replace(note=int(glued[2])) if month is not None and month.kind == MONTH else None
    item = _word(word)
    if item is not None and item.kind == MONTH and item.name == "اب" and calendars.AUGUST[0] not in raw:
        return item._replace(note=1)
    return item


def _word(word: str) -> Item | None:
    if word in TABLE:
        return TABLE[word]
    conj = word[0] in "وف" and len(word) > 2
    if conj and word[1:] in TABLE:
        return TABLE[word[1:]]._replace(conj=True)
    for has_conj, rest in ((False, word), (True, word[1:])) if conj else ((False, word),):
        if (found := _prefixed(rest)) is not None:
            return found._replace(conj=has_conj)
    return None


def _prefixed(word: str) -> Item | None:
    """Read ال, then ب ل ك (with or without ال), at the head of ``word``."""
    if word.startswith("ال") and word[2:] in TABLE:
        return TABLE[word[2:]]._replace(definite=True)
    if word.startswith("لل") and word[2:] in TABLE:
        return TABLE[word[2:]]._replace(definite=True, prep="ل")
    if word and word[0] in "بلك" and len(word) > 3:
        if word[1:] in TABLE:
            return TABLE[word[1:]]._replace(prep=word[0])
        if word[1:3] == "ال" and word[3:] in TABLE:
            return TABLE[word[3:]]._replace(definite=True, prep=word[0])
    return None


# Which words may begin an expression: alone, or only where another date word follows.
_ALONE = frozenset({MONTH, HIJRI, WEEKDAY, UNIT, SHIFT, DECADE, DAYPART, DIGITS})
_WITH_NEXT = frozenset({NUM, ORD, DOUBLE, HIJRI_DOUBLE, THU, THIS, PART, REST, SEASON, FRACTION, EVERY, VAGUE, ABOUT})
_LEADING_WORDS = frozenset(
    fold(word)
    for word in (
        "منذ مذ قبل بعد من بين حتى حلول أقصاه غاية اعتبارا ابتداء بدءا خلال غضون مدى مدار طوال طيلة وقت لاحقا"
    ).split()
)


def begins(item: Item) -> int:
    """Return 2 where an expression may begin at ``item``, 1 where it may if a date word follows, 0 where it may not."""
    if item.kind in _ALONE:
        return 2
    return 1 if item.kind in _WITH_NEXT or (item.kind == WORD and item.name in _LEADING_WORDS) else 0


class Vocabulary(dict[str, Item | None]):
    """Words as written to items, remembered; forgets everything when it has grown too large."""

    _LIMIT = 100_000

    def __missing__(self, raw: str) -> Item | None:
        if len(self) >= self._LIMIT:
            self.clear()
        item = look_up(raw)
        if item is not None:
            item = item._replace(begin=begins(item))
        if len(raw) <= 4 * _MAX_WORD:
            self[raw] = item
        return item
