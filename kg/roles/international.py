"""Bodies that belong to no one country, told by their name."""

from __future__ import annotations

import re

from kg.arabic.normal import fold
from kg.roles.grammar import INTERNATIONAL

_WORD = re.compile(r"\w+")


def is_international(body: str | None) -> bool:
    """Whether the name ``body`` is that of a body of many countries: الأمم المتحدة, جامعة الدول العربية; a party is
    of one, whatever its name: حزب المؤتمر الوطني الأفريقي.
    """
    words = _WORD.findall(fold(body or ""))
    return words[:1] != ["حزب"] and any(map(is_international_word, words))


def is_international_word(word: str) -> bool:
    """Whether ``word``, in normal form, is of such names, with or without article or particle."""
    return word in INTERNATIONAL or word.removeprefix("ل").removeprefix("ال").removeprefix("ل") in INTERNATIONAL
