"""Counts: how many were killed and wounded, as numbers, and with what weapon."""

from __future__ import annotations

from kg.arabic.numbers import NumberMention, find_numbers
from kg.clauses import word_set
from kg.context import matches_in, mentions_in
from kg.document import Document, Sentence
from kg.events.triggers import Trigger
from kg.events.words import CASUALTY, VIOLENT

_DEAD = word_set("قتيل قتيلا قتيلين قتلي شهيد شهيدا شهداء شهيدين")
_HURT = word_set("جريح جريحا جرحي مصاب مصابا مصابين مصابون جريحين جريحان")
_ONE = word_set(
    "شخص جندي جنديا رجل امراه طفل طفله شاب مدني شرطي ضابط فلسطيني مسلح متظاهر صحافي صحفي عنصر مواطن فتي طالب سايق"
)
_OTHER = word_set("و اصابه جرح")
_AFTER, _WEAPON = 4, 14
_NOT_PEOPLE = word_set(
    "كيلومتر كيلومترا كلم كم متر مترا ساعه ساعات يوم ايام يوما دولار مليون عام عاما سنه سنوات شهر اشهر "
    "دقيقه مره مرات بالميه منزل منازل سياره سيارات"
)


class Counts:
    """The numbers of one sentence and what they count."""

    def __init__(self, doc: Document, sentence: Sentence) -> None:
        self.doc, self.tokens = doc, doc.tokens
        self.sentence = sentence
        text = doc.text[sentence.start : sentence.end]
        dated = [(m.start, m.end) for m in mentions_in(doc, sentence)]
        self.numbers = [
            number
            for number in find_numbers(text)
            if not number.ordinal
            and number.value is not None
            and not (number.dual and number.text.startswith("ال"))
            and not any(first <= number.start + sentence.start < last for first, last in dated)
        ]

    def killed(self, trigger: Trigger) -> int | None:
        """Return how many a killing cost: مقتل خمسة، خمسة قتلى."""
        if trigger.type not in CASUALTY or trigger.type == "Injury":
            return None
        if self.tokens[trigger.start].stem in _DEAD:
            return self._before(trigger.start)
        return self._after(trigger) or self._single(trigger)

    def _single(self, trigger: Trigger) -> int | None:
        """مقتل جندي: one."""
        following = self.tokens[trigger.end] if trigger.end < self.sentence.last else None
        return 1 if following is not None and following.norm in _ONE else None

    def wounded(self, triggers: list[Trigger]) -> int | None:
        """Return how many the sentence says were wounded: أصيب عشرة، عشرة جرحى."""
        for trigger in triggers:
            if trigger.type == "Injury":
                return self._after(trigger) or self._before(trigger.start)
        for place in range(self.sentence.first, self.sentence.last):
            if self.tokens[place].norm in _HURT:
                return self._before(place)
            if self.tokens[place].norm in _INJURE:
                return self._number(place + 1, place + 1 + _AFTER)
        return None

    def weapon(self, trigger: Trigger) -> str | None:
        """Return the weapon named with a violent event, as written."""
        if trigger.type not in VIOLENT | CASUALTY:
            return None
        for match in matches_in(self.doc, self.sentence):
            near = trigger.start - 3 <= match.start <= trigger.end + _WEAPON
            if match.concept.scheme == "weapons" and near and not match.features.voice:
                return self.doc.slice(match.start, match.end)
        return None

    def _after(self, trigger: Trigger) -> int | None:
        last = trigger.end
        while last < min(trigger.end + _AFTER, self.sentence.last) and self.tokens[last].norm not in _OTHER:
            last += 1
        return self._number(trigger.end, last)

    def _before(self, place: int) -> int | None:
        if self.tokens[place].norm.endswith("ين") and self.tokens[place].norm in _DEAD | _HURT:
            return 2
        return self._number(place - 3, place)

    def _number(self, first: int, last: int) -> int | None:
        first, last = max(first, self.sentence.first), min(last, self.sentence.last)
        if first >= last:
            return None
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        for number in self.numbers:
            place = number.start + self.sentence.start
            if start <= place < end and self._counts_people(number):
                return int(number.value or 0) or None
        return None

    def _counts_people(self, number: NumberMention) -> bool:
        following = self.doc.token_at(number.end + self.sentence.start)
        unit = self.tokens[following].norm if following < len(self.tokens) else ""
        return unit not in _NOT_PEOPLE and (number.noun is None or number.noun not in _NOT_PEOPLE)


_INJURE = word_set("اصيب اصيبت اصيبوا جرح اصابه جرحت")
