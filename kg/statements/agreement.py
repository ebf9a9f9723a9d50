"""Gender and number that a noun shows by its form."""

from __future__ import annotations

from kg.clauses import word_set
from kg.statements.vocabulary import SpeechWords


def noun_agreement(norm: str, words: SpeechWords) -> tuple[str | None, str]:
    """Return gender and number of a noun by its form; ``words`` tells broken plurals."""
    stem = norm[2:] if norm.startswith("ال") and len(norm) > 4 else norm
    if stem in words.several:
        return "f", "s"
    if norm in _COUNTED:
        return None, "p"
    if (
        (stem in words.many and not stem.endswith("ات"))
        or stem.endswith("ون")
        or (stem.endswith("ين") and len(stem) > 5)
    ):
        return "m", "p"
    if stem.endswith("ان") and len(stem) > 5:
        return "m", "d"
    if stem.endswith("اء"):
        return None, "s"
    feminine = stem in _FEMININE_IN_A or (stem.endswith(("ه", "ات")) and stem not in MASCULINE_IN_HA)
    return ("f" if feminine else "m"), "s"


_FEMININE_IN_A = word_set("احدي دعوي شكوي فتوي ذكري بشري اخري كبري")


_COUNTED = word_set("ثلاثه اربعه خمسه سته سبعه ثمانيه تسعه عشره بعض عده عدد كبار الاف مئات ميات عشرات ملايين")


MASCULINE_IN_HA = frozenset({"عمده", "خليفه", "طه", "حمزه", "اسامه", "عبيده", "معاويه", "علامه", "وجه", "شبه"})
