"""Clitics that annotated text shows too seldom to weigh: ـني and ـهن on whole paradigms, ك and ل before the article,
and the و of foreign names that is none.
"""

from __future__ import annotations

import re

from kg.arabic.forms import frequencies
from kg.arabic.normal import fold
from kg.arabic.words import marks

PRONOUNS = ("هما", "هن", "ني", "نا")
_KIN = ("ه", "ها", "هم", "نا")
_KNOWN_KIN = {"هما": 2, "هن": 2, "ني": 3, "نا": 3}
_SHORTEST_STEM = 3
# Verbs and nouns whose root ends in هن: راهن، امتهن، برهن، ذهن.
_ROOT_IN_HN = re.compile("(راهن|متهن|برهن|ذهن|دهن|كهن|وهن)$")
# Endings of foreign names that no Arabic verb has: ويتكوف, ويبرغ, ويسكنسن.
_FOREIGN = re.compile("(وف|رز|نز|برغ|بورغ|ينغ|فورد|ورث|وود|سكي|فيتش|نسن|ستين)$")
_SHORTEST_NAME = 4


def conjunction_is_letter(letters: str, key: str) -> bool:
    """Whether the و or ف that begins a word is the first letter of a foreign name: ويلكنسون, وارنوك, فاندربيلت.

    ``letters`` are those of the word, ``key`` the word without its first letter in the spelling of the counts. Newswire
    never writes what is left, and people bear the whole as a name, or its ending is none of Arabic.
    """
    if key in frequencies() or len(key) < _SHORTEST_NAME:
        return False
    rest = marks(fold(letters[1:]))
    if rest.name != "0":
        return False
    return marks(fold(letters)).name != "0" or (key.startswith("ي") and bool(_FOREIGN.search(key)))


def rare_pronoun(key: str) -> str:
    """Return the pronoun that ends a word, "" where none does.

    ``key`` is the word without what stands before it, in the spelling of the counts (hamza folded). Its stem must bear
    other pronouns too, and the word itself no article: يجعلني has يجعله and يجعلها beside it and no اليجعلني.
    """
    pronoun = next((end for end in PRONOUNS if key.endswith(end)), "")
    stem = key[: len(key) - len(pronoun)]
    if not pronoun or len(stem) < _SHORTEST_STEM or stem.startswith("ال") or "ال" + key in frequencies():
        return ""
    kin = sum(stem + other in frequencies() for other in _KIN if other != pronoun)
    return pronoun if kin >= _KNOWN_KIN[pronoun] and _may_bear(stem, pronoun, key) else ""


def _may_bear(stem: str, pronoun: str, key: str) -> bool:
    """Whether no ending of a verb or noun explains the letters: يوجهن (they direct), حققنا (we achieved), أحيانا."""
    if pronoun == "هن":
        return not _ROOT_IN_HN.search(key) and not (stem[0] in "يت" and key[:-1] in frequencies())
    if pronoun == "نا":
        return key[:-1] not in frequencies() and (stem[-1] in "يت" or stem[0] in "يت")
    return True


def rare_preposition(key: str) -> str:
    """Return ل or ك where a word (spelled as in the counts) has it before the article: للأوقية, كالعادة."""
    if key.startswith("لل") and len(key) > len("لل") + 2:
        return "ل"
    return "ك" if key.startswith("كال") and len(key) > len("كال") + 2 and key[1:] in frequencies() else ""
