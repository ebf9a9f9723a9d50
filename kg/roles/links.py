"""Words that tie a title to a name at some distance: وهو, الذي يشغل منصب, بصفته, من منصب."""

from __future__ import annotations

from kg.roles.grammar import KIN
from kg.roles.holders import Holder, is_predicate
from kg.roles.phrase import Phrase
from kg.roles.reading import COMMAS, Reading
from kg.roles.tables import words

_ONE_OF = words(
    """
    احد احدي ابرز صهر نجل ابن ابنه شقيق شقيقه ارمله زوجه زوج نجم نجمه موسس موسسه صاحب صاحبه لاعب لاعبه مهاجم مدافع
    حارس كاتب ناشط ناشطه طبيب طبيبه صحافي صحفي مخرج وريث عالم مهندس
    """
)
LINKING = words(
    """
    و هو هي الذي التي كان كانت يشغل شغل تشغل شغلت يتولي تولي تتولي تولت منصب من حاليا حينها انذاك سابقا ه ها ، ,
    يعمل عمل تعمل عملت ك قد
    """
)
TELLING = words(
    """
    هو هي منصب بصفت بوصف بصفته بوصفه صفت صفته وصف وصفه يعد تعد يعتبر تعتبر
    """
)
_FARTHEST = 9


def _one_of(reading: Reading, phrase: Phrase, first: int) -> Holder | None:
    """The second of two appositions: X، أحد مؤسسي الحزب والسفير السابق."""
    tokens, at = reading.tokens, phrase.head - 1
    if at <= first or tokens[at].norm != "و" or not (tokens[phrase.head].definite or phrase.complement):
        return None
    while at > max(first, phrase.head - _FARTHEST) and tokens[at - 1].text not in COMMAS:
        at -= 1
    if tokens[at].stem not in _ONE_OF or at - 1 not in reading.name_starts:
        return None
    return Holder(reading.name_starts[at - 1], at - 1, phrase.firm, "name, one of and title", 0.82)


def kin_and(reading: Reading, phrase: Phrase, first: int) -> Holder | None:
    """Return the name before a noun of kin that a title shares what completes it with: X صهر ومستشار الرئيس."""
    kin = phrase.head - 2
    if kin <= first or reading.tokens[kin + 1].norm != "و" or reading.tokens[kin].stem not in KIN:
        return None
    start = reading.name_starts.get(kin)
    return Holder(start, kin, phrase.firm, "name, one of and title", 0.82) if start is not None else None


def linked_name(reading: Reading, phrase: Phrase, first: int) -> tuple[Holder, bool] | None:
    """Return the name that linking words tie to ``phrase``, and whether they say that the office is over."""
    apposed = _one_of(reading, phrase, first) or kin_and(reading, phrase, first)
    if apposed is not None:
        return apposed, False
    at, words = phrase.head, []
    while at > max(first, phrase.head - _FARTHEST) and at not in reading.name_starts:
        norm = reading.tokens[at - 1].norm
        if norm not in LINKING and norm not in TELLING and norm != "ب":
            return None
        words.append(norm)
        at -= 1
    was = is_predicate(reading, phrase) and bool({"كان", "كانت"}.intersection(words))
    if at not in reading.name_starts or not (was or TELLING.intersection(words)):
        return None
    over = "من" in words or bool({"شغل", "شغلت", "كان", "كانت", "سابقا"}.intersection(words))
    return Holder(reading.name_starts[at], at, phrase.firm, "name, linked title", 0.88), over
