"""Numbers of Arabic text: digits of three systems, words to millions, dual nouns, ordinals, and the words that hedge
them.

``find_numbers(text)`` yields every number with half-open code points into the text. The tables and ``read_cardinal`` /
``read_ordinal`` serve whoever has words already (dates do).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple, Protocol

from kg.arabic.normal import fold


class NumberMention(NamedTuple):
    """A number in text.

    ``value`` is None where digits are too many to mean a number; ``ordinal`` tells الثالث from ثلاثة; ``modifier`` is
    one of ``about``, ``over``, ``under``, ``least``, ``most`` or None; ``dual`` says that the number lies in a noun's
    ending (جنديين). The span holds the hedge as well; ``noun`` is the dual noun, None elsewhere.
    """

    start: int
    end: int
    text: str
    value: float | None
    ordinal: bool = False
    modifier: str | None = None
    dual: bool = False
    noun: str | None = None


class NumberWord(NamedTuple):
    """One number word: ``conj`` says that و stands before it, ``definite`` that it carries ال."""

    value: int
    ordinal: bool = False
    conj: bool = False
    definite: bool = False


class Numeric(Protocol):
    """What the readers below ask of a word."""

    @property
    def value(self) -> int: ...
    @property
    def conj(self) -> bool: ...


_CARDINALS: dict[int, str] = {
    0: "صفر",
    1: "واحد واحدة إحدى",
    2: "اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي إثنان إثنين ثنتين",
    3: "ثلاث ثلاثة ثلاثا",
    4: "أربع أربعة أربعا",
    5: "خمس خمسة خمسا",
    6: "ست ستة ستا",
    7: "سبع سبعة سبعا",
    8: "ثمان ثماني ثمانية ثمانيا",
    9: "تسع تسعة تسعا",
    10: "عشر عشرة عشرا",
    20: "عشرون عشرين",
    30: "ثلاثون ثلاثين",
    40: "أربعون أربعين",
    50: "خمسون خمسين",
    60: "ستون ستين",
    70: "سبعون سبعين",
    80: "ثمانون ثمانين",
    90: "تسعون تسعين",
    100: "مئة مائة مية ماية",
    200: "مئتان مئتين مائتان مائتين مئتا مئتي مائتا مائتي",
    300: "ثلاثمئة ثلاثمائة",
    400: "أربعمئة أربعمائة",
    500: "خمسمئة خمسمائة",
    600: "ستمئة ستمائة",
    700: "سبعمئة سبعمائة",
    800: "ثمانمئة ثمانمائة ثمانيمئة ثمانيمائة",
    900: "تسعمئة تسعمائة",
    1_000: "ألف ألفا آلاف",
    2_000: "ألفان ألفين ألفا ألفي",
    1_000_000: "مليون مليونا ملايين",
    2_000_000: "مليونان مليونين مليوني",
    1_000_000_000: "مليار مليارا مليارات بليون بليونا",
    2_000_000_000: "ملياران مليارين ملياري",
    1_000_000_000_000: "تريليون تريليونا تريليونات ترليون",
}
_ORDINALS: dict[int, str] = {
    1: "أول أولى حادي حادية",
    2: "ثاني ثانية ثان",
    3: "ثالث ثالثة",
    4: "رابع رابعة",
    5: "خامس خامسة",
    6: "سادس سادسة",
    7: "سابع سابعة",
    8: "ثامن ثامنة",
    9: "تاسع تاسعة",
    10: "عاشر عاشرة",
}
SCALES = (1_000, 1_000_000, 1_000_000_000, 1_000_000_000_000)

CARDINAL_WORDS: dict[str, int] = {}
for _value, _forms in _CARDINALS.items():
    for _form in _forms.split():
        CARDINAL_WORDS.setdefault(fold(_form), _value)
ORDINAL_WORDS: dict[str, int] = {fold(form): value for value, forms in _ORDINALS.items() for form in forms.split()}

_MODIFIERS: dict[str, str] = {
    "نحو": "about", "حوالي": "about", "زهاء": "about", "قرابة": "about", "ما يقارب": "about", "ما يقرب من": "about",
    "ما يناهز": "about", "يقارب": "about", "تقريبا": "about", "أكثر من": "over", "ما يزيد على": "over",
    "ما يزيد عن": "over", "يزيد على": "over", "يزيد عن": "over", "فوق": "over", "أزيد من": "over", "أقل من": "under",
    "ما يقل عن": "under", "دون": "under", "ما لا يقل عن": "least", "لا يقل عن": "least", "لا تقل عن": "least",
    "على الأقل": "least", "ما لا يزيد على": "most", "ما لا يزيد عن": "most", "لا يتجاوز": "most", "لا تتجاوز": "most",
    "على الأكثر": "most",
}  # fmt: skip
MODIFIERS: dict[tuple[str, ...], str] = {tuple(fold(words).split()): name for words, name in _MODIFIERS.items()}
_AFTER = {("علي", "الاقل"), ("علي", "الاكثر"), ("تقريبا",)}

# Nouns of people and things that newswire counts in the dual; the ending alone would take بين, قوانين and الدين for
# two.
_DUAL_NOUNS = (
    "جندي شخص قتيل جريح مدني شرطي ضابط مسلح عنصر مقاتل طفل امرأة رجل شاب فتاة صحفي صحافي طائرة صاروخ قذيفة سيارة "
    "عبوة قنبلة "
    "غارة ضربة هجوم انفجار مروحية سفينة زورق ناقلة دبابة مدرعة عسكري موظف طالب مهاجر فلسطيني إسرائيلي أميركي أمريكي "
    "عراقي سوري "
    "إيراني تركي مصري لبناني يمني سعودي روسي فرنسي بريطاني جثة ضحية شهيد مصاب معتقل أسير متهم مشتبه إرهابي انتحاري "
    "قيادي "
    "مسؤول وزير نائب مرشح دولة مدينة قرية بلدة منطقة محافظة قاعدة مستشفى مدرسة كتيبة لواء فصيل حزب بيان قرار اتفاق "
    "جولة جلسة "
    "مرحلة مرة يوم أسبوع شهر عام سنة ساعة دقيقة عقد قرن طن كيلومتر متر دولار ألف مليون مليار"
)


def _dual_forms(noun: str) -> Iterator[str]:
    stem = fold(noun)
    if stem.endswith("ه"):
        stem = stem[:-1] + "ت"
    elif noun.endswith("ى"):
        stem = stem[:-1] + "ي"
    yield from (stem + "ين", stem + "ان")


DUALS: dict[str, str] = {
    form: noun for noun in _DUAL_NOUNS.split() for form in _dual_forms(noun) if form not in CARDINAL_WORDS
}


@lru_cache(maxsize=50_000)
def number_word(word: str) -> NumberWord | None:
    """Return what number ``word`` (in normal form) says, its و and ال told apart, or None."""
    for conj in (False, True):
        rest = word[1:] if conj else word
        if conj and not word.startswith("و"):
            break
        definite = rest.startswith("ال") and rest not in CARDINAL_WORDS
        stem = rest[2:] if definite else rest
        if stem in CARDINAL_WORDS:
            return NumberWord(CARDINAL_WORDS[stem], False, conj, definite)
        if stem in ORDINAL_WORDS:
            return NumberWord(ORDINAL_WORDS[stem], True, conj, definite)
    return None


def read_cardinal(words: Sequence[Numeric]) -> tuple[int, int]:
    """Return the value of the longest cardinal that ``words`` begin with, and how many of them it takes.

    >>> read_cardinal([NumberWord(5), NumberWord(20, conj=True)])
    (25, 2)
    """
    total, group, place = 0, words[0].value, _place(words[0].value)
    if group in SCALES or (group > 1000 and group // 2 in SCALES):
        total, group = group, 0
    for used, word in enumerate(words[1:], 1):
        value = word.value
        if not word.conj and value == 10 and 1 <= group % 100 <= 9 and place < 100:
            group += 10
            place = 1
        elif not word.conj and value == 100 and 3 <= group % 100 <= 9:
            group, place = group // 100 * 100 + group % 100 * 100, 100
        elif not word.conj and value in SCALES and group and (not total or value < _lowest_scale(total)):
            total, group, place = total + group * value, 0, value
        elif word.conj and _joins(group, place, value):
            if value >= 1000:
                total, place = total + value, min(place, value)
            else:
                group, place = group + value, (1 if value < 100 and group % 100 else _place(value))
        else:
            return total + group, used
    return total + group, len(words)


def _place(value: int) -> int:
    """The power below which something may still be added with و."""
    for scale in (*reversed(SCALES), 100):
        if value >= scale:
            return scale
    return 10 if value >= 20 else 2


def _lowest_scale(total: int) -> int:
    return next((scale for scale in reversed(SCALES) if total % (scale * 1000) and total % scale == 0), 1)


def _joins(group: int, place: int, value: int) -> bool:
    if place == 2:
        return 1 <= group % 100 <= 9 and 20 <= value <= 90 and value % 10 == 0
    return place >= 100 and value < place


def read_ordinal(words: Sequence[Numeric]) -> tuple[int, int]:
    """Return the value of the ordinal that ``words`` begin with and how many they are: الخامسة والعشرين is (25, 2).

    The first of ``words`` is an ordinal; what follows may be عشر, or a ten with و.
    """
    first = words[0].value
    if len(words) > 1 and first < 10:
        second = words[1]
        if not second.conj and second.value == 10:
            return first + 10, 2
        if second.conj and second.value in range(20, 100, 10):
            return first + second.value, 2
    return first, 1


_WORD = re.compile(
    r"([^\w\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2066-\u2069]+)"
)
_DIGITS = re.compile(r"[0-9]+\Z")
_AND_DIGITS = re.compile(r"و([0-9]{1,9})\Z")
_LONGEST = 15


def find_numbers(text: str) -> Iterator[NumberMention]:
    """Yield the numbers of ``text`` in order, each with the hedge that stands before or after it.

    >>> [number.value for number in find_numbers("نحو ألفين وخمسمئة جندي")]
    [2500]
    """
    parts = _WORD.split(text)
    ends = list(accumulate(map(len, parts)))
    words = [fold(part) for part in parts[0::2]]
    index = 0
    while index < len(words):
        found = _number_at(words, parts, index)
        if found is None:
            index += 1
            continue
        last, value, ordinal, noun = found
        first, modifier = _modifier_before(words, parts, index)
        if modifier is None:
            last, modifier = _modifier_after(words, parts, last)
        start, end = ends[2 * first] - len(parts[2 * first]), ends[2 * last - 2]
        start += _conjunction(parts[2 * first], first == index)
        yield NumberMention(start, end, text[start:end], value, ordinal, modifier, noun is not None, noun)
        index = last


def _conjunction(word: str, number: bool) -> int:
    """The و before a number, or before its hedge, is no part of it: «وثلاثة», «ونحو», but not «واحد»."""
    if word[:1] != "و":
        return 0
    normal = fold(word)
    return int(normal[1:2].isdigit() or not number or number_word(normal) is None or bool(number_word(normal[1:])))


_Found = tuple[int, float | None, bool, str | None]


def _number_at(words: list[str], parts: list[str], index: int) -> _Found | None:
    word = words[index]
    if not word:
        return None
    digits = word.removeprefix("ال").removeprefix("و")
    if _DIGITS.match(digits):
        return _digits_at(words, parts, index, digits)
    if (first := number_word(word) or _eleven(words, parts, index)) is not None:
        return _words_at(words, parts, index, first)
    for stem in (word, word[1:], word.removeprefix("ال"), word[1:].removeprefix("ال")):
        if stem in DUALS and (stem == word or word[0] in "وفبلا"):
            return index + 1, 2, False, DUALS[stem]
    return None


def _eleven(words: list[str], parts: list[str], index: int) -> NumberWord | None:
    """«أحد عشر»: أحد counts before عشر alone; elsewhere it is someone."""
    if words[index] not in ("احد", "الاحد") or index + 1 >= len(words) or not _space(parts, index + 1):
        return None
    return NumberWord(1) if words[index + 1] == "عشر" else None


def _digits_at(words: list[str], parts: list[str], index: int, digits: str) -> _Found:
    if len(digits) > _LONGEST:
        return index + 1, None, False, None
    value: float = int(digits)
    index += 1
    while (
        index < len(words) and parts[2 * index - 1] in {",", "٬"} and len(words[index]) == 3 and words[index].isascii()
    ):
        if not words[index].isdigit() or value >= 10**_LONGEST:
            break
        value, index = value * 1000 + int(words[index]), index + 1
    if index < len(words) and parts[2 * index - 1] in {".", "٫"} and _DIGITS.match(words[index]):
        value, index = value + int(words[index][:_LONGEST]) / 10 ** len(words[index][:_LONGEST]), index + 1
    while index < len(words) and _space(parts, index) and CARDINAL_WORDS.get(words[index]) in SCALES:
        value, index = value * CARDINAL_WORDS[words[index]], index + 1
        index, value = _rest(words, parts, index, value, CARDINAL_WORDS[words[index - 1]])
    return index, value, False, None


def _rest(words: list[str], parts: list[str], index: int, value: float, scale: int) -> tuple[int, float]:
    """«29 ألفا و358»: what is below the scale, in figures."""
    if index < len(words) and _space(parts, index) and (more := _AND_DIGITS.match(words[index])) is not None:
        below = int(more[1])
        if below < scale:
            return index + 1, value + below
    return index, value


def _words_at(words: list[str], parts: list[str], index: int, first: NumberWord) -> _Found:
    run = [first]
    while len(run) < 16 and (at := index + len(run)) < len(words) and _space(parts, at):
        word = number_word(words[at])
        if word is None or word.ordinal:
            break
        run.append(word)
    value, used = read_ordinal(run) if first.ordinal else read_cardinal(run)
    return index + used, value, first.ordinal, None


def _space(parts: list[str], index: int) -> bool:
    return parts[2 * index - 1].isspace() and "\n" not in parts[2 * index - 1]


def _modifier_before(words: list[str], parts: list[str], index: int) -> tuple[int, str | None]:
    for size in (4, 3, 2, 1):
        first = index - size
        if first < 0 or not all(_space(parts, at) for at in range(first + 1, index + 1)):
            continue
        phrase = tuple(words[first:index])
        for form in (phrase, (phrase[0][1:], *phrase[1:])):
            if form in MODIFIERS:
                return first, MODIFIERS[form]
    return index, None


def _modifier_after(words: list[str], parts: list[str], last: int) -> tuple[int, str | None]:
    """«ثلاثة على الأقل», «عشرة تقريبا»: directly after the number or after the noun that it counts."""
    for phrase in sorted(_AFTER):
        end = last + len(phrase)
        if tuple(words[last:end]) == phrase and all(_space(parts, at) for at in range(last, end)):
            return end, MODIFIERS[phrase]
    return last, None
