"""Asides in which a source asks not to be named: طالبا عدم كشف اسمه، طلب عدم ذكر هويته، شريطة عدم نشر اسمها."""

from __future__ import annotations

from kg.arabic.tokens import TokenKind
from kg.clauses import word_set
from kg.statements.scene import Scene

LONGEST = 7  # tokens up to the noun that is kept back


def past_anonymity(scene: Scene, at: int) -> int:
    """Return the token after the wish not to be named that begins at ``at``, ``at`` itself where none does."""
    if scene.norms[at] not in _WISHES:
        return at
    last = min(len(scene.tokens) - 1, at + LONGEST)
    for noun in range(at + 1, last):
        if scene.tokens[noun].kind == TokenKind.PUNCT:
            return at
        if scene.tokens[noun].stem in _KEPT and scene.tokens[noun + 1].kind == TokenKind.ENCLITIC:
            return noun + 2 if any(scene.norms[place] in _HIDING for place in range(at, noun)) else at
    return at


_WISHES = word_set(
    "طلب طلبت طلبا طلبوا يطلب تطلب طالبا طالبه طالبين رفض رفضت رفضا رفضوا رافضا رافضه رافضين فضل فضلت فضلوا مفضلا "
    "مفضله مفضلين اشترط اشترطت اشترطوا مشترطا مشترطه مشترطين شريطه شرط اثر اثرت تحفظ تحفظت"
)
_KEPT = word_set("اسم اسماء هويه هويت هويات اسمي")
_HIDING = word_set("عدم رفض رفضت رفضوا رافضا رافضه رافضين تحفظ تحفظت")
