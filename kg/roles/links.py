"""Words that tie a title to a name at some distance: وهو, الذي يشغل منصب, بصفته, من منصب."""

from __future__ import annotations

from kg.roles.holders import Holder
from kg.roles.phrase import Phrase
from kg.roles.reading import Reading
from kg.roles.tables import words

LINKING = words(
    """
    و هو هي الذي التي كان كانت يشغل شغل تشغل شغلت يتولي تولي تتولي تولت منصب من حاليا حينها انذاك سابقا ه ها ، ,
    يعمل عمل تعمل عملت ك قد
    """
)
TELLING = words(
    """
    هو هي منصب بصفت بوصف بصفته بوصفه صفت صفته وصف وصفه
    """
)
_FARTHEST = 7


def linked_name(reading: Reading, phrase: Phrase, first: int) -> tuple[Holder, bool] | None:
    """Return the name that linking words tie to ``phrase``, and whether they say that the office is over."""
    at, words = phrase.head, []
    while at > max(first, phrase.head - _FARTHEST) and at not in reading.name_starts:
        norm = reading.tokens[at - 1].norm
        if norm not in LINKING and norm not in TELLING and norm != "ب":
            return None
        words.append(norm)
        at -= 1
    if at not in reading.name_starts or not TELLING.intersection(words):
        return None
    over = "من" in words or bool({"شغل", "شغلت", "كان", "كانت", "سابقا"}.intersection(words))
    return Holder(reading.name_starts[at], at, phrase.firm, "name, linked title", 0.88), over
